import { FeatureSpace } from "./feature-space.ts";
import type { Lexicon } from "./lexicon.ts";
import type { FeatureKind } from "./types.ts";

/**
 * The spaces of an index, one for each kind of feature. n-grams follow from the words, so a document waits with its words until somebody asks for
 * n-grams: who never does neither pays for them nor holds them.
 */
export class Spaces implements Readonly<Record<FeatureKind, FeatureSpace>> {
  readonly words = new FeatureSpace(true);
  readonly bigrams = new FeatureSpace(false);
  /** The words, by their numbers, of the fields that are taken apart into n-grams. */
  readonly wholes = new FeatureSpace(false);
  private readonly parts = new FeatureSpace(false);
  private readonly waiting = new Set<number>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  get ngrams(): FeatureSpace {
    for (const slot of this.waiting) this.takeApart(slot);
    this.waiting.clear();
    return this.parts;
  }

  begin(): void {
    for (const space of [this.words, this.bigrams, this.wholes]) space.begin();
  }

  finish(slot: number): void {
    for (const space of [this.words, this.bigrams, this.wholes]) space.finish(slot);
    this.waiting.add(slot);
  }

  remove(slot: number): void {
    for (const space of [this.words, this.bigrams, this.wholes]) space.remove(slot);
    if (!this.waiting.delete(slot)) this.parts.remove(slot);
  }

  get bytes(): number {
    return [this.words, this.bigrams, this.wholes, this.parts].reduce((sum, space) => sum + space.bytes, 0);
  }

  private takeApart(slot: number) {
    const { lexicon, parts } = this;
    const { starts, counts, features, amounts } = this.wholes;
    const end = starts[slot]! + counts[slot]!;
    parts.begin();
    for (let at = starts[slot]!; at < end; at++) {
      const start = lexicon.takeNgrams(features[at]!);
      parts.reach(lexicon.ngramTable.size);
      parts.count(lexicon.ngrams, start, start + lexicon.ngrams[start - 1]!, amounts[at]!);
    }
    parts.finish(slot);
  }
}
