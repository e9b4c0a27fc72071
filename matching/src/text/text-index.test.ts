import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDocument, aQuestion } from "./testing.ts";
import { TextIndex } from "./text-index.ts";
import type { FeatureKind, ScoreOptions, TextDocument, TextInput } from "./types.ts";

const KINDS: FeatureKind[] = ["words", "bigrams", "ngrams"];
const SCORES: ScoreOptions[] = KINDS.flatMap((features) => [
  { features, scoring: "bm25" },
  { features, scoring: "cosine" },
]);

const built = (documents: Iterable<TextDocument>) => {
  const index = new TextIndex({ bigrams: true });
  for (const document of documents) index.add(document);
  return index;
};

/** All that an index says about a question, without slots: they depend on the order of arrival. */
const said = (index: TextIndex, question: TextInput) =>
  SCORES.map((options) =>
    index
      .search(question, { ...options, limit: 100 })
      .map(({ id, score }) => [id, score, index.explain(question, id, options)]),
  );

const some = built([
  { id: "stack", fields: { title: "Fuel cell stacks", body: "Hydrogen drives for ferries. Made by hand." } },
  { id: "ferry", fields: { title: "Ferries on inland waters", keywords: "hydrogen, ship design" } },
  { id: "depot", fields: { title: "Ladestrom für Busse", body: "Ein Depot mit Wasserstoffspeicher." } },
  { id: "port", fields: { title: "Порт и водород", body: "Хранение водорода в порту." } },
]);

