import { MatchingError } from "../core/errors.ts";
import type { DocumentFilter, TextIndex } from "../text/index.ts";

/** How alike documents are, by twos: the cosine of `ids[i]` and `ids[j]` at `i · ids.length + j`. */
export type Resemblance = (ids: readonly string[]) => Float32Array;

/**
 * How alike the documents of an index are: cosines of their words, ln(1 + tf) · (ln((1 + N) / (1 + n)) + 1), for the `resemblance` of a corpus.
 * Its rows are read at the first question and again after documents have changed; a question then takes time proportional to the square of
 * how many documents it is about (200: some 5 ms). How frequent words are is counted over all documents, or over those that pass `filter`.
 *
 * @throws MatchingError `unknown`, when asked, for a document that is not in the index.
 */
export function resemblanceOf(index: TextIndex, filter?: DocumentFilter): Resemblance {
  let known: Weighed | undefined;
  return (ids) => {
    if (known?.revision !== index.revision) known = weighed(index, filter);
    const { rowAt, offsets, features, weights, size } = known;
    const rows = ids.map((id) => {
      const row = rowAt[index.slotOf(id)];
      if (row !== undefined) return row;
      throw new MatchingError("unknown", `There is no document "${id}" in the index.`);
    });
    const cosines = new Float32Array(ids.length ** 2);
    const spread = new Float32Array(size);
    for (const [i, row] of rows.entries()) {
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) spread[features[at]!] = weights[at]!;
      for (let j = i; j < rows.length; j++) {
        let sum = 0;
        const end = offsets[rows[j]! + 1]!;
        for (let at = offsets[rows[j]!]!; at < end; at++) sum += spread[features[at]!]! * weights[at]!;
        cosines[i * ids.length + j] = cosines[j * ids.length + i] = sum;
      }
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) spread[features[at]!] = 0;
    }
    return cosines;
  };
}

type Weighed = ReturnType<typeof weighed>;

/** All documents as rows of length 1. */
function weighed(index: TextIndex, filter: DocumentFilter | undefined) {
  const { slots, offsets, features, amounts, size } = index.rows("words");
  const counts = filter ? index.mask(filter) : undefined;
  const frequency = new Uint32Array(size);
  const rowAt: number[] = [];
  let documents = 0;
  for (const [row, slot] of slots.entries()) {
    rowAt[slot] = row;
    if (counts?.[slot] === 0) continue;
    documents++;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) frequency[features[at]!]!++;
  }
  const idf = Float64Array.from(frequency, (n) => Math.log((1 + documents) / (1 + n)) + 1);
  const weights = new Float32Array(features.length);
  for (const row of slots.keys()) {
    let square = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      weights[at] = Math.log1p(amounts[at]!) * idf[features[at]!]!;
      square += weights[at]! ** 2;
    }
    const length = Math.sqrt(square);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) weights[at]! /= length;
  }
  return { revision: index.revision, rowAt, offsets, features, weights, size };
}
