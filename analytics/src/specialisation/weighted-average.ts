import { amounts, type Table, type Vector, vector } from "../core/matrix.ts";

/**
 * Average of a property of the activities (their wage, their complexity, their size) over what a region does, weighted by
 * the region's shares.
 *
 *     a(r) = Σ_c s(r, c) v(c),   s(r, c) = x(r, c) / x(r, ·)
 *
 * Takes amounts (regions × activities) and one value per activity in any unit; returns one number per region in that
 * unit. `NaN` for a region without anything. Unknown cells, and activities whose value is unknown, are left out and the
 * shares taken of the others. O(regions × activities).
 *
 * P.-A. Balland, EconGeo (R package), `weighted_avg`.
 *
 * @example
 * weightedAverage([[3, 1], [1, 1]], [10, 20]); // Float64Array [12.5, 15]
 */
export function weightedAverage(table: Table, values: Vector): Float64Array {
  const matrix = amounts(table);
  const property = vector(values, matrix.columns, "The list of values");
  const result = new Float64Array(matrix.rows);
  for (let r = 0, k = 0; r < matrix.rows; r++) {
    let size = 0;
    for (let c = 0; c < matrix.columns; c++) {
      const x = matrix.values[k + c]!;
      if (!(Number.isNaN(x) || Number.isNaN(property[c]!))) size += x;
    }
    let average = 0;
    for (let c = 0; c < matrix.columns; c++, k++) {
      const x = matrix.values[k]!;
      if (x > 0 && !Number.isNaN(property[c]!)) average += (x / size) * property[c]!;
    }
    result[r] = size > 0 ? average : Number.NaN;
  }
  return result;
}
