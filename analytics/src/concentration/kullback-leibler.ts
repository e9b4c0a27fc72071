import { amounts, Matrix, type Table, type Vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { population } from "../specialisation/population.ts";
import { type DistributionOf, distributions } from "../specialisation/totals.ts";
import { logarithmOfBase } from "./entropy.ts";

export type KullbackLeiblerOptions = {
  /** "regions" (the default): of each region over the activities. "activities": of each activity over the regions. */
  of?: DistributionOf;
  /** The distribution to compare with, as amounts or shares; unless given, that of all regions (or all activities). */
  reference?: Vector;
  /** Base of the logarithm: 2 (bits) unless told. */
  base?: number;
};

/**
 * Kullback–Leibler divergence: how surprising a region's mix of activities is to somebody who expects that of the whole
 * economy. 0 means the same mix. Not symmetric, and without an upper bound.
 *
 *     D(r) = Σ_c p(r, c) log(p(r, c) / q(c)),   0 log 0 = 0
 *
 * Takes amounts (regions × activities), returns one number from 0 per region or per activity, in bits unless another base
 * is given. `NaN` for one without anything, and where it has something that the reference has not (the sum is infinite).
 * Unknown cells are left out of both distributions. O(regions × activities).
 *
 * S. Kullback, R. A. Leibler, "On Information and Sufficiency", The Annals of Mathematical Statistics 22 (1951), 79–86.
 *
 * @example
 * kullbackLeibler([[4, 0], [2, 2]], { reference: [1, 1] }); // Float64Array [1, 0]
 */
export function kullbackLeibler(table: Table, options: KullbackLeiblerOptions = {}): Float64Array {
  const { reference, base = 2 } = options;
  const of = oneOf(options.of ?? "regions", ["regions", "activities"], "of");
  const unit = logarithmOfBase(base);
  const given = amounts(table);
  const expected = reference
    ? population(reference, of === "regions" ? given.columns : given.rows, "The reference")
    : distributions(given, of).others;
  const { rows, columns, values } = expected.some(Number.isNaN)
    ? given.map((x, r, c) => (Number.isNaN(expected[of === "regions" ? c : r]!) ? Number.NaN : x))
    : given;
  const { sums, ofRow, ofColumn } = distributions(new Matrix(rows, columns, values), of);
  // How much of the reference lies where a distribution is known.
  const possible = new Float64Array(sums.length);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++)
      if (!Number.isNaN(values[k]!))
        possible[r * ofRow + c * ofColumn]! += expected[r * ofColumn + c * ofRow]!;
  const result = new Float64Array(sums.length);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (!(x > 0)) continue;
      const at = r * ofRow + c * ofColumn;
      const p = x / sums[at]!;
      const q = expected[r * ofColumn + c * ofRow]! / possible[at]!;
      result[at]! += q > 0 ? p * Math.log(p / q) : Number.NaN;
    }
  }
  return result.map((x, i) => (sums[i]! > 0 ? Math.max(0, x / unit) : Number.NaN));
}
