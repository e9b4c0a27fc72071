import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { karate } from "../communities/karate.testing.ts";
import { Graph } from "../graph/index.ts";
import { aGraph } from "../graph/testing.ts";
import {
  barabasiAlbert,
  bipartiteProjection,
  disparityFilter,
  evaluateLinks,
  likelyLinks,
  linkScores,
  maximumSpanningTree,
  nullModel,
  resourceProjection,
  rewire,
  richClub,
  robustness,
  simmelianStrength,
} from "./index.ts";

const presence = [[1, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 1], [1, 1, 1, 0]]; // biome-ignore format: one line
const listed = (graph: Graph) => Array.from(graph.weights, (w, e) => [graph.from[e], graph.to[e], w]);
const degrees = (graph: Graph, ends: readonly Int32Array[]) => {
  const count = new Array<number>(graph.size).fill(0);
  for (const list of ends) for (const v of list) count[v]!++;
  return count;
};

describe("rewiring", () => {
  it("keeps every degree, the number of edges, and adds neither self-loops nor parallel edges", () => {
    fc.assert(
      fc.property(aGraph({ most: 8, edges: 20 }), fc.integer(), (graph, seed) => {
        const other = rewire(graph, { seed });
        expect(other.edgeCount).toBe(graph.edgeCount);
        if (graph.directed) {
          expect(degrees(other, [other.from])).toEqual(degrees(graph, [graph.from]));
          expect(degrees(other, [other.to])).toEqual(degrees(graph, [graph.to]));
        } else expect(degrees(other, [other.from, other.to])).toEqual(degrees(graph, [graph.from, graph.to]));
        const loops = (g: Graph) => g.from.filter((v, e) => v === g.to[e]).length;
        expect(loops(other)).toBe(loops(graph));
        expect([...other.weights].sort()).toEqual([...graph.weights].sort());
        expect(listed(rewire(graph, { seed }))).toEqual(listed(other));
      }),
      { numRuns: 60 },
    );
  });

  it("reaches every graph of the same degrees about equally often", () => {
    // Degrees 2, 2, 2, 2, 2: the twelve rings of five nodes.
    const ring = Graph.from({ nodes: 5, edges: [[0, 1], [1, 2], [2, 3], [3, 4], [4, 0]] }); // biome-ignore format: one line
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 1_200; seed++) {
      const graph = rewire(ring, { seed, swapsPerEdge: 20 });
      const key = listed(graph)
        .map(([a, b]) => [a!, b!].sort().join("-"))
        .sort()
        .join(" ");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(12);
    expect(Math.min(...seen.values())).toBeGreaterThan(60);
    expect(Math.max(...seen.values())).toBeLessThan(150);
  });

  it("keeps a two-mode graph two-mode", () => {
    const graph = rewire(Graph.bipartite(presence), { seed: 4 });
    expect(Math.max(...graph.from)).toBeLessThan(4);
    expect(Math.min(...graph.to)).toBeGreaterThanOrEqual(4);
  });
});

describe("a graph grown by preferential attachment", () => {
  it("has its ties, no parallel ones, and hubs among the eldest", () => {
    const graph = barabasiAlbert(2_000, 3, { seed: 4 });
    expect(graph.edgeCount).toBe((2_000 - 3) * 3);
    const degree = degrees(graph, [graph.from, graph.to]);
    expect(Math.min(...degree.slice(4))).toBe(3);
    const eldest = degree.slice(0, 100).reduce((a, b) => a + b, 0) / 100;
    expect(eldest).toBeGreaterThan(15);
    expect(listed(barabasiAlbert(2_000, 3, { seed: 4 }))).toEqual(listed(graph));
    expect(listed(barabasiAlbert(2_000, 3, { seed: 5 }))).not.toEqual(listed(graph));
  });

  it("may be the star it begins with", () => {
    expect(listed(barabasiAlbert(4, 3))).toEqual([[0, 1, 1], [0, 2, 1], [0, 3, 1]]); // biome-ignore format: one line
    expect(() => barabasiAlbert(3, 3)).toThrow(/3 nodes/);
  });
});

