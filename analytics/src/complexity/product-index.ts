import { amounts, type Table, type Vector, vector } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { sameShape } from "../relatedness/square.ts";
import { totals } from "../specialisation/totals.ts";

/**
 * Product Gini index: the inequality an activity goes with, the mean Gini coefficient of the regions that have it, each weighed
 * by how much of the region the activity makes up.
 *
 *     PGI(c) = Σ_r M(r, c) s(r, c) Gini(r) / Σ_r M(r, c) s(r, c),   s(r, c) = x(r, c) / x(r, ·)
 *
 * Takes amounts and a presence (regions × activities) and one coefficient of income inequality for each region; returns one
 * value for each activity, in the unit of the coefficients. `NaN` where no region of known inequality has the activity.
 *
 * O(regions × activities).
 *
 * D. Hartmann, M. R. Guevara, C. Jara-Figueroa, M. Aristarán and C. Hidalgo, "Linking Economic Complexity, Institutions, and
 * Income Inequality", World Development 93 (2017), 75–93.
 *
 * @example
 * productGiniIndex([[6, 4], [5, 5]], [[1, 0], [1, 1]], [0.5, 0.3]); // [0.409090909090909, 0.3]
 */
export function productGiniIndex(table: Table, presence: Presence | Table, gini: Vector): Float64Array {
  return meanOfThoseWhoHave(table, presence, gini, "The list of Gini coefficients");
}

/**
 * Product emission intensity index: the emissions an activity goes with, the mean emission intensity of the regions that have
 * it, weighed as in `productGiniIndex`.
 *
 *     PEII(c) = Σ_r M(r, c) s(r, c) E(r) / Σ_r M(r, c) s(r, c),   s(r, c) = x(r, c) / x(r, ·)
 *
 * Takes amounts and a presence (regions × activities) and one emission intensity (emissions per unit of output) for each
 * region; returns one value for each activity in that unit, `NaN` where no region of known intensity has it.
 *
 * O(regions × activities).
 *
 * J. P. Romero and C. Gramkow, "Economic complexity and greenhouse gas emissions", World Development 139 (2021), 105317.
 *
 * @example
 * productEmissionIntensityIndex([[6, 4], [5, 5]], [[1, 0], [1, 1]], [20, 10])[1]; // 10
 */
export function productEmissionIntensityIndex(
  table: Table,
  presence: Presence | Table,
  intensity: Vector,
): Float64Array {
  return meanOfThoseWhoHave(table, presence, intensity, "The list of emission intensities");
}

function meanOfThoseWhoHave(
  table: Table,
  given: Presence | Table,
  values: Vector,
  what: string,
): Float64Array {
  const matrix = amounts(table);
  const presence = Presence.from(given);
  sameShape(presence, matrix, "A table of amounts");
  const value = vector(values, matrix.rows, what);
  const whole = totals(matrix).rows;
  const weighted = new Float64Array(matrix.columns);
  const weights = new Float64Array(matrix.columns);
  for (let r = 0; r < matrix.rows; r++)
    for (const c of presence.of(r)) {
      const share = matrix.at(r, c) / whole[r]!;
      if (Number.isNaN(share) || Number.isNaN(value[r]!)) continue;
      weighted[c]! += share * value[r]!;
      weights[c]! += share;
    }
  return weighted.map((total, c) => (weights[c]! > 0 ? total / weights[c]! : Number.NaN));
}
