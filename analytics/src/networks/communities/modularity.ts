import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { type Groups, readPartition } from "./partition.ts";

/**
 * Modularity: how much more weight lies inside communities than strengths alone let expect, as a share of all weight.
 *
 *     Q = Σ_c ( W_c / m - γ (S_c / 2m)² )            undirected
 *     Q = Σ_c ( W_c / m - γ Out_c In_c / m² )        directed
 *
 * W_c is the weight of the edges inside c, S_c, Out_c and In_c the sums of its nodes' strengths, m the weight of all edges.
 * A self-loop lies inside and counts twice in an undirected strength. From -0.5 to below 1; 0 for one community (γ = 1).
 * `NaN` without any weight. O(nodes + edges).
 *
 * M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", Physical Review E 69 (2004), 026113.
 * E. A. Leicht, M. E. J. Newman, "Community structure in directed networks", Physical Review Letters 100 (2008), 118703.
 * J. Reichardt, S. Bornholdt, "Statistical mechanics of community detection", Physical Review E 74 (2006), 016110 (for γ).
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]] });
 * modularity(graph, ["a", "a", "b", "b"]); // 0.5
 */
export function modularity(graph: Graph, communities: Groups, { resolution = 1 } = {}): number {
  checkGraph(graph);
  const { of, count } = readPartition(communities, graph.size);
  const { from, to, weights } = graph;
  const out = new Float64Array(count);
  const into = graph.directed ? new Float64Array(count) : out;
  let inside = 0;
  let total = 0;
  for (let e = 0; e < from.length; e++) {
    const a = of[from[e]!]!;
    const b = of[to[e]!]!;
    const weight = weights[e]!;
    out[a]! += weight;
    into[b]! += weight;
    total += weight;
    if (a === b) inside += weight;
  }
  if (total === 0) return Number.NaN;
  const all = graph.directed ? total : 2 * total;
  let expected = 0;
  for (let c = 0; c < count; c++) expected += (out[c]! / all) * (into[c]! / all);
  return inside / total - resolution * expected;
}

/**
 * Quality of the constant Potts model: the weight inside communities less γ for every pair of nodes that share one.
 *
 *     H = Σ_c ( W_c - γ n_c (n_c - 1) / 2 )
 *
 * In units of edge weight. Communities denser than γ pay; unlike modularity it does not depend on the rest of the graph.
 * Directed edges count like undirected ones. O(nodes + edges).
 *
 * V. A. Traag, P. Van Dooren, Y. Nesterov, "Narrow scope for resolution-limit-free community detection",
 * Physical Review E 84 (2011), 016114.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]] });
 * constantPottsQuality(graph, [0, 0, 1, 1], { resolution: 0.25 }); // 1.5
 */
export function constantPottsQuality(graph: Graph, communities: Groups, { resolution = 1 } = {}): number {
  checkGraph(graph);
  const { of, count } = readPartition(communities, graph.size);
  const sizes = new Float64Array(count);
  for (const c of of) sizes[c]!++;
  let quality = 0;
  graph.weights.forEach((weight, e) => {
    if (of[graph.from[e]!] === of[graph.to[e]!]) quality += weight;
  });
  for (const n of sizes) quality -= (resolution * n * (n - 1)) / 2;
  return quality;
}
