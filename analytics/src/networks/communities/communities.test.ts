import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../core/random.ts";
import { Graph } from "../graph/index.ts";
import { aGraph } from "../graph/testing.ts";
import { barabasiAlbert } from "../structure/index.ts";
import {
  bipartiteModularity,
  constantPottsQuality,
  girvanNewman,
  labelPropagation,
  leiden,
  modularity,
  spectralBisection,
  spectralCommunities,
  twoSides,
} from "./index.ts";
import { karate } from "./karate.testing.ts";

const triangles = Graph.from({
  nodes: 6,
  edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]], // biome-ignore format: one line
});

/** Groups of nodes that all know each other, in a ring, each joined to the next by one edge. */
function ringOfCliques(count: number, size = 5): Graph {
  const edges: [number, number][] = [];
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) edges.push([size * c + j, size * c + i]);
    edges.push([size * c, (size * (c + 1) + 1) % (size * count)]);
  }
  return Graph.from({ nodes: size * count, edges });
}

/** Every division of n nodes, as labels of which each first appears in order. */
function* divisions(n: number, labels: number[] = []): Generator<number[]> {
  if (labels.length === n) {
    yield labels;
    return;
  }
  for (let l = 0; l <= Math.max(-1, ...labels) + 1; l++) yield* divisions(n, [...labels, l]);
}

const finders = [
  ["leiden", (graph: Graph) => leiden(graph)],
  ["label propagation", (graph: Graph) => labelPropagation(graph)],
  ["the leading eigenvector", (graph: Graph) => spectralCommunities(graph)],
  ["Girvan and Newman", (graph: Graph) => girvanNewman(graph)],
] as const;

describe.each(finders)("communities by %s", (_, find) => {
  it("are the cliques of a ring of cliques", () => {
    const ring = ringOfCliques(4, 9);
    const { communities, quality, count } = find(ring);
    expect(count).toBe(4);
    expect([...communities]).toEqual(Array.from({ length: 36 }, (_, v) => Math.floor(v / 9)));
    // Of 37 edges to each clique 36 are inside; all are equally strong.
    expect(quality).toBeCloseTo(36 / 37 - 1 / 4, 12);
  });

  it("leave isolated nodes alone, and all where there is no edge", () => {
    const graph = Graph.from({ nodes: 4, edges: [[1, 3]] });
    expect([...find(graph).communities]).toEqual([1, 0, 2, 0]);
    const none = find(Graph.from({ nodes: 3, edges: [] }));
    expect([...none.communities]).toEqual([0, 1, 2]);
    expect(none.quality).toBeNaN();
    expect([...find(Graph.from({ nodes: 0, edges: [] })).communities]).toEqual([]);
  });

  it("are numbered by size, and the same on every call", () => {
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const { communities, count } = find(graph);
        const sizes = new Array<number>(count).fill(0);
        for (const c of communities) sizes[c]!++;
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(Math.min(1, ...sizes)).toBe(1);
        expect(find(graph).communities).toEqual(communities);
      }),
      { numRuns: 25 },
    );
  });
});

