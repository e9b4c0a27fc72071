import { AnalyticsError } from "../../core/error.ts";
import type { EdgeList } from "./adjacency.ts";

/** Several edges between the same two nodes: one edge of their summed weight, or an error. */
export type ParallelEdges = "sum" | "error";

/** Edges from a node to itself: kept, left out, or an error. */
export type SelfLoops = "keep" | "drop" | "error";

/** `given` says for each edge as given which edge of the result it went into, -1 where it was left out. */
export type Merged = EdgeList & { readonly given: Int32Array };

/**
 * One edge for each pair of nodes (ordered where directed), numbered in the order in which the pairs first appear.
 * O(nodes + edges), by sorting on both ends.
 */
export function mergeEdges(
  size: number,
  edges: EdgeList,
  options: { directed: boolean; parallelEdges: ParallelEdges; selfLoops: SelfLoops },
): Merged {
  const count = edges.from.length;
  const first = firstOfPair(size, edges, options.directed);
  const given = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const weights = new Float64Array(count);
  let kept = 0;
  for (let e = 0; e < count; e++) {
    const a = edges.from[e]!;
    const b = edges.to[e]!;
    if (a === b && options.selfLoops !== "keep") {
      if (options.selfLoops === "error") throw selfLoop(e, a);
      given[e] = -1;
      continue;
    }
    if (first[e] === e) {
      from[kept] = a;
      to[kept] = b;
      given[e] = kept++;
    } else {
      if (options.parallelEdges === "error") throw parallel(e, first[e]!, a, b);
      given[e] = given[first[e]!]!;
    }
    weights[given[e]!]! += edges.weights[e]!;
  }
  return { from: from.slice(0, kept), to: to.slice(0, kept), weights: weights.slice(0, kept), given };
}

/** For each edge the first one between the same two nodes. */
function firstOfPair(size: number, edges: EdgeList, directed: boolean): Int32Array {
  const count = edges.from.length;
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  for (let e = 0; e < count; e++) {
    const swap = !directed && edges.from[e]! > edges.to[e]!;
    low[e] = swap ? edges.to[e]! : edges.from[e]!;
    high[e] = swap ? edges.from[e]! : edges.to[e]!;
  }
  const order = countingSort(
    size,
    low,
    countingSort(
      size,
      high,
      Int32Array.from({ length: count }, (_, e) => e),
    ),
  );
  const first = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const e = order[k]!;
    const before = k > 0 ? order[k - 1]! : -1;
    first[e] = k > 0 && low[e] === low[before] && high[e] === high[before] ? first[before]! : e;
  }
  return first;
}

/** Orders `list` by `keys[entry]`, equal ones as they were. */
function countingSort(size: number, keys: Int32Array, list: Int32Array): Int32Array {
  const next = new Int32Array(size + 1);
  for (let k = 0; k < list.length; k++) next[keys[list[k]!]! + 1]!++;
  for (let v = 1; v <= size; v++) next[v]! += next[v - 1]!;
  const sorted = new Int32Array(list.length);
  for (let k = 0; k < list.length; k++) sorted[next[keys[list[k]!]!]!++] = list[k]!;
  return sorted;
}

const selfLoop = (edge: number, node: number) =>
  new AnalyticsError(
    "option",
    `Edge ${edge} leads from node ${node} to itself`,
    'Leave it out, or choose selfLoops "keep" or "drop".',
    { row: edge },
  );

const parallel = (edge: number, earlier: number, from: number, to: number) =>
  new AnalyticsError(
    "duplicate",
    `Edge ${edge} joins ${from} and ${to}, as edge ${earlier} does`,
    'Leave one out, or choose parallelEdges "sum".',
    { row: edge },
  );
