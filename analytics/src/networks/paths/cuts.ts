import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import { withoutDirection } from "../graph/without-direction.ts";

/**
 * Bridges: the edges without which a component falls apart, by number, ascending. Direction does not matter. O(nodes + edges).
 *
 * J. Hopcroft and R. Tarjan, "Algorithm 447: Efficient Algorithms for Graph Manipulation", Communications of the ACM 16
 * (1973), 372–378.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] });
 * bridges(graph); // [3]
 */
export function bridges(graph: Graph): Int32Array {
  checkGraph(graph);
  if (!graph.directed) return cuts(graph).bridges;
  const { graph: without, edge: joined } = withoutDirection(graph);
  const wanted = new Set(cuts(without).bridges);
  // An edge each way between the same nodes is two ways between them: neither is a bridge.
  const twice = new Int32Array(without.edgeCount);
  for (const e of joined) twice[e]!++;
  return Int32Array.from(joined.keys()).filter((e) => wanted.has(joined[e]!) && twice[joined[e]!] === 1);
}

/**
 * Articulation points: the nodes without which a component falls apart, ascending. Direction does not matter. O(nodes + edges).
 * Source as for `bridges`.
 *
 * @example
 * articulationPoints(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })); // [1]
 */
export function articulationPoints(graph: Graph): Int32Array {
  checkGraph(graph);
  return cuts(graph.undirected()).points;
}

function cuts(graph: Graph): { bridges: Int32Array; points: Int32Array } {
  const { starts, nodes, edges } = graph.out;
  const entered = new Int32Array(graph.size).fill(-1);
  const lowest = new Int32Array(graph.size);
  const next = starts.slice(0, graph.size);
  const path = new Int32Array(graph.size);
  const isPoint = new Uint8Array(graph.size);
  const found: number[] = [];
  /** The edge by which a node was entered. */
  const through = new Int32Array(graph.size).fill(-1);
  let clock = 0;
  for (let root = 0; root < graph.size; root++) {
    if (entered[root] !== -1) continue;
    let depth = 0;
    let branches = 0;
    path[0] = root;
    entered[root] = clock;
    lowest[root] = clock++;
    while (depth >= 0) {
      const v = path[depth]!;
      if (next[v]! < starts[v + 1]!) {
        const k = next[v]!++;
        const w = nodes[k]!;
        if (edges[k] === through[v]) continue;
        if (entered[w] === -1) {
          through[w] = edges[k]!;
          entered[w] = clock;
          lowest[w] = clock++;
          path[++depth] = w;
          if (v === root) branches++;
        } else lowest[v] = Math.min(lowest[v]!, entered[w]!);
        continue;
      }
      if (--depth < 0) break;
      const above = path[depth]!;
      lowest[above] = Math.min(lowest[above]!, lowest[v]!);
      if (lowest[v]! > entered[above]!) found.push(through[v]!);
      if (above !== root && lowest[v]! >= entered[above]!) isPoint[above] = 1;
    }
    if (branches > 1) isPoint[root] = 1;
  }
  return {
    bridges: Int32Array.from(found).sort(),
    points: Int32Array.from(isPoint.keys()).filter((v) => isPoint[v] === 1),
  };
}
