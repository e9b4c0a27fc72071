import type { Contents } from "./contents.ts";
import { PartBuilder, type QueryPart } from "./query.ts";
import { logarithm, type Statistics } from "./statistics.ts";
import type { FeatureKind } from "./types.ts";

/** A feature with what it weighs in some documents. */
export type Weighed = { feature: number; word: string; amount: number; weight: number };

/**
 * The features of documents by their weight, Σ weight of the document · ln(1 + tf) · idf, heaviest first; `amount` is how often they count,
 * Σ weight of the document · tf. Each bears the word as the first of the documents that has it writes it.
 */
export function heaviest(
  contents: Contents,
  kind: FeatureKind,
  documents: readonly (readonly [slot: number, weight: number])[],
  statistics: Statistics,
  limit: number,
): Weighed[] {
  const { starts, counts, features, amounts, labels } = contents.spaces[kind];
  const counted = statistics.of(kind);
  const gathered = new Map<number, { label: number; amount: number; weight: number }>();
  for (const [slot, weight] of documents) {
    const end = starts[slot]! + counts[slot]!;
    for (let at = starts[slot]!; at < end; at++) {
      const feature = features[at]!;
      const entry = gathered.get(feature) ?? { label: labels[at] ?? 0, amount: 0, weight: 0 };
      entry.amount += (weight * amounts[at]!) / 4;
      entry.weight += weight * logarithm(amounts[at]!) * counted.cosineWeight(feature);
      gathered.set(feature, entry);
    }
  }
  const name = (feature: number) => contents.name(kind, feature);
  return [...gathered]
    .sort(([f, a], [g, b]) => b.weight - a.weight || (name(f) < name(g) ? -1 : 1))
    .slice(0, limit)
    .map(([feature, { label, amount, weight }]) => {
      const word = kind === "words" ? contents.lexicon.writings.word(label) : name(feature);
      return { feature, word, amount, weight };
    });
}

/** The question that documents are, reduced to their heaviest features of each kind. */
export function queryOf(
  contents: Contents,
  documents: readonly (readonly [slot: number, weight: number])[],
  statistics: Statistics,
  terms: number,
): (kind: FeatureKind) => QueryPart {
  return (kind) => {
    const builder = new PartBuilder();
    for (const { feature, word, amount } of heaviest(contents, kind, documents, statistics, terms))
      builder.count(feature, "", amount, word);
    return builder.part;
  };
}
