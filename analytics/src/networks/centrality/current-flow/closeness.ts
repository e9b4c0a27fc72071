import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Centrality } from "../centrality.ts";
import { circuits } from "./circuit.ts";
import { eachPotential, unsettled } from "./potentials.ts";

/**
 * Current-flow closeness (information centrality): one divided by the sum of the resistances between a node and all others,
 * each edge a wire that conducts as much as it weighs. All ways between two nodes count, not the shortest alone.
 *
 *     C(v) = 1 / Σ R(v, t),   R(v, t) = L⁺(v, v) + L⁺(t, t) - 2 L⁺(v, t)
 *
 * L⁺ is the pseudo-inverse of the Laplacian. Normalised, times n - 1: one divided by the mean resistance. In a disconnected
 * network within each component (normalised by its size), with a note; NaN for a node alone. Undirected only.
 *
 * O(k³) for components of up to 2,000 nodes, above O(k × iterations × edges).
 *
 * U. Brandes and D. Fleischer, "Centrality Measures Based on Current Flow", STACS 2005, LNCS 3404, 533–544; K. Stephenson and
 * M. Zelen, "Rethinking Centrality", Social Networks 11 (1989), 1–37.
 *
 * @example
 * const ring = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2], [2, 0]] });
 * currentFlowCloseness(ring).values; // [0.75, 0.75, 0.75]
 */
export function currentFlowCloseness(
  graph: Graph,
  options: { weighted?: boolean; normalised?: boolean } = {},
): Centrality {
  checkGraph(graph);
  const { parts, notes } = circuits(graph, options.weighted ?? true);
  const values = new Float64Array(graph.size).fill(Number.NaN);
  for (const { nodes, graph: circuit } of parts) {
    const own = new Float64Array(nodes.length);
    const across = new Float64Array(nodes.length);
    const settled = eachPotential(circuit, (v, potentials) => {
      own[v] = potentials[v]!;
      for (const potential of potentials) across[v]! += potential;
    });
    if (!settled) notes.push(unsettled());
    const trace = own.reduce((a, b) => a + b, 0);
    const scale = options.normalised ? nodes.length - 1 : 1;
    nodes.forEach((v, k) => {
      values[v] = scale / (nodes.length * own[k]! + trace - 2 * across[k]!);
    });
  }
  return { values, notes };
}
