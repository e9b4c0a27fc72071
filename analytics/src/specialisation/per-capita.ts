import { amounts, type Matrix, type Table, type Vector } from "../core/matrix.ts";
import { population as people } from "./population.ts";
import { totals } from "./totals.ts";

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
 * perCapitaLocationQuotient([[6, 1], [2, 3]], [100, 300]).toRows(); // [[3, 1], [0.3333333333333333, 1]]
 */
export function perCapitaLocationQuotient(table: Table, population: Vector): Matrix {
  const given = amounts(table);
  const heads = people(population, given.rows);
  const matrix = given.map((x, r) => (Number.isNaN(heads[r]!) ? Number.NaN : x));
  const sums = totals(matrix);
  let all = 0;
  for (const head of heads) if (!Number.isNaN(head)) all += head;
  return matrix.map((x, r, c) => {
    const here = heads[r]!;
    const column = sums.columns[c]!;
    return here > 0 && column > 0 ? x / here / (column / all) : Number.NaN;
  });
}
