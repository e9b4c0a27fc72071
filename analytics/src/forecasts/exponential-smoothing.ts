import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { seeded } from "../core/random.ts";
import { USUAL } from "./bounds.ts";
import { type Criterion, type Fit, fitModel } from "./fit.ts";
import {
  checkPaths,
  type Forecast,
  type ForecastOptions,
  type Frame,
  frameOf,
  normalBounds,
  simulatedBounds,
  unknownForecast,
} from "./forecast.ts";
import { fitSimply, type SimpleFit } from "./holt-winters.ts";
import { residualsOf, type Series, seriesOf } from "./series.ts";
import { nameOf, project, type Smoothing, type SmoothingModel } from "./state-space.ts";
import { moments, simulate } from "./variance.ts";

export type ExponentialSmoothingOptions = ForecastOptions & {
  /** How errors enter: "A" added, "M" multiplied. What is not told is chosen. */
  error?: "A" | "M";
  /** "N" none, "A" added. What is not told is chosen. */
  trend?: "N" | "A";
  /** Whether the trend fades. What is not told is chosen. */
  damped?: boolean;
  /** How seasons enter: "N" not, "A" added, "M" multiplied. What is not told is chosen. */
  season?: "N" | "A" | "M";
  /** Smoothing parameters that are fixed (from 0.0001 to 0.9999, phi from 0.8 to 0.98); the others are estimated. */
  alpha?: number;
  beta?: number;
  gamma?: number;
  phi?: number;
  /** What the model is chosen by: "aicc" unless told. */
  criterion?: "aic" | "aicc" | "bic";
  /** What the parameters are estimated by: the likelihood unless told, or the squared one-step errors. */
  estimation?: Criterion;
  /** Leaves out models with an infinite variance (added errors, multiplied seasons): true unless told. */
  restrict?: boolean;
  /** Of the simulated intervals, where a model has no others. */
  seed?: number;
  paths?: number;
};

/** A forecast by a model of exponential smoothing, with what tells it from others. `NaN` where there is no likelihood. */
export type SmoothingForecast = Forecast & {
  logLikelihood: number;
  aic: number;
  aicc: number;
  bic: number;
};

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
 * those with added errors and multiplied seasons, which are simulated (`seed`, `paths`).
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

const NO_LIKELIHOOD = { logLikelihood: Number.NaN, aic: Number.NaN, aicc: Number.NaN, bic: Number.NaN };

function givenOf({ alpha, beta, gamma, phi }: Partial<Smoothing>): Partial<Smoothing> {
  return {
    ...(alpha === undefined ? {} : { alpha }),
    ...(beta === undefined ? {} : { beta }),
    ...(gamma === undefined ? {} : { gamma }),
    ...(phi === undefined ? {} : { phi }),
  };
}

function checkSmoothing(options: ExponentialSmoothingOptions): void {
  const given = givenOf(options);
  for (const [name, value] of Object.entries(given)) {
    const least = USUAL.lower[name as keyof Smoothing];
    const most = USUAL.upper[name as keyof Smoothing];
    if (!(value >= least && value <= most))
      throw new AnalyticsError("option", `${name} is ${value}`, `Give a number from ${least} to ${most}.`);
  }
  const { alpha = USUAL.upper.alpha, beta = 0, gamma = 0 } = given;
  if (beta > alpha)
    throw new AnalyticsError("option", `beta (${beta}) is above alpha (${alpha})`, "Give a smaller beta.");
  if (given.alpha !== undefined && gamma > 1 - alpha)
    throw new AnalyticsError(
      "option",
      `gamma (${gamma}) is above 1 - alpha (${alpha})`,
      "Give a smaller gamma.",
    );
  checkPaths(options.paths);
}

/** What the seasons may be, with the reasons why there are none where the series cannot have any. */
function seasonsOf(
  asked: "N" | "A" | "M" | undefined,
  values: Float64Array,
  period: number,
  notes: Note[],
): ("N" | "A" | "M")[] {
  const wants = asked === "A" || asked === "M";
  if (period === 1) {
    if (wants)
      throw new AnalyticsError(
        "option",
        "A series of period 1 has no seasons",
        "Give its period, or the season N.",
      );
    return ["N"];
  }
  if (asked === "N") return ["N"];
  if (period > 24 && wants)
    throw new AnalyticsError(
      "option",
      `A period of ${period} has too many seasons to estimate`,
      "24 is the most.",
    );
  if (period <= 24 && values.length > period) return wants ? [asked] : ["N", "A", "M"];
  notes.push({
    code: "fallback",
    text:
      period > 24
        ? `A period of ${period} has too many seasons to estimate; the forecast is without.`
        : `The series is not longer than one round of ${period} periods; the forecast is without seasons.`,
  });
  return ["N"];
}

