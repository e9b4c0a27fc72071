import type { Note } from "../../../core/note.ts";
import { checkGraph } from "../../graph/check-graph.ts";
import type { NodeKey } from "../../graph/edges.ts";
import type { Graph } from "../../graph/graph.ts";
import { type EdgeLength, edgeLengths, refuseZeroLengths } from "../../paths/length.ts";
import type { Centrality } from "../centrality.ts";
import { pairsBetween } from "./pairs.ts";
import { lengthDependencies } from "./weighted.ts";

export type EdgeBetweennessOptions = {
  /** Default "hops": weights do not matter. */
  length?: EdgeLength;
  /** Divided by the number of pairs of nodes. Default no. */
  normalised?: boolean;
  sources?: readonly NodeKey[];
  targets?: readonly NodeKey[];
};

/**
 * Edge betweenness: for how many pairs of nodes an edge lies on the shortest path, each of several shortest paths with its
 * share. One value per edge, in the order of the graph's edges (`graph.asGiven` puts them into the order of the input).
 * Normalised it is divided by n(n - 1), undirected by half of that. A self-loop lies on no shortest path: 0.
 *
 * Options as those of `betweenness`; always exact. O(nodes × edges), with lengths × log nodes.
 *
 * M. Girvan and M. E. J. Newman, "Community Structure in Social and Biological Networks", PNAS 99 (2002), 7821–7826;
 * U. Brandes, "On Variants of Shortest-Path Betweenness Centrality", Social Networks 30 (2008), 136–145.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * edgeBetweenness(path).values; // [2, 2]
 */
export function edgeBetweenness(graph: Graph, options: EdgeBetweennessOptions = {}): Centrality {
  checkGraph(graph);
  const lengths = edgeLengths(graph, options.length);
  if (lengths) refuseZeroLengths(graph, lengths);
  const notes: Note[] = [];
  const sums = { nodes: new Float64Array(graph.size), edges: new Float64Array(graph.edgeCount) };
  for (const { sources, targets } of pairsBetween(graph, options.sources, options.targets))
    lengthDependencies(graph, lengths, sources, targets, sums);
  const pairs = graph.size * (graph.size - 1) * (graph.directed ? 1 : 0.5);
  const values = options.normalised ? sums.edges.map((value) => value / pairs) : sums.edges;
  return { values, notes };
}
