import { oneOf } from "../../core/one-of.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";

/** Edges leaving a node, edges arriving at it, or both; undirected all are the same. */
export type Side = "all" | "out" | "in";

/**
 * Degree: how many edges end at a node. Directed, "all" (the default) counts those in and out. A self-loop counts twice,
 * as both its ends are here. O(nodes + edges).
 *
 * @example
 * degree(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })); // [1, 2, 1]
 */
export function degree(graph: Graph, options: { side?: Side } = {}): Float64Array {
  checkGraph(graph);
  return ends(graph, options.side ?? "all", () => 1);
}

/**
 * Strength: the sum of the weights of the edges that end at a node; sides and self-loops as in `degree`. O(nodes + edges).
 *
 * A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani, "The Architecture of Complex Weighted Networks", PNAS 101
 * (2004), 3747–3752.
 *
 * @example
 * strength(Graph.from({ nodes: 3, edges: [[0, 1, 5], [1, 2, 2]] })); // [5, 7, 2]
 */
export function strength(graph: Graph, options: { side?: Side } = {}): Float64Array {
  checkGraph(graph);
  return ends(graph, options.side ?? "all", (edge) => graph.weights[edge]!);
}

function ends(graph: Graph, side: Side, amount: (edge: number) => number): Float64Array {
  oneOf(side, ["all", "out", "in"], "side");
  const result = new Float64Array(graph.size);
  const starting = !graph.directed || side !== "in";
  const ending = !graph.directed || side !== "out";
  for (let e = 0; e < graph.edgeCount; e++) {
    if (starting) result[graph.from[e]!]! += amount(e);
    if (ending) result[graph.to[e]!]! += amount(e);
  }
  return result;
}
