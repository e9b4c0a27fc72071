import type { Matrix } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";

/** What is known of a table added up by row, by column and in all; an unknown cell (`NaN`) is left out of each. */
export type Totals = { rows: Float64Array; columns: Float64Array; all: number };

/** All sums of a table in one pass over it. */
export function totals({ rows, columns, values }: Matrix): Totals {
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  let all = 0;
  for (let r = 0, k = 0; r < rows; r++) {
    let row = 0;
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (Number.isNaN(x)) continue;
      row += x;
      byColumn[c]! += x;
    }
    byRow[r] = row;
    all += row;
  }
  return { rows: byRow, columns: byColumn, all };
}

/** Whose distribution is meant: that of each region over the activities, or that of each activity over the regions. */
export type DistributionOf = "regions" | "activities";

/**
 * What a region or an activity with nothing at all gets. "undefined" (the default): there is no distribution to measure,
 * so `NaN`. "zero": its shares are read as zeros (0/0 = 0) and the formula runs on, as some published tables do.
 */
export type Empty = "undefined" | "zero";

export const EMPTIES: readonly Empty[] = ["undefined", "zero"];

/** The totals of the distributions asked for, and how to find a cell's distribution: `row * ofRow + column * ofColumn`. */
export function distributions(matrix: Matrix, of: DistributionOf) {
  const { rows, columns } = totals(matrix);
  return oneOf(of, ["regions", "activities"], "of") === "regions"
    ? { sums: rows, others: columns, ofRow: 1, ofColumn: 0 }
    : { sums: columns, others: rows, ofRow: 0, ofColumn: 1 };
}

/** Puts `NaN` where a distribution has no total, unless zeros are wanted there. Changes and returns `results`. */
export function blank(results: Float64Array, sums: Float64Array, empty: Empty = "undefined"): Float64Array {
  if (oneOf(empty, EMPTIES, "empty") === "undefined")
    for (let i = 0; i < sums.length; i++) if (!(sums[i]! > 0)) results[i] = Number.NaN;
  return results;
}

/** Parts of the whole; all `NaN` where the whole is nothing, or zeros where `empty` says so. */
export function shares(amounts: Float64Array, empty: Empty = "undefined"): Float64Array {
  let whole = 0;
  for (const x of amounts) whole += x;
  if (!(whole > 0))
    return new Float64Array(amounts.length).fill(oneOf(empty, EMPTIES, "empty") === "zero" ? 0 : Number.NaN);
  return amounts.map((x) => x / whole);
}
