import { Matrix, type Table } from "../core/matrix.ts";
import { matched } from "./periods.ts";
import { byRegion, growthRates, shiftShare } from "./shift-share.ts";

/** As `ShiftShare`, with the regional part split into `competitive` and `allocation`. */
export type EstebanMarquillas = {
  national: Matrix;
  industryMix: Matrix;
  competitive: Matrix;
  allocation: Matrix;
  regions: Record<"national" | "industryMix" | "competitive" | "allocation", Float64Array>;
};

/**
 * Esteban-Marquillas' shift-share analysis: frees the regional part from how large the activity happens to be in the region,
 * by applying it to the homothetic amount x', what the region would have with the mix of the whole. What is left is the
 * allocation: positive where the region is specialised in what it does better than others.
 *
 *     x₂ - x₁ = x₁ g + x₁ (g_c - g) + x' (g_rc - g_c) + (x₁ - x') (g_rc - g_c),   x' = x₁(r, ·) x₁(·, c) / x₁(·, ·)
 *
 * Takes the amounts of two periods; the four parts (regions × activities) add up to the change in every cell. What comes
 * from nothing has no growth rate: its whole amount is competitive. `NaN` for a cell unknown in one of the periods.
 * O(regions × activities).
 *
 * J. M. Esteban-Marquillas, "A Reinterpretation of Shift-Share Analysis", Regional and Urban Economics 2 (1972), 249–255.
 *
 * @example
 * const { regions } = estebanMarquillas([[30, 10], [10, 30]], [[36, 10], [10, 30]]);
 * [regions.competitive[0].toFixed(2), regions.allocation[0].toFixed(2)]; // ["1.00", "0.50"]
 */
export function estebanMarquillas(before: Table, after: Table): EstebanMarquillas {
  const { first, second } = matched(before, after);
  const { national, industryMix, regional } = shiftShare(first, second);
  const { activities, before: sums } = growthRates(first, second);
  const { rows, columns } = first;
  const competitive = new Matrix(rows, columns);
  const allocation = new Matrix(rows, columns);
  for (let r = 0, k = 0; r < rows; r++) {
    const part = sums.rows[r]! / sums.all;
    for (let c = 0; c < columns; c++, k++) {
      const x = first.values[k]!;
      const ahead = (second.values[k]! - x) / x - activities[c]!;
      competitive.values[k] = x > 0 ? part * sums.columns[c]! * ahead : regional.values[k]!;
      allocation.values[k] = regional.values[k]! - competitive.values[k]!;
    }
  }
  const parts = { national, industryMix, competitive, allocation };
  return { ...parts, regions: byRegion(parts) };
}
