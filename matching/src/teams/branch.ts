import { boundOf } from "./bound.ts";
import type { Draft } from "./draft.ts";
import { eligible } from "./greedy.ts";

export type Branching = {
  /** The best team that keeps the rules, or none was found. */
  best: Draft | null;
  /** No team that keeps the rules has a higher value. -1 where it is proven that there is none. */
  bound: number;
  /** Every team was looked at or excluded. */
  isComplete: boolean;
};

const ROUNDED = 1e-12;

/**
 * Branch and bound over all teams that begin with a draft: with the candidate of the largest gain, then without it. A branch that cannot
 * beat the best so far, or cannot meet the rules any more, is left. After so many branches it ends with the bound that is proven by then.
 * `any`: the first team that keeps the rules is enough.
 */
export function branch(start: Draft, incumbent: Draft | null, branches: number, any = false): Branching {
  const result: Branching = { best: incumbent, bound: -1, isComplete: true };
  let left = branches;
  const visit = (draft: Draft, pool: readonly number[]): void => {
    if (any && result.best !== null) return;
    if (draft.needed() > draft.seatsLeft || !canStillMeet(draft, pool)) return;
    if (draft.shortfall() === 0 && (result.best === null || draft.value() > result.best.value() + ROUNDED)) {
      result.best = draft.copy();
    }
    if (draft.seatsLeft <= 0 || pool.length === 0) return;
    const bound = boundOf(draft, pool, draft.seatsLeft);
    if (result.best !== null && bound <= result.best.value() + ROUNDED) return;
    if (left-- <= 0) {
      result.isComplete = false;
      result.bound = Math.max(result.bound, bound);
      return;
    }
    const next = mostGaining(draft, pool);
    const rest = pool.filter((i) => i !== next);
    const grown = draft.copy().add(next);
    visit(
      grown,
      rest.filter((i) => grown.mayAdd(i)),
    );
    visit(draft, rest);
  };
  visit(
    start,
    eligible(start.model).filter((i) => start.mayAdd(i)),
  );
  if (result.best !== null) result.bound = Math.max(result.bound, result.best.value());
  return result;
}

function mostGaining(draft: Draft, pool: readonly number[]): number {
  // Where rules still lack somebody, those who bring it come first: a team that keeps the rules is needed before a better one.
  const lacking = draft.shortfall();
  let best = pool[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const i of pool) {
    const gain = draft.gain(i) + (lacking > 0 && draft.copy().add(i).shortfall() < lacking ? 1 : 0);
    if (gain > most) {
      most = gain;
      best = i;
    }
  }
  return best;
}

/** Whether everybody left in the pool together would do for the rules. */
function canStillMeet(draft: Draft, pool: readonly number[]): boolean {
  if (draft.shortfall() === 0) return true;
  const { rules, country, region, kind, leastOfKind } = draft.model;
  if (draft.size + pool.length < rules.leastSize) return false;
  const perKind = draft.perKind.slice();
  for (const i of pool) if (kind[i]! >= 0) perKind[kind[i]!]!++;
  if (leastOfKind.some((least, k) => perKind[k]! < least)) return false;
  return (
    reach(draft, pool, draft.perCountry, country) >= (rules.leastCountries ?? 0) &&
    reach(draft, pool, draft.perRegion, region) >= (rules.leastRegions ?? 0)
  );
}

function reach(draft: Draft, pool: readonly number[], own: Int32Array, of: Int32Array): number {
  const known = new Set([...pool, ...draft.members].map((i) => of[i]!));
  known.delete(-1);
  return own.length === 0 ? 0 : known.size;
}
