import { amounts, type Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { blank, type DistributionOf, distributions, EMPTIES, type Empty } from "../specialisation/totals.ts";

export type HerfindahlOptions = {
  /** "regions" (the default): how concentrated each region is on few activities. "activities": each one on few regions. */
  of?: DistributionOf;
  /** Stretch the range from 1/n … 1 to 0 … 1, so that lists of different lengths compare. */
  normalised?: boolean;
  empty?: Empty;
};

/**
 * Herfindahl–Hirschman index: the chance that two jobs drawn at random (with replacement) are in the same activity, or in
 * the same region. 1 where all is in one place; 1/n where it is spread evenly over n. 1/H is read as "as if it were spread
 * over so many".
 *
 *     H(r) = Σ_c s(r, c)²,   normalised (H - 1/n) / (1 - 1/n)
 *
 * Takes amounts (regions × activities), returns one number per region or per activity; `NaN` for one without anything.
 * Unknown cells are left out (of n as well). O(regions × activities).
 *
 * A. O. Hirschman, "The Paternity of an Index", The American Economic Review 54 (1964), 761–762.
 *
 * @example
 * herfindahl([[3, 1], [1, 1]]); // Float64Array [0.625, 0.5]
 * herfindahl([[3, 1], [1, 1]], { of: "activities" }); // Float64Array [0.625, 0.5]
 */
export function herfindahl(table: Table, options: HerfindahlOptions = {}): Float64Array {
  checkWords(options, { of: ["regions", "activities"], empty: EMPTIES });
  const { of = "regions", normalised = false, empty = "undefined" } = options;
  const matrix = amounts(table);
  const { sums } = distributions(matrix, of);
  const result = of === "regions" ? squaresByRow(matrix, sums) : squaresByColumn(matrix, sums);
  if (normalised) {
    const known = countKnown(matrix, of);
    for (let i = 0; i < result.length; i++)
      result[i] = known[i]! > 1 ? (result[i]! - 1 / known[i]!) / (1 - 1 / known[i]!) : Number.NaN;
  }
  return blank(result, sums, empty);
}

function squaresByRow({ rows, columns, values }: Matrix, sums: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++) {
    const scale = sums[r]! > 0 ? 1 / sums[r]! : 0;
    let squares = 0;
    for (let c = 0; c < columns; c++, k++) {
      const share = values[k]! * scale;
      if (!Number.isNaN(share)) squares += share * share;
    }
    result[r] = squares;
  }
  return result;
}

function squaresByColumn({ rows, columns, values }: Matrix, sums: Float64Array): Float64Array {
  const scale = sums.map((sum) => (sum > 0 ? 1 / sum : 0));
  const result = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const share = values[k]! * scale[c]!;
      if (!Number.isNaN(share)) result[c]! += share * share;
    }
  }
  return result;
}

function countKnown({ rows, columns, values }: Matrix, of: DistributionOf): Int32Array {
  const counts = new Int32Array(of === "regions" ? rows : columns);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) if (!Number.isNaN(values[k]!)) counts[of === "regions" ? r : c]!++;
  return counts;
}
