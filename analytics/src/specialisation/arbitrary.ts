import * as fc from "fast-check";
import { Matrix } from "../core/matrix.ts";

/**
 * For the tests: tables of whole amounts with many zeros, empty rows and columns, and amounts up to 10¹⁵. Whole numbers
 * below 2⁵³ add up exactly, so that equalities can be exact.
 */
export const amountsTable = (least = 1, most = 8): fc.Arbitrary<Matrix> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .chain(([rows, columns]) =>
      fc
        .array(amount, { minLength: rows * columns, maxLength: rows * columns })
        .map((values) => new Matrix(rows, columns, Float64Array.from(values))),
    );

const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 1000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1e13 }) },
);

/** The same table with the cells of some rows and columns in another order. */
export function permuted(matrix: Matrix, rows: readonly number[], columns: readonly number[]): Matrix {
  return new Matrix(matrix.rows, matrix.columns).map((_, r, c) => matrix.at(rows[r]!, columns[c]!));
}

/** 0 … n - 1 in the opposite order, which is as good as any for a test of invariance. */
export const reversed = (n: number): number[] => Array.from({ length: n }, (_, i) => n - 1 - i);

/** The table with one cell unknown. */
export const without = (matrix: Matrix, row: number, column: number): Matrix =>
  matrix.map((x, r, c) => (r === row && c === column ? Number.NaN : x));

/** Whether two lists agree up to rounding, `NaN` with `NaN`. */
export const alike = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance = 1e-11): boolean =>
  a.length === b.length &&
  Array.from(a).every((x, i) =>
    Number.isNaN(x) ? Number.isNaN(b[i]!) : Math.abs(x - b[i]!) <= tolerance * Math.max(1, Math.abs(x)),
  );
