import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { amounts, type Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { econgeoUbiquity } from "./econgeo.ts";
import { locationQuotient } from "./location-quotient.ts";
import { totals } from "./totals.ts";

export type NormalisedUbiquityOptions = {
  /** From which location quotient on a region counts as specialised; 1 unless told. */
  threshold?: number;
  /** "econgeo": see each function. */
  convention?: Convention;
};

/**
 * Normalised ubiquity: how large an activity is, compared with how many regions are specialised in it. Above 1 it is
 * rarer than its size lets expect: few regions hold much of it.
 *
 *     n(c) = (x(·, c) / x(·, ·)) / (u(c) / Σ u),   u(c) = regions with LQ(r, c) ≥ threshold
 *
 * Takes amounts (regions × activities), returns one number per activity; `NaN` where nobody has or is specialised in it.
 * "econgeo" rounds the result to two decimals (its quotients themselves it does not round here).
 * O(regions × activities).
 *
 * P.-A. Balland, EconGeo (R package), `norm_ubiquity`.
 *
 * @example
 * normalisedUbiquity([[9, 1], [5, 5]]).at(0).toFixed(3); // "1.400"
 */
export function normalisedUbiquity(table: Table, options: NormalisedUbiquityOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const { threshold = 1, convention = "kontor" } = options;
  const matrix = amounts(table);
  const counts = countSpecialised(locationQuotient(matrix), threshold);
  const sums = totals(matrix);
  let links = 0;
  for (const count of counts) links += count;
  const result = counts.map((count, c) =>
    count > 0 && sums.columns[c]! > 0 ? sums.columns[c]! / sums.all / (count / links) : Number.NaN,
  );
  return convention === "econgeo" ? econgeoUbiquity(result) : result;
}

/**
 * Inverse normalised ubiquity: the logarithm of an activity's size for each region specialised in it, in percent. The
 * higher, the rarer for its size. Unlike the other measures it depends on the unit of the amounts.
 *
 *     i(c) = 100 ln(x(·, c)) / u(c),   u(c) = regions with LQ(r, c) ≥ threshold
 *
 * Takes amounts (regions × activities), returns one number per activity; `NaN` where nobody has or is specialised in it.
 * "econgeo" adds 0.001 before the logarithm and rounds the result to two decimals.
 * O(regions × activities).
 *
 * P.-A. Balland, EconGeo (R package), `inv_norm_ubiquity`.
 *
 * @example
 * inverseNormalisedUbiquity([[9, 1], [5, 5]]).at(0).toFixed(3); // "263.906"
 */
export function inverseNormalisedUbiquity(
  table: Table,
  options: NormalisedUbiquityOptions = {},
): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const { threshold = 1, convention = "kontor" } = options;
  const matrix = amounts(table);
  const econgeo = convention === "econgeo";
  const sums = totals(matrix).columns;
  const result = countSpecialised(locationQuotient(matrix), threshold).map((count, c) =>
    count > 0 && sums[c]! > 0 ? (100 * Math.log(sums[c]! + (econgeo ? 0.001 : 0))) / count : Number.NaN,
  );
  return econgeo ? econgeoUbiquity(result) : result;
}

function countSpecialised({ rows, columns, values }: Matrix, threshold: number): Float64Array {
  const counts = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) if (values[k]! >= threshold) counts[c]!++;
  return counts;
}
