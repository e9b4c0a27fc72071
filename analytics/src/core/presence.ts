import { AnalyticsError } from "./error.ts";
import { Matrix, type Table } from "./matrix.ts";

/**
 * Who has what: a table of zeros and ones, kept as the list of columns of each row (compressed sparse rows).
 * Row `r` holds the columns `indices[starts[r] … starts[r + 1])`, ascending.
 */
export class Presence {
  readonly rows: number;
  readonly columns: number;
  /** Length rows + 1. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;

  constructor(rows: number, columns: number, starts: Int32Array, indices: Int32Array) {
    this.rows = rows;
    this.columns = columns;
    this.starts = starts;
    this.indices = indices;
  }

  /** A presence as it is, or one from a table of zeros and ones; anything else in the table (also `NaN`) is refused. */
  static from(table: Presence | Table): Presence {
    if (table instanceof Presence) return table;
    const matrix = Matrix.from(table);
    matrix.values.forEach((value, k) => {
      if (value !== 0 && value !== 1)
        throw new AnalyticsError(
          "not-binary",
          `${value} is neither 0 nor 1`,
          "Make a presence of amounts first, by presence(amounts).",
          { row: Math.floor(k / matrix.columns), column: k % matrix.columns },
        );
    });
    return Presence.where(matrix, (value) => value === 1);
  }

  /** The cells of a matrix for which `present` says yes. */
  static where(matrix: Matrix, present: (value: number, row: number, column: number) => boolean): Presence {
    const { rows, columns, values } = matrix;
    const starts = new Int32Array(rows + 1);
    const found = new Int32Array(rows * columns);
    let count = 0;
    for (let r = 0, k = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, k++) if (present(values[k]!, r, c)) found[count++] = c;
      starts[r + 1] = count;
    }
    return new Presence(rows, columns, starts, found.slice(0, count));
  }

  /** How many ones there are. */
  get size(): number {
    return this.indices.length;
  }

  /** The columns of a row, as a view. */
  of(row: number): Int32Array {
    return this.indices.subarray(this.starts[row]!, this.starts[row + 1]!);
  }

  /** Ones per row: of regions × activities the diversity. */
  rowCounts(): Int32Array {
    return Int32Array.from({ length: this.rows }, (_, r) => this.starts[r + 1]! - this.starts[r]!);
  }

  /** Ones per column: of regions × activities the ubiquity. */
  columnCounts(): Int32Array {
    const { indices } = this;
    const counts = new Int32Array(this.columns);
    for (let k = 0; k < indices.length; k++) counts[indices[k]!]!++;
    return counts;
  }

  /** The same facts, columns as rows. */
  transpose(): Presence {
    const starts = new Int32Array(this.columns + 1);
    const next = this.columnCounts();
    for (let c = 0; c < this.columns; c++) {
      starts[c + 1] = starts[c]! + next[c]!;
      next[c] = starts[c]!;
    }
    const indices = new Int32Array(this.size);
    for (let r = 0; r < this.rows; r++)
      for (let k = this.starts[r]!; k < this.starts[r + 1]!; k++) indices[next[this.indices[k]!]!++] = r;
    return new Presence(this.columns, this.rows, starts, indices);
  }

  /** Zeros and ones, for display and for whoever wants to compute with them. */
  toMatrix(): Matrix {
    const matrix = new Matrix(this.rows, this.columns);
    for (let r = 0; r < this.rows; r++) for (const c of this.of(r)) matrix.values[r * this.columns + c] = 1;
    return matrix;
  }
}
