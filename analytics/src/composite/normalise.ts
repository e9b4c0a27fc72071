import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { deviation, mean, ranks, SPREADS, type Spread } from "../core/statistics.ts";

/** For each indicator 1 where more is better and -1 where less is; without it more is better everywhere. */
export type Polarity = Vector;

/** An indicator with one value only cannot tell units apart: its column is `NaN` in every scaling below. */
type Scale = (column: Float64Array, sign: 1 | -1) => Float64Array;

/**
 * Min-max scaling to 0 … 1, the worst unit 0 and the best 1:
 *
 *     (x - min) / (max - min),   1 minus that where less is better
 *
 * Units × indicators in, the same shape out. Unknown cells stay `NaN`; an indicator without spread is `NaN` throughout.
 * O(units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 5.3.
 *
 * @example
 * minMaxScores([[1], [3], [5]]).column(0); // [0, 0.5, 1]
 * minMaxScores([[1], [3], [5]], [-1]).column(0); // [1, 0.5, 0]
 */
export function minMaxScores(table: Table, polarity?: Polarity): Matrix {
  return perIndicator(table, polarity, (column, sign) => {
    const [low, high] = range(column);
    return column.map((x) =>
      high > low ? (sign > 0 ? (x - low) / (high - low) : 1 - (x - low) / (high - low)) : Number.NaN,
    );
  });
}

/**
 * Standardised scores, with mean 0 and standard deviation 1 over the units: polarity × (x - mean) / deviation.
 *
 * Units × indicators in, the same shape out; `spread` divides the variance by n ("population", the default) or n - 1
 * ("sample"). Unknown cells stay `NaN`; an indicator without spread is `NaN` throughout. O(units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 5.2.
 *
 * @example
 * standardScores([[1], [3]]).column(0); // [-1, 1]
 */
export function standardScores(table: Table, polarity?: Polarity, spread: Spread = "population"): Matrix {
  oneOf(spread, SPREADS, "spread");
  return perIndicator(table, polarity, (column, sign) => {
    const middle = mean(column);
    const width = deviation(column, spread);
    return column.map((x) => (width > 0 ? (sign * (x - middle)) / width : Number.NaN));
  });
}

/**
 * Ranks from 1 (the worst) to the number of units (the best); equal units share the mean of their ranks.
 *
 * Units × indicators in, the same shape out. Unknown cells have no rank (`NaN`). O(units log units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 5.1.
 *
 * @example
 * rankScores([[10], [30], [10]]).column(0); // [1.5, 3, 1.5]
 */
export function rankScores(table: Table, polarity?: Polarity): Matrix {
  return perIndicator(table, polarity, (column, sign) => ranks(column.map((x) => sign * x)));
}

/**
 * Distance to a reference unit, the best one: x / max, or min / x where less is better. 1 is the best unit.
 *
 * Units × indicators in, amounts above 0; the same shape out. Where the best is 0 or below, a share of it means nothing: `NaN`,
 * except that where less is better and one has 0, all others are at 0.
 * O(units × indicators).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 5.4.
 *
 * @example
 * referenceScores([[2], [8]]).column(0); // [0.25, 1]
 * referenceScores([[2], [8]], [-1]).column(0); // [1, 0.25]
 */
export function referenceScores(table: Table, polarity?: Polarity): Matrix {
  return perIndicator(table, polarity, (column, sign) => {
    const [low, high] = range(column);
    if (sign > 0) return column.map((x) => (high > 0 ? x / high : Number.NaN));
    return column.map((x) => (low >= 0 ? low / x : Number.NaN));
  });
}

/** Polarity as 1 and -1, checked. */
export function signs(polarity: Polarity | undefined, indicators: number): (1 | -1)[] {
  if (!polarity) return new Array<1>(indicators).fill(1);
  if (polarity.length !== indicators)
    throw new AnalyticsError(
      "shape",
      `${polarity.length} polarities do not fit ${indicators} indicators`,
      "Give one for each indicator.",
    );
  return Array.from(polarity, (sign, column) => {
    if (sign === 1 || sign === -1) return sign;
    throw new AnalyticsError(
      "option",
      `A polarity is 1 or -1, not ${sign}`,
      "Say 1 where more is better and -1 where less is.",
      { column },
    );
  });
}

function perIndicator(table: Table, polarity: Polarity | undefined, scale: Scale): Matrix {
  const matrix = finite(table);
  const result = new Matrix(matrix.rows, matrix.columns);
  signs(polarity, matrix.columns).forEach((sign, c) => {
    scale(matrix.column(c), sign).forEach((value, r) => {
      result.values[r * matrix.columns + c] = value;
    });
  });
  return result;
}

/** Indicators may be negative, but not infinite: one such cell would decide the scale of all. */
export function finite(table: Table): Matrix {
  const matrix = Matrix.from(table);
  matrix.values.forEach((value, k) => {
    if (Math.abs(value) === Number.POSITIVE_INFINITY)
      throw new AnalyticsError(
        "not-a-number",
        `${value} is not a finite number`,
        "Write NaN where a value is unknown.",
        {
          row: Math.floor(k / matrix.columns),
          column: k % matrix.columns,
        },
      );
  });
  return matrix;
}

function range(column: Float64Array): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of column) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return [low, high];
}
