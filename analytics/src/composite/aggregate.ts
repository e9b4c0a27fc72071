import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { deviation, mean, sum } from "../core/statistics.ts";
import { finite, type Polarity, signs, standardScores } from "./normalise.ts";
import { equalWeights } from "./weights.ts";

export type AggregateOptions = {
  /** One from 0 for each indicator; they are divided by their sum. Equal where none are given. */
  weights?: Vector;
  /** What a unit with unknown indicators gets: nothing (`NaN`, the default), or the index of what is known of it. */
  unknown?: "undefined" | "reweight";
};

/**
 * Arithmetic index: the weighted mean of the scores of a unit. What is lost in one indicator can be won back in another.
 *
 * Scores (units × indicators, normalised) in, one number a unit out. Indicators that weigh 0 are not looked at.
 * O(units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 6.4.
 *
 * @example
 * arithmeticIndex([[0, 1], [0.5, 0.5]], { weights: [3, 1] }); // [0.25, 0.5]
 */
export function arithmeticIndex(scores: Table, options: AggregateOptions = {}): Float64Array {
  return perUnit(scores, options, (row, weights) => sum(row.map((x, c) => weights[c]! * x)));
}

/**
 * Geometric index: the weighted geometric mean of a unit's scores. A weakness counts more than a strength of the same size.
 *
 *     Π (floor + (1 - floor) × score)^w
 *
 * Scores from 0 to 1 in, one number a unit out. A single 0 would make the index 0 whatever the rest: `floor` (0.1, 0 to 1)
 * lifts the scale so that it does not. O(units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 6.4.
 *
 * @example
 * geometricIndex([[0.25, 1], [0.5, 0.5]], { floor: 0 }); // [0.5, 0.5]
 */
export function geometricIndex(
  scores: Table,
  options: AggregateOptions & { floor?: number } = {},
): Float64Array {
  const { floor = 0.1 } = options;
  if (!(floor >= 0 && floor < 1))
    throw new AnalyticsError("option", `A floor is from 0 to below 1, not ${floor}`, "0.1 is usual.");
  const matrix = Matrix.from(scores);
  matrix.values.forEach((value, k) => {
    if (value < 0 || value > 1)
      throw new AnalyticsError(
        "option",
        `A score of ${value} has no geometric mean here`,
        "Scale the indicators with minMaxScores first.",
        {
          row: Math.floor(k / matrix.columns),
          column: k % matrix.columns,
        },
      );
  });
  return perUnit(matrix, options, (row, weights) =>
    Math.exp(
      sum(row.map((x, c) => (weights[c] === 0 ? 0 : weights[c]! * Math.log(floor + (1 - floor) * x)))),
    ),
  );
}

/**
 * Mazziotta–Pareto index: the mean of the standardised scores (brought to mean 100 and deviation 10) less a penalty for being
 * uneven across indicators, which no weight has to be chosen for:
 *
 *     mean - deviation × (deviation / mean)      ("low", for what is good; "high" adds the penalty, for what is bad)
 *
 * Units × indicators in their own units in, one number a unit out, about 100. The scores take n - 1, a unit's deviation over
 * its indicators n. A unit with an unknown indicator is `NaN`. O(units × indicators).
 *
 * M. Mazziotta and A. Pareto, "On a Generalized Non-compensatory Composite Index for Measuring Socio-economic Phenomena",
 * Social Indicators Research 127 (2016), 983–1003.
 *
 * @example
 * mazziottaParetoIndex([[1, 5], [2, 4], [3, 6]]); // [94.7, 94.7, 110]
 */
export function mazziottaParetoIndex(
  table: Table,
  { polarity, penalty = "low" }: { polarity?: Polarity; penalty?: "low" | "high" } = {},
): Float64Array {
  oneOf(penalty, ["low", "high"], "penalty");
  const scores = standardScores(table, polarity, "sample").map((z) => 100 + 10 * z);
  const sign = penalty === "low" ? -1 : 1;
  return Float64Array.from({ length: scores.rows }, (_, u) => {
    const row = scores.row(u);
    if (row.some(Number.isNaN)) return Number.NaN;
    const middle = mean(row);
    return middle + (sign * deviation(row) ** 2) / middle;
  });
}

