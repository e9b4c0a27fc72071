import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Vectors } from "./vectors.ts";

const model = { id: "small", dimensions: 3 };
const vector = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: -9, max: 9 }),
  fc.integer({ min: -9, max: 9 }),
);

describe("vectors of documents", () => {
  it("are found in the order of their cosine, whatever was put and removed before", () => {
    const step = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(vector));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), vector, (steps, asked) => {
        const vectors = new Vectors(model);
        const there = new Map<string, number[]>();
        for (const [id, numbers] of steps) {
          if (numbers) {
            vectors.put(id, numbers);
            there.set(id, numbers);
          } else expect(vectors.remove(id)).toBe(there.delete(id));
        }
        expect(vectors.size).toBe(there.size);
        const cosine = (a: number[], b: number[]) =>
          a.reduce((sum, x, k) => sum + x * b[k]!, 0) / Math.hypot(...a) / Math.hypot(...b);
        const found = vectors.cosines(asked);
        for (const [id, numbers] of there) expect(found.get(id)).toBeCloseTo(cosine(asked, numbers), 5);
        const hits = vectors.search(asked, { limit: 3 });
        expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });

  it("leave out what does not pass", () => {
    const vectors = new Vectors(model);
    vectors.put("a", [1, 0, 0]);
    vectors.put("b", [1, 1, 0]);
    expect(vectors.search([1, 0, 0], { filter: (id) => id !== "a" }).map(({ id }) => id)).toEqual(["b"]);
    expect([...vectors.cosines([1, 0, 0], (id) => id !== "a").keys()]).toEqual(["b"]);
  });

  it.each([
    ["of another length", [1, 2], "shape"],
    ["without direction", [0, 0, 0], "number"],
    ["that is not finite", [Number.NaN, 1, 1], "number"],
  ])("refuse one %s", (_, numbers, code) => {
    expect(() => new Vectors(model).put("a", numbers)).toThrow(expect.objectContaining({ code }));
  });

  it("refuse to compare what is not there", () => {
    expect(() => new Vectors(model).cosine("a", "b")).toThrow('There is no vector of "a".');
  });
});
