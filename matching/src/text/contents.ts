import { PairTable } from "../core/pair-table.ts";
import type { Field } from "./fields.ts";
import type { Language } from "./language.ts";
import { Lexicon } from "./lexicon.ts";
import { ngramText } from "./ngrams.ts";
import { Reader } from "./reader.ts";
import { Spaces } from "./spaces.ts";
import type { FeatureKind } from "./types.ts";

export const KINDS: readonly FeatureKind[] = ["words", "bigrams", "ngrams"];

/** What is in an index: the words, the spaces of features, and which document is in which slot. Compacting makes one anew. */
export class Contents {
  readonly lexicon = new Lexicon();
  /** The pairs of stems that are bigrams; absent where the index has none. */
  readonly pairs: PairTable | undefined;
  readonly spaces = new Spaces(this.lexicon);
  readonly slots = new Map<string, number>();
  readonly ids: (string | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly reader: Reader;

  constructor(bigrams: boolean) {
    this.pairs = bigrams ? new PairTable() : undefined;
    this.reader = new Reader(this.lexicon, this.pairs, this.spaces);
  }

  insert(
    id: string,
    texts: readonly { field: Field; text: string }[],
    language: { told: Language | undefined; otherwise: Language },
  ): void {
    this.place(id, () => this.reader.read(texts, language));
  }

  /** Gives a document a slot and lets the caller count its features. */
  place(id: string, count: () => void): void {
    this.spaces.begin();
    count();
    const slot = this.free.pop() ?? this.ids.length;
    this.spaces.finish(slot);
    this.slots.set(id, slot);
    this.ids[slot] = id;
  }

  remove(id: string): boolean {
    const slot = this.slots.get(id);
    if (slot === undefined) return false;
    this.spaces.remove(slot);
    this.slots.delete(id);
    this.ids[slot] = undefined;
    this.free.push(slot);
    return true;
  }

  /** What a feature stands for, the same however the index came about: a stem, two stems, or characters. */
  name(kind: FeatureKind, feature: number): string {
    if (kind === "words") return this.lexicon.stems.word(feature);
    if (kind === "ngrams") return ngramText(this.lexicon.ngramTable.pair(feature)[0]);
    const [a, b] = this.pairs?.pair(feature) ?? [0, 0];
    return `${this.lexicon.stems.word(a)} ${this.lexicon.stems.word(b)}`;
  }

  get bytes(): number {
    return this.spaces.bytes + this.lexicon.bytes + (this.pairs?.bytes ?? 0);
  }
}