describe("the null model", () => {
  it("finds triangles where degrees alone would not put them", () => {
    const cliques = Graph.from({
      nodes: 12,
      edges: Array.from({ length: 4 }, (_, c) => [[3 * c, 3 * c + 1], [3 * c + 1, 3 * c + 2], [3 * c, 3 * c + 2]] as [number, number][]).flat(), // biome-ignore format: one line
    });
    const triangles = (graph: Graph) => simmelianStrength(graph).reduce((a, b) => a + b, 0) / 3;
    const found = nullModel(cliques, triangles, { draws: 60 });
    expect(found.observed[0]).toBe(4);
    expect(found.z[0]).toBeGreaterThan(2);
    expect(found.asHigh[0]).toBeLessThan(0.05);
    expect(found.asLow[0]).toBe(1);
    expect(nullModel(cliques, triangles, { draws: 60 })).toEqual(found);
  });

  it("says where a measure cannot differ", () => {
    const found = nullModel(karate, (graph) => [graph.edgeCount, graph.size], { draws: 3 });
    expect([...found.mean]).toEqual([78, 34]);
    expect([...found.z]).toEqual([Number.NaN, Number.NaN]);
    expect(found.notes[0]).toMatchObject({ code: "degenerate", positions: [0, 1] });
    expect([...found.asLow]).toEqual([1, 1]);
    expect(() => nullModel(karate, () => 1, { draws: 1 })).toThrow(/spread/);
  });
});

describe("the rich club", () => {
  it("agrees with networkx 3.6", () => {
    const { coefficient, members } = richClub(karate);
    const expected = [0.13903743315508021, 0.14583333333333334, 0.23809523809523808, 0.325, 0.4888888888888889, 0.5238095238095238, 0.5, 0.5, 0.5, 0.5, 1 / 3, 1 / 3, 0, 0, 0, 0]; // biome-ignore format: one line
    expect([...coefficient.slice(0, 16)]).toEqual(expected.map((x) => expect.closeTo(x, 14)));
    expect([members[0], members[15], members[16]]).toEqual([34, 2, 1]);
    expect(coefficient[16]).toBeNaN();
  });

  it("of a random graph is about as rich as others of the same degrees", () => {
    const { normalised, coefficient } = richClub(rewire(karate, { seed: 9 }), { draws: 40, seed: 2 });
    expect(normalised![0]).toBeCloseTo(1, 12);
    expect(normalised![4]).toBeGreaterThan(0.7);
    expect(normalised![4]).toBeLessThan(1.4);
    expect(coefficient).toHaveLength(17);
    expect([...richClub(Graph.from({ nodes: 2, edges: [] })).coefficient]).toEqual([]);
  });
});

describe("the disparity filter", () => {
  it("keeps what is unlikely at either end", () => {
    const graph = Graph.from({ nodes: 5, edges: [[0, 1, 8], [0, 2, 1], [0, 3, 1], [1, 4, 2], [4, 4, 9]] }); // biome-ignore format: one line
    const { significance, edges, graph: backbone } = disparityFilter(graph, { alpha: 0.05 });
    // Node 0: strength 10, 3 ties, (1 - 0.8)². Node 1: strength 10, 2 ties, (1 - 0.8) and (1 - 0.2).
    expect([...significance]).toEqual([0.04, 0.81, 0.81, 0.8, 1].map((x) => expect.closeTo(x, 14)));
    expect([...edges]).toEqual([0]);
    expect(listed(backbone)).toEqual([[0, 1, 8]]);
    expect(backbone.size).toBe(5);
    expect(() => disparityFilter(graph, { alpha: 5 })).toThrow(/probability/);
  });

  it("of a directed graph looks at what leaves one end and enters the other", () => {
    const graph = Graph.from({ nodes: 4, edges: [[0, 1, 9], [0, 2, 1], [3, 1, 3]], directed: true }); // biome-ignore format: one line
    expect([...disparityFilter(graph).significance]).toEqual(
      [0.1, 0.9, 0.75].map((x) => expect.closeTo(x, 14)),
    );
  });

  it("keeps nothing of equal weights and of single ties", () => {
    expect(disparityFilter(karate).edges).toHaveLength(0);
    expect([...disparityFilter(Graph.from({ nodes: 2, edges: [[0, 1]] })).significance]).toEqual([1]);
    expect([...disparityFilter(Graph.from({ nodes: 0, edges: [] })).edges]).toEqual([]);
  });
});

