import { Matrix } from "../core/matrix.ts";
import { crossProducts } from "./row-pairs.ts";

/** Beyond this ratio of squared mean to variance, products less means lose digits: such rows are centred first. */
const WELL_SPREAD = 100;

/**
 * Correlations of each two rows of a table of numbers from 0, symmetric. `NaN` in the row and the column of one that has
 * anything unknown, or no variation. Where half of the table or more is 0, only the rest is multiplied.
 */
export function correlations(matrix: Matrix): Matrix {
  const { rows, columns } = matrix;
  const spreads = Array.from({ length: rows }, (_, r) => spread(matrix.row(r)));
  const scaled = new Matrix(rows, columns);
  let filled = 0;
  spreads.forEach(({ length }, r) => {
    if (!(length > 0)) return;
    const row = matrix.row(r);
    const into = scaled.row(r);
    for (let c = 0; c < columns; c++) {
      if (row[c] === 0) continue;
      into[c] = row[c]! / length;
      filled++;
    }
  });
  // The mean of a scaled row, √n times: Σ (a - ā)(b - b̄) = Σ a b - n ā b̄.
  const shifts = spreads.map(({ mean, length }) => (Math.sqrt(columns) * mean) / length);
  if (2 * filled <= rows * columns && !shifts.some((shift) => shift * shift > WELL_SPREAD))
    return crossProducts(scaled).map((x, r, q) => within(x - shifts[r]! * shifts[q]!));
  spreads.forEach(({ mean, length }, r) => {
    const row = matrix.row(r);
    const into = scaled.row(r);
    for (let c = 0; c < columns; c++) into[c] = (row[c]! - mean) / length;
  });
  return denseProducts(scaled);
}

/** Fills in, for rows of which something is unknown, the correlation over what is known of both. */
export function overKnown(matrix: Matrix, result: Matrix): void {
  const { rows, columns } = matrix;
  const known = Int32Array.from({ length: rows }, (_, r) =>
    matrix.row(r).reduce((n, x) => n + (x >= 0 ? 1 : 0), 0),
  );
  const left = new Float64Array(columns);
  const right = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    for (let q = r; q < rows; q++) {
      const isWhole = known[r] === columns && known[q] === columns;
      if (isWhole || known[r] === 0 || known[q] === 0) continue;
      let n = 0;
      for (let c = 0; c < columns; c++) {
        const a = matrix.values[r * columns + c]!;
        const b = matrix.values[q * columns + c]!;
        if (Number.isNaN(a + b)) continue;
        left[n] = a;
        right[n++] = b;
      }
      const found = correlationOf(left.subarray(0, n), right.subarray(0, n));
      result.values[r * rows + q] = found;
      result.values[q * rows + r] = found;
    }
  }
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const x = spread(a);
  const y = spread(b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i]! - x.mean) / x.length) * ((b[i]! - y.mean) / y.length);
  return within(a.length > 0 ? sum : Number.NaN);
}

/** The mean, and the Euclidean length of what is left without it; `NaN` if that is but rounding, or a value is unknown. */
function spread(row: Float64Array): { mean: number; length: number } {
  let sum = 0;
  for (let c = 0; c < row.length; c++) sum += row[c]!;
  const mean = sum / row.length;
  let squares = 0;
  for (let c = 0; c < row.length; c++) squares += (row[c]! - mean) ** 2;
  return { mean, length: squares > row.length * (1e-14 * mean) ** 2 ? Math.sqrt(squares) : Number.NaN };
}

function denseProducts({ rows, columns, values }: Matrix): Matrix {
  const result = new Matrix(rows, rows);
  for (let r = 0; r < rows; r++) {
    for (let q = r; q < rows; q++) {
      let even = 0;
      let odd = 0;
      let a = r * columns;
      let b = q * columns;
      const end = a + columns - 1;
      for (; a < end; a += 2, b += 2) {
        even += values[a]! * values[b]!;
        odd += values[a + 1]! * values[b + 1]!;
      }
      if (a === end) even += values[a]! * values[b]!;
      const found = within(even + odd);
      result.values[r * rows + q] = found;
      result.values[q * rows + r] = found;
    }
  }
  return result;
}

/** Rounding must not carry a correlation beyond ±1. */
const within = (x: number): number => Math.max(-1, Math.min(1, x));
