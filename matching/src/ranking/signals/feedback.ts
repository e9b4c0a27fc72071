import type { Feedback } from "../types.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

/** Two texts whose cosine is this are about the same matter. */
const SAME_MATTER = 0.3;
/** By how much the worst feedback lowers a score. */
const WORST = 0.6;

/** Feedback as a signal, with what it takes off the score: the one thing in the model that can lower it. */
export type FeedbackSignal = Signal & {
  /** 0..1: the part of the score that is taken off. */
  poor(organisation: number): number;
  /** Of whom something good was said. */
  praised: number[];
};

/**
 * What was said of the organisation when it was proposed for needs like this one. Good words add up to a signal like
 * any other; bad ones lower the score by up to 60 %. Both count as far as the need resembles this ask. Null if
 * nothing was said.
 */
export function feedbackSignal(situation: Situation): FeedbackSignal | null {
  const {
    corpus,
    ask: { feedback },
  } = situation;
  if (!feedback || feedback.length === 0) return null;
  const said = new Map<number, { good: number; bad: number }>();
  const resemblance = resemblances(situation, feedback);
  for (const { organisation, value, document } of feedback) {
    const at = corpus.organisationAt.get(organisation);
    if (at === undefined) continue;
    const nearness = document === undefined ? 1 : (resemblance.get(document) ?? 0);
    const known = said.get(at) ?? { good: 0, bad: 0 };
    if (value > 0) known.good += value * nearness;
    else known.bad -= value * nearness;
    said.set(at, known);
  }
  // Each further word of the same kind counts less: 1 − e^(−sum).
  const saturated = (sum: number) => 1 - Math.exp(-sum);
  const good = (organisation: number) => saturated(said.get(organisation)?.good ?? 0);
  const poor = (organisation: number) => WORST * saturated(said.get(organisation)?.bad ?? 0);
  return {
    name: "feedback",
    parts: (organisation) => [good(organisation)],
    poor,
    praised: [...said].filter(([, words]) => words.good > 0).map(([organisation]) => organisation),
    reason: (organisation, share) => ({
      signal: "feedback",
      share,
      good: good(organisation),
      poor: poor(organisation),
    }),
  };
}

/** How much the needs that were spoken about resemble this ask, 0..1. */
function resemblances({ corpus, ask, seesDocument }: Situation, feedback: readonly Feedback[]) {
  const needs = new Set<string>();
  for (const { document } of feedback) {
    const at = document === undefined ? undefined : corpus.documentAt.get(document);
    if (at !== undefined && seesDocument(at)) needs.add(document!);
  }
  const hits =
    needs.size === 0
      ? []
      : corpus.text.search(ask.text, { scoring: "cosine", limit: needs.size, filter: (id) => needs.has(id) });
  return new Map(hits.map(({ id, score }) => [id, Math.min(1, score / SAME_MATTER)]));
}