describe("the maximum spanning tree", () => {
  it("weighs as much as the heaviest of all trees", () => {
    fc.assert(
      fc.property(aGraph({ directed: false, most: 5, edges: 9 }), (graph) => {
        const { edges, weight } = maximumSpanningTree(graph);
        let best = 0;
        for (let bits = 0; bits < 2 ** graph.edgeCount; bits++) {
          const chosen = Array.from(graph.from.keys()).filter((e) => (bits >> e) & 1);
          const above = Array.from({ length: graph.size }, (_, v) => v);
          const top = (v: number): number => (above[v] === v ? v : top(above[v]!));
          const forest = chosen.every((e) => {
            const [a, b] = [top(graph.from[e]!), top(graph.to[e]!)];
            above[a] = b;
            return a !== b;
          });
          if (forest) best = Math.max(best, chosen.reduce((total, e) => total + graph.weights[e]!, 0)); // biome-ignore format: one line
        }
        expect(weight).toBe(best);
        expect(edges.reduce((total, e) => total + graph.weights[e]!, 0)).toBe(best);
      }),
      { numRuns: 30 },
    );
  });
});

describe("projections", () => {
  it("agree with networkx 3.6", () => {
    expect(listed(bipartiteProjection(presence))).toEqual([[0, 1, 1], [0, 2, 2], [0, 3, 2], [1, 2, 1], [1, 3, 2], [2, 3, 2]]); // biome-ignore format: one line
    expect(listed(bipartiteProjection(presence, { side: "columns" }))).toEqual([[0, 1, 2], [0, 2, 2], [0, 3, 1], [1, 2, 2], [1, 3, 2], [2, 3, 1]]); // biome-ignore format: one line
    expect(listed(bipartiteProjection(presence, { weight: "newman" }))).toEqual([[0, 1, 0.5], [0, 2, 1.5], [0, 3, 1], [1, 2, 0.5], [1, 3, 1], [2, 3, 1]]); // biome-ignore format: one line
    expect(listed(bipartiteProjection(presence, { side: "columns", weight: "newman" }))).toEqual([[0, 1, 1], [0, 2, 1.5], [0, 3, 0.5], [1, 2, 1], [1, 3, 1], [2, 3, 0.5]]); // biome-ignore format: one line
  });

  it("share a column among all who have it, or say only that there is one", () => {
    const shared = [[1, 0], [1, 1], [1, 1]]; // biome-ignore format: one line
    expect([...bipartiteProjection(shared, { weight: "hyperbolic" }).weights]).toEqual([1 / 3, 1 / 3, expect.closeTo(5 / 6, 14)]); // biome-ignore format: one line
    expect([...bipartiteProjection(shared, { weight: "binary" }).weights]).toEqual([1, 1, 1]);
    expect(bipartiteProjection([[0], [1]], { weight: "newman" }).edgeCount).toBe(0);
  });

  it("hand on resources without losing any", () => {
    const graph = resourceProjection(presence);
    const leaving = new Array<number>(4).fill(0);
    graph.weights.forEach((w, e) => {
      leaving[graph.from[e]!]! += w;
    });
    expect(leaving).toEqual([1, 1, 1, 1].map((x) => expect.closeTo(x, 14)));
    // From 0, with three columns of 3, 3 and 2 rows, to 2 through the last two.
    const toTwo = Array.from(graph.weights).find((_, e) => graph.from[e] === 0 && graph.to[e] === 2);
    expect(toTwo).toBeCloseTo((1 / 3 + 1 / 2) / 3, 14);
    expect(resourceProjection([[0, 0], [0, 1]]).edgeCount).toBe(1); // biome-ignore format: one line
  });
});

