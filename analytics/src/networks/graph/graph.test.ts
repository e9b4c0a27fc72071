import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "./graph.ts";

const triangle = Graph.from({
  nodes: ["a", "b", "c", "d"],
  edges: [
    ["c", "a", 2],
    ["a", "b", 3],
    ["b", "c"],
  ],
});

describe("a graph", () => {
  it("shows an undirected edge from both ends, neighbours ascending", () => {
    expect([...triangle.neighbours(2)]).toEqual([0, 1]);
    expect([...triangle.neighbours(3)]).toEqual([]);
    expect([...triangle.out.edges]).toEqual([1, 0, 1, 2, 0, 2]);
    expect([...triangle.out.weights]).toEqual([3, 2, 3, 1, 2, 1]);
    expect(triangle.in).toBe(triangle.out);
  });

  it("keeps both sides of a directed edge apart", () => {
    const graph = Graph.from({
      nodes: 3,
      edges: [
        [0, 1],
        [2, 1],
        [1, 0],
      ],
      directed: true,
    });
    expect([...graph.neighbours(1)]).toEqual([0]);
    expect([...graph.in.nodes.subarray(graph.in.starts[1]!, graph.in.starts[2]!)]).toEqual([0, 2]);
    expect([...graph.reverse().neighbours(1)]).toEqual([0, 2]);
    expect([...graph.reverse().from]).toEqual([1, 1, 0]);
  });

  it("sums parallel edges and remembers where each went", () => {
    const edges = [
      [1, 0, 2],
      [2, 0, 5],
      [0, 1, 0.5],
      [1, 1, 9],
    ] as const;
    const graph = Graph.from({ nodes: 3, edges, selfLoops: "drop" });
    expect([...graph.weights]).toEqual([2.5, 5]);
    expect([...graph.given]).toEqual([0, 1, 0, -1]);
    expect([...graph.asGiven([10, 20])]).toEqual([10, 20, 10, Number.NaN]);
    expect(Graph.from({ nodes: 3, edges, directed: true }).edgeCount).toBe(4);
  });

  it("shows a self-loop once among the neighbours", () => {
    expect([...Graph.from({ nodes: 1, edges: [[0, 0]] }).neighbours(0)]).toEqual([0]);
  });

  it.each([
    ["negative", { nodes: 2, edges: [[0, 1, -1]] }, /weight -1 of edge 0 from 0 to 1/],
    ["not-a-number", { nodes: ["a", "b"], edges: [["a", "b", Number.NaN]] }, /edge 0 from "a" to "b"/],
    ["unknown-name", { nodes: 2, edges: [[0, 2]] }, /Edge 0 ends at 2.*0 to 1/],
    ["unknown-name", { nodes: ["a"], edges: [["a", "z"]] }, /"z"/],
    ["duplicate", { nodes: ["a", "a"], edges: [] }, /Two nodes are called "a"/],
    ["duplicate", { nodes: 2, edges: [[0, 1], [1, 0]], parallelEdges: "error" }, /Edge 1 .* as edge 0 does/], // biome-ignore format: one case a line
    ["option", { nodes: 2, edges: [[0, 0]], selfLoops: "error" }, /itself/],
    ["shape", { nodes: -1, edges: [] }, /-1 nodes/],
    ["shape", { nodes: 2, edges: { from: [0], to: [] } }, /same length/],
  ])("is refused as %s", (code, input, message) => {
    const making = () => Graph.from(input as never);
    expect(making).toThrow(expect.objectContaining({ code }));
    expect(making).toThrow(message);
  });

  it("becomes undirected by adding both ways up", () => {
    const graph = Graph.from({
      nodes: 3,
      edges: [
        [0, 1, 1],
        [1, 0, 2],
        [1, 2, 4],
      ],
      directed: true,
    }).undirected();
    expect([...graph.weights]).toEqual([3, 4]);
    expect([...graph.given]).toEqual([0, 0, 1]);
    expect(graph.undirected()).toBe(graph);
  });

  it("gives the part among some nodes, renumbered as listed", () => {
    const part = triangle.subgraph([2, 0, 3]);
    expect(part.names).toEqual(["c", "a", "d"]);
    expect([...part.from, ...part.to, ...part.weights]).toEqual([0, 1, 2]);
    expect([...part.given]).toEqual([0, -1, -1]);
    expect(() => triangle.subgraph([0, 0])).toThrow(/listed twice/);
  });

  it("takes other weights for the same edges", () => {
    expect([...triangle.withWeights([7, 8, 9]).out.weights]).toEqual([8, 7, 8, 9, 7, 9]);
    expect(() => triangle.withWeights([7, -8, 9])).toThrow(/below zero/);
  });

  it("joins rows to columns of a presence", () => {
    const graph = Graph.bipartite([
      [1, 0, 1],
      [0, 0, 1],
    ]);
    expect(graph.size).toBe(5);
    expect([...graph.from]).toEqual([0, 0, 1]);
    expect([...graph.to]).toEqual([2, 4, 4]);
    const names = { rows: ["north"], columns: ["steel", "glass"] };
    expect(Graph.bipartite([[1, 1]], names).node("glass")).toBe(2);
    expect(() => Graph.bipartite([[1]], names)).toThrow(/1 and 2 names/);
  });

  it("finds nodes by name or position", () => {
    expect(triangle.node("c")).toBe(2);
    expect(() => triangle.node("z")).toThrow(/no node/);
    expect(() => triangle.node(4)).toThrow(/no node/);
  });

  it("may be empty", () => {
    expect(Graph.from({ nodes: 0, edges: [] }).out.starts).toEqual(Int32Array.of(0));
  });

  const anInput = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      directed: fc.boolean(),
      edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 })), {
        maxLength: 40,
      }),
    }),
  );

  it("has every weight of the input, in both directions of its adjacency", () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const graph = Graph.from(input);
        const wanted = new Map<string, number>();
        const add = (a: number, b: number, w: number) =>
          wanted.set(`${a} ${b}`, (wanted.get(`${a} ${b}`) ?? 0) + w);
        for (const [a, b, w] of input.edges) {
          add(a, b, w);
          if (!input.directed && a !== b) add(b, a, w);
        }
        for (const [side, key] of [
          [graph.out, (v: number, u: number) => `${v} ${u}`],
          [graph.in, (v: number, u: number) => `${u} ${v}`],
        ] as const) {
          const found = new Map<string, number>();
          for (let v = 0; v < graph.size; v++)
            for (let k = side.starts[v]!; k < side.starts[v + 1]!; k++) {
              if (k > side.starts[v]!) expect(side.nodes[k]).toBeGreaterThan(side.nodes[k - 1]!);
              expect(graph.weights[side.edges[k]!]).toBe(side.weights[k]);
              found.set(key(v, side.nodes[k]!), side.weights[k]!);
            }
          expect(found).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("nodes that are not listed", () => {
  it("come in the order in which edges name them", () => {
    const graph = Graph.from({ edges: [["b", "a", 2], ["a", "c"], ["b", "c"]] }); // biome-ignore format: one list
    expect(graph.names).toEqual(["b", "a", "c"]);
    expect([...graph.from]).toEqual([0, 1, 0]);
    expect([...graph.weights]).toEqual([2, 1, 1]);
    expect(Graph.from({ edges: [] }).size).toBe(0);
  });

  it.each([
    ["numbered ends", { edges: [[0, 1]] }, "Give `nodes`"],
    ["columns", { edges: { from: [0], to: [1] } }, "Give `nodes`"],
    ["no edges", {}, "undefined has no edges"],
    ["an edge that is none", { edges: [["a", "b"], "ab"] }, '"ab" is no edge (row 1)'],
    ["nodes that are none", { nodes: "ab", edges: [] }, '"ab" are no nodes'],
    ["no graph", undefined, "undefined is no graph"],
  ])("with %s are refused", (_, input, what) => {
    expect(() => Graph.from(input as never)).toThrow(
      expect.objectContaining({
        name: "AnalyticsError",
        code: "shape",
        message: expect.stringContaining(what),
      }),
    );
  });
});
