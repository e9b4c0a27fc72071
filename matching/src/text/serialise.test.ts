import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDocument, aQuestion } from "./testing.ts";
import { TextIndex } from "./text-index.ts";
import type { TextDocument } from "./types.ts";

const built = (documents: readonly TextDocument[], bigrams: boolean) => {
  const index = new TextIndex({
    fields: { title: { weight: 2.25, ngrams: true }, keywords: {}, body: {} },
    language: "de",
    bigrams,
  });
  for (const document of documents) index.add(document);
  return index;
};
const documents = fc.uniqueArray(aDocument, { selector: ({ id }) => id });

describe("an index as bytes", () => {
  it("comes back with the same scores to the last digit, and goes on from there", () => {
    fc.assert(
      fc.property(documents, fc.boolean(), aQuestion, (some, bigrams, question) => {
        const index = built(some, bigrams);
        const back = TextIndex.parse(index.serialise());
        const next: TextDocument = {
          id: "next",
          fields: { title: "Wasserstoff für Schiffe", body: question },
        };
        for (const each of [index, back]) each.add(next);
        for (const features of bigrams
          ? (["words", "bigrams", "ngrams"] as const)
          : (["words", "ngrams"] as const))
          for (const scoring of ["bm25", "cosine"] as const) {
            const scores = (of: TextIndex) =>
              of.search({ title: question }, { features, scoring }).map(({ id, score }) => [id, score]);
            expect(scores(back)).toEqual(scores(index));
          }
        expect(back.serialise()).toEqual(index.serialise());
      }),
      { numRuns: 100 },
    );
  });

  it("is the same for the same documents in any order", () => {
    fc.assert(
      fc.property(documents, (some) => {
        expect(built(some.toReversed(), true).serialise()).toEqual(built(some, true).serialise());
      }),
      { numRuns: 50 },
    );
  });

  const bytes = built(
    [{ id: "a", fields: { title: "Brennstoffzelle für Fähren", body: "und Schiffe" } }],
    true,
  ).serialise();

  it("is refused whatever byte is damaged or missing", () => {
    for (let at = 5; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 + (at % 255);
      expect(() => TextIndex.parse(damaged)).toThrow(expect.objectContaining({ code: "format" }));
      expect(() => TextIndex.parse(bytes.subarray(0, at))).toThrow(
        expect.objectContaining({ code: "format" }),
      );
    }
  });

  it("is refused in a version that is not known, and where it is something else", () => {
    const later = bytes.slice();
    later[4] = 2;
    expect(() => TextIndex.parse(later)).toThrow(expect.objectContaining({ code: "version" }));
    expect(() => TextIndex.parse(new TextEncoder().encode("{}"))).toThrow(/no text index/);
    expect(() => TextIndex.parse(new Uint8Array())).toThrow(/no text index/);
  });

  it("may lie anywhere in a larger buffer", () => {
    const around = new Uint8Array(bytes.length + 7);
    around.set(bytes, 3);
    expect(TextIndex.parse(around.subarray(3, 3 + bytes.length)).size).toBe(1);
  });
});
