import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productSpace, proximity, thresholdNetwork } from "./index.ts";
import { binaryTable } from "./testing.ts";

const related = [
  [0, 0.9, 0.5, 0.3],
  [0.9, 0, 0.8, 0.2],
  [0.5, 0.8, 0, 0.1],
  [0.3, 0.2, 0.1, 0],
];

describe("the product space", () => {
  it("holds the strongest tree and then the strongest others", () => {
    const { edges, averageDegree, notes } = productSpace(related, { averageDegree: 2 });
    expect(edges).toEqual([
      { from: 0, to: 1, weight: 0.9, tree: true },
      { from: 1, to: 2, weight: 0.8, tree: true },
      { from: 0, to: 3, weight: 0.3, tree: true },
      { from: 0, to: 2, weight: 0.5, tree: false },
    ]);
    expect(averageDegree).toBe(2);
    expect(notes).toEqual([]);
  });

  it("keeps the whole tree however few edges are wanted", () => {
    expect(productSpace(related, { averageDegree: 0 }).edges.map((edge) => edge.tree)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("has no more edges than there are relations", () => {
    expect(productSpace(related).edges).toHaveLength(6);
    expect(productSpace(related).averageDegree).toBe(3);
  });

  it("says so where it falls into parts", () => {
    const { edges, notes } = productSpace([
      [0, 0.5, 0],
      [0.5, 0, Number.NaN],
      [0, Number.NaN, 0],
    ]);
    expect(edges).toEqual([{ from: 0, to: 1, weight: 0.5, tree: true }]);
    expect(notes).toEqual([
      { code: "disconnected", text: "The relations fall into 2 parts; the tree is a forest." },
    ]);
  });

  it("takes the stronger direction where there are two", () => {
    expect(
      productSpace([
        [0, 0.2],
        [0.7, 0],
      ]).edges,
    ).toEqual([{ from: 0, to: 1, weight: 0.7, tree: true }]);
    expect(
      productSpace([
        [0, 0.7],
        [Number.NaN, 0],
      ]).edges,
    ).toEqual([{ from: 0, to: 1, weight: 0.7, tree: true }]);
  });

  it("of nothing is empty", () => {
    expect(productSpace([])).toEqual({ edges: [], averageDegree: 0, notes: [] });
  });

  it("refuses a degree that cannot be", () => {
    expect(() => productSpace(related, { averageDegree: -1 })).toThrow("An average degree of -1");
  });

  it("has a tree as heavy as the greedy one", () => {
    fc.assert(
      fc.property(binaryTable(8), (table) => {
        const phi = proximity(table);
        const tree = productSpace(phi, { averageDegree: 0 }).edges;
        const weight = tree.reduce((total, edge) => total + edge.weight, 0);
        expect(weight).toBeCloseTo(greedyTree(thresholdNetwork(phi, 0), phi.rows), 10);
      }),
    );
  });
});

it("a threshold network holds all from the threshold on, the strongest first", () => {
  expect(thresholdNetwork(related, 0.5).map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
    [0, 2],
  ]);
  expect(
    thresholdNetwork(
      [
        [0, 0],
        [0, 0],
      ],
      0,
    ),
  ).toEqual([]);
});

/** Kruskal's algorithm: the strongest edge that joins two parts, again and again. */
function greedyTree(edges: { from: number; to: number; weight: number }[], n: number): number {
  const part = Array.from({ length: n }, (_, i) => i);
  let total = 0;
  for (const { from, to, weight } of edges) {
    const [one, other] = [part[from]!, part[to]!];
    if (one === other) continue;
    total += weight;
    part.forEach((p, i) => {
      if (p === other) part[i] = one;
    });
  }
  return total;
}
