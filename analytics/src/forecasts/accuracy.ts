import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";

/** How far off a forecast was, over all periods whose outcome is known. `NaN` where nothing can be said. */
export type Accuracy = {
  /** Root mean squared error, in the unit of the series. */
  rmse: number;
  /** Mean absolute error, in the unit of the series. */
  mae: number;
  /** Mean of forecast less actual, in the unit of the series: above 0 where the forecast was too high. */
  bias: number;
  /** Weighted absolute percentage error as a share: Σ |error| / Σ |actual|. */
  wape: number;
  /** Mean absolute scaled error: below 1 where the forecast beats the naive one of the past. */
  mase: number;
  /** Share of the outcomes inside each interval, in the order of the levels; empty without bounds. */
  coverage: Float64Array;
  /** Periods compared. */
  compared: number;
};

export type AccuracyOptions = {
  /** What was known when the forecast was made: the scale of MASE is its mean change. Without it MASE is `NaN`. */
  history?: Vector;
  /** Of the naive forecast behind that scale: 1 (the default) compares with the period before, 4 with the year before. */
  period?: number;
  /** Bounds of the intervals, horizon × levels. */
  lower?: Table;
  upper?: Table;
};

/**
 * How good a forecast was, now that the outcome is known.
 *
 *     RMSE = √ mean e²,   MAE = mean |e|,   WAPE = Σ |e| / Σ |y|,   MASE = MAE / mean |y(t) - y(t - m)| of the history
 *
 * Takes actual and forecast values in the same order and unit. Periods unknown on either side are left out. MASE is `NaN`
 * where the history has no change to compare with, WAPE where all actual values are 0. Percentage errors of single periods
 * are not given: they explode where values come near 0. O(n).
 *
 * R. J. Hyndman and A. B. Koehler, "Another Look at Measures of Forecast Accuracy", International Journal of Forecasting 22
 * (2006), 679–688.
 *
 * @example
 * const { mae, mase, wape } = forecastAccuracy([10, 12], [11, 11], { history: [4, 6, 8] });
 * [mae, mase, wape]; // [1, 0.5, 0.0909]
 */
export function forecastAccuracy(actual: Vector, forecast: Vector, options: AccuracyOptions = {}): Accuracy {
  const outcome = Float64Array.from(actual);
  const said = vector(forecast, outcome.length, "The forecast");
  const { history, period = 1, lower, upper } = options;
  const scale = history ? naiveError(history, period) : Number.NaN;
  const tally = new Tally();
  tally.add(outcome, said, scale, boundsOf(lower, outcome.length), boundsOf(upper, outcome.length));
  return tally.accuracy();
}

function boundsOf(table: Table | undefined, horizon: number): Matrix | undefined {
  if (!table) return undefined;
  const matrix = Matrix.from(table);
  if (matrix.rows !== horizon)
    throw new AnalyticsError(
      "shape",
      `The bounds have ${matrix.rows} rows where ${horizon} are needed`,
      "Give one row a period.",
    );
  return matrix;
}

/** Mean absolute change over a period: what the naive forecast of each value would have been off by. */
export function naiveError(history: Vector, period: number): number {
  let total = 0;
  let count = 0;
  for (let t = period; t < history.length; t++) {
    const off = Math.abs(history[t]! - history[t - period]!);
    if (Number.isNaN(off)) continue;
    total += off;
    count++;
  }
  return count > 0 && total > 0 ? total / count : Number.NaN;
}

/** Errors added up over any number of forecasts. */
export class Tally {
  private compared = 0;
  private squares = 0;
  private absolute = 0;
  private signed = 0;
  private actual = 0;
  private scaled = 0;
  private inside: number[] = [];
  private bounded: number[] = [];

  /** `scale` is that of MASE for this forecast. */
  add(actual: Float64Array, forecast: Float64Array, scale: number, lower?: Matrix, upper?: Matrix): void {
    for (let h = 0; h < actual.length; h++) {
      const error = forecast[h]! - actual[h]!;
      if (Number.isNaN(error)) continue;
      this.compared++;
      this.squares += error * error;
      this.absolute += Math.abs(error);
      this.signed += error;
      this.actual += Math.abs(actual[h]!);
      this.scaled += Math.abs(error) / scale;
      if (!lower || !upper) continue;
      for (let l = 0; l < lower.columns; l++) {
        this.inside[l] ??= 0;
        this.bounded[l] ??= 0;
        const low = lower.at(h, l);
        const high = upper.at(h, l);
        if (Number.isNaN(low) || Number.isNaN(high)) continue;
        this.bounded[l]!++;
        if (actual[h]! >= low && actual[h]! <= high) this.inside[l]!++;
      }
    }
  }

  accuracy(): Accuracy {
    const { compared } = this;
    return {
      rmse: Math.sqrt(this.squares / compared),
      mae: this.absolute / compared,
      bias: this.signed / compared,
      wape: this.actual > 0 ? this.absolute / this.actual : Number.NaN,
      mase: this.scaled / compared,
      coverage: Float64Array.from(this.inside, (inside, l) => inside / this.bounded[l]!),
      compared,
    };
  }
}
