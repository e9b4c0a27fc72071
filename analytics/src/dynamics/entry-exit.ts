import { Matrix, type Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { sameShape } from "./periods.ts";

/**
 * Which regions entered which activities: 1 where present now and not before, 0 where present neither before nor now,
 * `NaN` where it could not enter since it was there already.
 *
 * Takes the presences (or tables of zeros and ones) of two periods, same regions and activities; returns a matrix of that
 * shape, ready for a regression of entry. O(regions × activities).
 *
 * R. Boschma, P.-A. Balland, D. F. Kogler, "Relatedness and Technological Change in Cities", Industrial and Corporate
 * Change 24 (2015), 223–250.
 *
 * @example
 * entry([[1, 0, 0]], [[1, 1, 0]]).toRows(); // [[NaN, 1, 0]]
 */
export function entry(before: Presence | Table, after: Presence | Table): Matrix {
  return change(before, after, [0, 1, Number.NaN, Number.NaN]);
}

/**
 * Which regions left which activities: 1 where present before and not now, 0 where still present, `NaN` where it was not
 * there to leave.
 *
 * Takes and returns what `entry` does. O(regions × activities).
 *
 * R. Boschma, P.-A. Balland, D. F. Kogler, "Relatedness and Technological Change in Cities", Industrial and Corporate
 * Change 24 (2015), 223–250.
 *
 * @example
 * exit([[1, 1, 0]], [[1, 0, 1]]).toRows(); // [[0, 1, NaN]]
 */
export function exit(before: Presence | Table, after: Presence | Table): Matrix {
  return change(before, after, [Number.NaN, Number.NaN, 1, 0]);
}

/** `codes` says what to write for never, now, before, and both. */
function change(
  before: Presence | Table,
  after: Presence | Table,
  codes: readonly [number, number, number, number],
): Matrix {
  const first = Presence.from(before);
  const second = Presence.from(after);
  sameShape(first, second);
  const [never, now, gone, both] = codes;
  const { rows, columns } = first;
  const result = new Matrix(rows, columns, new Float64Array(rows * columns).fill(never));
  for (let r = 0; r < rows; r++) {
    const row = result.row(r);
    const was = new Uint8Array(columns);
    for (const c of first.of(r)) {
      row[c] = gone;
      was[c] = 1;
    }
    for (const c of second.of(r)) row[c] = was[c] ? both : now;
  }
  return result;
}
