import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../../core/eigen.ts";
import { Matrix } from "../../core/matrix.ts";
import { Graph } from "../graph/graph.ts";
import { aGraph, dense, solveByHand } from "../graph/testing.ts";
import { components, strongComponents } from "../paths/components.ts";
import { eigenvectorCentrality } from "./eigenvector.ts";
import { hits } from "./hits.ts";
import { katzCentrality } from "./katz.ts";
import { pageRank } from "./page-rank.ts";
import { spectralRadius } from "./spectral-radius.ts";

const connected = aGraph({ directed: false, most: 8, edges: 20 }).filter(
  (graph) => components(graph).count === 1 && graph.edgeCount > 0,
);
const strong = aGraph({ directed: true, most: 7, edges: 25 }).filter(
  (graph) => strongComponents(graph).count === 1 && graph.edgeCount > 0,
);
const largest = (rows: number[][]) => symmetricEigen(rows).values[0]!;

describe("eigenvector centrality", () => {
  it("is the leading eigenvector where everybody is connected", () => {
    fc.assert(
      fc.property(fc.oneof(connected, strong), (graph) => {
        const { values, eigenvalue, notes } = eigenvectorCentrality(graph);
        const rows = dense(graph);
        expect(notes).toEqual([]);
        expect(Math.hypot(...values)).toBeCloseTo(1, 12);
        expect(Math.min(...values)).toBeGreaterThan(0);
        for (let v = 0; v < graph.size; v++) {
          const received = rows.reduce((total, row, u) => total + row[v]! * values[u]!, 0);
          expect(received).toBeCloseTo(eigenvalue * values[v]!, 10);
        }
        // An eigenvector without zeros belongs to the greatest eigenvalue (Perron and Frobenius).
        if (!graph.directed) expect(eigenvalue).toBeCloseTo(largest(rows), 10);
      }),
      { numRuns: 60 },
    );
  });

  it("settles on a two-mode graph", () => {
    const { values, eigenvalue } = eigenvectorCentrality(Graph.bipartite([[1, 1, 1, 1]]));
    expect(eigenvalue).toBeCloseTo(2, 13);
    expect([...values].map((x) => x ** 2)).toEqual(
      [0.5, 0.125, 0.125, 0.125, 0.125].map((x) => expect.closeTo(x, 13)),
    );
  });

  it("stays with the strongest component and says so", () => {
    const graph = Graph.from({ nodes: 5, edges: [[0, 1], [1, 2], [2, 0], [3, 4]] }); // biome-ignore format: two parts
    const { values, notes } = eigenvectorCentrality(graph);
    expect(values[0]).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(values[3]).toBeCloseTo(0, 12);
    expect(notes[0]).toMatchObject({ code: "disconnected" });
  });

  it("says when the two greatest eigenvalues can hardly be told apart", () => {
    const triangle = (at: number, weight: number) =>
      [
        [at, at + 1, 1],
        [at + 1, at + 2, 1],
        [at + 2, at, weight],
      ] as const;
    const edges = [...triangle(0, 1), ...triangle(3, 1 + 1e-7)];
    expect(eigenvectorCentrality(Graph.from({ nodes: 6, edges })).notes.map((note) => note.code)).toContain(
      "eigengap",
    );
  });

  it("is not defined where no way leads round", () => {
    const arrow = Graph.from({ nodes: 2, edges: [[0, 1]], directed: true });
    for (const graph of [
      arrow,
      Graph.from({ nodes: 2, edges: [] }),
      Graph.from({ nodes: 2, edges: [[0, 1, 0]] }),
    ]) {
      const { values, notes } = eigenvectorCentrality(graph);
      expect([...values]).toEqual([Number.NaN, Number.NaN]);
      expect(notes[0]?.code).toBe("degenerate");
    }
  });

  it("goes on from a ring to what it leads to, and leaves weights out when asked", () => {
    const graph = Graph.from({ nodes: 3, edges: [[0, 1, 4], [1, 0, 1], [1, 2, 2]], directed: true }); // biome-ignore format: a ring and an arrow
    expect(eigenvectorCentrality(graph).eigenvalue).toBeCloseTo(2, 12);
    const third = Math.sqrt(1 / 3);
    expect([...eigenvectorCentrality(graph, { weighted: false }).values]).toEqual(
      [third, third, third].map((x) => expect.closeTo(x, 12)),
    );
  });
});

describe("the spectral radius", () => {
  it("of a directed graph is that of its strong components", () => {
    const ring = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]], directed: true }); // biome-ignore format: a ring and an arrow
    expect(spectralRadius(ring, false)).toBeCloseTo(1, 12);
    const loop = Graph.from({ nodes: 2, edges: [[0, 1, 9], [1, 1, 3]], directed: true }); // biome-ignore format: two edges
    expect(spectralRadius(loop, true)).toBe(3);
    expect(spectralRadius(Graph.from({ nodes: 2, edges: [[0, 1, 9]], directed: true }), true)).toBe(0);
  });
});

