import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { amounts, type Table, type Vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { population as people } from "../specialisation/population.ts";
import { blank, EMPTIES, type Empty } from "../specialisation/totals.ts";
import { econgeoDigits } from "./econgeo.ts";

export type HooverOptions = {
  /** A size for each region (people, area); all the same unless given. */
  population?: Vector;
  empty?: Empty;
  /** "econgeo": two decimals. */
  convention?: Convention;
};

/**
 * Hoover index, also called Robin Hood index: how many percent of an activity would have to move to another region for it
 * to be distributed like the population, or evenly if no population is given.
 *
 *     H(c) = 50 Σ_r | x(r, c) / x(·, c) - population(r) / population(·) |
 *
 * Takes amounts (regions × activities) and perhaps one population per region; returns one number from 0 to 100 (percent)
 * per activity; `NaN` for one without anything. Unknown cells and regions of unknown population are left out.
 * O(regions × activities).
 *
 * E. M. Hoover, "Interstate Redistribution of Population, 1850–1940", The Journal of Economic History 1 (1941), 199–205.
 *
 * @example
 * hooverIndex([[1, 0], [1, 4]]); // Float64Array [0, 50]
 * hooverIndex([[1, 0], [1, 4]], { population: [100, 300] }); // Float64Array [25, 25]
 */
export function hooverIndex(table: Table, options: HooverOptions = {}): Float64Array {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const { population, empty = "undefined", convention = "kontor" } = options;
  const matrix = amounts(table);
  const { rows, columns, values } = matrix;
  const sizes = population ? people(population, rows) : new Float64Array(rows).fill(1);
  const sums = new Float64Array(columns);
  const all = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    const size = sizes[r]!;
    for (let c = 0; c < columns; c++, k++) {
      if (Number.isNaN(values[k]! + size)) continue;
      sums[c]! += values[k]!;
      all[c]! += size;
    }
  }
  const result = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    const size = sizes[r]!;
    for (let c = 0; c < columns; c++, k++) {
      if (Number.isNaN(values[k]! + size)) continue;
      result[c]! += Math.abs((sums[c]! > 0 ? values[k]! / sums[c]! : 0) - size / all[c]!);
    }
  }
  const found = blank(
    result.map((x) => 50 * x),
    sums,
    empty,
  );
  return convention === "econgeo" ? econgeoDigits(found, 2) : found;
}
