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
  const search = new Search(graph.out, lengths);
  const { size, out } = graph;
  const { distance, order } = search;
  const paths = new Float64Array(size);
  const perPath = new Float64Array(size);
  /** When a node was reached; ties of float lengths must not let two nodes precede each other. */
  const rank = new Int32Array(size).fill(-1);
  const isStep = (v: number, w: number, edge: number) =>
    rank[w]! > rank[v]! &&
    distance[v]! + (lengths ? lengths[edge]! : 1) <= distance[w]! * (1 + LENGTH_EPSILON);
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
      for (let i = out.starts[v]!; i < out.starts[v + 1]!; i++) {
        const w = out.nodes[i]!;
        if (isStep(v, w, out.edges[i]!)) paths[w]! += paths[v]!;
      }
    }
    for (let k = found - 1; k >= 0; k--) {
      const v = order[k]!;
      let total = 0;
      for (let i = out.starts[v]!; i < out.starts[v + 1]!; i++) {
        const w = out.nodes[i]!;
        if (!isStep(v, w, out.edges[i]!)) continue;
        total += perPath[w]!;
        if (sums.edges) sums.edges[out.edges[i]!]! += paths[v]! * perPath[w]!;
      }
      perPath[v] = total + targets[v]! / paths[v]!;
      if (k > 0) sums.nodes[v]! += total * paths[v]!;
    }
  }
}
