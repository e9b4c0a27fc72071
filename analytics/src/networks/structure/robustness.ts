import { AnalyticsError } from "../../core/error.ts";
import { seeded, shuffle } from "../../core/random.ts";
import { betweenness } from "../centrality/index.ts";
import type { Graph } from "../graph/index.ts";

export type RobustnessOptions = {
  /** Who is removed first; default "random". */
  by?: "random" | "degree" | "betweenness";
  /**
   * Whether degree or betweenness is computed anew after each removal. Default yes for "degree", no for "betweenness" (there
   * it makes the cost nodes² × edges).
   */
  adaptive?: boolean;
  /** Of "random": over how many orders the curve is averaged; default 20. */
  samples?: number;
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
  const { by = "random", samples = 20, seed = 1 } = options;
  const graph = given.undirected();
  const n = graph.size;
  if (by === "random") {
    if (!(Number.isInteger(samples) && samples > 0))
      throw new AnalyticsError(
        "option",
        `${samples} random orders cannot be averaged`,
        "Take 1 sample or more.",
      );
    const random = seeded(seed);
    const order = Int32Array.from({ length: n }, (_, v) => v);
    const curve = new Float64Array(n + 1);
    for (let s = 0; s < samples; s++) {
      const once = curveOf(graph, shuffle(order, random));
      for (let q = 0; q <= n; q++) curve[q]! += once[q]! / samples;
    }
    return { curve, order: null, index: indexOf(curve) };
  }
  const adaptive = options.adaptive ?? by === "degree";
  const order = (by === "degree" ? orders.degree : orders.betweenness)(graph, adaptive);
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

const orders = { degree: byDegree, betweenness: byBetweenness };

function byDegree(graph: Graph, adaptive: boolean): Int32Array {
  const { starts, nodes } = graph.out;
  const degree = new Int32Array(graph.size);
  for (let v = 0; v < graph.size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (nodes[k] !== v) degree[v]!++;
  if (!adaptive) return descending(degree);
  // A heap in which a node is entered anew whenever its degree falls; what is out of date is passed over.
  const heap = new Heap(graph.size);
  for (let v = 0; v < graph.size; v++) heap.push(degree[v]!, v);
  const order = new Int32Array(graph.size);
  const gone = new Uint8Array(graph.size);
  for (let q = 0; q < graph.size; ) {
    const { value, node } = heap.pop();
    if (gone[node] || value !== degree[node]) continue;
    gone[node] = 1;
    order[q++] = node;
    for (let k = starts[node]!; k < starts[node + 1]!; k++) {
      const u = nodes[k]!;
      if (!gone[u]) heap.push(--degree[u]!, u);
    }
  }
  return order;
}

/** Greatest value first, of equal ones the lowest node. */
class Heap {
  private readonly keys: number[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  push(value: number, node: number) {
    const { keys } = this;
    // One number holds both, so that one comparison orders them.
    const key = value * this.size + (this.size - 1 - node);
    let i = keys.length;
    keys.push(key);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up]! >= key) break;
      keys[i] = keys[up]!;
      i = up;
    }
    keys[i] = key;
  }

  pop(): { value: number; node: number } {
    const { keys, size } = this;
    const top = keys[0]!;
    const last = keys.pop()!;
    if (keys.length > 0) {
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= keys.length) break;
        if (down + 1 < keys.length && keys[down + 1]! > keys[down]!) down++;
        if (keys[down]! <= last) break;
        keys[i] = keys[down]!;
        i = down;
      }
      keys[i] = last;
    }
    return { value: Math.floor(top / size), node: size - 1 - (top % size) };
  }
}

function byBetweenness(graph: Graph, adaptive: boolean): Int32Array {
  if (!adaptive) return descending(betweenness(graph).values);
  const left = Array.from({ length: graph.size }, (_, v) => v);
  const order = new Int32Array(graph.size);
  for (let q = 0; q < graph.size; q++) {
    const first = descending(betweenness(graph.subgraph(left)).values)[0]!;
    order[q] = left[first]!;
    left.splice(first, 1);
  }
  return order;
}

function descending(values: Int32Array | Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
}
