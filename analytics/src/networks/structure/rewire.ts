import { below, type Random, seeded } from "../../core/random.ts";
import { checkGraph } from "../graph/check-graph.ts";
import { Graph } from "../graph/index.ts";
import { EdgeSet } from "./edge-set.ts";

export type RewireOptions = {
  /** Attempts per edge; default 10, after which next to nothing of the original order is left. */
  swapsPerEdge?: number;
  /** Default 1. */
  seed?: number;
};

/**
 * A random graph with the degree of every node as it is (the configuration model without parallel edges and self-loops): takes
 * two edges a–b and c–d again and again and exchanges their ends to a–d and c–b, unless that would make a self-loop or an
 * edge there is already. Directed graphs keep in- and out-degrees, two-mode graphs stay two-mode. Weights travel with their
 * edges, so strengths change; self-loops stay.
 *
 * The same seed gives the same graph. O(edges × swapsPerEdge).
 *
 * S. Maslov, K. Sneppen, "Specificity and stability in topology of protein networks", Science 296 (2002), 910–913.
 * R. Milo et al., "On the uniform generation of random graphs with prescribed degree sequences" (2003), arXiv:cond-mat/0312028.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]] });
 * rewire(graph, { seed: 7 }).edgeCount; // 2
 */
export function rewire(graph: Graph, { swapsPerEdge = 10, seed = 1 }: RewireOptions = {}): Graph {
  checkGraph(graph);
  return rewired(graph, swapsPerEdge, seeded(seed));
}

/** As `rewire`, going on with a generator. */
export function rewired(graph: Graph, swapsPerEdge: number, random: Random): Graph {
  const from = graph.from.slice();
  const to = graph.to.slice();
  const { size, directed } = graph;
  // An undirected edge is kept under its lower node.
  const low = (a: number, b: number) => (directed || a < b ? a : b);
  const high = (a: number, b: number) => (directed || a < b ? b : a);
  const there = new EdgeSet(from.length);
  const movable = Int32Array.from(from.keys()).filter((e) => from[e] !== to[e]);
  for (let e = 0; e < from.length; e++) there.add(low(from[e]!, to[e]!), high(from[e]!, to[e]!));
  const attempts = movable.length < 2 ? 0 : Math.round(swapsPerEdge * movable.length);
  // Whether an undirected edge is read from its one end or its other decides which of two swaps is tried, and must be
  // random. Where all edges lead from one side to the other, turning them round would join nodes of the same side.
  const turn = !directed && !twoMode(graph);
  for (let i = 0; i < attempts; i++) {
    const first = movable[below(random, movable.length)]!;
    const second = movable[below(random, movable.length)]!;
    const a = from[first]!;
    const b = to[first]!;
    const turned = turn && random() < 0.5;
    const c = turned ? to[second]! : from[second]!;
    const d = turned ? from[second]! : to[second]!;
    if (a === d || c === b) continue;
    if (there.has(low(a, d), high(a, d)) || there.has(low(c, b), high(c, b))) continue;
    there.delete(low(a, b), high(a, b));
    there.delete(low(c, d), high(c, d));
    there.add(low(a, d), high(a, d));
    there.add(low(c, b), high(c, b));
    to[first] = d;
    from[second] = c;
    to[second] = b;
  }
  const edges = graph.weighted ? { from, to, weight: graph.weights } : { from, to };
  return Graph.from({ nodes: graph.names ?? size, edges, directed });
}

/** Whether no node is both at the beginning of an edge and at the end of another, as in `Graph.bipartite`. */
function twoMode({ from, to, size }: Graph): boolean {
  const begins = new Uint8Array(size);
  for (const v of from) begins[v] = 1;
  return !to.some((v) => begins[v] === 1);
}
