import type { Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";

/**
 * Diversity: in how many activities a region is present.
 *
 *     d(r) = Σ_c M(r, c)
 *
 * Takes a presence (or a table of zeros and ones, regions × activities), returns a whole number per region.
 * O(regions + presences).
 *
 * C. A. Hidalgo, R. Hausmann, "The Building Blocks of Economic Complexity", PNAS 106 (2009), 10570–10575.
 *
 * @example
 * diversity([[1, 1], [0, 1]]); // Float64Array [2, 1]
 */
export function diversity(presence: Presence | Table): Float64Array {
  return Float64Array.from(Presence.from(presence).rowCounts());
}

/**
 * Ubiquity: in how many regions an activity is present.
 *
 *     u(c) = Σ_r M(r, c)
 *
 * Takes a presence (or a table of zeros and ones, regions × activities), returns a whole number per activity.
 * O(activities + presences).
 *
 * C. A. Hidalgo, R. Hausmann, "The Building Blocks of Economic Complexity", PNAS 106 (2009), 10570–10575.
 *
 * @example
 * ubiquity([[1, 1], [0, 1]]); // Float64Array [1, 2]
 */
export function ubiquity(presence: Presence | Table): Float64Array {
  return Float64Array.from(Presence.from(presence).columnCounts());
}
