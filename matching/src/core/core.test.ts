import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { best } from "./best.ts";
import { inRange, oneOf } from "./check.ts";
import { PairTable } from "./pair-table.ts";
import { WordTable } from "./word-table.ts";

describe("the best of many", () => {
  it("are those that sorting all would give", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 5 })), fc.nat(12), (values, limit) => {
        const sorted = [...values.keys()]
          .filter((at) => values[at]! > 0)
          .sort((a, b) => values[b]! - values[a]! || b - a);
        expect(best(values, limit, (a, b) => a > b)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});

describe("a table of pairs", () => {
  it("numbers them in the order in which they come", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 1, 2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 100 }), (pairs) => {
        const table = new PairTable();
        const numbers = new Map<string, number>();
        for (const [a, b] of pairs) {
          const key = `${a} ${b}`;
          if (!numbers.has(key)) {
            expect(table.find(a, b)).toBe(-1);
            numbers.set(key, numbers.size);
          }
          expect(table.take(a, b)).toBe(numbers.get(key));
        }
        for (const [a, b] of pairs) {
          expect(table.find(a, b)).toBe(numbers.get(`${a} ${b}`));
          expect(table.pair(table.find(a, b))).toEqual([a, b]);
        }
      }),
    );
  });
});

describe("a table of words", () => {
  it("numbers them in the order in which they come, and gives them back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }), { maxLength: 400 }),
        (words) => {
          const table = new WordTable();
          const different = [...new Set(words)];
          expect(words.map((word) => table.takeWord(word))).toEqual(
            words.map((word) => different.indexOf(word)),
          );
          expect(different.map((_, n) => table.word(n))).toEqual(different);
          expect(different.map((word) => table.findWord(word))).toEqual([...different.keys()]);
          expect(table.findWord("not among them")).toBe(-1);
        },
      ),
    );
  });
});

describe("a check", () => {
  it("says what can be", () => {
    expect(() => oneOf("scoring", "dot", ["bm25", "cosine"])).toThrow(
      'The option scoring is "dot"; it can be bm25, cosine.',
    );
    expect(() => inRange("b", 2, 0, 1)).toThrow("b is 2; it has to be between 0 and 1.");
    expect(() => inRange("limit", Number.NaN, 0)).toThrow("limit is NaN; it has to be at least 0.");
    expect(inRange("k3", Number.POSITIVE_INFINITY, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
