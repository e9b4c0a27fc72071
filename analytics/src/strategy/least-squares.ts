import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { mean } from "../core/statistics.ts";

export type LeastSquaresOptions = {
  /** Whether a constant comes first among the coefficients. True unless given. */
  intercept?: boolean;
};

export type LeastSquares = {
  /** The constant first if there is one, then one for each column; `NaN` for one that the others already tell. */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** The share of the variance that is explained; around 0 instead of the mean where there is no constant. */
  rSquared: number;
  /** Standard deviation of the residuals, on the degrees of freedom left. */
  residualDeviation: number;
  /** Rows used. */
  observations: number;
  degreesOfFreedom: number;
  notes: Note[];
};

/** What is left of a column beside the ones before it, as part of its length, from which it still says something. */
const INDEPENDENT = 1e-11;

/**
 * Ordinary least squares: the linear combination of some columns that comes nearest to a response.
 *
 *     b = argmin Σ (y - X b)²,   standard errors = √(σ² diag((XᵀX)⁻¹)),   σ² = Σ residuals² / (n - p)
 *
 * Takes a design (observations × variables) and one response for each observation. By Householder reflections, which keep
 * twice as many digits as the normal equations. Rows with something unknown are left out and noted. A column that is a
 * combination of those before it gets `NaN` and a note; with as many coefficients as rows, there are no standard errors.
 *
 * O(observations × variables²).
 *
 * G. H. Golub, "Numerical Methods for Solving Linear Least Squares Problems", Numerische Mathematik 7 (1965), 206–216.
 *
 * @example
 * const { coefficients, rSquared } = leastSquares([[1], [2], [3], [4]], [3, 5, 7, 10]);
 * coefficients; // [0.5, 2.3]
 * rSquared; // 0.989
 */
export function leastSquares(
  design: Table,
  response: Vector,
  options: LeastSquaresOptions = {},
): LeastSquares {
  const { intercept = true } = options;
  const given = Matrix.from(design);
  const y = vector(response, given.rows, "The response");
  const rows = completeRows(given, y);
  const columns = columnsOf(given, rows, intercept);
  const left = Float64Array.from(rows, (r) => y[r]!);
  const { used, triangle } = triangulate(columns, left);
  const n = rows.length;
  const p = columns.length;
  const free = n - used.length;
  let unexplained = 0;
  for (let r = used.length; r < n; r++) unexplained += left[r]! * left[r]!;
  const variance = free > 0 ? unexplained / free : Number.NaN;
  const middle = intercept ? mean(rows.map((r) => y[r]!)) : 0;
  let total = 0;
  for (const r of rows) total += (y[r]! - middle) ** 2;
  const coefficients = new Float64Array(p).fill(Number.NaN);
  const standardErrors = new Float64Array(p).fill(Number.NaN);
  const solved = backwards(triangle, left, used.length);
  const spread = inverseRows(triangle, used.length);
  used.forEach((column, k) => {
    coefficients[column] = solved[k]!;
    standardErrors[column] = Math.sqrt(variance * spread[k]!);
  });
  return {
    coefficients,
    standardErrors,
    rSquared: total > 0 ? 1 - unexplained / total : Number.NaN,
    residualDeviation: Math.sqrt(variance),
    observations: n,
    degreesOfFreedom: free,
    notes: notesOn(given.rows - n, p, used),
  };
}

/** The positions of the rows in which nothing is unknown. */
export function completeRows(design: Matrix, response: Float64Array): number[] {
  const rows: number[] = [];
  for (let r = 0; r < design.rows; r++) {
    let isKnown = Number.isFinite(response[r]!);
    for (let c = 0; isKnown && c < design.columns; c++) isKnown = Number.isFinite(design.at(r, c));
    if (isKnown) rows.push(r);
  }
  return rows;
}

function columnsOf(design: Matrix, rows: readonly number[], intercept: boolean): Float64Array[] {
  const columns = intercept ? [new Float64Array(rows.length).fill(1)] : [];
  for (let c = 0; c < design.columns; c++) columns.push(Float64Array.from(rows, (r) => design.at(r, c)));
  return columns;
}

/**
 * Turns the columns into a triangle and `response` along with them, in place. `used` are the columns that say something
 * new; the k-th of them is the k-th column of the triangle.
 */
