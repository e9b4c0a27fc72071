import { Matrix } from "../core/matrix.ts";
import { columnLists } from "./lists.ts";
import { commonParts } from "./row-pairs.ts";
import { totals } from "./totals.ts";

/** What each two regions' mixes of activities have in common, and what else it takes to know how they differ. */
export type Overlap = {
  /** Regions × regions: Σ_c min(s(r, c), s(q, c)) over what is known of both; `NaN` where one has nothing. */
  common: Matrix;
  /** Regions × regions: both regions' shares in the activities that are known of both, added. */
  comparable: Matrix;
};

/** O(regions² + Σ over activities of their regions²). */
export function overlap(matrix: Matrix): Overlap {
  const { rows, columns, values } = matrix;
  const sums = totals(matrix).rows;
  const parts = new Matrix(rows, columns);
  const known = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (x === 0) continue;
      parts.values[k] = x / sums[r]!;
      if (x > 0) known[r]! += x / sums[r]!;
    }
  }
  const common = commonParts(parts);
  const comparable = new Matrix(rows, rows);
  for (let r = 0, k = 0; r < rows; r++)
    for (let q = 0; q < rows; q++, k++) comparable.values[k] = known[r]! + known[q]!;
  leaveOutUnknown(parts, comparable);
  for (let r = 0; r < rows; r++) {
    if (sums[r]! > 0) continue;
    for (let q = 0; q < rows; q++)
      for (const k of [r * rows + q, q * rows + r]) {
        common.values[k] = Number.NaN;
        comparable.values[k] = Number.NaN;
      }
  }
  return { common, comparable };
}

/** Where an activity is unknown of a region, the share of any other in it cannot be compared with the region's. */
function leaveOutUnknown(parts: Matrix, comparable: Matrix) {
  const { starts, rows, values, unknown } = columnLists(parts);
  for (const [c, regions] of unknown) {
    for (const r of regions) {
      for (let k = starts[c]!; k < starts[c + 1]!; k++) {
        comparable.values[r * parts.rows + rows[k]!]! -= values[k]!;
        comparable.values[rows[k]! * parts.rows + r]! -= values[k]!;
      }
    }
  }
}
