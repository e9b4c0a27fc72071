import type { Hit } from "../text/index.ts";
import type { Corpus, Gauge } from "./corpus.ts";
import type { Ask, DocumentKind, Visible } from "./types.ts";

/** Documents that resemble the ask, most similar first, with how much: 0..1 relative to the best. */
export type NearDocuments = { documents: Int32Array; similarity: Float64Array; best: number };

const DEPTH = 200;
/**
 * The documents nearest to the ask. Each gauge (cosine of TF-IDF, BM25) proposes its best 200; what a gauge says is
 * stretched so that its best is 1 and the first it leaves out is 0, and the gauges are averaged by their weights. Only documents that
 * pass the filter take part, also in what "best" means.
 */
export function nearDocuments(
  corpus: Corpus,
  text: Ask["text"],
  kinds: Readonly<Partial<Record<DocumentKind, number>>>,
  visible: Visible,
): NearDocuments {
  const takesPart = (id: string) => {
    const at = corpus.documentAt.get(id);
    return at !== undefined && (kinds[corpus.kind[at]!] ?? 0) > 0 && (visible.document?.(id) ?? true);
  };
  const found = new Map<number, number>();
  let best = 0;
  const total = corpus.gauges.reduce((sum, { weight = 1 }) => sum + weight, 0);
  for (const gauge of corpus.gauges) {
    const hits = firstHits(corpus, text, gauge, takesPart);
    const top = hits[0]?.score ?? 0;
    if (gauge.scoring === "cosine" && gauge.features === "words") best = top;
    const floor = hits.length > DEPTH ? hits[DEPTH]!.score : 0;
    if (!(top > floor)) continue;
    for (const { id, score } of hits.slice(0, DEPTH)) {
      const at = corpus.documentAt.get(id)!;
      found.set(at, (found.get(at) ?? 0) + ((gauge.weight ?? 1) / total) * ((score - floor) / (top - floor)));
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

/**
 * The best documents that take part. Asked only of those that are found, not of all there are: whether somebody may
 * see a document does not change its score, so hidden ones can be passed over afterwards, as long as enough are left.
 */
function firstHits(
  corpus: Corpus,
  text: Ask["text"],
  { scoring, features }: Gauge,
  takesPart: (id: string) => boolean,
): Hit[] {
  for (let limit = DEPTH + 1; ; limit *= 4) {
    const all = corpus.text.search(text, { scoring, features, limit });
    const hits = all.filter(({ id, score }) => score > 0 && takesPart(id));
    if (hits.length > DEPTH || all.length < limit) return hits.slice(0, DEPTH + 1);
  }
}
