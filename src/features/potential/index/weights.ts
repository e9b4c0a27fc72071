import { analyticHierarchy, componentWeights, entropyWeights, equalWeights } from "@kontor/analytics";

export const METHODS = ["equal", "entropy", "components", "expert"] as const;
export type Method = (typeof METHODS)[number];
export const AGGREGATIONS = ["arithmetic", "geometric"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** By pair, as `a:b`: how many times as important the first is. Only the upper half is kept. */
export type Judgements = Readonly<Record<string, number>>;

/** Below this many units the data cannot say what weighs how much. */
const LEAST_FOR_DATA = 5;

export const pairsOf = (sections: readonly string[]): [string, string][] =>
  sections.flatMap((a, at) => sections.slice(at + 1).map((b): [string, string] => [a, b]));

export interface Expert {
  weights: number[];
  consistencyRatio: number;
}

/** `null` while a pair is not judged. */
export function expertWeights(sections: readonly string[], judgements: Judgements): Expert | null {
  if (pairsOf(sections).some(([a, b]) => !(judgements[`${a}:${b}`]! > 0))) return null;
  const table = sections.map((a, i) =>
    sections.map((b, j) => (i === j ? 1 : i < j ? judgements[`${a}:${b}`]! : 1 / judgements[`${b}:${a}`]!)),
  );
  const { weights, consistencyRatio } = analyticHierarchy(table);
  return { weights: [...weights], consistencyRatio };
}

export type Weights = Record<Method, number[] | null>;

/** The four ways to weigh, each `null` where it cannot be said. Scores: units × sections. */
export function weightsOf(
  sections: readonly string[],
  scores: readonly (readonly number[])[],
  judgements: Judgements | null,
): Weights {
  const enough = scores.length >= LEAST_FOR_DATA;
  // What follows from the data is told to everybody: to three places it is nobody's own.
  const known = (weights: Float64Array) =>
    weights.some(Number.isNaN) ? null : [...weights].map((weight) => Math.round(weight * 1000) / 1000);
  return {
    equal: [...equalWeights(sections.length)],
    entropy: enough ? known(entropyWeights(scores)) : null,
    components: enough ? known(componentWeights(scores)) : null,
    expert: judgements ? (expertWeights(sections, judgements)?.weights ?? null) : null,
  };
}
