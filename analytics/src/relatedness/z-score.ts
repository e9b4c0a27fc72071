import { CONVENTIONS, type Convention } from "../core/convention.ts";
import type { Matrix, Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { cooccurrence } from "../engine/cooccurrence.ts";

export type ZScoreOptions = {
  /** "econgeo": the diagonal is computed as if an activity never met itself, instead of 0. */
  convention?: Convention;
};

/**
 * Relatedness as a z-score: by how many standard deviations two activities co-occur more often than by chance, where chance
 * gives each activity as many regions as it has, drawn without replacement (hypergeometric).
 *
 *     Z(i, j) = (C(i, j) - μ) / σ,   μ = n(i) n(j) / N,   σ² = μ (1 - n(i) / N) (N - n(j)) / (N - 1)
 *
 * Takes a presence (regions × activities; firms × industries; patents × technologies) and returns activities × activities,
 * symmetric, 0 on the diagonal. Where chance leaves no choice (an activity that is nowhere or everywhere, N = 1) there is no
 * deviation and the score is `NaN`.
 *
 * O(Σ over regions of diversity² + activities²).
 *
 * D. J. Teece, R. Rumelt, G. Dosi and S. Winter, "Understanding corporate coherence: Theory and evidence", Journal of
 * Economic Behavior & Organization 23 (1994), 1–30.
 *
 * @example
 * relatednessZScore([[1, 1], [1, 1], [0, 0], [0, 0]]).at(0, 1).toFixed(4); // "1.7321"
 */
export function relatednessZScore(table: Presence | Table, options: ZScoreOptions = {}): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  const presence = Presence.from(table);
  const counts = cooccurrence(presence);
  const sizes = presence.columnCounts();
  const total = presence.rows;
  const n = presence.columns;
  for (let i = 0, k = 0; i < n; i++)
    for (let j = 0; j < n; j++, k++) {
      const expected = (sizes[i]! * sizes[j]!) / total;
      const variance = expected * (1 - sizes[i]! / total) * ((total - sizes[j]!) / (total - 1));
      const count = i === j ? 0 : counts.values[k]!;
      counts.values[k] = variance > 0 ? (count - expected) / Math.sqrt(variance) : Number.NaN;
    }
  if (options.convention !== "econgeo") for (let i = 0; i < n; i++) counts.values[i * n + i] = 0;
  return counts;
}
