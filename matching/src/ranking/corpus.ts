import { inRange } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import type { ScoreOptions } from "../text/index.ts";
import { placeNamesOf } from "./place-names.ts";
import type { Resemblance } from "./resemblance.ts";
import type { CorpusDocument, DocumentKind, Link, Organisation, TextSource } from "./types.ts";

/** One way to find documents that resemble a text. */
export type Gauge = Required<Pick<ScoreOptions, "scoring" | "features">> & {
  /** What it counts beside the others; 1 unless told. */
  weight?: number;
};

const DEFAULT_GAUGES: readonly Gauge[] = [
  { scoring: "cosine", features: "words" },
  { scoring: "bm25", features: "words" },
];

/** What a corpus is made of. */
export type CorpusInput = {
  /** Holds the text of the documents under their ids. Documents without text there still speak of joint work. */
  text: TextSource;
  /**
   * Holds one text per organisation under its id: how it describes itself, or all its documents as one. It is open to
   * everybody who may see the organisation, so nothing confidential belongs in it.
   */
  profiles?: TextSource;
  /** By what documents are found near; by the cosine and BM25 of words unless told. */
  gauges?: readonly Gauge[];
  /**
   * How alike documents are (see `resemblanceOf`). With it, offers and needs also gain by being like those that answer best: answers to the
   * same ask are like one another.
   */
  resemblance?: Resemblance;
  /**
   * Answers to calls and campaigns come in rounds: how many days one takes. With it, offers and needs also gain by being from about the same
   * days as those that answer best. Leave it out where offers come at any time: then days say nothing of what belongs together.
   */
  roundDays?: number;
  documents: Iterable<CorpusDocument>;
  organisations: Iterable<Organisation>;
  links?: Iterable<Link>;
};

/** Lists of numbers, one list after another: the list of `i` lies from `start[i]` up to `start[i + 1]`. */
export type Lists = { start: Int32Array; items: Int32Array };

/** `documents`: how many times an organisation of the class stands behind a document. */
export type Classes = { of: Int32Array; documents: Float64Array };

/**
 * Organisations, their documents and links, packed for ranking. Made once and not changed: after a change of the
 * cluster, make it anew (100,000 organisations with 20,000 documents take some 0.1 s); the text index beside it is the
 * one that is kept up to date piece by piece.
 */
export type Corpus = {
  readonly text: TextSource;
  readonly profiles: TextSource | undefined;
  readonly gauges: readonly Gauge[];
  readonly resemblance: Resemblance | undefined;
  readonly roundDays: number | undefined;
  readonly organisations: readonly Organisation[];
  readonly documents: readonly CorpusDocument[];
  readonly links: readonly Link[];
  /** Position of each by id. */
  readonly organisationAt: ReadonlyMap<string, number>;
  readonly documentAt: ReadonlyMap<string, number>;
  /** Organisations of each document, documents of each organisation, links of each organisation. */
  readonly members: Lists;
  readonly documentsOf: Lists;
  readonly linksOf: Lists;
  /** Per document: day (days since 1970, NaN if undated), weight, kind. */
  readonly day: Float64Array;
  readonly weight: Float32Array;
  readonly kind: readonly DocumentKind[];
  /** Per link: the two ends. */
  readonly ends: Int32Array;
  /** Classes of organisations, by number: who is of which (-1 of none), and how many. */
  readonly kinds: Classes;
  readonly countries: Classes;
  /** Organisations by the names of where they are. */
  readonly placeNames: ReadonlyMap<string, readonly number[]>;
};

/**
 * Packs a corpus. Organisations that are named by a document or link but are not in the list of organisations are
 * refused (`unknown`), as are ids that occur twice (`duplicate`), weights below 0, strengths and availabilities
 * outside 0..1 and rounds of less than a day (`number`), days that are none (`format`).
 */
