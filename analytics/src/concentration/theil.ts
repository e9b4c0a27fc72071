import { amounts, type Table, type Vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { population } from "../specialisation/population.ts";
import type { DistributionOf } from "../specialisation/totals.ts";

/** T weighs by shares of the amount, L (mean logarithmic deviation) by shares of the size, S is the mean of both. */
export type TheilIndex = "T" | "L" | "S";

export type TheilOptions = {
  /** "activities" (the default): of each activity over the regions. "regions": of each region over the activities. */
  of?: DistributionOf;
  /** "T" unless told. */
  index?: TheilIndex;
  /** A size for each unit (people, area): inequality per head. All the same unless given. */
  weights?: Vector;
};

/**
 * Theil index: how unequally an activity is distributed over the regions (or a region over the activities). 0 means
 * evenly; T reaches ln n where all is in one of n. The index of inequality that splits without remainder into inequality
 * between and within groups, see `theilDecomposition`.
 *
 *     T = Σ s ln(s / w),   L = Σ w ln(w / s),   S = (T + L) / 2,   0 ln 0 = 0
 *
 * s is a unit's share of the amount, w its share of the size, 1/n without weights: then T = (1/n) Σ (x/μ) ln(x/μ).
 * Takes amounts (regions × activities), returns one number from 0 per activity or per region, in nats. `NaN` for one
 * without anything; for L and S also where a unit that counts has nothing (the sum is infinite), for T where one without
 * size has something. Unknown cells and units of unknown size are left out. O(regions × activities).
 *
 * H. Theil, Economics and Information Theory, North-Holland (1967), chapter 4.
 *
 * @example
 * theil([[1, 4], [1, 0]]); // Float64Array [0, 0.6931471805599453]
 */
export function theil(table: Table, options: TheilOptions = {}): Float64Array {
  const { weights } = options;
  const of = oneOf(options.of ?? "activities", ["activities", "regions"], "of");
  const index = oneOf(options.index ?? "T", ["T", "L", "S"], "index");
  const given = amounts(table);
  // One distribution a row.
  const matrix = of === "regions" ? given : given.transpose();
  const sizes = weights && population(weights, matrix.columns, "The list of weights");
  const ones = new Float64Array(matrix.columns).fill(1);
  return Float64Array.from({ length: matrix.rows }, (_, i) =>
    inequality(matrix.row(i), sizes ?? ones, index),
  );
}

/** Theil's index of one list of amounts. */
export function inequality(values: Float64Array, sizes: Float64Array, index: TheilIndex): number {
  let whole = 0;
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!) || Number.isNaN(sizes[i]!)) continue;
    whole += values[i]!;
    size += sizes[i]!;
  }
  if (!(whole > 0 && size > 0)) return Number.NaN;
  let byAmount = 0;
  let bySize = 0;
  for (let i = 0; i < values.length; i++) {
    const s = values[i]! / whole;
    const w = sizes[i]! / size;
    if (s > 0) byAmount += w >= 0 ? s * Math.log(s / w) : 0;
    if (w > 0 && index !== "T") bySize += s >= 0 ? w * Math.log(w / s) : 0;
  }
  const found = index === "T" ? byAmount : index === "L" ? bySize : (byAmount + bySize) / 2;
  return Number.isFinite(found) ? Math.max(0, found) : Number.NaN;
}
