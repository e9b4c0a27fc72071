import type { Matrix, Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { cooccurrence } from "../engine/cooccurrence.ts";

export type CoOccurrenceOptions = {
  /** What stands on the diagonal: "zero" (the default), or the "ubiquity" of each activity. */
  diagonal?: "zero" | "ubiquity";
};

/**
 * Co-occurrence: in how many regions two activities are both present.
 *
 *     C(i, j) = Σ_r M(r, i) M(r, j)
 *
 * Takes a presence (regions × activities, or patents × technologies, products × firms …) and returns counts, activities ×
 * activities, symmetric. An activity meets itself in every region that has it: that is its ubiquity, and says nothing of
 * relatedness, so the diagonal is 0 unless asked for.
 *
 * O(Σ over regions of diversity²).
 *
 * @example
 * coOccurrence([[1, 1, 0], [1, 1, 1]]).toRows(); // [[0, 2, 1], [2, 0, 1], [1, 1, 0]]
 */
export function coOccurrence(table: Presence | Table, options: CoOccurrenceOptions = {}): Matrix {
  checkWords(options, { diagonal: ["zero", "ubiquity"] });
  const counts = cooccurrence(Presence.from(table));
  if (options.diagonal !== "ubiquity")
    for (let i = 0; i < counts.columns; i++) counts.values[i * counts.columns + i] = 0;
  return counts;
}