/**
 * TOPSIS: how close a unit is to the best that any has in each indicator, and how far from the worst. Indicators are divided by
 * their Euclidean norm and multiplied by their weight; with d⁺ and d⁻ the distances to the ideal and the anti-ideal unit:
 *
 *     closeness = d⁻ / (d⁺ + d⁻)      from 0 to 1
 *
 * Units × indicators in their own units in, one number a unit out. A unit with an unknown indicator is `NaN`; where all units
 * are alike nobody is closer, `NaN`. An indicator that is 0 throughout is not looked at. O(units × indicators).
 *
 * C. L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981), section 3.4.
 *
 * @example
 * topsis([[1, 9], [2, 8], [3, 7]], { polarity: [1, -1] }); // [0, 0.5, 1]
 */
export function topsis(
  table: Table,
  { polarity, weights }: { polarity?: Polarity; weights?: Vector } = {},
): Float64Array {
  const matrix = finite(table);
  const directions = signs(polarity, matrix.columns);
  const shares = weightsOf(weights, matrix.columns);
  const norms = Array.from({ length: matrix.columns }, (_, c) =>
    Math.hypot(...matrix.column(c).filter((x) => !Number.isNaN(x))),
  );
  const scaled = matrix.map((x, _, c) => (norms[c]! > 0 ? (directions[c]! * shares[c]! * x) / norms[c]! : 0));
  const best = extreme(scaled, Math.max);
  const worst = extreme(scaled, Math.min);
  return Float64Array.from({ length: matrix.rows }, (_, u) => {
    const row = scaled.row(u);
    const toBest = Math.hypot(...row.map((x, c) => x - best[c]!));
    const toWorst = Math.hypot(...row.map((x, c) => x - worst[c]!));
    return toWorst / (toBest + toWorst);
  });
}

const extreme = (matrix: Matrix, of: (...values: number[]) => number): number[] =>
  Array.from({ length: matrix.columns }, (_, c) =>
    matrix.column(c).reduce((a, b) => (Number.isNaN(b) ? a : Number.isNaN(a) ? b : of(a, b)), Number.NaN),
  );

/** Weights of any size as shares of their sum, checked. */
export function weightsOf(weights: Vector | undefined, indicators: number): Float64Array {
  if (!weights) return equalWeights(indicators);
  const given = vector(weights, indicators, "The list of weights");
  given.forEach((weight, column) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new AnalyticsError(
        "negative",
        `A weight is from 0, not ${weight}`,
        "Turn an indicator round with its polarity.",
        { column },
      );
  });
  const total = sum(given);
  if (!(total > 0) && indicators > 0)
    throw new AnalyticsError("degenerate", "All weights are 0", "Give at least one indicator a weight.");
  return given.map((weight) => weight / total);
}

function perUnit(
  scores: Table,
  { weights, unknown = "undefined" }: AggregateOptions,
  aggregate: (row: Float64Array, weights: Float64Array) => number,
): Float64Array {
  oneOf(unknown, ["undefined", "reweight"], "unknown");
  const matrix = finite(scores);
  const shares = weightsOf(weights, matrix.columns);
  return Float64Array.from({ length: matrix.rows }, (_, u) => {
    const row = matrix.row(u);
    const isGap = (x: number, c: number) => Number.isNaN(x) && shares[c]! > 0;
    if (!row.some(isGap)) return aggregate(row, shares);
    if (unknown === "undefined") return Number.NaN;
    const known = sum(shares.filter((_, c) => !Number.isNaN(row[c]!)));
    if (known === 0) return Number.NaN;
    return aggregate(
      row.map((x) => (Number.isNaN(x) ? 0 : x)),
      shares.map((share, c) => (Number.isNaN(row[c]!) ? 0 : share / known)),
    );
  });
}
