import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords, oneOf } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { sum } from "../core/statistics.ts";
import { diagonal, scaledIdentity, shrunkCovariance } from "./covariance.ts";
import { solveSymmetric } from "./solve.ts";
import { checkedSumming } from "./summing.ts";

export type ReconcileOptions = {
  /**
   * "bottom-up": the finest series are right, the others are their sums. "top-down": the total is right and split by
   * `proportions`. The others keep as near to all forecasts as they can: "ols" counts all alike, "structural" the sums by
   * the number of their parts, "variance" each by the variance of its errors, "mint" (the default with `residuals`) by
   * their covariance as well.
   */
  method?: "bottom-up" | "top-down" | "ols" | "structural" | "variance" | "mint";
  /** One-step errors of the forecasts, series × time, in the order of the summing matrix: for "variance" and "mint". */
  residuals?: Table;
  /** What each finest series gets of the total: for "top-down". See `historicalProportions`. */
  proportions?: Vector;
};

export type Reconciled = {
  /** Series × horizon, in the order of the summing matrix: every sum is exactly that of its parts. */
  forecasts: Matrix;
  /** What each finest series takes from each forecast: finest × series. */
  weights: Matrix;
  /** How far "mint" shrinks the correlations, from 0 to 1; `NaN` for the others. */
  shrinkage: number;
  notes: Note[];
};

/**
 * Reconciles forecasts of a hierarchy, made one by one, so that parts add up to their sums: regions to the country, branches
 * to the economy. With S the summing matrix and W the (assumed) covariance of the errors,
 *
 *     reconciled = S (S' W⁻¹ S)⁻¹ S' W⁻¹ base
 *
 * W is the identity for "ols", the number of parts for "structural", the variances of the errors for "variance", and for
 * "mint" their covariance with correlations shrunk towards 0 (Schäfer and Strimmer's intensity), which has the least error
 * variance of all. Takes the base forecasts (series × horizon) and a summing matrix (series × finest, zeros and ones, see
 * `summingMatrix`), returns forecasts in the same order and unit; forecasts that add up already do not change. A
 * period in which a forecast that counts is unknown is `NaN`. Series that were never wrong count a million times
 * as much as the best of the others, those of unknown errors like the median, with notes. O(series³ + series × finest × horizon).
 *
 * R. J. Hyndman, R. A. Ahmed, G. Athanasopoulos and H. L. Shang, "Optimal Combination Forecasts for Hierarchical Time
 * Series", Computational Statistics & Data Analysis 55 (2011), 2579–2589; S. L. Wickramasuriya, G. Athanasopoulos and R. J.
 * Hyndman, "Optimal Forecast Reconciliation for Hierarchical and Grouped Time Series Through Trace Minimization", Journal of
 * the American Statistical Association 114 (2019), 804–819.
 *
 * @example
 * // A country of two regions: 100 forecast for it, 40 and 50 for them.
 * const { forecasts } = reconcile([[100], [40], [50]], summingMatrix(2), { method: "ols" });
 * forecasts; // [[96.7], [43.3], [53.3]]
 */
export function reconcile(base: Table, summing: Table, options: ReconcileOptions = {}): Reconciled {
  checkWords(options, { method: ["bottom-up", "top-down", "ols", "structural", "variance", "mint"] });
  const { summing: S, bottom } = checkedSumming(summing);
  const given = Matrix.from(base);
  if (given.rows !== S.rows)
    throw new AnalyticsError(
      "shape",
      `There are ${given.rows} forecasts where the summing matrix has ${S.rows} series`,
      "Give one row for each, in the same order.",
    );
  const { method = options.residuals ? "mint" : "structural" } = options;
  const notes: Note[] = [];
  let shrinkage = Number.NaN;
  let weights: Matrix;
  if (method === "bottom-up") weights = choose(bottom, S.rows);
  else if (method === "top-down") weights = split(S, options.proportions);
  else {
    const W = covarianceOf(method, S, options.residuals, notes);
    shrinkage = W.shrinkage;
    weights = generalised(S, W.matrix);
  }
  return { forecasts: added(S, finestOf(weights, given)), weights, shrinkage, notes };
}

/** Weight times forecast; what has no weight may be unknown. */
function finestOf(weights: Matrix, base: Matrix): Matrix {
  return new Matrix(weights.rows, base.columns).map((_, k, h) => {
    let total = 0;
    for (let s = 0; s < base.rows; s++) {
      const weight = weights.at(k, s);
      if (weight !== 0) total += weight * base.at(s, h);
    }
    return total;
  });
}

function added(S: Matrix, finest: Matrix): Matrix {
  const parts = Presence.from(S);
  const result = new Matrix(S.rows, finest.columns);
  for (let s = 0; s < S.rows; s++)
    for (const k of parts.of(s))
      for (let h = 0; h < finest.columns; h++) result.values[s * finest.columns + h]! += finest.at(k, h);
  return result;
}

