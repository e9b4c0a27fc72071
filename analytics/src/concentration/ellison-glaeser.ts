import { amounts, type Matrix, type Table, type Vector } from "../core/matrix.ts";
import { blank, type Empty, shares, totals } from "../specialisation/totals.ts";
import { beyondPlants, plantHerfindahls } from "./plants.ts";

/** For each activity the index, and the raw concentration before plant sizes are taken out. */
export type EllisonGlaeser = { gamma: Float64Array; raw: Float64Array };

/**
 * Ellison–Glaeser index: whether an activity is more concentrated in space than if its plants had chosen their places by
 * chance, in proportion to all activity. 0 means no more than chance; above 0.05 is commonly called highly concentrated,
 * below 0.02 not very; negative values mean that plants keep apart. An activity of few large plants is not mistaken for a
 * cluster.
 *
 *     G(c) = Σ_r (s(r, c) - x(r))²,   γ(c) = (G / (1 - Σ x²) - H) / (1 - H)
 *
 * s(r, c) is the region's share of the activity, x(r) of all activity, H(c) the Herfindahl index of its plant sizes.
 * Takes amounts (regions × activities) and one H from 0 to 1 per activity; returns γ and G, one per activity. `NaN` for an
 * activity without anything, with a single plant (H = 1) or unknown H (γ only), and γ where there is a single region.
 * Unknown cells are left out. O(regions × activities).
 *
 * G. Ellison, E. L. Glaeser, "Geographic Concentration in U.S. Manufacturing Industries: A Dartboard Approach", Journal of
 * Political Economy 105 (1997), 889–927.
 *
 * @example
 * const { gamma, raw } = ellisonGlaeser([[3, 1], [1, 3]], [0.1, 0.1]);
 * raw; // Float64Array [0.125, 0.125]
 * gamma[0].toFixed(4); // "0.1667"
 */
export function ellisonGlaeser(
  table: Table,
  plantHerfindahl: Vector,
  options: { empty?: Empty } = {},
): EllisonGlaeser {
  const matrix = amounts(table);
  const plants = plantHerfindahls(plantHerfindahl, matrix.columns);
  const sums = totals(matrix);
  const whole = shares(sums.rows, options.empty);
  const raw = blank(deviations(matrix, sums.columns, whole), sums.columns, options.empty);
  const room = roomOf(whole);
  return { raw, gamma: raw.map((g, c) => beyondPlants(room > 0 ? g / room : Number.NaN, plants[c]!)) };
}

/** Σ_r (s(r, c) - x(r))² for each activity. */
function deviations(matrix: Matrix, sums: Float64Array, whole: Float64Array): Float64Array {
  const { rows, columns, values } = matrix;
  const scale = sums.map((sum) => 1 / (sum || 1));
  const result = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    const expected = whole[r]!;
    for (let c = 0; c < columns; c++, k++) {
      const off = values[k]! * scale[c]! - expected;
      if (!Number.isNaN(values[k]!)) result[c]! += off * off;
    }
  }
  return result;
}

/**
 * 1 - Σ x² of shares, the chance that two draws meet in different regions, as 2 Σ_r x(r) Σ_(q<r) x(q): nothing cancels
 * where one region is nearly all.
 */
export function roomOf(parts: Float64Array): number {
  let before = 0;
  let sum = 0;
  for (const part of parts) {
    sum += 2 * part * before;
    before += part;
  }
  return sum;
}

/** Σ x² */
export function squares(values: Float64Array): number {
  let sum = 0;
  for (const x of values) sum += x * x;
  return sum;
}

/**
 * Maurel–Sédillot index: like Ellison and Glaeser's, from another estimator of the same model: the chance that two plants
 * of an activity are in the same region, compared with two plants of any. 0 means chance.
 *
 *     γ(c) = ((Σ_r s(r, c)² - Σ_r x(r)²) / (1 - Σ_r x(r)²) - H(c)) / (1 - H(c))
 *
 * Takes amounts (regions × activities) and one Herfindahl index of plant sizes per activity; returns γ, one per activity.
 * Edges as for `ellisonGlaeser`. O(regions × activities).
 *
 * F. Maurel, B. Sédillot, "A Measure of the Geographic Concentration in French Manufacturing Industries", Regional Science
 * and Urban Economics 29 (1999), 575–604.
 *
 * @example
 * maurelSedillot([[3, 1], [1, 3]], [0.1, 0.1])[0].toFixed(4); // "0.1667"
 */
export function maurelSedillot(table: Table, plantHerfindahl: Vector): Float64Array {
  const matrix = amounts(table);
  const plants = plantHerfindahls(plantHerfindahl, matrix.columns);
  const sums = totals(matrix);
  const whole = shares(sums.rows);
  const chance = squares(whole);
  const nobody = new Float64Array(matrix.rows);
  const together = blank(deviations(matrix, sums.columns, nobody), sums.columns);
  const room = roomOf(whole);
  return together.map((both, c) => beyondPlants(room > 0 ? (both - chance) / room : Number.NaN, plants[c]!));
}
