import {
  type Ask,
  type Corpus,
  createCorpus,
  type Mixes,
  rankOrganisations,
  TextIndex,
  type Weights,
} from "../src/index.ts";
import type { Consortia, Doc, Query } from "./data.ts";
import { type Scores, scoresOf } from "./metrics.ts";
import { placeNames } from "./place-words.ts";

/** Who is looked for: T1 from the text alone, T2 with the coordinator known; companies only, with and without. */
export const TRACKS = ["T1", "T2", "companies", "companiesT2"] as const;
export type Track = (typeof TRACKS)[number];

/** Ranks candidates for a query of a track, best first. */
export type Ranker = (query: Query, track: Track) => string[];

const DEPTH = 1000;
const LEAST_PROJECTS = 2;
export const withCoordinator = (track: Track) => track === "T2" || track === "companiesT2";
export const ofCompanies = (track: Track) => track === "companies" || track === "companiesT2";
export const textOf = ({ title, objective, keywords }: Doc) => ({
  title,
  keywords,
  body: objective.replaceAll("[ORG]", " "),
});

/** The queries of a track with the organisations that are right. */
export function casesOf({ orgs, queries, relevant }: Consortia, track: Track) {
  const byId = new Map(orgs.map((org) => [org.id, org]));
  return queries.flatMap((query) => {
    const coordinator = query.coordinator ?? "";
    if (withCoordinator(track) && !((byId.get(coordinator)?.n ?? 0) >= LEAST_PROJECTS)) return [];
    const right = [...(relevant.get(query.id) ?? [])].filter(
      ([id, n]) =>
        n >= LEAST_PROJECTS &&
        !(withCoordinator(track) && id === coordinator) &&
        !(ofCompanies(track) && byId.get(id)?.type !== "PRC"),
    );
    return right.length > 0 ? [{ query, right: new Set(right.map(([id]) => id)) }] : [];
  });
}

/** How well a ranker does on each query of a track. */
export function measure(data: Consortia, track: Track, ranker: Ranker): Scores[] {
  const candidates = new Set(
    data.orgs
      .filter(({ n, type }) => n >= LEAST_PROJECTS && (!ofCompanies(track) || type === "PRC"))
      .map(({ id }) => id),
  );
  return casesOf(data, track).map(({ query, right }) => {
    const ranked = ranker(query, track).filter(
      (id) => candidates.has(id) && !(withCoordinator(track) && id === query.coordinator),
    );
    return scoresOf(ranked.slice(0, DEPTH), right);
  });
}

export function indexOf(docs: readonly Doc[]): TextIndex {
  const index = new TextIndex({
    fields: { title: { weight: 3 }, keywords: { weight: 2 }, body: {}, fields: {}, topic: { weight: 1.5 } },
    bigrams: true,
  });
  for (const doc of docs) {
    index.add({
      id: doc.id,
      language: "en",
      fields: { ...textOf(doc), fields: doc.fields?.join(", "), topic: doc.topic },
    });
  }
  return index;
}

/** One text per organisation with two projects or more: all of them. */
export function profileIndex({ docs, orgs }: Consortia): TextIndex {
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const index = new TextIndex({ fields: { body: {} } });
  for (const { id, n, docs: own } of orgs) {
    if (n < LEAST_PROJECTS) continue;
    const texts = own.map((doc) => Object.values(textOf(byId.get(doc)!)).join("\n"));
    index.add({ id, language: "en", fields: { body: texts.join("\n") } });
  }
  return index;
}

export function corpusOf(data: Consortia): Corpus {
  const { docs, orgs } = data;
  const profiles = profileIndex(data);
  const members = new Map<string, string[]>(docs.map(({ id }) => [id, []]));
  for (const org of orgs) for (const doc of org.docs) members.get(doc)?.push(org.id);
  return createCorpus({
    text: indexOf(docs),
    profiles: {
      search: (text, options) => profiles.search(joined(text), options),
      explain: (text, id, options) => profiles.explain(joined(text), id, options),
    },
    gauges: [
      { scoring: "cosine", features: "words" },
      { scoring: "bm25", features: "words" },
      { scoring: "cosine", features: "bigrams" },
    ],
    documents: docs.map(({ id, date }) => ({ id, date, kind: "project", organisations: members.get(id)! })),
    organisations: orgs.map((org) => ({
      id: org.id,
      kind: org.type,
      country: org.country,
      ...(org.nuts.length >= 4 && { region: org.nuts.slice(0, 4) }),
      placeNames: placeNames(org),
    })),
  });
}

/** The ask that a query is. Who has fewer than two projects is no candidate, by definition of the task. */
export function askOf({ orgs }: Consortia): (query: Query, track: Track) => Ask {
  const exclude = orgs.filter(({ n }) => n < LEAST_PROJECTS).map(({ id }) => id);
  return (query, track) => ({
    text: textOf(query),
    today: query.date,
    exclude,
    ...(withCoordinator(track) && { asker: query.coordinator }),
    ...(ofCompanies(track) && { kinds: ["PRC"] }),
  });
}

const joined = (text: Parameters<TextIndex["search"]>[0]) =>
  typeof text === "string" ? text : Object.values(text).join("\n");

export function ours(
  data: Consortia,
  model: { weights: Weights; mixes: Mixes },
  corpus: Corpus = corpusOf(data),
): Ranker {
  const ask = askOf(data);
  return (query, track) =>
    rankOrganisations(corpus, ask(query, track), { ...model, limit: DEPTH, explain: false }).map(
      ({ organisation }) => organisation,
    );
}
