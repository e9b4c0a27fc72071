import type { Kind } from "../../../exchange/feature.ts";
import type { KnownNeed } from "./rules.ts";

/** How long until what a member looked for counts half. */
const HALF_LIFE_DAYS = 365;
/** How much the others weigh beside a member's own needs: as so many needs of its own. Which one is chosen on the earlier half of the tests. */
const PRIORS = [0.5, 2, 8];
/** Fewer tests say nothing. */
export const LEAST_TESTS = 20;
const KINDS_SHOWN = 3;
const COMPETENCES_SHOWN = 5;

export interface Likely<T extends string = string> {
  key: T;
  /** Of the kinds: the chance that the next need is of this one. Of competences: the share of likely mentions. */
  share: number;
}

export interface NextNeeds {
  /** Needs of its own that this is made from. */
  own: number;
  kinds: Likely<Kind>[];
  competences: Likely[];
}

/** How often such a word came true, on needs that were not used to set it up. */
export interface Precision {
  tests: number;
  /** The next need was of the kind named first, or of one of the three. */
  first: number;
  ofThree: number;
  /** Share of the five competences named that the next need had. */
  competences: number;
  /** The same for naming to everybody what is most frequent in the cluster. */
  popular: { first: number; ofThree: number; competences: number };
}

export interface NextForecast {
  prior: number;
  precision: Precision | null;
  byMember: Map<string, NextNeeds>;
}

/** What each member is likely to look for next, from its own needs, those that go with them, and those of the cluster. */
export function forecastNext(
  needs: readonly KnownNeed[],
  members: readonly string[],
  today: string,
): NextForecast {
  const sorted = needs.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const { prior, precision } = measured(sorted);
  return {
    prior,
    precision,
    byMember: new Map(members.map((id) => [id, nextOf(sorted, id, today, prior)])),
  };
}

export function nextOf(
  past: readonly KnownNeed[],
  organisationId: string,
  today: string,
  prior: number,
): NextNeeds {
  const own = past.filter((need) => need.organisationId === organisationId);
  const kinds = scored(own, past, today, prior, (need) => [need.kind]);
  const competences = scored(own, past, today, prior, (need) => need.competences, beside(own, past));
  return {
    own: own.length,
    kinds: kinds.slice(0, KINDS_SHOWN) as Likely<Kind>[],
    competences: competences.slice(0, COMPETENCES_SHOWN),
  };
}

/** Own needs by their age, the cluster's by how frequent, and what others name together with what is named here. */
function scored(
  own: readonly KnownNeed[],
  all: readonly KnownNeed[],
  today: string,
  prior: number,
  keysOf: (need: KnownNeed) => readonly string[],
  companions: ReadonlyMap<string, number> = new Map(),
): Likely[] {
  const score = new Map<string, number>();
  const add = (key: string, by: number) => score.set(key, (score.get(key) ?? 0) + by);
  for (const need of own) {
    const days = (Date.parse(today) - Date.parse(need.on)) / 86_400_000;
    for (const key of keysOf(need)) add(key, 2 ** (-Math.max(0, days) / HALF_LIFE_DAYS));
  }
  for (const [key, share] of companions) add(key, share);
  const mentions = all.flatMap(keysOf);
  for (const key of mentions) add(key, prior / mentions.length);
  const sum = [...score.values()].reduce((total, one) => total + one, 0);
  return [...score]
    .map(([key, one]) => ({ key, share: sum > 0 ? one / sum : 0 }))
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1));
}

/** Competences that other needs name together with those of the member, one in all for each of its own. */
function beside(own: readonly KnownNeed[], all: readonly KnownNeed[]): Map<string, number> {
  const mine = new Set(own.flatMap(({ competences }) => competences));
  const found = new Map<string, number>();
  let sum = 0;
  for (const { competences } of all) {
    const shared = competences.filter((key) => mine.has(key)).length;
    if (shared === 0) continue;
    for (const key of competences)
      if (!mine.has(key)) {
        found.set(key, (found.get(key) ?? 0) + shared);
        sum += shared;
      }
  }
  for (const [key, count] of found) found.set(key, (count / sum) * Math.min(1, mine.size));
  return found;
}

/** Every need but the first ones, foretold from those that were there before it. */
function measured(sorted: readonly KnownNeed[]): { prior: number; precision: Precision | null } {
  const from = Math.min(10, sorted.length);
  const tests = sorted.flatMap((need, k) => {
    const past = sorted.slice(0, k).filter(({ on }) => on < need.on);
    return k >= from && past.some(({ organisationId }) => organisationId === need.organisationId)
      ? [{ need, past }]
      : [];
  });
  const half = Math.floor(tests.length / 2);
  const hits = (part: typeof tests, prior: number) =>
    meanHits(part.map(({ need, past }) => hit(need, nextOf(past, need.organisationId, need.on, prior))));
  const prior = PRIORS.toSorted(
    (a, b) => hits(tests.slice(0, half), b).ofThree - hits(tests.slice(0, half), a).ofThree,
  )[0]!;
  const held = tests.slice(half);
  if (held.length < LEAST_TESTS) return { prior, precision: null };
  const popular = meanHits(held.map(({ need, past }) => hit(need, nextOf(past, "", need.on, 1))));
  return { prior, precision: { tests: held.length, ...hits(held, prior), popular } };
}

interface Hit {
  first: number;
  ofThree: number;
  /** `null` where the need names none. */
  competences: number | null;
}

function hit(need: KnownNeed, { kinds, competences }: NextNeeds): Hit {
  const named = competences.filter(({ key }) => need.competences.includes(key)).length;
  return {
    first: kinds[0]?.key === need.kind ? 1 : 0,
    ofThree: kinds.some(({ key }) => key === need.kind) ? 1 : 0,
    competences: need.competences.length > 0 ? named / COMPETENCES_SHOWN : null,
  };
}

function meanHits(hits: readonly Hit[]): { first: number; ofThree: number; competences: number } {
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
  return {
    first: mean(hits.map(({ first }) => first)),
    ofThree: mean(hits.map(({ ofThree }) => ofThree)),
    competences: mean(hits.flatMap(({ competences }) => (competences === null ? [] : [competences]))),
  };
}
