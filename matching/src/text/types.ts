import type { Language } from "./language.ts";

/** How a field of a document counts. */
export type FieldOptions = {
  /** How many times a word of this field counts; rounded to quarters. 1 unless told. */
  weight?: number;
  /** Whether its words are also taken apart into character n-grams (3 to 5). */
  ngrams?: boolean;
};

/** How a {@link TextIndex} is made; all of it is kept when the index is serialised. */
export type TextIndexOptions = {
  /** The fields there are. Unless told: title (3, n-grams), keywords (2, n-grams), body (1). */
  fields?: Readonly<Record<string, FieldOptions>>;
  /** The language of a text in which nothing says which it is, as a title of three names. English unless told. */
  language?: Language;
  /** Whether pairs of neighbouring words are features too. They cost as much again as all the rest. */
  bigrams?: boolean;
};

/** A text by its fields, or one plain text, which counts as written in a field of weight 1 with n-grams. */
export type TextInput = string | Readonly<Record<string, string | undefined>>;

/** A document as it is added. */
export type TextDocument = {
  /** Unique in the index. */
  id: string;
  fields: Readonly<Record<string, string | undefined>>;
  /** Guessed from the words unless told. */
  language?: Language;
};

/** Which features are compared: stems of words, pairs of neighbouring words, or n-grams of characters within words. */
export type FeatureKind = "words" | "bigrams" | "ngrams";

/** Which documents the asker may see: one byte a slot (1 = visible), or a question asked of each document. */
export type DocumentFilter = Uint8Array | ((id: string, slot: number) => boolean);

/** How documents are scored. */
export type ScoreOptions = {
  /** BM25 unless told, or the cosine of TF-IDF vectors (0..1). */
  scoring?: "bm25" | "cosine";
  /** "words" unless told. */
  features?: FeatureKind;
  /** Documents that do not pass have the score 0 and appear nowhere. */
  filter?: DocumentFilter;
  /** How frequent each feature is; over the whole index unless told. See `TextIndex.statistics`. */
  statistics?: TextStatistics;
  /** BM25: how soon a repeated word stops to count more; 1.2 unless told. */
  k1?: number;
  /** BM25: how much long documents are marked down, 0..1; 0.75 unless told. */
  b?: number;
  /** BM25: how soon a word repeated in the question stops to count more; 8 unless told, Infinity for "never". */
  k3?: number;
};

export type SearchOptions = ScoreOptions & {
  /** How many documents at most; 10 unless told. */
  limit?: number;
};

/** Which form of a word is meant, and among which documents. */
export type WordOptions = {
  /** The language of the index unless told. */
  language?: Language;
  statistics?: TextStatistics;
};

/** A document found. */
export type Hit = { id: string; slot: number; score: number };

/** What one word of the question adds to the score of a document. */
export type TermContribution = {
  /** The word as it is written in the question. */
  word: string;
  /** In the units of the score; all of them add up to it. */
  contribution: number;
  /** Part of the score, 0..1; all of them add up to 1. */
  share: number;
};

export type Explanation = {
  score: number;
  /** By contribution, largest first. */
  terms: TermContribution[];
};

/** How many documents there are, how long they are and how many bear each feature: over all, or over those an asker may see. */
export interface TextStatistics {
  /** How many documents were counted. */
  readonly documents: number;
}
