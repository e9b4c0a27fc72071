import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { square } from "./square.ts";

/**
 * Density among the nearest: like `relatednessDensity`, but only the k activities most related to the one in question count, so that a
 * thousand weak relations do not drown a few strong ones.
 *
 *     ω_k(r, j) = Σ_{i ∈ N_k(j)} M(r, i) φ(i, j) / Σ_{i ∈ N_k(j)} φ(i, j)
 *
 * Takes a presence (regions × activities), a relatedness (activities × activities, column j being what j is related to) and
 * the number of neighbours; returns regions × activities, from 0 to 1. Of equally near ones the first by position are taken;
 * the activity itself and unknown relations never are. `NaN` for an activity that is related to nothing.
 *
 * O(activities² log activities + regions × activities × k).
 *
 * @example
 * const has = [[1, 1, 0, 0], [1, 1, 1, 0], [0, 0, 1, 1]];
 * nearestDensity(has, proximity(has), 1).row(0); // [1, 1, 1, 0]
 */
export function nearestDensity(table: Presence | Table, relatedness: Table, k: number): Matrix {
  if (!(Number.isInteger(k) && k > 0))
    throw new AnalyticsError("option", `${k} neighbours cannot be`, "Give a whole number from 1.");
  const presence = Presence.from(table);
  const n = presence.columns;
  const columns = square(relatedness, "A relatedness", n).transpose();
  const has = presence.toMatrix().values;
  const result = new Matrix(presence.rows, n);
  for (let j = 0; j < n; j++) {
    const relations = columns.row(j);
    const near = nearest(relations, j, k);
    let whole = 0;
    for (const i of near) whole += relations[i]!;
    for (let r = 0; r < presence.rows; r++) {
      let share = 0;
      for (let k = 0; k < near.length; k++) share += has[r * n + near[k]!]! * relations[near[k]!]!;
      result.values[r * n + j] = whole > 0 ? share / whole : Number.NaN;
    }
  }
  return result;
}

/** The k strongest relations of an activity; of equal ones the first. */
function nearest(relations: Float64Array, self: number, k: number): Int32Array {
  const strengths = relations.filter((x, i) => i !== self && x > 0).sort();
  const least = strengths[Math.max(0, strengths.length - k)] ?? Number.POSITIVE_INFINITY;
  let ties = Math.min(k, strengths.length);
  for (const x of strengths) if (x > least) ties--;
  const near: number[] = [];
  relations.forEach((x, i) => {
    if (i === self || !(x >= least)) return;
    if (x > least) near.push(i);
    else if (ties-- > 0) near.push(i);
  });
  return Int32Array.from(near);
}
