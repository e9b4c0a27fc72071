import type { Draft } from "./draft.ts";
import type { TeamModel } from "./model.ts";

/** For every team that keeps the rules: value ≤ constant + Σ slope over those it has beside the members of the draft. */
export type Ceiling = {
  readonly constant: number;
  /** For each candidate. */
  readonly slope: Float64Array;
  /** The most it allows any team. */
  readonly most: number;
};

const ITERATIONS = 150;
const HALVINGS = 20;
/** Stands for a strength of 1, whose logarithm is infinite; what that takes from a bound is added again. */
const CERTAIN = 30;

/**
 * A bound for all teams from a relaxation in which partners may join in part. With L = -log(1 - strength), the value is
 *
 *     Σ weight(c) × (1 - missed(c) × exp(-Σ L(i, c) x(i))),   0 ≤ x ≤ 1,   Σ x ≤ seats,   Σ cost(i) x(i) ≤ budget,
 *
 * concave in x, so that its tangent at any x lies above it, for whole partners too. Frank and Wolfe's steps look for an x whose tangent is
 * low everywhere; the rules for kinds are kept on the way, the budget by a price on cost (Lagrange).
 *
 * M. Frank and P. Wolfe, "An algorithm for quadratic programming", Naval Research Logistics Quarterly 3 (1956), 95–110.
 */
export function ceilingOf(draft: Draft, pool: readonly number[], seats: number): Ceiling {
  const { model, missed } = draft;
  const { competences, strength, weight } = model;
  const oracle = new Oracle(draft, pool, seats);
  const logs = new Float64Array(pool.length * competences);
  pool.forEach((i, k) => {
    for (let c = 0; c < competences; c++) {
      logs[k * competences + c] = Math.min(CERTAIN, -Math.log1p(-strength[i * competences + c]!));
    }
  });
  const open = Float64Array.from(weight, (w, c) => w * missed[c]!);
  const sure = draft.value() + open.reduce((sum, w) => sum + w, 0) * Math.exp(-CERTAIN);
  const part = new Float64Array(pool.length);
  const sums = new Float64Array(competences);
  const tangent = new Float64Array(pool.length);
  let best: Ceiling = { constant: 1, slope: new Float64Array(model.many), most: 1 };

  for (let round = 0; round < ITERATIONS; round++) {
    const steep = sums.map((s, c) => open[c]! * Math.exp(-s));
    let constant = sure;
    for (let c = 0; c < competences; c++) constant += open[c]! - steep[c]!;
    for (let k = 0; k < pool.length; k++) {
      let slope = 0;
      for (let c = 0; c < competences; c++) slope += steep[c]! * logs[k * competences + c]!;
      tangent[k] = slope;
      constant -= slope * part[k]!;
    }
    const { most, price, target } = oracle.ask(tangent);
    if (constant + most < best.most) {
      best = {
        constant: constant + price * oracle.budget,
        slope: spread(model, pool, tangent, price),
        most: constant + most,
      };
    }

    const towards = new Float64Array(competences);
    for (const [k, share] of target) {
      for (let c = 0; c < competences; c++) towards[c]! += share * logs[k * competences + c]!;
    }
    const step = bestStep(open, sums, towards);
    if (step <= 1e-9) break;
    for (let c = 0; c < competences; c++) sums[c]! += step * (towards[c]! - sums[c]!);
    for (let k = 0; k < part.length; k++) part[k]! *= 1 - step;
    for (const [k, share] of target) part[k]! += step * share;
  }
  return best;
}

/** Prices are in the slopes: whoever costs more adds less to a bound in which the budget is worth something. */
function spread(
  { many, cost }: TeamModel,
  pool: readonly number[],
  slope: Float64Array,
  price: number,
): Float64Array {
  const all = new Float64Array(many);
  pool.forEach((i, k) => {
    all[i] = slope[k]! - price * cost[i]!;
  });
  return all;
}

type Answer = {
  /** The most that slopes add up to, over all x. */
  most: number;
  /** What a unit of the budget is worth. */
  price: number;
  /** Where that is: positions in the pool, and the part with which they are in. */
  target: Map<number, number>;
};

/** Maximises a sum of slopes over x, with as many of each kind as the rules ask for and allow, within the budget. */
class Oracle {
  /** What may still be spent; 0 without a budget, where no price is ever asked. */
  readonly budget: number;
  private readonly hasBudget: boolean;
  private readonly cost: Float64Array;
  private readonly seats: number;
  /** Positions in the pool by kind: whoever is under no rule first. */
  private readonly groups: { at: number[]; least: number; most: number }[];

