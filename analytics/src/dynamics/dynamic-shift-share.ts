import { Matrix, type Table } from "../core/matrix.ts";
import { byRegion, type ShiftShare, shiftShare } from "./shift-share.ts";

/**
 * Dynamic shift-share analysis: the classic one year by year, added up. Weights and growth rates follow the change, which
 * matters where the mix of activities shifts much over the whole time.
 *
 * Takes the amounts of all periods in time order (each regions × activities); returns the sums of the parts, which add up
 * to the change from the first to the last. `NaN` for a cell that is unknown in any of the periods. One period has no
 * change: all 0. O(periods × regions × activities).
 *
 * R. A. Barff, P. L. Knight, "Dynamic Shift-Share Analysis", Growth and Change 19 (1988), 1–10.
 *
 * @example
 * const { regions } = dynamicShiftShare([[[10], [10]], [[20], [10]], [[20], [10]]]);
 * [regions.national[0], regions.regional[0]]; // [5, 5]
 */
export function dynamicShiftShare(periods: readonly Table[]): ShiftShare {
  const tables = periods.map((period) => Matrix.from(period));
  const start = tables[0] ?? new Matrix(0, 0);
  const none = () => start.map((x) => x * 0);
  const sum = { national: none(), industryMix: none(), regional: none() };
  for (let t = 1; t < tables.length; t++) {
    const step = shiftShare(tables[t - 1]!, tables[t]!);
    for (const part of ["national", "industryMix", "regional"] as const)
      step[part].values.forEach((x, k) => {
        sum[part].values[k]! += x;
      });
  }
  return { ...sum, regions: byRegion(sum) };
}
