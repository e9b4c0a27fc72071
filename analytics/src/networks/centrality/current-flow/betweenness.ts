import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Centrality } from "../centrality.ts";
import { circuits } from "./circuit.ts";
import { solver } from "./conjugate-gradient.ts";
import { eachPotential, unsettled } from "./potentials.ts";

/** Up to here all potentials are kept (k² numbers); above, each edge's are found on their own. */
const KEPT_UP_TO = 4_000;

/**
 * Current-flow betweenness (random-walk betweenness): how much current flows through a node when one unit enters at s and
 * leaves at t, over all pairs s, t of other nodes. Each edge is a wire that conducts as much as it weighs; unlike betweenness,
 * ways a little longer than the shortest count as well.
 *
 *     B(v) = Σ over pairs ½ Σ over edges at v |current|
 *
 * Normalised, divided by the (n - 1)(n - 2) / 2 pairs. A node alone has 0; components are told of in a note. Undirected only.
 *
 * O(k³ + edges · k log k) for components of k ≤ 2,000 nodes, above O(k × iterations × edges + edges · k log k).
 *
 * M. E. J. Newman, "A Measure of Betweenness Centrality Based on Random Walks", Social Networks 27 (2005), 39–54; U. Brandes
 * and D. Fleischer, "Centrality Measures Based on Current Flow", STACS 2005, LNCS 3404, 533–544.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * currentFlowBetweenness(path).values; // [0, 1, 0]
 */
export function currentFlowBetweenness(
  graph: Graph,
  options: { weighted?: boolean; normalised?: boolean } = {},
): Centrality {
  checkGraph(graph);
  const { parts, notes } = circuits(graph, options.weighted ?? true);
  const values = new Float64Array(graph.size);
  for (const { nodes, graph: circuit } of parts) {
    const through = new Float64Array(nodes.length);
    const settled = eachEdge(circuit, (edge, differences) => {
      const flow = (circuit.weights[edge]! * spread(differences)) / 2;
      through[circuit.from[edge]!]! += flow;
      through[circuit.to[edge]!]! += flow;
    });
    if (!settled) notes.push(unsettled());
    // Where a node is an end itself, half a unit passes by this count.
    nodes.forEach((v, k) => {
      values[v] = Math.max(0, through[k]! - (nodes.length - 1) / 2);
    });
  }
  const pairs = ((graph.size - 1) * (graph.size - 2)) / 2;
  return { values: options.normalised ? values.map((value) => value / pairs) : values, notes };
}

/** Hands over for each edge how the potentials of its ends differ, for current entering at each of the nodes. */
function eachEdge(graph: Graph, use: (edge: number, differences: Float64Array) => void): boolean {
  const differences = new Float64Array(graph.size);
  if (graph.size <= KEPT_UP_TO) {
    const rows: Float64Array[] = [];
    const settled = eachPotential(graph, (v, potentials) => {
      rows[v] = potentials.slice();
    });
    for (let e = 0; e < graph.edgeCount; e++) {
      const a = rows[graph.from[e]!]!;
      const b = rows[graph.to[e]!]!;
      for (let v = 0; v < graph.size; v++) differences[v] = a[v]! - b[v]!;
      use(e, differences);
    }
    return settled;
  }
  const solve = solver(graph);
  const currents = new Float64Array(graph.size);
  let settled = true;
  for (let e = 0; e < graph.edgeCount; e++) {
    currents.fill(0);
    currents[graph.from[e]!] = 1;
    currents[graph.to[e]!] = -1;
    settled = solve(currents, differences) && settled;
    use(e, differences);
  }
  return settled;
}

/** Sum of |x - y| over all pairs; sorts the list. */
function spread(list: Float64Array): number {
  list.sort();
  let total = 0;
  for (let k = 0; k < list.length; k++) total += list[k]! * (2 * k - list.length + 1);
  return total;
}
