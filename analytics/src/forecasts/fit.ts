import { allowed, type Bounds, type Free, USUAL } from "./bounds.ts";
import { nelderMead } from "./nelder-mead.ts";
import { firstState } from "./start.ts";
import { advance, type Run, run, type Smoothing, type SmoothingModel, type State } from "./state-space.ts";

/** What is to be least: minus the likelihood, or the mean squared error of the one-step forecasts. */
export type Criterion = "likelihood" | "squares";

/** A model fitted to a series. */
export type Fit = {
  model: SmoothingModel;
  smoothing: Smoothing;
  start: State;
  end: State;
  fitted: Float64Array;
  /** Relative ones where the errors of the model multiply. */
  errors: Float64Array;
  /** Numbers estimated, without the variance of the errors. */
  estimated: number;
  /** Of the errors of the model, with the degrees of freedom taken off. */
  variance: number;
  logLikelihood: number;
  aic: number;
  aicc: number;
  bic: number;
  converged: boolean;
};

/** A fit beyond which the likelihood says no more: all errors are 0. */
const PERFECT = -1e10;

/**
 * Fits one model: smoothing parameters and first state together, by the simplex search. `undefined` where the series has too
 * few values for it, or where the search has nowhere to start. O(calls × n).
 */
export function fitModel(
  values: Float64Array,
  model: SmoothingModel,
  period: number,
  given: Partial<Smoothing>,
  criterion: Criterion,
): Fit | undefined {
  const m = model.season === "N" ? 1 : period;
  const free = freeOf(model, given);
  const bounds = narrowed(given);
  const begin = firstSmoothing(model, given, bounds, m);
  if (
    !allowed(
      begin,
      { alpha: true, beta: model.trend !== "N", gamma: model.season !== "N", phi: model.damped },
      bounds,
      model,
      m,
    )
  )
    return undefined;
  const layout = new Layout(model, free, m);
  const point = layout.pack(begin, firstState(values, model, period));
  const known = values.reduce((count, y) => count + (Number.isNaN(y) ? 0 : 1), 0);
  if (point.length >= known - 1 || !point.every(Number.isFinite)) return undefined;

  const smoothing = { ...begin };
  const scratch: Run = {
    deviance: 0,
    meanSquare: 0,
    end: { level: 0, trend: 0, seasons: new Float64Array(m) },
  };
  const cost = (at: Float64Array): number => {
    layout.readSmoothing(at, smoothing);
    if (!allowed(smoothing, free, bounds, model, m)) return Number.POSITIVE_INFINITY;
    layout.readState(at, scratch.end);
    if (model.season === "M" && hasNegative(scratch.end.seasons)) return Number.POSITIVE_INFINITY;
    advance(values, model, smoothing, scratch);
    if (Number.isNaN(scratch.deviance)) return Number.POSITIVE_INFINITY;
    return criterion === "likelihood" ? Math.max(scratch.deviance, PERFECT) : scratch.meanSquare;
  };
  const found = nelderMead(cost, point);
  if (!found) return undefined;
  layout.readSmoothing(found.at, smoothing);
  const start = { level: 0, trend: 0, seasons: new Float64Array(m) };
  layout.readState(found.at, start);
  return fitOf(values, model, smoothing, start, point.length, known, found.converged);
}

/** Everything that follows from the parameters. */
function fitOf(
  values: Float64Array,
  model: SmoothingModel,
  smoothing: Smoothing,
  start: State,
  estimated: number,
  known: number,
  converged: boolean,
): Fit {
  const fitted = new Float64Array(values.length);
  const errors = new Float64Array(values.length);
  const { deviance: found, end } = run(values, model, smoothing, start, fitted, errors);
  const deviance = Math.max(found, PERFECT);
  const k = estimated + 1;
  const aic = deviance + 2 * k;
  return {
    model,
    smoothing: { ...smoothing },
    start,
    end,
    fitted,
    errors,
    estimated,
    variance: errors.reduce((sum, e) => sum + (Number.isNaN(e) ? 0 : e * e), 0) / (known - estimated),
    logLikelihood: -deviance / 2,
    aic,
    aicc: aic + (2 * k * (k + 1)) / (known - k - 1),
    bic: deviance + Math.log(known) * k,
    converged,
  };
}

