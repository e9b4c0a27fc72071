import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { amounts, type Table, type Vector } from "../core/matrix.ts";
import { checkWords, oneOf } from "../core/one-of.ts";
import { population } from "../specialisation/population.ts";
import type { DistributionOf } from "../specialisation/totals.ts";
import { econgeoDigits } from "./econgeo.ts";
import { plainGinis, weightedGinis } from "./ginis.ts";

export type GiniOptions = {
  /** "activities" (the default): of each activity over the regions. "regions": of each region over the activities. */
  of?: DistributionOf;
  /** A size for each unit (people, area): inequality per head. All the same unless given. */
  weights?: Vector;
  /** "econgeo": three decimals. */
  convention?: Convention;
};

/**
 * Gini coefficient: how unequally an activity is distributed over the regions (or a region over the activities). 0 means
 * evenly, (n - 1)/n that all is in one of n. Twice the area between the Lorenz curve and the diagonal; zeros count.
 *
 *     G = 2 Σ_i i x_(i) / (n Σ x) - (n + 1)/n,   x_(1) ≤ x_(2) ≤ … ≤ x_(n)
 *     G = 1 - Σ_i w_i (S_i + S_(i-1)) with sizes w_i (shares), in the order of x/w, S_i the shares added up to i
 *
 * Takes amounts (regions × activities), returns one number per activity or per region; `NaN` for one without anything.
 * Unknown cells and units of unknown size are left out. Only the cells that are not 0 are sorted.
 * O(regions × activities + m log m) for m cells that are not 0.
 *
 * C. Gini, "Measurement of Inequality of Incomes", The Economic Journal 31 (1921), 124–126.
 *
 * @example
 * gini([[1, 0], [1, 0], [1, 3]]); // Float64Array [0, 0.6666666666666666]
 */
export function gini(table: Table, options: GiniOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const { of = "activities", weights, convention = "kontor" } = options;
  const given = amounts(table);
  const matrix = oneOf(of, ["activities", "regions"], "of") === "activities" ? given : given.transpose();
  const found = weights
    ? weightedGinis(matrix, population(weights, matrix.rows, "The list of weights"))
    : plainGinis(matrix);
  return convention === "econgeo" ? econgeoDigits(found, 3) : found;
}

/**
 * Hoover–Gini coefficient: the Gini coefficient of an activity relative to the population (or area) of the regions. 0
 * means as many for each person everywhere.
 *
 * Takes amounts (regions × activities) and one population per region; returns one number per activity, edges as for `gini`.
 * "econgeo" rounds to three decimals. O(regions × activities + m log m) for m cells that are not 0.
 *
 * E. M. Hoover, "The Measurement of Industrial Localization", The Review of Economics and Statistics 18 (1936), 162–171.
 *
 * @example
 * hooverGini([[1, 0], [3, 3]], [100, 300]); // Float64Array [0, 0.25]
 */
export function hooverGini(
  table: Table,
  population: Vector,
  options: { convention?: Convention } = {},
): Float64Array {
  return gini(table, { ...options, weights: population });
}
