import { Matrix } from "../core/matrix.ts";
import { totals } from "./totals.ts";

/** What each two regions' mixes of activities have in common, and what else it takes to know how they differ. */
export type Overlap = {
  /** Regions × regions: Σ_c min(s(r, c), s(q, c)) over what is known of both; `NaN` where one has nothing. */
  common: Matrix;
  /** Regions × regions: their shares in the activities that are known of both, both regions added. */
  comparable: Matrix;
};

/**
 * Activity by activity, each region meets only the others that have it too: cells that are 0 cost nothing. Regions come in
 * order, and `next` moves past them in each activity, so that only later ones are left.
 * O(Σ over activities of their regions²).
 */
export function overlap(matrix: Matrix): Overlap {
  const { rows, columns, values } = matrix;
  const sums = totals(matrix).rows;
  const lists = byActivity(matrix, sums);
  const next = lists.starts.slice();
  const known = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) if (values[k]! > 0) known[r]! += values[k]! / sums[r]!;
  const common = new Matrix(rows, rows);
  const comparable = new Matrix(rows, rows);
  const shared = new Float64Array(rows);
  const lost = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    shared.fill(0);
    lost.fill(0);
    for (let c = 0; c < columns; c++) {
      const x = values[r * columns + c]!;
      if (x === 0) continue;
      meet(lists, next[c]!++, lists.starts[c + 1]!, shared, lost);
    }
    for (let q = r; q < rows; q++) {
      const defined = sums[r]! > 0 && sums[q]! > 0;
      const both = defined ? shared[q]! : Number.NaN;
      const size = defined ? known[r]! + known[q]! - lost[q]! : Number.NaN;
      common.values[r * rows + q] = both;
      common.values[q * rows + r] = both;
      comparable.values[r * rows + q] = size;
      comparable.values[q * rows + r] = size;
    }
  }
  return { common, comparable };
}

type Lists = { starts: Int32Array; regions: Int32Array; shares: Float64Array };

/** The region at `from` and each one after it in the activity's list. What is unknown of one is lost for the other. */
function meet(
  { regions, shares }: Lists,
  from: number,
  to: number,
  shared: Float64Array,
  lost: Float64Array,
) {
  const own = shares[from]!;
  if (Number.isNaN(own)) {
    for (let k = from; k < to; k++) if (shares[k]! > 0) lost[regions[k]!]! += shares[k]!;
    return;
  }
  for (let k = from; k < to; k++) {
    const other = shares[k]!;
    if (other >= 0) shared[regions[k]!]! += Math.min(own, other);
    else lost[regions[k]!]! += own;
  }
}

/** For each activity its regions, ascending, with their shares; unknown ones are in it as `NaN`, zeros not at all. */
function byActivity({ rows, columns, values }: Matrix, sums: Float64Array): Lists {
  const starts = new Int32Array(columns + 1);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) if (values[k] !== 0) starts[c + 1]!++;
  for (let c = 0; c < columns; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const regions = new Int32Array(starts[columns]!);
  const shares = new Float64Array(starts[columns]!);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      if (values[k] === 0) continue;
      const at = next[c]!++;
      regions[at] = r;
      shares[at] = values[k]! / sums[r]!;
    }
  }
  return { starts, regions, shares };
}
