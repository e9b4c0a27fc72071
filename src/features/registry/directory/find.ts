import { countryOfRegion } from "../../places/feature.ts";
import type { Catalogue } from "./catalogue.ts";
import { KINDS, SIZES, type Sort } from "./schema.ts";

/** A question to a catalogue, with everything that had to be looked up already in hand. */
export interface Question {
  kind: readonly string[];
  size: readonly string[];
  /** NACE codes; a section or division stands for all that it holds. */
  industry: readonly string[];
  country: readonly string[];
  region: readonly string[];
  competence: readonly string[];
  /** Clusters or roles: whatever groups `groupsOf` tells. */
  group: readonly string[];
  /** Organisations the words were found in, with how well; `null` when no words were asked for. */
  matches: ReadonlyMap<string, number> | null;
  near: { lat: number; lon: number; km: number } | null;
  sort: Sort;
}

/** A further facet, over what is known of few: labels, levels, the team's own fields. */
export interface Extra {
  name: string;
  fits(at: number): boolean;
  /** The values it has of this facet, each once. */
  valuesOf(at: number): readonly string[];
}

export interface Counts {
  kind: Map<string, number>;
  size: Map<string, number>;
  /** By section of NACE. */
  industry: Map<string, number>;
  country: Map<string, number>;
  /** By the code in the record, at whatever level it was given. */
  region: Map<string, number>;
  /** By position in the vocabulary. */
  competence: Uint32Array;
  group: Map<string, number>;
  /** By the name of the facet and its value. */
  extra: Map<string, Map<string, number>>;
}

export interface Found {
  /** Positions in the catalogue, in the order asked for. */
  hits: number[];
  counts: Counts;
  /** Kilometres by position. */
  distance: ReadonlyMap<number, number>;
}

/** Who looks: their organisations stand before walls. */
export type Seen = (wall: readonly string[]) => boolean;

const NONE: readonly string[] = [];
const sectionsOf = (codes: readonly string[]) =>
  codes.length === 0 ? codes : new Set(codes.map((code) => code[0]!));

const NOT_FAILED = 0;
const [KIND, SIZE, PLACE, GROUP, INDUSTRY] = [1, 2, 4, 8, 16] as const;

/**
 * One pass: who fits everything is a hit; who fails a single facet still counts in that one, so that its other values show what
 * choosing them would bring.
 */
export function find(
  catalogue: Catalogue,
  question: Question,
  seen: Seen,
  groupsOf: (at: number) => readonly string[],
  extras: readonly Extra[] = [],
): Found {
  const { kind, size, country, nuts, competences, competenceFrom, vocabulary } = catalogue;
  const wantedKinds = positionsIn(KINDS, question.kind);
  const wantedSizes = positionsIn(SIZES, question.size);
  const wantedGroups = new Set(question.group);
  const wantedCompetences = question.competence.map((code) => vocabulary.position.get(code) ?? -1);
  const isThere = placeTest(catalogue, question);
  const distance = new Map<number, number>();
  const hits: number[] = [];
  const tally = makeTally(catalogue, extras);

  const asked = candidates(catalogue, question);
  for (let nth = 0; nth < asked.length; nth++) {
    const at = asked[nth]!;
    const wall = catalogue.walls.get(at);
    if (wall && !seen(wall)) continue;
    if (question.near) {
      const km = kilometres(question.near, { lat: catalogue.lat[at]!, lon: catalogue.lon[at]! });
      // Written so that an organisation without a place, whose distance is not a number, is not near.
      if (!(km <= question.near.km)) continue;
      distance.set(at, km);
    }
    if (!hasAll(at, wantedCompetences)) continue;
    const groups = groupsOf(at);
    const industries = catalogue.industries.get(at) ?? NONE;
    let failed = NOT_FAILED;
    if (wantedKinds && !wantedKinds[kind[at]!]) failed |= KIND;
    if (wantedSizes && !(size[at]! > 0 && wantedSizes[size[at]! - 1])) failed |= SIZE;
    if (isThere && !isThere(at)) failed |= PLACE;
    if (wantedGroups.size > 0 && !groups.some((group) => wantedGroups.has(group))) failed |= GROUP;

    if (
      question.industry.length > 0 &&
      !industries.some((code) => question.industry.some((prefix) => code.startsWith(prefix)))
    )
      failed |= INDUSTRY;

    const lacking = extras.length === 0 ? NOTHING : lackingOf(extras, at);
    if (failed === NOT_FAILED)
      for (const [i, extra] of extras.entries())
        if (lacking === NOTHING || lacking === i)
          for (const value of extra.valuesOf(at)) add(tally.extra[i]!, value);
    if (lacking !== NOTHING) continue;
    if (failed === NOT_FAILED) {
      hits.push(at);
      for (let i = competenceFrom[at]!; i < competenceFrom[at + 1]!; i++)
        tally.competence[competences[i]!]!++;
    }
    if (failed === NOT_FAILED || failed === KIND) tally.kind[kind[at]!]!++;
    if (failed === NOT_FAILED || failed === SIZE) tally.size[size[at]!]!++;
    if (failed === NOT_FAILED || failed === PLACE) {
      tally.country[country[at]!]!++;
      tally.region[nuts[at]!]!++;
    }
    if (failed === NOT_FAILED || failed === INDUSTRY)
      for (const section of sectionsOf(industries)) add(tally.industry, section);
    if (failed === NOT_FAILED || failed === GROUP) for (const group of groups) add(tally.group, group);
  }
  return {
    hits: ordered(hits, question, catalogue, distance),
    counts: named(tally, catalogue, extras),
    distance,
  };

  function hasAll(at: number, wanted: readonly number[]) {
    for (const code of wanted) {
      let has = false;
      for (let i = competenceFrom[at]!; i < competenceFrom[at + 1]! && !has; i++)
        has = competences[i] === code;
      if (!has) return false;
    }
    return true;
  }
}