export function createCorpus(input: CorpusInput): Corpus {
  const organisations = [...input.organisations];
  const documents = [...input.documents];
  const links = [...(input.links ?? [])];
  const organisationAt = positions("organisation", organisations);
  const documentAt = positions("document", documents);
  positions("link", links);
  if (input.roundDays !== undefined) inRange("The days of a round", input.roundDays, 1);
  for (const { weight } of input.gauges ?? []) inRange("The weight of a gauge", weight ?? 1, 0);
  for (const { id, availability } of organisations) {
    if (availability !== undefined) inRange(`The availability of ${id}`, availability, 0, 1);
  }

  const at = (id: string, where: string) => {
    const position = organisationAt.get(id);
    if (position !== undefined) return position;
    throw new MatchingError(
      "unknown",
      `The organisation "${id}" of ${where} is not in the list of organisations.`,
    );
  };
  const memberLists = documents.map(({ id, organisations: named }) => [
    ...new Set(named.map((organisation) => at(organisation, `document "${id}"`))),
  ]);
  const ends = new Int32Array(links.length * 2);
  for (const [i, { id, organisations: two, strength }] of links.entries()) {
    inRange(`The strength of link "${id}"`, strength ?? 1, 0, 1);
    ends[2 * i] = at(two[0], `link "${id}"`);
    ends[2 * i + 1] = at(two[1], `link "${id}"`);
  }

  const members = pack(memberLists);
  const documentsOf = turn(members, organisations.length);
  return {
    text: input.text,
    profiles: input.profiles,
    gauges: input.gauges ?? DEFAULT_GAUGES,
    resemblance: input.resemblance,
    roundDays: input.roundDays,
    organisations,
    documents,
    links,
    organisationAt,
    documentAt,
    members,
    documentsOf,
    linksOf: turn(
      { start: Int32Array.from({ length: links.length + 1 }, (_, i) => 2 * i), items: ends },
      organisations.length,
    ),
    day: Float64Array.from(documents, ({ id, date }) =>
      date === undefined ? Number.NaN : dayOf(date, `document "${id}"`),
    ),
    weight: Float32Array.from(documents, ({ id, weight }) =>
      inRange(`The weight of document "${id}"`, weight ?? 1, 0),
    ),
    kind: documents.map(({ kind }) => kind),
    ends,
    kinds: classesOf(organisations, documentsOf, ({ kind }) => kind),
    countries: classesOf(organisations, documentsOf, ({ country }) => country),
    placeNames: placeNamesOf(organisations),
  };
}

/** Days since 1970 of an ISO day; the time of day, if any, is left out. */
export function dayOf(iso: string, where: string): number {
  const time = Date.parse(iso.length > 10 ? iso.slice(0, 10) : iso);
  if (Number.isNaN(time))
    throw new MatchingError("format", `The day "${iso}" of ${where} is none; write it as 2026-03-01.`);
  return Math.floor(time / 86_400_000);
}

function positions(what: string, things: readonly { id: string }[]): Map<string, number> {
  const at = new Map<string, number>();
  for (const [i, { id }] of things.entries()) {
    if (at.has(id))
      throw new MatchingError("duplicate", `The ${what} "${id}" is there twice; give each an id of its own.`);
    at.set(id, i);
  }
  return at;
}

function pack(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
  const items = new Int32Array(start[lists.length]!);
  for (const [i, list] of lists.entries()) items.set(list, start[i]!);
  return { start, items };
}

/** For each item the lists that hold it. */
function turn({ start, items }: Lists, size: number): Lists {
  const turned = new Int32Array(size + 1);
  for (const item of items) turned[item + 1]!++;
  for (let i = 0; i < size; i++) turned[i + 1]! += turned[i]!;
  const next = turned.slice(0, size);
  const lists = new Int32Array(items.length);
  for (let list = 0; list + 1 < start.length; list++) {
    for (let i = start[list]!; i < start[list + 1]!; i++) lists[next[items[i]!]!++] = list;
  }
  return { start: turned, items: lists };
}

function classesOf(
  organisations: readonly Organisation[],
  { start }: Lists,
  word: (organisation: Organisation) => string | undefined,
): Classes {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const of = new Int32Array(organisations.length).fill(-1);
  for (const [at, organisation] of organisations.entries()) {
    const name = word(organisation);
    if (name === undefined) continue;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    of[at] = number;
    counts[number] = (counts[number] ?? 0) + start[at + 1]! - start[at]!;
  }
  return { of, documents: Float64Array.from(counts) };
}
