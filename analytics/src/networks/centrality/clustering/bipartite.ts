import { AnalyticsError } from "../../../core/error.ts";
import { checkWords } from "../../../core/one-of.ts";
import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";

/**
 * Clustering in a two-mode graph, where there are no triangles: for each node the mean overlap of its neighbours with those of
 * each node two steps away,
 *
 *     cc(u, v) = |N(u) ∩ N(v)| / b(u, v),   b = |N(u) ∪ N(v)|  "dot" (default)
 *                                           b = min(|N(u)|, |N(v)|)  "min"     b = max(…)  "max"
 *
 * A node with nobody two steps away has 0. Refuses a graph that has an edge within a side (an odd ring).
 * O(Σ over nodes of the edges of their neighbours).
 *
 * M. Latapy, C. Magnien and N. Del Vecchio, "Basic Notions for the Analysis of Large Two-Mode Networks", Social Networks 30
 * (2008), 31–48.
 *
 * @example
 * bipartiteClustering(Graph.bipartite([[1, 1], [1, 1]])); // [1, 1, 1, 1]
 */
export function bipartiteClustering(
  directedOrNot: Graph,
  options: { mode?: "dot" | "min" | "max" } = {},
): Float64Array {
  checkGraph(directedOrNot);
  checkWords(options, { mode: ["dot", "min", "max"] });
  const graph = directedOrNot.undirected();
  const { mode = "dot" } = options;
  refuseOddRings(graph);
  const { starts, nodes } = graph.out;
  const shared = new Int32Array(graph.size);
  const met = new Int32Array(graph.size);
  return Float64Array.from({ length: graph.size }, (_, u) => {
    let count = 0;
    const own = starts[u + 1]! - starts[u]!;
    for (let k = starts[u]!; k < starts[u + 1]!; k++) {
      const middle = nodes[k]!;
      for (let i = starts[middle]!; i < starts[middle + 1]!; i++) {
        const v = nodes[i]!;
        if (v === u) continue;
        if (shared[v]!++ === 0) met[count++] = v;
      }
    }
    let total = 0;
    for (let k = 0; k < count; k++) {
      const v = met[k]!;
      const other = starts[v + 1]! - starts[v]!;
      const base =
        mode === "dot"
          ? own + other - shared[v]!
          : mode === "min"
            ? Math.min(own, other)
            : Math.max(own, other);
      total += shared[v]! / base;
      shared[v] = 0;
    }
    return count > 0 ? total / count : 0;
  });
}

/**
 * Robins and Alexander's clustering of a two-mode graph: of all paths of three edges the share that a fourth edge closes to a
 * ring, 4 rings / paths. NaN where there is no such path. O(Σ over nodes of the edges of their neighbours).
 *
 * G. Robins and M. Alexander, "Small Worlds among Interlocking Directors", Computational and Mathematical Organization Theory
 * 10 (2004), 69–94.
 *
 * @example
 * robinsAlexanderClustering(Graph.bipartite([[1, 1], [1, 1]])); // 1
 */
export function robinsAlexanderClustering(directedOrNot: Graph): number {
  checkGraph(directedOrNot);
  const graph = directedOrNot.undirected();
  refuseOddRings(graph);
  const { starts, nodes } = graph.out;
  const degree = (v: number) => starts[v + 1]! - starts[v]!;
  let paths = 0;
  for (let e = 0; e < graph.edgeCount; e++)
    paths += (degree(graph.from[e]!) - 1) * (degree(graph.to[e]!) - 1);
  const shared = new Int32Array(graph.size);
  let corners = 0;
  for (let u = 0; u < graph.size; u++) {
    const each = (act: (v: number) => void) => {
      for (let k = starts[u]!; k < starts[u + 1]!; k++) {
        const middle = nodes[k]!;
        for (let i = starts[middle]!; i < starts[middle + 1]!; i++) if (nodes[i]! > u) act(nodes[i]!);
      }
    };
    each((v) => {
      shared[v]!++;
    });
    each((v) => {
      corners += (shared[v]! * (shared[v]! - 1)) / 2;
      shared[v] = 0;
    });
  }
  // Every ring of four has two pairs of opposite corners.
  return paths > 0 ? (4 * (corners / 2)) / paths : Number.NaN;
}

function refuseOddRings(graph: Graph) {
  const { starts, nodes } = graph.out;
  const side = new Int8Array(graph.size).fill(-1);
  const waiting: number[] = [];
  for (let root = 0; root < graph.size; root++) {
    if (side[root] !== -1) continue;
    side[root] = 0;
    waiting.push(root);
    for (let v = waiting.pop(); v !== undefined; v = waiting.pop())
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const w = nodes[k]!;
        if (side[w] === side[v])
          throw new AnalyticsError(
            "shape",
            `The graph is not bipartite: nodes ${v} and ${w} are joined and on the same side`,
            "Give a graph with edges between its two sides only, as Graph.bipartite makes.",
            { row: v, column: w },
          );
        if (side[w] !== -1) continue;
        side[w] = side[v] === 0 ? 1 : 0;
        waiting.push(w);
      }
  }
}