const choose = (bottom: Int32Array, series: number): Matrix =>
  new Matrix(bottom.length, series).map((_, k, s) => Number(bottom[k] === s));

function split(S: Matrix, proportions: Vector | undefined): Matrix {
  if (!proportions)
    throw new AnalyticsError(
      "option",
      "Top-down needs proportions",
      "Give them, by historicalProportions perhaps.",
    );
  const shares = vector(proportions, S.columns, "The list of proportions");
  const total = sum(shares);
  if (!(total > 0) || shares.some((share) => !(share >= 0)))
    throw new AnalyticsError(
      "option",
      "Proportions are from 0, and not all 0",
      "Give one for each finest series.",
    );
  const top = Array.from({ length: S.rows }, (_, r) => r).find((r) => S.row(r).every((x) => x === 1));
  if (top === undefined)
    throw new AnalyticsError(
      "shape",
      "No series of the summing matrix is the total",
      "Give it a row of ones.",
    );
  return new Matrix(S.columns, S.rows).map((_, k, s) => (s === top ? shares[k]! / total : 0));
}

type Assumed = { matrix: Matrix; shrinkage: number };

function covarianceOf(
  method: "ols" | "structural" | "variance" | "mint",
  S: Matrix,
  residuals: Table | undefined,
  notes: Note[],
): Assumed {
  const none = { shrinkage: Number.NaN };
  if (method === "ols") return { matrix: scaledIdentity(S.rows), ...none };
  if (method === "structural")
    return {
      matrix: diagonal(Float64Array.from({ length: S.rows }, (_, r) => Math.max(1, sum(S.row(r))))),
      ...none,
    };
  if (!residuals)
    throw new AnalyticsError(
      "option",
      `"${method}" needs the errors of the forecasts`,
      "Give residuals, or take structural.",
    );
  const errors = Matrix.from(residuals);
  if (errors.rows !== S.rows)
    throw new AnalyticsError(
      "shape",
      `There are residuals of ${errors.rows} series where ${S.rows} are needed`,
      "Give one row for each.",
    );
  const { covariance, shrinkage, exact, unknown } = shrunkCovariance(
    errors,
    method === "variance" ? 1 : undefined,
  );
  const unsaid = exact.length + unknown.length === S.rows;
  if (unsaid)
    notes.push({ code: "fallback", text: "No series has errors to weigh it by, so all count alike." });
  if (!unsaid && exact.length > 0)
    notes.push({
      code: "degenerate",
      text: `${exact.length} series were never wrong: they count a million times as much as the best of the others.`,
      positions: exact,
    });
  if (!unsaid && unknown.length > 0)
    notes.push({
      code: "missing",
      text: `The errors of ${unknown.length} series are unknown; they count like the median of the others.`,
      positions: unknown,
    });
  return { matrix: covariance, shrinkage: method === "variance" ? Number.NaN : shrinkage };
}

/** (S' W⁻¹ S)⁻¹ S' W⁻¹. */
function generalised(S: Matrix, W: Matrix): Matrix {
  const left = solveSymmetric(W, S).transpose();
  const sums = Presence.from(S).transpose();
  const square = new Matrix(S.columns, S.columns).map((_, i, j) => {
    let total = 0;
    for (const s of sums.of(j)) total += left.at(i, s);
    return total;
  });
  return solveSymmetric(square, left);
}

/**
 * What each of the finest series was of the total, for top-down forecasts.
 *
 * "average" (the default): the mean of its shares in all periods, Gross and Sohl's method A. "total": its sum over the sum of
 * all, their method F, in which large periods count more. Takes the history of the finest series (finest × time, amounts),
 * returns one share for each, which add up to 1. Periods in which a value is unknown or all are 0 are left out; `NaN` where
 * none is left. O(finest × time).
 *
 * C. W. Gross and J. E. Sohl, "Disaggregation Methods to Expedite Product Line Forecasting", Journal of Forecasting 9 (1990),
 * 233–254.
 *
 * @example
 * historicalProportions([[1, 3], [1, 1]]); // [0.625, 0.375]
 */
export function historicalProportions(history: Table, by: "average" | "total" = "average"): Float64Array {
  oneOf(by, ["average", "total"], "by");
  const matrix = Matrix.from(history);
  const shares = new Float64Array(matrix.rows);
  let whole = 0;
  for (let t = 0; t < matrix.columns; t++) {
    const column = matrix.column(t);
    const total = column.reduce((a, x) => a + x, 0);
    if (!(total > 0)) continue;
    const scale = by === "average" ? total : 1;
    whole += total / scale;
    column.forEach((x, k) => {
      shares[k]! += x / scale;
    });
  }
  return shares.map((share) => share / whole);
}
