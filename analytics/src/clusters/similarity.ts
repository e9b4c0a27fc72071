import { AnalyticsError } from "../core/error.ts";
import { amounts, type Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { deviation, mean } from "../core/statistics.ts";
import { correlationProximity } from "../relatedness/continuous.ts";
import { square } from "../relatedness/square.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";

export type LocationCorrelationOptions = {
  /** What is correlated: "quotients" (the default), which takes the size of the regions off, or the "amounts" themselves. */
  of?: "quotients" | "amounts";
};

/**
 * Location correlation: whether two activities are strong in the same regions.
 *
 *     LC(i, j) = correlation over the regions of LQ(·, i) and LQ(·, j)
 *
 * Takes amounts (regions × activities): employment, or the number of establishments; returns activities × activities,
 * symmetric, from -1 to 1, with 1 on the diagonal. Delgado, Porter and Stern correlate the amounts themselves (`of: "amounts"`), which
 * makes all activities alike that follow the population. Pairs with something unknown are left out; `NaN` for an activity that does not
 * vary. O(regions × activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Defining clusters of related industries", Journal of Economic Geography 16 (2016), 1–38.
 *
 * @example
 * locationCorrelation([[1, 2, 5], [2, 4, 3], [3, 6, 1]], { of: "amounts" }).at(0, 2); // -1
 */
export function locationCorrelation(table: Table, options: LocationCorrelationOptions = {}): Matrix {
  checkWords(options, { of: ["quotients", "amounts"] });
  const given = amounts(table);
  const strengths = options.of === "amounts" ? given : locationQuotient(given);
  return correlations(strengths);
}

function correlations(table: Matrix): Matrix {
  return correlationProximity(table).map((value, i, j) => (i === j ? 1 : 2 * value - 1));
}

/**
 * Occupational similarity: whether two activities employ the same kinds of people.
 *
 *     Occ(i, j) = correlation over the occupations of the shares that they have in i and in j
 *
 * Takes employment by activity and occupation (activities × occupations, note the order); returns activities × activities,
 * symmetric, from -1 to 1, with 1 on the diagonal. Unknown cells are left out pair by pair; `NaN` for an activity without any.
 * O(activities² × occupations).
 *
 * M. Delgado, M. E. Porter and S. Stern, Journal of Economic Geography 16 (2016), 1–38, section 3.
 *
 * @example
 * occupationSimilarity([[5, 3, 2], [50, 30, 20], [2, 3, 5]]).at(0, 1); // 1
 */
export function occupationSimilarity(table: Table): Matrix {
  const given = amounts(table);
  const wholes = Float64Array.from({ length: given.rows }, (_, r) =>
    given.row(r).reduce((total, x) => (Number.isNaN(x) ? total : total + x), 0),
  );
  return correlations(given.map((x, r) => (wholes[r]! > 0 ? x / wholes[r]! : Number.NaN)).transpose());
}

/**
 * Input-output link: the largest part that one of two activities is of what the other buys or sells.
 *
 *     IO(i, j) = max(z(i, j) / z(·, j), z(j, i) / z(·, i), z(i, j) / z(i, ·), z(j, i) / z(j, ·))
 *
 * Takes flows (activities × activities), z(i, j) what i sells to j; returns activities × activities, symmetric, from 0 to 1,
 * with 1 on the diagonal. The totals are those of the table, so let it hold final demand and primary inputs as
 * activities if these should count. Unknown flows are left out; `NaN` where neither of the two trades at all.
 * O(activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, Journal of Economic Geography 16 (2016), 1–38, section 3.
 *
 * @example
 * inputOutputLinks([[0, 3, 1], [2, 0, 2], [0, 1, 0]]).at(0, 1); // 1
 */
export function inputOutputLinks(table: Table): Matrix {
  const flows = amounts(square(table, "A table of flows"));
  const n = flows.rows;
  const sold = new Float64Array(n);
  const bought = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const flow = flows.at(i, j);
      if (Number.isNaN(flow)) continue;
      sold[i]! += flow;
      bought[j]! += flow;
    }
  const link = (i: number, j: number) => {
    let most = Number.NaN;
    for (const part of [
      flows.at(i, j) / bought[j]!,
      flows.at(j, i) / bought[i]!,
      flows.at(i, j) / sold[i]!,
      flows.at(j, i) / sold[j]!,
    ])
      if (!(part <= most) && !Number.isNaN(part)) most = part;
    return most;
  };
  return flows.map((_, i, j) => (i === j ? 1 : link(i, j)));
}

export type AverageSimilarityOptions = {
  /** How much each matrix counts; all the same unless given. */
  weights?: Vector;
  /** Whether each is first brought to mean 0 and deviation 1 over its pairs, so that none prevails by its scale. True unless given. */
  standardise?: boolean;
};

/**
 * Several similarities in one: the mean of matrices, each standardised over its pairs.
 *
 * Takes similarities (activities × activities, of one size); returns one of that size. Where some are unknown, the mean of the others;
 * the diagonal is `NaN`, since standardised pairs have no natural similarity with themselves. A matrix whose pairs are all alike adds
 * nothing. O(matrices × activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, Journal of Economic Geography 16 (2016), 1–38, section 3.
 *
 * @example
 * averageSimilarity([[[1, 0.5], [0.5, 1]], [[1, 0.1], [0.1, 1]]], { standardise: false }).at(0, 1); // 0.3
 */
export function averageSimilarity(tables: readonly Table[], options: AverageSimilarityOptions = {}): Matrix {
  const { standardise = true } = options;
  const first = square(tables[0] ?? [], "A similarity");
  const weights = vector(options.weights ?? tables.map(() => 1), tables.length, "The list of weights");
  weights.forEach((weight, row) => {
    if (!(weight >= 0))
      throw new AnalyticsError("option", `The weight ${weight} cannot be`, "Give weights from 0.", { row });
  });
  const given = tables.map((table) => square(table, "A similarity", first.rows));
  const scaled = standardise ? given.map(standardisedPairs) : given;
  return first.map((_, i, j) => {
    if (i === j) return Number.NaN;
    let total = 0;
    let whole = 0;
    scaled.forEach((matrix, k) => {
      const value = matrix.at(i, j);
      if (Number.isNaN(value)) return;
      total += weights[k]! * value;
      whole += weights[k]!;
    });
    return whole > 0 ? total / whole : Number.NaN;
  });
}

function standardisedPairs(matrix: Matrix): Matrix {
  const pairs = pairsOf(matrix);
  const middle = mean(pairs);
  const width = deviation(pairs);
  return matrix.map((x) => (width > 0 ? (x - middle) / width : Number.NaN));
}

/** The known values off the diagonal. */
export function pairsOf(matrix: Matrix): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++)
      if (i !== j && !Number.isNaN(matrix.at(i, j))) pairs.push(matrix.at(i, j));
  return pairs;
}