function checkAsked(
  { error, season, damped, trend, restrict = true }: ExponentialSmoothingOptions,
  { least, values }: Series,
): void {
  if (damped && trend === "N")
    throw new AnalyticsError(
      "option",
      "What has no trend cannot be damped",
      "Leave out damped, or give the trend A.",
    );
  if (restrict && error === "A" && season === "M")
    throw new AnalyticsError(
      "option",
      "Added errors with multiplied seasons have no finite variance",
      "Give the error M, or allow it with restrict: false.",
    );
  if (least <= 0 && (error === "M" || season === "M"))
    throw new AnalyticsError(
      "negative",
      `${least} is not above 0, which a model that multiplies needs`,
      "Give the error A and the season A or N, or leave the choice to the data.",
      { row: values.indexOf(least) },
    );
}

/** Whether there are fewer values than four more than a model has numbers to estimate. */
function isTiny(
  known: number,
  { trend, damped }: ExponentialSmoothingOptions,
  season: "N" | "A" | "M" | undefined,
  period: number,
): boolean {
  const seasonal = season === "A" || season === "M" ? period : 0;
  const numbers = 2 + (trend === "A" ? 2 : 0) + seasonal + (damped ? 1 : 0);
  return known <= numbers + 4;
}

function candidates(
  { error, trend, damped, restrict = true }: ExponentialSmoothingOptions,
  seasons: readonly ("N" | "A" | "M")[],
  { least, notes }: Series,
): SmoothingModel[] {
  const multiplies = least > 0;
  if (!multiplies && (error === undefined || seasons.includes("M")))
    notes.push({
      code: "fallback",
      text: "Not all values are above 0, so models that multiply are left out.",
    });
  const models: SmoothingModel[] = [];
  for (const e of error ? [error] : (["A", "M"] as const))
    for (const t of trend ? [trend] : (["N", "A"] as const))
      for (const s of seasons)
        for (const d of damped === undefined ? [true, false] : [damped]) {
          if (t === "N" && d) continue;
          if (restrict && e === "A" && s === "M") continue;
          if (!multiplies && (e === "M" || s === "M")) continue;
          models.push({ error: e, trend: t, damped: d, season: s });
        }
  return models;
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

/** The forecast of a smoothing from the first values on. */
export function ofSimple(fit: SimpleFit, series: Series, frame: Frame): SmoothingForecast {
  const { model, smoothing, end, start } = fit;
  // One value fits itself: that says nothing about how sure the next is.
  const variance = series.known > 1 ? fit.variance : Number.NaN;
  const { mean, variances } = moments(end, model, smoothing, variance, frame.horizon)!;
  const fitted = padded(fit.fitted, series);
  return {
    method: nameOf(model),
    mean,
    ...normalBounds(mean, variances.map(Math.sqrt), frame.levels),
    levels: frame.levels,
    fitted,
    residuals: residualsOf(series.values, fitted),
    parameters: {
      alpha: smoothing.alpha,
      ...(model.trend === "N" ? {} : { beta: smoothing.beta }),
      level: start.level,
      ...(model.trend === "N" ? {} : { trend: start.trend }),
      variance,
    },
    notes: series.notes,
    ...NO_LIKELIHOOD,
  };
}

/** The forecast of a fitted model. */
function ofFit(
  fit: Fit,
  series: Series,
  frame: Frame,
  { seed = 1, paths = 5000 }: ExponentialSmoothingOptions,
): SmoothingForecast {
  const { model, smoothing, start, end, variance } = fit;
  const { horizon, levels } = frame;
  const exact = moments(end, model, smoothing, variance, horizon);
  const mean = exact?.mean ?? project(end, model, smoothing.phi, horizon);
  const bounds = exact
    ? normalBounds(mean, exact.variances.map(Math.sqrt), levels)
    : simulatedBounds(
        simulate(end, model, smoothing, variance, { horizon, paths, random: seeded(seed) }),
        levels,
      );
  const fitted = padded(fit.fitted, series);
  const notes = [...series.notes];
  if (!fit.converged)
    notes.push({
      code: "not-converged",
      text: "The search for the likeliest parameters was stopped before it settled.",
    });
  const seasons = model.season === "N" ? [] : Array.from(start.seasons, (x, k) => [`season${k + 1}`, x]);
  return {
    method: nameOf(model),
    mean,
    ...bounds,
    levels,
    fitted,
    residuals: residualsOf(series.values, fitted),
    parameters: {
      alpha: smoothing.alpha,
      ...(model.trend === "N" ? {} : { beta: smoothing.beta }),
      ...(model.season === "N" ? {} : { gamma: smoothing.gamma }),
      ...(model.damped ? { phi: smoothing.phi } : {}),
      level: start.level,
      ...(model.trend === "N" ? {} : { trend: start.trend }),
      ...Object.fromEntries(seasons),
      variance,
    },
    notes,
    logLikelihood: fit.logLikelihood,
    aic: fit.aic,
    aicc: fit.aicc,
    bic: fit.bic,
  };
}

/** Nothing is fitted before the first known value. */
function padded(fitted: Float64Array, { values, first }: Series): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  result.set(fitted, first);
  return result;
}
