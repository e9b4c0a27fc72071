import fc from "fast-check";
import { expect, it } from "vitest";
import { EdgeSet } from "./edge-set.ts";

it("knows which pairs came and did not go", () => {
  const step = fc.record({ a: fc.nat(5), b: fc.nat(5), come: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const pairs = new EdgeSet(36);
      const expected = new Set<string>();
      for (const { a, b, come } of steps) {
        if (come) pairs.add(a, b);
        else pairs.delete(a, b);
        if (come) expected.add(`${a} ${b}`);
        else expected.delete(`${a} ${b}`);
      }
      for (let a = 0; a < 6; a++)
        for (let b = 0; b < 6; b++) expect(pairs.has(a, b)).toBe(expected.has(`${a} ${b}`));
    }),
    { numRuns: 100 },
  );
});