describe("link prediction", () => {
  it("scores as networkx 3.6 does", () => {
    const pairs = [[0, 33], [0, 9], [1, 33], [14, 15]] as const; // biome-ignore format: one line
    for (const [by, expected] of [
      ["jaccard", [0.13793103448275862, 0.058823529411764705, 0.13043478260869565, 1]],
      ["adamicAdar", [2.7110197222973085, 1 / Math.log(10), 2.252921681630931, 0.7553857282466059]],
      ["resourceAllocation", [0.9, 0.1, 0.7833333333333333, 0.14215686274509803]],
      ["preferentialAttachment", [272, 32, 153, 4]],
      ["commonNeighbours", [4, 1, 3, 2]],
    ] as const)
      expect([...linkScores(karate, pairs, { by })]).toEqual(expected.map((x) => expect.closeTo(x, 12)));
  });

  it("counts walks", () => {
    const square = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 3], [3, 0]] }); // biome-ignore format: one line
    const scores = linkScores(square, [[0, 2], [0, 1]], { by: "katz", beta: 0.5, longest: 4 }); // biome-ignore format: one line
    // To the opposite corner 2 walks of two steps and 8 of four; to the next one 4 of three.
    expect([...scores]).toEqual([2 / 4 + 8 / 16, 4 / 8]);
    expect(() => linkScores(square, [], { by: "katz", longest: 1 })).toThrow(/1 steps/);
    expect(() => linkScores(square, [[0, 9]])).toThrow(/no node/);
  });

  it("lists missing ties, likeliest first", () => {
    const links = likelyLinks(karate, { by: "resourceAllocation", most: 5 });
    expect(links).toHaveLength(5);
    // Who share 8, 9, 13, 27, 28 and 32 with 5, 2, 5, 4, 3 and 12 ties.
    const score = 1 / 5 + 1 / 2 + 1 / 5 + 1 / 4 + 1 / 3 + 1 / 12;
    expect(links[0]).toEqual({ from: 2, to: 33, score: expect.closeTo(score, 12) });
    for (const { from, to } of links) expect(karate.neighbours(from)).not.toContain(to);
    expect(links.map((link) => link.score)).toEqual(
      links.map((link) => link.score).toSorted((a, b) => b - a),
    );
    expect(likelyLinks(Graph.from({ nodes: 3, edges: [] }))).toEqual([]);
  });

  it("is judged by how often a tie to come scores above one that does not", () => {
    const now = Graph.from({ nodes: 5, edges: [[0, 1], [1, 2], [2, 3]] }); // biome-ignore format: one line
    const next = Graph.from({ nodes: 5, edges: [[0, 1], [1, 2], [2, 3], [0, 2], [0, 4]] }); // biome-ignore format: one line
    const { auc, newLinks, mean } = evaluateLinks([now, next, next], { by: "commonNeighbours" });
    // Scores without a tie: 0–2 and 1–3 one, all others none; 0–2 and 0–4 come. Of 2 × 5 comparisons 0–2 wins 4 and ties 1,
    // 0–4 ties 4 and loses 1.
    expect(auc[0]).toBeCloseTo((4 + 0.5 + 4 * 0.5) / 10, 14);
    expect(auc[1]).toBeNaN();
    expect([...newLinks]).toEqual([2, 0]);
    expect(mean).toBe(auc[0]);
  });

  it("draws pairs where there are too many, and says so", () => {
    const shrunk = Graph.from({ nodes: 34, edges: Array.from(karate.from, (a, e) => [a, karate.to[e]!] as const).filter((_, e) => e % 4 > 0) }); // biome-ignore format: one line
    const all = evaluateLinks([shrunk, karate]);
    const some = evaluateLinks([shrunk, karate], { mostPairs: 200 });
    expect(all.notes).toEqual([]);
    expect(some.notes[0]?.code).toBe("sampled");
    expect(Math.abs(some.mean - all.mean)).toBeLessThan(0.1);
    expect(all.mean).toBeGreaterThan(0.6);
    expect(() => evaluateLinks([karate, shrunk.subgraph([0, 1])])).toThrow(/period 1/);
  });
});

