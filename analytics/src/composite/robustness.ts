import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { type Random, seeded } from "../core/random.ts";
import { mean, quantile, ranks, sum } from "../core/statistics.ts";
import { arithmeticIndex, geometricIndex, weightsOf } from "./aggregate.ts";
import { minMaxScores, type Polarity, rankScores, standardScores } from "./normalise.ts";

const NORMALISATIONS = ["min-max", "standard", "rank"] as const;
const AGGREGATIONS = ["arithmetic", "geometric"] as const;

export type Normalisation = (typeof NORMALISATIONS)[number];
export type Aggregation = (typeof AGGREGATIONS)[number];

export type IndexRobustnessOptions = {
  polarity?: Polarity;
  /** The weights that are moved about; equal where none are given. */
  weights?: Vector;
  /** How far a weight may move, as a share of itself: 0.25 draws from 75 % to 125 %. From 0 to 1. */
  weightSpread?: number;
  normalisations?: readonly Normalisation[];
  aggregations?: readonly Aggregation[];
  draws?: number;
  seed?: number;
};

/** Where a unit ranks over all draws; 1 is the best. */
export type RankIntervals = {
  /** With the first normalisation, the first aggregation and the weights as they are. */
  reference: Float64Array;
  median: Float64Array;
  /** The ranks below which 5 % and 95 % of the draws lie. */
  low: Float64Array;
  high: Float64Array;
  /** Units × ranks: the share of draws in which a unit took that rank (ties rounded). */
  frequency: Matrix;
};

/**
 * Rank intervals by Monte Carlo: the index is computed again and again with another normalisation, aggregation and weights, each
 * drawn at random, to see which ranks a unit owes to its figures and which to those choices.
 *
 * Units × indicators in their own units in; draws are 1,000 unless said, and repeat themselves with the same seed. A unit with an
 * unknown indicator has no rank. Standard and rank scores are brought to 0 … 1 before a geometric mean.
 * O(draws × units × (indicators + log units)).
 *
 * M. Saisana, A. Saltelli and S. Tarantola, "Uncertainty and Sensitivity Analysis Techniques as Tools for the Quality Assessment
 * of Composite Indicators", Journal of the Royal Statistical Society A 168 (2005), 307–323.
 *
 * @example
 * rankIntervals([[1, 2], [5, 6], [9, 9]], { draws: 100 }).high; // [3, 2, 1]
 */
export function rankIntervals(table: Table, options: IndexRobustnessOptions = {}): RankIntervals {
  const model = modelOf(table, options);
  const { draws = 1000, seed = 1 } = options;
  const random = seeded(seed);
  const taken = new Matrix(draws, model.units);
  for (let d = 0; d < draws; d++) taken.row(d).set(model.rank(model.draw(random)));
  const each = (p: number) =>
    Float64Array.from({ length: model.units }, (_, u) => quantile(taken.column(u), p));
  const frequency = new Matrix(model.units, model.units);
  taken.values.forEach((rank, k) => {
    if (!Number.isNaN(rank))
      frequency.values[(k % model.units) * model.units + Math.round(rank) - 1]! += 1 / draws;
  });
  return {
    reference: model.rank(model.middle),
    median: each(0.5),
    low: each(0.05),
    high: each(0.95),
    frequency,
  };
}

/** What leaving out one indicator does to the ranks. */
export type LeaveOneOut = {
  reference: Float64Array;
  /** Units × indicators: the rank of the unit without that indicator. */
  ranks: Matrix;
  /** For each indicator, by how many places a unit moves on average when it is left out. */
  meanShift: Float64Array;
};

/**
 * Leave one out: the ranks of all units without each indicator in turn, on min-max scores and the arithmetic mean unless other
 * choices come first in the options. Weights of the others keep their proportions.
 *
 * Units × indicators in; with one indicator nothing is left and the ranks are `NaN`. O(units × indicators²).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 7.1.
 *
 * @example
 * leaveOneOut([[1, 9], [2, 1], [3, 5]]).ranks.toRows(); // [[1, 3], [3, 2], [2, 1]]
 */
export function leaveOneOut(table: Table, options: IndexRobustnessOptions = {}): LeaveOneOut {
  const model = modelOf(table, options);
  const reference = model.rank(model.middle);
  const all = new Matrix(model.units, model.indicators);
  for (let c = 0; c < model.indicators; c++) {
    const without = model.weights.map((weight, k) => (k === c ? 0 : weight));
    const ranked =
      sum(without) > 0 ? model.rank({ ...model.middle, weights: without }) : reference.map(() => Number.NaN);
    ranked.forEach((rank, u) => {
      all.values[u * model.indicators + c] = rank;
    });
  }
  const meanShift = Float64Array.from({ length: model.indicators }, (_, c) =>
    mean(all.column(c).map((rank, u) => Math.abs(rank - reference[u]!))),
  );
  return { reference, ranks: all, meanShift };
}

/** How much of the movement of ranks each choice explains. */
export type Sensitivity = {
  factors: readonly string[];
  /** Share of the variance that goes away when the choice is fixed (Sobol's first-order index). */
  first: Float64Array;
  /** Share that stays when all other choices are fixed, interactions included (the total index). */
  total: Float64Array;
  /** By how many places units move on average over all draws. */
  meanShift: number;
};

