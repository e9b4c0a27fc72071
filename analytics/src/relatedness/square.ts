import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";

/** A square matrix for so many activities; refuses another shape. */
export function square(table: Table, what: string, size?: number): Matrix {
  const matrix = Matrix.from(table);
  const wanted = size ?? matrix.rows;
  if (matrix.rows !== wanted || matrix.columns !== wanted)
    throw new AnalyticsError(
      "shape",
      `${what} of ${matrix.rows} × ${matrix.columns} does not fit ${wanted} activities`,
      "Give one row and one column for each activity, in the same order.",
    );
  return matrix;
}

/** Two tables about the same cells. */
export function sameShape(
  one: { rows: number; columns: number },
  other: { rows: number; columns: number },
  what: string,
) {
  if (one.rows === other.rows && one.columns === other.columns) return;
  throw new AnalyticsError(
    "shape",
    `${what} of ${other.rows} × ${other.columns} does not fit a presence of ${one.rows} × ${one.columns}`,
    "Give both for the same regions and activities, in the same order.",
  );
}
