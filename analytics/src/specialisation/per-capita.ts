import { amounts, Matrix, type Table, type Vector } from "../core/matrix.ts";
import { sum } from "../core/statistics.ts";
import { population as people } from "./population.ts";

/**
 * Location quotient per head (RPOP): how much of an activity a region has for each of its people, compared with what all
 * regions have for each of theirs. Unlike the location quotient it does not fall when the region is strong in something
 * else as well; a large, poor region is low in nearly everything.
 *
 *     RPOP(r, c) = (x(r, c) / population(r)) / (x(·, c) / population(·))
 *
 * Takes amounts (regions × activities) and one population (or other size, from 0) for each region; returns regions ×
 * activities. `NaN` for a region without people and for an activity that nobody has. Unknown cells are left out of the
 * activity's total and stay `NaN`; a region whose population is unknown is left out of both totals.
 * O(regions × activities).
 *
 * The second presence test of the Growth Lab's py-ecomplexity (https://github.com/cid-harvard/py-ecomplexity).
 *
 * @example
 * perCapitaLocationQuotient([[6, 1], [2, 3]], [100, 300]).row(0); // Float64Array [3, 1]
 */
export function perCapitaLocationQuotient(table: Table, population: Vector): Matrix {
  const { rows, columns, values } = amounts(table);
  const heads = people(population, rows);
  const all = sum(heads);
  const whole = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) if (heads[r]! >= 0 && values[k]! > 0) whole[c]! += values[k]!;
  const expected = whole.map((x) => (x > 0 ? x / all : Number.NaN));
  const result = new Float64Array(values.length);
  for (let r = 0, k = 0; r < rows; r++) {
    const here = heads[r]! > 0 ? heads[r]! : Number.NaN;
    for (let c = 0; c < columns; c++, k++) result[k] = values[k]! / here / expected[c]!;
  }
  return new Matrix(rows, columns, result);
}
