import { checkGraph } from "../graph/check-graph.ts";
import type { NodeKey } from "../graph/edges.ts";
import type { Graph } from "../graph/graph.ts";
import { type EdgeLength, edgeLengths, LENGTH_EPSILON } from "./length.ts";
import { Search } from "./search.ts";

/** The nodes of a path from its first to its last, the edges between them, and how long it is in all. */
export type Path = { nodes: Int32Array; edges: Int32Array; length: number };

/**
 * A shortest path from one node to another, `null` where no way leads. Of several equally short ones the one whose nodes,
 * read from the end, come first. From a node to itself the path is that node alone, of length 0.
 *
 * O(edges) by hops, O(edges · log nodes) with lengths.
 *
 * @example
 * const ring = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 3], [3, 0]] });
 * shortestPath(ring, 0, 2)?.nodes; // [0, 1, 2]
 */
export function shortestPath(
  graph: Graph,
  from: NodeKey,
  to: NodeKey,
  options: { length?: EdgeLength } = {},
): Path | null {
  checkGraph(graph);
  const source = graph.node(from);
  const target = graph.node(to);
  const lengths = edgeLengths(graph, options.length);
  const search = new Search(graph.out, lengths).from(source);
  const { distance, order } = search;
  if (distance[target] === Number.POSITIVE_INFINITY) return null;
  const rank = new Int32Array(graph.size).fill(graph.size);
  for (let k = 0; k < search.found; k++) rank[order[k]!] = k;
  const nodes = [target];
  const edges: number[] = [];
  for (let v = target; v !== source; ) {
    const { starts, nodes: before, edges: through } = graph.in;
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      const u = before[k]!;
      // Reached earlier, so that edges of length 0 never lead round in a circle.
      if (rank[u]! >= rank[v]!) continue;
      if (distance[u]! + (lengths ? lengths[through[k]!]! : 1) > distance[v]! * (1 + LENGTH_EPSILON))
        continue;
      nodes.push(u);
      edges.push(through[k]!);
      v = u;
      break;
    }
  }
  return {
    nodes: Int32Array.from(nodes.reverse()),
    edges: Int32Array.from(edges.reverse()),
    length: distance[target]!,
  };
}
