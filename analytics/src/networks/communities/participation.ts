import { checkWords } from "../../core/one-of.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { type Groups, readPartition } from "./partition.ts";

export type ParticipationOptions = {
  /** Which edges of a directed graph count; default "both". */
  direction?: "out" | "in" | "both";
  /** Whether weights count; default yes. */
  weighted?: boolean;
};

/**
 * Participation coefficient: how evenly the ties of a node are spread over communities.
 *
 *     P_i = 1 - Σ_c ( s_ic / s_i )²
 *
 * s_ic is the weight of its ties to community c, s_i that of all. 0: all ties in one community; towards 1: spread evenly over
 * many. A node without ties has 0, as in the source. Self-loops are left out. O(nodes + edges).
 *
 * R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", Nature 433 (2005), 895–900.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2]] });
 * participationCoefficient(graph, ["a", "a", "b"]); // Float64Array [0.5, 0, 0]
 */
export function participationCoefficient(
  graph: Graph,
  communities: Groups,
  options: ParticipationOptions = {},
): Float64Array {
  checkGraph(graph);
  checkWords(options, { direction: ["out", "in", "both"] });
  const { of, count } = readPartition(communities, graph.size);
  const result = new Float64Array(graph.size);
  const toward = new Float64Array(count);
  const touched: number[] = [];
  for (let v = 0; v < graph.size; v++) {
    let strength = 0;
    eachTie(graph, v, options, (u, weight) => {
      const c = of[u]!;
      if (toward[c] === 0) touched.push(c);
      toward[c]! += weight;
      strength += weight;
    });
    let squares = 0;
    for (const c of touched) {
      squares += (toward[c]! / strength) ** 2;
      toward[c] = 0;
    }
    touched.length = 0;
    // Rounding could leave a hair below zero where all ties are in one community.
    result[v] = strength > 0 ? Math.max(0, 1 - squares) : 0;
  }
  return result;
}

/**
 * Within-module degree: how many ties a node has inside its own community, in standard deviations from that community's mean.
 *
 *     z_i = ( s_i,own - mean of s_j,own over j in own ) / standard deviation (divided by n)
 *
 * Above 2.5 the source speaks of hubs. `NaN` where all nodes of a community have equally many. Self-loops are left out.
 * O(nodes + edges). Guimerà and Amaral (2005), see `participationCoefficient`.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * withinModuleDegree(graph, [0, 0, 0, 0]); // Float64Array [1.73, -0.577, -0.577, -0.577]
 */
export function withinModuleDegree(
  graph: Graph,
  communities: Groups,
  options: ParticipationOptions = {},
): Float64Array {
  checkGraph(graph);
  checkWords(options, { direction: ["out", "in", "both"] });
  const { of, count } = readPartition(communities, graph.size);
  const own = new Float64Array(graph.size);
  const sizes = new Float64Array(count);
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let v = 0; v < graph.size; v++) {
    eachTie(graph, v, options, (u, weight) => {
      if (of[u] === of[v]) own[v]! += weight;
    });
    sizes[of[v]!]!++;
    means[of[v]!]! += own[v]!;
  }
  for (let c = 0; c < count; c++) means[c]! /= sizes[c]!;
  for (let v = 0; v < graph.size; v++) squares[of[v]!]! += (own[v]! - means[of[v]!]!) ** 2;
  return own.map((value, v) => {
    const c = of[v]!;
    const deviation = Math.sqrt(squares[c]! / sizes[c]!);
    return deviation > 1e-12 * Math.abs(means[c]!) ? (value - means[c]!) / deviation : Number.NaN;
  });
}

function eachTie(
  graph: Graph,
  v: number,
  { direction = "both", weighted = true }: ParticipationOptions,
  visit: (node: number, weight: number) => void,
) {
  const sides =
    graph.directed && direction === "both"
      ? [graph.out, graph.in]
      : [direction === "in" ? graph.in : graph.out];
  for (const { starts, nodes, weights } of sides)
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (nodes[k] !== v) visit(nodes[k]!, weighted ? weights[k]! : 1);
}