describe("leiden", () => {
  it("finds the best division there is of small graphs", () => {
    const random = seeded(3);
    for (let round = 0; round < 12; round++) {
      const directed = round % 2 === 1;
      const edges: [number, number, number][] = [];
      for (let a = 0; a < 7; a++)
        for (let b = 0; b < 7; b++)
          if ((directed ? a !== b : a < b) && random() < 0.4)
            edges.push([a, b, 1 + Math.floor(3 * random())]);
      const graph = Graph.from({ nodes: 7, edges, directed });
      let best = Number.NEGATIVE_INFINITY;
      for (const division of divisions(7)) best = Math.max(best, modularity(graph, division));
      expect(leiden(graph).quality).toBeCloseTo(best, 10);
    }
  });

  it("reaches the modularity known to be the best of the karate club", () => {
    // Brandes et al., "On modularity clustering", IEEE Transactions on Knowledge and Data Engineering 20 (2008), 172–188.
    expect(leiden(karate).quality).toBeCloseTo(0.4197896, 7);
    expect(leiden(karate).count).toBe(4);
  });

  it.each([0, 1e-3, 10])(
    "keeps every community connected and every node where it is best, randomness %s",
    (randomness) => {
      fc.assert(
        fc.property(aGraph(), fc.constantFrom(0.5, 1, 2), (graph, resolution) => {
          const { communities, quality } = leiden(graph, { resolution, randomness, restarts: 2 });
          if (Number.isNaN(quality)) return;
          expect(quality).toBeCloseTo(modularity(graph, communities, { resolution }), 12);
          // With a zero weight between them nodes are not joined.
          const inside = Array.from(graph.from.keys()).filter(
            (e) => graph.weights[e]! > 0 && communities[graph.from[e]!] === communities[graph.to[e]!],
          );
          expect(pieces(graph, inside)).toBe(new Set(communities).size);
          for (let v = 0; v < graph.size; v++)
            for (let c = 0; c <= new Set(communities).size; c++) {
              const moved = communities.slice();
              moved[v] = c;
              expect(modularity(graph, moved, { resolution })).toBeLessThanOrEqual(quality + 1e-10);
            }
        }),
        { numRuns: 30 },
      );
    },
  );

  it("finds smaller communities at a higher resolution", () => {
    const ring = ringOfCliques(30);
    // The resolution limit: thirty cliques are merged in pairs (Fortunato and Barthélemy 2007).
    expect(leiden(ring).count).toBe(15);
    expect(leiden(ring, { resolution: 3 }).count).toBe(30);
    const potts = leiden(ring, { quality: "constantPotts", resolution: 0.5 });
    expect(potts.count).toBe(30);
    expect(potts.quality).toBe(30 * (10 - 0.5 * 10));
  });

  it("finds both sides of a two-mode graph together", () => {
    const graph = Graph.bipartite([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    const { communities, quality } = leiden(graph, { quality: "bipartite" });
    expect([...communities]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
    expect(quality).toBe(0.5);
  });

  it("finds in a large graph without communities at least what igraph's Leiden does", () => {
    expect(leiden(barabasiAlbert(10_000, 5)).quality).toBeGreaterThan(0.29);
  });

  it("goes on from a given partition", () => {
    const start = [0, 0, 0, 1, 1, 1];
    expect([...leiden(triangles, { start, restarts: 1 }).communities]).toEqual(start);
    expect(() => leiden(triangles, { start: [0] })).toThrow(/start has 1 labels/);
    expect(() => leiden(triangles, { start: [0, 0, 0, 1, 1, Number.NaN] })).toThrow(/node 5/);
  });

  it("refuses a resolution below zero", () => {
    expect(() => leiden(triangles, { resolution: -1 })).toThrow(/resolution of -1/);
  });

  it("finds thousands of planted communities in one pass", () => {
    const ring = ringOfCliques(5_000);
    const { count, quality } = leiden(ring, { iterations: 1, restarts: 1, resolution: 5_000 });
    expect(count).toBe(5_000);
    expect(quality).toBeCloseTo(10 / 11 - 1, 10);
  });
});

function pieces(graph: Graph, edges: number[]): number {
  const above = Array.from({ length: graph.size }, (_, v) => v);
  const top = (v: number): number => (above[v] === v ? v : top(above[v]!));
  for (const e of edges) above[top(graph.from[e]!)] = top(graph.to[e]!);
  return above.filter((a, v) => a === v).length;
}

describe("modularity", () => {
  it("agrees with networkx 3.6", () => {
    const partition = Array.from({ length: 34 }, (_, v) => Math.min(4, Math.floor(v / 7)));
    expect(modularity(karate, partition)).toBeCloseTo(0.062376725838264285, 14);
    const graph = Graph.from({
      nodes: 6,
      edges: [[0, 1, 2], [1, 2, 3], [2, 0, 1], [0, 3, 4], [3, 4, 1], [4, 0, 2], [4, 5, 5], [5, 3, 1], [1, 0, 1], [5, 4, 2]], // biome-ignore format: one line
      directed: true,
    });
    expect(modularity(graph, [0, 0, 0, 1, 1, 1])).toBeCloseTo(0.22727272727272727, 14);
    expect(modularity(graph, [0, 0, 0, 1, 1, 1], { resolution: 2 })).toBeCloseTo(-0.27272727272727276, 14);
  });

  it("is the sum over pairs of its definition", () => {
    fc.assert(
      fc.property(aGraph(), fc.nat(3), (graph, modulus) => {
        const of = Array.from({ length: graph.size }, (_, v) => v % (modulus + 1));
        const { size } = graph;
        const weight = Array.from({ length: size }, () => new Array<number>(size).fill(0));
        graph.weights.forEach((w, e) => {
          weight[graph.from[e]!]![graph.to[e]!]! += w;
          if (!graph.directed) weight[graph.to[e]!]![graph.from[e]!]! += w;
        });
        const out = weight.map((row) => row.reduce((a, b) => a + b, 0));
        const into = weight.map((_, v) => weight.reduce((a, row) => a + row[v]!, 0));
        const total = out.reduce((a, b) => a + b, 0);
        let q = 0;
        for (let a = 0; a < size; a++)
          for (let b = 0; b < size; b++)
            if (of[a] === of[b]) q += weight[a]![b]! / total - (out[a]! * into[b]!) / total ** 2;
        const found = modularity(graph, of);
        if (total === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(q, 10);
      }),
      { numRuns: 40 },
    );
  });

  it("of two modes only expects edges between them", () => {
    const graph = Graph.bipartite([
      [1, 1, 0],
      [0, 1, 1],
    ]);
    // By hand: 3 of 4 edges inside; strengths 2·3 and 2·1 over 16.
    expect(bipartiteModularity(graph, [0, 1, 0, 0, 1])).toBeCloseTo(3 / 4 - (2 * 3 + 2 * 1) / 16, 14);
    expect([...twoSides(graph)]).toEqual([0, 0, 1, 1, 1]);
    expect(() => bipartiteModularity(triangles, [0, 0, 0, 1, 1, 1])).toThrow(/odd length/);
    expect(bipartiteModularity(Graph.from({ nodes: 2, edges: [] }), [0, 0])).toBeNaN();
  });

  it("wants a community of every node", () => {
    expect(() => modularity(triangles, [0, 0, 0, 1, 1, null])).toThrow(/node 5/);
    expect(constantPottsQuality(triangles, [0, 0, 0, 1, 1, 1], { resolution: 0.5 })).toBe(3);
  });
});

describe("spectral division", () => {
  it("agrees with networkx 3.6 on the karate club", () => {
    const { communities, algebraicConnectivity, cut, vector } = spectralBisection(karate);
    expect(algebraicConnectivity).toBeCloseTo(0.46852522670139357, 9);
    const first = Array.from(communities.keys()).filter((v) => communities[v] === 0);
    expect(first).toEqual([0, 1, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 19, 21]);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
    const crossing = Array.from(karate.from.keys()).filter(
      (e) => communities[karate.from[e]!] !== communities[karate.to[e]!],
    );
    expect(cut).toBe(crossing.length);
  });

  it("halves the nodes where it is to be balanced", () => {
    const { communities } = spectralBisection(karate, { balanced: true });
    expect(communities.filter((c) => c === 0)).toHaveLength(17);
  });

  it("knows the connectivity of a path, 2 - 2 cos(π / n)", () => {
    const path = Graph.from({ nodes: 60, edges: Array.from({ length: 59 }, (_, v) => [v, v + 1] as const) });
    const { algebraicConnectivity, communities, notes } = spectralBisection(path);
    expect(algebraicConnectivity).toBeCloseTo(2 - 2 * Math.cos(Math.PI / 60), 9);
    expect([...communities]).toEqual(Array.from({ length: 60 }, (_, v) => (v < 30 ? 0 : 1)));
    expect(notes).toEqual([]);
  });

  it("cuts nothing where the graph is in pieces", () => {
    const graph = Graph.from({ nodes: 5, edges: [[0, 1], [2, 3], [3, 4]] }); // biome-ignore format: one line
    const { communities, cut, algebraicConnectivity, notes } = spectralBisection(graph);
    expect([...communities]).toEqual([0, 0, 1, 1, 1]);
    expect([cut, algebraicConnectivity]).toEqual([0, 0]);
    expect(notes[0]?.code).toBe("disconnected");
    expect(spectralBisection(Graph.from({ nodes: 1, edges: [] })).notes[0]?.code).toBe("degenerate");
  });

  it("finds what the leading eigenvector is known to find", () => {
    // Newman (2006) without fine-tuning; the modularity R's and Python's igraph report for it.
    expect(spectralCommunities(karate).quality).toBeCloseTo(0.3934089, 7);
  });
});

describe("Girvan and Newman's method", () => {
  it("passes the levels networkx 3.6 passes", () => {
    const { levels, quality, count } = girvanNewman(karate);
    expect(levels[0]).toMatchObject({ count: 1, quality: 0 });
    expect(levels.slice(1, 5).map((level) => level.quality)).toEqual(
      [0.3599605522682445, 0.34878369493754113, 0.3632478632478633, 0.40129848783694944].map((q) =>
        expect.closeTo(q, 12),
      ),
    );
    expect(levels.at(-1)!.count).toBe(34);
    expect([quality, count]).toEqual([expect.closeTo(0.40129848783694944, 12), 5]);
  });

  it("refuses a graph it would take hours for", () => {
    expect(() => girvanNewman(karate, { mostEdges: 50 })).toThrow(/78 edges/);
  });
});

it("says when labels keep changing", () => {
  const notes = labelPropagation(karate, { mostRounds: 1, seed: 2 }).notes;
  expect(notes[0]?.code).toBe("not-converged");
  expect(labelPropagation(karate, { seed: 2 }).notes).toEqual([]);
});
it("ends where weights are beyond what floats can add up", () => {
  const graph = Graph.from({
    nodes: 3,
    edges: [
      [0, 1, 1e-300],
      [1, 2, 1e300],
    ],
  });
  expect(spectralCommunities(graph).communities).toHaveLength(3);
});
