import { seeded } from "../core/random.ts";
import type { Fit } from "./fit.ts";
import { type Forecast, type Frame, normalBounds, simulatedBounds } from "./forecast.ts";
import type { SimpleFit } from "./holt-winters.ts";
import { residualsOf, type Series } from "./series.ts";
import { nameOf, project } from "./state-space.ts";
import { moments, simulate } from "./variance.ts";

/** A forecast by a model of exponential smoothing, with what tells it from others. `NaN` where there is no likelihood. */
export type SmoothingForecast = Forecast & {
  logLikelihood: number;
  aic: number;
  aicc: number;
  bic: number;
};

export const NO_LIKELIHOOD = {
  logLikelihood: Number.NaN,
  aic: Number.NaN,
  aicc: Number.NaN,
  bic: Number.NaN,
};

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
export function ofFit(
  fit: Fit,
  series: Series,
  frame: Frame,
  { seed = 1, draws = 5000 }: { seed?: number; draws?: number },
): SmoothingForecast {
  const { model, smoothing, start, end, variance } = fit;
  const { horizon, levels } = frame;
  const exact = moments(end, model, smoothing, variance, horizon);
  const mean = exact?.mean ?? project(end, model, smoothing.phi, horizon);
  const bounds = exact
    ? normalBounds(mean, exact.variances.map(Math.sqrt), levels)
    : simulatedBounds(
        simulate(end, model, smoothing, variance, { horizon, draws, random: seeded(seed) }),
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
