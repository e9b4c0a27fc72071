import type { Draft } from "./draft.ts";
import type { Ceiling } from "./relaxation.ts";

export type Branching = {
  /** The best team that keeps the rules, or none was found. */
  best: Draft | null;
  /** No team that keeps the rules has a higher value. -1 where it is proven that there is none. */
  bound: number;
  /** Every team was looked at or excluded. */
  isComplete: boolean;
};

export type Branches = {
  /** Those who may be added. */
  pool: readonly number[];
  ceiling: Ceiling;
  incumbent: Draft | null;
  /** Branches after which to end. */
  most: number;
  /** The first team that keeps the rules is enough. */
  any?: boolean;
};

const ROUNDED = 1e-12;
const LOOKED_AT = 12;

/**
 * Branch and bound over all teams that begin with a draft: with the most promising candidate, then without. A branch that cannot
 * beat the best so far, or cannot meet the rules any more, is left. Ends after so many branches with the bound that is proven by then.
 *
 * The bound of a branch is the smaller of the ceiling and of value + the sum of the largest gains: coverage is submodular, so that
 * partners gain no more together than each alone (Nemhauser, Wolsey and Fisher 1978).
 */
export function branch(start: Draft, { pool, ceiling, incumbent, most, any = false }: Branches): Branching {
  const { slope } = ceiling;
  const result: Branching = { best: incumbent, bound: -1, isComplete: true };
  let left = most;
  const visit = (draft: Draft, under: number, open: readonly number[]): void => {
    if (any && result.best !== null) return;
    if (draft.needed() > draft.seatsLeft || !canStillMeet(draft, open)) return;
    const value = draft.value();
    if (draft.shortfall() === 0 && (result.best === null || value > result.best.value() + ROUNDED)) {
      result.best = draft.copy();
    }
    if (draft.seatsLeft <= 0 || open.length === 0) return;
    const floor = result.best === null ? Number.NEGATIVE_INFINITY : result.best.value() + ROUNDED;
    let bound = under;
    for (let k = 0; k < draft.seatsLeft && k < open.length; k++) bound += Math.max(0, slope[open[k]!]!);
    if (bound <= floor) return;
    bound = Math.min(bound, value + largestGains(draft, open));
    if (bound <= floor) return;
    if (left-- <= 0) {
      result.isComplete = false;
      result.bound = Math.max(result.bound, bound);
      return;
    }
    const at = mostPromising(draft, open);
    const rest = open.toSpliced(at, 1);
    const next = open[at]!;
    const grown = draft.copy().add(next);
    const stillOpen = rest.filter((i) => grown.mayAdd(i));
    visit(grown, under + slope[next]!, stillOpen);
    visit(draft, under, rest);
  };
  visit(
    start,
    ceiling.constant,
    [...pool].sort((x, y) => slope[y]! - slope[x]! || x - y),
  );
  if (result.best !== null) result.bound = Math.max(result.bound, result.best.value());
  return result;
}

/** What as many as there are seats add at most, each counted alone. */
function largestGains(draft: Draft, open: readonly number[]): number {
  const gains = Float64Array.from(open, (i) => draft.gain(i)).sort();
  let sum = 0;
  for (let k = 1; k <= draft.seatsLeft && k <= gains.length; k++) sum += gains[gains.length - k]!;
  return sum;
}

/** The first of the list; where rules still lack somebody, the first who brings it: a team that keeps the rules is needed before a better one. */
function mostPromising(draft: Draft, open: readonly number[]): number {
  const lacking = draft.shortfall();
  if (lacking === 0) return 0;
  const useful = open.slice(0, LOOKED_AT).findIndex((i) => draft.copy().add(i).shortfall() < lacking);
  return Math.max(0, useful);
}

/** Whether everybody left in the pool together would do for the rules. */
function canStillMeet(draft: Draft, open: readonly number[]): boolean {
  if (draft.shortfall() === 0) return true;
  const { rules, country, region, kind, leastOfKind } = draft.model;
  if (draft.size + open.length < rules.leastSize) return false;
  const perKind = draft.perKind.slice();
  for (const i of open) if (kind[i]! >= 0) perKind[kind[i]!]!++;
  if (leastOfKind.some((least, k) => perKind[k]! < least)) return false;
  return (
    reach(draft, open, country) >= (rules.leastCountries ?? 0) &&
    reach(draft, open, region) >= (rules.leastRegions ?? 0)
  );
}

function reach(draft: Draft, open: readonly number[], of: Int32Array): number {
  const known = new Set([...open, ...draft.members].map((i) => of[i]!));
  known.delete(-1);
  return known.size;
}
