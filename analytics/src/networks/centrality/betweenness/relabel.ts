import type { Adjacency } from "../../graph/adjacency.ts";
import type { GraphArrays } from "./part.ts";

/** Rows of neighbours without weights. */
export type Rows = { starts: Int32Array; nodes: Int32Array };

/** A graph with its nodes numbered by descending degree: `label[v]` is the new number of v, `node[l]` the old one of l. */
export type Relabelled = { size: number; out: Rows; in: Rows; label: Int32Array; node: Int32Array };

/**
 * Numbers nodes by descending degree, so that the few that everybody's paths lead through lie together in memory.
 * Leaves self-loops out. O(nodes + edges).
 */
export function relabel(graph: GraphArrays): Relabelled {
  const { size } = graph;
  const degrees = new Int32Array(size);
  for (let v = 0; v < size; v++) {
    degrees[v] = graph.out.starts[v + 1]! - graph.out.starts[v]!;
    if (graph.directed) degrees[v]! += graph.in.starts[v + 1]! - graph.in.starts[v]!;
  }
  const node = byDescending(degrees);
  const label = new Int32Array(size);
  for (let l = 0; l < size; l++) label[node[l]!] = l;
  const out = rename(graph.out, node, label);
  return { size, out, in: graph.directed ? rename(graph.in, node, label) : out, label, node };
}

function byDescending(degrees: Int32Array): Int32Array {
  let most = 0;
  for (const degree of degrees) most = Math.max(most, degree);
  const next = new Int32Array(most + 2);
  for (const degree of degrees) next[most - degree + 1]!++;
  for (let d = 1; d < next.length; d++) next[d]! += next[d - 1]!;
  const order = new Int32Array(degrees.length);
  for (let v = 0; v < degrees.length; v++) order[next[most - degrees[v]!]!++] = v;
  return order;
}

function rename(side: Adjacency, node: Int32Array, label: Int32Array): Rows {
  const size = node.length;
  const starts = new Int32Array(size + 1);
  const nodes = new Int32Array(side.nodes.length);
  let count = 0;
  for (let l = 0; l < size; l++) {
    const v = node[l]!;
    for (let k = side.starts[v]!; k < side.starts[v + 1]!; k++)
      if (side.nodes[k] !== v) nodes[count++] = label[side.nodes[k]!]!;
    nodes.subarray(starts[l]!, count).sort();
    starts[l + 1] = count;
  }
  return { starts, nodes: nodes.subarray(0, count) };
}
