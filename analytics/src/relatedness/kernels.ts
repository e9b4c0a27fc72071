import { Matrix } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";

/** How many rows of a presence have each pair of columns: columns × columns, symmetric, the column counts on the diagonal. */
export function countPairs(presence: Presence): Matrix {
  const { columns } = presence;
  const counts = new Matrix(columns, columns);
  const byColumn = presence.transpose();
  const { starts, indices } = presence;
  for (let i = 0; i < columns; i++) {
    const row = counts.row(i);
    for (const r of byColumn.of(i)) for (let k = starts[r]!; k < starts[r + 1]!; k++) row[indices[k]!]!++;
  }
  return counts;
}

/** For each row of a presence the sum of the rows of `matrix` that its ones point at: presence times matrix. */
export function gather(presence: Presence, matrix: Matrix): Matrix {
  const { columns, values } = matrix;
  const sums = new Matrix(presence.rows, columns);
  for (let r = 0; r < presence.rows; r++) {
    const row = sums.row(r);
    for (const i of presence.of(r))
      for (let j = 0, k = i * columns; j < columns; j++, k++) row[j]! += values[k]!;
  }
  return sums;
}
