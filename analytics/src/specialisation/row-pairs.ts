import { Matrix } from "../core/matrix.ts";
import { type ColumnLists, columnLists } from "./lists.ts";

/**
 * Sums over the columns of something about each two rows, a symmetric matrix rows × rows. Column by column, each row meets
 * only the later ones that have something there too: cells that are 0 cost nothing, and neither do unknown ones, which
 * count as 0. O(Σ over columns of their rows²).
 */
function overPairs(matrix: Matrix, meet: typeof multiply): Matrix {
  const { rows, columns, values } = matrix;
  const lists = columnLists(matrix);
  // Rows come in order: `next` moves past them in each column, and only later ones are left.
  const next = lists.starts.slice();
  const result = new Matrix(rows, rows);
  const sums = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    sums.fill(0);
    for (let c = 0; c < columns; c++)
      if (values[r * columns + c]! > 0) meet(lists, next[c]!++, lists.starts[c + 1]!, sums);
    for (let q = r; q < rows; q++) {
      result.values[r * rows + q] = sums[q]!;
      result.values[q * rows + r] = sums[q]!;
    }
  }
  return result;
}

function multiply({ rows, values }: ColumnLists, from: number, to: number, sums: Float64Array) {
  const own = values[from]!;
  for (let k = from; k < to; k++) sums[rows[k]!]! += own * values[k]!;
}

/** The smaller of two as (a + b - |a - b|) / 2: a comparison would be guessed wrong every other time. */
function smaller({ rows, values }: ColumnLists, from: number, to: number, sums: Float64Array) {
  const own = values[from]!;
  for (let k = from; k < to; k++) sums[rows[k]!]! += 0.5 * (own + values[k]! - Math.abs(own - values[k]!));
}

/** Σ_c a(r, c) a(q, c) of each two rows. For tables of numbers from 0; unknown ones count as 0. */
export const crossProducts = (matrix: Matrix): Matrix => overPairs(matrix, multiply);

/** Σ_c min(a(r, c), a(q, c)) of each two rows. For tables of numbers from 0; unknown ones count as 0. */
export const commonParts = (matrix: Matrix): Matrix => overPairs(matrix, smaller);
