import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";

/**
 * Core numbers: the largest k for which a node is in the k-core, the largest part of the graph in which everybody has at
 * least k edges to others of that part. Directed, edges in and out count; self-loops do not. O(nodes + edges), by buckets.
 *
 * V. Batagelj and M. Zaveršnik, "An O(m) Algorithm for Cores Decomposition of Networks", arXiv cs/0310049 (2003);
 * S. B. Seidman, "Network Structure and Minimum Degree", Social Networks 5 (1983), 269–287.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] });
 * coreNumbers(graph); // [2, 2, 2, 1]
 */
export function coreNumbers(graph: Graph): Int32Array {
  checkGraph(graph);
  return peel(graph).core;
}

/** Core numbers, and the nodes in the order in which they are peeled off: always one with the fewest edges left. */
export function peel(graph: Graph): { core: Int32Array; order: Int32Array } {
  const { size } = graph;
  const sides = graph.directed ? [graph.out, graph.in] : [graph.out];
  const core = new Int32Array(size);
  for (const { starts, nodes } of sides)
    for (let v = 0; v < size; v++)
      for (let k = starts[v]!; k < starts[v + 1]!; k++) if (nodes[k] !== v) core[v]!++;
  const most = core.reduce((a, b) => Math.max(a, b), 0);
  /** Where in `order` the nodes of each degree begin. */
  const begin = new Int32Array(most + 2);
  for (const degree of core) begin[degree + 1]!++;
  for (let d = 1; d < begin.length; d++) begin[d]! += begin[d - 1]!;
  const order = new Int32Array(size);
  const place = new Int32Array(size);
  const next = begin.slice();
  for (let v = 0; v < size; v++) {
    place[v] = next[core[v]!]!++;
    order[place[v]!] = v;
  }
  for (let i = 0; i < size; i++) {
    const v = order[i]!;
    for (const { starts, nodes } of sides)
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const w = nodes[k]!;
        if (core[w]! <= core[v]!) continue;
        // To the front of its bucket, then the bucket begins one later.
        const first = begin[core[w]!]!;
        const other = order[first]!;
        order[place[w]!] = other;
        place[other] = place[w]!;
        order[first] = w;
        place[w] = first;
        begin[core[w]!] = first + 1;
        core[w]!--;
      }
  }
  return { core, order };
}
