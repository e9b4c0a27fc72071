import { TextIndex } from "../src/index.ts";
import type { NeedsOffers } from "./data.ts";
import { type Scores, scoresOf } from "./metrics.ts";
import { textOf } from "./tracks.ts";

const DEPTH = 1000;
/** What each way of looking counts. Chosen on the call topics of matching-train, not on what is measured here. */
const MIX = { bm25: 1, cosine: 0.5, pairs: 0.5, ngrams: 0.3, like: 4 };
/** How many of the best offers say what a good one is like, with how many words, and how much sooner the best is heard. */
const FED_BACK = 3;
const TERMS = 60;
const FIRST_HEARD = 3;

export type OfferRanker = (text: string) => string[];

export const measureOffers = ({ needs, relevant }: NeedsOffers, ranker: OfferRanker): Scores[] =>
  needs.flatMap(({ id, text }) => {
    const right = relevant.get(id);
    return right ? [scoresOf(ranker(text), right)] : [];
  });

export function offerIndex({ offers }: NeedsOffers): TextIndex {
  const index = new TextIndex({ bigrams: true });
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
 * Words, pairs of words and n-grams of the need, and how much an offer resembles the offers that answer it best: those that answer
 * the same need are like one another.
 */
export function offersByAll(data: NeedsOffers): OfferRanker {
  const index = offerIndex(data);
  return (text) => {
    const need = index.query(text);
    const sum = new Float64Array(index.slots);
    add(sum, index.scores(need), MIX.bm25);
    add(sum, index.scores(need, { scoring: "cosine" }), MIX.cosine);
    add(sum, index.scores(need, { scoring: "cosine", features: "bigrams" }), MIX.pairs);
    add(sum, index.scores(need, { scoring: "cosine", features: "ngrams" }), MIX.ngrams);
    const first = index.bestOf(sum, FED_BACK);
    if (first.length > 0) {
      const heard = first.map(({ id, score }) => ({ id, weight: (score / first[0]!.score) ** FIRST_HEARD }));
      add(sum, index.scores(index.queryOf(heard, { terms: TERMS }), { scoring: "cosine" }), MIX.like);
    }
    return index.bestOf(sum, DEPTH).map(({ id }) => id);
  };
}

/** Adds scores as parts of the highest. */
function add(sum: Float64Array, scores: Float64Array, weight: number) {
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
  if (most > 0) for (let slot = 0; slot < sum.length; slot++) sum[slot]! += (weight * scores[slot]!) / most;
}
