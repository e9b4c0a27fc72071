import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";

/**
 * Simmelian strength of each edge: in how many triangles it is, that is, how many third parties both ends are tied to. Such
 * ties last longer and bind more. In a directed graph only ties in both directions count, and an edge without its counterpart
 * has 0. Weights do not count, self-loops have 0. In the order of the graph's edges. O(Σ over edges of both degrees).
 *
 * D. Krackhardt, "Simmelian ties: super strong and sticky", in R. Kramer, M. Neale (eds), Power and Influence in Organizations
 * (1998), 21–38. B. Nick et al., "Simmelian backbones", ASONAM (2013), 525–532.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [0, 2], [2, 3]] });
 * simmelianStrength(graph); // Int32Array [1, 1, 1, 0]
 */
export function simmelianStrength(graph: Graph): Int32Array {
  checkGraph(graph);
  const { size, from, to, edgeCount } = graph;
  const mutual = bothWays(graph);
  const mark = new Int32Array(size).fill(-1);
  const strength = new Int32Array(edgeCount);
  // Edges by the node they start from, so that its neighbours are marked once for all.
  const { starts, nodes, edges } = graph.out;
  for (let a = 0; a < size; a++) {
    for (let k = starts[a]!; k < starts[a + 1]!; k++) if (mutual[k]) mark[nodes[k]!] = a;
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      const e = edges[k]!;
      const b = nodes[k]!;
      if (!mutual[k] || from[e] !== a || to[e] !== b) continue;
      for (let i = starts[b]!; i < starts[b + 1]!; i++)
        if (mutual[i] && mark[nodes[i]!] === a) strength[e]!++;
    }
  }
  return strength;
}

/** Which entries of the adjacency have a counterpart, self-loops not among them. */
function bothWays(graph: Graph): Uint8Array {
  const { starts, nodes } = graph.out;
  const mutual = new Uint8Array(nodes.length);
  const mark = new Int32Array(graph.size).fill(-1);
  for (let v = 0; v < graph.size; v++) {
    const { starts: begins, nodes: sources } = graph.in;
    for (let k = begins[v]!; k < begins[v + 1]!; k++) mark[sources[k]!] = v;
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (nodes[k] !== v && mark[nodes[k]!] === v) mutual[k] = 1;
  }
  return mutual;
}
