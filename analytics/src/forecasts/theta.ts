import type { Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { decompose } from "./decompose.ts";
import {
  type Forecast,
  type ForecastOptions,
  frameOf,
  normalBounds,
  normalQuantile,
  unknownForecast,
} from "./forecast.ts";
import { simpleExponentialSmoothing } from "./holt.ts";
import { interpolated, line, residualsOf, seriesOf } from "./series.ts";
import type { SmoothingForecast } from "./smoothing-forecast.ts";

export type ThetaOptions = ForecastOptions & {
  /**
   * "drift" (the default): simple exponential smoothing with half the slope of the whole series added, to which the method
   * amounts. "two-lines": the straight line and the line with doubled curvature, smoothed, averaged as in the paper.
   */
  variant?: "drift" | "two-lines";
};

/**
 * Theta method: half of the long-run trend, half of where the series stands now. It won the M3 competition of 3,003 series.
 *
 *     drift:      ŷ(T + h) = l(T) + b/2 (h - 1 + (1 - (1 - α)^T) / α),   variance σ² (1 + (h - 1) α²)
 *     two-lines:  ŷ(T + h) = (a + b (T + h)) / 2 + l₂(T) / 2,   l₂ the level of 2 y - (a + b t)
 *
 * α and l are of simple exponential smoothing, a + b t is the line through the series. Where the series has a `period`
 * and its autocorrelation there is significant (one-sided, 5 %), the seasons of a classical multiplicative decomposition are
 * taken out first and put back after. Takes a series in the order of time, returns a forecast in its unit. `parameters`:
 * alpha, drift (b/2), level (where the smoothing starts), variance.
 *
 * Seasons need two rounds at least; where values are not above 0 they are taken out by differences instead, with a note.
 * Unknown values are put on the line between their neighbours, with a note. O(2,000 n) at most.
 *
 * V. Assimakopoulos and K. Nikolopoulos, "The Theta Model: A Decomposition Approach to Forecasting", International Journal
 * of Forecasting 16 (2000), 521–530; R. J. Hyndman and B. Billah, "Unmasking the Theta Method", the same 19 (2003),
 * 287–290. The variant "drift" is `thetaf` of the R package forecast 8.20.
 *
 * @example
 * const jobs = [98, 102, 102, 106, 112, 114, 119, 123, 126, 127, 126, 133, 137, 149, 156, 162];
 * theta(jobs, { horizon: 2 }).mean; // [164, 166]
 */
export function theta(series: Vector, options: ThetaOptions = {}): Forecast {
  checkWords(options, { variant: ["drift", "two-lines"] });
  const frame = frameOf(options);
  const { values, known, first, least, notes } = seriesOf(series);
  if (known === 0) return unknownForecast("Theta", values.length, frame);
  const full = interpolated(values.subarray(first));
  const n = full.length;
  const turns = seasonsOf(full, frame.period, least, notes);
  const adjusted = full.map((y, t) => without(y, turns, t));
  const { intercept, slope } = line(adjusted);

  const twoLines = options.variant === "two-lines";
  const smoothed = twoLines ? adjusted.map((y, t) => 2 * y - (intercept + slope * t)) : adjusted;
  const simple = simpleExponentialSmoothing(smoothed, { horizon: 1, levels: frame.levels });
  const { alpha, level, variance } = simple.parameters as { alpha: number; level: number; variance: number };
  // The share of the slope that the smoothing lags behind; (1 - (1 - α)^n) / α tends to n as α goes to 0.
  const lag = (count: number): number => (alpha > 0 ? (1 - (1 - alpha) ** count) / alpha : count);
  const expected = (from: number, count: number, h: number): number =>
    twoLines ? (from + intercept + slope * (count + h - 1)) / 2 : from + (slope / 2) * (h - 1 + lag(count));

  const mean = Float64Array.from({ length: frame.horizon }, (_, k) =>
    withSeason(expected(simple.mean[0]!, n, k + 1), turns, n + k),
  );
  const fitted = new Float64Array(values.length).fill(Number.NaN);
  for (let t = 0; t < n; t++) fitted[first + t] = withSeason(expected(simple.fitted[t]!, t, 1), turns, t);
  const residuals = residualsOf(values, fitted);
  // Half of the second line's errors reach the forecast.
  const spread = twoLines ? variance / 4 : variance;
  const deviations = mean.map((_, k) => Math.sqrt(spread * (1 + k * alpha ** 2)));
  return {
    method: "Theta",
    mean,
    ...normalBounds(mean, known > 1 ? deviations : deviations.fill(Number.NaN), frame.levels),
    levels: frame.levels,
    fitted,
    residuals,
    parameters: { alpha, drift: slope / 2, level, variance: spread },
    notes: [...notes, ...shortness(simple)],
  };
}

/** The seasons of the round and how they are taken out; without any where the series is not seasonal. */
type Turns = { figure: Float64Array; multiply: boolean } | undefined;

const without = (y: number, turns: Turns, t: number): number => {
  if (!turns) return y;
  const turn = turns.figure[t % turns.figure.length]!;
  return turns.multiply ? y / turn : y - turn;
};

const withSeason = (y: number, turns: Turns, t: number): number => {
  if (!turns) return y;
  const turn = turns.figure[t % turns.figure.length]!;
  return turns.multiply ? y * turn : y + turn;
};

function seasonsOf(values: Float64Array, period: number, least: number, notes: Note[]): Turns {
  if (period === 1) return undefined;
  if (values.length < 2 * period) {
    notes.push({
      code: "fallback",
      text: `There are fewer than two rounds of ${period} periods; the forecast is without seasons.`,
    });
    return undefined;
  }
  if (!isSeasonal(values, period)) return undefined;
  if (least > 0) return { figure: decompose(values, period, "multiplicative").figure, multiply: true };
  notes.push({
    code: "fallback",
    text: "Not all values are above 0, so the seasons are added rather than multiplied.",
  });
  return { figure: decompose(values, period, "additive").figure, multiply: false };
}

/** Whether the autocorrelation at the period is more than chance, given those at the shorter lags (Bartlett's variance). */
function isSeasonal(values: Float64Array, period: number): boolean {
  const n = values.length;
  const middle = values.reduce((sum, y) => sum + y, 0) / n;
  const covariance = (lag: number): number => {
    let total = 0;
    for (let t = lag; t < n; t++) total += (values[t]! - middle) * (values[t - lag]! - middle);
    return total;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (covariance(lag) / variance) ** 2;
  const chance = Math.sqrt((1 + 2 * squares) / n);
  return Math.abs(covariance(period) / variance) / chance > normalQuantile(0.95);
}

/** What the smoothing had to say of a series that is too short for it. */
const shortness = ({ notes }: SmoothingForecast): Note[] =>
  notes.filter(({ code }) => code === "fallback" || code === "not-converged");
