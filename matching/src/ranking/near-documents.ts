import type { DocumentFilter } from "../text/index.ts";
import type { Corpus } from "./corpus.ts";
import type { Ask, DocumentKind, Visible } from "./types.ts";

/** Documents that resemble the ask, most similar first, with how much: 0..1 relative to the best. */
export type NearDocuments = { documents: Int32Array; similarity: Float64Array; best: number };

const DEPTH = 200;
/**
 * The documents nearest to the ask. Each gauge (cosine of TF-IDF, BM25) proposes its best 200; what a gauge says is
 * stretched so that its best is 1 and the first it leaves out is 0, and the gauges are averaged. Only documents that
 * pass the filter take part, also in what "best" means.
 */
export function nearDocuments(
  corpus: Corpus,
  text: Ask["text"],
  kinds: Readonly<Partial<Record<DocumentKind, number>>>,
  visible: Visible,
): NearDocuments {
  const filter: DocumentFilter = (id) => {
    const at = corpus.documentAt.get(id);
    return at !== undefined && (kinds[corpus.kind[at]!] ?? 0) > 0 && (visible.document?.(id) ?? true);
  };
  const found = new Map<number, number>();
  let best = 0;
  for (const gauge of corpus.gauges) {
    const hits = corpus.text
      .search(text, { ...gauge, limit: DEPTH + 1, filter })
      .filter(({ score }) => score > 0);
    const top = hits[0]?.score ?? 0;
    if (gauge.scoring === "cosine" && gauge.features === "words") best = top;
    const floor = hits.length > DEPTH ? hits[DEPTH]!.score : 0;
    if (!(top > floor)) continue;
    for (const { id, score } of hits.slice(0, DEPTH)) {
      const at = corpus.documentAt.get(id)!;
      found.set(at, (found.get(at) ?? 0) + (score - floor) / (top - floor) / corpus.gauges.length);
    }
  }
  const order = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    documents: Int32Array.from(order, ([at]) => at),
    similarity: Float64Array.from(
      order,
      ([at, value]) => value * corpus.weight[at]! * kinds[corpus.kind[at]!]!,
    ),
    best,
  };
}
