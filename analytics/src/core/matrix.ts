import { described } from "./described.ts";
import { AnalyticsError } from "./error.ts";
import { sum } from "./statistics.ts";

/** A list of numbers, as a function of this library takes it. What it returns is a `Float64Array`. */
export type Vector = Float64Array | readonly number[];

/** A rectangular table of numbers, as a function takes it: a `Matrix` or plain rows. What it returns is a `Matrix`. */
export type Table = Matrix | readonly Vector[];

/** Typed arrays cannot be indexed reliably beyond this, and nobody's memory holds it. */
const MOST_CELLS = 2 ** 31 - 1;

/** Side of a block of a transpose: two of them fit the innermost cache. */
const BLOCK = 32;

/**
 * A table of numbers, row after row in one `Float64Array`. `NaN` means "not defined here": a quotient of a region without
 * any activity, a cell that is secret. It is never a zero in disguise.
 */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;

  /** Takes `values` as they are, without a copy; throws `shape` or `too-large` where they cannot be rows × columns. */
  constructor(rows: number, columns: number, values?: Float64Array) {
    if (!isCount(rows) || !isCount(columns))
      throw new AnalyticsError(
        "shape",
        `A table of ${rows} × ${columns} cells cannot be`,
        "Give whole numbers from 0.",
      );
    if (rows * columns > MOST_CELLS)
      throw new AnalyticsError(
        "too-large",
        `A table of ${rows} × ${columns} cells is beyond the ${MOST_CELLS} this library can hold`,
        "Take fewer regions or activities, or a coarser classification.",
      );
    if (values && values.length !== rows * columns)
      throw new AnalyticsError(
        "shape",
        `${values.length} values do not fill a table of ${rows} × ${columns}`,
        "Give one value for each cell, row after row.",
      );
    this.rows = rows;
    this.columns = columns;
    this.values = values ?? new Float64Array(rows * columns);
  }

  /** A matrix from plain rows (copied); a `Matrix` comes back as it is. Ragged rows and what is no number are refused. */
  static from(table: Table): Matrix {
    if (table instanceof Matrix) return table;
    if (!Array.isArray(table)) throw noTable(table);
    const rows: readonly Vector[] = table;
    rows.forEach((row: unknown, r) => {
      if (!isList(row)) throw noRow(row, r);
    });
    const columns = rows[0]?.length ?? 0;
    const matrix = new Matrix(rows.length, columns);
    rows.forEach((row, r) => {
      if (row.length !== columns)
        throw new AnalyticsError(
          "ragged",
          `A row has ${row.length} values where the first has ${columns}`,
          "Give every row the same number of values; write 0 for nothing and NaN for unknown.",
          { row: r },
        );
      for (let c = 0; c < columns; c++) {
        const value: unknown = row[c];
        if (typeof value !== "number")
          throw new AnalyticsError(
            "not-a-number",
            `${JSON.stringify(value)} is not a number`,
            "Give numbers; NaN where a value is unknown.",
            { row: r, column: c },
          );
        matrix.values[r * columns + c] = value;
      }
    });
    return matrix;
  }

  /**
   * One value. The position is not checked, for speed: beyond the last column it is a value of a later row, beyond the last
   * row `undefined`.
   */
  at(row: number, column: number): number {
    return this.values[row * this.columns + column]!;
  }

  /** A view of one row: what is written into it is written into the matrix. */
  row(row: number): Float64Array {
    return this.values.subarray(row * this.columns, (row + 1) * this.columns);
  }

  /** A copy of one column. */
  column(column: number): Float64Array {
    const result = new Float64Array(this.rows);
    for (let r = 0, k = column; r < this.rows; r++, k += this.columns) result[r] = this.values[k]!;
    return result;
  }

  /** The sum of each row, what is unknown (`NaN`) left out; 0 where nothing is known. */
  rowSums(): Float64Array {
    return Float64Array.from({ length: this.rows }, (_, r) => sum(this.row(r)));
  }

  /** The sum of each column, what is unknown (`NaN`) left out; 0 where nothing is known. */
  columnSums(): Float64Array {
    return Float64Array.from({ length: this.columns }, (_, c) => sum(this.column(c)));
  }

  /** A new matrix of the same shape, each value replaced. */
  map(replace: (value: number, row: number, column: number) => number): Matrix {
    const { rows, columns, values } = this;
    const result = new Float64Array(values.length);
    for (let r = 0, k = 0; r < rows; r++)
      for (let c = 0; c < columns; c++, k++) result[k] = replace(values[k]!, r, c);
    return new Matrix(rows, columns, result);
  }

  /** Rows become columns. In blocks, so that what is read and what is written stay near in memory. */
  transpose(): Matrix {
    const { rows, columns, values } = this;
    const result = new Float64Array(values.length);
    for (let top = 0; top < rows; top += BLOCK)
      for (let left = 0; left < columns; left += BLOCK) {
        const bottom = Math.min(top + BLOCK, rows);
        const right = Math.min(left + BLOCK, columns);
        for (let r = top; r < bottom; r++)
          for (let c = left; c < right; c++) result[c * rows + r] = values[r * columns + c]!;
      }
    return new Matrix(columns, rows, result);
  }

  /** Plain rows, for JSON and for display. */
  toRows(): number[][] {
    return Array.from({ length: this.rows }, (_, r) => Array.from(this.row(r)));
  }
}

