import { checkWords } from "../../../core/one-of.ts";
import { mean, sum } from "../../../core/statistics.ts";
import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { otherNeighbours, triangles } from "./triangles.ts";

/** What a node with fewer than two neighbours has: 0 (the default) or NaN, which averages leave out. */
export type Lone = "zero" | "nan";

/**
 * Local clustering: the share of pairs of a node's neighbours that are joined themselves, C(v) = 2 t(v) / (k(v)(k(v) - 1)) with
 * t triangles and k neighbours. Direction, weights and self-loops do not matter. O(edges · √edges).
 *
 * D. J. Watts and S. H. Strogatz, "Collective Dynamics of 'Small-World' Networks", Nature 393 (1998), 440–442.
 *
 * @example
 * localClustering(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2], [2, 0]] })); // [1, 1, 1]
 */
export function localClustering(graph: Graph, options: { lone?: Lone } = {}): Float64Array {
  checkGraph(graph);
  checkWords(options, { lone: ["zero", "nan"] });
  const lone = options.lone === "nan" ? Number.NaN : 0;
  const around = otherNeighbours(graph.undirected());
  return Float64Array.from(triangles(graph), (count, v) =>
    around[v]! > 1 ? (2 * count) / (around[v]! * (around[v]! - 1)) : lone,
  );
}

/**
 * Average clustering: the mean of the local clustering; nodes with fewer than two neighbours count as 0 unless `lone` is
 * "nan", which leaves them out. NaN for a graph without nodes. O(edges · √edges). Source as for `localClustering`.
 *
 * @example
 * averageClustering(Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0]] })); // 0.75
 */
export function averageClustering(graph: Graph, options: { lone?: Lone } = {}): number {
  checkGraph(graph);
  return mean(localClustering(graph, options));
}

/**
 * Transitivity (global clustering): of all pairs of neighbours of any node, the share that is joined, 3 triangles / triads.
 * NaN where no node has two neighbours. O(edges · √edges).
 *
 * M. E. J. Newman, S. H. Strogatz and D. J. Watts, "Random Graphs with Arbitrary Degree Distributions and Their Applications",
 * Physical Review E 64 (2001), 026118.
 *
 * @example
 * transitivity(Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] })); // 0.6
 */
export function transitivity(graph: Graph): number {
  checkGraph(graph);
  const around = otherNeighbours(graph.undirected());
  const triads = around.reduce((total, k) => total + (k * (k - 1)) / 2, 0);
  return triads > 0 ? sum(Float64Array.from(triangles(graph))) / triads : Number.NaN;
}