/**
 * Sobol's sensitivity indices of the average shift in rank: which of the choices (normalisation, aggregation, the weight of each
 * indicator) makes the ranking move. Estimators of Jansen on two independent samples of `draws` (default 512) draws.
 *
 * Units × indicators in, at least two units. Indices are estimates and may lie a little below 0 or above 1; where nothing moves
 * they are `NaN`. O(draws × (indicators + 2) × units × (indicators + log units)).
 *
 * A. Saltelli et al., "Variance Based Sensitivity Analysis of Model Output", Computer Physics Communications 181 (2010), 259–270.
 *
 * @example
 * const { factors } = sensitivity([[1, 2], [2, 1], [4, 3]], { draws: 64 });
 * factors; // ["normalisation", "aggregation", "weight 0", "weight 1"]
 */
export function sensitivity(table: Table, options: IndexRobustnessOptions = {}): Sensitivity {
  const model = modelOf(table, options);
  const { draws = 512, seed = 1 } = options;
  const random = seeded(seed);
  const factors = [
    "normalisation",
    "aggregation",
    ...Array.from({ length: model.indicators }, (_, c) => `weight ${c}`),
  ];
  const sample = () => Array.from({ length: draws }, () => factors.map(() => random()));
  const reference = model.rank(model.middle);
  const shift = (point: readonly number[]) =>
    mean(model.rank(model.at(point)).map((rank, u) => Math.abs(rank - reference[u]!)));
  const a = sample();
  const b = sample();
  const atA = a.map(shift);
  const atB = b.map(shift);
  const middle = mean([...atA, ...atB]);
  const variance = mean([...atA, ...atB].map((y) => (y - middle) ** 2));
  const indices = factors.map((_, k) => {
    const mixed = a.map((point, d) => shift(point.map((x, j) => (j === k ? b[d]![j]! : x))));
    return {
      first: 1 - mean(mixed.map((y, d) => (atB[d]! - y) ** 2)) / 2 / variance,
      total: mean(mixed.map((y, d) => (atA[d]! - y) ** 2)) / 2 / variance,
    };
  });
  const share = (of: "first" | "total") =>
    Float64Array.from(indices, (index) => (variance > 0 ? index[of] : Number.NaN));
  return { factors, first: share("first"), total: share("total"), meanShift: middle };
}

type Choice = { normalisation: Normalisation; aggregation: Aggregation; weights: Float64Array };

/** The index as a function of its choices. */
function modelOf(table: Table, options: IndexRobustnessOptions) {
  const {
    polarity,
    weightSpread = 0.25,
    normalisations = NORMALISATIONS,
    aggregations = AGGREGATIONS,
    draws = 1,
  } = options;
  if (!(weightSpread >= 0 && weightSpread <= 1))
    throw new AnalyticsError(
      "option",
      `weightSpread is from 0 to 1, not ${weightSpread}`,
      "0.25 lets weights move by a quarter.",
    );
  if (!(Number.isInteger(draws) && draws > 0))
    throw new AnalyticsError("option", `draws is a whole number from 1, not ${draws}`, "1,000 is usual.");
  if (normalisations.length === 0 || aggregations.length === 0)
    throw new AnalyticsError(
      "option",
      "There is nothing to choose from",
      "Name at least one normalisation and one aggregation.",
    );
  for (const word of normalisations) oneOf(word, NORMALISATIONS, "normalisations");
  for (const word of aggregations) oneOf(word, AGGREGATIONS, "aggregations");
  const matrix = Matrix.from(table);
  const scores: Record<Normalisation, Matrix> = {
    "min-max": minMaxScores(matrix, polarity),
    standard: standardScores(matrix, polarity),
    rank: rankScores(matrix, polarity),
  };
  const unit = {
    standard: minMaxScores(scores.standard),
    rank: minMaxScores(scores.rank),
    "min-max": scores["min-max"],
  };
  const weights = weightsOf(options.weights, matrix.columns);
  const pick = <T>(list: readonly T[], x: number): T =>
    list[Math.min(list.length - 1, Math.floor(x * list.length))]!;
  const at = (point: readonly number[]): Choice => ({
    normalisation: pick(normalisations, point[0]!),
    aggregation: pick(aggregations, point[1]!),
    weights: weights.map((weight, c) => weight * (1 + weightSpread * (2 * point[c + 2]! - 1))),
  });
  return {
    units: matrix.rows,
    indicators: matrix.columns,
    weights,
    middle: { normalisation: normalisations[0]!, aggregation: aggregations[0]!, weights } as Choice,
    at,
    draw: (random: Random) => at(Array.from({ length: matrix.columns + 2 }, () => random())),
    rank({ normalisation, aggregation, weights: chosen }: Choice): Float64Array {
      const index =
        aggregation === "geometric"
          ? geometricIndex(unit[normalisation], { weights: chosen })
          : arithmeticIndex(scores[normalisation], { weights: chosen });
      return ranks(index.map((value) => -value));
    },
  };
}