function triangulate(columns: readonly Float64Array[], response: Float64Array) {
  const n = response.length;
  const used: number[] = [];
  const triangle: Float64Array[] = [];
  columns.forEach((column, c) => {
    const whole = lengthOf(column, 0);
    const k = used.length;
    // Earlier reflections have already been applied to this column, see below.
    const rest = lengthOf(column, k);
    if (k >= n || !(rest > INDEPENDENT * whole)) return;
    const pivot = column[k]! > 0 ? -rest : rest;
    const mirror = column.slice(k);
    mirror[0]! -= pivot;
    const size = lengthOf(mirror, 0) ** 2;
    for (let later = c + 1; later < columns.length; later++) reflect(columns[later]!, mirror, size, k);
    reflect(response, mirror, size, k);
    column[k] = pivot;
    used.push(c);
    triangle.push(column);
  });
  return { used, triangle };
}

function reflect(values: Float64Array, mirror: Float64Array, size: number, from: number) {
  let along = 0;
  for (let i = 0; i < mirror.length; i++) along += mirror[i]! * values[from + i]!;
  const twice = (2 * along) / size;
  for (let i = 0; i < mirror.length; i++) values[from + i]! -= twice * mirror[i]!;
}

function lengthOf(values: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = from; i < values.length; i++) squares += (values[i]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

function backwards(triangle: readonly Float64Array[], right: Float64Array, size: number): Float64Array {
  const solved = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    let rest = right[k]!;
    for (let j = k + 1; j < size; j++) rest -= triangle[j]![k]! * solved[j]!;
    solved[k] = rest / triangle[k]![k]!;
  }
  return solved;
}

/** The diagonal of (RᵀR)⁻¹: the squared lengths of the rows of R⁻¹. */
function inverseRows(triangle: readonly Float64Array[], size: number): Float64Array {
  const result = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    const right = new Float64Array(size);
    right[unit] = 1;
    const column = backwards(triangle, right, unit + 1);
    for (let k = 0; k <= unit; k++) result[k]! += column[k]! ** 2;
  }
  return result;
}

function notesOn(missing: number, columns: number, used: readonly number[]): Note[] {
  const notes: Note[] = [];
  if (missing > 0)
    notes.push({ code: "missing", text: `${missing} observations with something unknown were left out.` });
  const aliased = Array.from({ length: columns }, (_, c) => c).filter((c) => !used.includes(c));
  if (aliased.length > 0)
    notes.push({
      code: "degenerate",
      text: `${aliased.length} coefficients cannot be told from the others and have no value.`,
      positions: aliased,
    });
  return notes;
}

/**
 * The Cholesky factor of a symmetric positive definite matrix: the lower triangle with A = L Lᵀ. The square root of a
 * matrix, so to speak, and the quickest way to solve with it.
 *
 * Takes a square table of which only the lower triangle counts, returns a matrix of the same size with zeros above the diagonal. All
 * `NaN` where the matrix is not positive definite. O(n³ / 3).
 *
 * G. H. Golub and C. F. Van Loan, Matrix Computations (4th ed., 2013), section 4.2.
 *
 * @example
 * choleskyFactor([[4, 2], [2, 5]]); // [[2, 0], [1, 2]]
 */
export function choleskyFactor(table: Table): Matrix {
  const given = Matrix.from(table);
  const n = given.rows;
  if (given.columns !== n)
    throw new AnalyticsError(
      "shape",
      `A matrix of ${n} × ${given.columns} is not square`,
      "Give one row for each column.",
    );
  const factor = new Matrix(n, n);
  for (let j = 0; j < n; j++) {
    const rowJ = factor.row(j);
    let pivot = given.at(j, j);
    for (let k = 0; k < j; k++) pivot -= rowJ[k]! * rowJ[k]!;
    if (!(pivot > 0)) return factor.map(() => Number.NaN);
    const root = Math.sqrt(pivot);
    rowJ[j] = root;
    for (let i = j + 1; i < n; i++) {
      const rowI = factor.row(i);
      let rest = given.at(i, j);
      for (let k = 0; k < j; k++) rest -= rowI[k]! * rowJ[k]!;
      rowI[j] = rest / root;
    }
  }
  return factor;
}

/** Solves L Lᵀ x = b for a Cholesky factor L. O(n²). */
export function choleskySolve(factor: Matrix, right: Vector): Float64Array {
  const n = factor.rows;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor.at(i, k) * x[k]!;
    x[i]! /= factor.at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= factor.at(k, i) * x[k]!;
    x[i]! /= factor.at(i, i);
  }
  return x;
}
