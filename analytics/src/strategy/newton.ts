import { Matrix } from "../core/matrix.ts";
import { choleskyFactor, choleskySolve } from "./least-squares.ts";

/** A direction that keeps less than this part of the information it has without weights has run away to infinity. */
const RUN_AWAY = 1e-8;

export type Problem = {
  /** A column of ones, then those columns of the design that say something, each of mean 0 and deviation 1. */
  columns: Float64Array[];
  /** Where each of them, but the first, comes from. */
  from: number[];
  means: number[];
  widths: number[];
  y: Float64Array;
  events: number;
  /** How much each column says that those before it do not, of 1. */
  own: Float64Array;
};

/** XᵀWX, with the ridge on the diagonal of all but the constant. */
export function information(columns: readonly Float64Array[], weights: Float64Array, ridge: number): Matrix {
  const p = columns.length;
  const result = new Matrix(p, p);
  for (let i = 0; i < p; i++) {
    const one = columns[i]!;
    for (let j = 0; j <= i; j++) {
      const other = columns[j]!;
      let total = i === j && i > 0 ? ridge : 0;
      for (let r = 0; r < weights.length; r++) total += weights[r]! * one[r]! * other[r]!;
      result.values[i * p + j] = total;
      result.values[j * p + i] = total;
    }
  }
  return result;
}

export type Found = {
  slopes: Float64Array;
  factor: Matrix;
  logLikelihood: number;
  ridge: number;
  iterations: number;
  converged: boolean;
  isSeparated: boolean;
};

/** Climbs to the most likely slopes; stops early where they run away, as they do where the outcomes are separated. */
export function newton(problem: Problem, ridge: number, most: number): Found {
  const { columns, y } = problem;
  const n = y.length;
  const share = problem.events / n;
  let slopes = new Float64Array(columns.length);
  slopes[0] = Math.log(share / (1 - share));
  let odds = oddsOf(columns, slopes);
  let height = heightOf(odds, y, slopes, ridge);
  const weights = new Float64Array(n);
  let factor = new Matrix(0, 0);
  let converged = false;
  let isSeparated = false;
  let iterations = 0;
  while (iterations < most && !converged && !isSeparated) {
    iterations++;
    const uphill = gradient(problem, odds, slopes, ridge, weights);
    factor = choleskyFactor(information(columns, weights, ridge));
    isSeparated = hasRunAway(factor, problem.own);
    if (isSeparated) break;
    const step = choleskySolve(factor, uphill);
    let size = 1;
    let next = slopes.map((b, k) => b + step[k]!);
    let nextOdds = oddsOf(columns, next);
    let nextHeight = heightOf(nextOdds, y, next, ridge);
    while (!(nextHeight >= height - 1e-12 * Math.abs(height)) && size > 1e-6) {
      size /= 2;
      next = slopes.map((b, k) => b + size * step[k]!);
      nextOdds = oddsOf(columns, next);
      nextHeight = heightOf(nextOdds, y, next, ridge);
    }
    converged = step.every((x, k) => Math.abs(size * x) <= 1e-9 * (1 + Math.abs(next[k]!)));
    slopes = next;
    odds = nextOdds;
    height = nextHeight;
  }
  const logLikelihood = heightOf(odds, y, slopes, 0);
  return { slopes, factor, logLikelihood, ridge, iterations, converged, isSeparated };
}

function hasRunAway(factor: Matrix, own: Float64Array): boolean {
  const n = factor.rows;
  // Scaled by the constant's own information, so that rare outcomes, which say little, are not taken for separation.
  const typical = n > 0 ? factor.at(0, 0) ** 2 : Number.NaN;
  if (!(typical > 1e-10)) return true;
  for (let k = 1; k < n; k++) if (!(factor.at(k, k) ** 2 > RUN_AWAY * typical * own[k]!)) return true;
  return false;
}

function oddsOf(columns: readonly Float64Array[], slopes: Float64Array): Float64Array {
  const odds = new Float64Array(columns[0]!.length).fill(slopes[0]!);
  for (let k = 1; k < columns.length; k++) {
    const column = columns[k]!;
    const slope = slopes[k]!;
    for (let r = 0; r < odds.length; r++) odds[r]! += slope * column[r]!;
  }
  return odds;
}

/** The log-likelihood less the ridge; ln(1 + eˣ) written so that it neither overflows nor loses digits. */
function heightOf(odds: Float64Array, y: Float64Array, slopes: Float64Array, ridge: number): number {
  let height = 0;
  for (let r = 0; r < odds.length; r++) {
    const x = odds[r]!;
    height += y[r]! * x - Math.max(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }
  for (let k = 1; k < slopes.length; k++) height -= (ridge / 2) * slopes[k]! ** 2;
  return height;
}

/** The slope of the height in each direction; writes p (1 - p) into `weights` on the way. */
function gradient(
  { columns, y }: Problem,
  odds: Float64Array,
  slopes: Float64Array,
  ridge: number,
  weights: Float64Array,
): Float64Array {
  const off = new Float64Array(odds.length);
  for (let r = 0; r < odds.length; r++) {
    const p = 1 / (1 + Math.exp(-odds[r]!));
    off[r] = y[r]! - p;
    weights[r] = p * (1 - p);
  }
  return Float64Array.from(columns, (column, k) => {
    let total = k > 0 ? -ridge * slopes[k]! : 0;
    for (let r = 0; r < off.length; r++) total += off[r]! * column[r]!;
    return total;
  });
}