const isList = (value: unknown) => Array.isArray(value) || ArrayBuffer.isView(value);

function noTable(table: unknown): AnalyticsError {
  return new AnalyticsError(
    "shape",
    `${described(table)} is no table`,
    "Give a list of rows, each a list of numbers, such as [[1, 2], [3, 4]], or a Matrix.",
  );
}

function noRow(row: unknown, r: number): AnalyticsError {
  return new AnalyticsError(
    "shape",
    `${described(row)} is no row`,
    "Give a list of rows, each a list of numbers, such as [[1, 2], [3, 4]]; one row alone is [[1, 2]].",
    { row: r },
  );
}

const isCount = (n: number) => Number.isInteger(n) && n >= 0;

/**
 * A table of amounts (jobs, turnover, patents): numbers from 0. Refuses negative and infinite ones, naming the cell.
 * `NaN` is taken as "unknown" and is kept for the measure to treat: sums leave it out, results of that cell are `NaN`.
 */
export function amounts(table: Table): Matrix {
  const matrix = Matrix.from(table);
  const { columns, values } = matrix;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (value < 0 || value === Number.POSITIVE_INFINITY)
      throw badAmount(value, Math.floor(k / columns), k % columns);
  }
  return matrix;
}

function badAmount(value: number, row: number, column: number): AnalyticsError {
  const place = { row, column };
  return value < 0
    ? new AnalyticsError(
        "negative",
        `${value} is below zero`,
        "Amounts start at 0; write NaN where one is unknown.",
        place,
      )
    : new AnalyticsError(
        "not-a-number",
        `${value} is not a finite number`,
        "Write NaN where an amount is unknown.",
        place,
      );
}

/** A list as `Float64Array` of a wanted length; refuses another length and what is no number. */
export function vector(values: Vector, length: number, what: string): Float64Array {
  if (!ArrayBuffer.isView(values) && !Array.isArray(values))
    throw new AnalyticsError(
      "shape",
      `${described(values)} is no list; ${what} is missing`,
      `Give ${length} numbers.`,
    );
  if (values.length !== length)
    throw new AnalyticsError(
      "shape",
      `${what} has ${values.length} values where ${length} are needed`,
      "Give one value for each.",
    );
  values.forEach((value: unknown, row) => {
    if (typeof value !== "number")
      throw new AnalyticsError(
        "not-a-number",
        `${JSON.stringify(value)} in ${what} is not a number`,
        "Give numbers.",
        { row },
      );
  });
  return Float64Array.from(values);
}
