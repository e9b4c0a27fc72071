import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { blank, type DistributionOf, distributions, EMPTIES, type Empty } from "../specialisation/totals.ts";
import { econgeoEntropy } from "./econgeo.ts";

export type EntropyOptions = {
  /** "regions" (the default): of each region over the activities. "activities": of each activity over the regions. */
  of?: DistributionOf;
  /** Base of the logarithm: 2 (bits) unless told, `Math.E` for nats. */
  base?: number;
  empty?: Empty;
  /** "econgeo": 1e-9 is added to each share, the base is 2, the result has three decimals. */
  convention?: Convention;
};

/**
 * Shannon entropy: how evenly a region is spread over the activities, or an activity over the regions. 0 where all is in
 * one, log n where it is spread evenly over n.
 *
 *     H(r) = - Σ_c s(r, c) log s(r, c),   0 log 0 = 0
 *
 * Takes amounts (regions × activities), returns one number from 0 per region or per activity, in bits unless another base
 * is given; `NaN` for one without anything. Unknown cells are left out. O(regions × activities).
 *
 * C. E. Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27 (1948), 379–423.
 *
 * @example
 * entropy([[1, 1, 2], [4, 0, 0]]); // Float64Array [1.5, 0]
 */
export function entropy(table: Table, options: EntropyOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS, empty: EMPTIES });
  const { of = "regions", base = 2, empty = "undefined", convention = "kontor" } = options;
  const unit = logarithmOfBase(base);
  const matrix = amounts(table);
  const whose = distributions(matrix, of);
  if (convention === "econgeo") return econgeoEntropy(matrix, whose);
  const { rows, columns, values } = matrix;
  const { sums, ofRow, ofColumn } = whose;
  const result = new Float64Array(sums.length);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (!(x > 0)) continue;
      const at = r * ofRow + c * ofColumn;
      const share = x / sums[at]!;
      result[at]! -= share * Math.log(share);
    }
  }
  for (let i = 0; i < result.length; i++) result[i] = result[i]! / unit;
  return blank(result, sums, empty);
}

/** ln of the base of a logarithm; refuses what cannot be one. */
export function logarithmOfBase(base: number): number {
  if (!(base > 1 && base < Number.POSITIVE_INFINITY))
    throw new AnalyticsError(
      "option",
      `${base} cannot be the base of the logarithm`,
      "Give 2, Math.E or 10.",
    );
  return Math.log(base);
}
