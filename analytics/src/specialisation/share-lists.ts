import { Matrix } from "../core/matrix.ts";
import { totals } from "./totals.ts";

/**
 * The shares of each region's activities without the zeros: region `r` has `indices` and `values` from `starts[r]` to below
 * `starts[r + 1]`, in the order of the columns. Unknown cells are in it as `NaN`; `defined` says which regions have any.
 */
export type ShareLists = {
  columns: number;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  defined: Uint8Array;
};

export function shareLists(matrix: Matrix): ShareLists {
  const { rows, columns, values: cells } = matrix;
  const sums = totals(matrix).rows;
  let size = 0;
  for (let k = 0; k < cells.length; k++) if (cells[k] !== 0) size++;
  const starts = new Int32Array(rows + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      if (cells[k] === 0) continue;
      indices[at] = c;
      values[at++] = cells[k]! / sums[r]!;
    }
    starts[r + 1] = at;
  }
  return { columns, starts, indices, values, defined: Uint8Array.from(sums, (sum) => (sum > 0 ? 1 : 0)) };
}

/** Compares the shares `open` of one region (one per activity, `known` their sum) with the list of region `q`. */
type Comparison = (open: Float64Array, known: number, lists: ShareLists, q: number) => number;

/** A symmetric matrix of a comparison of each two regions; `NaN` where one of them has nothing. */
export function pairwise(lists: ShareLists, compare: Comparison): Matrix {
  const { columns, starts, indices, values, defined } = lists;
  const rows = defined.length;
  const result = new Matrix(rows, rows, new Float64Array(rows * rows).fill(Number.NaN));
  const open = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    if (!defined[r]) continue;
    let known = 0;
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const share = values[k]!;
      open[indices[k]!] = share;
      if (!Number.isNaN(share)) known += share;
    }
    for (let q = r; q < rows; q++) {
      if (!defined[q]) continue;
      const found = compare(open, known, lists, q);
      result.values[r * rows + q] = found;
      result.values[q * rows + r] = found;
    }
    for (let k = starts[r]!; k < starts[r + 1]!; k++) open[indices[k]!] = 0;
  }
  return result;
}
