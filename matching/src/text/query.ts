import type { FeatureKind } from "./types.ts";

/** The features of one kind that a question has. */
export type QueryPart = {
  /** Features that some document has or had, in the order of the question. */
  features: number[];
  /** How often each counts in the question. */
  amounts: number[];
  /** How often each feature counts that no document has: part of how long the question is. */
  unseen: number[];
  /** What stands for the features in the question: `[place in features, word as written, amount]`. */
  origins: [at: number, word: string, amount: number][];
};

/**
 * A question as the index sees it: features with how often each counts. Made by `TextIndex.query` from words and by `TextIndex.queryOf` from
 * documents; it holds for the index that made it. Words that came into the index later are unknown to it.
 */
export class TextQuery {
  /** @internal */
  readonly parts: Readonly<Record<FeatureKind, QueryPart>>;
  /** @internal What the numbers of its features mean: a compacted index numbers them anew. */
  readonly numbering: object;

  /** @internal */
  constructor(numbering: object, parts: Readonly<Record<FeatureKind, QueryPart>>) {
    this.numbering = numbering;
    this.parts = parts;
  }

  /** Whether nothing in it is in any document. */
  get isEmpty(): boolean {
    return Object.values(this.parts).every(({ features }) => features.length === 0);
  }

  /**
   * Both questions as one, the other's features counting `factor` times. Feedback in the manner of Rocchio is
   * `query.plus(index.queryOf(found, { terms: 20 }), 0.3)`.
   */
  plus(other: TextQuery, factor = 1): TextQuery {
    const merged = (kind: FeatureKind) => {
      const part = new PartBuilder();
      part.add(this.parts[kind], 1);
      part.add(other.parts[kind], factor);
      return part.part;
    };
    return new TextQuery(this.numbering, {
      words: merged("words"),
      bigrams: merged("bigrams"),
      ngrams: merged("ngrams"),
    });
  }
}

/** Gathers features in the order in which they first come. */
export class PartBuilder {
  readonly part: QueryPart = { features: [], amounts: [], unseen: [], origins: [] };
  private readonly places = new Map<number, number>();
  private readonly unseenPlaces = new Map<string, number>();

  /** Counts a feature that a word of the question has. */
  count(feature: number, amount: number, word: string): void {
    let at = this.places.get(feature);
    if (at === undefined) {
      at = this.part.features.push(feature) - 1;
      this.places.set(feature, at);
      this.part.amounts.push(0);
    }
    this.part.amounts[at]! += amount;
    this.part.origins.push([at, word, amount]);
  }

  /** Counts a feature that no document has; `key` tells one from another. */
  countUnseen(key: string, amount: number): void {
    const at = this.unseenPlaces.get(key);
    if (at === undefined) this.unseenPlaces.set(key, this.part.unseen.push(amount) - 1);
    else this.part.unseen[at]! += amount;
  }

  add({ features, unseen, origins }: QueryPart, factor: number): void {
    for (const [at, word, amount] of origins) this.count(features[at]!, amount * factor, word);
    for (const amount of unseen) this.part.unseen.push(amount * factor);
  }
}