  constructor({ model, perKind, cost }: Draft, pool: readonly number[], seats: number) {
    const { rules, kind, leastOfKind, mostOfKind } = model;
    this.seats = seats;
    this.cost = Float64Array.from(pool, (i) => model.cost[i]!);
    this.hasBudget = rules.mostCost !== undefined;
    this.budget = Math.max(0, (rules.mostCost ?? cost) - cost);
    const ruled = new Set((rules.kinds ?? []).map((rule) => model.kinds.indexOf(rule.kind)));
    this.groups = [{ at: [], least: 0, most: seats }];
    const groupOf = new Map<number, number>();
    for (const k of ruled) {
      groupOf.set(k, this.groups.length);
      const least = Math.max(0, leastOfKind[k]! - perKind[k]!);
      this.groups.push({ at: [], least, most: Math.max(0, mostOfKind[k]! - perKind[k]!) });
    }
    pool.forEach((i, k) => {
      this.groups[groupOf.get(kind[i]!) ?? 0]!.at.push(k);
    });
  }

  ask(slope: Float64Array): Answer {
    const free = this.choose(slope, 0);
    if (!this.hasBudget || free.cost <= this.budget)
      return { most: free.most, price: 0, target: whole(free.chosen) };
    // Between a price at which it is too dear and one at which it is not.
    let [low, high] = [0, 1];
    let tooDear = free;
    let within = this.choose(slope, high);
    while (within.cost > this.budget && high < 1e12) {
      tooDear = within;
      low = high;
      high *= 8;
      within = this.choose(slope, high);
    }
    for (let n = 0; n < HALVINGS; n++) {
      const middle = (low + high) / 2;
      const there = this.choose(slope, middle);
      if (there.cost > this.budget) {
        low = middle;
        tooDear = there;
      } else {
        high = middle;
        within = there;
      }
    }
    const share = within.cost < tooDear.cost ? (this.budget - within.cost) / (tooDear.cost - within.cost) : 0;
    return {
      most: within.most + high * this.budget,
      price: high,
      target: mixed(within.chosen, tooDear.chosen, Math.min(1, Math.max(0, share))),
    };
  }

  /** The best whole choice if cost has a price, with what it costs and what it adds after the price. */
  private choose(slope: Float64Array, price: number): { chosen: number[]; cost: number; most: number } {
    const worth = (k: number) => slope[k]! - price * this.cost[k]!;
    const chosen: number[] = [];
    const others: number[] = [];
    for (const { at, least, most } of this.groups) {
      const best = topOf(at, worth, Math.min(this.seats, most));
      chosen.push(...best.slice(0, least));
      others.push(...best.slice(least));
    }
    others.sort((x, y) => worth(y) - worth(x) || x - y);
    for (const k of others) {
      if (chosen.length >= this.seats || worth(k) <= 0) break;
      chosen.push(k);
    }
    return {
      chosen,
      cost: chosen.reduce((sum, k) => sum + this.cost[k]!, 0),
      most: chosen.reduce((sum, k) => sum + worth(k), 0),
    };
  }
}

const whole = (chosen: readonly number[]) => new Map(chosen.map((k) => [k, 1]));

function mixed(one: readonly number[], other: readonly number[], share: number): Map<number, number> {
  const target = new Map(one.map((k) => [k, 1 - share]));
  for (const k of other) target.set(k, (target.get(k) ?? 0) + share);
  return target;
}

/** Those worth most, in order. One pass that keeps a short sorted list: `many` is small. */
function topOf(list: readonly number[], worth: (k: number) => number, many: number): number[] {
  const best: number[] = [];
  if (many <= 0) return best;
  for (const k of list) {
    const own = worth(k);
    if (best.length === many && own <= worth(best[many - 1]!)) continue;
    let at = best.length === many ? many - 1 : best.length;
    for (; at > 0 && worth(best[at - 1]!) < own; at--) best[at] = best[at - 1]!;
    best[at] = k;
  }
  return best;
}

/** How far to go to gain the most: where the slope along the way becomes 0, found by halving. */
function bestStep(open: Float64Array, from: Float64Array, towards: Float64Array): number {
  const slopeAt = (step: number) => {
    let slope = 0;
    for (let c = 0; c < open.length; c++) {
      const way = towards[c]! - from[c]!;
      slope += open[c]! * Math.exp(-(from[c]! + step * way)) * way;
    }
    return slope;
  };
  if (slopeAt(1) >= 0) return 1;
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (slopeAt(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
