import { Matrix } from "../core/matrix.ts";
import { normal, type Random } from "../core/random.ts";
import {
  advance,
  project,
  type Run,
  type Smoothing,
  type SmoothingModel,
  type State,
} from "./state-space.ts";

/** What a model expects of the periods to come, and the variance of each. */
export type Moments = { mean: Float64Array; variances: Float64Array };

/**
 * Mean and variance of a model's future in closed form, where one is known: all of it added (class 1), errors multiplied
 * (class 2), errors and seasons multiplied (class 3). `undefined` for the others, which have to be simulated.
 *
 * R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing: The State Space
 * Approach (2008), sections 6.2 to 6.4.
 */
export function moments(
  end: State,
  model: SmoothingModel,
  smoothing: Smoothing,
  variance: number,
  horizon: number,
): Moments | undefined {
  if (model.season === "M")
    return model.error === "M" ? bothMultiplied(end, model, smoothing, variance, horizon) : undefined;
  const mean = project(end, model, smoothing.phi, horizon);
  const weights = responses(model, smoothing, end.seasons.length, horizon);
  return {
    mean,
    variances: model.error === "A" ? added(weights, variance) : multiplied(mean, weights, variance),
  };
}

/** How much an error moves the forecast for 1, 2, … periods after it. */
function responses(
  model: SmoothingModel,
  { alpha, beta, gamma, phi }: Smoothing,
  m: number,
  horizon: number,
): Float64Array {
  let damped = 0;
  return Float64Array.from({ length: horizon }, (_, k) => {
    damped += model.damped ? phi ** (k + 1) : 1;
    const trend = model.trend === "N" ? 0 : beta * damped;
    const season = model.season !== "N" && (k + 1) % m === 0 ? gamma : 0;
    return alpha + trend + season;
  });
}

function added(weights: Float64Array, variance: number): Float64Array {
  let total = 1;
  return weights.map((_, h) => {
    if (h > 0) total += weights[h - 1]! ** 2;
    return variance * total;
  });
}

function multiplied(mean: Float64Array, weights: Float64Array, variance: number): Float64Array {
  const theta = new Float64Array(mean.length);
  for (let h = 0; h < mean.length; h++) {
    let total = 0;
    for (let j = 0; j < h; j++) total += weights[j]! ** 2 * theta[h - 1 - j]!;
    theta[h] = mean[h]! ** 2 + variance * total;
  }
  return theta.map((x, h) => (1 + variance) * x - mean[h]! ** 2);
}

/**
 * Class 3. The product of level (and trend) with the seasons is followed as a whole: M is its mean (p × m), V the
 * covariance of its cells, both one step further in each round.
 */
function bothMultiplied(
  end: State,
  model: SmoothingModel,
  { alpha, beta, gamma, phi: damping }: Smoothing,
  variance: number,
  horizon: number,
): Moments {
  const m = end.seasons.length;
  const trended = model.trend !== "N";
  const phi = model.damped ? damping : 1;
  const see = trended ? [1, phi] : [1];
  const move = trended
    ? [
        [1, phi],
        [0, phi],
      ]
    : [[1]];
  const react = trended
    ? [
        [alpha, alpha * phi],
        [beta, beta * phi],
      ]
    : [[alpha]];
  // The season of the next period is the last; each step it goes to the front.
  const turn = square(m, (r, c) => (r === 0 ? (c === m - 1 ? 1 : 0) : c === r - 1 ? 1 : 0));
  const learn = square(m, (r, c) => (r === 0 && c === m - 1 ? gamma : 0));
  const F = kronecker(turn, Matrix.from(move));
  const G = kronecker(learn, Matrix.from(react));
  const K = plus(kronecker(learn, Matrix.from(move)), kronecker(turn, Matrix.from(react)));
  const p = see.length;
  const size = p * m;
  const shown = new Matrix(1, size);
  see.forEach((x, k) => {
    shown.values[(m - 1) * p + k] = x;
  });
  const states = trended ? [end.level, end.trend] : [end.level];
  let M = new Matrix(size, 1);
  for (let s = 0; s < m; s++)
    states.forEach((x, k) => {
      M.values[s * p + k] = x * end.seasons[m - 1 - s]!;
    });
  let V = new Matrix(size, size);
  const mean = new Float64Array(horizon);
  const variances = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    const expected = times(shown, M).values[0]!;
    mean[h] = expected;
    variances[h] =
      (1 + variance) * times(times(shown, V), shown.transpose()).values[0]! + variance * expected ** 2;
    if (h === horizon - 1) break;
    const outer = times(M, M.transpose());
    const cross = times(times(F, V), G.transpose());
    const moved = times(times(F, V), F.transpose());
    const spread = times(times(K, plus(V, outer)), K.transpose());
    const fourth = times(
      times(
        G,
        V.map((x, r, c) => 3 * x + 2 * outer.at(r, c)),
      ),
      G.transpose(),
    );
    V = moved.map(
      (x, r, c) =>
        x + variance * (cross.at(r, c) + cross.at(c, r) + spread.at(r, c) + variance * fourth.at(r, c)),
    );
    const pushed = times(G, M);
    M = times(F, M).map((x, r) => x + variance * pushed.at(r, 0));
  }
  return { mean, variances };
}

const square = (n: number, cell: (row: number, column: number) => number): Matrix =>
  new Matrix(n, n).map((_, r, c) => cell(r, c));

const plus = (a: Matrix, b: Matrix): Matrix => a.map((x, r, c) => x + b.at(r, c));

const kronecker = (a: Matrix, b: Matrix): Matrix =>
  new Matrix(a.rows * b.rows, a.columns * b.columns).map(
    (_, r, c) => a.at(Math.floor(r / b.rows), Math.floor(c / b.columns)) * b.at(r % b.rows, c % b.columns),
  );

function times(a: Matrix, b: Matrix): Matrix {
  const result = new Matrix(a.rows, b.columns);
  for (let r = 0; r < a.rows; r++)
    for (let k = 0; k < a.columns; k++) {
      const x = a.at(r, k);
      if (x === 0) continue;
      for (let c = 0; c < b.columns; c++) result.values[r * b.columns + c]! += x * b.at(k, c);
    }
  return result;
}

/** Futures of a model with normal errors, draws × horizon. O(draws × horizon). */
export function simulate(
  end: State,
  model: SmoothingModel,
  smoothing: Smoothing,
  variance: number,
  { horizon, draws, random }: { horizon: number; draws: number; random: Random },
): Matrix {
  const deviation = Math.sqrt(variance);
  const result = new Matrix(draws, horizon);
  const { length: m } = end.seasons;
  const next = new Float64Array(1);
  const now: Run = { deviance: 0, meanSquare: 0, end: { ...end, seasons: new Float64Array(m) } };
  const state = now.end;
  for (let path = 0; path < draws; path++) {
    state.level = end.level;
    state.trend = end.trend;
    state.seasons.set(end.seasons);
    for (let h = 0; h < horizon; h++) {
      const turn = state.seasons[h % m]!;
      const expected = model.trend === "N" ? state.level : state.level + smoothing.phi * state.trend;
      const forecast =
        model.season === "N" ? expected : model.season === "A" ? expected + turn : expected * turn;
      const error = deviation * normal(random);
      next[0] = model.error === "A" ? forecast + error : forecast * (1 + error);
      result.values[path * horizon + h] = next[0];
      advance(next, model, smoothing, now, undefined, undefined, h % m);
    }
  }
  return result;
}
