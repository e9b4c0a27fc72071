import type { Corpus } from "./corpus.ts";
import type { NearDocuments } from "./near-documents.ts";

/** With fewer documents than this nothing can be said of what is special about any two of them. */
const LEAST = 20;
/** So many of the nearest are compared; the others stay where they are. */
const POOL = 200;
/** So many of the best say what a good one is like, the best of them by far the loudest. */
const HEARD = 10;
const LOUDNESS = 4;
/** Being like the best counts so much beside being near. */
const LIKE = 3;
/** With how many of its nearest a document is compared to see whether it resembles everything. */
const NEIGHBOURS = 10;

/**
 * Documents that answer the same ask are like one another: each gains by how much it is like the best, beyond what it has
 * in common with any of those found.
 *
 * Cosines of the nearest 200 are centred (what all of them have in common says nothing) and each is reduced by the mean to the ten nearest of
 * either (who resembles many resembles nobody in particular). Only the documents that are handed in take part.
 *
 * B. Schölkopf et al., "Nonlinear component analysis as a kernel eigenvalue problem", 1998 (centring). A. Conneau et al., "Word translation
 * without parallel data", 2018 (cross-domain similarity local scaling).
 */
export function withKin(near: NearDocuments, { documents, resemblance }: Corpus): NearDocuments {
  if (!resemblance) return near;
  const order = [...near.similarity.keys()].sort(
    (a, b) => near.similarity[b]! - near.similarity[a]! || a - b,
  );
  const pool = order.slice(0, POOL).filter((at) => near.similarity[at]! > 0);
  if (pool.length < LEAST) return near;
  const size = pool.length;
  const alike = special(resemblance(pool.map((at) => documents[near.documents[at]!]!.id)), size);
  const top = near.similarity[pool[0]!]!;
  const like = new Float64Array(size);
  for (let i = 0; i < Math.min(HEARD, size); i++) {
    const loud = (near.similarity[pool[i]!]! / top) ** LOUDNESS;
    for (let j = 0; j < size; j++) like[j]! += loud * alike[i * size + j]!;
  }
  const [least, most] = [Math.min(...like), Math.max(...like)];
  if (most === least) return near;
  const similarity = near.similarity.slice();
  for (const [j, at] of pool.entries()) similarity[at]! += LIKE * top * ((like[j]! - least) / (most - least));
  return { ...near, similarity };
}

/** Centred cosines, less the means to the nearest of both; 1 for each with itself. */
function special(cosines: ArrayLike<number>, size: number): Float64Array {
  const means = new Float64Array(size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) means[i]! += cosines[i * size + j]! / size;
  const mean = means.reduce((sum, one) => sum + one, 0) / size;
  const centred = (i: number, j: number) => cosines[i * size + j]! - means[i]! - means[j]! + mean;
  const lengths = Float64Array.from(means, (_, i) => Math.sqrt(Math.max(0, centred(i, i))));
  const alike = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const both = lengths[i]! * lengths[j]!;
      alike[i * size + j] = both > 1e-9 ? centred(i, j) / both : 0;
    }
  const usual = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    alike[i * size + i] = -1;
    const row = alike.slice(i * size, (i + 1) * size).sort();
    usual[i] = row.slice(-NEIGHBOURS).reduce((sum, one) => sum + one, 0) / NEIGHBOURS;
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      alike[i * size + j] = i === j ? 1 : 2 * alike[i * size + j]! - usual[i]! - usual[j]!;
  return alike;
}
