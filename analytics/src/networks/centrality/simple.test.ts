import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../graph/graph.ts";
import { aGraph, shortestByHand } from "../graph/testing.ts";
import { distances } from "../paths/distances.ts";
import { closeness, harmonicCentrality } from "./closeness.ts";
import { degree, strength } from "./degree.ts";
import { loadCentrality } from "./load.ts";
import { networkDensity, reciprocity } from "./whole.ts";

const arrows = Graph.from({
  nodes: 4,
  edges: [
    [0, 1, 2],
    [1, 0, 3],
    [1, 2, 5],
    [2, 2, 7],
  ],
  directed: true,
});

describe("degree and strength", () => {
  it("count edges on either side, a self-loop with both its ends", () => {
    expect([...degree(arrows)]).toEqual([2, 3, 3, 0]);
    expect([...degree(arrows, { side: "out" })]).toEqual([1, 2, 1, 0]);
    expect([...degree(arrows, { side: "in" })]).toEqual([1, 1, 2, 0]);
    expect([...strength(arrows, { side: "in" })]).toEqual([3, 2, 12, 0]);
    expect([...strength(arrows.undirected())]).toEqual([5, 10, 19, 0]);
    expect([...degree(arrows.undirected(), { side: "in" })]).toEqual([1, 2, 3, 0]);
  });
});

describe("density and reciprocity", () => {
  it("leave self-loops out", () => {
    expect(networkDensity(arrows)).toBe(3 / 12);
    expect(networkDensity(arrows.undirected())).toBe(2 / 6);
    expect(reciprocity(arrows)).toBe(2 / 3);
    expect(reciprocity(arrows.undirected())).toBe(1);
  });

  it("are not defined where nothing could be", () => {
    expect(networkDensity(Graph.from({ nodes: 1, edges: [] }))).toBeNaN();
    expect(reciprocity(Graph.from({ nodes: 1, edges: [[0, 0]], directed: true }))).toBeNaN();
  });
});

describe("closeness", () => {
  it("follows its formulas, inwards and outwards, by hops and lengths", () => {
    fc.assert(
      fc.property(
        aGraph({ most: 9, edges: 20 }),
        fc.constantFrom("hops" as const, "inverse" as const),
        fc.constantFrom("in" as const, "out" as const),
        (graph, length, direction) => {
          const d = distances(graph, { length });
          const faust = closeness(graph, { length, direction }).values;
          const own = closeness(graph, { length, direction, variant: "component" }).values;
          const harmonic = harmonicCentrality(graph, { length, direction });
          const scaled = harmonicCentrality(graph, { length, direction, normalised: true });
          for (let v = 0; v < graph.size; v++) {
            const all = Array.from(direction === "in" ? d.column(v) : d.row(v)).filter(
              (x, u) => u !== v && Number.isFinite(x),
            );
            const total = all.reduce((a, b) => a + b, 0);
            const r = all.length;
            expect(own[v]).toBeCloseTo(r > 0 ? r / total : 0, 11);
            expect(faust[v]).toBeCloseTo(r > 0 ? (r / (graph.size - 1)) * (r / total) : 0, 11);
            expect(harmonic[v]).toBeCloseTo(
              all.reduce((a, b) => a + 1 / b, 0),
              10,
            );
            if (graph.size > 1) expect(scaled[v]! * (graph.size - 1)).toBeCloseTo(harmonic[v]!, 10);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("says when not everybody is reached", () => {
    expect(closeness(Graph.from({ nodes: 3, edges: [[0, 1]] })).notes[0]?.code).toBe("disconnected");
    expect(closeness(Graph.from({ nodes: 2, edges: [[0, 1]] })).notes).toEqual([]);
    expect(() => closeness(arrows, { variant: "near" as never })).toThrow("The option variant");
  });
});

describe("load", () => {
  it("is passed back in equal parts to all predecessors", () => {
    const byHand = (graph: Graph) => {
      const load = new Array<number>(graph.size).fill(0);
      const length = (edge: number) => 60 / graph.weights[edge]!;
      for (let s = 0; s < graph.size; s++)
        for (let t = 0; t < graph.size; t++) {
          const pass = (v: number, amount: number) => {
            if (v === s) return;
            if (v !== t) load[v]! += amount;
            const before = new Set(shortestByHand(graph, s, v, length).map((path) => path.nodes.at(-2)!));
            for (const u of before) pass(u, amount / before.size);
          };
          if (shortestByHand(graph, s, t, length).length > 0) pass(t, 1);
        }
      return load;
    };
    fc.assert(
      fc.property(aGraph({ most: 6, edges: 9 }), (graph) => {
        const wanted = byHand(graph);
        const found = loadCentrality(graph, { length: "inverse" });
        for (const [v, value] of wanted.entries()) expect(found[v]).toBeCloseTo(value, 10);
      }),
      { numRuns: 60 },
    );
  });

  it("is normalised by ordered pairs", () => {
    const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] }); // biome-ignore format: one path
    expect([...loadCentrality(path, { normalised: true })]).toEqual([0, 1, 0]);
    expect(loadCentrality(Graph.from({ nodes: 2, edges: [[0, 1]] }), { normalised: true })[0]).toBeNaN();
  });
});
