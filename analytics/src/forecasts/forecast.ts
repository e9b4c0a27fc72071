import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { complementaryError } from "../spatial/normal.ts";

/**
 * What is expected of the periods to come, in the unit of the series, and how sure that is.
 *
 * `mean` has one number for each of the `horizon` periods. `lower` and `upper` are horizon × levels: with the levels 0.8
 * and 0.95, four of five future values lie between the first columns. `fitted` is what the method would have said of each
 * period one step before, `residuals` the value less that; both as long as the series, `NaN` where there is none.
 * `parameters` has what the method estimated or was given, by name.
 */
export type Forecast = {
  method: string;
  mean: Float64Array;
  lower: Matrix;
  upper: Matrix;
  /** Of the intervals, as shares, ascending. */
  levels: Float64Array;
  fitted: Float64Array;
  residuals: Float64Array;
  parameters: Record<string, number>;
  notes: Note[];
};

export type ForecastOptions = {
  /** How many periods ahead: 10 unless told, two years where the series has a period. */
  horizon?: number;
  /** How many values make a season's round: 4 for quarters, 12 for months, 1 (the default) for years. */
  period?: number;
  /** Levels of the prediction intervals, as shares: 0.8 and 0.95 unless told. */
  levels?: Vector;
};

/** The frame of a forecast: options checked, defaults filled in. */
export type Frame = { horizon: number; period: number; levels: Float64Array };

export function frameOf({ horizon, period = 1, levels = [0.8, 0.95] }: ForecastOptions): Frame {
  if (!(Number.isInteger(period) && period >= 1))
    throw new AnalyticsError(
      "option",
      `A period of ${period} values cannot be`,
      "Give 1 for years, 4 for quarters, 12 for months.",
    );
  const ahead = horizon ?? (period > 1 ? 2 * period : 10);
  if (!(Number.isInteger(ahead) && ahead >= 1))
    throw new AnalyticsError(
      "option",
      `A horizon of ${ahead} periods cannot be`,
      "Give a whole number from 1.",
    );
  const sorted = Float64Array.from(levels).sort();
  sorted.forEach((level) => {
    if (!(level > 0 && level < 1))
      throw new AnalyticsError(
        "option",
        `A level of ${level} cannot be`,
        "Give shares between 0 and 1, such as 0.95.",
      );
  });
  return { horizon: ahead, period, levels: sorted };
}

/** Refuses what is no number of simulated futures. */
export function checkDraws(draws = 1): void {
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new AnalyticsError(
      "option",
      `${draws} simulated futures cannot be`,
      "Give a whole number from 1; 5000 is usual.",
    );
}

/** Bounds at normal quantiles of the deviations, one deviation for each step ahead. */
export function normalBounds(
  mean: Float64Array,
  deviations: Float64Array,
  levels: Float64Array,
): { lower: Matrix; upper: Matrix } {
  const reach = levels.map((level) => normalQuantile(0.5 + level / 2));
  const lower = new Matrix(mean.length, levels.length);
  return {
    lower: lower.map((_, h, k) => mean[h]! - reach[k]! * deviations[h]!),
    upper: lower.map((_, h, k) => mean[h]! + reach[k]! * deviations[h]!),
  };
}

/** Bounds at the quantiles of simulated futures (draws × horizon), Hyndman and Fan's type 8. */
export function simulatedBounds(paths: Matrix, levels: Float64Array): { lower: Matrix; upper: Matrix } {
  const lower = new Matrix(paths.columns, levels.length);
  const upper = new Matrix(paths.columns, levels.length);
  for (let h = 0; h < paths.columns; h++) {
    const sorted = paths.column(h).sort();
    levels.forEach((level, k) => {
      lower.values[h * levels.length + k] = medianUnbiased(sorted, 0.5 - level / 2);
      upper.values[h * levels.length + k] = medianUnbiased(sorted, 0.5 + level / 2);
    });
  }
  return { lower, upper };
}

function medianUnbiased(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  const place = Math.min(n, Math.max(1, (n + 1 / 3) * p + 1 / 3));
  const low = Math.floor(place);
  const below = sorted[low - 1]!;
  return below + (place - low) * (sorted[Math.min(low, n - 1)]! - below);
}

/** The number below which a standard normal one lies with probability `p`: by Halley's steps on the error function. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  // Hastings' approximation, good to 4.5e-4, to begin with.
  const t = Math.sqrt(-2 * Math.log(p));
  let z = -(
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
  for (let step = 0; step < 4; step++) {
    const off = complementaryError(-z / Math.SQRT2) / 2 - p;
    const u = off * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= u / (1 + (z * u) / 2);
  }
  return z;
}

/** A forecast of nothing, for a series in which nothing is known. */
export function unknownForecast(method: string, length: number, frame: Frame): Forecast {
  const bounds = () => new Matrix(frame.horizon, frame.levels.length).map(() => Number.NaN);
  return {
    method,
    mean: new Float64Array(frame.horizon).fill(Number.NaN),
    lower: bounds(),
    upper: bounds(),
    levels: frame.levels,
    fitted: new Float64Array(length).fill(Number.NaN),
    residuals: new Float64Array(length).fill(Number.NaN),
    parameters: {},
    notes: [{ code: "degenerate", text: "No value of the series is known, so nothing can be forecast." }],
  };
}
