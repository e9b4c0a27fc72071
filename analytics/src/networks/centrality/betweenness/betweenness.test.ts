import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { below, seeded } from "../../../core/random.ts";
import { setEngine } from "../../../engine/kernel.ts";
import { Graph } from "../../graph/graph.ts";
import { aGraph, shortestByHand } from "../../graph/testing.ts";
import { betweenness } from "./betweenness.ts";
import { edgeBetweenness } from "./edges.ts";
import { betweennessPart } from "./part.ts";

afterEach(() => setEngine("wasm"));

/** 60 / weight is whole for weights from 1 to 6. */
const inverse = (graph: Graph) => (edge: number) => 60 / graph.weights[edge]!;

function byHand(
  graph: Graph,
  length: (edge: number) => number,
  isPair: (s: number, t: number) => boolean = () => true,
) {
  const nodes = new Array<number>(graph.size).fill(0);
  const edges = new Array<number>(graph.edgeCount).fill(0);
  for (let s = 0; s < graph.size; s++)
    for (let t = graph.directed ? 0 : s + 1; t < graph.size; t++) {
      if (s === t || !(isPair(s, t) || (!graph.directed && isPair(t, s)))) continue;
      const paths = shortestByHand(graph, s, t, length);
      for (const path of paths) {
        for (const v of path.nodes.slice(1, -1)) nodes[v]! += 1 / paths.length;
        for (const e of path.edges) edges[e]! += 1 / paths.length;
      }
    }
  return { nodes, edges };
}

const same = (found: Float64Array, wanted: readonly number[]) => {
  expect(found.length).toBe(wanted.length);
  for (const [v, value] of wanted.entries()) expect(found[v]).toBeCloseTo(value, 10);
};

describe("betweenness", () => {
  it("counts the pairs a node lies between, by hops", () => {
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const wanted = byHand(graph, () => 1);
        same(betweenness(graph).values, wanted.nodes);
        same(betweenness(graph, { length: graph.weights.map(() => 1) }).values, wanted.nodes);
        same(edgeBetweenness(graph).values, wanted.edges);
      }),
      { numRuns: 100 },
    );
  });

  it("finds ties of lengths that floats miss", () => {
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const wanted = byHand(graph, inverse(graph));
        same(betweenness(graph, { length: "inverse" }).values, wanted.nodes);
        same(edgeBetweenness(graph, { length: "inverse" }).values, wanted.edges);
      }),
      { numRuns: 100 },
    );
    const ring = Graph.from({ nodes: 3, edges: [[0, 1, 3], [1, 2, 6], [0, 2, 2]] }); // biome-ignore format: one ring
    expect([...betweenness(ring, { length: "inverse" }).values]).toEqual([0, 0.5, 0]);
  });

  it("counts pairs of some sources and targets once", () => {
    const some = fc.subarray([0, 1, 2]);
    fc.assert(
      fc.property(aGraph(), some, some, (graph, a, b) => {
        const sources = a.filter((v) => v < graph.size);
        const targets = b.filter((v) => v < graph.size);
        const wanted = byHand(
          graph,
          () => 1,
          (s, t) => sources.includes(s) && targets.includes(t),
        );
        same(betweenness(graph, { sources, targets }).values, wanted.nodes);
        same(edgeBetweenness(graph, { sources, targets }).values, wanted.edges);
      }),
      { numRuns: 60 },
    );
  });

  it("is normalised by the pairs of others", () => {
    const star = { nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] } as const; // biome-ignore format: one star
    expect([...betweenness(Graph.from(star), { normalised: true }).values]).toEqual([1, 0, 0, 0]);
    expect(edgeBetweenness(Graph.from(star), { normalised: true }).values[0]).toBe(0.5);
    const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]], directed: true }); // biome-ignore format: one path
    expect([...betweenness(path, { normalised: true }).values]).toEqual([0, 0.5, 0]);
    const pair = betweenness(Graph.from({ nodes: 2, edges: [[0, 1]] }), { normalised: true });
    expect([...pair.values]).toEqual([Number.NaN, Number.NaN]);
    expect(pair.notes[0]?.code).toBe("degenerate");
  });

  it("is refused where lengths are zero or pivots make no sense", () => {
    const graph = Graph.from({ nodes: 2, edges: [[0, 1, 0]] });
    expect(() => betweenness(graph, { length: "weight" })).toThrow(/Edge 0 .* length 0/);
    expect(() => edgeBetweenness(graph, { length: "weight" })).toThrow(/length 0/);
    expect(() => betweenness(graph, { length: [-1] })).toThrow(/below zero/);
    expect(() => betweenness(graph, { length: [Number.NaN] })).toThrow(/no length/);
    expect(() => betweenness(graph, { pivots: 0 })).toThrow(/0 pivots/);
    expect(() => betweenness(graph, { pivots: 1, sources: [0] })).toThrow(/Leave out/);
    expect(() => betweenness(graph, { length: "furlongs" as never })).toThrow("The option length");
  });

  it("leaves out edges of weight 0 under inverse lengths", () => {
    const graph = Graph.from({ nodes: 3, edges: [[0, 1, 0], [1, 2, 1]] }); // biome-ignore format: one path
    expect([...betweenness(graph, { length: "inverse" }).values]).toEqual([0, 0, 0]);
    expect([...edgeBetweenness(graph, { length: "inverse" }).values]).toEqual([0, 1]);
  });

  it("says where paths are too many to count", () => {
    const graph = diamonds(1100);
    const found = betweenness(graph, { sources: [0] });
    expect(found.values[0]).toBe(0);
    expect(found.values[3]).toBeNaN();
    expect(found.notes[0]).toMatchObject({ code: "degenerate" });
    expect(betweenness(graph, { sources: [0], length: "inverse" }).values[3]).toBeNaN();
    expect(betweenness(graph, { sources: [0], targets: [3] }).values[1]).toBe(0.5);
  });

  it("of an empty graph is empty", () => {
    expect(betweenness(Graph.from({ nodes: 0, edges: [] })).values).toHaveLength(0);
    expect(edgeBetweenness(Graph.from({ nodes: 0, edges: [] }), { normalised: true }).values).toHaveLength(0);
  });
});

