import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { sum } from "../core/statistics.ts";
import { shares } from "./weights.ts";

/** Weights of judgements, and how well these agree with one another. */
export type Hierarchy = {
  weights: Float64Array;
  /** The principal eigenvalue λ; n where the judgements agree entirely. */
  principal: number;
  /** Consistency index (λ - n) / (n - 1). */
  consistencyIndex: number;
  /** Index over that of random judgements. Above 0.1 Saaty asks to judge again; `NaN` beyond 15 indicators. */
  consistencyRatio: number;
};

/** Mean consistency index of random judgements of n things, n from 1 (T. L. Saaty, The Analytic Hierarchy Process, 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

const MOST_STEPS = 10_000;

/**
 * Weights by the analytic hierarchy process: experts say of each pair of indicators how many times as important the first is
 * (1 … 9, or 1 / that); the weights are the principal eigenvector of these judgements, or their row geometric means.
 *
 * A square table of positive judgements in, with 1 on the diagonal and judgement(j, i) = 1 / judgement(i, j), else refused.
 * Weights sum to 1. The consistency ratio divides by Saaty's random index (1.24 for 6 indicators); with 1 or 2 indicators
 * judgements always agree and it is 0. O(n² × steps of the power iteration).
 *
 * T. L. Saaty, "A Scaling Method for Priorities in Hierarchical Structures", Journal of Mathematical Psychology 15 (1977),
 * 234–281; geometric means: G. Crawford and C. Williams, ibid. 29 (1985), 387–405.
 *
 * @example
 * const { weights, consistencyRatio } = analyticHierarchy([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]);
 * weights; // [0.571, 0.286, 0.143]
 */
export function analyticHierarchy(
  judgements: Table,
  method: "eigenvector" | "geometric" = "eigenvector",
): Hierarchy {
  oneOf(method, ["eigenvector", "geometric"], "method");
  const matrix = checked(Matrix.from(judgements));
  const n = matrix.rows;
  const weights = method === "geometric" ? geometricMeans(matrix) : principalVector(matrix);
  const principal = n === 0 ? 0 : sum(image(matrix, weights).map((value, i) => value / weights[i]!)) / n;
  const consistencyIndex = n < 3 ? 0 : (principal - n) / (n - 1);
  const random = RANDOM_INDEX[n - 1] ?? Number.NaN;
  return { weights, principal, consistencyIndex, consistencyRatio: n < 3 ? 0 : consistencyIndex / random };
}

const geometricMeans = (matrix: Matrix): Float64Array =>
  shares(
    Array.from({ length: matrix.rows }, (_, i) => Math.exp(sum(matrix.row(i).map(Math.log)) / matrix.rows)),
  );

/** Power iteration; a positive matrix has one principal vector and nothing else attracts. */
function principalVector(matrix: Matrix): Float64Array {
  let weights = geometricMeans(matrix);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = shares(Array.from(image(matrix, weights)));
    const moved = Math.max(...next.map((weight, i) => Math.abs(weight - weights[i]!)));
    weights = next;
    if (moved < 1e-16) break;
  }
  return weights;
}

const image = (matrix: Matrix, v: Float64Array): Float64Array =>
  Float64Array.from({ length: matrix.rows }, (_, i) => sum(matrix.row(i).map((x, j) => x * v[j]!)));

function checked(matrix: Matrix): Matrix {
  if (matrix.rows !== matrix.columns)
    throw new AnalyticsError(
      "shape",
      `Judgements of ${matrix.rows} × ${matrix.columns} are no square`,
      "Judge each indicator against each.",
    );
  matrix.values.forEach((value, k) => {
    const row = Math.floor(k / matrix.columns);
    const column = k % matrix.columns;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new AnalyticsError(
        "negative",
        `A judgement is above 0, not ${value}`,
        "Say 3 for three times as important, 1/3 for a third.",
        {
          row,
          column,
        },
      );
    if (Math.abs(value * matrix.at(column, row) - 1) > 1e-3)
      throw new AnalyticsError(
        "degenerate",
        `The judgements ${value} and ${matrix.at(column, row)} of one pair do not mirror each other`,
        "Write 1 / x below the diagonal where x stands above, and 1 on it.",
        { row, column },
      );
  });
  return matrix;
}
