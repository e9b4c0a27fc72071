import { type Vector, vector } from "../../core/matrix.ts";
import { type Groups, readGroups } from "../communities/partition.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";

/**
 * Degree assortativity: the correlation of the degrees at both ends of an edge. Above 0 the well connected are tied to each
 * other, below 0 to the poorly connected. Directed: out-degree of the source with in-degree of the target. With `weighted`,
 * strengths in place of degrees (each edge still counts once). `NaN` where degrees do not vary. O(nodes + edges).
 *
 * M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67 (2003), 026126.
 *
 * @example
 * const star = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * degreeAssortativity(star); // -1
 */
export function degreeAssortativity(graph: Graph, { weighted = false } = {}): number {
  checkGraph(graph);
  const leaves = new Float64Array(graph.size);
  const enters = graph.directed ? new Float64Array(graph.size) : leaves;
  graph.weights.forEach((weight, e) => {
    const amount = weighted ? weight : 1;
    leaves[graph.from[e]!]! += amount;
    enters[graph.to[e]!]! += amount;
  });
  return overEdges(graph, leaves, enters, null);
}

/**
 * Assortativity by a number: the correlation of the values at both ends of an edge (an undirected edge counts from either
 * end). Edges at a node whose value is `NaN` are left out. With `weighted`, edges count by their weight. `NaN` where values
 * do not vary. O(nodes + edges). Newman (2003), see `degreeAssortativity`.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]] });
 * numericAssortativity(graph, [1, 1, 5, 5]); // 1
 */
export function numericAssortativity(graph: Graph, values: Vector, { weighted = false } = {}): number {
  checkGraph(graph);
  const known = vector(values, graph.size, "values");
  return overEdges(graph, known, known, weighted ? graph.weights : null);
}

/**
 * Assortativity by group: how much more often edges join nodes of one group than the groups' shares of edge ends let expect.
 *
 *     r = ( Σ_g e_gg - Σ_g a_g b_g ) / ( 1 - Σ_g a_g b_g )
 *
 * e_gh is the share of edges from g to h (undirected: half in either direction), a and b its row and column sums. 1: only
 * within groups; 0: as expected; negative: across. Edges at a node of unknown group are left out. With `weighted`, edges count
 * by their weight. `NaN` without edges or with a single group. O(nodes + edges). Newman (2003), see `degreeAssortativity`.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [2, 3]] });
 * attributeAssortativity(graph, ["a", "a", "b", "b"]); // 1
 */
export function attributeAssortativity(graph: Graph, groups: Groups, { weighted = false } = {}): number {
  checkGraph(graph);
  const { of, count } = readGroups(groups, graph.size);
  const out = new Float64Array(count);
  const into = graph.directed ? new Float64Array(count) : out;
  let within = 0;
  let total = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = of[graph.from[e]!]!;
    const b = of[graph.to[e]!]!;
    if (a < 0 || b < 0) continue;
    const amount = weighted ? graph.weights[e]! : 1;
    out[a]! += amount;
    into[b]! += amount;
    total += amount;
    if (a === b) within += amount;
  }
  const ends = graph.directed ? total : 2 * total;
  let expected = 0;
  for (let g = 0; g < count; g++) expected += (out[g]! / ends) * (into[g]! / ends);
  const room = 1 - expected;
  return total > 0 && room > 1e-12 ? (within / total - expected) / room : Number.NaN;
}

/** Pearson's correlation of x at the source with y at the target over edges, undirected ones taken both ways. */
function overEdges(graph: Graph, x: Float64Array, y: Float64Array, weights: Float64Array | null): number {
  const sums = { weight: 0, x: 0, y: 0 };
  eachEnd(graph, x, y, weights, (a, b, weight) => {
    sums.weight += weight;
    sums.x += weight * a;
    sums.y += weight * b;
  });
  if (!(sums.weight > 0)) return Number.NaN;
  const meanX = sums.x / sums.weight;
  const meanY = sums.y / sums.weight;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  eachEnd(graph, x, y, weights, (a, b, weight) => {
    xx += weight * (a - meanX) ** 2;
    yy += weight * (b - meanY) ** 2;
    xy += weight * (a - meanX) * (b - meanY);
  });
  const varies = (spread: number, middle: number) => spread > 1e-24 * sums.weight * middle * middle;
  if (!varies(xx, meanX) || !varies(yy, meanY)) return Number.NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function eachEnd(
  graph: Graph,
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  visit: (x: number, y: number, weight: number) => void,
) {
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = graph.from[e]!;
    const b = graph.to[e]!;
    if (Number.isNaN(x[a]! + x[b]! + y[a]! + y[b]!)) continue;
    const weight = weights ? weights[e]! : 1;
    visit(x[a]!, y[b]!, weight);
    // A self-loop has one entry in the adjacency, from either end.
    if (!graph.directed && a !== b) visit(x[b]!, y[a]!, weight);
  }
}
