import { best } from "../core/best.ts";
import { inRange, oneOf } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import { PairTable } from "../core/pair-table.ts";
import { FeatureSpace } from "./feature-space.ts";
import { DEFAULT_FIELDS, type Field, fieldsOf, textsOf } from "./fields.ts";
import { LANGUAGES, type Language } from "./language.ts";
import { Lexicon } from "./lexicon.ts";
import { ngramText } from "./ngrams.ts";
import { PartBuilder, TextQuery } from "./query.ts";
import { readQuery } from "./read-query.ts";
import { Reader } from "./reader.ts";
import { bm25, cosine, type Scorer, scoreAll, scoreOne } from "./scoring.ts";
import { logarithm, Statistics } from "./statistics.ts";
import type {
  DocumentFilter,
  Explanation,
  FeatureKind,
  Hit,
  ScoreOptions,
  SearchOptions,
  TermContribution,
  TextDocument,
  TextIndexOptions,
  TextInput,
  TextStatistics,
} from "./types.ts";

const KINDS: readonly FeatureKind[] = ["words", "bigrams", "ngrams"];

export class TextIndex {
  private readonly fields: readonly Field[];
  private readonly language: Language;
  private readonly hasBigrams: boolean;
  private readonly lexicon = new Lexicon();
  private readonly bigramTable = new PairTable();
  private readonly spaces: Readonly<Record<FeatureKind, FeatureSpace>> = {
    words: new FeatureSpace(true),
    bigrams: new FeatureSpace(false),
    ngrams: new FeatureSpace(false),
  };
  private readonly slotNumbers = new Map<string, number>();
  private readonly idsBySlot: (string | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly reader: Reader;
  private changes = 0;
  private numbering = {};
  private current: Statistics | undefined;

  constructor(options: TextIndexOptions = {}) {
    this.fields = fieldsOf(options.fields ?? DEFAULT_FIELDS);
    this.language = options.language ?? "en";
    oneOf("language", this.language, LANGUAGES);
    this.hasBigrams = options.bigrams ?? false;
    this.reader = new Reader(this.lexicon, this.hasBigrams ? this.bigramTable : undefined, this.spaces);
  }

  /** How many documents there are. */
  get size(): number {
    return this.slotNumbers.size;
  }

  /** One more than the highest slot: the length of everything that is by slot. */
  get slots(): number {
    return this.idsBySlot.length;
  }

  /** Changes with each change of the documents. */
  get revision(): number {
    return this.changes;
  }

  has(id: string): boolean {
    return this.slotNumbers.has(id);
  }

  /** The slot of a document, which it keeps as long as it is in the index and the index is not compacted; -1 where there is none. */
  slotOf(id: string): number {
    return this.slotNumbers.get(id) ?? -1;
  }

  /** The document in a slot, `undefined` where the slot is empty. */
  idAt(slot: number): string | undefined {
    return this.idsBySlot[slot];
  }

  /** The documents in the order of their slots. */
  *ids(): Generator<string> {
    for (const id of this.idsBySlot) if (id !== undefined) yield id;
  }

  add(document: TextDocument): void {
    if (this.slotNumbers.has(document.id))
      throw new MatchingError(
        "duplicate",
        `The document "${document.id}" is in the index already; put replaces it.`,
      );
    this.insert(document);
  }

  /** Adds a document, in the place of the one with the same id where there is one. */
  put(document: TextDocument): void {
    // Read first: a field that is refused must not cost the document that was there.
    textsOf(this.fields, document.fields);
    this.remove(document.id);
    this.insert(document);
  }

  /** Takes a document out; says whether it was in. */
  remove(id: string): boolean {
    const slot = this.slotNumbers.get(id);
    if (slot === undefined) return false;
    for (const kind of KINDS) this.spaces[kind].remove(slot);
    this.slotNumbers.delete(id);
    this.idsBySlot[slot] = undefined;
    this.free.push(slot);
    this.changed();
    return true;
  }

  query(input: TextInput, options: { language?: Language } = {}): TextQuery {
    const parts = readQuery(
      this.lexicon,
      this.hasBigrams ? this.bigramTable : undefined,
      textsOf(this.fields, input),
      { told: options.language, otherwise: this.language },
    );
    return new TextQuery(this.numbering, parts);
  }

  /** The scores of all documents, by slot. */
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

  search(query: TextInput | TextQuery, options: SearchOptions = {}): Hit[] {
    const limit = inRange("limit", options.limit ?? 10, 0);
    return this.bestOf(this.scores(query, options), limit);
  }

  /** The documents with the highest scores, by score and among equals by id. */
  bestOf(scores: ArrayLike<number>, limit: number): Hit[] {
    const precedes = (a: number, b: number) => this.idsBySlot[a]! < this.idsBySlot[b]!;
    return best(scores, limit, precedes).map((slot) => ({
      id: this.idsBySlot[slot]!,
      slot,
      score: scores[slot]!,
    }));
  }

  similar(id: string, options: SearchOptions & { terms?: number } = {}): Hit[] {
    const { terms = 64, ...rest } = options;
    const slot = this.slotNamed(id);
    const query = this.queryOf([{ id, weight: 1 }], {
      terms,
      ...(rest.statistics && { statistics: rest.statistics }),
    });
    const scores = this.scores(query, { scoring: "cosine", ...rest });
    scores[slot] = 0;
    return this.bestOf(scores, inRange("limit", rest.limit ?? 10, 0));
  }

  queryOf(
    documents: readonly { id: string; weight: number }[],
    options: { terms?: number; statistics?: TextStatistics } = {},
  ): TextQuery {
    const limit = inRange("terms", options.terms ?? 64, 1);
    const statistics = this.statisticsOf(options.statistics);
    const chosen = documents.map(({ id, weight }) => [this.slotNamed(id), weight] as const);
    const partOf = (kind: FeatureKind) => {
      const { starts, counts, features, amounts, labels } = this.spaces[kind];
      const counted = statistics.of(kind);
      const gathered = new Map<number, { amount: number; weight: number; label: number }>();
      for (const [slot, weight] of chosen) {
        const end = starts[slot]! + counts[slot]!;
        for (let at = starts[slot]!; at < end; at++) {
          const feature = features[at]!;
          const entry = gathered.get(feature) ?? { amount: 0, weight: 0, label: labels[at] ?? 0 };
          entry.amount += (weight * amounts[at]!) / 4;
          entry.weight += weight * logarithm(amounts[at]!) * counted.cosineWeight(feature);
          gathered.set(feature, entry);
        }
      }
      const builder = new PartBuilder();
      const heaviest = [...gathered].sort(
        ([f, a], [g, b]) => b.weight - a.weight || this.compare(kind, f, g),
      );
      for (const [feature, { amount, label }] of heaviest.slice(0, limit))
        builder.count(
          feature,
          amount,
          kind === "words" ? this.lexicon.writings.word(label) : this.name(kind, feature),
        );
      return builder.part;
    };
    return new TextQuery(this.numbering, {
      words: partOf("words"),
      bigrams: partOf("bigrams"),
      ngrams: partOf("ngrams"),
    });
  }

  explain(query: TextInput | TextQuery, id: string, options: ScoreOptions = {}): Explanation {
    const slot = this.slotNamed(id);
    const { space, part, scorer } = this.scorerOf(query, options);
    if (options.filter !== undefined && this.mask(options.filter)[slot] === 0) throw unknownDocument(id);
    const found = scoreOne(space, part, scorer, slot);
    const score = found.reduce((sum, x) => sum + x, 0);
    const byWord = new Map<string, { word: string; contribution: number }>();
    for (const [at, word, amount] of part.origins) {
      if (found[at] === 0) continue;
      const key = word.toLowerCase();
      const entry = byWord.get(key) ?? { word, contribution: 0 };
      entry.contribution += (found[at]! * amount) / part.amounts[at]!;
      byWord.set(key, entry);
    }
    const terms: TermContribution[] = [...byWord.values()]
      .map(({ word, contribution }) => ({ word, contribution, share: contribution / score }))
      .sort((a, b) => b.contribution - a.contribution || (a.word < b.word ? -1 : 1));
    return { score, terms };
  }

  /** How frequent features are among the documents that pass. */
  statistics(filter?: DocumentFilter): TextStatistics {
    if (filter === undefined) return this.statisticsOf(undefined);
    const mask = this.mask(filter).slice();
    let documents = 0;
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.idsBySlot[slot] === undefined) mask[slot] = 0;
      documents += mask[slot]!;
    }
    return new Statistics(this.spaces, { documents, revision: this.changes, slots: this.slots, mask });
  }

  /** Which slots pass, one byte each: a filter that is asked for many questions is worth keeping in this form. */
  mask(filter: DocumentFilter): Uint8Array {
    if (filter instanceof Uint8Array) {
      if (filter.length >= this.slots) return filter;
      throw new MatchingError(
        "shape",
        `The filter has ${filter.length} bytes; the index has ${this.slots} slots.`,
      );
    }
    return Uint8Array.from(this.idsBySlot, (id, slot) => (id !== undefined && filter(id, slot) ? 1 : 0));
  }

  private scorerOf(
    input: TextInput | TextQuery,
    options: ScoreOptions,
  ): { space: FeatureSpace; part: TextQuery["parts"]["words"]; scorer: Scorer } {
    const { scoring = "bm25", features = "words", k1 = 1.2, b = 0.75, k3 = 8 } = options;
    oneOf("features", features, KINDS);
    oneOf("scoring", scoring, ["bm25", "cosine"]);
    if (features === "bigrams" && !this.hasBigrams)
      throw new MatchingError("option", "This index has no bigrams; make it with bigrams: true.");
    const query = input instanceof TextQuery ? input : this.query(input);
    if (query.numbering !== this.numbering)
      throw new MatchingError(
        "conflict",
        "The question was made by another index, or before this one was compacted; make it anew.",
      );
    const part = query.parts[features];
    const counted = this.statisticsOf(options.statistics).of(features);
    const scorer =
      scoring === "bm25"
        ? bm25(part, counted, inRange("k1", k1, 0), inRange("b", b, 0, 1), inRange("k3", k3, 0))
        : cosine(part, counted);
    return { space: this.spaces[features], part, scorer };
  }

  private statisticsOf(given: TextStatistics | undefined): Statistics {
    if (given instanceof Statistics) {
      if (given.revision === this.changes) return given;
      throw new MatchingError(
        "conflict",
        "The statistics were made before documents changed; ask for them anew.",
      );
    }
    this.current ??= new Statistics(this.spaces, {
      documents: this.size,
      revision: this.changes,
      slots: this.slots,
    });
    return this.current;
  }

  private slotNamed(id: string): number {
    const slot = this.slotNumbers.get(id);
    if (slot === undefined) throw unknownDocument(id);
    return slot;
  }

  private insert({ id, fields, language }: TextDocument): void {
    const texts = textsOf(this.fields, fields);
    if (language !== undefined) oneOf("language", language, LANGUAGES);
    const slot = this.free.pop() ?? this.idsBySlot.length;
    for (const kind of KINDS) this.spaces[kind].begin();
    this.reader.read(texts, { told: language, otherwise: this.language });
    for (const kind of KINDS) this.spaces[kind].finish(slot);
    this.slotNumbers.set(id, slot);
    this.idsBySlot[slot] = id;
    this.changed();
  }

  private changed() {
    this.changes++;
    this.current = undefined;
  }

  /** A feature by what it stands for, which is the same however the index came about. */
  private name(kind: FeatureKind, feature: number): string {
    if (kind === "words") return this.lexicon.stems.word(feature);
    if (kind === "ngrams") return ngramText(this.lexicon.ngramTable.pair(feature)[0]);
    const [a, b] = this.bigramTable.pair(feature);
    return `${this.lexicon.stems.word(a)} ${this.lexicon.stems.word(b)}`;
  }

  private compare(kind: FeatureKind, f: number, g: number): number {
    return this.name(kind, f) < this.name(kind, g) ? -1 : 1;
  }
}

const unknownDocument = (id: string) =>
  new MatchingError("unknown", `There is no document "${id}" in the index.`);
