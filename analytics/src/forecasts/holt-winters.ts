import { searchBox } from "./box-search.ts";
import type { Smoothing, SmoothingModel, State } from "./state-space.ts";

/** Exponential smoothing from a first state read off the first values; only what is not given is estimated. */
export type SimpleFit = {
  model: SmoothingModel;
  smoothing: Smoothing;
  start: State;
  end: State;
  fitted: Float64Array;
  errors: Float64Array;
  /** Mean of the squared errors. */
  variance: number;
};

/**
 * Smoothing of a series (whose first value is known) that starts from the first values: level y(1), trend y(2) - y(1). What is not given of alpha and beta is where
 * the sum of squared errors is least between 0 and 1. For series too short for the likelihood, and for fixed parameters.
 *
 * Here beta is the share of the new trend in the trend (that of a state space model divided by alpha), as in Holt's own recursion.
 *
 * C. C. Holt, "Forecasting Seasonals and Trends by Exponentially Weighted Moving Averages" (1957), reprinted in
 * International Journal of Forecasting 20 (2004), 5–10.
 */
export function fitSimply(
  values: Float64Array,
  trended: boolean,
  given: { alpha?: number | undefined; beta?: number | undefined },
): SimpleFit {
  const model: SmoothingModel = { error: "A", trend: trended ? "A" : "N", damped: false, season: "N" };
  const start = startOf(values, trended);
  const unknown = { alpha: given.alpha === undefined, beta: trended && given.beta === undefined };
  const at = (point: readonly number[]): [alpha: number, beta: number] => [
    unknown.alpha ? point[0]! : given.alpha!,
    unknown.beta ? point[point.length - 1]! : (given.beta ?? 0),
  ];
  const free = Number(unknown.alpha) + Number(unknown.beta);
  const [alpha, beta] = at(
    free === 0 ? [] : searchBox((point) => ownRun(values, ...at(point), start).squares, free === 2 ? 2 : 1),
  );
  const fitted = new Float64Array(values.length);
  const { end, squares: total, known } = ownRun(values, alpha, beta, start, fitted);
  return {
    model,
    smoothing: { alpha, beta, gamma: 0, phi: 1 },
    start,
    end,
    fitted,
    errors: values.map((y, t) => y - fitted[t]!),
    variance: total / known,
  };
}

/** At the first value; the trend is the step from it to the next known one. */
function startOf(values: Float64Array, trended: boolean): State {
  const level = values[0]!;
  const second = values.findIndex((y, t) => t > 0 && !Number.isNaN(y));
  const trend = trended && second > 0 ? (values[second]! - level) / second : 0;
  return { level, trend, seasons: new Float64Array(1) };
}

/** Holt's recursion with beta as the share of the new trend, which unlike beta / alpha is defined for alpha = 0 as well. */
function ownRun(values: Float64Array, alpha: number, beta: number, start: State, fitted?: Float64Array) {
  let { level, trend } = start;
  let squares = 0;
  let known = 0;
  for (let t = 0; t < values.length; t++) {
    const expected = level + trend;
    if (fitted) fitted[t] = expected;
    const y = values[t]!;
    if (Number.isNaN(y)) {
      level = expected;
      continue;
    }
    squares += (y - expected) ** 2;
    known++;
    const next = alpha * y + (1 - alpha) * expected;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
  }
  return { squares, known, end: { level, trend, seasons: start.seasons } };
}
