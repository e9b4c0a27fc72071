import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { exponentialSmoothing } from "./exponential-smoothing.ts";
import { type ForecastOptions, frameOf, unknownForecast } from "./forecast.ts";
import { fitSimply } from "./holt-winters.ts";
import { seriesOf } from "./series.ts";
import { NO_LIKELIHOOD, ofSimple, type SmoothingForecast } from "./smoothing-forecast.ts";

export type SimpleSmoothingOptions = ForecastOptions & {
  /** How fast the level follows the series, from 0 (not at all) to 1 (at once); estimated unless given. */
  alpha?: number;
  /** Where the state begins: where the squared errors become least ("optimal", the default), or at the first values. */
  initial?: "optimal" | "simple";
};

export type HoltOptions = SimpleSmoothingOptions & {
  /** How fast the trend follows; estimated unless given. Of the level's error, or with `initial` "simple" of its change. */
  beta?: number;
  /** Whether the trend fades, and by what share each step; the share is estimated unless given. */
  damped?: boolean;
  phi?: number;
};

/**
 * Simple exponential smoothing: the level follows the series, and the forecast is the last level.
 *
 *     l(t) = l(t-1) + α (y(t) - l(t-1)),   ŷ(T + h) = l(T),   variance σ² (1 + (h - 1) α²)
 *
 * α and the first level are where the squared one-step errors are least (α from 0.0001 to 0.9999); with `initial` "simple"
 * the first level is the first value. Takes a series in the order of time, returns a forecast in its unit. Unknown values
 * are passed over; with one known value there are no intervals (`NaN`), and up to six are smoothed from the first on, with
 * a note. O(2,000 n) at most.
 *
 * R. G. Brown, Statistical Forecasting for Inventory Control (1959); R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D.
 * Snyder, Forecasting with Exponential Smoothing (2008), chapters 2 and 6, in the variant of the R package forecast 8.20.
 *
 * @example
 * simpleExponentialSmoothing([10, 12, 11], { alpha: 0.5, initial: "simple", horizon: 1 }).mean; // [11]
 */
export function simpleExponentialSmoothing(
  series: Vector,
  options: SimpleSmoothingOptions = {},
): SmoothingForecast {
  checkWords(options, { initial: ["optimal", "simple"] });
  const { horizon, period, levels, alpha } = options;
  const method = "Simple exponential smoothing";
  if (options.initial === "simple") return { ...simply(series, options, false), method };
  return {
    ...exponentialSmoothing(series, {
      ...asked({ horizon, period, levels, alpha }),
      error: "A",
      trend: "N",
      season: "N",
      estimation: "squares",
    }),
    method,
  };
}

/**
 * Holt's method: a level and a trend follow the series, and the forecast goes on along the trend, or levels off where it is
 * damped.
 *
 *     l(t) = l(t-1) + φ b(t-1) + α e(t),   b(t) = φ b(t-1) + β e(t),   ŷ(T + h) = l(T) + (φ + … + φ^h) b(T)
 *
 * φ is 1 without damping and from 0.8 to 0.98 with it. α, β (at most α), φ and the first state are where the squared
 * one-step errors are least. With `initial` "simple" the state starts at y(1) and y(2) - y(1), nothing is damped, and `beta` is
 * the weight of the level's last change in the trend: β / α of the formula. Takes a series in the order of time, returns a
 * forecast in its unit. Unknown values are passed over; fewer than nine values (ten if damped) are smoothed from the first on
 * without damping, with a note; one alone has no trend. O(2,000 n) at most.
 *
 * C. C. Holt, "Forecasting Seasonals and Trends by Exponentially Weighted Moving Averages" (1957), reprinted in
 * International Journal of Forecasting 20 (2004), 5–10; E. S. Gardner and E. McKenzie, "Forecasting Trends in Time Series",
 * Management Science 31 (1985), 1237–1246; in the variant of the R package forecast 8.20, `holt`. As there, the intervals with
 * `initial` "simple" take `beta` for β, which makes them wider than the model's.
 *
 * @example
 * holt([10, 12, 14, 16], { alpha: 0.5, beta: 0.2, initial: "simple", horizon: 2 }).mean; // [17.6, 19.3]
 */
export function holt(series: Vector, options: HoltOptions = {}): SmoothingForecast {
  checkWords(options, { initial: ["optimal", "simple"] });
  const { horizon, period, levels, alpha, beta, phi, damped = phi !== undefined } = options;
  if (options.initial === "simple") {
    if (damped)
      throw new AnalyticsError(
        "option",
        "Damping needs an optimal first state",
        'Leave out initial: "simple", or damped.',
      );
    return { ...simply(series, options, true), method: "Holt's method" };
  }
  const forecast = exponentialSmoothing(series, {
    ...asked({ horizon, period, levels, alpha, beta, phi }),
    error: "A",
    trend: "A",
    damped,
    season: "N",
    estimation: "squares",
  });
  // A series too short for it is not damped.
  const isDamped = forecast.parameters.phi !== undefined;
  return { ...forecast, method: isDamped ? "Damped Holt's method" : "Holt's method" };
}

/** Smoothing from the first values on. */
function simply(series: Vector, options: HoltOptions, trended: boolean): SmoothingForecast {
  const { alpha, beta } = options;
  for (const [name, value] of Object.entries({ alpha, beta }))
    if (value !== undefined && !(value >= 0 && value <= 1))
      throw new AnalyticsError("option", `${name} is ${value}`, "Smoothing parameters are from 0 to 1.");
  const frame = frameOf(options);
  const known = seriesOf(series);
  if (known.known === 0) return { ...unknownForecast("", known.values.length, frame), ...NO_LIKELIHOOD };
  return ofSimple(fitSimply(known.values.subarray(known.first), trended, { alpha, beta }), known, frame);
}

/** Without the options that nobody gave. */
function asked<T extends object>(options: T): { [P in keyof T]: Exclude<T[P], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [P in keyof T]: Exclude<T[P], undefined>;
  };
}
