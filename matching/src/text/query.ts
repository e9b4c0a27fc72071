import { NO_FEATURE } from "./lexicon.ts";
import type { FeatureKind } from "./types.ts";

/** The features of one kind that a question has, in its order. */
export type QueryPart = {
  /** `NO_FEATURE` for one that the index does not know: it is part of how long the question is. */
  features: number[];
  /** How often each counts in the question. */
  amounts: number[];
  /** What tells features from each other that the index does not know. */
  keys: string[];
  /** What stands for the features in the question: `[place in features, word as written, amount]`. */
  origins: [at: number, word: string, amount: number][];
};

/**
 * A question as the index sees it: features with how often each counts. Made by `TextIndex.query` from words and by `TextIndex.queryOf` from
 * documents; it holds for the index that made it. Words that came into the index later are unknown to it.
 */
export class TextQuery {
  /** @internal What the numbers of its features mean: a compacted index numbers them anew. */
  readonly numbering: object;
  private readonly read: (kind: FeatureKind) => QueryPart;
  private readonly parts = new Map<FeatureKind, QueryPart>();

  /** @internal */
  constructor(numbering: object, read: (kind: FeatureKind) => QueryPart) {
    this.numbering = numbering;
    this.read = read;
  }

  /** Whether no word of it is in any document, and no n-gram either. */
  get isEmpty(): boolean {
    return (["words", "ngrams"] as const).every((kind) =>
      this.part(kind).features.every((feature) => feature === NO_FEATURE),
    );
  }

  /**
   * Both questions as one, the other's features counting `factor` times. Feedback in the manner of Rocchio is
   * `query.plus(index.queryOf(found, { terms: 20 }), 0.3)`.
   */
  plus(other: TextQuery, factor = 1): TextQuery {
    return new TextQuery(this.numbering, (kind) => {
      const builder = new PartBuilder();
      builder.add(this.part(kind), 1);
      builder.add(other.part(kind), factor);
      return builder.part;
    });
  }

  /** @internal Its features of one kind, read when they are first needed. */
  part(kind: FeatureKind): QueryPart {
    let part = this.parts.get(kind);
    if (!part) {
      part = this.read(kind);
      this.parts.set(kind, part);
    }
    return part;
  }
}

/** Gathers features in the order in which they first come. */
export class PartBuilder {
  readonly part: QueryPart = { features: [], amounts: [], keys: [], origins: [] };
  private readonly places = new Map<number | string, number>();

  /** Counts a feature that a word of the question has; `key` stands for one that the index does not know. */
  count(feature: number, key: string, amount: number, word: string): void {
    const { features, amounts, keys, origins } = this.part;
    const name = feature === NO_FEATURE ? key : feature;
    let at = this.places.get(name);
    if (at === undefined) {
      at = features.push(feature) - 1;
      amounts.push(0);
      keys.push(key);
      this.places.set(name, at);
    }
    amounts[at]! += amount;
    origins.push([at, word, amount]);
  }

  add({ features, keys, origins }: QueryPart, factor: number): void {
    for (const [at, word, amount] of origins) this.count(features[at]!, keys[at]!, amount * factor, word);
  }
}
