import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../../graph/graph.ts";
import { aGraph } from "../../graph/testing.ts";
import { bipartiteClustering, robinsAlexanderClustering } from "./bipartite.ts";
import { averageClustering, localClustering, transitivity } from "./local.ts";
import { triangles } from "./triangles.ts";
import { weightedClustering } from "./weighted.ts";

const around = (graph: Graph, v: number) => [...graph.neighbours(v)].filter((w) => w !== v);
const pairs = (list: number[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
const weight = (graph: Graph, a: number, b: number) => {
  const k = graph.neighbours(a).indexOf(b);
  return k < 0 ? 0 : graph.out.weights[graph.out.starts[a]! + k]!;
};

describe("clustering", () => {
  it("is the share of joined pairs of neighbours", () => {
    fc.assert(
      fc.property(aGraph({ most: 8, edges: 24 }), (given) => {
        const graph = given.undirected();
        const joined = Array.from({ length: graph.size }, (_, v) =>
          pairs(around(graph, v)).filter(([a, b]) => graph.leads(a, b)),
        );
        const all = Array.from({ length: graph.size }, (_, v) => pairs(around(graph, v)).length);
        expect([...triangles(given)]).toEqual(joined.map((list) => list.length));
        const local = joined.map((list, v) => (all[v]! > 0 ? list.length / all[v]! : 0));
        expect([...localClustering(given)]).toEqual(local.map((x) => expect.closeTo(x, 14)));
        expect(averageClustering(given)).toBeCloseTo(local.reduce((a, b) => a + b, 0) / graph.size, 13);
        const closed = joined.reduce((total, list) => total + list.length, 0);
        const total = all.reduce((a, b) => a + b, 0);
        if (total > 0) expect(transitivity(given)).toBeCloseTo(closed / total, 13);
        else expect(transitivity(given)).toBeNaN();
      }),
      { numRuns: 60 },
    );
  });

  it("weighs triangles as Onnela and Barrat do", () => {
    fc.assert(
      fc.property(aGraph({ most: 8, edges: 24 }), (given) => {
        const graph = given.undirected();
        const most = Math.max(...[...graph.weights].filter((_, e) => graph.from[e] !== graph.to[e]));
        const onnela = weightedClustering(given);
        const barrat = weightedClustering(given, { definition: "barrat" });
        for (let v = 0; v < graph.size; v++) {
          const near = around(graph, v);
          const k = near.length;
          const s = near.reduce((total, w) => total + weight(graph, v, w), 0);
          let intensity = 0;
          let share = 0;
          for (const [a, b] of pairs(near)) {
            const three = [weight(graph, v, a), weight(graph, v, b), weight(graph, a, b)].map(
              (w) => w / most,
            );
            intensity += 2 * Math.cbrt(three[0]! * three[1]! * three[2]!);
            if (graph.leads(a, b)) share += weight(graph, v, a) + weight(graph, v, b);
          }
          expect(onnela[v]).toBeCloseTo(k > 1 ? intensity / (k * (k - 1)) : 0, 12);
          expect(barrat[v]).toBeCloseTo(k > 1 ? share / (s * (k - 1)) : 0, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves lone nodes out when asked", () => {
    const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0]] }); // biome-ignore format: one ring
    expect([...localClustering(graph, { lone: "nan" })]).toEqual([1, 1, 1, Number.NaN]);
    expect(averageClustering(graph, { lone: "nan" })).toBe(1);
    expect(averageClustering(graph)).toBe(0.75);
    expect(averageClustering(Graph.from({ nodes: 0, edges: [] }))).toBeNaN();
    expect(() => weightedClustering(graph, { definition: "x" as never })).toThrow("The option definition");
  });
});

describe("clustering of two modes", () => {
  const graph = Graph.bipartite([
    [1, 1, 0],
    [1, 1, 1],
    [0, 0, 1],
    [0, 0, 0],
  ]);

  it("is the mean overlap with those two steps away", () => {
    // Row 0 shares two of three columns with row 1; row 1 shares one of three with row 2.
    expect([...bipartiteClustering(graph)].slice(0, 4)).toEqual([2 / 3, (2 / 3 + 1 / 3) / 2, 1 / 3, 0]);
    expect([...bipartiteClustering(graph, { mode: "min" })].slice(0, 3)).toEqual([1, 1, 1]);
    expect([...bipartiteClustering(graph, { mode: "max" })].slice(0, 3)).toEqual([
      2 / 3,
      (2 / 3 + 1 / 3) / 2,
      1 / 3,
    ]);
  });

  it("is the share of closed paths of three edges", () => {
    // Edges (row, column) with (k - 1)(k - 1): four in the ring with 1, 1, 2, 2, row 1 to column 2 with 2, the last 0.
    expect(robinsAlexanderClustering(graph)).toBeCloseTo(4 / 8, 14);
    expect(robinsAlexanderClustering(Graph.bipartite([[1]]))).toBeNaN();
  });

  it("refuses graphs with an odd ring", () => {
    const ring = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2], [2, 0]] }); // biome-ignore format: one ring
    expect(() => bipartiteClustering(ring)).toThrow(/not bipartite/);
    expect(() => robinsAlexanderClustering(ring)).toThrow(/not bipartite/);
    expect(() => bipartiteClustering(graph, { mode: "x" as never })).toThrow("The option mode");
  });
});
