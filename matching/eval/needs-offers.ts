import {
  createCorpus,
  type Gauge,
  rankOffers,
  resemblanceOf,
  startWeights,
  TextIndex,
  type Weights,
} from "../src/index.ts";
import type { NeedsOffers } from "./data.ts";
import { type Scores, scoresOf } from "./metrics.ts";
import { textOf } from "./tracks.ts";

const DEPTH = 1000;
/** What each way of looking counts. Chosen on the call topics of matching-train, not on what is measured here. */
const GAUGES: readonly Gauge[] = [
  { scoring: "bm25", features: "words" },
  { scoring: "cosine", features: "words", weight: 0.5 },
  { scoring: "bm25", features: "bigrams", weight: 0.5 },
  { scoring: "cosine", features: "ngrams", weight: 0.3 },
];
/** A need is a text and nothing else: nobody asks, and no offer is fresher for it. */
const TEXT_ALONE = Object.fromEntries(
  Object.keys(startWeights).map((name) => [name, name === "text" ? 1 : 0]),
) as Weights;
const TODAY = "2026-01-01";
const ROUND_DAYS = 60;

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
 * `rankOffers`: by words, pairs of words and n-grams, and by being like the offers that answer best; with `days`, also by being from about the
 * same days, since grants of a call are signed at about the same time.
 */
export function offersByAll(data: NeedsOffers, options: { days: boolean }): OfferRanker {
  const text = offerIndex(data);
  const corpus = createCorpus({
    text,
    gauges: GAUGES,
    resemblance: resemblanceOf(text),
    ...(options.days && { roundDays: ROUND_DAYS }),
    // Each offer is by somebody of its own: who is behind it plays no part here.
    documents: data.offers.map(({ id, date }) => ({ id, date, kind: "offer", organisations: [id] })),
    organisations: data.offers.map(({ id }) => ({ id })),
  });
  return (need) =>
    rankOffers(
      corpus,
      { text: need, today: TODAY },
      { weights: TEXT_ALONE, limit: DEPTH, explain: false },
    ).map(({ document }) => document);
}
