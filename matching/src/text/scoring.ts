import type { FeatureSpace, Postings } from "./feature-space.ts";
import { NO_FEATURE } from "./lexicon.ts";
import type { QueryPart } from "./query.ts";
import { type Counted, logarithm } from "./statistics.ts";

/** What each feature of a question adds to a document that has it so often. */
export type Scorer = {
  /** By place in the question; a weight of 0 is passed over. */
  weights: Float64Array;
  /** Adds what a feature brings to the documents in these postings. */
  spread(postings: Postings, feature: number, weight: number, scores: Float64Array): void;
  /** The same for one document. */
  contribution(slot: number, quarters: number, weight: number): number;
  /** By slot: what the sum is divided by in the end, where it is. */
  divisors: Float64Array | undefined;
};

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with the weights of Lucene, which are never negative:
 * each feature adds  ln(1 + (N − n + ½)/(n + ½)) · q(k3 + 1)/(q + k3) · f(k1 + 1)/(f + k1(1 − b + b·length/average)).
 */
export function bm25(part: QueryPart, counted: Counted, k1: number, b: number, k3: number): Scorer {
  const saturation = counted.saturation(k1, b);
  const weights = Float64Array.from(part.features, (feature, at) => {
    const q = part.amounts[at]!;
    const often = k3 === Number.POSITIVE_INFINITY ? q : (q * (k3 + 1)) / (q + k3);
    return counted.bm25Weight(feature) * often * (k1 + 1);
  });
  return {
    weights,
    spread({ offsets, slots, amounts }, feature, weight, scores) {
      const end = offsets[feature + 1]!;
      for (let at = offsets[feature]!; at < end; at++) {
        const slot = slots[at]!;
        const often = amounts[at]!;
        scores[slot]! += (weight * often) / (often + saturation[slot]!);
      }
    },
    contribution: (slot, quarters, weight) => (weight * quarters) / (quarters + saturation[slot]!),
    divisors: undefined,
  };
}

/** The cosine of vectors with ln(1 + tf) · (ln((1 + N)/(1 + n)) + 1): between 0 and 1. Words that no document has are part of the question. */
export function cosine(part: QueryPart, counted: Counted): Scorer {
  const idf = part.features.map((feature) => counted.cosineWeight(feature));
  const own = part.amounts.map((amount, at) => Math.log1p(Math.max(0, amount)) * idf[at]!);
  const norm = Math.sqrt(own.reduce((sum, x) => sum + x * x, 0));
  // A weight has the idf of the feature twice: as part of the question and as part of the document.
  const weights = Float64Array.from(own, (x, at) => (norm > 0 ? (x * idf[at]!) / norm : 0));
  return {
    weights,
    spread({ offsets, slots, amounts }, feature, weight, scores) {
      const end = offsets[feature + 1]!;
      for (let at = offsets[feature]!; at < end; at++)
        scores[slots[at]!]! += weight * logarithm(amounts[at]!);
    },
    contribution: (_, quarters, weight) => weight * logarithm(quarters),
    divisors: counted.norms(),
  };
}

/** Scores all documents, by slot. */
export function scoreAll(space: FeatureSpace, part: QueryPart, scorer: Scorer, scores: Float64Array): void {
  const { main, gone, recent } = space.postings();
  for (const [at, feature] of part.features.entries()) {
    const weight = scorer.weights[at]!;
    if (feature !== NO_FEATURE && weight !== 0 && feature < main.features)
      scorer.spread(main, feature, weight, scores);
  }
  for (const slot of gone) scores[slot] = 0;
  for (const [at, feature] of part.features.entries()) {
    const weight = scorer.weights[at]!;
    if (feature !== NO_FEATURE && weight !== 0 && feature < recent.features)
      scorer.spread(recent, feature, weight, scores);
  }
  const { divisors } = scorer;
  if (!divisors) return;
  for (let slot = 0; slot < scores.length; slot++)
    if (scores[slot] !== 0) scores[slot] = scores[slot]! / divisors[slot]!;
}

/** What each feature of a question adds to one document, by place in the question. */
export function scoreOne(space: FeatureSpace, part: QueryPart, scorer: Scorer, slot: number): Float64Array {
  const places = new Map(part.features.map((feature, at) => [feature, at]));
  const found = new Float64Array(part.features.length);
  const end = space.starts[slot]! + space.counts[slot]!;
  for (let at = space.starts[slot]!; at < end; at++) {
    const place = places.get(space.features[at]!);
    if (place !== undefined)
      found[place] = scorer.contribution(slot, space.amounts[at]!, scorer.weights[place]!);
  }
  return found;
}
