import { room } from "../core/growing.ts";
import { PairTable } from "../core/pair-table.ts";
import { WordTable } from "../core/word-table.ts";
import { type Hint, hintOf, LANGUAGES, type Language, NO_HINT } from "./language.ts";
import { ngramsOf } from "./ngrams.ts";
import type { Scanner } from "./scan.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { partsOf } from "./words.ts";

/** A stop word has no feature. */
export const NO_FEATURE = -1;
/** A writing of several words has several. */
export const SEVERAL = -2;

const MANY = LANGUAGES.length;

/** The words in one writing, by their numbers. */
export type Writing = { readonly sequence: readonly number[]; readonly whole: number | undefined };

/**
 * What the index knows about words. A *writing* is a word as it stands in a text ("Li-Ion"); it holds one or several *words*, which are
 * lower-case ("liion", "li", "ion"); a word has a *feature* in each language, its stem, and n-grams. Whatever takes time is done
 * once for each different writing or word, so that adding a text is looking things up.
 */
export class Lexicon {
  readonly writings = new WordTable();
  private known = 0;
  /** By writing: its word where it is one, else `NO_FEATURE` or `SEVERAL`. */
  private only = new Int32Array(0);
  private readonly several = new Map<number, Writing>();
  /** By writing, then by language: what it says about the language of its text; `speaking` where it says anything. */
  private hints = new Uint8Array(0);
  private speaking = new Uint8Array(0);
  /** By language, by writing: 0 where nobody asked yet, else the feature plus 3. */
  private readonly features = LANGUAGES.map(() => new Int32Array(0));

  private readonly words = new WordTable();
  private readonly wordFeatures = LANGUAGES.map(() => new Int32Array(0));
  private readonly texts: string[] = [];
  /** By word: where in `ngrams` its own are, plus one; 0 where nobody asked yet. Before them stands how many they are. */
  private ngramStarts = new Uint32Array(0);
  ngrams = new Uint32Array(1024);
  private ngramsUsed = 0;

  readonly stems = new WordTable();
  readonly ngramTable = new PairTable();

  /** The number of the word at a place of a scanner's lists; a new one gets the next. */
  take(scanner: Scanner, at: number): number {
    const { bytes, starts, ends, hashes } = scanner;
    const number = this.writings.take(bytes, starts[at]!, ends[at]!, hashes[at]!);
    if (number === this.known) this.learn(number, scanner.word(at));
    return number;
  }

  /** The number of a writing that stands alone. */
  takeWriting(written: string): number {
    const number = this.writings.takeWord(written);
    if (number === this.known) this.learn(number, written);
    return number;
  }

  /** How many words have a number. */
  get size(): number {
    return this.words.size;
  }

  word(number: number): string {
    return this.texts[number]!;
  }

  /** The words of a writing of several. */
  wordsOf(number: number): Writing {
    return this.several.get(number) ?? NOTHING;
  }

  /** Adds what a writing says about the language of its text to the votes from a place on. */
  vote(number: number, votes: Int32Array, at: number): void {
    if (this.speaking[number] === 0) return;
    for (let i = 0; i < MANY; i++) votes[at + i]! += this.hints[number * MANY + i]!;
  }

  /** The word of a writing that is one word, else `NO_FEATURE` or `SEVERAL`. */
  onlyWord(number: number): number {
    return this.only[number]!;
  }

  /** The feature of a writing of one word, else `SEVERAL`; `NO_FEATURE` for a stop word. A new stem gets the next number. */
  takeFeature(number: number, language: number): number {
    const known = this.features[language]![number]!;
    return known > 0 ? known - 3 : this.learnFeature(number, language);
  }

  takeFeatureOfWord(number: number, language: number): number {
    const known = this.wordFeatures[language]![number]!;
    return known > 0 ? known - 3 : this.learnFeatureOfWord(number, language);
  }

