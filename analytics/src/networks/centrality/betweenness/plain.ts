import type { Relabelled } from "./relabel.ts";

/**
 * Brandes' algorithm, one source after the other: adds to `result` the dependency of each source on every node, counting
 * only paths that end in a node of `targets` (1 or 0). O(sources × edges).
 *
 * U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), 163–177.
 */
export function dependencies(
  graph: Relabelled,
  sources: Int32Array,
  targets: Float64Array,
  result: Float64Array,
) {
  const { size, out } = graph;
  const { starts, nodes } = out;
  const distance = new Int32Array(size).fill(-1);
  const paths = new Float64Array(size);
  const perPath = new Float64Array(size);
  const queue = new Int32Array(size);
  for (const source of sources) {
    let found = 1;
    queue[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    for (let k = 0; k < found; k++) {
      const v = queue[k]!;
      const next = distance[v]! + 1;
      const count = paths[v]!;
      for (let i = starts[v]!; i < starts[v + 1]!; i++) {
        const w = nodes[i]!;
        const d = distance[w]!;
        if (d === next) paths[w]! += count;
        else if (d < 0) {
          distance[w] = next;
          paths[w] = count;
          queue[found++] = w;
        }
      }
    }
    // Farthest first; each node pulls from those one step on, so that no lists of predecessors are needed.
    for (let k = found - 1; k >= 0; k--) {
      const v = queue[k]!;
      const next = distance[v]! + 1;
      let total = 0;
      for (let i = starts[v]!; i < starts[v + 1]!; i++) {
        const w = nodes[i]!;
        if (distance[w] === next) total += perPath[w]!;
      }
      // More paths than a float can count: not known, here and on the way here.
      const isMeant = total > 0 || targets[v]! > 0;
      const count = paths[v]!;
      perPath[v] = isMeant && count === Number.POSITIVE_INFINITY ? Number.NaN : total + targets[v]! / count;
      if (k > 0 && total !== 0) result[v]! += total * count;
    }
    for (let k = 0; k < found; k++) distance[queue[k]!] = -1;
  }
}
