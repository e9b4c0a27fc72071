import { below, seeded } from "../core/random.ts";
import { quantile } from "../core/statistics.ts";

/** A difference, and between which bounds it lies in 95 % of the draws. */
export type LeadInterval = { value: number; low: number; high: number };

export type EntryLead = { areaUnderCurve: LeadInterval; averagePrecision: LeadInterval };

/**
 * By how much one ranking of cells is better than another, with intervals from resampling whole groups of them (regions),
 * since the cells of a group are not independent of one another. O(cells × (log cells + draws)).
 *
 * B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 and 13.
 */
export function leadOf(
  one: Float64Array,
  other: Float64Array,
  outcomes: Float64Array,
  groups: Int32Array,
  { draws, seed }: { draws: number; seed: number },
): EntryLead {
  const isKnown = (k: number) => !Number.isNaN(one[k]!) && !Number.isNaN(other[k]!);
  const cells = Int32Array.from(one.keys()).filter(isKnown);
  const first = sorted(one, cells, outcomes, groups);
  const second = sorted(other, cells, outcomes, groups);
  const many = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const present = Array.from(new Set(cells.map((k) => groups[k]!)));
  const random = seeded(seed);
  const weights = new Float64Array(many).fill(1);
  const differences = () => {
    const a = weighted(first, weights);
    const b = weighted(second, weights);
    return [a.areaUnderCurve - b.areaUnderCurve, a.averagePrecision - b.averagePrecision] as const;
  };
  const [curve, precision] = differences();
  const curves: number[] = [];
  const precisions: number[] = [];
  for (let k = 0; k < draws; k++) {
    weights.fill(0);
    for (let g = 0; g < present.length; g++) weights[present[below(random, present.length)]!]!++;
    const [c, p] = differences();
    curves.push(c);
    precisions.push(p);
  }
  return { areaUnderCurve: interval(curve, curves), averagePrecision: interval(precision, precisions) };
}

const interval = (value: number, values: number[]): LeadInterval => ({
  value,
  low: quantile(values, 0.025),
  high: quantile(values, 0.975),
});

/** Cells, none of an unknown score, from the highest score down. */
export type Sorted = { scores: Float64Array; outcomes: Float64Array; groups: Int32Array };

export function sorted(
  scores: Float64Array,
  cells: Int32Array,
  outcomes: Float64Array,
  groups: Int32Array,
): Sorted {
  const order = Array.from(cells).sort((a, b) => scores[b]! - scores[a]!);
  return {
    scores: Float64Array.from(order, (k) => scores[k]!),
    outcomes: Float64Array.from(order, (k) => outcomes[k]!),
    groups: Int32Array.from(order, (k) => groups[k]!),
  };
}

/** `areaUnderCurve` and `averagePrecision` of cells each of which counts as often as its group. O(cells). */
export function weighted({ scores, outcomes, groups }: Sorted, weights: Float64Array) {
  let events = 0;
  let others = 0;
  let pairs = 0;
  let area = 0;
  for (let from = 0; from < scores.length; ) {
    let happened = 0;
    let not = 0;
    const score = scores[from];
    let to = from;
    for (; to < scores.length && scores[to] === score; to++) {
      const weight = weights[groups[to]!]!;
      if (outcomes[to] === 1) happened += weight;
      else not += weight;
    }
    // Who did not and comes here loses to all events above, and half to those at the same score.
    pairs += not * (events + happened / 2);
    events += happened;
    others += not;
    if (happened > 0) area += (happened * events) / (events + others);
    from = to;
  }
  return { areaUnderCurve: pairs / (events * others), averagePrecision: area / events };
}
