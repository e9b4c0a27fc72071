import { AnalyticsError } from "../../core/error.ts";
import { Matrix, type Table } from "../../core/matrix.ts";
import { dampedDrift, drift, naive } from "../random-walk.ts";
import { shiftShareForecast } from "../shift-share-forecast.ts";
import { type PanelForecastOptions, panelForecaster } from "./panel-forecast.ts";

export const PANEL_METHODS = ["ours", "naive", "drift", "dampedDrift", "shiftShare"] as const;
/** "ours" is `panelForecast`; the others are the simple ways it has to beat. */
export type PanelMethod = (typeof PANEL_METHODS)[number];

/** How good the forecasts of one horizon were. */
export type PanelTest = {
  ahead: number;
  /** Weighted absolute percentage error of each method: Σ |forecast - actual| / Σ actual, over the cells known in both. */
  wape: Record<PanelMethod, number>;
  /** The same of single regions and activities, of "ours" and of "naive". */
  regions: { ours: Float64Array; naive: Float64Array };
  activities: { ours: Float64Array; naive: Float64Array };
  /** The share of outcomes within the bounds, each cell forecast above zero counting alike. */
  coverage: number;
  /** How many cells were compared. */
  cells: number;
  /** The origins (positions of the last period known) that were tested. */
  origins: number[];
};

/**
 * How good `panelForecast` would have been: it forecasts from earlier periods as if nothing later were known, beside naive, drift,
 * damped drift and shift-share forecasts of the same cells. Weights are learnt anew at each origin from what lay before it.
 *
 * Drift goes from the first to the last known amount. Damped drift takes log(1 + x) of the last four periods and φ = 0.6; shift-share
 * lets each region keep its share of each activity, which grows as in the last three periods (both were the best of their kind on German
 * districts). Takes tables (regions × activities) in the order of time and the positions of the origins: by default the last three that have
 * three periods before them and an outcome after. Returns one test for each horizon that can be tested. O(origins × the forecast).
 *
 * R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), sections 5.8 and 5.10.
 *
 * @example
 * const periods = [100, 110, 121, 133, 146, 161].map((x) => [[x, 50], [2 * x, 50]]);
 * const [oneAhead] = panelBackTest(periods);
 * oneAhead.wape.ours < oneAhead.wape.naive; // true
 */
export function panelBackTest(
  periods: readonly Table[],
  options: PanelForecastOptions & { origins?: readonly number[] } = {},
): PanelTest[] {
  const tables = periods.map((period) => Matrix.from(period));
  const { horizon = 1, origins = lastOrigins(tables.length) } = options;
  for (const origin of origins)
    if (!(Number.isInteger(origin) && origin >= 1 && origin < tables.length - 1))
      throw new AnalyticsError(
        "option",
        `Nothing can be tested from position ${origin} of ${tables.length} periods`,
        "Give positions from 1 that have a period after them.",
      );
  const tallies = Array.from(
    { length: horizon },
    () => new PanelTally(tables[0]?.rows ?? 0, tables[0]?.columns ?? 0),
  );
  for (const origin of origins) {
    const past = tables.slice(0, origin + 1);
    const furthest = Math.min(horizon, tables.length - 1 - origin);
    const { at } = panelForecaster(past, { ...options, horizon: furthest });
    const others = simpleForecasts(past, furthest);
    for (let ahead = 1; ahead <= furthest; ahead++) {
      const { mean, lower, upper } = at(ahead);
      tallies[ahead - 1]!.add(
        origin,
        tables[origin + ahead]!,
        { ours: mean.values, ...others[ahead - 1]! },
        { lower: lower.values, upper: upper.values },
      );
    }
  }
  return tallies.flatMap((tally, h) => (tally.origins.length > 0 ? [tally.test(h + 1)] : []));
}

/** The last three positions with three periods up to them and one after. */
const lastOrigins = (length: number): number[] =>
  Array.from({ length: Math.max(0, length - 3) }, (_, k) => k + 2).slice(-3);

type Simple = Record<Exclude<PanelMethod, "ours">, Float64Array>;