describe("a text index", () => {
  it("says the same as one built anew, whatever was added, replaced and removed before", () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: aDocument.map((document) => ({ put: document })) },
      aDocument.map(({ id }) => ({ remove: id })),
      fc.constant("ask" as const),
      { weight: 1, arbitrary: fc.constant("compact" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), aQuestion, (steps, question) => {
        const index = new TextIndex({ bigrams: true });
        const there = new Map<string, TextDocument>();
        for (const step of steps) {
          if (step === "ask") index.search(question);
          else if (step === "compact") index.compact();
          else if ("put" in step) {
            index.put(step.put);
            there.set(step.put.id, step.put);
          } else expect(index.remove(step.remove)).toBe(there.delete(step.remove));
        }
        const anew = built(there.values());
        expect([...index.ids()].sort()).toEqual([...there.keys()].sort());
        expect(said(index, question)).toEqual(said(anew, question));
        expect(index.serialise()).toEqual(anew.serialise());
      }),
      { numRuns: 150 },
    );
  });

  it("says the same when its main postings are full of documents that have left", () => {
    const document = (n: number, round: number): TextDocument => ({
      id: `d${n}`,
      fields: { title: `hydrogen ${n % 7} ship${n % 13}`, body: `round${round} battery${(n * round) % 11}` },
    });
    const index = new TextIndex();
    for (let n = 0; n < 900; n++) index.put(document(n, 1));
    index.search("hydrogen");
    for (let n = 0; n < 300; n += 2) index.put(document(n, 2));
    for (let n = 300; n < 500; n++) index.remove(`d${n}`);
    const anew = new TextIndex();
    for (let n = 899; n >= 0; n--)
      if (n < 300 || n >= 500) anew.add(document(n, n < 300 && n % 2 === 0 ? 2 : 1));
    for (const scoring of ["bm25", "cosine"] as const) {
      const top = (of: TextIndex) =>
        of
          .search("hydrogen ship3 battery4 round2", { scoring, limit: 1000 })
          .map(({ id, score }) => [id, score]);
      expect(top(index)).toEqual(top(anew));
      expect(top(index)).toHaveLength(700);
    }
  });

  it("gives the score that its explanation adds up to", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aDocument, { selector: ({ id }) => id }),
        aQuestion,
        (documents, question) => {
          const index = built(documents);
          for (const options of SCORES) {
            const query = index.query(question);
            for (const { id, score } of index.search(query, options)) {
              const explained = index.explain(query, id, options);
              expect(explained.score).toBe(score);
              expect(explained.terms.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
                score,
                9,
              );
              expect(explained.terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has cosines between 0 and 1, and 1 for a document and its own text", () => {
    fc.assert(
      fc.property(fc.uniqueArray(aDocument, { selector: ({ id }) => id, minLength: 1 }), (documents) => {
        const index = built(documents);
        for (const features of KINDS)
          for (const { id, fields } of documents) {
            const scores = index.scores(fields, { features, scoring: "cosine" });
            const own = scores[index.slotOf(id)]!;
            if (own > 0) expect(own).toBeCloseTo(1, 9);
            for (const score of scores) expect(score).toBeLessThan(1 + 1e-9);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("has the BM25 of the formula", () => {
    const index = built([
      { id: "one", fields: { body: "hydrogen hydrogen ship" } },
      { id: "two", fields: { body: "ship yard" } },
      { id: "three", fields: { body: "bakery" } },
    ]);
    const idf = (n: number) => Math.log(1 + (3 - n + 0.5) / (n + 0.5));
    const saturated = (f: number, length: number) => (f * 2.2) / (f + 1.2 * (0.25 + (0.75 * length) / 2));
    const [first, second] = index.search("hydrogen ship");
    expect(first).toMatchObject({ id: "one" });
    expect(first!.score).toBeCloseTo(idf(1) * saturated(2, 3) + idf(2) * saturated(1, 3), 12);
    expect(second).toMatchObject({ id: "two" });
    expect(second!.score).toBeCloseTo(idf(2) * saturated(1, 2), 12);
  });

  it("counts a word of the title as often as its weight says", () => {
    const index = new TextIndex({ fields: { title: { weight: 2.5 }, body: {} } });
    index.add({ id: "a", fields: { title: "turbine" } });
    expect([...index.rows().amounts]).toEqual([2.5]);
  });

  it("finds words in other forms, in four languages", () => {
    expect(some.search("ferry")[0]).toMatchObject({ id: "ferry" });
    expect(some.search("Ladeströme für Bus").map(({ id }) => id)).toContain("depot");
    expect(some.search("водородом").map(({ id }) => id)).toEqual(["port"]);
  });

  it("finds the parts of a compound by n-grams, and names the word that was asked for", () => {
    const index = built([
      { id: "store", fields: { title: "Wasserstoffspeicher" } },
      { id: "bus", fields: { title: "Busse" } },
    ]);
    expect(index.search("Speicher")).toEqual([]);
    const options: ScoreOptions = { features: "ngrams", scoring: "cosine" };
    expect(index.search("ein Speicher", options).map(({ id }) => id)).toEqual(["store"]);
    expect(index.explain("ein Speicher", "store", options).terms.map(({ word }) => word)).toEqual([
      "Speicher",
    ]);
  });

  it("tells neighbours from words that stand apart", () => {
    const pairs = (question: string) => some.search(question, { features: "bigrams" }).map(({ id }) => id);
    expect(pairs("fuel cell")).toEqual(["stack"]);
    expect(pairs("ferries made")).toEqual([]);
    expect(pairs("drives for ferries")).toEqual(["stack"]);
  });

  it("says words as the question writes them", () => {
    const { terms } = some.explain("HYDROGEN-powered Ferry", "stack");
    expect(terms.map(({ word }) => word).sort()).toEqual(["Ferry", "HYDROGEN-powered"]);
  });

  it("says what a document is about in its own words", () => {
    expect(some.terms("ferry", { limit: 2 }).map(({ word }) => word)).toEqual(["inland", "waters"]);
  });

  it("finds documents like another", () => {
    expect(some.similar("stack")[0]).toMatchObject({ id: "ferry" });
    expect(some.similar("stack").map(({ id }) => id)).not.toContain("stack");
  });

  it("lets documents widen a question", () => {
    const wide = some.query("stacks").plus(some.queryOf([{ id: "stack", weight: 1 }], { terms: 12 }), 0.5);
    expect(some.search("stacks").map(({ id }) => id)).toEqual(["stack"]);
    expect(some.search(wide).map(({ id }) => id)).toEqual(["stack", "ferry"]);
  });

  it("knows how much a word says", () => {
    expect(some.frequency("hydrogens")).toBe(2);
    expect(some.idf("hydrogen")).toBeCloseTo(Math.log(5 / 3) + 1, 12);
    expect(some.idf("unheard")).toBeCloseTo(Math.log(5) + 1, 12);
    expect(some.idf("the")).toBe(0);
    expect(some.frequency("für", { language: "de" })).toBe(0);
  });

  it("gives its documents as rows", () => {
    const rows = some.rows("words");
    expect(rows.slots).toEqual(Uint32Array.of(0, 1, 2, 3));
    expect(rows.offsets[4]).toBe(rows.features.length);
    expect(Math.max(...rows.features)).toBeLessThan(rows.size);
    expect(rows.amounts.subarray(0, 3)).toEqual(Float32Array.of(3, 3, 3));
  });

  it("keeps nothing of a question", () => {
    const before = some.bytes;
    some.search("never seen words about zeppelins");
    expect(some.frequency("zeppelin")).toBe(0);
    expect(some.bytes).toBe(before);
    expect(some.query("zeppelin").isEmpty).toBe(true);
  });
});

describe("what the asker may not see", () => {
  it("appears in no hit, and takes no place from what may be seen", () => {
    const filter = (id: string) => id !== "stack";
    expect(some.search("hydrogen ferry", { filter, limit: 1 }).map(({ id }) => id)).toEqual(["ferry"]);
    expect(some.search("hydrogen ferry", { filter: some.mask(filter) })).toEqual(
      some.search("hydrogen ferry", { filter }),
    );
    expect(some.similar("ferry", { filter }).map(({ id }) => id)).not.toContain("stack");
  });

  it("is not there for explanations either", () => {
    const hidden = { filter: (id: string) => id !== "stack" };
    expect(() => some.explain("hydrogen", "stack", hidden)).toThrow(
      'There is no document "stack" in the index.',
    );
    expect(() => some.similar("stack", hidden)).toThrow('There is no document "stack" in the index.');
  });

  it("leaves scores as they are without it, given statistics of what passes", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aDocument, { selector: ({ id }) => id }),
        fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e", "f")),
        aQuestion,
        (documents, hidden, question) => {
          const filter = (id: string) => !hidden.includes(id);
          const all = built(documents);
          const seen = built(documents.filter(({ id }) => filter(id)));
          const statistics = all.statistics(filter);
          expect(statistics.documents).toBe(seen.size);
          for (const options of SCORES) {
            const top = (index: TextIndex, more: ScoreOptions) =>
              index.search(question, { ...options, ...more }).map(({ id, score }) => [id, score]);
            expect(top(all, { filter, statistics })).toEqual(top(seen, {}));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("an index refuses", () => {
  const index = () => built([{ id: "a", fields: { title: "ship" } }]);

  it.each([
    ["a document that is there", () => index().add({ id: "a", fields: {} }), "duplicate"],
    ["a field it does not have", () => index().put({ id: "a", fields: { text: "ship" } }), "unknown"],
    ["a question with such a field", () => index().search({ text: "ship" }), "unknown"],
    [
      "a language without stemmer",
      () => index().put({ id: "a", fields: {}, language: "fr" as never }),
      "option",
    ],
    ["bigrams it does not have", () => new TextIndex().search("ship", { features: "bigrams" }), "option"],
    ["a kind of score there is not", () => index().search("ship", { scoring: "dot" as never }), "option"],
    ["a weight below a quarter", () => new TextIndex({ fields: { title: { weight: 0 } } }), "number"],
    ["no fields", () => new TextIndex({ fields: {} }), "option"],
    ["a filter that is too short", () => index().search("ship", { filter: new Uint8Array(0) }), "shape"],
    ["b beyond 1", () => index().search("ship", { b: 2 }), "number"],
    ["documents it does not have", () => index().similar("b"), "unknown"],
    ["a question of another index", () => index().search(index().query("ship")), "conflict"],
  ])("%s", (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ name: "MatchingError", code }));
  });

  it("statistics and questions that are out of date", () => {
    const mine = index();
    const statistics = mine.statistics(() => true);
    const query = mine.query("ship");
    mine.put({ id: "b", fields: { title: "ship" } });
    expect(mine.search(query)).toHaveLength(2);
    expect(() => mine.search("ship", { statistics })).toThrow(/before documents changed/);
    const asked = mine.queryOf([{ id: "b", weight: 1 }]);
    expect(mine.search(asked)).toHaveLength(2);
    mine.remove("a");
    expect(mine.search(asked)).toHaveLength(1);
    expect(() => mine.search(asked, { features: "ngrams" })).toThrow(/Documents have changed/);
    mine.compact();
    expect(() => mine.search(query)).toThrow(/make it anew/);
  });

  it("a new version of a document without losing the old", () => {
    const mine = index();
    expect(() => mine.put({ id: "a", fields: { text: "yard" } })).toThrow();
    expect(mine.search("ship")).toHaveLength(1);
  });
});
