import { amounts, type Table, type Vector } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { square } from "./square.ts";

/** How often each activity occurs, and out of how many occasions. */
export type Sizes = { occurrences: Vector; total: number };

/**
 * Sizes as the bibliometric literature and EconGeo count them: an activity is as large as its number of co-occurrences with
 * all others, the whole is the sum of these. An activity that is everywhere alone has size 0.
 *
 * O(activities²).
 *
 * @example
 * linkSizes([[0, 2, 1], [2, 0, 0], [1, 0, 0]]).occurrences; // [3, 2, 1]
 */
export function linkSizes(counts: Table): { occurrences: Float64Array; total: number } {
  const matrix = square(amounts(counts), "A co-occurrence");
  const occurrences = new Float64Array(matrix.rows);
  let total = 0;
  for (let i = 0, k = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++, k++) {
      const count = matrix.values[k]!;
      if (i === j || Number.isNaN(count)) continue;
      occurrences[i]! += count;
      total += count;
    }
  return { occurrences, total };
}

/**
 * Sizes as regions count them: an activity is as large as its ubiquity, the whole is the number of regions.
 *
 * O(ones).
 *
 * @example
 * occurrenceSizes([[1, 1], [1, 0]]).occurrences; // [2, 1]
 */
export function occurrenceSizes(table: Presence | Table): { occurrences: Float64Array; total: number } {
  const presence = Presence.from(table);
  return { occurrences: Float64Array.from(presence.columnCounts()), total: presence.rows };
}
