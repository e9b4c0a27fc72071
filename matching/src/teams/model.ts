import { inRange } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import type { Candidate, TeamInput, TeamRules } from "./input.ts";

/** The input in arrays, candidates and competences by position. */
export type TeamModel = {
  readonly input: TeamInput;
  readonly rules: TeamRules & { leastSize: number; mostSize: number };
  readonly candidates: readonly Candidate[];
  readonly many: number;
  readonly competences: number;
  /** candidates × competences: strength with relevance in it, 0 where there is none. */
  readonly strength: Float64Array;
  /** Share of each competence in the whole: they add up to 1. */
  readonly weight: Float64Array;
  readonly cost: Float64Array;
  /** Numbers for country, region and kind, or -1. */
  readonly country: Int32Array;
  readonly region: Int32Array;
  readonly kind: Int32Array;
  readonly countries: number;
  readonly regions: number;
  readonly kinds: readonly string[];
  readonly leastOfKind: Int32Array;
  readonly mostOfKind: Int32Array;
  readonly mostCostOfKind: Float64Array;
  readonly rivals: readonly (readonly number[])[];
  readonly include: readonly number[];
  /** Neither excluded nor, alone, too dear or too much of a kind. */
  readonly isEligible: Uint8Array;
  readonly at: ReadonlyMap<string, number>;
};

const NO_LIMIT = 2 ** 31 - 1;

export function teamModelOf(input: TeamInput): TeamModel {
  const { candidates, competences } = input;
  const rules = settled(input.rules ?? {});
  const at = positions(candidates, "candidate");
  positions(competences, "competence");
  const weights = competences.map(({ id, weight = 1 }) =>
    finite(`The weight of the competence "${id}"`, weight),
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  const relevanceWeight = inRange("relevanceWeight", input.relevanceWeight ?? 0.3, 0, 1);

  const many = candidates.length;
  const strength = new Float64Array(many * competences.length);
  candidates.forEach((candidate, i) => {
    const relevance = inRange(
      `The relevance of the candidate "${candidate.id}"`,
      candidate.relevance ?? 1,
      0,
      1,
    );
    competences.forEach(({ id }, c) => {
      const given = inRange(
        `The strength of "${candidate.id}" in "${id}"`,
        candidate.competences[id] ?? 0,
        0,
        1,
      );
      strength[i * competences.length + c] = given * (1 - relevanceWeight * (1 - relevance));
    });
  });

  const numberOf = () => new Map<string, number>();
  const [countryAt, regionAt, kindAt] = [numberOf(), numberOf(), numberOf()];
  for (const { kind } of rules.kinds ?? []) number(kindAt, kind);
  const country = Int32Array.from(candidates, (one) => number(countryAt, one.country));
  const region = Int32Array.from(candidates, (one) => number(regionAt, one.region));
  const kind = Int32Array.from(candidates, (one) => number(kindAt, one.kind));
  const kinds = kindRules(rules, kindAt);
  const cost = Float64Array.from(candidates, ({ id, cost: own = 0 }) =>
    finite(`The cost of the candidate "${id}"`, own),
  );

  const byId = (ids: readonly string[]) => ids.map((id) => position(at, id));
  const excluded = new Set(byId(rules.exclude ?? []));
  const include = [...new Set(byId(rules.include ?? []))];
  const rivals: number[][] = candidates.map(() => []);
  for (const [one, other] of rules.rivals ?? []) {
    const [i, j] = [position(at, one), position(at, other)];
    if (i === j) throw new MatchingError("option", `The candidate "${one}" cannot be a rival of itself.`);
    rivals[i]!.push(j);
    rivals[j]!.push(i);
  }
  const mostAlone = Math.min(
    rules.mostCost ?? Number.POSITIVE_INFINITY,
    rules.mostCostPerPartner ?? Number.POSITIVE_INFINITY,
  );
  return {
    input,
    rules,
    candidates,
    many,
    competences: competences.length,
    strength,
    weight: Float64Array.from(weights, (w) => (total > 0 ? w / total : 0)),
    cost,
    country,
    region,
    kind,
    countries: countryAt.size,
    regions: regionAt.size,
    kinds: [...kindAt.keys()],
    ...kinds,
    rivals,
    include,
    isEligible: Uint8Array.from(candidates, (_, i) => {
      const k = kind[i]!;
      const isTooMuch =
        cost[i]! > mostAlone ||
        (k >= 0 && (kinds.mostOfKind[k] === 0 || cost[i]! > kinds.mostCostOfKind[k]!));
      return Number(!excluded.has(i) && !isTooMuch);
    }),
    at,
  };
}

function settled(rules: TeamRules): TeamModel["rules"] {
  const { leastSize = 1, mostSize = 8, leastCountries, leastRegions, leastSmeShare } = rules;
  whole("leastSize", leastSize);
  whole("mostSize", mostSize);
  if (leastCountries !== undefined) whole("leastCountries", leastCountries);
  if (leastRegions !== undefined) whole("leastRegions", leastRegions);
  if (leastSmeShare !== undefined) inRange("leastSmeShare", leastSmeShare, 0, 1);
  if (rules.mostCost !== undefined) inRange("mostCost", rules.mostCost, 0);
  if (rules.mostCostPerPartner !== undefined) inRange("mostCostPerPartner", rules.mostCostPerPartner, 0);
  return { ...rules, leastSize, mostSize };
}

function kindRules(rules: TeamRules, kindAt: ReadonlyMap<string, number>) {
  const leastOfKind = new Int32Array(kindAt.size);
  const mostOfKind = new Int32Array(kindAt.size).fill(NO_LIMIT);
  const mostCostOfKind = new Float64Array(kindAt.size).fill(Number.POSITIVE_INFINITY);
  const seen = new Set<string>();
  for (const { kind, least = 0, most = NO_LIMIT, mostCost } of rules.kinds ?? []) {
    if (seen.has(kind))
      throw new MatchingError("duplicate", `There are two rules for the kind "${kind}". Put them into one.`);
    seen.add(kind);
    const k = kindAt.get(kind)!;
    leastOfKind[k] = whole(`The least of the kind "${kind}"`, least);
    mostOfKind[k] = whole(`The most of the kind "${kind}"`, most);
    if (mostCost !== undefined)
      mostCostOfKind[k] = inRange(`The most that the kind "${kind}" costs`, mostCost, 0);
  }
  return { leastOfKind, mostOfKind, mostCostOfKind };
}

function number(at: Map<string, number>, name: string | undefined): number {
  if (name === undefined) return -1;
  const known = at.get(name) ?? at.size;
  at.set(name, known);
  return known;
}

function positions(things: readonly { id: string }[], what: string): Map<string, number> {
  const at = new Map<string, number>();
  things.forEach(({ id }, i) => {
    if (at.has(id)) throw new MatchingError("duplicate", `The ${what} "${id}" is given twice.`);
    at.set(id, i);
  });
  return at;
}

export function position(at: ReadonlyMap<string, number>, id: string): number {
  const found = at.get(id);
  if (found === undefined) throw new MatchingError("unknown", `There is no candidate "${id}".`);
  return found;
}

function whole(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new MatchingError("number", `${name} is ${value}; it has to be a whole number from 0.`);
}

function finite(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new MatchingError("number", `${name} is ${value}; it has to be a number from 0.`);
}