function freeOf(model: SmoothingModel, given: Partial<Smoothing>): Free {
  return {
    alpha: given.alpha === undefined,
    beta: model.trend !== "N" && given.beta === undefined,
    gamma: model.season !== "N" && given.gamma === undefined,
    phi: model.damped && given.phi === undefined,
  };
}

/** The box with what is given taken into account: beta stays below alpha, gamma below 1 - alpha. */
function narrowed({ alpha, beta, gamma }: Partial<Smoothing>): Bounds {
  const lower = { ...USUAL.lower };
  const upper = { ...USUAL.upper };
  if (alpha !== undefined) {
    upper.beta = Math.min(alpha, upper.beta);
    upper.gamma = Math.min(1 - alpha, upper.gamma);
  }
  if (beta !== undefined) lower.alpha = Math.max(beta, lower.alpha);
  if (gamma !== undefined) upper.alpha = Math.min(1 - gamma, upper.alpha);
  return { lower, upper };
}

/** Where the search sets out: slow smoothing, the slower the more seasons, and little damping. */
function firstSmoothing(
  model: SmoothingModel,
  given: Partial<Smoothing>,
  { lower, upper }: Bounds,
  m: number,
): Smoothing {
  const alpha = given.alpha ?? lower.alpha + (0.2 * (upper.alpha - lower.alpha)) / m;
  const beta = given.beta ?? lower.beta + 0.1 * (Math.min(upper.beta, alpha) - lower.beta);
  const gamma = given.gamma ?? lower.gamma + 0.05 * (Math.min(upper.gamma, 1 - alpha) - lower.gamma);
  const phi = given.phi ?? lower.phi + 0.99 * (upper.phi - lower.phi);
  return {
    alpha,
    beta: model.trend === "N" ? 0 : beta,
    gamma: model.season === "N" ? 0 : gamma,
    phi: model.damped ? phi : 1,
  };
}

/** How parameters and first state lie in one list of numbers: alpha, beta, gamma, phi, level, trend, the last season first. */
class Layout {
  readonly model: SmoothingModel;
  readonly free: Free;
  readonly m: number;
  readonly smoothings: number;

  constructor(model: SmoothingModel, free: Free, m: number) {
    this.model = model;
    this.free = free;
    this.m = m;
    this.smoothings = Object.values(free).filter(Boolean).length;
  }

  pack({ alpha, beta, gamma, phi }: Smoothing, { level, trend, seasons }: State): Float64Array {
    const { free, model } = this;
    return Float64Array.from([
      ...(free.alpha ? [alpha] : []),
      ...(free.beta ? [beta] : []),
      ...(free.gamma ? [gamma] : []),
      ...(free.phi ? [phi] : []),
      level,
      ...(model.trend === "N" ? [] : [trend]),
      ...(model.season === "N" ? [] : seasons.slice(1).reverse()),
    ]);
  }

  readSmoothing(at: Float64Array, into: Smoothing): void {
    let k = 0;
    if (this.free.alpha) into.alpha = at[k++]!;
    if (this.free.beta) into.beta = at[k++]!;
    if (this.free.gamma) into.gamma = at[k++]!;
    if (this.free.phi) into.phi = at[k++]!;
  }

  readState(at: Float64Array, into: State): void {
    let k = this.smoothings;
    into.level = at[k++]!;
    into.trend = this.model.trend === "N" ? 0 : at[k++]!;
    if (this.model.season === "N") return;
    // The first season follows from the others: they add up to 0, or to m.
    let others = 0;
    for (let season = this.m - 1; season > 0; season--) {
      others += at[k]!;
      into.seasons[season] = at[k++]!;
    }
    into.seasons[0] = (this.model.season === "M" ? this.m : 0) - others;
  }
}

function hasNegative(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (values[k]! < 0) return true;
  return false;
}
