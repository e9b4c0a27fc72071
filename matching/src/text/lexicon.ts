import { room } from "../core/growing.ts";
import { PairTable } from "../core/pair-table.ts";
import { hintOf, LANGUAGES, type Language } from "./language.ts";
import { ngramsOf } from "./ngrams.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { partsOf } from "./words.ts";

/** A stop word has no feature. */
export const NO_FEATURE = -1;

/** The words in one writing, by their numbers. */
export type Writing = { readonly sequence: readonly number[]; readonly whole: number | undefined };

/**
 * What the index knows about words. A *writing* is a word as it stands in a text ("Li-Ion"); it holds one or several *words*, which are
 * lower-case ("liion", "li", "ion"); a word has a *feature* in each language, its stem, and n-grams. Whatever takes time is done
 * once for each different writing or word, so that adding a text is looking things up.
 */
export class Lexicon {
  private readonly numbers = new Map<string, number>();
  readonly writings: string[] = [];
  private readonly parts: Writing[] = [];

  private readonly wordNumbers = new Map<string, number>();
  private readonly words: string[] = [];
  private hints = new Uint8Array(0);
  /** By language, by word: 0 where nobody asked yet, else the feature plus 2. */
  private readonly features = LANGUAGES.map(() => new Int32Array(0));
  private readonly ngrams: (Uint32Array | undefined)[] = [];

  private readonly stemNumbers = new Map<string, number>();
  readonly stems: string[] = [];
  readonly ngramTable = new PairTable();

  /** The number of a writing; a new one gets the next. */
  take(written: string): number {
    const known = this.numbers.get(written);
    if (known !== undefined) return known;
    const { sequence, whole } = partsOf(written);
    const own = ownString(written);
    const number = this.writings.push(own) - 1;
    this.numbers.set(own, number);
    this.parts.push({
      sequence: sequence.map((word) => this.takeWord(word)),
      whole: whole === undefined ? undefined : this.takeWord(whole),
    });
    return number;
  }

  writing(number: number): Writing {
    return this.parts[number]!;
  }

  /** Adds what a word says about the language of its text to the votes. */
  vote(word: number, votes: Int32Array): void {
    for (let i = 0; i < 4; i++) votes[i]! += this.hints[word * 4 + i]!;
  }

  /** The feature of a word in a language, `NO_FEATURE` for a stop word. A new stem gets the next number. */
  takeFeature(word: number, language: number): number {
    const known = this.features[language]![word]!;
    return known > 0 ? known - 2 : this.learn(word, language);
  }

  /** The feature of a word in a language without learning it; `NO_FEATURE` also where no text has such a word. */
  findFeature(word: string, language: Language): number {
    const number = this.wordNumbers.get(word);
    const known = number === undefined ? 0 : this.features[LANGUAGES.indexOf(language)]![number]!;
    return known > 0 ? known - 2 : (this.stemNumbers.get(stem(word, language)) ?? NO_FEATURE);
  }

  takeStem(stem: string): number {
    const known = this.stemNumbers.get(stem);
    if (known !== undefined) return known;
    const own = ownString(stem);
    this.stemNumbers.set(own, this.stems.length);
    return this.stems.push(own) - 1;
  }

  /** The features of the n-grams of a word; new ones get the next numbers. */
  takeNgrams(word: number): Uint32Array {
    const known = this.ngrams[word];
    if (known) return known;
    const found = Uint32Array.from(ngramsOf(this.words[word]!), (code) => this.ngramTable.take(code, 0));
    this.ngrams[word] = found;
    return found;
  }

  private takeWord(word: string): number {
    const known = this.wordNumbers.get(word);
    if (known !== undefined) return known;
    const own = ownString(word);
    const number = this.words.push(own) - 1;
    this.wordNumbers.set(own, number);
    this.hints = room(this.hints, this.words.length * 4);
    this.hints.set(hintOf(own), number * 4);
    for (const i of LANGUAGES.keys()) this.features[i] = room(this.features[i]!, this.words.length);
    return number;
  }

  private learn(number: number, at: number): number {
    const language = LANGUAGES[at]!;
    const word = this.words[number]!;
    const feature = isStopWord(word, language) ? NO_FEATURE : this.takeStem(stem(word, language));
    this.features[at]![number] = feature + 2;
    return feature;
  }
}

export const isStopWord = (word: string, language: Language): boolean =>
  ((STOP_WORDS.get(word) ?? 0) & (1 << LANGUAGES.indexOf(language))) !== 0;

/** A copy: a slice would keep the whole text in memory it was cut from. */
function ownString(slice: string): string {
  return slice.length < 13 ? slice : slice.split("").join("");
}
