import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { deviation, mean, SPREADS, type Spread } from "../core/statistics.ts";
import { sameShape } from "./square.ts";

export type RelativeRelatednessOptions = {
  /** Divided by n ("population", the default) or n - 1 ("sample", which is also what "oec" does). */
  spread?: Spread;
  convention?: Convention;
};

/**
 * Relative relatedness: how near an activity is to a region, compared with the other activities the region could still
 * enter. Above 0 means nearer than the average of its options, whatever the size of the region.
 *
 *     ω̃(r, j) = (ω(r, j) - mean) / standard deviation,   both over the activities that r does not have
 *
 * Takes a presence and the `relatednessDensity` of the same cells; returns regions × activities. Activities the region has are placed on
 * the same scale. `NaN` where a region has no options or they are all equally near.
 *
 * O(regions × activities).
 *
 * F. L. Pinheiro, D. Hartmann, R. Boschma and C. Hidalgo, "The time and frequency of unrelated diversification", Research
 * Policy 51 (2022), 104323.
 *
 * @example
 * relativeRelatedness([[1, 0, 0]], [[0.25, 0.5, 1]]).row(0); // [-2, -1, 1]
 */
export function relativeRelatedness(
  table: Presence | Table,
  density: Table,
  options: RelativeRelatednessOptions = {},
): Matrix {
  checkWords(options, { spread: SPREADS, convention: CONVENTIONS });
  const { convention, spread = convention === "oec" ? "sample" : "population" } = options;
  const presence = Presence.from(table);
  const given = Matrix.from(density);
  sameShape(presence, given, "A density");
  const result = new Matrix(given.rows, given.columns);
  const absent = new Float64Array(given.columns);
  for (let r = 0; r < given.rows; r++) {
    const row = given.row(r);
    absent.set(row);
    for (const c of presence.of(r)) absent[c] = Number.NaN;
    const middle = mean(absent);
    const width = deviation(absent, spread);
    const own = result.row(r);
    for (let c = 0; c < own.length; c++) own[c] = width > 0 ? (row[c]! - middle) / width : Number.NaN;
  }
  return result;
}
