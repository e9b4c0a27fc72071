import type { Corpus } from "./corpus.ts";
import type { NearDocuments } from "./near-documents.ts";

/** So many of the best say when the round was, the best of them by far the loudest. */
const HEARD = 10;
const LOUDNESS = 4;
/** Being from the same days as the best counts so much beside being near. */
const SAME_DAYS = 0.2;

/**
 * Documents that answer the same call come at about the same time: each gains by Σ loudness · e^(−days apart / days of a round) over the ten best.
 * Undated ones gain nothing. Only the documents that are handed in take part.
 */
export function withRound(near: NearDocuments, { day, roundDays }: Corpus): NearDocuments {
  if (roundDays === undefined || near.documents.length === 0) return near;
  const order = [...near.similarity.keys()].sort(
    (a, b) => near.similarity[b]! - near.similarity[a]! || a - b,
  );
  const top = near.similarity[order[0]!]!;
  const heard = order
    .slice(0, HEARD)
    .map((at) => ({ day: day[near.documents[at]!]!, loudness: (near.similarity[at]! / top) ** LOUDNESS }))
    .filter((one) => !Number.isNaN(one.day));
  const together = Float64Array.from(near.documents, (document) => {
    const own = day[document]!;
    if (Number.isNaN(own)) return 0;
    return heard.reduce((sum, one) => sum + one.loudness * Math.exp(-Math.abs(own - one.day) / roundDays), 0);
  });
  const most = together.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return near;
  const similarity = near.similarity.map((value, i) => value + (SAME_DAYS * top * together[i]!) / most);
  return { ...near, similarity };
}
