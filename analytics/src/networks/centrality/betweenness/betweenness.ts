import { checkGraph } from "../../graph/check-graph.ts";
import type { NodeKey } from "../../graph/edges.ts";
import type { Graph } from "../../graph/graph.ts";
import type { EdgeLength } from "../../paths/length.ts";
import type { Centrality } from "../centrality.ts";
import { betweennessParts } from "./part.ts";
import { plan } from "./plan.ts";

export type BetweennessOptions = {
  /** Default "hops": weights do not matter. */
  length?: EdgeLength;
  /** Divided by the number of pairs of other nodes, so that 1 is the most there can be. Default no: pairs, as a number. */
  normalised?: boolean;
  /** Count only paths that begin in these nodes. */
  sources?: readonly NodeKey[];
  /** Count only paths that end in these nodes. */
  targets?: readonly NodeKey[];
  /** Estimate from so many sources drawn at random, or use "all". Default: all up to 20,000 nodes, above them 1,024. */
  pivots?: number | "all";
  /** Of the drawing of pivots; default 1. */
  seed?: number;
};

/** `standardErrors` and `bound` (of every value, in 95 of 100 samples) are there where values are estimated. */
export type Betweenness = Centrality & { standardErrors?: Float64Array; bound?: number };

/**
 * Betweenness: for how many pairs of other nodes a node lies on the shortest path. Where there are several shortest paths
 * each has its share:
 *
 *     B(v) = Σ σ(s, t | v) / σ(s, t)   over pairs s, t other than v; undirected, each pair once
 *
 * Normalised it is divided by (n - 1)(n - 2), undirected by half of that; without a pair of others (n < 3) it is NaN.
 * Pairs without a path count nothing. With `sources` or `targets`, only pairs of one of either are counted; undirected, a
 * pair that is both ways round in them still counts once.
 *
 * Above 20,000 nodes sources are sampled, with a note, the bound of the error and each value's standard error, unless
 * `pivots` is "all" or `sources` are given. Lengths are equal when nearer than 1e-10 of their size; a length of 0 is refused.
 *
 * O(nodes × edges), with lengths × log nodes; 16 sources at a time in WebAssembly for hops.
 *
 * L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40 (1977), 35–41;
 * U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), 163–177.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * betweenness(path).values; // [0, 1, 0]
 */
export function betweenness(graph: Graph, options: BetweennessOptions = {}): Betweenness {
  checkGraph(graph);
  const { parts, conclude } = plan(graph, options);
  return conclude(betweennessParts(graph, parts));
}
