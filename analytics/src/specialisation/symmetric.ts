import type { Matrix, Table } from "../core/matrix.ts";
import { type LocationQuotientOptions, locationQuotient } from "./location-quotient.ts";

/**
 * Symmetric location quotient (revealed symmetric comparative advantage, RSCA): the location quotient folded into the
 * range from -1 (none of it here) over 0 (as expected) to below 1, so that "half as much" and "twice as much" lie equally
 * far from the middle. Better than the raw quotient in averages and regressions.
 *
 *     RSCA(r, c) = (LQ(r, c) - 1) / (LQ(r, c) + 1)
 *
 * Takes and returns regions × activities; `NaN` where the quotient is. Options as for `locationQuotient`.
 * O(regions × activities).
 *
 * B. Dalum, K. Laursen, G. Villumsen, "Structural Change in OECD Export Specialisation Patterns: de-specialisation and
 * 'stickiness'", International Review of Applied Economics 12 (1998), 423–443.
 *
 * @example
 * symmetricLocationQuotient([[9, 1], [3, 7]]).at(0, 0); // 0.2
 */
export function symmetricLocationQuotient(table: Table, options: LocationQuotientOptions = {}): Matrix {
  return locationQuotient(table, options).map((quotient) => (quotient - 1) / (quotient + 1));
}
