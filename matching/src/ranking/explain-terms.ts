import type { TextInput } from "../text/index.ts";
import type { TextSource } from "./types.ts";

const TERMS_SHOWN = 8;

/** The words that make documents resemble the text, weighted by what each document counts; shares of all words. */
export function explainTerms(
  source: TextSource,
  text: TextInput,
  documents: readonly { id: string; share: number }[],
): { word: string; share: number }[] {
  const words = new Map<string, number>();
  for (const { id, share } of documents) {
    for (const term of source.explain(text, id, { scoring: "cosine" }).terms) {
      words.set(term.word, (words.get(term.word) ?? 0) + term.share * share);
    }
  }
  let total = 0;
  for (const weight of words.values()) total += weight;
  return [...words]
    .map(([word, weight]) => ({ word, share: weight / total }))
    .sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
    .slice(0, TERMS_SHOWN);
}
