import type { Graph } from "../graph/index.ts";
import { twoSides } from "./bipartite-modularity.ts";

/**
 * A graph as the search for communities sees it: arcs in compressed rows (both ways, without self-loops), and how much each
 * node gives and takes. What a node v wins by being with the nodes of community C is
 *
 *     w(v, C) - scale (gives(v) takes(C) + takes(v) gives(C))     directed
 *     w(v, C) - scale  takes(v) takes(C)                          undirected, where `gives` and `takes` are one array
 */
export type Level = {
  readonly size: number;
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  readonly weights: Float64Array;
  readonly gives: Float64Array;
  readonly takes: Float64Array;
  readonly scale: number;
};

/**
 * What the weight inside a community is compared with: what its strengths let expect, the same between the two sides of a
 * two-mode graph, or a constant per pair of nodes.
 */
export type Quality = "modularity" | "bipartite" | "constantPotts";

/**
 * The first level of a graph. Node i of it is node `order[i]` of the graph: nodes with many neighbours come first, so that
 * what is touched most lies together. Edges of weight 0 are left out. O(nodes + edges).
 */
export function levelOf(
  graph: Graph,
  quality: Quality,
  resolution: number,
): { level: Level; order: Int32Array } {
  const { size, from, to, weights } = graph;
  const degrees = new Int32Array(size);
  for (let e = 0; e < from.length; e++) {
    if (from[e] === to[e] || weights[e] === 0) continue;
    degrees[from[e]!]!++;
    degrees[to[e]!]!++;
  }
  const order = descending(degrees);
  const place = new Int32Array(size);
  for (let i = 0; i < size; i++) place[order[i]!] = i;
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) starts[i + 1] = starts[i]! + degrees[order[i]!]!;
  const next = starts.slice();
  const nodes = new Int32Array(starts[size]!);
  const arcs = new Float64Array(starts[size]!);
  const gives = new Float64Array(size);
  const side = quality === "bipartite" ? twoSides(graph) : null;
  const directed = side !== null || graph.directed;
  const takes = directed ? new Float64Array(size) : gives;
  let total = 0;
  for (let e = 0; e < from.length; e++) {
    const weight = weights[e]!;
    const a = place[from[e]!]!;
    const b = place[to[e]!]!;
    const turned = side !== null && side[from[e]!] === 1;
    gives[turned ? b : a]! += weight;
    takes[turned ? a : b]! += weight;
    total += weight;
    if (a === b || weight === 0) continue;
    const forth = next[a]!++;
    const back = next[b]!++;
    nodes[forth] = b;
    arcs[forth] = weight;
    nodes[back] = a;
    arcs[back] = weight;
  }
  const shape = { size, starts, nodes, weights: arcs };
  if (quality === "constantPotts") {
    const ones = new Float64Array(size).fill(1);
    return { level: { ...shape, gives: ones, takes: ones, scale: resolution }, order };
  }
  const scale = total === 0 ? 0 : resolution / (directed ? total : 2 * total);
  return { level: { ...shape, gives, takes, scale }, order };
}

/** Positions by descending value, equal ones in their order (counting sort). */
function descending(values: Int32Array): Int32Array {
  const n = values.length;
  let most = 0;
  for (let i = 0; i < n; i++) if (values[i]! > most) most = values[i]!;
  const next = new Int32Array(most + 2);
  for (let i = 0; i < n; i++) next[most - values[i]! + 1]!++;
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!;
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[next[most - values[i]!]!++] = i;
  return order;
}

/** The graph whose nodes are the `count` groups of a level; what lies inside a group is left out. O(nodes + arcs). */
export function aggregate(level: Level, group: Int32Array, count: number): Level {
  const { size, starts, nodes, weights } = level;
  const begins = new Int32Array(count + 1);
  for (let v = 0; v < size; v++) begins[group[v]! + 1]!++;
  for (let c = 0; c < count; c++) begins[c + 1]! += begins[c]!;
  const next = begins.slice();
  const members = new Int32Array(size);
  for (let v = 0; v < size; v++) members[next[group[v]!]!++] = v;

  const toStarts = new Int32Array(count + 1);
  const toNodes = new Int32Array(nodes.length);
  const toWeights = new Float64Array(nodes.length);
  const found = new Float64Array(count);
  let arcs = 0;
  for (let c = 0; c < count; c++) {
    const first = arcs;
    for (let i = begins[c]!; i < begins[c + 1]!; i++) {
      const v = members[i]!;
      const end = starts[v + 1]!;
      for (let k = starts[v]!; k < end; k++) {
        const d = group[nodes[k]!]!;
        if (d === c) continue;
        const before = found[d]!;
        if (before === 0) toNodes[arcs++] = d;
        found[d] = before + weights[k]!;
      }
    }
    for (let k = first; k < arcs; k++) {
      const d = toNodes[k]!;
      toWeights[k] = found[d]!;
      found[d] = 0;
    }
    toStarts[c + 1] = arcs;
  }
  const gives = grouped(level.gives, group, count);
  return {
    size: count,
    starts: toStarts,
    nodes: toNodes.subarray(0, arcs),
    weights: toWeights.subarray(0, arcs),
    gives,
    takes: level.takes === level.gives ? gives : grouped(level.takes, group, count),
    scale: level.scale,
  };
}

/** The sums of values by group. */
export function grouped(values: Float64Array, group: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let v = 0; v < values.length; v++) sums[group[v]!]! += values[v]!;
  return sums;
}
