import { Matrix, type Table } from "../core/matrix.ts";
import { matched } from "./periods.ts";
import { byRegion, growthRates } from "./shift-share.ts";

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
  const { rows, columns } = first;
  const empty = () => new Matrix(rows, columns);
  const parts: Record<Part, Matrix> = {
    national: empty(),
    nationalDifferential: empty(),
    industryMix: empty(),
    industryMixDifferential: empty(),
    regionalGrowth: empty(),
    regionalGrowthDifferential: empty(),
    regionalIndustryMix: empty(),
    regionalIndustryMixDifferential: empty(),
  };
  for (let r = 0, k = 0; r < rows; r++) {
    const part = sums.all > 0 ? sums.rows[r]! / sums.all : 0;
    const region = regions[r]! - g;
    for (let c = 0; c < columns; c++, k++) {
      const x = first.values[k]!;
      // `x * 0` keeps what is unknown unknown.
      const expected = part * sums.columns[c]! + x * 0;
      const more = x - expected;
      const mix = activities[c]! - g;
      const change = second.values[k]! - x;
      const left = change - x * g - x * mix - x * region;
      const own = x > 0 ? expected * (change / x - g - mix - region) : left;
      parts.national.values[k] = expected * g;
      parts.nationalDifferential.values[k] = more * g;
      parts.industryMix.values[k] = expected * mix;
      parts.industryMixDifferential.values[k] = more * mix;
      parts.regionalGrowth.values[k] = expected * region;
      parts.regionalGrowthDifferential.values[k] = more * region;
      parts.regionalIndustryMix.values[k] = own;
      parts.regionalIndustryMixDifferential.values[k] = left - own;
    }
  }
  return { ...parts, regions: byRegion(parts) };
}
