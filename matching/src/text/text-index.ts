import { best } from "../core/best.ts";
import { inRange, oneOf } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import { Contents, KINDS } from "./contents.ts";
import { explanationOf } from "./explain.ts";
import type { FeatureSpace } from "./feature-space.ts";
import { DEFAULT_FIELDS, type Field, fieldsOf, textsOf } from "./fields.ts";
import { LANGUAGES, type Language } from "./language.ts";
import { type QueryPart, TextQuery } from "./query.ts";
import { heaviest, queryOf } from "./query-of.ts";
import { readQuery } from "./read-query.ts";
import { type FeatureRows, rowsOf } from "./rows.ts";
import { bm25, cosine, type Scorer, scoreAll, scoreOne } from "./scoring.ts";
import { read, write } from "./serialise.ts";
import { Statistics } from "./statistics.ts";
import type {
  DocumentFilter,
  Explanation,
  FeatureKind,
  Hit,
  ScoreOptions,
  SearchOptions,
  TextDocument,
  TextIndexOptions,
  TextInput,
  TextStatistics,
  WordOptions,
} from "./types.ts";

/**
 * A text index over the documents of a cluster: needs, offers, projects, parts of profiles. It knows English, German, Polish and Russian
 * and needs nothing but the documents themselves.
 *
 * A document has fields with weights. Its words are cut as they are written ("Li-Ion", "CO₂", "R&D"), stop words left out, the rest reduced to
 * stems in the language that the text seems to be in; pairs of neighbours and n-grams of characters are further kinds of features, each with
 * scores of its own, so that whoever ranks can weigh them against each other. n-grams bring compounds and misspelt words together.
 *
 * Documents are added, replaced and removed one at a time; scores are always those of an index built anew from the documents that are there.
 * Each document has a *slot*, a small whole number, and everything by document is an array by slot.
 *
 * **What the asker may not see.** With `filter`, hidden documents have the score 0 and appear nowhere: not in hits, not in explanations. One
 * thing still comes from all documents: how frequent each word is, and how long documents are on average. Where even that must not depend on
 * what is hidden, give `statistics: index.statistics(filter)`.
 *
 * Costs: adding takes time proportional to the text, a question time proportional to how many documents have its words, the first question
 * after a change at most one pass over all entries. Memory: about 16 bytes for each different word of each document.
 *
 * @example
 * ```ts
 * const index = new TextIndex();
 * index.add({ id: "stack", fields: { title: "Fuel cell stacks for ferries", body: "Hydrogen drives for inland ships." } });
 * index.add({ id: "depot", fields: { title: "Batterien für Busse", body: "Ein Depot für den Stadtverkehr." } });
 * index.search("hydrogen ferry").map(({ id }) => id); // ["stack"]
 * index.explain("hydrogen ferry", "stack").terms.map(({ word }) => word); // ["ferry", "hydrogen"]
 * ```
 */
export class TextIndex {
  private readonly fields: readonly Field[];
  private readonly language: Language;
  private contents: Contents;
  private changes = 0;
  private current: Statistics | undefined;

  /** Throws `option` or `number` where the fields or the language are none. */
  constructor(options: TextIndexOptions = {}) {
    this.fields = fieldsOf(options.fields ?? DEFAULT_FIELDS);
    this.language = options.language ?? "en";
    oneOf("language", this.language, LANGUAGES);
    this.contents = new Contents(options.bigrams ?? false);
  }

  /** How many documents there are. */
  get size(): number {
    return this.contents.slots.size;
  }

  /** One more than the highest slot: the length of everything that is by slot. */
  get slots(): number {
    return this.contents.ids.length;
  }

  /** A number that changes with each change of the documents. */
  get revision(): number {
    return this.changes;
  }

  /** Bytes in typed arrays; the words as texts and the ids come on top, some 100 bytes for each different word and each document. */
  get bytes(): number {
    return this.contents.bytes;
  }

  has(id: string): boolean {
    return this.contents.slots.has(id);
  }

