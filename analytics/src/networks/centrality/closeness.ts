import { checkWords } from "../../core/one-of.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import { unreached } from "../paths/extent.ts";
import { type EdgeLength, edgeLengths } from "../paths/length.ts";
import { sweep } from "../paths/sweep.ts";
import type { Centrality } from "./centrality.ts";

export type ClosenessOptions = {
  /** Default "hops". */
  length?: EdgeLength;
  /** Distances from the others to the node ("in", the default) or from it to them; undirected there is no difference. */
  direction?: "in" | "out";
  /** Default "wasserman-faust"; "component" leaves out the share of nodes that reach it. */
  variant?: "wasserman-faust" | "component";
};

/**
 * Closeness: how near a node is to those that reach it. With r nodes reaching it (itself among them) of n, at distances d:
 *
 *     C(v) = (r - 1) / (n - 1) · (r - 1) / Σ d      "wasserman-faust"
 *     C(v) = (r - 1) / Σ d                          "component"
 *
 * The first factor lets values of different components be compared: being near to few is worth less. A node nobody reaches
 * has 0; a note says when not everybody is reached. Lengths of 0 between all make it infinite.
 *
 * O(nodes × edges), 32 searches at a time by hops; with lengths × log nodes.
 *
 * S. Wasserman and K. Faust, Social Network Analysis (1994), p. 201, formula 5.22; G. Sabidussi, "The Centrality Index of a
 * Graph", Psychometrika 31 (1966), 581–603.
 *
 * @example
 * closeness(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })).values; // [2 / 3, 1, 2 / 3]
 */
export function closeness(graph: Graph, options: ClosenessOptions = {}): Centrality {
  checkGraph(graph);
  checkWords(options, { direction: ["in", "out"], variant: ["wasserman-faust", "component"] });
  const variant = options.variant ?? "wasserman-faust";
  const reach = sweep(graph, edgeLengths(graph, options.length), options.direction ?? "in");
  const values = reach.total.map((total, v) => {
    const others = reach.reached[v]! - 1;
    if (others === 0) return 0;
    return (others / total) * (variant === "component" ? 1 : others / (graph.size - 1));
  });
  return { values, notes: unreached(graph, reach) };
}

/**
 * Harmonic centrality: the sum of 1 / distance from all others, those that do not reach the node counting 0; nothing special
 * is needed where a graph falls apart. Normalised, divided by n - 1.
 *
 * O(nodes × edges), 32 searches at a time by hops; with lengths × log nodes.
 *
 * M. Marchiori and V. Latora, "Harmony in the Small-World", Physica A 285 (2000), 539–546; P. Boldi and S. Vigna, "Axioms for
 * Centrality", Internet Mathematics 10 (2014), 222–262.
 *
 * @example
 * harmonicCentrality(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })); // [1.5, 2, 1.5]
 */
export function harmonicCentrality(
  graph: Graph,
  options: { length?: EdgeLength; direction?: "in" | "out"; normalised?: boolean } = {},
): Float64Array {
  checkGraph(graph);
  checkWords(options, { direction: ["in", "out"] });
  const { inverse } = sweep(graph, edgeLengths(graph, options.length), options.direction ?? "in");
  return options.normalised ? inverse.map((value) => value / (graph.size - 1)) : inverse;
}
