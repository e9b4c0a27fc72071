import { AnalyticsError } from "../../core/error.ts";
import { checkGraph } from "../graph/check-graph.ts";
import { Graph } from "../graph/index.ts";

export type Backbone = {
  /** The same nodes with the edges kept. */
  graph: Graph;
  /** Which edges were kept, by position in the given graph, ascending. */
  edges: Int32Array;
  /** Of each edge the probability that chance gives it so large a share of the strength at the end where it is less likely. */
  significance: Float64Array;
};

/**
 * Disparity filter: keeps the edges that carry far more of a node's strength than they would if the node spread it over its
 * k ties at random, and so shows the backbone at all scales.
 *
 *     α_ij = ( 1 - w_ij / s_i )^(k_i - 1),   kept where α_ij < alpha at either end
 *
 * Directed: the outgoing strength of the source and the incoming one of the target. An edge that is the only one of a node
 * says nothing there (α = 1). Self-loops are left out. Default alpha 0.05. O(nodes + edges).
 *
 * M. Á. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex weighted networks",
 * PNAS 106 (2009), 6483–6488.
 *
 * @example
 * const graph = Graph.from({ nodes: 5, edges: [[0, 1, 97], [0, 2, 1], [0, 3, 1], [0, 4, 1]] });
 * disparityFilter(graph, { alpha: 0.01 }).edges; // Int32Array [0]
 */
export function disparityFilter(graph: Graph, { alpha = 0.05 } = {}): Backbone {
  checkGraph(graph);
  if (!(alpha >= 0 && alpha <= 1))
    throw new AnalyticsError(
      "option",
      `An alpha of ${alpha} is no probability`,
      "Give a number from 0 to 1.",
    );
  const { size, from, to, weights, directed } = graph;
  const given = new Float64Array(size);
  const givenTies = new Int32Array(size);
  const taken = directed ? new Float64Array(size) : given;
  const takenTies = directed ? new Int32Array(size) : givenTies;
  weights.forEach((weight, e) => {
    if (from[e] === to[e] || weight === 0) return;
    given[from[e]!]! += weight;
    givenTies[from[e]!]!++;
    taken[to[e]!]! += weight;
    takenTies[to[e]!]!++;
  });
  const significance = weights.map((weight, e) => {
    if (from[e] === to[e] || weight === 0) return 1;
    const a = from[e]!;
    const b = to[e]!;
    return Math.min(unlikely(weight / given[a]!, givenTies[a]!), unlikely(weight / taken[b]!, takenTies[b]!));
  });
  const edges = Int32Array.from(significance.keys()).filter((e) => significance[e]! < alpha);
  return { graph: withEdges(graph, edges), edges, significance };
}

const unlikely = (share: number, ties: number) => Math.max(0, 1 - share) ** (ties - 1);

/**
 * Maximum spanning tree: the heaviest edges that join all nodes without a ring, and so the strongest chain of ties between
 * any two. In a graph of several components a tree of each. Among equal weights the earlier edge goes first. Directed edges
 * count without their direction. O(edges log edges).
 *
 * J. B. Kruskal, "On the shortest spanning subtree of a graph and the traveling salesman problem", Proceedings of the
 * American Mathematical Society 7 (1956), 48–50.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1, 5], [1, 2, 1], [0, 2, 3]] });
 * maximumSpanningTree(graph).edges; // Int32Array [0, 2]
 */
export function maximumSpanningTree(graph: Graph): { graph: Graph; edges: Int32Array; weight: number } {
  checkGraph(graph);
  const { size, from, to, weights } = graph;
  const order = Int32Array.from(weights.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const above = Int32Array.from({ length: size }, (_, v) => v);
  const kept: number[] = [];
  let weight = 0;
  for (const e of order) {
    const a = root(above, from[e]!);
    const b = root(above, to[e]!);
    if (a === b) continue;
    above[a] = b;
    kept.push(e);
    weight += weights[e]!;
  }
  const edges = Int32Array.from(kept).sort();
  return { graph: withEdges(graph, edges), edges, weight };
}

/** The topmost node above one, shortening the way there for the next time. */
function root(above: Int32Array, node: number): number {
  let v = node;
  while (above[v] !== v) {
    above[v] = above[above[v]!]!;
    v = above[v]!;
  }
  return v;
}

function withEdges({ size, names, directed, weighted, from, to, weights }: Graph, kept: Int32Array): Graph {
  const columns = { from: kept.map((e) => from[e]!), to: kept.map((e) => to[e]!) };
  const edges = weighted ? { ...columns, weight: Float64Array.from(kept, (e) => weights[e]!) } : columns;
  return Graph.from({ nodes: names ?? size, edges, directed });
}
