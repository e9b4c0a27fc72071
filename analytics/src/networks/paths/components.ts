import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";

/** Which component each node is in, and how large each is. Component 0 is the largest; of equal ones that of the first node. */
export type Components = { count: number; of: Int32Array; sizes: Int32Array };

/**
 * Connected components: nodes between which ways lead, whatever the direction of the edges ("weakly" connected, for a
 * directed graph). O(nodes + edges).
 *
 * @example
 * components(Graph.from({ nodes: 3, edges: [[1, 2]] })); // { count: 2, of: [1, 0, 0], sizes: [2, 1] }
 */
export function components(graph: Graph): Components {
  checkGraph(graph);
  const found = new Int32Array(graph.size).fill(-1);
  const waiting = new Int32Array(graph.size);
  const sides = graph.directed ? [graph.out, graph.in] : [graph.out];
  let count = 0;
  for (let root = 0; root < graph.size; root++) {
    if (found[root] !== -1) continue;
    let last = 0;
    waiting[last++] = root;
    found[root] = count;
    while (last > 0) {
      const v = waiting[--last]!;
      for (const { starts, nodes } of sides)
        for (let k = starts[v]!; k < starts[v + 1]!; k++) {
          const w = nodes[k]!;
          if (found[w] !== -1) continue;
          found[w] = count;
          waiting[last++] = w;
        }
    }
    count++;
  }
  return bySize(found, count);
}

/**
 * Strongly connected components: nodes that all reach each other along the edges. Undirected, the same as `components`.
 * O(nodes + edges), without recursion.
 *
 * R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1 (1972), 146–160.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [1, 0], [1, 2]], directed: true });
 * strongComponents(graph).sizes; // [2, 1]
 */
export function strongComponents(graph: Graph): Components {
  checkGraph(graph);
  const { starts, nodes } = graph.out;
  const found = new Int32Array(graph.size).fill(-1);
  const entered = new Int32Array(graph.size).fill(-1);
  const lowest = new Int32Array(graph.size);
  const next = starts.slice(0, graph.size);
  const path = new Int32Array(graph.size);
  const open = new Int32Array(graph.size);
  let clock = 0;
  let opened = 0;
  let count = 0;
  for (let root = 0; root < graph.size; root++) {
    if (entered[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const v = path[depth]!;
      if (entered[v] === -1) {
        entered[v] = clock;
        lowest[v] = clock++;
        open[opened++] = v;
      }
      if (next[v]! < starts[v + 1]!) {
        const w = nodes[next[v]!++]!;
        if (entered[w] === -1) path[++depth] = w;
        else if (found[w] === -1) lowest[v] = Math.min(lowest[v]!, entered[w]!);
        continue;
      }
      if (lowest[v] === entered[v]) {
        for (;;) {
          const w = open[--opened]!;
          found[w] = count;
          if (w === v) break;
        }
        count++;
      }
      if (--depth >= 0) lowest[path[depth]!] = Math.min(lowest[path[depth]!]!, lowest[v]!);
    }
  }
  return bySize(found, count);
}

function bySize(found: Int32Array, count: number): Components {
  const sizes = new Int32Array(count);
  const first = new Int32Array(count).fill(-1);
  found.forEach((c, v) => {
    sizes[c]!++;
    if (first[c] === -1) first[c] = v;
  });
  const order = Array.from({ length: count }, (_, c) => c).sort(
    (a, b) => sizes[b]! - sizes[a]! || first[a]! - first[b]!,
  );
  const place = new Int32Array(count);
  order.forEach((c, k) => {
    place[c] = k;
  });
  return { count, of: found.map((c) => place[c]!), sizes: Int32Array.from(order, (c) => sizes[c]!) };
}
