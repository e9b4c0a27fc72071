import { KINDS, SIZES } from "./schema.ts";

/** What finding needs to know of an organisation. */
export interface Entry {
  id: string;
  /** Its name as the database folds it: the order of lists. */
  name: string;
  kind: string;
  sizeClass: string | null;
  country: string | null;
  nuts: string | null;
  city: string | null;
  /** Codes of NACE Rev. 2, as C25.62. */
  industries: readonly string[];
  lat: number | null;
  lon: number | null;
  projects: number;
  /** Positions in the vocabulary of competences. */
  competences: ArrayLike<number>;
  /** Organisations that do not see it. */
  wall: readonly string[];
  /** Nobody has touched or confirmed its profile for long. */
  silent?: boolean;
}

export interface CompetenceTerm {
  code: string;
  parent: string | null;
  titleEn: string;
  titleDe: string | null;
  depth: number;
}

/** Competences with their places in a tree. */
export interface Vocabulary {
  terms: readonly CompetenceTerm[];
  position: ReadonlyMap<string, number>;
  children: ReadonlyMap<string | null, readonly number[]>;
}

/**
 * Organisations in columns, ordered by name: one pass over a hundred thousand of them filters and counts every facet in
 * milliseconds, where the database would need one heavy query per facet.
 */
export interface Catalogue {
  ids: readonly string[];
  position: ReadonlyMap<string, number>;
  names: readonly string[];
  kind: Uint8Array;
  /** One more than the position in SIZES; 0 where it is not known. */
  size: Uint8Array;
  country: Uint16Array;
  countries: readonly string[];
  nuts: Uint16Array;
  regions: readonly string[];
  city: Uint32Array;
  cities: readonly string[];
  lat: Float64Array;
  lon: Float64Array;
  projects: Uint32Array;
  /** The competences of organisation i stand from `competenceFrom[i]` up to `competenceFrom[i + 1]`. */
  competenceFrom: Uint32Array;
  competences: Uint16Array;
  /** Only of those that tell them. */
  industries: ReadonlyMap<number, readonly string[]>;
  walls: ReadonlyMap<number, readonly string[]>;
  /** 1 for profiles that have been silent for long: they stand last among equals. */
  silent: Uint8Array;
  /** Positions as they stand. */
  byName: Uint32Array;
  /** Positions, most projects first, and of equals the silent ones last. */
  byProjects: Uint32Array;
  vocabulary: Vocabulary;
}

/** `entries` come in the order of their names. */
export function makeCatalogue(entries: readonly Entry[], vocabulary: Vocabulary): Catalogue {
  const countries = dictionary(entries.map((entry) => entry.country));
  const regions = dictionary(entries.map((entry) => entry.nuts));
  const cities = dictionary(entries.map((entry) => entry.city));
  const competenceFrom = new Uint32Array(entries.length + 1);
  entries.forEach((entry, i) => {
    competenceFrom[i + 1] = competenceFrom[i]! + entry.competences.length;
  });
  const competences = new Uint16Array(competenceFrom[entries.length]!);
  for (const [i, entry] of entries.entries()) competences.set(entry.competences, competenceFrom[i]!);
  const projects = Uint32Array.from(entries, (entry) => entry.projects);
  const silent = Uint8Array.from(entries, (entry) => (entry.silent ? 1 : 0));
  return {
    ids: entries.map((entry) => entry.id),
    position: new Map(entries.map((entry, i) => [entry.id, i])),
    names: entries.map((entry) => entry.name),
    kind: Uint8Array.from(entries, (entry) => KINDS.indexOf(entry.kind as never)),
    size: Uint8Array.from(entries, (entry) => SIZES.indexOf(entry.sizeClass as never) + 1),
    country: Uint16Array.from(countries.positions),
    countries: countries.words,
    nuts: Uint16Array.from(regions.positions),
    regions: regions.words,
    city: Uint32Array.from(cities.positions),
    cities: cities.words,
    lat: Float64Array.from(entries, (entry) => entry.lat ?? Number.NaN),
    lon: Float64Array.from(entries, (entry) => entry.lon ?? Number.NaN),
    projects,
    competenceFrom,
    competences,
    industries: told(entries, (entry) => entry.industries),
    walls: told(entries, (entry) => entry.wall),
    silent,
    byName: Uint32Array.from(entries.keys()),
    byProjects: Uint32Array.from(entries.keys()).sort(
      (a, b) => projects[b]! - projects[a]! || silent[a]! - silent[b]! || a - b,
    ),
    vocabulary,
  };
}

const told = (entries: readonly Entry[], listOf: (entry: Entry) => readonly string[]) =>
  new Map(entries.flatMap((entry, i) => (listOf(entry).length > 0 ? [[i, listOf(entry)] as const] : [])));

export function makeVocabulary(terms: readonly CompetenceTerm[]): Vocabulary {
  const children = new Map<string | null, number[]>();
  for (const [i, term] of terms.entries())
    children.set(term.parent, [...(children.get(term.parent) ?? []), i]);
  return { terms, position: new Map(terms.map((term, i) => [term.code, i])), children };
}

/** Words and where each entry's own stands; the first, empty word is "not known". */
function dictionary(values: readonly (string | null)[]) {
  const known = new Map<string, number>([["", 0]]);
  const positions = values.map((value) => {
    const word = value ?? "";
    const at = known.get(word) ?? known.size;
    known.set(word, at);
    return at;
  });
  return { words: [...known.keys()], positions };
}
