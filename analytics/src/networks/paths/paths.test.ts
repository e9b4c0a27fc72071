import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../graph/graph.ts";
import { aGraph, shortestByHand } from "../graph/testing.ts";
import { components, strongComponents } from "./components.ts";
import { articulationPoints, bridges } from "./cuts.ts";
import { distances } from "./distances.ts";
import { averagePathLength, diameter, eccentricity } from "./extent.ts";
import { type EdgeLength, edgeLengths } from "./length.ts";
import { shortestPath } from "./shortest-path.ts";
import { sweep } from "./sweep.ts";

const line = (nodes: number) =>
  Graph.from({ nodes, edges: Array.from({ length: nodes - 1 }, (_, v) => [v, v + 1] as const) });

const kinds: EdgeLength[] = ["hops", "inverse", "weight"];

/** Floyd and Warshall: every pair over every node in between. */
function byHand(graph: Graph, length: EdgeLength): number[][] {
  const lengths = edgeLengths(graph, length);
  const { size } = graph;
  const d = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = graph.from[e]!;
    const b = graph.to[e]!;
    const long = lengths ? lengths[e]! : 1;
    d[a]![b] = Math.min(d[a]![b]!, long);
    if (!graph.directed) d[b]![a] = Math.min(d[b]![a]!, long);
  }
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

