import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { type EntryPair, entryCells } from "./entry-cells.ts";
import { type EntryFeature, entryFeatures, USUAL_FEATURES } from "./entry-features.ts";
import { type LogisticRegression, logisticProbabilities, logisticRegression } from "./logistic.ts";

export type EntryModelOptions = {
  /** What the probability depends on: quotient, density, complexity and ubiquity unless given. */
  features?: readonly EntryFeature[];
  /** A region has an activity from this location quotient on: 1 unless given. */
  threshold?: number;
  /**
   * A region could enter where its quotient was below this: `threshold` unless given. Lower, such as 0.5, leaves out what was
   * nearly there, where much coming and going is chance.
   */
  absentBelow?: number;
  /** Strength of the ridge, see `logisticRegression`. 0 unless given. */
  ridge?: number;
};

export type EntryModel = {
  features: readonly EntryFeature[];
  threshold: number;
  absentBelow: number;
  /** Constant and one slope for each feature. */
  regression: LogisticRegression;
  /** The regression on the location quotient alone: what every model has to beat. */
  baseline: LogisticRegression;
  notes: Note[];
};

/**
 * Learns from the past which regions enter which activities: a logistic regression over all cells (region, activity) in
 * which a region could enter, on what was known before; beside it, the baseline that looks at the location quotient alone.
 *
 *     ln(p / (1 - p)) = b₀ + b₁ ln(1 + LQ) + b₂ density + b₃ PCI + b₄ ubiquity
 *
 * Takes pairs of periods, whose cells are put together. A cell counts where the quotient was below `absentBelow` and is
 * known afterwards; it is an entry where it then reaches `threshold`. Cells with an unknown feature are left out of both
 * regressions. Cells of one region or activity depend on one another, so that the standard errors are too small: judge the
 * model by `evaluateEntryModel`, on later periods.
 *
 * O(pairs × (regions × activities² / 64 + regions × activities × features²)).
 *
 * C. Hidalgo et al., "The Product Space Conditions the Development of Nations", Science 317 (2007), 482–487; F. Neffke,
 * M. Henning and R. Boschma, "How Do Regions Diversify over Time?", Economic Geography 87 (2011), 237–265.
 *
 * @example
 * const before = [[8, 2, 1, 1], [6, 2, 2, 0], [1, 8, 1, 1], [2, 2, 6, 4], [1, 1, 7, 5]];
 * const after = [[8, 4, 1, 1], [6, 5, 2, 0], [1, 8, 1, 1], [3, 2, 6, 4], [1, 1, 7, 6]];
 * const { regression } = entryModel([{ before, after }], { features: ["quotient"] });
 * [regression.observations, regression.events]; // [13, 1]
 */
export function entryModel(pairs: readonly EntryPair[], options: EntryModelOptions = {}): EntryModel {
  const { features = USUAL_FEATURES, threshold = 1, absentBelow = threshold, ridge = 0 } = options;
  if (absentBelow > threshold)
    throw new AnalyticsError(
      "option",
      `What is absent below ${absentBelow} is present from ${threshold} on`,
      "Give an `absentBelow` that is not above `threshold`.",
    );
  const { design, quotients, outcomes } = entryCells(pairs, features, threshold, absentBelow);
  const regression = logisticRegression(design, outcomes, { ridge });
  const baseline = logisticRegression(quotients, outcomes, { ridge });
  return { features, threshold, absentBelow, regression, baseline, notes: regression.notes };
}

/**
 * The probability of each entry, by a model learned before.
 *
 * Takes an `entryModel` and the amounts (regions × activities) of the latest period. Returns regions × activities; `NaN` where
 * the region is not below the model's `absentBelow`, so that there is nothing to enter, and where a feature is not defined. The probability is
 * for as many years ahead as there were between the periods the model was learned from.
 *
 * O(regions × activities² / 64).
 *
 * @example
 * const before = [[8, 2, 1, 1], [6, 2, 2, 0], [1, 8, 1, 1], [2, 2, 6, 4], [1, 1, 7, 5]];
 * const after = [[8, 4, 1, 1], [6, 5, 2, 0], [1, 8, 1, 1], [3, 2, 6, 4], [1, 1, 7, 6]];
 * const model = entryModel([{ before, after }], { features: ["quotient"], ridge: 1 });
 * const chances = entryProbabilities(model, after);
 * chances.at(0, 0); // NaN
 * chances.at(2, 0) < chances.at(3, 1); // true
 */
export function entryProbabilities(model: EntryModel, table: Table): Matrix {
  const given = amounts(table);
  const { features, threshold, absentBelow } = model;
  const matrices = entryFeatures(given, { features, threshold });
  const design = new Matrix(given.values.length, features.length);
  matrices.forEach(({ values }, f) => {
    for (let k = 0; k < values.length; k++) design.values[k * features.length + f] = values[k]!;
  });
  const chances = logisticProbabilities(model.regression.coefficients, design);
  return locationQuotient(given).map((lq, r, c) =>
    lq < absentBelow ? chances[r * given.columns + c]! : Number.NaN,
  );
}
