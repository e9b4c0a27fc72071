import { Matrix, type Table } from "../core/matrix.ts";
import { totals } from "../specialisation/totals.ts";
import { matched } from "./periods.ts";

/**
 * A change split into parts that add up to it: `national` is what would have happened had all grown like the whole,
 * `industryMix` what comes from having fast- or slow-growing activities, `regional` what the region did differently. Each
 * regions × activities, in the unit of the amounts; `regions` has the sums over the activities of each region.
 */
export type ShiftShare = {
  national: Matrix;
  industryMix: Matrix;
  regional: Matrix;
  regions: { national: Float64Array; industryMix: Float64Array; regional: Float64Array };
};

/**
 * Classic shift-share analysis: why a region grew or shrank.
 *
 *     x₂ - x₁ = x₁ g  +  x₁ (g_c - g)  +  x₁ (g_rc - g_c)
 *               national  industry mix     regional (competitive)
 *
 * g is the growth of the whole, g_c of the activity over all regions, g_rc of the activity in the region, with the weights
 * of the first period. Takes the amounts of two periods (regions × activities, same order); the parts add up to the change
 * in every cell. What comes from nothing has no growth rate: its whole amount is regional. `NaN` for a cell unknown in one
 * of the periods, which is left out of all totals. O(regions × activities).
 *
 * E. S. Dunn, "A Statistical and Analytical Technique for Regional Analysis", Papers in Regional Science 6 (1960), 97–112.
 *
 * @example
 * const { regions } = shiftShare([[10, 10], [10, 10]], [[20, 10], [15, 5]]);
 * regions; // { national: [5, 5], industryMix: [0, 0], regional: [5, -5] }
 */
export function shiftShare(before: Table, after: Table): ShiftShare {
  const { first, second } = matched(before, after);
  const { whole, activities } = growthRates(first, second);
  const { rows, columns } = first;
  const national = new Matrix(rows, columns);
  const industryMix = new Matrix(rows, columns);
  const regional = new Matrix(rows, columns);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const x = first.values[k]!;
      const common = x * whole;
      const mix = x * (activities[c]! - whole);
      national.values[k] = common;
      industryMix.values[k] = mix;
      // What is left, so that the parts add up also where nothing was before.
      regional.values[k] = second.values[k]! - x - common - mix;
    }
  }
  return { national, industryMix, regional, regions: byRegion({ national, industryMix, regional }) };
}

/** Growth of the whole, of each activity and of each region as a number, 0.05 for 5 %; what starts from nothing is at 0. */
export function growthRates(first: Matrix, second: Matrix) {
  const x1 = totals(first);
  const x2 = totals(second);
  const rate = (a: number, b: number) => (a > 0 ? (b - a) / a : 0);
  return {
    whole: rate(x1.all, x2.all),
    activities: x1.columns.map((x, c) => rate(x, x2.columns[c]!)),
    regions: x1.rows.map((x, r) => rate(x, x2.rows[r]!)),
    before: x1,
  };
}

/** Each part added up over the activities of each region. */
export function byRegion<Parts extends Record<string, Matrix>>(
  parts: Parts,
): { [P in keyof Parts]: Float64Array } {
  const entries = Object.entries(parts).map(([name, part]) => [name, totals(part).rows]);
  return Object.fromEntries(entries) as { [P in keyof Parts]: Float64Array };
}
