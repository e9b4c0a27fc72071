import { AnalyticsError } from "../core/error.ts";
import { Matrix } from "../core/matrix.ts";

/**
 * Solves A X = B for a symmetric positive definite A, by Cholesky's decomposition. O(n³ + n² columns).
 *
 * Golub and Van Loan, Matrix Computations (4th ed., 2013), section 4.2.
 */
export function solveSymmetric(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const lower = cholesky(a);
  const result = new Matrix(n, b.columns, b.values.slice());
  const x = result.values;
  const width = b.columns;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) addRow(x, width, i, k, -lower[i * n + k]!);
    scaleRow(x, width, i, 1 / lower[i * n + i]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) addRow(x, width, i, k, -lower[k * n + i]!);
    scaleRow(x, width, i, 1 / lower[i * n + i]!);
  }
  return result;
}

function cholesky(a: Matrix): Float64Array {
  const n = a.rows;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let left = a.at(i, j);
      for (let k = 0; k < j; k++) left -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = left / lower[j * n + j]!;
      else if (left > 0) lower[i * n + i] = Math.sqrt(left);
      else
        throw new AnalyticsError(
          "degenerate",
          "The errors of some series follow exactly from those of others",
          "Take the method structural or variance.",
          { row: i },
        );
    }
  return lower;
}

function addRow(x: Float64Array, width: number, to: number, from: number, times: number): void {
  if (times === 0) return;
  for (let c = 0; c < width; c++) x[to * width + c]! += times * x[from * width + c]!;
}

function scaleRow(x: Float64Array, width: number, row: number, times: number): void {
  for (let c = 0; c < width; c++) x[row * width + c]! *= times;
}
