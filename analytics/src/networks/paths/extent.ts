import type { Note } from "../../core/note.ts";
import { sum } from "../../core/statistics.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import { type EdgeLength, edgeLengths } from "./length.ts";
import { type Reach, sweep } from "./sweep.ts";

/** A number about a whole graph, and what has to be said about it. */
export type Extent = { value: number; notes: Note[] };

/**
 * Eccentricity: how far the farthest node is that can be reached from a node. One that reaches nobody has 0. Where not
 * everybody reaches everybody, only those that can be reached count, and a note says so.
 *
 * O(nodes × edges), 32 searches at a time by hops; with lengths × log nodes.
 *
 * P. Hage and F. Harary, "Eccentricity and Centrality in Networks", Social Networks 17 (1995), 57–63.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * eccentricity(path).values; // [2, 1, 2]
 */
export function eccentricity(
  graph: Graph,
  options: { length?: EdgeLength } = {},
): { values: Float64Array; notes: Note[] } {
  checkGraph(graph);
  const reach = sweep(graph, edgeLengths(graph, options.length), "out");
  return { values: reach.farthest, notes: unreached(graph, reach) };
}

/**
 * Diameter: the distance between the two nodes that are farthest apart, of those between which a way leads; a note says
 * when there are others. NaN for a graph without nodes. O(nodes × edges).
 *
 * @example
 * diameter(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })).value; // 2
 */
export function diameter(graph: Graph, options: { length?: EdgeLength } = {}): Extent {
  checkGraph(graph);
  const { values, notes } = eccentricity(graph, options);
  return { value: values.length > 0 ? values.reduce((a, b) => Math.max(a, b)) : Number.NaN, notes };
}

/**
 * Average path length: the mean distance over all ordered pairs of nodes between which a way leads; a note says when there
 * are others. NaN where no way leads between any two. O(nodes × edges).
 *
 * D. J. Watts and S. H. Strogatz, "Collective Dynamics of 'Small-World' Networks", Nature 393 (1998), 440–442.
 *
 * @example
 * averagePathLength(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })).value; // 4 / 3
 */
export function averagePathLength(graph: Graph, options: { length?: EdgeLength } = {}): Extent {
  checkGraph(graph);
  const reach = sweep(graph, edgeLengths(graph, options.length));
  const pairs = sum(reach.reached) - graph.size;
  return { value: pairs > 0 ? sum(reach.total) / pairs : Number.NaN, notes: unreached(graph, reach) };
}

/** A note where some pairs of nodes have no way between them. */
export function unreached(graph: Graph, reach: Reach): Note[] {
  const missing = graph.size * graph.size - sum(reach.reached);
  if (missing === 0) return [];
  return [
    {
      code: "disconnected",
      text: `Between ${missing} of the ${graph.size * (graph.size - 1)} ordered pairs of nodes there is no way.`,
    },
  ];
}
