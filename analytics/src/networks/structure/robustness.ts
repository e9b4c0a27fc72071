import { AnalyticsError } from "../../core/error.ts";
import { checkWords } from "../../core/one-of.ts";
import { seeded, shuffle } from "../../core/random.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { byBetweenness, byDegree } from "./removal-order.ts";

export type RobustnessOptions = {
  /** Who is removed first; default "random". */
  by?: "random" | "degree" | "betweenness";
  /**
   * Whether degree or betweenness is computed anew after each removal. Default yes for "degree", no for "betweenness" (there
   * it makes the cost nodes² × edges).
   */
  adaptive?: boolean;
  /** Of "random": over how many orders the curve is averaged; default 20. */
  draws?: number;
  seed?: number;
};

export type Robustness = {
  /** After 0, 1, …, n removals, the share of all nodes in the largest component. */
  curve: Float64Array;
  /** Which node was removed when; null for "random". */
  order: Int32Array | null;
  /** R = (1/n) Σ_{q=1…n} S(q): near 0 where few removals break the network, (1 - 1/n) / 2 where only what is removed is lost. */
  index: number;
};

/**
 * How a network falls apart as nodes are removed, at random (failure) or the most important first (attack): the curve of its
 * largest component and the index R of Schneider et al. Directed edges count like undirected ones. Among equals the lower
 * node goes first. Of no nodes the index is `NaN`.
 *
 * O(nodes + edges) per order; by betweenness as much as that.
 *
 * R. Albert, H. Jeong, A.-L. Barabási, "Error and attack tolerance of complex networks", Nature 406 (2000), 378–382.
 * C. M. Schneider et al., "Mitigation of malicious attacks on networks", PNAS 108 (2011), 3838–3841.
 *
 * @example
 * const star = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * const { curve, index } = robustness(star, { by: "degree" });
 * curve; // Float64Array [1, 0.25, 0.25, 0.25, 0]
 * index; // 0.1875
 */
export function robustness(given: Graph, options: RobustnessOptions = {}): Robustness {
  checkGraph(given);
  checkWords(options, { by: ["random", "degree", "betweenness"] });
  const { by = "random", draws = 20, seed = 1 } = options;
  const graph = given.undirected();
  const n = graph.size;
  if (by === "random") {
    if (!(Number.isInteger(draws) && draws > 0))
      throw new AnalyticsError(
        "option",
        `${draws} random orders cannot be averaged`,
        "Take 1 sample or more.",
      );
    const random = seeded(seed);
    const order = Int32Array.from({ length: n }, (_, v) => v);
    const curve = new Float64Array(n + 1);
    for (let s = 0; s < draws; s++) {
      const once = curveOf(graph, shuffle(order, random));
      for (let q = 0; q <= n; q++) curve[q]! += once[q]!;
    }
    const mean = curve.map((total) => total / draws);
    return { curve: mean, order: null, index: indexOf(mean) };
  }
  const adaptive = options.adaptive ?? by === "degree";
  const order = by === "degree" ? byDegree(graph, adaptive) : byBetweenness(graph, adaptive);
  const curve = curveOf(graph, order);
  return { curve, order, index: indexOf(curve) };
}

const indexOf = (curve: Float64Array) => (curve.reduce((a, b) => a + b, 0) - curve[0]!) / (curve.length - 1);

/** Nodes come back in reverse order, and components grow together: far cheaper than to search them after each removal. */
function curveOf(graph: Graph, order: Int32Array): Float64Array {
  const n = graph.size;
  const above = new Int32Array(n).fill(-1);
  const sizes = new Int32Array(n);
  const curve = new Float64Array(n + 1);
  let largest = 0;
  for (let q = n - 1; q >= 0; q--) {
    const v = order[q]!;
    above[v] = v;
    sizes[v] = 1;
    if (largest === 0) largest = 1;
    for (let k = graph.out.starts[v]!; k < graph.out.starts[v + 1]!; k++) {
      const u = graph.out.nodes[k]!;
      if (above[u] === -1) continue;
      let a = root(above, v);
      let b = root(above, u);
      if (a === b) continue;
      if (sizes[a]! < sizes[b]!) [a, b] = [b, a];
      above[b] = a;
      sizes[a]! += sizes[b]!;
      if (sizes[a]! > largest) largest = sizes[a]!;
    }
    curve[q] = largest / n;
  }
  return curve;
}

function root(above: Int32Array, node: number): number {
  let v = node;
  while (above[v] !== v) {
    above[v] = above[above[v]!]!;
    v = above[v]!;
  }
  return v;
}