describe("robustness", () => {
  it("is the curve of the largest component, found by taking nodes away", () => {
    fc.assert(
      fc.property(
        aGraph({ most: 7, edges: 10 }),
        fc.constantFrom("degree", "betweenness"),
        fc.boolean(),
        (graph, by, adaptive) => {
          const { curve, order, index } = robustness(graph, { by: by as "degree", adaptive });
          expect([...order!].sort()).toEqual(Array.from({ length: graph.size }, (_, v) => v));
          const left = new Set(order!);
          const expected = [largest(graph, left)];
          for (const v of order!) {
            left.delete(v);
            expected.push(largest(graph, left));
          }
          expect([...curve]).toEqual(expected.map((n) => expect.closeTo(n / graph.size, 14)));
          const sum = expected.slice(1).reduce((a, b) => a + b, 0);
          expect(index).toBeCloseTo(sum / graph.size ** 2, 12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("removes the highest of what is left, where it is adaptive", () => {
    // Node 0 has four ties, 1 has three of which one is to 0; without 0, node 5 with three has more than 1.
    const graph = Graph.from({ nodes: 9, edges: [[0, 1], [0, 2], [0, 3], [0, 4], [1, 2], [1, 3], [5, 6], [5, 7], [5, 8]] }); // biome-ignore format: one line
    expect([...robustness(graph, { by: "degree" }).order!.slice(0, 3)]).toEqual([0, 5, 1]);
    expect([...robustness(graph, { by: "degree", adaptive: false }).order!.slice(0, 3)]).toEqual([0, 1, 5]);
    const path = Graph.from({ nodes: 5, edges: [[0, 1], [1, 2], [2, 3], [3, 4]] }); // biome-ignore format: one line
    expect([...robustness(path, { by: "betweenness" }).order!]).toEqual([2, 1, 3, 0, 4]);
    expect([...robustness(path, { by: "betweenness", adaptive: true }).order!]).toEqual([2, 0, 1, 3, 4]);
  });

  it("under random failure is the mean over orders", () => {
    const complete = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] }); // biome-ignore format: one line
    const { curve, index, order } = robustness(complete, { draws: 7 });
    expect([...curve]).toEqual([1, 0.75, 0.5, 0.25, 0].map((x) => expect.closeTo(x, 14)));
    expect(index).toBeCloseTo((1 - 1 / 4) / 2, 14);
    expect(order).toBeNull();
    expect(robustness(karate).index).toBeGreaterThan(robustness(karate, { by: "degree" }).index);
    expect(robustness(karate, { seed: 3 })).toEqual(robustness(karate, { seed: 3 }));
    expect(robustness(Graph.from({ nodes: 0, edges: [] })).index).toBeNaN();
    expect(() => robustness(karate, { draws: 0 })).toThrow(/0 random orders/);
  });
});

function largest(graph: Graph, left: ReadonlySet<number>): number {
  let most = 0;
  const seen = new Set<number>();
  for (const start of left) {
    if (seen.has(start)) continue;
    let count = 0;
    const stack = [start];
    seen.add(start);
    while (stack.length > 0) {
      const v = stack.pop()!;
      count++;
      for (let e = 0; e < graph.edgeCount; e++)
        for (const [a, b] of [[graph.from[e]!, graph.to[e]!], [graph.to[e]!, graph.from[e]!]]) // biome-ignore format: one line
          if (a === v && left.has(b!) && !seen.has(b!)) {
            seen.add(b!);
            stack.push(b!);
          }
    }
    most = Math.max(most, count);
  }
  return most;
}

describe("Simmelian strength", () => {
  it("is the number of third parties tied to both ends", () => {
    fc.assert(
      fc.property(aGraph({ most: 6, edges: 20 }), (graph) => {
        const tied = (a: number, b: number) =>
          a !== b && graph.neighbours(a).includes(b) && graph.neighbours(b).includes(a);
        const nodes = Array.from({ length: graph.size }, (_, v) => v);
        const expected = Array.from(graph.from, (a, e) => {
          const b = graph.to[e]!;
          return tied(a, b) ? nodes.filter((c) => tied(a, c) && tied(b, c)).length : 0;
        });
        expect([...simmelianStrength(graph)]).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });
});