describe("Katz centrality", () => {
  it("solves its equation", () => {
    fc.assert(
      fc.property(
        aGraph({ most: 8, edges: 20 }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        (graph, share) => {
          const { limit } = katzCentrality(graph, { alpha: 0 });
          const alpha = share * Math.min(limit, 1);
          const beta = Array.from({ length: graph.size }, (_, v) => v % 3);
          const rows = dense(graph);
          const system = rows.map((_, v) => rows.map((row, u) => (u === v ? 1 : 0) - alpha * row[v]!));
          const found = katzCentrality(graph, { alpha, beta });
          const wanted = solveByHand(system, beta);
          const most = Math.max(1, ...wanted.map(Math.abs));
          for (const [v, value] of wanted.entries())
            expect(found.values[v]! / most).toBeCloseTo(value / most, 10);
          expect(found.notes).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses an alpha with which walks do not end", () => {
    const ring = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2], [2, 0]] }); // biome-ignore format: one ring
    expect(() => katzCentrality(ring, { alpha: 0.5 })).toThrow(/alpha 0.5 .* does not converge/);
    expect(() => katzCentrality(ring, { alpha: -0.1 })).toThrow(/alpha -0.1/);
    expect(katzCentrality(ring).alpha).toBeCloseTo(0.425, 12);
    expect(Math.hypot(...katzCentrality(ring, { normalised: true }).values)).toBeCloseTo(1, 14);
  });
});

describe("PageRank", () => {
  it("solves its equation", () => {
    const shares = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(aGraph({ most: 8, edges: 20 }), shares, shares, fc.boolean(), (graph, p, q, weighted) => {
        const part = (list: number[]) => list.slice(0, graph.size);
        const share = (list: number[]) => part(list).map((x, _, all) => x / all.reduce((a, b) => a + b));
        const rows = dense(graph).map((row) => row.map((x) => (weighted ? x : Math.sign(x))));
        const out = rows.map((row) => row.reduce((a, b) => a + b, 0));
        const d = 0.7;
        const system = rows.map((_, v) =>
          rows.map((row, u) => (u === v ? 1 : 0) - d * (out[u]! > 0 ? row[v]! / out[u]! : share(q)[v]!)),
        );
        const wanted = solveByHand(
          system,
          share(p).map((x) => (1 - d) * x),
        );
        const options = { damping: d, personalisation: part(p), dangling: part(q), weighted };
        const { values } = pageRank(graph, options);
        for (const [v, value] of wanted.entries()) expect(values[v]).toBeCloseTo(value, 11);
      }),
      { numRuns: 60 },
    );
  });

  it("goes from where no edge leaves to where one begins", () => {
    const arrow = Graph.from({ nodes: 2, edges: [[0, 1]], directed: true });
    expect([...pageRank(arrow, { personalisation: [1, 0] }).values]).toEqual(
      [1 / 1.85, 0.85 / 1.85].map((x) => expect.closeTo(x, 11)),
    );
    expect([...pageRank(Graph.from({ nodes: 2, edges: [] })).values]).toEqual([0.5, 0.5]);
    expect(pageRank(Graph.from({ nodes: 0, edges: [] })).values).toHaveLength(0);
  });

  it("says when it did not settle, and refuses what is no chance", () => {
    const star = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2, 3]] }); // biome-ignore format: one star
    expect(pageRank(star, { mostIterations: 1 }).notes[0]?.code).toBe("not-converged");
    expect(() => pageRank(star, { damping: 1.1 })).toThrow(/damping 1.1/);
    expect(() => pageRank(star, { personalisation: [1, -1, 1] })).toThrow(/-1 in personalisation/);
    expect(() => pageRank(star, { dangling: [0, 0, 0] })).toThrow(/All of dangling/);
  });
});

describe("hubs and authorities", () => {
  it("are the leading eigenvectors of who shares receivers and senders", () => {
    fc.assert(
      fc.property(strong, (graph) => {
        const { hubs, authorities, notes } = hits(graph);
        if (notes.length > 0) return;
        const rows = dense(graph);
        const shared = rows.map((_, a) =>
          rows.map((_, b) => rows.reduce((total, row) => total + row[a]! * row[b]!, 0)),
        );
        const { values, vectors } = symmetricEigen(Matrix.from(shared));
        fc.pre((values[0]! - values[1]!) / values[0]! > 1e-3);
        const wanted = vectors.column(0).map(Math.abs);
        const total = wanted.reduce((a, b) => a + b);
        for (const [v, value] of wanted.entries()) expect(authorities[v]).toBeCloseTo(value / total, 8);
        const sent = rows.map((row) => row.reduce((sum, x, v) => sum + x * authorities[v]!, 0));
        const all = sent.reduce((a, b) => a + b);
        for (const [v, value] of sent.entries()) expect(hubs[v]).toBeCloseTo(value / all, 10);
      }),
      { numRuns: 60 },
    );
  });

  it("say when edges fall apart or are missing", () => {
    const two = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]], directed: true }); // biome-ignore format: two arrows
    expect(hits(two).notes[0]?.code).toBe("disconnected");
    expect([...hits(two).hubs]).toEqual([0.5, 0, 0.5, 0].map((x) => expect.closeTo(x, 14)));
    const none = hits(Graph.from({ nodes: 2, edges: [] }));
    expect([...none.hubs, ...none.authorities]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(none.notes[0]?.code).toBe("degenerate");
  });
});
