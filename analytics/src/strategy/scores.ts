import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";
import { mean, ranks } from "../core/statistics.ts";
import { refuseOtherOutcomes } from "./outcomes.ts";

/**
 * Area under the ROC curve: the probability that a case in which it happened was given a higher score than one in which it
 * did not, ties counting half. 0.5 is guessing, 1 perfect.
 *
 *     AUC = (Σ ranks of the events - n₁ (n₁ + 1) / 2) / (n₁ n₀)
 *
 * Takes scores and outcomes of 0 or 1; pairs with `NaN` in one of them are left out. `NaN` where there is only one outcome.
 * O(n log n).
 *
 * J. A. Hanley and B. J. McNeil, "The Meaning and Use of the Area under a Receiver Operating Characteristic (ROC) Curve",
 * Radiology 143 (1982), 29–36.
 *
 * @example
 * areaUnderCurve([0.9, 0.4, 0.6, 0.1], [1, 1, 0, 0]); // 0.75
 */
export function areaUnderCurve(scores: Vector, outcomes: Vector): number {
  const { score, outcome } = known(scores, outcomes);
  const place = ranks(score);
  let events = 0;
  let total = 0;
  outcome.forEach((happened, k) => {
    events += happened;
    total += happened * place[k]!;
  });
  const pairs = events * (outcome.length - events);
  return pairs > 0 ? (total - (events * (events + 1)) / 2) / pairs : Number.NaN;
}

/**
 * Average precision: the mean, over all events, of the precision of the list that ends with it; the area under the curve of
 * precision against recall. A random order gives about the share of events, 1 is perfect.
 *
 *     AP = Σ over thresholds (recall - recall before) × precision
 *
 * Takes scores and outcomes of 0 or 1; equal scores come at once, so that the order of the input plays no part. Pairs with `NaN`
 * are left out; `NaN` where nothing happened. O(n log n).
 *
 * M. Zhu, Recall, Precision and Average Precision, Working Paper 2004-09, University of Waterloo (2004).
 *
 * @example
 * averagePrecision([0.9, 0.6, 0.4, 0.1], [1, 0, 1, 0]); // 0.833
 */
export function averagePrecision(scores: Vector, outcomes: Vector): number {
  let found = 0;
  let area = 0;
  for (const { upTo, events } of steps(known(scores, outcomes))) {
    found += events;
    area += (events * found) / upTo;
  }
  return found > 0 ? area / found : Number.NaN;
}

/**
 * Precision at k: the share of events among the k highest scores. Among equal scores at the edge the expected share counts, as if
 * they were drawn at random.
 *
 * Takes scores, outcomes of 0 or 1 and how many to take; with fewer than k known pairs, all of them. `NaN` without any. O(n log n).
 *
 * @example
 * precisionAt([0.9, 0.6, 0.4, 0.1], [1, 0, 1, 0], 3); // 0.667
 */
export function precisionAt(scores: Vector, outcomes: Vector, k: number): number {
  if (!(Number.isInteger(k) && k > 0))
    throw new AnalyticsError("option", `The first ${k} cannot be taken`, "Give a whole number from 1.");
  const pairs = known(scores, outcomes);
  const wanted = Math.min(k, pairs.score.length);
  let found = 0;
  let before = 0;
  for (const { upTo, events } of steps(pairs)) {
    found += (events * Math.min(upTo - before, wanted - before)) / (upTo - before);
    before = upTo;
    if (upTo >= wanted) break;
  }
  return wanted > 0 ? found / wanted : Number.NaN;
}

export type CalibrationBin = {
  /** Mean of the probabilities in this bin. */
  expected: number;
  /** Share of the cases in it that happened. */
  observed: number;
  count: number;
};

export type Calibration = {
  bins: CalibrationBin[];
  /** Mean of |expected - observed| over the bins, each weighed by its cases. */
  error: number;
  /** Mean of (probability - outcome)²: 0 is perfect; always saying the share of events gives share × (1 - share). */
  brier: number;
};

/**
 * Calibration: whether what was given a probability of 20 % happens in 20 % of the cases. Cases are sorted by probability
 * and cut into bins of equal size; equal probabilities stay together.
 *
 * Takes probabilities, outcomes of 0 or 1 and the number of bins (10 unless given). Pairs with `NaN` are left out; without any, there are
 * no bins and the errors are `NaN`. O(n log n).
 *
 * G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78 (1950), 1–3; bins:
 * M. P. Naeini, G. F. Cooper and M. Hauskrecht, AAAI 29 (2015), 2901–2907.
 *
 * @example
 * const { bins, brier } = calibration([0.2, 0.2, 0.8, 0.8], [0, 0, 1, 0], { bins: 2 });
 * bins.map(({ observed }) => observed); // [0, 0.5]
 * brier; // 0.19
 */
export function calibration(
  probabilities: Vector,
  outcomes: Vector,
  options: { bins?: number } = {},
): Calibration {
  const { bins: wanted = 10 } = options;
  if (!(Number.isInteger(wanted) && wanted > 0))
    throw new AnalyticsError("option", `${wanted} bins cannot be made`, "Give a whole number from 1.");
  const pairs = known(probabilities, outcomes);
  const n = pairs.score.length;
  const bins: CalibrationBin[] = [];
  let bin = { expected: 0, observed: 0, count: 0 };
  let done = 0;
  for (const { count, events, score } of steps(pairs).reverse()) {
    bin.expected += score * count;
    bin.observed += events;
    bin.count += count;
    done += count;
    if (done * wanted < (bins.length + 1) * n) continue;
    bins.push({ ...bin, expected: bin.expected / bin.count, observed: bin.observed / bin.count });
    bin = { expected: 0, observed: 0, count: 0 };
  }
  const error = bins.reduce((total, b) => total + (b.count / n) * Math.abs(b.expected - b.observed), 0);
  return {
    bins,
    error: n > 0 ? error : Number.NaN,
    brier: mean(pairs.score.map((p, k) => (p - pairs.outcome[k]!) ** 2)),
  };
}

type Pairs = { score: Float64Array; outcome: Float64Array };

/** The pairs of which both sides are known. */
function known(scores: Vector, outcomes: Vector): Pairs {
  const outcome = vector(outcomes, scores.length, "The list of outcomes");
  const score = vector(scores, scores.length, "The list of scores");
  refuseOtherOutcomes(outcome);
  const isKnown = (_: number, k: number) => !Number.isNaN(score[k]!) && !Number.isNaN(outcome[k]!);
  return { score: score.filter(isKnown), outcome: outcome.filter(isKnown) };
}

/** From the highest score down, equal ones at once: how many there are, how many so far, and how many of them happened. */
function steps({ score, outcome }: Pairs) {
  const order = Array.from(score.keys()).sort((a, b) => score[b]! - score[a]!);
  const result: { score: number; count: number; upTo: number; events: number }[] = [];
  for (let from = 0; from < order.length; ) {
    const value = score[order[from]!]!;
    let upTo = from;
    let events = 0;
    while (upTo < order.length && score[order[upTo]!] === value) events += outcome[order[upTo++]!]!;
    result.push({ score: value, count: upTo - from, upTo, events });
    from = upTo;
  }
  return result;
}