const NOTHING = -1;
const SEVERAL = -2;

/** Which single further facet it fails. */
function lackingOf(extras: readonly Extra[], at: number): number {
  let lacking = NOTHING;
  for (const [i, extra] of extras.entries()) {
    if (extra.fits(at)) continue;
    if (lacking !== NOTHING) return SEVERAL;
    lacking = i;
  }
  return lacking;
}

/** In the order of the list wherever the catalogue has it, so that nothing large is ever sorted. */
function candidates(catalogue: Catalogue, { matches, sort }: Question): ArrayLike<number> {
  if (matches) return [...matches.keys()].flatMap((id) => catalogue.position.get(id) ?? []);
  return sort === "-projects" ? catalogue.byProjects : catalogue.byName;
}

function ordered(
  hits: number[],
  { sort, matches }: Question,
  catalogue: Catalogue,
  distance: ReadonlyMap<number, number>,
): number[] {
  const inOrder = matches === null && (sort === "name" || sort === "-projects");
  if (inOrder) return hits;
  if (sort === "-name") return hits.sort((a, b) => b - a);
  const weight = weightOf(sort, catalogue, matches, distance);
  return hits.sort((a, b) => weight(a) - weight(b) || a - b);
}

/** What a list is ordered by, least first; equal ones stand by name. */
export function weightOf(
  sort: Sort,
  catalogue: Catalogue,
  matches: ReadonlyMap<string, number> | null,
  distance: ReadonlyMap<number, number>,
): (at: number) => number {
  if (sort === "projects") return (at) => catalogue.projects[at]!;
  if (sort === "-projects") return (at) => -catalogue.projects[at]! + catalogue.silent[at]! * HALF;
  if (sort === "distance") return (at) => round(distance.get(at) ?? 0);
  if (sort === "relevance")
    return (at) =>
      -round(relevance(matches?.get(catalogue.ids[at]!) ?? 0, catalogue.projects[at]!)) +
      catalogue.silent[at]! * LESS;
  return () => 0;
}

/** Less than any difference: silence only decides between equals. */
const HALF = 0.5;
const LESS = 0.00005;

/** The words decide; between equals, experience does. */
const relevance = (match: number, projects: number) => match * (1 + Math.log1p(projects) / 10);
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A chosen region narrows its country, and a chosen part of it narrows the region; other countries chosen stay. */
function placeTest(catalogue: Catalogue, { country, region }: Question): ((at: number) => boolean) | null {
  if (country.length === 0 && region.length === 0) return null;
  const finest = region.filter((code) => !region.some((other) => other !== code && other.startsWith(code)));
  const narrowed = new Set(finest.map((code) => countryOfRegion(code)));
  const whole = new Set(country.filter((code) => !narrowed.has(code)));
  const countryFits = catalogue.countries.map((code) => whole.has(code));
  const regionFits = catalogue.regions.map((code) => finest.some((prefix) => code.startsWith(prefix)));
  return (at) => countryFits[catalogue.country[at]!]! || regionFits[catalogue.nuts[at]!]!;
}

/** The EU's regions say EL and UK where ISO countries say GR and GB. */
export const regionOfCountry = (code: string) => (code === "GR" ? "EL" : code === "GB" ? "UK" : code);

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Along the great circle (haversine). */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const half = (x: number) => Math.sin(radians(x) / 2) ** 2;
  const chord =
    half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

function positionsIn(words: readonly string[], wanted: readonly string[]): boolean[] | null {
  return wanted.length > 0 ? words.map((word) => wanted.includes(word)) : null;
}

interface Tally {
  kind: Uint32Array;
  size: Uint32Array;
  industry: Map<string, number>;
  country: Uint32Array;
  region: Uint32Array;
  competence: Uint32Array;
  group: Map<string, number>;
  extra: Map<string, number>[];
}

const makeTally = (catalogue: Catalogue, extras: readonly Extra[]): Tally => ({
  kind: new Uint32Array(KINDS.length),
  size: new Uint32Array(SIZES.length + 1),
  industry: new Map(),
  country: new Uint32Array(catalogue.countries.length),
  region: new Uint32Array(catalogue.regions.length),
  competence: new Uint32Array(catalogue.vocabulary.terms.length),
  group: new Map(),
  extra: extras.map(() => new Map()),
});

const named = (tally: Tally, catalogue: Catalogue, extras: readonly Extra[]): Counts => ({
  kind: byWord(KINDS, tally.kind),
  size: byWord(["", ...SIZES], tally.size),
  industry: tally.industry,
  country: byWord(catalogue.countries, tally.country),
  region: byWord(catalogue.regions, tally.region),
  competence: tally.competence,
  group: tally.group,
  extra: new Map(extras.map((extra, i) => [extra.name, tally.extra[i]!])),
});

const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);

const byWord = (words: readonly string[], counts: Uint32Array) =>
  new Map(words.flatMap((word, i) => (word !== "" && counts[i]! > 0 ? [[word, counts[i]!] as const] : [])));
