import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";

/**
 * Density: how many of the edges there could be there are, m / (n(n - 1)), undirected m / (n(n - 1) / 2). Self-loops are not
 * counted. NaN with fewer than two nodes. O(edges).
 *
 * @example
 * networkDensity(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })); // 2 / 3
 */
export function networkDensity(graph: Graph): number {
  checkGraph(graph);
  const pairs = (graph.size * (graph.size - 1)) / (graph.directed ? 1 : 2);
  return pairs > 0 ? betweenOthers(graph) / pairs : Number.NaN;
}

/**
 * Reciprocity: the share of edges that are answered by one the other way. Self-loops are not counted. Undirected it is 1;
 * NaN without edges. O(edges · log degree).
 *
 * M. E. J. Newman, S. Forrest and J. Balthrop, "Email Networks and the Spread of Computer Viruses", Physical Review E 66
 * (2002), 035101.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [1, 0], [1, 2]], directed: true });
 * reciprocity(graph); // 2 / 3
 */
export function reciprocity(graph: Graph): number {
  checkGraph(graph);
  const all = betweenOthers(graph);
  if (all === 0) return Number.NaN;
  if (!graph.directed) return 1;
  let answered = 0;
  for (let e = 0; e < graph.edgeCount; e++)
    if (graph.from[e] !== graph.to[e] && graph.leads(graph.to[e]!, graph.from[e]!)) answered++;
  return answered / all;
}

function betweenOthers(graph: Graph): number {
  let count = 0;
  for (let e = 0; e < graph.edgeCount; e++) if (graph.from[e] !== graph.to[e]) count++;
  return count;
}
