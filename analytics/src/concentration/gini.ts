import type { Convention } from "../core/convention.ts";
import { amounts, type Matrix, type Table, type Vector } from "../core/matrix.ts";
import { columnLists } from "../specialisation/lists.ts";
import { oneOf } from "../specialisation/one-of.ts";
import { population } from "../specialisation/population.ts";
import { type DistributionOf, totals } from "../specialisation/totals.ts";
import { econgeoDigits } from "./econgeo.ts";
import { sortTogether } from "./sort.ts";

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

export type LocationalGiniOptions = {
  /** "half" (the default): from 0 to ½, as Krugman draws it. "unit": from 0 to 1, comparable with other Ginis. */
  range?: "half" | "unit";
};

/**
 * Locational Gini coefficient: the Gini coefficient of an activity relative to all activity. 0 means spread over the
 * regions as everything else is.
 *
 *     G(c) = ½ (1 - Σ_r w_r (S_r + S_(r-1))),   regions in the order of their location quotient
 *
 * w_r is the region's share of everything, S_r the shares of the activity added up to r. Takes amounts (regions ×
 * activities), returns one number per activity from 0 to below ½ (with `range: "unit"` to below 1); `NaN` for one without
 * anything. A region whose amount is unknown is left out for that activity.
 * O(regions × activities + m log m) for m cells that are not 0.
 *
 * P. Krugman, Geography and Trade, MIT Press (1991), 55–57.
 *
 * @example
 * locationalGini([[3, 1], [1, 3]]); // Float64Array [0.125, 0.125]
 * locationalGini([[3, 1], [1, 3]], { range: "unit" }); // Float64Array [0.25, 0.25]
 */
export function locationalGini(table: Table, options: LocationalGiniOptions = {}): Float64Array {
  const range = oneOf(options.range ?? "half", ["half", "unit"], "range");
  const matrix = amounts(table);
  const found = weightedGinis(matrix, totals(matrix).rows);
  return range === "half" ? found.map((x) => x / 2) : found;
}

/** Of each column. Zeros come first in the order and add nothing to Σ i x: they only move the others' ranks up. */
function plainGinis(matrix: Matrix): Float64Array {
  const { starts, values, unknown } = columnLists(matrix);
  return Float64Array.from({ length: matrix.columns }, (_, c) => {
    const sorted = values.subarray(starts[c]!, starts[c + 1]!).sort();
    const n = matrix.rows - (unknown.get(c)?.length ?? 0);
    const zeros = n - sorted.length;
    let whole = 0;
    let ranked = 0;
    for (let i = 0; i < sorted.length; i++) {
      whole += sorted[i]!;
      // Ranks counted from the middle: no large numbers that cancel.
      ranked += (2 * (zeros + i + 1) - n - 1) * sorted[i]!;
    }
    return whole > 0 ? Math.max(0, ranked / n / whole) : Number.NaN;
  });
}

/** Of each column, relative to a size for each row. Where nothing is, nothing is added to the sum: zeros need no sorting. */
function weightedGinis(matrix: Matrix, sizes: Float64Array): Float64Array {
  const { starts, rows, values, unknown } = columnLists(matrix);
  const longest = starts.reduce(
    (most, start, c) => (c > 0 ? Math.max(most, start - starts[c - 1]!) : most),
    0,
  );
  const ratios = new Float64Array(longest);
  const order = new Float64Array(longest);
  const spare = { keys: new Float64Array(longest), payload: new Float64Array(longest) };
  const everywhere = sumWithout(sizes, []);
  const result = new Float64Array(matrix.columns);
  for (let c = 0; c < matrix.columns; c++) {
    let n = 0;
    let whole = 0;
    for (let k = starts[c]!; k < starts[c + 1]!; k++) {
      const size = sizes[rows[k]!]!;
      if (Number.isNaN(size)) continue;
      ratios[n] = values[k]! / size;
      order[n++] = k;
      whole += values[k]!;
    }
    sortTogether(ratios, order, n, spare);
    const missing = unknown.get(c);
    const size = missing ? sumWithout(sizes, missing) : everywhere;
    let reached = 0;
    let under = 0;
    for (let i = 0; i < n; i++) {
      const k = order[i]!;
      const next = reached + values[k]! / whole;
      under += (sizes[rows[k]!]! / size) * (reached + next);
      reached = next;
    }
    result[c] = whole > 0 && size > 0 ? Math.max(0, 1 - under) : Number.NaN;
  }
  return result;
}

function sumWithout(sizes: Float64Array, left: readonly number[]): number {
  const out = new Set(left);
  let sum = 0;
  sizes.forEach((size, r) => {
    if (!(Number.isNaN(size) || out.has(r))) sum += size;
  });
  return sum;
}
