import { type EntryPair, entryCells } from "./entry-cells.ts";
import type { EntryModel } from "./entry-model.ts";
import { type EntryLead, leadOf } from "./lead.ts";
import { logisticProbabilities } from "./logistic.ts";
import { areaUnderCurve, averagePrecision, type Calibration, calibration, precisionAt } from "./scores.ts";

export type EntryScores = {
  areaUnderCurve: number;
  averagePrecision: number;
  /** Share of entries among the `k` cells of the highest probability. */
  precision: number;
  calibration: Calibration;
};

export type EntryEvaluation = {
  /** Cells in which a region could enter and all is known; both are judged on the same. */
  cells: number;
  entries: number;
  k: number;
  model: EntryScores;
  baseline: EntryScores;
  /** By how much the model is better than the baseline, with intervals of 95 % from resampling regions. */
  lead: EntryLead;
};

export type EntryEvaluationOptions = {
  /** How many of the highest probabilities to check: as many as there were entries unless given. */
  k?: number;
  /** Of the calibration: 10 unless given. */
  bins?: number;
  /** For the intervals of the lead: 200 unless given. */
  draws?: number;
  /** 1 unless given. */
  seed?: number;
};

/**
 * How well a model tells entries it has not seen, beside its baseline, the location quotient alone, on the same cells. What
 * does not beat the baseline has learned nothing but "who is near the line crosses it".
 *
 * Takes an `entryModel` and pairs of later periods (give none that overlap those the model was learned from); take a lead as one only if
 * its interval leaves out 0. `NaN` where nothing, or everything, was entered.
 *
 * O(pairs × (regions × activities² / 64 + cells × (log cells + draws))).
 *
 * @example
 * const before = [[8, 2, 1, 1], [6, 2, 2, 0], [1, 8, 1, 1], [2, 2, 6, 4], [1, 1, 7, 5]];
 * const after = [[8, 4, 1, 1], [6, 5, 2, 0], [1, 8, 1, 1], [3, 2, 6, 4], [1, 1, 7, 6]];
 * const model = entryModel([{ before, after }], { features: ["quotient"], ridge: 1 });
 * const { cells, entries, baseline } = evaluateEntryModel(model, [{ before, after }]);
 * [cells, entries, baseline.areaUnderCurve]; // [13, 1, 1]
 */
export function evaluateEntryModel(
  model: EntryModel,
  pairs: readonly EntryPair[],
  options: EntryEvaluationOptions = {},
): EntryEvaluation {
  const { features, threshold, absentBelow } = model;
  const { design, quotients, outcomes, regions } = entryCells(pairs, features, threshold, absentBelow);
  const entries = outcomes.reduce((total, x) => total + x, 0);
  const k = options.k ?? Math.max(1, entries);
  const { bins = 10, draws = 200, seed = 1 } = options;
  const told = logisticProbabilities(model.regression.coefficients, design);
  const alone = logisticProbabilities(model.baseline.coefficients, quotients);
  const judge = (chances: Float64Array): EntryScores => ({
    areaUnderCurve: areaUnderCurve(chances, outcomes),
    averagePrecision: averagePrecision(chances, outcomes),
    precision: precisionAt(chances, outcomes, k),
    calibration: calibration(chances, outcomes, { bins }),
  });
  return {
    cells: outcomes.length,
    entries,
    k,
    model: judge(told),
    baseline: judge(alone),
    lead: leadOf(told, alone, outcomes, regions, { draws, seed }),
  };
}
