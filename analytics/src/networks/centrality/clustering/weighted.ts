import { checkWords } from "../../../core/one-of.ts";
import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { eachTriangle, otherNeighbours } from "./triangles.ts";

/**
 * Weighted clustering of each node, in one of two definitions, with k neighbours and weights w:
 *
 *     "onnela"  1 / (k(k - 1)) Σ 2 (ŵ(vj) ŵ(vh) ŵ(jh))^⅓          ŵ = w / the greatest weight of the graph
 *     "barrat"  1 / (s(k - 1)) Σ (w(vj) + w(vh)) / 2 · 2          s = Σ w(vj), the strength of v
 *
 * each summed over the triangles v, j, h once. Onnela's (the default) is low where any side of a triangle is weak; Barrat's
 * looks only at the two edges at the node and lies between 0 and 1. A node with fewer than two neighbours, or for Barrat
 * without strength, has 0. Directed graphs are taken without direction, weights summed; self-loops are left out.
 * O(edges · √edges).
 *
 * J.-P. Onnela, J. Saramäki, J. Kertész and K. Kaski, "Intensity and Coherence of Motifs in Weighted Complex Networks",
 * Physical Review E 71 (2005), 065103; A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani, "The Architecture of
 * Complex Weighted Networks", PNAS 101 (2004), 3747–3752.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1, 2], [1, 2, 2], [2, 0, 2]] });
 * weightedClustering(graph); // [1, 1, 1]
 */
export function weightedClustering(
  directedOrNot: Graph,
  options: { definition?: "onnela" | "barrat" } = {},
): Float64Array {
  checkGraph(directedOrNot);
  checkWords(options, { definition: ["onnela", "barrat"] });
  const { definition = "onnela" } = options;
  const graph = directedOrNot.undirected();
  const { weights } = graph;
  const total = new Float64Array(graph.size);
  if (definition === "onnela")
    eachTriangle(graph, (a, b, c, ab, bc, ac) => {
      const intensity = 2 * Math.cbrt(weights[ab]! * weights[bc]! * weights[ac]!);
      total[a]! += intensity;
      total[b]! += intensity;
      total[c]! += intensity;
    });
  else
    eachTriangle(graph, (a, b, c, ab, bc, ac) => {
      total[a]! += weights[ab]! + weights[ac]!;
      total[b]! += weights[ab]! + weights[bc]!;
      total[c]! += weights[ac]! + weights[bc]!;
    });
  const { strength, greatest } = withoutLoops(graph);
  const around = otherNeighbours(graph);
  return total.map((value, v) => {
    const base = definition === "onnela" ? around[v]! * greatest : strength[v]!;
    return value === 0 ? 0 : value / (base * (around[v]! - 1));
  });
}

function withoutLoops(graph: Graph): { strength: Float64Array; greatest: number } {
  const strength = new Float64Array(graph.size);
  let greatest = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    if (graph.from[e] === graph.to[e]) continue;
    strength[graph.from[e]!]! += graph.weights[e]!;
    strength[graph.to[e]!]! += graph.weights[e]!;
    greatest = Math.max(greatest, graph.weights[e]!);
  }
  return { strength, greatest };
}
