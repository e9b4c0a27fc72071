import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { totals } from "./totals.ts";

/**
 * Normalised location quotient (normalised revealed comparative advantage, NRCA): how far an activity of a region lies
 * above or below what is expected, as a part of the whole economy. Adds up to 0 over each region and over each activity,
 * and so can be compared across both, and over time, which the raw quotient cannot.
 *
 *     NRCA(r, c) = x(r, c) / x(·, ·)  -  x(r, ·) x(·, c) / x(·, ·)²
 *
 * Takes amounts (regions × activities), returns the same shape, each value in -1/4 … 1/4. A region or an activity without
 * anything is expected to have nothing, and so is at 0. `NaN` for unknown cells, and everywhere if all is 0.
 * O(regions × activities).
 *
 * R. Yu, J. Cai, P. Leung, "The Normalized Revealed Comparative Advantage Index", The Annals of Regional Science 43
 * (2009), 267–282.
 *
 * @example
 * normalisedLocationQuotient([[3, 1], [1, 3]]).toRows(); // [[0.125, -0.125], [-0.125, 0.125]]
 */
export function normalisedLocationQuotient(table: Table): Matrix {
  const matrix = amounts(table);
  const { rows, columns, values } = matrix;
  const sums = totals(matrix);
  const expected = sums.columns.map((x) => x / sums.all);
  const result = new Float64Array(values.length);
  for (let r = 0, k = 0; r < rows; r++) {
    const part = sums.rows[r]! / sums.all;
    for (let c = 0; c < columns; c++, k++) result[k] = values[k]! / sums.all - part * expected[c]!;
  }
  return new Matrix(rows, columns, result);
}
