import { LENGTH_EPSILON } from "../../paths/length.ts";
import { Search } from "../../paths/search.ts";
import type { GraphArrays } from "./part.ts";

/** What is added up: per node, and per edge where that is wanted. */
export type Sums = { nodes: Float64Array; edges?: Float64Array | undefined };

/**
 * Brandes' algorithm with lengths, or with hops where `lengths` is `null`: adds to `sums` the dependency of each source
 * on every node and edge. Lengths nearer than 1e-10 of their size are equal. O(sources × edges · log nodes), for hops
 * without the logarithm.
 */
export function lengthDependencies(
  graph: GraphArrays,
  lengths: Float64Array | null,
  sources: Int32Array,
  targets: Float64Array,
  sums: Sums,
) {
  const { size, out } = graph;
  const { starts, nodes, edges } = out;
  const search = new Search(out, lengths);
  const { distance, order } = search;
  const lengthOf = Float64Array.from(edges, (edge) => (lengths ? lengths[edge]! : 1));
  const paths = new Float64Array(size);
  const perPath = new Float64Array(size);
  /** When a node was reached; ties of float lengths must not let two nodes precede each other. */
  const rank = new Int32Array(size).fill(-1);
  /** Whether a shortest path goes that way, for each neighbour of each node. */
  const isStep = new Uint8Array(nodes.length);
  const perEdge = sums.edges;
  for (const source of sources) {
    for (let k = 0; k < search.found; k++) rank[order[k]!] = -1;
    const { found } = search.from(source);
    for (let k = 0; k < found; k++) {
      rank[order[k]!] = k;
      paths[order[k]!] = 0;
    }
    paths[source] = 1;
    for (let k = 0; k < found; k++) {
      const v = order[k]!;
      const here = distance[v]!;
      const count = paths[v]!;
      const end = starts[v + 1]!;
      for (let i = starts[v]!; i < end; i++) {
        const w = nodes[i]!;
        if (rank[w]! > k && here + lengthOf[i]! <= distance[w]! * (1 + LENGTH_EPSILON)) {
          paths[w]! += count;
          isStep[i] = 1;
        } else isStep[i] = 0;
      }
    }
    for (let k = found - 1; k >= 0; k--) {
      const v = order[k]!;
      const count = paths[v]!;
      const end = starts[v + 1]!;
      let total = 0;
      for (let i = starts[v]!; i < end; i++) {
        if (isStep[i] === 0) continue;
        const share = perPath[nodes[i]!]!;
        total += share;
        if (perEdge) perEdge[edges[i]!]! += count * share;
      }
      // More paths than a float can count: not known, here and on the way here.
      const isMeant = total > 0 || targets[v]! > 0;
      perPath[v] = isMeant && count === Number.POSITIVE_INFINITY ? Number.NaN : total + targets[v]! / count;
      if (k > 0 && total !== 0) sums.nodes[v]! += total * count;
    }
  }
}
