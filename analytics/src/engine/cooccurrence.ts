import { Matrix } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import { counting } from "./counting.ts";
import { Layout } from "./layout.ts";
import { countRows, place, planTriangle, rowOf } from "./triangle.ts";
import { open } from "./workspace.ts";

/**
 * How many rows of a presence have each pair of columns: columns × columns, symmetric, the column counts on the diagonal. By bits and
 * population counts where the presence is dense, O(rows · columns² / 128); by lists where it is sparse, O(Σ over rows of ones²).
 *
 * @example
 * cooccurrence(Presence.from([[1, 1, 0], [1, 1, 1]])).toRows(); // [[2, 2, 1], [2, 2, 1], [1, 1, 1]]
 */
export function cooccurrence(presence: Presence): Matrix {
  const layout = new Layout();
  const plan = planTriangle(presence, layout, layout);
  const opened = open(counting, counting, layout.end);
  if (!opened) return plainCooccurrence(presence);
  const { run, memory } = opened;
  const { buffer } = memory;
  place(presence, plan, buffer, run);
  countRows(plan, run, 0, plan.width);
  const Counts = plan.size === 2 ? Uint16Array : Uint32Array;
  return mirrored(new Counts(buffer, plan.counts), plan.width, presence.columns);
}

/** Reads each row of the triangle in blocks, so that what is written across stays near. */
function mirrored(counts: Uint16Array | Uint32Array, width: number, n: number): Matrix {
  const matrix = new Matrix(n, n);
  const { values } = matrix;
  const block = 32;
  for (let top = 0; top < n; top += block)
    for (let left = top; left < n; left += block) {
      const below = Math.min(top + block, n);
      const right = Math.min(left + block, n);
      for (let i = top; i < below; i++) {
        const row = rowOf(i, width) - (i & ~1);
        for (let j = Math.max(left, i); j < right; j++) {
          const count = counts[row + j]!;
          values[i * n + j] = count;
          values[j * n + i] = count;
        }
      }
    }
  return matrix;
}

/** The same in TypeScript, by lists: for each column over its rows' lists, into one row of counts. */
export function plainCooccurrence(presence: Presence): Matrix {
  const { columns, starts, indices } = presence;
  const counts = new Matrix(columns, columns);
  const byColumn = presence.transpose();
  for (let i = 0; i < columns; i++) {
    const row = counts.row(i);
    for (const r of byColumn.of(i)) for (let k = starts[r]!; k < starts[r + 1]!; k++) row[indices[k]!]!++;
  }
  return counts;
}
