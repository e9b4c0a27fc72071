import type { Matrix, Table } from "../core/matrix.ts";
import { matched } from "./periods.ts";
import { byRegion, growthRates, remainder } from "./shift-share.ts";

type Part =
  | "national"
  | "nationalDifferential"
  | "industryMix"
  | "industryMixDifferential"
  | "regionalGrowth"
  | "regionalGrowthDifferential"
  | "regionalIndustryMix"
  | "regionalIndustryMixDifferential";

/**
 * The eight parts of a change, each regions × activities in the unit of the amounts: four effects, each on the homothetic
 * amount and (`…Differential`) on what the region has more or less than that. `regions` has their sums by region.
 */
export type Arcelus = Record<Part, Matrix> & { regions: Record<Part, Float64Array> };

/**
 * Arcelus' shift-share analysis: Esteban-Marquillas' idea for every part, and the growth of the region as a whole told
 * apart from what its activities do differently within it.
 *
 *     x₂ - x₁ = x g + x (g_c - g) + x (g_r - g) + x (g_rc - g_r - g_c + g),   each x = x' + (x₁ - x')
 *
 * x' = x₁(r, ·) x₁(·, c) / x₁(·, ·) is the homothetic amount, g, g_c, g_r, g_rc the growth of the whole, the activity, the
 * region and the activity in the region. Takes the amounts of two periods; the eight parts add up to the change in every
 * cell. What comes from nothing has no growth rate: its whole amount is regional industry mix. `NaN` for a cell unknown in
 * one of the periods. O(regions × activities).
 *
 * F. J. Arcelus, "An Extension of Shift-Share Analysis", Growth and Change 15 (1984), 3–8.
 *
 * @example
 * const { regions } = arcelus([[30, 10], [10, 30]], [[40, 20], [10, 30]]);
 * [regions.national[0], regions.regionalGrowth[0]]; // [10, 10]
 */
export function arcelus(before: Table, after: Table): Arcelus {
  const { first, second } = matched(before, after);
  const { whole: g, activities, regions, before: sums } = growthRates(first, second);
  const expected = first.map((x, r, c) =>
    x >= 0 ? (sums.rows[r]! / (sums.all || 1)) * sums.columns[c]! : x,
  );
  const more = first.map((x, r, c) => x - expected.at(r, c));
  const national = expected.map((x) => x * g);
  const nationalDifferential = more.map((x) => x * g);
  const industryMix = expected.map((x, _r, c) => x * (activities[c]! - g));
  const industryMixDifferential = more.map((x, _r, c) => x * (activities[c]! - g));
  const regionalGrowth = expected.map((x, r) => x * (regions[r]! - g));
  const regionalGrowthDifferential = more.map((x, r) => x * (regions[r]! - g));
  const others = {
    national,
    nationalDifferential,
    industryMix,
    industryMixDifferential,
    regionalGrowth,
    regionalGrowthDifferential,
  };
  const regionalIndustryMix = first.map((x, r, c) => {
    const then = second.at(r, c);
    if (!(x > 0)) return x + then;
    return expected.at(r, c) * ((then - x) / x - regions[r]! - activities[c]! + g);
  });
  const regionalIndustryMixDifferential = remainder(
    first,
    second,
    ...Object.values(others),
    regionalIndustryMix,
  );
  const parts = { ...others, regionalIndustryMix, regionalIndustryMixDifferential };
  return { ...parts, regions: byRegion(parts) };
}