function simpleForecasts(past: readonly Matrix[], horizon: number): Simple[] {
  const { rows, columns } = past[0]!;
  const all = Array.from({ length: horizon }, (): Simple => {
    const empty = () => new Float64Array(rows * columns).fill(Number.NaN);
    return { naive: empty(), drift: empty(), dampedDrift: empty(), shiftShare: empty() };
  });
  const series = new Float64Array(past.length);
  for (let cell = 0; cell < rows * columns; cell++) {
    past.forEach((table, t) => {
      series[t] = table.values[cell]!;
    });
    if (series.every(Number.isNaN)) continue;
    const last = naive(series, { horizon }).mean;
    const straight = drift(series, { horizon }).mean;
    const recent = carried(series).subarray(-4).map(Math.log1p);
    const damped = dampedDrift(recent, { horizon, phi: 0.6 }).mean;
    for (let h = 0; h < horizon; h++) {
      all[h]!.naive[cell] = last[h]!;
      all[h]!.drift[cell] = Math.max(0, straight[h]!);
      all[h]!.dampedDrift[cell] = Math.max(0, Math.expm1(damped[h]!));
    }
  }
  const now = new Matrix(rows, columns, all[0]!.naive);
  const apart = Math.min(3, past.length - 1);
  const shares = shiftShareForecast(past.at(-1 - apart)!, now, { horizon, apart, variant: "constant-share" });
  shares.periods.forEach((period, h) => {
    // What cannot be compared with then is carried on.
    all[h]!.shiftShare = period.values.map((value, k) => (Number.isNaN(value) ? now.values[k]! : value));
  });
  return all;
}

/** Unknown amounts as those before them. */
const carried = (series: Float64Array): Float64Array => {
  const result = series.slice();
  for (let t = 1; t < result.length; t++) if (Number.isNaN(result[t]!)) result[t] = result[t - 1]!;
  return result;
};

class PanelTally {
  readonly origins: number[] = [];
  readonly #off = Object.fromEntries(PANEL_METHODS.map((name) => [name, 0])) as Record<PanelMethod, number>;
  readonly #regions: { ours: Float64Array; naive: Float64Array; actual: Float64Array };
  readonly #activities: { ours: Float64Array; naive: Float64Array; actual: Float64Array };
  #actual = 0;
  #cells = 0;
  #within = 0;
  #bounded = 0;
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    const side = (length: number) => ({
      ours: new Float64Array(length),
      naive: new Float64Array(length),
      actual: new Float64Array(length),
    });
    this.#regions = side(rows);
    this.#activities = side(columns);
    this.#columns = columns;
  }

  add(
    origin: number,
    outcome: Matrix,
    forecasts: Record<PanelMethod, Float64Array>,
    bounds: { lower: Float64Array; upper: Float64Array },
  ): void {
    this.origins.push(origin);
    for (let k = 0; k < outcome.values.length; k++) {
      const actual = outcome.values[k]!;
      if (Number.isNaN(actual) || Number.isNaN(forecasts.ours[k]!)) continue;
      this.#cells++;
      this.#actual += actual;
      for (const name of PANEL_METHODS) this.#off[name] += Math.abs(forecasts[name][k]! - actual);
      for (const [side, at] of [
        [this.#regions, Math.floor(k / this.#columns)],
        [this.#activities, k % this.#columns],
      ] as const) {
        side.actual[at]! += actual;
        side.ours[at]! += Math.abs(forecasts.ours[k]! - actual);
        side.naive[at]! += Math.abs(forecasts.naive[k]! - actual);
      }
      if (forecasts.ours[k]! > 0 && !Number.isNaN(bounds.lower[k]!)) {
        this.#bounded++;
        if (actual >= bounds.lower[k]! && actual <= bounds.upper[k]!) this.#within++;
      }
    }
  }

  test(ahead: number): PanelTest {
    const share = (off: number, of: number) => (of > 0 ? off / of : Number.NaN);
    const ofSide = (side: { ours: Float64Array; naive: Float64Array; actual: Float64Array }) => ({
      ours: side.ours.map((off, k) => share(off, side.actual[k]!)),
      naive: side.naive.map((off, k) => share(off, side.actual[k]!)),
    });
    return {
      ahead,
      wape: Object.fromEntries(
        PANEL_METHODS.map((name) => [name, share(this.#off[name], this.#actual)]),
      ) as Record<PanelMethod, number>,
      regions: ofSide(this.#regions),
      activities: ofSide(this.#activities),
      coverage: share(this.#within, this.#bounded),
      cells: this.#cells,
      origins: this.origins,
    };
  }
}
