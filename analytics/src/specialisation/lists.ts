import type { Matrix } from "../core/matrix.ts";

/**
 * The cells of each column that are not 0, column after column: those of column `c` stand from `starts[c]` to below
 * `starts[c + 1]` and are in the rows `rows`. Unknown cells (`NaN`) are apart: their rows, for columns that have any.
 */
export type ColumnLists = {
  starts: Int32Array;
  rows: Int32Array;
  values: Float64Array;
  unknown: ReadonlyMap<number, readonly number[]>;
};

/** Gathers the columns in two passes over the rows. O(regions × activities). */
export function columnLists({ rows: height, columns, values: cells }: Matrix): ColumnLists {
  const starts = new Int32Array(columns + 1);
  const unknown = new Map<number, number[]>();
  for (let r = 0, k = 0; r < height; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const x = cells[k]!;
      if (x > 0) starts[c + 1]!++;
      else if (Number.isNaN(x)) note(c, r);
    }
  }
  for (let c = 0; c < columns; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const rows = new Int32Array(starts[columns]!);
  const values = new Float64Array(starts[columns]!);
  for (let r = 0, k = 0; r < height; r++) {
    for (let c = 0; c < columns; c++, k++) {
      if (!(cells[k]! > 0)) continue;
      const at = next[c]!++;
      rows[at] = r;
      values[at] = cells[k]!;
    }
  }
  return { starts, rows, values, unknown };

  function note(c: number, r: number) {
    const rowsOfColumn = unknown.get(c);
    if (rowsOfColumn) rowsOfColumn.push(r);
    else unknown.set(c, [r]);
  }
}
