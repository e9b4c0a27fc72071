import type { Vector } from "../core/matrix.ts";
import { type Fit, fitModel } from "./fit.ts";
import { type Frame, frameOf, unknownForecast } from "./forecast.ts";
import { fitSimply } from "./holt-winters.ts";
import { type Series, seriesOf } from "./series.ts";
import { NO_LIKELIHOOD, ofFit, ofSimple, type SmoothingForecast } from "./smoothing-forecast.ts";
import {
  candidates,
  checkAsked,
  checkSmoothing,
  type ExponentialSmoothingOptions,
  givenOf,
  isTiny,
  seasonsOf,
} from "./smoothing-models.ts";

/**
 * Exponential smoothing with the model chosen from the data (ETS: error, trend, season). Each model is a level that follows
 * the series, with or without a trend (damped or not) and seasons, whose errors are added or multiplied:
 *
 *     y = (l + φ b) ∘ s + error,   l, b and s move by alpha, beta, gamma times the error;   ∘ is + or ×
 *
 * Each admissible model is fitted by maximum likelihood (smoothing parameters and first state together) and that with the
 * least corrected Akaike criterion is taken. Takes a series in the order of time with its `period`, returns a forecast in
 * its unit. `parameters` are alpha, beta, gamma, phi, the first level and trend, season1 … seasonm for the seasons from the
 * first known value on, and the variance of the errors (relative ones if they multiply). Intervals are exact for all models but
 * those with added errors and multiplied seasons, which are simulated (`seed`, `draws`).
 *
 * Models that multiply need values above 0: asked for by name they are refused otherwise, chosen from they are left out with
 * a note. Unknown values are passed over. A series too short for its model is smoothed from its first values on without a
 * likelihood, with a note; a constant one goes on as it is. Seasons take a period up to 24 and more than one round.
 * O(models × 2,000 × n) at most.
 *
 * R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, "A State Space Framework for Automatic Forecasting Using
 * Exponential Smoothing Methods", International Journal of Forecasting 18 (2002), 439–454; in the variant of the R package
 * forecast 8.20, `ets`.
 *
 * @example
 * const jobs = [98, 102, 102, 106, 112, 114, 119, 123, 126, 127, 126, 133, 137, 149, 156, 162];
 * const { method, mean } = exponentialSmoothing(jobs, { horizon: 2 });
 * method; // "ETS(M,A,N)"
 * mean; // [166, 170]
 */
export function exponentialSmoothing(
  series: Vector,
  options: ExponentialSmoothingOptions = {},
): SmoothingForecast {
  const frame = frameOf(options);
  const known = seriesOf(series);
  checkSmoothing(options);
  if (known.known === 0) return { ...unknownForecast("ETS", known.values.length, frame), ...NO_LIKELIHOOD };
  const values = known.values.subarray(known.first);
  const seasons = seasonsOf(options.season, values, frame.period, known.notes);
  checkAsked(options, known);
  // Nothing to estimate: it goes on as it is.
  if (known.constant)
    return ofSimple(fitSimply(values, options.trend === "A", { alpha: 0.99999, beta: 0 }), known, frame);
  if (isTiny(known.known, options, seasons.length === 1 ? seasons[0]! : undefined, frame.period))
    return ofTiny(values, known, frame, options);

  const { criterion = "aicc", estimation = "likelihood" } = options;
  let best: Fit | undefined;
  for (const model of candidates(options, seasons, known)) {
    const fit = fitModel(values, model, frame.period, givenOf(options), estimation);
    if (fit && fit[criterion] < (best?.[criterion] ?? Number.POSITIVE_INFINITY)) best = fit;
  }
  if (!best) return ofTiny(values, known, frame, options);
  return ofFit(best, known, frame, options);
}

/** Too short for a likelihood: with or without a trend as asked, or as fits better, from the first values on. */
function ofTiny(
  values: Float64Array,
  series: Series,
  frame: Frame,
  options: ExponentialSmoothingOptions,
): SmoothingForecast {
  const { alpha, beta, trend } = options;
  const flat = () => fitSimply(values, false, { alpha });
  const sloped = () => fitSimply(values, true, { alpha, beta });
  series.notes.push({
    code: "fallback",
    text: `${series.known} values are too few for a likelihood: smoothed from the first values on, without damping or seasons.`,
  });
  if (series.known < 2 || trend === "N") return ofSimple(flat(), series, frame);
  if (trend === "A") return ofSimple(sloped(), series, frame);
  const both = [sloped(), flat()] as const;
  return ofSimple(both[0].variance < both[1].variance ? both[0] : both[1], series, frame);
}
