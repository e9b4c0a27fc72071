import {
  type Corpus,
  type CorpusDocument,
  createCorpus,
  type Organisation,
  type SizeClass,
  type TextIndex,
  type TextSource,
} from "@kontor/matching";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { DocumentSeen } from "./documents.ts";
import { type Read, readDocuments, readNeeds } from "./library.ts";
import {
  type Candidate,
  candidatesSeen,
  type Eyes,
  linksSeen,
  organisationsSeen,
  skillsSeen,
} from "./sources.ts";

/** All that one asker may be told of, ready to be ranked; nothing else is in it. */
export interface Gathered {
  corpus: Corpus;
  candidates: ReadonlyMap<OrganisationId, Candidate>;
  documents: ReadonlyMap<string, DocumentSeen>;
}

export interface Wanted {
  /** Competences that are looked for. */
  codes: readonly string[];
  /** Needs about which something was said. */
  needs: readonly string[];
  /** The need that is asked about: what was an answer to it is none to be found again. */
  itself: string;
  /** Who is out of it altogether: neither suggested nor named as somebody in between. */
  without: readonly OrganisationId[];
}

/** The candidates with all that speaks for them. */
export async function gather(db: Db, eyes: Eyes, wanted: Wanted): Promise<Gathered> {
  const candidates = (await candidatesSeen(db, eyes)).filter((one) => !wanted.without.includes(one.id));
  const ids = candidates.map((one) => one.id);
  const { index, documents } = await readDocuments(db, eyes, ids, wanted.needs);
  const others = documents.filter((one) => one.id !== `answer:${wanted.itself}`);
  return pack(db, eyes, candidates, { index, documents: others }, wanted.codes);
}

/** The needs of others, those who stand behind them, and the organisation they are to fit. */
export async function gatherNeeds(db: Db, eyes: Eyes, codes: readonly string[]): Promise<Gathered> {
  const { index, documents } = await readNeeds(db, eyes);
  const owners = documents.flatMap((one) => one.organisations);
  const organisations = await organisationsSeen(db, eyes, [
    ...new Set([...owners, ...(eyes.beside ? [eyes.beside] : [])]),
  ]);
  const known = new Set(organisations.map((one) => one.id));
  const seen = documents.filter((one) => one.organisations.every((id) => known.has(id)));
  return pack(db, eyes, organisations, { index, documents: seen }, codes);
}

async function pack(
  db: Db,
  eyes: Eyes,
  candidates: readonly Candidate[],
  { index, documents }: Read,
  codes: readonly string[],
): Promise<Gathered> {
  const ids = candidates.map((one) => one.id);
  const links = await linksSeen(db, eyes, ids);
  const skills = await skillsSeen(db, eyes, ids, codes);
  const nameless = documents.filter((one) => one.organisations.length === 0);

  const text = textOf(index, documents);
  return {
    corpus: createCorpus({
      text,
      documents: documents.map(asDocument),
      organisations: [
        ...candidates.map((one) => asOrganisation(one, skills.get(one.id))),
        ...nameless.map((one) => ({ id: one.id })),
      ],
      links: links.map(({ id, from, to, strength }) => ({
        id,
        organisations: [from, to] as const,
        strength: Math.min(1, strength),
      })),
    }),
    candidates: new Map(candidates.map((one) => [one.id, one])),
    documents: new Map(documents.map((one) => [one.id, one])),
  };
}

/** The words of these documents alone: what the asker does not see counts for nothing, not even for how rare a word is. */
function textOf(index: TextIndex, documents: readonly DocumentSeen[]): TextSource {
  const count = () => {
    const filter = new Uint8Array(index.slots);
    for (const { id } of documents) if (index.has(id)) filter[index.slotOf(id)] = 1;
    return { revision: index.revision, filter, statistics: index.statistics(filter) };
  };
  let counted = count();
  // Somebody else's question may bring documents to the shelf while this one waits for the database.
  const now = () => {
    if (counted.revision !== index.revision) counted = count();
    return counted;
  };
  return {
    search: (query, options) =>
      index.search(query, { filter: now().filter, ...options, statistics: now().statistics }),
    explain: (query, id, options) =>
      index.has(id)
        ? index.explain(query, id, { filter: now().filter, ...options, statistics: now().statistics })
        : { score: 0, terms: [] },
  };
}

/** Behind a teaser stands somebody of whom nothing is known: a name of its own for each, so that no two are taken for one. */
const asDocument = ({ id, kind, organisations, date }: DocumentSeen): CorpusDocument => ({
  id,
  kind: kind === "teaser" ? "need" : kind,
  organisations: kind === "teaser" ? [id] : organisations,
  ...(date === null ? {} : { date }),
});

export function asOrganisation(
  one: Candidate,
  skills?: { codes: string[]; languages: string[] },
): Organisation {
  const { id, kind, country, nuts, lat, lon, sizeClass, since } = one;
  return {
    id,
    kind,
    ...(since === null ? {} : { memberSince: since }),
    ...(country === null ? {} : { country }),
    // Regions of the second level: nearer than a country, wider than a town.
    ...(nuts === null || nuts.length < 4 ? {} : { region: nuts.slice(0, 4) }),
    ...(lat === null || lon === null ? {} : { place: { latitude: lat, longitude: lon } }),
    ...(isSize(sizeClass) ? { size: sizeClass } : {}),
    ...(skills ? { competences: [...new Set(skills.codes)], languages: [...new Set(skills.languages)] } : {}),
  };
}

const isSize = (size: string | null): size is SizeClass =>
  size === "micro" || size === "small" || size === "medium" || size === "large";