/** A chain in which every link can be passed on either side: 2^links shortest paths from end to end. */
function diamonds(links: number): Graph {
  const edges = Array.from(
    { length: links },
    (_, k) =>
      [
        [3 * k, 3 * k + 1],
        [3 * k, 3 * k + 2],
        [3 * k + 1, 3 * k + 3],
        [3 * k + 2, 3 * k + 3],
      ] as const,
  ).flat();
  return Graph.from({ nodes: 3 * links + 1, edges });
}

function random(nodes: number, edges: number, directed: boolean, seed = 1): Graph {
  const draw = seeded(seed);
  const list = Array.from({ length: edges }, () => [below(draw, nodes), below(draw, nodes)] as const);
  return Graph.from({ nodes, edges: list, directed });
}

describe("betweenness in lanes", () => {
  it.each([
    ["dense", random(90, 900, false)],
    ["sparse and torn", random(200, 180, false)],
    ["directed", random(150, 500, true)],
    ["long", Graph.from({ nodes: 36, edges: Array.from({ length: 35 }, (_, v) => [v, v + 1] as const) })],
    [
      "too long for it",
      Graph.from({ nodes: 300, edges: Array.from({ length: 299 }, (_, v) => [v, v + 1] as const) }),
    ],
    ["of more paths than 32 bits count", diamonds(40)],
  ])("is the same as in TypeScript: %s", (_, graph) => {
    const sources = Int32Array.from({ length: graph.size - 3 }, (_, v) => v);
    const targets = Float64Array.from({ length: graph.size }, (_, v) => (v % 3) / 2);
    const fast = betweennessPart(graph, sources, targets);
    setEngine("plain");
    const plain = betweennessPart(graph, sources, targets);
    for (const [v, value] of plain.entries())
      expect(Math.abs(fast[v]! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, value));
    expect(Math.max(...plain)).toBeGreaterThan(0);
  });
});

describe("betweenness from pivots", () => {
  const graph = random(400, 1600, false);
  const exact = betweenness(graph);

  it("says so, with a bound that holds and standard errors of the right size", () => {
    const found = betweenness(graph, { pivots: 160 });
    expect(found.notes[0]).toMatchObject({ code: "sampled" });
    let squares = 0;
    let expected = 0;
    for (let v = 0; v < graph.size; v++) {
      const off = found.values[v]! - exact.values[v]!;
      expect(Math.abs(off)).toBeLessThan(found.bound!);
      squares += off * off;
      expected += found.standardErrors![v]! ** 2;
    }
    expect(Math.sqrt(squares / expected)).toBeGreaterThan(0.7);
    expect(Math.sqrt(squares / expected)).toBeLessThan(1.4);
  });

  it("is the same for the same seed and exact with all", () => {
    const options = { pivots: 50, normalised: true };
    expect(betweenness(graph, options)).toEqual(betweenness(graph, options));
    expect(betweenness(graph, { ...options, seed: 2 }).values).not.toEqual(
      betweenness(graph, options).values,
    );
    expect(betweenness(graph, { pivots: 1000 })).toEqual(exact);
  });
});

it("adds up from parts", () => {
  const graph = random(120, 400, true);
  const parts = [0, 1, 2].map((k) =>
    betweennessPart(
      graph,
      Int32Array.from({ length: 40 }, (_, i) => 3 * i + k),
    ),
  );
  same(
    betweenness(graph).values,
    Array.from(parts[0]!, (value, v) => value + parts[1]![v]! + parts[2]![v]!),
  );
});