  /** The slot of a document, which it keeps until it is removed or the index compacted; -1 where there is none. */
  slotOf(id: string): number {
    return this.contents.slots.get(id) ?? -1;
  }

  /** The document in a slot; `undefined` where the slot is empty. */
  idAt(slot: number): string | undefined {
    return this.contents.ids[slot];
  }

  /** The documents in the order of their slots. */
  *ids(): Generator<string> {
    for (const id of this.contents.ids) if (id !== undefined) yield id;
  }

  /** Adds a document. Throws `duplicate` where one has the same id, `unknown` for a field that the index does not have. */
  add(document: TextDocument): void {
    if (this.has(document.id))
      throw new MatchingError(
        "duplicate",
        `The document "${document.id}" is in the index already; put replaces it.`,
      );
    this.insert(document);
  }

  /** Adds a document, in the place of the one with the same id where there is one. */
  put(document: TextDocument): void {
    this.insert(document);
  }

  /** Takes a document out and says whether it was in. */
  remove(id: string): boolean {
    const removed = this.contents.remove(id);
    if (removed) this.changed();
    return removed;
  }

  /**
   * A question made ready: worth it where one is scored several times. Nothing of it stays in the index. Its language is guessed like that of
   * documents unless told.
   */
  query(input: TextInput, options: { language?: Language } = {}): TextQuery {
    const { language } = options;
    if (language !== undefined) oneOf("language", language, LANGUAGES);
    const texts = textsOf(this.fields, input);
    const read = readQuery(this.contents, texts, { told: language, otherwise: this.language });
    return new TextQuery(this.contents, read);
  }

  /**
   * The question that documents are: their `terms` (64) heaviest features of each kind, Σ weight · ln(1 + tf) · idf. Documents weigh as told, so
   * that those found first can count more. Throws `unknown` for a document that is not there.
   */
  queryOf(
    documents: readonly { id: string; weight: number }[],
    options: { terms?: number; statistics?: TextStatistics } = {},
  ): TextQuery {
    const chosen = documents.map(({ id, weight }) => [this.slotNamed(id), weight] as const);
    const terms = inRange("terms", options.terms ?? 64, 1);
    const revision = this.changes;
    const read = queryOf(this.contents, chosen, this.statisticsOf(options.statistics), terms);
    return new TextQuery(this.contents, (kind) => {
      // A slot may be another document's by now.
      if (this.changes !== revision)
        throw new MatchingError(
          "conflict",
          "Documents have changed since the question was made of them; make it anew.",
        );
      return read(kind);
    });
  }

  /** The scores of all documents by slot: 0 where a document has nothing of the question, is hidden, or the slot is empty. */
  scores(query: TextInput | TextQuery, options: ScoreOptions = {}): Float64Array {
    const scores = new Float64Array(this.slots);
    const { space, part, scorer } = this.scorerOf(query, options);
    scoreAll(space, part, scorer, scores);
    if (options.filter !== undefined) {
      const mask = this.mask(options.filter);
      for (let slot = 0; slot < scores.length; slot++) if (mask[slot] === 0) scores[slot] = 0;
    }
    return scores;
  }

  /** The documents with the highest scores, best first, equals by id; only such as have something of the question. */
  search(query: TextInput | TextQuery, options: SearchOptions = {}): Hit[] {
    return this.bestOf(this.scores(query, options), options.limit ?? 10);
  }

  /** The documents with the highest of any scores by slot, above 0, best first, equals by id. */
  bestOf(scores: ArrayLike<number>, limit: number): Hit[] {
    const { ids } = this.contents;
    const precedes = (a: number, b: number) => ids[a]! < ids[b]!;
    const slots = best(scores, inRange("limit", limit, 0), precedes);
    return slots.map((slot) => ({ id: ids[slot]!, slot, score: scores[slot]! }));
  }

