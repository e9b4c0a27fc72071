import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../graph/index.ts";
import {
  adjustedRandIndex,
  normalisedMutualInformation,
  participationCoefficient,
  variationOfInformation,
  withinModuleDegree,
} from "./index.ts";

const graph = Graph.from({
  nodes: 5,
  edges: [[0, 1, 3], [0, 2, 1], [0, 3, 2], [1, 2, 4], [3, 3, 9]], // biome-ignore format: one line
});
const communities = ["a", "a", "b", "c", "c"];

describe("participation", () => {
  it("is one less the squared shares of communities", () => {
    const expected = [1 - (9 + 1 + 4) / 36, 1 - (9 + 16) / 49, 0, 0, 0];
    expect([...participationCoefficient(graph, communities)]).toEqual(
      expected.map((x) => expect.closeTo(x, 14)),
    );
    const plain = participationCoefficient(graph, communities, { weighted: false });
    expect(plain[0]).toBeCloseTo(1 - 3 / 9, 14);
  });

  it("of directed graphs looks at the side asked for", () => {
    const directed = Graph.from({ nodes: 3, edges: [[0, 1], [2, 0], [0, 2]], directed: true }); // biome-ignore format: one line
    const of = [0, 0, 1];
    expect(participationCoefficient(directed, of, { direction: "out" })[0]).toBe(0.5);
    expect(participationCoefficient(directed, of, { direction: "in" })[0]).toBe(0);
    expect(participationCoefficient(directed, of)[0]).toBeCloseTo(1 - (1 + 4) / 9, 14);
  });
});

describe("within-module degree", () => {
  it("standardises ties inside a community", () => {
    const star = Graph.from({ nodes: 5, edges: [[0, 1], [0, 2], [0, 3], [3, 4]] }); // biome-ignore format: one line
    const z = withinModuleDegree(star, [0, 0, 0, 0, 1]);
    // Ties inside 3, 1, 1, 1: mean 1.5, deviation √0.75.
    expect(z[0]).toBeCloseTo(1.5 / Math.sqrt(0.75), 14);
    expect(z[3]).toBeCloseTo(-0.5 / Math.sqrt(0.75), 14);
    expect(z[4]).toBeNaN();
  });
});

const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 12 });

describe("the comparison of two divisions", () => {
  it("agrees with scikit-learn's documented examples", () => {
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.5714285714285714, 12);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714285714285714, 12);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(normalisedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(normalisedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
  });

  it("counts pairs, for the adjusted Rand index, as the definition does", () => {
    fc.assert(
      fc.property(labels, (both) => {
        let [together, inA, inB, all] = [0, 0, 0, 0];
        for (let i = 0; i < both.length; i++)
          for (let j = 0; j < i; j++) {
            const a = both[i]![0] === both[j]![0];
            const b = both[i]![1] === both[j]![1];
            all++;
            if (a) inA++;
            if (b) inB++;
            if (a && b) together++;
          }
        const expected = (inA * inB) / all;
        const most = (inA + inB) / 2;
        const found = adjustedRandIndex(
          both.map(([a]) => a),
          both.map(([, b]) => b),
        );
        expect(found).toBeCloseTo(most === expected ? 1 : (together - expected) / (most - expected), 10);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same whichever division comes first and however groups are called", () => {
    fc.assert(
      fc.property(labels, (both) => {
        const a = both.map(([x]) => x);
        const b = both.map(([, y]) => y);
        const named = b.map((y) => `group ${9 - y}`);
        for (const by of ["arithmetic", "geometric", "max", "min"] as const) {
          const nmi = normalisedMutualInformation(a, b, { by });
          expect(normalisedMutualInformation(named, a, { by })).toBeCloseTo(nmi, 12);
          expect(nmi).toBeGreaterThanOrEqual(0);
          expect(normalisedMutualInformation(a, a, { by })).toBeCloseTo(1, 12);
        }
        expect(variationOfInformation(a, named)).toBeCloseTo(variationOfInformation(b, a), 12);
        expect(variationOfInformation(a, a)).toBeCloseTo(0, 12);
        expect(variationOfInformation(a, b)).toBeLessThanOrEqual(Math.log(a.length) + 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out what is unknown to either", () => {
    expect(adjustedRandIndex([0, 0, 1, null], [5, 5, 6, 5])).toBe(1);
    expect(normalisedMutualInformation([Number.NaN], [1])).toBeNaN();
    expect(variationOfInformation([], [])).toBeNaN();
    expect(adjustedRandIndex([1], [1])).toBeNaN();
    expect(() => adjustedRandIndex([1], [1, 2])).toThrow(/1 things, the other of 2/);
  });

  it("knows four normalisers by hand", () => {
    // A: 2 and 2, entropy ln 2; B: 2, 1, 1, entropy 1.5 ln 2; B refines A, so they share ln 2.
    const a = [0, 0, 1, 1];
    const b = [0, 0, 1, 2];
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(1 / 1.25, 12);
    expect(normalisedMutualInformation(a, b, { by: "geometric" })).toBeCloseTo(1 / Math.sqrt(1.5), 12);
    expect(normalisedMutualInformation(a, b, { by: "max" })).toBeCloseTo(1 / 1.5, 12);
    expect(normalisedMutualInformation(a, b, { by: "min" })).toBeCloseTo(1, 12);
    expect(variationOfInformation(a, b)).toBeCloseTo(0.5 * Math.LN2, 12);
  });
});
