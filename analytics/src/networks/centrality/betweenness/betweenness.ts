import { AnalyticsError } from "../../../core/error.ts";
import type { Note } from "../../../core/note.ts";
import type { NodeKey } from "../../graph/edges.ts";
import type { Graph } from "../../graph/graph.ts";
import { type EdgeLength, edgeLengths, refuseZeroLengths } from "../../paths/length.ts";
import type { Centrality } from "../centrality.ts";
import { pairsBetween } from "./pairs.ts";
import { dependenciesOf } from "./part.ts";
import { drawPivots, EXACT_UP_TO, estimate, hoeffdingBound, sampledNote, USUAL_PIVOTS } from "./pivots.ts";
import { lengthDependencies } from "./weighted.ts";

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
  const pivots = pivotsOf(graph, options);
  const count = counting(graph, options);
  const notes: Note[] = [];
  const scale = options.normalised ? perPair(graph, notes) : 1;
  if (pivots < graph.size) return sampled(graph, count, { pivots, seed: options.seed ?? 1, scale, notes });
  const values = new Float64Array(graph.size);
  for (const { sources, targets } of pairsBetween(graph, options.sources, options.targets)) {
    const part = count(sources, targets);
    for (let v = 0; v < values.length; v++) values[v]! += part[v]! * scale;
  }
  return { values, notes };
}

type Count = (sources: Int32Array, targets: Float64Array) => Float64Array;

function counting(graph: Graph, options: BetweennessOptions): Count {
  const lengths = edgeLengths(graph, options.length);
  if (!lengths) return dependenciesOf(graph);
  refuseZeroLengths(graph, lengths);
  return (sources, targets) => {
    const nodes = new Float64Array(graph.size);
    lengthDependencies(graph, lengths, sources, targets, { nodes });
    return nodes;
  };
}

function sampled(
  graph: Graph,
  count: Count,
  { pivots, seed, scale, notes }: { pivots: number; seed: number; scale: number; notes: Note[] },
): Betweenness {
  const groups = drawPivots(graph.size, pivots, seed);
  const everybody = new Float64Array(graph.size).fill(1);
  const { values, standardErrors } = estimate(
    groups.map((group) => count(group, everybody)),
    groups.map((group) => group.length),
    graph.size,
  );
  const factor = graph.directed ? scale : scale / 2;
  const bound = hoeffdingBound(graph.size, pivots) * factor;
  return {
    values: values.map((value) => value * factor),
    standardErrors: standardErrors.map((value) => value * factor),
    bound,
    notes: [...notes, sampledNote(pivots, graph.size, bound)],
  };
}

function pivotsOf(graph: Graph, { pivots, sources, targets }: BetweennessOptions): number {
  const isWhole = sources === undefined && targets === undefined;
  if (pivots === undefined) return isWhole && graph.size > EXACT_UP_TO ? USUAL_PIVOTS : graph.size;
  if (pivots === "all") return graph.size;
  if (!isWhole)
    throw new AnalyticsError(
      "option",
      "Pivots are drawn from all nodes, and sources or targets were given",
      "Leave out `pivots`, or `sources` and `targets`.",
    );
  if (!Number.isInteger(pivots) || pivots < 1)
    throw new AnalyticsError(
      "option",
      `${pivots} pivots cannot be drawn`,
      'Give a whole number from 1, or "all".',
    );
  return Math.min(pivots, graph.size);
}

/** One divided by the number of pairs of other nodes. */
function perPair(graph: Graph, notes: Note[]): number {
  const pairs = (graph.size - 1) * (graph.size - 2) * (graph.directed ? 1 : 0.5);
  if (pairs > 0) return 1 / pairs;
  notes.push({ code: "degenerate", text: "With fewer than three nodes there is no pair to lie between." });
  return Number.NaN;
}
