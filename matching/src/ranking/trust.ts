import type { NearDocuments } from "./near-documents.ts";

/** At this cosine the best document is two thirds of the way to an answer as good as any. */
const GOOD_COSINE = 0.1;

/** How well the best document there is answers the ask, 0..1: 1 − e^(−c/0.1) with c its cosine. 1 if no text was asked. */
export const trustIn = ({ documents, best }: NearDocuments) =>
  documents.length > 0 ? 1 - Math.exp(-best / GOOD_COSINE) : 1;
