import { room } from "../core/growing.ts";
import type { PairTable } from "../core/pair-table.ts";
import { Batch } from "./batch.ts";
import type { Field } from "./fields.ts";
import { ahead, LANGUAGES, type Language } from "./language.ts";
import { type Lexicon, NO_FEATURE, SEVERAL } from "./lexicon.ts";
import { Scanner } from "./scan.ts";
import type { Spaces } from "./spaces.ts";

/** Stands between the numbers of writings where words stop being neighbours. */
const PAUSE = -1;

/** Reads documents into the spaces of features. Its lists serve one document after another: making them anew would cost more than reading. */
export class Reader {
  private readonly lexicon: Lexicon;
  private readonly bigrams: PairTable | undefined;
  private readonly spaces: Spaces;
  private readonly scanner = new Scanner();
  private readonly words = new Batch();
  private readonly wholes = new Batch();
  private readonly pairs = new Batch();
  /** The numbers of all writings of the document, field by field; where each field ends; what each says about its language. */
  private writings = new Int32Array(1024);
  private ends = new Uint32Array(16);
  private votes = new Int32Array(64);
  private readonly allVotes = new Int32Array(LANGUAGES.length);

  constructor(lexicon: Lexicon, bigrams: PairTable | undefined, spaces: Spaces) {
    this.lexicon = lexicon;
    this.bigrams = bigrams;
    this.spaces = spaces;
  }

  /** Counts the features of a document in each space; the caller begins and finishes it there. */
  read(
    texts: readonly { field: Field; text: string }[],
    language: { told: Language | undefined; otherwise: Language },
  ): void {
    this.lookUp(texts);
    const { told, otherwise } = language;
    let from = 0;
    for (const [k, { field }] of texts.entries()) {
      const votes = this.votes.subarray(k * LANGUAGES.length, (k + 1) * LANGUAGES.length);
      const chosen = told ?? ahead(votes, 2) ?? ahead(this.allVotes) ?? otherwise;
      this.count(field, from, this.ends[k]!, LANGUAGES.indexOf(chosen));
      from = this.ends[k]!;
    }
  }

  private lookUp(texts: readonly { text: string }[]) {
    const { scanner, lexicon } = this;
    this.ends = room(this.ends, texts.length);
    this.votes = room(this.votes, texts.length * LANGUAGES.length);
    this.votes.fill(0);
    this.allVotes.fill(0);
    let size = 0;
    for (let k = 0; k < texts.length; k++) {
      const { text } = texts[k]!;
      scanner.read(text);
      const { count, starts, ends } = scanner;
      this.writings = room(this.writings, size + count);
      const { writings, votes } = this;
      const at = k * LANGUAGES.length;
      for (let token = 0; token < count; token++) {
        const number = starts[token] === ends[token] ? PAUSE : lexicon.take(scanner, token);
        if (number !== PAUSE) lexicon.vote(number, votes, at);
        writings[size++] = number;
      }
      this.ends[k] = size;
      for (let i = 0; i < LANGUAGES.length; i++) this.allVotes[i]! += votes[at + i]!;
    }
  }

  private count({ quarters, ngrams }: Field, from: number, to: number, language: number) {
    const { lexicon, writings, words, wholes, pairs, spaces } = this;
    words.clear();
    wholes.clear();
    pairs.clear();
    let before = NO_FEATURE;
    for (let at = from; at < to; at++) {
      const number = writings[at]!;
      if (number === PAUSE) {
        before = NO_FEATURE;
        continue;
      }
      const only = lexicon.takeFeature(number, language);
      if (only === NO_FEATURE) continue;
      if (only !== SEVERAL) {
        words.push(only, number);
        before = this.pairUp(before, only);
        if (ngrams) wholes.push(lexicon.onlyWord(number), 0);
        continue;
      }
      const { whole, sequence } = lexicon.wordsOf(number);
      for (const word of whole === undefined ? sequence : [whole, ...sequence]) {
        const feature = lexicon.takeFeatureOfWord(word, language);
        if (feature === NO_FEATURE) continue;
        words.push(feature, number);
        if (word !== whole) before = this.pairUp(before, feature);
        if (ngrams) wholes.push(word, 0);
      }
    }
    spaces.words.reach(lexicon.stems.size);
    spaces.words.count(words.features, 0, words.size, quarters, words.labels);
    spaces.wholes.reach(lexicon.size);
    spaces.wholes.count(wholes.features, 0, wholes.size, quarters);
    if (!this.bigrams) return;
    spaces.bigrams.reach(this.bigrams.size);
    spaces.bigrams.count(pairs.features, 0, pairs.size, quarters);
  }

  /** Takes up two neighbours, where there are two; the second is the next one's neighbour. */
  private pairUp(before: number, feature: number): number {
    if (this.bigrams && before !== NO_FEATURE) this.pairs.push(this.bigrams.take(before, feature), 0);
    return feature;
  }
}
