import { AnalyticsError } from "../../core/error.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { type Groups, readPartition } from "./partition.ts";

/**
 * On which of the two sides of a two-mode graph each node is, 0 or 1: the smallest node of each component is on side 0
 * (of `Graph.bipartite` the rows). Refuses a graph that has no two sides, naming an edge within one. O(nodes + edges).
 *
 * @example
 * twoSides(Graph.bipartite([[1, 1], [0, 1]])); // Uint8Array [0, 0, 1, 1]
 */
export function twoSides(graph: Graph): Uint8Array {
  checkGraph(graph);
  const { size } = graph;
  const side = new Uint8Array(size);
  const seen = new Uint8Array(size);
  const stack: number[] = [];
  for (let root = 0; root < size; root++) {
    if (seen[root]) continue;
    seen[root] = 1;
    stack.push(root);
    while (stack.length > 0) {
      const v = stack.pop()!;
      for (const adjacency of graph.directed ? [graph.out, graph.in] : [graph.out])
        for (let k = adjacency.starts[v]!; k < adjacency.starts[v + 1]!; k++) {
          const u = adjacency.nodes[k]!;
          if (!seen[u]) {
            seen[u] = 1;
            side[u] = 1 - side[v]!;
            stack.push(u);
          } else if (side[u] === side[v]) throw oneSided(graph, v, u);
        }
    }
  }
  return side;
}

function oneSided(graph: Graph, a: number, b: number): AnalyticsError {
  const name = (v: number) => (graph.names ? JSON.stringify(graph.names[v]) : String(v));
  return new AnalyticsError(
    "option",
    `The edge between ${name(a)} and ${name(b)} closes a ring of odd length, so the graph has no two sides`,
    "Use modularity for a graph of one kind of nodes.",
  );
}

/**
 * Modularity of a two-mode graph: expected are only edges between the sides.
 *
 *     Q = Σ_c ( W_c / m - γ A_c B_c / m² )
 *
 * W_c is the weight inside c, A_c and B_c the strengths of its nodes on either side, m the weight of all edges. `NaN` without
 * any weight. Edges count without their direction. O(nodes + edges). `leiden(graph, { quality: "bipartite" })` seeks it.
 *
 * M. J. Barber, "Modularity and community detection in bipartite networks", Physical Review E 76 (2007), 066102.
 *
 * @example
 * const graph = Graph.bipartite([[1, 0], [0, 1]]);
 * bipartiteModularity(graph, [0, 1, 0, 1]); // 0.5
 */
export function bipartiteModularity(graph: Graph, communities: Groups, { resolution = 1 } = {}): number {
  checkGraph(graph);
  const { of, count } = readPartition(communities, graph.size);
  const side = twoSides(graph);
  const strengths = [new Float64Array(count), new Float64Array(count)] as const;
  let inside = 0;
  let total = 0;
  graph.weights.forEach((weight, e) => {
    const a = graph.from[e]!;
    const b = graph.to[e]!;
    strengths[side[a] as 0 | 1][of[a]!]! += weight;
    strengths[side[b] as 0 | 1][of[b]!]! += weight;
    total += weight;
    if (of[a] === of[b]) inside += weight;
  });
  if (total === 0) return Number.NaN;
  let expected = 0;
  for (let c = 0; c < count; c++) expected += (strengths[0][c]! / total) * (strengths[1][c]! / total);
  return inside / total - resolution * expected;
}
