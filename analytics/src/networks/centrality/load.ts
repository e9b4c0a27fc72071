import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import { type EdgeLength, edgeLengths, LENGTH_EPSILON, refuseZeroLengths } from "../paths/length.ts";
import { Search } from "../paths/search.ts";

/**
 * Load: how much passes through a node when every node sends one unit to every other, and each node on the way back to the
 * sender passes what it holds in equal parts to all its predecessors on shortest paths. Unlike betweenness, each step is
 * split evenly, not each path. Counted over ordered pairs, ends left out; normalised, divided by (n - 1)(n - 2).
 *
 * O(nodes × edges), with lengths × log nodes.
 *
 * K.-I. Goh, B. Kahng and D. Kim, "Universal Behavior of Load Distribution in Scale-Free Networks", Physical Review Letters
 * 87 (2001), 278701; M. E. J. Newman, "Scientific Collaboration Networks II", Physical Review E 64 (2001), 016132.
 *
 * @example
 * loadCentrality(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })); // [0, 2, 0]
 */
export function loadCentrality(
  graph: Graph,
  options: { length?: EdgeLength; normalised?: boolean } = {},
): Float64Array {
  checkGraph(graph);
  const lengths = edgeLengths(graph, options.length);
  if (lengths) refuseZeroLengths(graph, lengths);
  const { size } = graph;
  const search = new Search(graph.out, lengths);
  const { distance, order } = search;
  const { starts, nodes, edges } = graph.in;
  const rank = new Int32Array(size).fill(-1);
  const held = new Float64Array(size);
  const result = new Float64Array(size);
  for (let source = 0; source < size; source++) {
    for (let k = 0; k < search.found; k++) rank[order[k]!] = -1;
    const { found } = search.from(source);
    for (let k = 0; k < found; k++) {
      rank[order[k]!] = k;
      held[order[k]!] = 1;
    }
    for (let k = found - 1; k > 0; k--) {
      const v = order[k]!;
      const reach = distance[v]! * (1 + LENGTH_EPSILON);
      const precedes = (i: number) =>
        rank[nodes[i]!]! >= 0 &&
        rank[nodes[i]!]! < k &&
        distance[nodes[i]!]! + (lengths ? lengths[edges[i]!]! : 1) <= reach;
      let count = 0;
      for (let i = starts[v]!; i < starts[v + 1]!; i++) if (precedes(i)) count++;
      for (let i = starts[v]!; i < starts[v + 1]!; i++) if (precedes(i)) held[nodes[i]!]! += held[v]! / count;
      result[v]! += held[v]! - 1;
    }
  }
  const pairs = (size - 1) * (size - 2);
  return options.normalised ? result.map((value) => (pairs > 0 ? value / pairs : Number.NaN)) : result;
}