  /** The feature of a word in a language without learning it; `NO_FEATURE` where no text has such a word. */
  findFeature(word: string, language: Language): number {
    const number = this.words.findWord(word);
    const known = number < 0 ? 0 : (this.wordFeatures[LANGUAGES.indexOf(language)]![number] ?? 0);
    return known > 0 ? known - 3 : this.stems.findWord(stem(word, language));
  }

  /** Where in `ngrams` the features of the n-grams of a word begin; before them stands how many they are. New ones get the next numbers. */
  takeNgrams(word: number): number {
    const known = this.ngramStarts[word] ?? 0;
    if (known > 0) return known;
    const codes = ngramsOf(this.texts[word]!);
    const start = this.ngramsUsed + 1;
    this.ngramsUsed = start + codes.length;
    this.ngrams = room(this.ngrams, this.ngramsUsed);
    this.ngrams[start - 1] = codes.length;
    for (let k = 0; k < codes.length; k++) this.ngrams[start + k] = this.ngramTable.take(codes[k]!, 0);
    this.ngramStarts = room(this.ngramStarts, this.words.size);
    this.ngramStarts[word] = start;
    return start;
  }

  /** Of the typed arrays; the words as texts come on top. */
  get bytes(): number {
    const tables = [this.writings, this.words, this.stems, this.ngramTable];
    const lists = [this.only, this.speaking, this.hints, this.ngramStarts, this.ngrams];
    const sizes = [...tables.map(({ bytes }) => bytes), ...lists.map(({ byteLength }) => byteLength)];
    const byLanguage = [...this.features, ...this.wordFeatures].map(({ byteLength }) => byteLength);
    return [...sizes, ...byLanguage].reduce((sum, bytes) => sum + bytes, 0);
  }

  private learn(number: number, written: string) {
    this.known++;
    const { sequence, whole } = partsOf(written);
    this.speaking = room(this.speaking, number + 1);
    this.hints = room(this.hints, (number + 1) * MANY);
    this.only = room(this.only, number + 1);
    for (const word of sequence) this.hear(number, hintOf(word));
    if (sequence.length === 0) this.only[number] = NO_FEATURE;
    else if (sequence.length === 1 && whole === undefined) this.only[number] = this.takeWord(sequence[0]!);
    else {
      this.only[number] = SEVERAL;
      this.several.set(number, {
        sequence: sequence.map((word) => this.takeWord(word)),
        whole: whole === undefined ? undefined : this.takeWord(whole),
      });
    }
  }

  /** The number of a lower-case word; a new one gets the next. */
  takeWord(word: string): number {
    const number = this.words.takeWord(word);
    // A slice of 13 letters or more would keep the text in memory that it was cut from.
    if (number === this.texts.length) this.texts.push(word.length < 13 ? word : this.words.word(number));
    return number;
  }

  private hear(writing: number, hint: Hint) {
    if (hint === NO_HINT) return;
    this.speaking[writing] = 1;
    for (let i = 0; i < MANY; i++) this.hints[writing * MANY + i]! += hint[i]!;
  }

  private learnFeature(number: number, language: number): number {
    const only = this.only[number]!;
    const feature = only < 0 ? only : this.takeFeatureOfWord(only, language);
    const features = room(this.features[language]!, this.writings.size);
    features[number] = feature + 3;
    this.features[language] = features;
    return feature;
  }

  private learnFeatureOfWord(number: number, at: number): number {
    const word = this.texts[number]!;
    const language = LANGUAGES[at]!;
    const feature = isStopWord(word, language) ? NO_FEATURE : this.stems.takeWord(stem(word, language));
    const features = room(this.wordFeatures[at]!, this.words.size);
    features[number] = feature + 3;
    this.wordFeatures[at] = features;
    return feature;
  }
}

const NOTHING: Writing = { sequence: [], whole: undefined };

export const isStopWord = (word: string, language: Language): boolean =>
  ((STOP_WORDS.get(word) ?? 0) & (1 << LANGUAGES.indexOf(language))) !== 0;
