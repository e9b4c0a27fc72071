import { AnalyticsError } from "../core/error.ts";
import { Matrix } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import { sums as kernel } from "../wasm/sums.ts";
import { bytesFor, workspace } from "./workspace.ts";

/** Columns of the matrix that are added up at once; so many of them stay in the second-level cache. */
const WIDTH = 16;

/**
 * A presence times a matrix: for each row of the presence the sum of those rows of the matrix that its ones point at. The matrix has one
 * row for each column of the presence; the result has the rows of the one and the columns of the other. `NaN` in the matrix reaches the
 * sums that contain it, no others.
 *
 * O(ones · columns of the matrix).
 *
 * @example
 * gatherSum(Presence.from([[1, 0, 1]]), new Matrix(3, 1, Float64Array.of(2, 3, 5))).values; // Float64Array [7]
 */
export function gatherSum(presence: Presence, matrix: Matrix): Matrix {
  if (matrix.rows !== presence.columns)
    throw new AnalyticsError(
      "shape",
      `A matrix of ${matrix.rows} rows cannot be gathered by ${presence.columns} columns`,
      "Give one row for each column of the presence.",
    );
  return quick(presence, matrix) ?? plainGatherSum(presence, matrix);
}

/** The same in TypeScript. */
export function plainGatherSum(presence: Presence, matrix: Matrix): Matrix {
  const { columns, values } = matrix;
  const sums = new Matrix(presence.rows, columns);
  for (let r = 0; r < presence.rows; r++) {
    const row = sums.row(r);
    for (const i of presence.of(r))
      for (let j = 0, k = i * columns; j < columns; j++, k++) row[j]! += values[k]!;
  }
  return sums;
}

function quick(presence: Presence, matrix: Matrix): Matrix | undefined {
  const { rows, starts, indices } = presence;
  const { columns, values } = matrix;
  const space = workspace(
    kernel,
    bytesFor(4 * starts.length, 4 * indices.length, 8 * WIDTH * matrix.rows, 8 * WIDTH * rows),
  );
  if (!space) return undefined;
  const places = space.i32(starts.length);
  const lists = space.i32(indices.length);
  const panel = space.f64(WIDTH * matrix.rows);
  const sums = space.f64(WIDTH * rows);
  places.set(starts);
  lists.set(indices);
  panel.fill(0);
  const result = new Matrix(rows, columns);
  for (let from = 0; from < columns; from += WIDTH) {
    const many = Math.min(WIDTH, columns - from);
    for (let i = 0, at = from; i < matrix.rows; i++, at += columns)
      for (let k = 0; k < many; k++) panel[i * WIDTH + k] = values[at + k]!;
    space.run.gather(places.byteOffset, lists.byteOffset, rows, panel.byteOffset, sums.byteOffset);
    for (let r = 0, at = from; r < rows; r++, at += columns)
      for (let k = 0; k < many; k++) result.values[at + k] = sums[r * WIDTH + k]!;
  }
  return result;
}
