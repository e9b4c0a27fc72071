import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { econgeoGrowth } from "./econgeo.ts";
import { inBoth, sameShape } from "./periods.ts";

export type GrowthOptions = {
  /** "econgeo": 0 where nothing stays nothing, infinite where something comes from nothing, two decimals. */
  convention?: Convention;
};

/** Growth in percent, and where something is now that was not there before: there growth is `NaN`. */
export type Growth = { rates: Matrix; entries: Presence };

/**
 * Growth of each activity in each region, in percent.
 *
 *     g(r, c) = 100 (x₂(r, c) - x₁(r, c)) / x₁(r, c)
 *
 * Takes the amounts of two periods (regions × activities, same order), returns rates from -100 and the entries. What was
 * nothing has no growth rate: `NaN`; `entries` says which of these cells have something now. `NaN` where one of the
 * periods is unknown. O(regions × activities).
 *
 * @example
 * const { rates, entries } = growth([[10, 0, 0]], [[15, 2, 0]]);
 * rates.toRows(); // [[50, NaN, NaN]]
 * entries.toMatrix().toRows(); // [[0, 1, 0]]
 */
export function growth(before: Table, after: Table, options: GrowthOptions = {}): Growth {
  checkWords(options, { convention: CONVENTIONS });
  const x1 = amounts(before);
  const x2 = amounts(after);
  sameShape(x1, x2);
  const rates = new Float64Array(x1.values.length);
  for (let k = 0; k < rates.length; k++) rates[k] = rate(x1.values[k]!, x2.values[k]!);
  const result = new Matrix(x1.rows, x1.columns, rates);
  return {
    rates: options.convention === "econgeo" ? econgeoGrowth(x1, x2) : result,
    entries: Presence.where(x2, (x, r, c) => x > 0 && x1.values[r * x1.columns + c] === 0),
  };
}

/**
 * Growth of each activity over all regions, in percent.
 *
 *     g(c) = 100 (x₂(·, c) - x₁(·, c)) / x₁(·, c)
 *
 * Takes the amounts of two periods, returns one rate per activity; `NaN` for one that was not there before. A cell unknown
 * in one of the periods is left out of both, so that like is compared with like. O(regions × activities).
 *
 * @example
 * growthByActivity([[10, 4], [10, 0]], [[15, 4], [15, 2]]); // Float64Array [50, 50]
 */
export function growthByActivity(before: Table, after: Table, options: GrowthOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const { x1, x2 } = inBoth(before, after);
  return ofTotals(x1.columns, x2.columns, options);
}

/**
 * Growth of each region over all activities, in percent. As `growthByActivity`, one rate per region.
 *
 *     g(r) = 100 (x₂(r, ·) - x₁(r, ·)) / x₁(r, ·)
 *
 * O(regions × activities).
 *
 * @example
 * growthByRegion([[10, 4], [10, 0]], [[15, 6], [8, 0]]); // Float64Array [50, -20]
 */
export function growthByRegion(before: Table, after: Table, options: GrowthOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const { x1, x2 } = inBoth(before, after);
  return ofTotals(x1.rows, x2.rows, options);
}

function ofTotals(x1: Float64Array, x2: Float64Array, { convention }: GrowthOptions): Float64Array {
  if (convention === "econgeo")
    return econgeoGrowth(new Matrix(1, x1.length, x1), new Matrix(1, x2.length, x2)).values;
  return x1.map((x, i) => rate(x, x2[i]!));
}

const rate = (x1: number, x2: number) => (x1 > 0 ? (100 * (x2 - x1)) / x1 : Number.NaN);
