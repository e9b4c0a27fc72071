import type { Matrix, Table } from "../core/matrix.ts";
import { matched } from "./periods.ts";
import { byRegion, growthRates, remainder } from "./shift-share.ts";

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
 * [regions.competitive[0], regions.allocation[0]]; // [1, 0.5]
 */
export function estebanMarquillas(before: Table, after: Table): EstebanMarquillas {
  const { first, second } = matched(before, after);
  const { whole, activities, before: sums } = growthRates(first, second);
  const national = first.map((x) => x * whole);
  const industryMix = first.map((x, _r, c) => (x > 0 ? x * (activities[c]! - whole) : x));
  const competitive = first.map((x, r, c) => {
    const then = second.at(r, c);
    if (!(x > 0)) return x + then;
    const homothetic = (sums.rows[r]! / sums.all) * sums.columns[c]!;
    return homothetic * ((then - x) / x - activities[c]!);
  });
  const allocation = remainder(first, second, national, industryMix, competitive);
  const parts = { national, industryMix, competitive, allocation };
  return { ...parts, regions: byRegion(parts) };
}