describe("distances", () => {
  it.each(kinds)("are the shortest, by %s", (length) => {
    fc.assert(
      fc.property(aGraph({ most: 9, edges: 20 }), (graph) => {
        const wanted = byHand(graph, length);
        const found = distances(graph, { length });
        for (let s = 0; s < graph.size; s++)
          for (let t = 0; t < graph.size; t++)
            if (Number.isFinite(wanted[s]![t]!)) expect(found.at(s, t)).toBeCloseTo(wanted[s]![t]!, 12);
            else expect(found.at(s, t)).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 50 },
    );
  });

  it.each(kinds)("add up at each node, by %s", (length) => {
    fc.assert(
      fc.property(
        aGraph({ most: 9, edges: 20 }),
        fc.constantFrom("in" as const, "out" as const),
        (graph, direction) => {
          const d = byHand(graph, length);
          const found = sweep(graph, edgeLengths(graph, length), direction);
          for (let v = 0; v < graph.size; v++) {
            const all = d.map((row, s) => (direction === "in" ? row[v]! : d[v]![s]!)).filter(Number.isFinite);
            expect(found.reached[v]).toBe(all.length);
            expect(found.total[v]).toBeCloseTo(
              all.reduce((a, b) => a + b, 0),
              10,
            );
            expect(found.farthest[v]).toBeCloseTo(Math.max(...all), 12);
            const near = all.toSorted((a, b) => a - b).slice(1);
            expect(found.inverse[v]).toBeCloseTo(
              near.reduce((a, b) => a + 1 / b, 0),
              10,
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("are summed in batches of 32", () => {
    const graph = line(100);
    const { total, farthest } = sweep(graph, null);
    expect(total[0]).toBe((99 * 100) / 2);
    expect(total[50]).toBe((50 * 51) / 2 + (49 * 50) / 2);
    expect(farthest[40]).toBe(59);
  });

  it("are of the rows asked for", () => {
    expect(distances(line(4), { from: [3, 1] }).toRows()).toEqual([[3, 2, 1, 0], [1, 0, 1, 2]]); // biome-ignore format: two rows
  });
});

describe("a shortest path", () => {
  it("is one of the shortest", () => {
    fc.assert(
      fc.property(aGraph(), fc.nat(), fc.nat(), (graph, a, b) => {
        const s = a % graph.size;
        const t = b % graph.size;
        const wanted = shortestByHand(graph, s, t, (edge) => 60 / graph.weights[edge]!);
        const found = shortestPath(graph, s, t, { length: "inverse" });
        if (wanted.length === 0) expect(found).toBeNull();
        else {
          const path = { nodes: [...found!.nodes], edges: [...found!.edges] };
          expect(wanted.map(({ nodes, edges }) => ({ nodes, edges }))).toContainEqual(path);
          expect(found!.length * 60).toBeCloseTo(wanted[0]!.length, 9);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("goes over edges of length 0 without going round", () => {
    const graph = Graph.from({ nodes: 4, edges: [[0, 1, 0], [1, 2, 0], [2, 0, 0], [2, 3, 1]] }); // biome-ignore format: one ring
    expect(shortestPath(graph, 0, 3, { length: "weight" })).toMatchObject({ length: 1 });
    expect([...shortestPath(graph, 1, 1)!.nodes]).toEqual([1]);
  });
});

describe("the extent of a graph", () => {
  it("of a line", () => {
    expect([...eccentricity(line(4)).values]).toEqual([3, 2, 2, 3]);
    expect(diameter(line(4))).toEqual({ value: 3, notes: [] });
    expect(averagePathLength(line(4)).value).toBeCloseTo(20 / 12, 14);
  });

  it("leaves pairs without a way out and says so", () => {
    const graph = Graph.from({ nodes: 3, edges: [[0, 1]] });
    expect(diameter(graph)).toMatchObject({ value: 1, notes: [{ code: "disconnected" }] });
    expect(averagePathLength(graph).value).toBe(1);
    expect(averagePathLength(graph).notes[0]!.text).toMatch(/4 of the 6/);
    const arrow = Graph.from({ nodes: 2, edges: [[0, 1]], directed: true });
    expect([...eccentricity(arrow).values]).toEqual([1, 0]);
  });

  it("of nothing is not defined", () => {
    const empty = Graph.from({ nodes: 0, edges: [] });
    expect(diameter(empty).value).toBeNaN();
    expect(averagePathLength(empty).value).toBeNaN();
    expect(averagePathLength(Graph.from({ nodes: 1, edges: [] }))).toEqual({ value: Number.NaN, notes: [] });
  });
});

describe("components", () => {
  it("are nodes between which ways lead, in both directions for the strong", () => {
    fc.assert(
      fc.property(aGraph({ most: 9, edges: 14 }), (graph) => {
        const d = byHand(graph, "hops");
        const both = byHand(graph.undirected(), "hops");
        const weak = components(graph);
        const strong = strongComponents(graph);
        for (let a = 0; a < graph.size; a++)
          for (let b = 0; b < graph.size; b++) {
            expect(weak.of[a] === weak.of[b]).toBe(Number.isFinite(both[a]![b]!));
            expect(strong.of[a] === strong.of[b]).toBe(Number.isFinite(d[a]![b]! + d[b]![a]!));
          }
        for (const { of, sizes, count } of [weak, strong]) {
          expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
          expect([...sizes]).toEqual(
            Array.from({ length: count }, (_, c) => of.filter((k) => k === c).length),
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  it("need no stack, however long the way", () => {
    const graph = Graph.from({
      nodes: 50_000,
      edges: Array.from({ length: 50_000 }, (_, v) => [v, (v + 1) % 50_000] as const),
      directed: true,
    });
    expect(strongComponents(graph).count).toBe(1);
    expect(articulationPoints(line(50_000))).toHaveLength(49_998);
  });
});

describe("bridges and articulation points", () => {
  it("are what a component falls apart without", () => {
    const parts = (graph: Graph) => components(graph).count;
    fc.assert(
      fc.property(aGraph({ most: 8, edges: 12 }), (graph) => {
        const nodes = Array.from({ length: graph.size }, (_, v) => v);
        const cutNodes = nodes.filter((v) => {
          const rest = graph.subgraph(nodes.filter((u) => u !== v));
          const isAlone = neighboursOf(graph, v) === 0;
          return parts(rest) > parts(graph) - (isAlone ? 1 : 0);
        });
        expect([...articulationPoints(graph)]).toEqual(cutNodes);
        const cutEdges = [...graph.from.keys()].filter((e) => {
          const edges = [...graph.from.keys()]
            .filter((k) => k !== e)
            .map((k) => [graph.from[k]!, graph.to[k]!] as const);
          return parts(Graph.from({ nodes: graph.size, edges, directed: graph.directed })) > parts(graph);
        });
        expect([...bridges(graph)]).toEqual(cutEdges);
      }),
      { numRuns: 80 },
    );
  });

  const neighboursOf = (graph: Graph, v: number) =>
    [...graph.undirected().neighbours(v)].filter((u) => u !== v).length;
});
