import { TextIndex } from "../src/index.ts";
import type { NeedsOffers } from "./data.ts";
import { type Scores, scoresOf } from "./metrics.ts";
import { textOf } from "./tracks.ts";

const DEPTH = 1000;
/** What each way of looking counts; see the README for what each adds. */
const MIX = { words: 1, ngrams: 0.5, like: 1 };
/** How many of the best offers the question is made richer by, and by how many of their words. */
const FED_BACK = 5;
const TERMS = 60;

export type OfferRanker = (text: string) => string[];

export const measureOffers = ({ needs, relevant }: NeedsOffers, ranker: OfferRanker): Scores[] =>
  needs.flatMap(({ id, text }) => {
    const right = relevant.get(id);
    return right ? [scoresOf(ranker(text), right)] : [];
  });

export function offerIndex({ offers }: NeedsOffers): TextIndex {
  const index = new TextIndex();
  for (const offer of offers) index.add({ id: offer.id, language: "en", fields: textOf(offer) });
  return index;
}

/** BM25 of words alone. */
export function offersByWords(data: NeedsOffers): OfferRanker {
  const index = offerIndex(data);
  return (text) => index.search(text, { limit: DEPTH }).map(({ id }) => id);
}

/** Cosine of TF-IDF alone. */
export function offersByCosine(data: NeedsOffers): OfferRanker {
  const index = offerIndex(data);
  return (text) => index.search(text, { limit: DEPTH, scoring: "cosine" }).map(({ id }) => id);
}

/**
 * Words and n-grams of the need, and how much an offer resembles the offers that answer it best: those that answer
 * the same need are like one another.
 */
export function offersByAll(data: NeedsOffers): OfferRanker {
  const index = offerIndex(data);
  return (text) => {
    const words = index.scores(text);
    const ngrams = index.scores(text, { features: "ngrams", scoring: "cosine" });
    const sum = new Float64Array(index.slots);
    add(sum, words, MIX.words);
    add(sum, ngrams, MIX.ngrams);
    const first = index.bestOf(sum, FED_BACK).filter(({ score }) => score > 0);
    if (first.length > 0) {
      const fed = index.queryOf(
        first.map(({ id, score }) => ({ id, weight: score / first[0]!.score })),
        { terms: TERMS },
      );
      add(sum, index.scores(fed, { scoring: "cosine" }), MIX.like);
    }
    return index.bestOf(sum, DEPTH).map(({ id }) => id);
  };
}

/** Adds scores as parts of the highest. */
function add(sum: Float64Array, scores: Float64Array, weight: number) {
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
  if (most > 0) for (let slot = 0; slot < sum.length; slot++) sum[slot]! += (weight * scores[slot]!) / most;
}