  /**
   * The documents most like one, which itself is left out: by the cosine unless told, over its `terms` (64) heaviest features. Throws `unknown`
   * where it is not there or does not pass the filter.
   */
  similar(id: string, options: SearchOptions & { terms?: number } = {}): Hit[] {
    const slot = this.slotSeen(id, options.filter);
    const { terms = 64, statistics, limit = 10 } = options;
    const query = this.queryOf([{ id, weight: 1 }], { terms, ...(statistics && { statistics }) });
    const scores = this.scores(query, { scoring: "cosine", ...options });
    scores[slot] = 0;
    return this.bestOf(scores, limit);
  }

  /**
   * Why a document has its score: what each word of the question adds, as it is written there. The contributions add up to the score. Throws
   * `unknown` where the document is not there or does not pass the filter.
   */
  explain(query: TextInput | TextQuery, id: string, options: ScoreOptions = {}): Explanation {
    const slot = this.slotSeen(id, options.filter);
    const { space, part, scorer } = this.scorerOf(query, options);
    return explanationOf(part, scoreOne(space, part, scorer, slot), scorer.divisors?.[slot] || 1);
  }

  /** What a document is about: its heaviest words as it writes them, by ln(1 + tf) · idf. */
  terms(
    id: string,
    options: { limit?: number; statistics?: TextStatistics } = {},
  ): { word: string; weight: number }[] {
    const limit = inRange("limit", options.limit ?? 10, 0);
    const statistics = this.statisticsOf(options.statistics);
    const found = heaviest(this.contents, "words", [[this.slotNamed(id), 1]], statistics, limit);
    return found.map(({ word, weight }) => ({ word, weight }));
  }

  /** In how many documents a word is, in whatever form; 0 for stop words. */
  frequency(word: string, options: WordOptions = {}): number {
    return this.wordStatistics(word, options, (counted, feature) => counted.frequency(feature));
  }

  /** How much a word says: ln((1 + N) / (1 + n)) + 1 for a word in n of N documents; 0 for stop words. */
  idf(word: string, options: WordOptions = {}): number {
    return this.wordStatistics(word, options, (counted, feature) => counted.cosineWeight(feature));
  }

  /**
   * How frequent features are and how long documents are, among those that pass: for scores on which hidden documents have no influence at
   * all. One pass over the entries of these documents for each kind of feature; valid until documents change, later it is refused as
   * `conflict`.
   */
  statistics(filter?: DocumentFilter): TextStatistics {
    if (filter === undefined) return this.statisticsOf(undefined);
    const passing = this.mask(filter);
    const mask = new Uint8Array(this.slots);
    let documents = 0;
    for (let slot = 0; slot < mask.length; slot++) {
      if (passing[slot] === 0 || this.contents.ids[slot] === undefined) continue;
      mask[slot] = 1;
      documents++;
    }
    return new Statistics(this.contents.spaces, {
      documents,
      revision: this.changes,
      slots: this.slots,
      mask,
    });
  }

  /** Which slots pass, one byte each. A filter that is asked for many questions is worth keeping in this form. */
  mask(filter: DocumentFilter): Uint8Array {
    const { ids } = this.contents;
    if (filter instanceof Uint8Array) {
      if (filter.length >= ids.length) return filter;
      throw new MatchingError(
        "shape",
        `The filter has ${filter.length} bytes; the index has ${ids.length} slots.`,
      );
    }
    const mask = new Uint8Array(ids.length);
    for (let slot = 0; slot < ids.length; slot++) {
      const id = ids[slot];
      if (id !== undefined && filter(id, slot)) mask[slot] = 1;
    }
    return mask;
  }

  /** All documents as rows of a sparse matrix, in the order of their slots: what a decomposition or a nearest neighbour needs. */
  rows(kind: FeatureKind = "words"): FeatureRows {
    oneOf("kind", kind, KINDS);
    const slots = [...this.contents.ids.keys()].filter((slot) => this.contents.ids[slot] !== undefined);
    return rowsOf(this.contents.spaces[kind], slots);
  }

  /**
   * Forgets what documents that are gone have left behind: empty slots and words that nobody uses any more. Documents get new slots, in the order
   * of their ids; questions made before are refused. Takes about as long as serialising and parsing.
   */
  compact(): void {
    this.contents = read(this.serialise()).contents;
    this.changed();
  }

