import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";
import {
  type Forecast,
  type ForecastOptions,
  type Frame,
  frameOf,
  normalBounds,
  unknownForecast,
} from "./forecast.ts";
import { residualsOf, type Series, seriesOf } from "./series.ts";

/**
 * Naive forecast: all periods to come are as the last one. The bar that every other method has to clear.
 *
 *     ŷ(T + h) = y(T),   variance σ² h,   σ² = mean squared change from one period to the next
 *
 * Takes a series in the order of time, returns a forecast in its unit. An unknown value is taken to be as the one before
 * it, and its change does not count. With one known value there are no intervals (`NaN`). O(n + horizon).
 *
 * R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), sections 5.2 and 5.5.
 *
 * @example
 * naive([3, 5, 4], { horizon: 2 }).mean; // [4, 4]
 */
export function naive(series: Vector, options: ForecastOptions = {}): Forecast {
  return lagWalk("Naive", seriesOf(series), frameOf(options), { lag: 1, drift: false, phi: 1 });
}

/**
 * Seasonal naive forecast: each period to come is as the same one of the last round of seasons.
 *
 *     ŷ(T + h) = y(T + h - m k),   variance σ² k,   k = ⌈h / m⌉,   σ² = mean squared change from round to round
 *
 * `period` is m. Takes a series in the order of time, returns a forecast in its unit. An unknown value is taken to be as
 * that of the round before; a season of which nothing is known is not forecast (`NaN`), with a note. A series shorter than one round is forecast by its last value, with a note.
 * O(n + horizon).
 *
 * R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), sections 5.2 and 5.5.
 *
 * @example
 * seasonalNaive([1, 5, 2, 6], { period: 2, horizon: 3 }).mean; // [2, 6, 2]
 */
export function seasonalNaive(series: Vector, options: ForecastOptions = {}): Forecast {
  const frame = frameOf(options);
  const known = seriesOf(series);
  const isShort = known.values.length - known.first < frame.period && known.known > 0;
  if (isShort)
    known.notes.push({
      code: "fallback",
      text: `The series is shorter than one round of ${frame.period} periods; its last value is carried on.`,
    });
  return lagWalk("Seasonal naive", known, frame, { lag: isShort ? 1 : frame.period, drift: false, phi: 1 });
}

/**
 * Random walk with drift: the series goes on as the line from its first to its last value.
 *
 *     ŷ(T + h) = y(T) + h b,   variance σ² h + (h se(b))²,   b = mean change,   σ² = Σ (change - b)² / (n - 2)
 *
 * The second term is the uncertainty about b itself. Takes a series in the order of time, returns a forecast in its unit.
 * An unknown value is taken to be as the one before it, and its change does not count. Fewer than three known values give
 * no intervals (`NaN`), one no drift. O(n + horizon).
 *
 * R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), sections 5.2 and 5.5.
 *
 * @example
 * drift([2, 3, 6], { horizon: 2 }).mean; // [8, 10]
 */
export function drift(series: Vector, options: ForecastOptions = {}): Forecast {
  return lagWalk("Drift", seriesOf(series), frameOf(options), { lag: 1, drift: true, phi: 1 });
}

/**
 * Drift that fades: as `drift`, but each step adds only the share φ of the step before, so that the forecast levels off at
 * y(T) + b φ / (1 - φ). More careful for horizons of many years, as trends rarely last.
 *
 *     ŷ(T + h) = y(T) + b (φ + φ² + … + φ^h),   variance σ² h + (se(b) (φ + … + φ^h))²
 *
 * `phi` is from 0 to 1, 0.9 unless told; 1 is `drift`. Edge cases as there. O(n + horizon).
 *
 * E. S. Gardner and E. McKenzie, "Forecasting Trends in Time Series", Management Science 31 (1985), 1237–1246, for the
 * damping; the estimate of b is that of `drift`.
 *
 * @example
 * dampedDrift([2, 3, 6], { horizon: 2, phi: 0.5 }).mean; // [7, 7.5]
 */
export function dampedDrift(series: Vector, options: ForecastOptions & { phi?: number } = {}): Forecast {
  const { phi = 0.9 } = options;
  if (!(phi >= 0 && phi <= 1))
    throw new AnalyticsError(
      "option",
      `A damping of ${phi} cannot be`,
      "Give a number from 0 to 1; 0.9 is usual.",
    );
  return lagWalk("Damped drift", seriesOf(series), frameOf(options), { lag: 1, drift: true, phi });
}

type Walk = { lag: number; drift: boolean; phi: number };

function lagWalk(method: string, series: Series, frame: Frame, { lag, drift: drifts, phi }: Walk): Forecast {
  const { values, known, notes } = series;
  if (known === 0) return unknownForecast(method, values.length, frame);
  const carried = carriedForward(series, lag);
  const fitted = Float64Array.from(values, (_, t) => (t < lag ? Number.NaN : carried[t - lag]!));
  const changes = residualsOf(values, fitted).filter((change) => !Number.isNaN(change));
  const b = drifts && changes.length > 0 ? changes.reduce((sum, x) => sum + x, 0) / changes.length : 0;
  const free = changes.length - (drifts ? 1 : 0);
  const variance = free > 0 ? changes.reduce((sum, x) => sum + (x - b) ** 2, 0) / free : Number.NaN;
  const uncertain = drifts ? Math.sqrt(variance / changes.length) : 0;
  if (known > 1 && Number.isNaN(variance))
    notes.push({ code: "degenerate", text: "There are too few changes to tell how sure the forecast is." });

  const mean = new Float64Array(frame.horizon);
  const deviations = new Float64Array(frame.horizon);
  let damped = 0;
  for (let h = 1; h <= frame.horizon; h++) {
    const rounds = Math.ceil(h / lag);
    damped = phi === 1 ? h : damped + phi ** h;
    mean[h - 1] = carried[values.length - lag + ((h - 1) % lag)]! + b * damped;
    deviations[h - 1] = Math.sqrt(variance * rounds + (uncertain * damped) ** 2);
  }
  if (mean.some(Number.isNaN))
    notes.push({
      code: "degenerate",
      text: "There are seasons of which no value is known; they are not forecast.",
    });
  const moved = fitted.map((x) => x + phi * b);
  return {
    method,
    mean,
    ...normalBounds(mean, deviations, frame.levels),
    levels: frame.levels,
    fitted: moved,
    residuals: residualsOf(values, moved),
    parameters: {
      variance,
      ...(drifts ? { drift: b, driftError: uncertain } : {}),
      ...(phi < 1 ? { phi } : {}),
    },
    notes,
  };
}

/** The series with each unknown value as that `lag` before it, where one was. */
function carriedForward({ values }: Series, lag: number): Float64Array {
  const result = values.slice();
  for (let t = lag; t < result.length; t++) if (Number.isNaN(result[t]!)) result[t] = result[t - lag]!;
  return result;
}
