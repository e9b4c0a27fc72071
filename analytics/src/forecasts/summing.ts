import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";

/**
 * The summing matrix of a hierarchy: which of the finest series each series is the sum of.
 *
 * Takes the finest series' group on each level above them, as whole numbers from 0: one list a level, coarse before fine, one
 * entry a series. Returns series × finest: first the total, then the groups of each level in the order of their numbers, at
 * last the finest series themselves; 1 where a series is part of a sum. Levels need not nest: regions and industries of the
 * same cells are two levels. Without levels, the total and its parts. O(series × finest).
 *
 * R. J. Hyndman, R. A. Ahmed, G. Athanasopoulos and H. L. Shang, "Optimal Combination Forecasts for Hierarchical Time
 * Series", Computational Statistics & Data Analysis 55 (2011), 2579–2589.
 *
 * @example
 * // Three districts in two states.
 * summingMatrix(3, [[0, 0, 1]]); // [[1, 1, 1], [1, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]
 */
export function summingMatrix(finest: number, levels: readonly (readonly number[])[] = []): Matrix {
  if (!(Number.isInteger(finest) && finest >= 0))
    throw new AnalyticsError("shape", `${finest} series cannot be`, "Give the number of the finest series.");
  const rows: number[][] = [new Array<number>(finest).fill(1)];
  levels.forEach((groups, row) => {
    if (groups.length !== finest)
      throw new AnalyticsError(
        "ragged",
        `A level has ${groups.length} groups where there are ${finest} series`,
        "Give one for each.",
        { row },
      );
    groups.forEach((group, column) => {
      if (!(Number.isInteger(group) && group >= 0))
        throw new AnalyticsError(
          "not-a-number",
          `${group} is not the number of a group`,
          "Count groups from 0.",
          { row, column },
        );
    });
    const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
    for (let group = 0; group < count; group++) rows.push(groups.map((g) => Number(g === group)));
  });
  for (let k = 0; k < finest; k++) rows.push(Array.from({ length: finest }, (_, c) => Number(c === k)));
  return Matrix.from(rows);
}

/** A summing matrix, checked: zeros and ones, every finest series somewhere on a row of its own. */
export function checkedSumming(table: Table): { summing: Matrix; bottom: Int32Array } {
  const summing = Matrix.from(table);
  summing.values.forEach((value, k) => {
    if (value !== 0 && value !== 1)
      throw new AnalyticsError(
        "not-binary",
        `${value} is neither 0 nor 1`,
        "Make a summing matrix by summingMatrix.",
        {
          row: Math.floor(k / summing.columns),
          column: k % summing.columns,
        },
      );
  });
  const bottom = new Int32Array(summing.columns).fill(-1);
  for (let r = 0; r < summing.rows; r++) {
    const row = summing.row(r);
    const only = row.indexOf(1);
    if (only >= 0 && row.lastIndexOf(1) === only) bottom[only] = r;
  }
  bottom.forEach((row, column) => {
    if (row < 0)
      throw new AnalyticsError(
        "shape",
        "A finest series has no row of its own in the summing matrix",
        "Give it one.",
        { column },
      );
  });
  return { summing, bottom };
}