  /**
   * The index as bytes, with settings and checksum. The same documents give the same bytes, in whatever order they came and whatever was there
   * before. They hold words, not texts, yet enough to know what a document is about: keep them as you keep the documents.
   */
  serialise(): Uint8Array<ArrayBuffer> {
    const { fields, language, contents } = this;
    return write({ fields, language, bigrams: contents.pairs !== undefined }, contents);
  }

  /** An index from its bytes, with the same scores to the last digit. Throws `version` for another version, `format` for what is damaged or something else. */
  static parse(bytes: Uint8Array): TextIndex {
    const { settings, contents } = read(bytes);
    const fields = settings.fields.map(({ name, quarters, ngrams }) => [
      name,
      { weight: quarters / 4, ngrams },
    ]);
    const index = new TextIndex({ fields: Object.fromEntries(fields), language: settings.language });
    index.contents = contents;
    return index;
  }

  private insert({ id, fields, language }: TextDocument): void {
    // Refused before anything is changed: a document that is to be replaced stays until its successor can be read.
    const texts = textsOf(this.fields, fields);
    if (language !== undefined) oneOf("language", language, LANGUAGES);
    this.contents.remove(id);
    this.contents.insert(id, texts, { told: language, otherwise: this.language });
    this.changed();
  }

  private scorerOf(
    input: TextInput | TextQuery,
    options: ScoreOptions,
  ): { space: FeatureSpace; part: QueryPart; scorer: Scorer } {
    const { scoring = "bm25", features = "words", k1 = 1.2, b = 0.75, k3 = 8 } = options;
    oneOf("features", features, KINDS);
    oneOf("scoring", scoring, ["bm25", "cosine"]);
    if (features === "bigrams" && !this.contents.pairs)
      throw new MatchingError("option", "This index has no bigrams; make it with bigrams: true.");
    const query = input instanceof TextQuery ? input : this.query(input);
    if (query.numbering !== this.contents)
      throw new MatchingError(
        "conflict",
        "The question was made by another index, or before this one was compacted; make it anew.",
      );
    const part = query.part(features);
    const counted = this.statisticsOf(options.statistics).of(features);
    const scorer =
      scoring === "bm25"
        ? bm25(part, counted, inRange("k1", k1, 0), inRange("b", b, 0, 1), inRange("k3", k3, 0))
        : cosine(part, counted);
    return { space: this.contents.spaces[features], part, scorer };
  }

  private wordStatistics(
    word: string,
    { language = this.language, statistics }: WordOptions,
    tell: (counted: ReturnType<Statistics["of"]>, feature: number) => number,
  ): number {
    const [feature] = this.query(word, { language }).part("words").features;
    return feature === undefined ? 0 : tell(this.statisticsOf(statistics).of("words"), feature);
  }

  private statisticsOf(given: TextStatistics | undefined): Statistics {
    if (given instanceof Statistics) {
      if (given.spaces === this.contents.spaces && given.revision === this.changes) return given;
      throw new MatchingError(
        "conflict",
        "The statistics were made before documents changed, or by another index; ask for them anew.",
      );
    }
    this.current ??= new Statistics(this.contents.spaces, {
      documents: this.size,
      revision: this.changes,
      slots: this.slots,
    });
    return this.current;
  }

  private slotNamed(id: string): number {
    const slot = this.contents.slots.get(id);
    if (slot === undefined) throw notThere(id);
    return slot;
  }

  /** A document that the asker may not see is not there. */
  private slotSeen(id: string, filter: DocumentFilter | undefined): number {
    const slot = this.slotNamed(id);
    const isSeen =
      filter === undefined ||
      (filter instanceof Uint8Array ? this.mask(filter)[slot] !== 0 : filter(id, slot));
    if (!isSeen) throw notThere(id);
    return slot;
  }

  private changed() {
    this.changes++;
    this.current = undefined;
  }
}

const notThere = (id: string) => new MatchingError("unknown", `There is no document "${id}" in the index.`);
