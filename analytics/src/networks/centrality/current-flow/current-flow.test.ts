import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../../graph/graph.ts";
import { aGraph, solveByHand } from "../../graph/testing.ts";
import { components } from "../../paths/components.ts";
import { currentFlowBetweenness } from "./betweenness.ts";
import { groundedInverse } from "./cholesky.ts";
import { currentFlowCloseness } from "./closeness.ts";
import { solver } from "./conjugate-gradient.ts";
import { eachPotential } from "./potentials.ts";

const connected = aGraph({ directed: false, most: 7, edges: 16 }).filter(
  (graph) => components(graph).count === 1 && graph.size > 1,
);

/** Potentials when one unit enters at s and leaves at t, node 0 grounded. */
function potentialsByHand(graph: Graph, s: number, t: number): number[] {
  const rows = Array.from({ length: graph.size }, () => new Array<number>(graph.size).fill(0));
  for (let e = 0; e < graph.edgeCount; e++) {
    const [a, b, w] = [graph.from[e]!, graph.to[e]!, graph.weights[e]!];
    if (a === b) continue;
    rows[a]![a]! += w;
    rows[b]![b]! += w;
    rows[a]![b]! -= w;
    rows[b]![a]! -= w;
  }
  const currents = Array.from({ length: graph.size }, (_, v) => (v === s ? 1 : 0) - (v === t ? 1 : 0));
  return [
    0,
    ...solveByHand(
      rows.slice(1).map((row) => row.slice(1)),
      currents.slice(1),
    ),
  ];
}

describe("current flow", () => {
  it("has the resistances and currents of Kirchhoff's laws", () => {
    fc.assert(
      fc.property(connected, (graph) => {
        const resistance = new Array<number>(graph.size).fill(0);
        const through = new Array<number>(graph.size).fill(0);
        for (let s = 0; s < graph.size; s++)
          for (let t = 0; t < graph.size; t++) {
            if (s === t) continue;
            const p = potentialsByHand(graph, s, t);
            resistance[s]! += p[s]! - p[t]!;
            for (let e = 0; e < graph.edgeCount; e++)
              for (const v of [graph.from[e]!, graph.to[e]!])
                if (v !== s && v !== t)
                  through[v]! += (graph.weights[e]! * Math.abs(p[graph.from[e]!]! - p[graph.to[e]!]!)) / 4;
          }
        const near = currentFlowCloseness(graph).values;
        const between = currentFlowBetweenness(graph).values;
        for (let v = 0; v < graph.size; v++) {
          expect(near[v]).toBeCloseTo(1 / resistance[v]!, 10);
          expect(between[v]).toBeCloseTo(through[v]!, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same by conjugate gradients", () => {
    fc.assert(
      fc.property(connected, fc.nat(), fc.nat(), (graph, a, b) => {
        const [s, t] = [a % graph.size, b % graph.size];
        const rows = groundedInverse(
          graph.withWeights(graph.weights.map((w, e) => (graph.from[e] === graph.to[e] ? 0 : w))),
        );
        const currents = new Float64Array(graph.size);
        currents[s]! += 1;
        currents[t]! -= 1;
        const potentials = new Float64Array(graph.size);
        expect(solver(withoutLoops(graph))(currents, potentials)).toBe(true);
        for (let v = 1; v < graph.size; v++)
          expect(potentials[v]! - potentials[0]!).toBeCloseTo(rows[s]![v]! - rows[t]![v]!, 10);
      }),
      { numRuns: 60 },
    );
  });

  const withoutLoops = (graph: Graph) => {
    const kept = [...graph.from.keys()].filter((e) => graph.from[e] !== graph.to[e]);
    return Graph.from({
      nodes: graph.size,
      edges: kept.map((e) => [graph.from[e]!, graph.to[e]!, graph.weights[e]!] as const),
    });
  };

  it.each([
    ["Cholesky", 60],
    ["conjugate gradients", 0],
  ])("by %s has the resistances of a ring", (_, denseUpTo) => {
    const n = 60;
    const ring = Graph.from({
      nodes: n,
      edges: Array.from({ length: n }, (_, v) => [v, (v + 1) % n] as const),
    });
    const rows: Float64Array[] = [];
    const settled = eachPotential(
      ring,
      (s, potentials) => {
        rows[s] = potentials.slice();
      },
      denseUpTo,
    );
    expect(settled).toBe(true);
    for (const step of [1, 20, 30]) {
      // Two ways side by side, of `step` and of n - `step` wires.
      const resistance = rows[5]![5]! + rows[5 + step]![5 + step]! - 2 * rows[5]![5 + step]!;
      expect(resistance).toBeCloseTo((step * (n - step)) / n, 10);
    }
  });

  it("flows within each component, and says so", () => {
    const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [3, 4], [2, 3, 0], [5, 5]] }); // biome-ignore format: three parts
    const near = currentFlowCloseness(graph, { normalised: true });
    expect([...near.values]).toEqual(
      [2 / 3, 1, 2 / 3, 1, 1, Number.NaN].map((x) => (x > 0 ? expect.closeTo(x, 12) : x)),
    );
    expect(near.notes[0]).toMatchObject({ code: "disconnected" });
    const between = currentFlowBetweenness(graph, { normalised: true });
    expect([...between.values]).toEqual([0, 0.1, 0, 0, 0, 0].map((x) => expect.closeTo(x, 12)));
    expect([...currentFlowBetweenness(graph, { weighted: false }).values]).toEqual(
      [0, 3, 4, 3, 0, 0].map((x) => expect.closeTo(x, 12)),
    );
  });

  it("is refused by a directed network", () => {
    expect(() => currentFlowCloseness(Graph.from({ nodes: 2, edges: [[0, 1]], directed: true }))).toThrow(
      /undirected/,
    );
  });
});
