import { AnalyticsError } from "../../core/error.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import type { Communities } from "./leiden.ts";
import { modularity } from "./modularity.ts";
import { bySize } from "./partition.ts";

export type GirvanNewman = Communities & {
  /** Each division on the way, coarse to fine, with its modularity: the components first, single nodes last. */
  levels: { communities: Int32Array; count: number; quality: number }[];
};

/**
 * Communities by Girvan and Newman's method: takes away, again and again, the edge that most shortest paths use (without
 * regard to weights; all edges that tie at once), and reports each time the graph falls apart further. The communities returned are
 * those of the level of highest modularity. Directed edges count like undirected ones.
 *
 * O(edges² × nodes): for graphs of up to some 1,000 edges, and refused above `mostEdges`.
 *
 * M. Girvan, M. E. J. Newman, "Community structure in social and biological networks", PNAS 99 (2002), 7821–7826.
 *
 * @example
 * const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]] });
 * girvanNewman(graph).communities; // Int32Array [0, 0, 0, 1, 1, 1]
 */
export function girvanNewman(given: Graph, { mostEdges = 5_000 } = {}): GirvanNewman {
  checkGraph(given);
  const graph = given.undirected();
  if (graph.edgeCount > mostEdges)
    throw new AnalyticsError(
      "too-large",
      `${graph.edgeCount} edges are more than the ${mostEdges} this slow method takes on`,
      "Use leiden, or raise mostEdges and wait.",
    );
  const gone = new Uint8Array(graph.edgeCount);
  for (let e = 0; e < graph.edgeCount; e++) if (graph.from[e] === graph.to[e]) gone[e] = 1;
  let left = gone.reduce((count, g) => count - g, graph.edgeCount);
  const levels: GirvanNewman["levels"] = [];
  const report = () => {
    const found = bySize(pieces(graph, gone));
    if (found.count > (levels.at(-1)?.count ?? 0))
      levels.push({ ...found, quality: modularity(given, found.communities) });
  };
  report();
  while (left > 0) {
    const used = edgeUse(graph, gone);
    const most = used.reduce((a, b) => Math.max(a, b), 0);
    // Edges that are alike must go together, whatever order rounding would put them in.
    for (let e = 0; e < used.length; e++)
      if (!gone[e] && used[e]! >= most * (1 - 1e-9)) {
        gone[e] = 1;
        left--;
      }
    report();
  }
  const first = levels[0] ?? { communities: new Int32Array(0), count: 0, quality: Number.NaN };
  const best = levels.reduce((a, b) => (b.quality > a.quality + 1e-12 ? b : a), first);
  const notes = Number.isNaN(best.quality)
    ? [{ code: "degenerate" as const, text: "There is no edge of any weight: every node stands alone." }]
    : [];
  return { ...best, levels, notes };
}

function pieces(graph: Graph, gone: Uint8Array): Int32Array {
  const { starts, nodes, edges } = graph.out;
  const piece = new Int32Array(graph.size).fill(-1);
  const stack: number[] = [];
  for (let root = 0; root < graph.size; root++) {
    if (piece[root] !== -1) continue;
    piece[root] = root;
    stack.push(root);
    while (stack.length > 0) {
      const v = stack.pop()!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const u = nodes[k]!;
        if (gone[edges[k]!] || piece[u] !== -1) continue;
        piece[u] = root;
        stack.push(u);
      }
    }
  }
  return piece;
}

/** Shortest paths over each edge that is still there (Brandes 2001), both directions counted. */
function edgeUse(graph: Graph, gone: Uint8Array): Float64Array {
  const { size } = graph;
  const { starts, nodes, edges } = graph.out;
  const used = new Float64Array(graph.edgeCount);
  const distance = new Int32Array(size);
  const paths = new Float64Array(size);
  const share = new Float64Array(size);
  const order = new Int32Array(size);
  for (let source = 0; source < size; source++) {
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let found = 1;
    for (let i = 0; i < found; i++) {
      const v = order[i]!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        if (gone[edges[k]!]) continue;
        const u = nodes[k]!;
        if (distance[u] === -1) {
          distance[u] = distance[v]! + 1;
          order[found++] = u;
        }
        if (distance[u] === distance[v]! + 1) paths[u]! += paths[v]!;
      }
    }
    for (let i = found - 1; i > 0; i--) {
      const v = order[i]!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const u = nodes[k]!;
        if (gone[edges[k]!] || distance[u] !== distance[v]! - 1) continue;
        const part = (paths[u]! / paths[v]!) * (1 + share[v]!);
        used[edges[k]!]! += part;
        share[u]! += part;
      }
    }
  }
  return used;
}
