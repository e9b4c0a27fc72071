import type { Matrix } from "../core/matrix.ts";
import { columnLists } from "../specialisation/lists.ts";
import { sortTogether } from "./sort.ts";

/** Of each column. Zeros come first in the order and add nothing to Σ i x: they only move the others' ranks up. */
export function plainGinis(matrix: Matrix): Float64Array {
  const { starts, values, unknown } = columnLists(matrix);
  return Float64Array.from({ length: matrix.columns }, (_, c) => {
    const sorted = values.subarray(starts[c]!, starts[c + 1]!).sort();
    const n = matrix.rows - (unknown.get(c)?.length ?? 0);
    const zeros = n - sorted.length;
    let whole = 0;
    let ranked = 0;
    for (let i = 0; i < sorted.length; i++) {
      whole += sorted[i]!;
      // Ranks counted from the middle: no large numbers that cancel.
      ranked += (2 * (zeros + i + 1) - n - 1) * sorted[i]!;
    }
    return whole > 0 ? Math.max(0, ranked / n / whole) : Number.NaN;
  });
}

/** Of each column, relative to a size for each row. Where nothing is, nothing is added to the sum: zeros need no sorting. */
export function weightedGinis(matrix: Matrix, sizes: Float64Array): Float64Array {
  const { starts, rows, values, unknown } = columnLists(matrix);
  const longest = starts.reduce(
    (most, start, c) => (c > 0 ? Math.max(most, start - starts[c - 1]!) : most),
    0,
  );
  const ratios = new Float64Array(longest);
  const order = new Float64Array(longest);
  const spare = { keys: new Float64Array(longest), payload: new Float64Array(longest) };
  const everywhere = sumWithout(sizes, []);
  const result = new Float64Array(matrix.columns);
  for (let c = 0; c < matrix.columns; c++) {
    let n = 0;
    let whole = 0;
    for (let k = starts[c]!; k < starts[c + 1]!; k++) {
      const size = sizes[rows[k]!]!;
      if (Number.isNaN(size)) continue;
      ratios[n] = values[k]! / size;
      order[n++] = k;
      whole += values[k]!;
    }
    sortTogether(ratios, order, n, spare);
    const missing = unknown.get(c);
    const size = missing ? sumWithout(sizes, missing) : everywhere;
    let reached = 0;
    let under = 0;
    for (let i = 0; i < n; i++) {
      const k = order[i]!;
      const next = reached + values[k]! / whole;
      under += (sizes[rows[k]!]! / size) * (reached + next);
      reached = next;
    }
    result[c] = whole > 0 && size > 0 ? Math.max(0, 1 - under) : Number.NaN;
  }
  return result;
}

function sumWithout(sizes: Float64Array, left: readonly number[]): number {
  const out = new Set(left);
  let sum = 0;
  sizes.forEach((size, r) => {
    if (!(Number.isNaN(size) || out.has(r))) sum += size;
  });
  return sum;
}
