import type { Convention } from "../core/convention.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { locationQuotient } from "./location-quotient.ts";

export type QuotientSimilarityOptions = {
  /** What is added to each quotient before the logarithm, so that 0 has one; 0.1 unless told. */
  offset?: number;
  /** "oec": one undefined quotient makes all similarities of its region `NaN`. All others, like ours: it is left out. */
  convention?: Convention;
};

/**
 * Similarity of each two regions in what they are specialised in: the correlation of the logarithms of their location
 * quotients. 1 means alike, 0 unrelated, -1 opposite. Large activities count no more than small ones.
 *
 *     S(r, q) = correlation over c of ln(LQ(r, c) + 0.1) and ln(LQ(q, c) + 0.1)
 *
 * Takes amounts (regions × activities), returns a symmetric matrix regions × regions. Pairs of quotients of which one is
 * not defined are left out; `NaN` for a region without anything or whose quotients are all the same.
 * O(regions² × activities).
 *
 * D. Bahar, R. Hausmann, C. A. Hidalgo, "Neighbors and the Evolution of the Comparative Advantage of Nations", Journal of
 * International Economics 92 (2014), 111–123.
 *
 * @example
 * quotientSimilarity([[3, 1, 2], [6, 2, 4], [1, 3, 2]]).at(0, 1).toFixed(6); // "1.000000"
 */
export function quotientSimilarity(table: Table, options: QuotientSimilarityOptions = {}): Matrix {
  const { offset = 0.1, convention = "kontor" } = options;
  const logarithms = locationQuotient(table).map((quotient) => Math.log(quotient + offset));
  const given = convention === "oec" ? logarithms : withoutUndefinedColumns(logarithms);
  const { rows, columns, values } = given;
  const scores = new Float64Array(rows * columns);
  const complete = new Uint8Array(rows);
  for (let r = 0; r < rows; r++)
    complete[r] = unit(given.row(r), scores.subarray(r * columns, (r + 1) * columns));
  const result = new Matrix(rows, rows);
  for (let r = 0; r < rows; r++) {
    for (let q = r; q < rows; q++) {
      let found = Number.NaN;
      if (complete[r] && complete[q]) found = product(scores, r * columns, q * columns, columns);
      else if (convention !== "oec") found = overKnown(values, r * columns, q * columns, columns);
      result.values[r * rows + q] = found;
      result.values[q * rows + r] = found;
    }
  }
  return result;
}

/** Activities that nobody has say nothing about any two regions. */
function withoutUndefinedColumns(matrix: Matrix): Matrix {
  const kept = Array.from({ length: matrix.columns }, (_, c) => c).filter((c) => {
    for (let r = 0; r < matrix.rows; r++) if (!Number.isNaN(matrix.at(r, c))) return true;
    return false;
  });
  if (kept.length === matrix.columns) return matrix;
  const result = new Matrix(matrix.rows, kept.length);
  for (let r = 0, k = 0; r < matrix.rows; r++) for (const c of kept) result.values[k++] = matrix.at(r, c);
  return result;
}

/** Centres and scales to length 1, so that products are correlations; says 0 if a value is unknown. */
function unit(row: Float64Array, into: Float64Array): 0 | 1 {
  let sum = 0;
  for (const x of row) sum += x;
  if (Number.isNaN(sum)) return 0;
  const middle = sum / row.length;
  let squares = 0;
  for (const x of row) squares += (x - middle) ** 2;
  // What is left of equal numbers after rounding is no variation.
  const length = squares > row.length * (1e-14 * middle) ** 2 ? Math.sqrt(squares) : Number.NaN;
  for (let c = 0; c < row.length; c++) into[c] = (row[c]! - middle) / length;
  return 1;
}

function product(values: Float64Array, a: number, b: number, n: number): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    even += values[a + i]! * values[b + i]!;
    odd += values[a + i + 1]! * values[b + i + 1]!;
  }
  if (i < n) even += values[a + i]! * values[b + i]!;
  return Math.max(-1, Math.min(1, even + odd));
}

function overKnown(values: Float64Array, a: number, b: number, n: number): number {
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(values[a + i]!) || Number.isNaN(values[b + i]!)) continue;
    left.push(values[a + i]!);
    right.push(values[b + i]!);
  }
  const scores = new Float64Array(2 * left.length);
  unit(Float64Array.from(left), scores.subarray(0, left.length));
  unit(Float64Array.from(right), scores.subarray(left.length));
  return left.length > 0 ? product(scores, 0, left.length, left.length) : Number.NaN;
}
