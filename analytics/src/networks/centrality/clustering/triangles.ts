import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";

/** Called once for each triangle with its three nodes and the edges between them: bc is the one opposite a, and so on. */
export type OnTriangle = (a: number, b: number, c: number, ab: number, bc: number, ac: number) => void;

/**
 * Visits every triangle of an undirected graph once. Each edge is looked at from its end of lower degree only, so that hubs
 * are cheap: O(edges · √edges).
 *
 * T. Schank and D. Wagner, "Finding, Counting and Listing All Triangles in Large Graphs", WEA 2005, LNCS 3503, 606–609.
 */
export function eachTriangle(graph: Graph, visit: OnTriangle) {
  const { size } = graph;
  const forward = upwards(graph);
  const { starts, nodes, edges } = forward;
  /** The edge from the node at hand to each of its neighbours, -1 elsewhere. */
  const mark = new Int32Array(size).fill(-1);
  for (let a = 0; a < size; a++) {
    for (let k = starts[a]!; k < starts[a + 1]!; k++) mark[nodes[k]!] = edges[k]!;
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      const b = nodes[k]!;
      for (let i = starts[b]!; i < starts[b + 1]!; i++) {
        const c = nodes[i]!;
        if (mark[c]! >= 0) visit(a, b, c, edges[k]!, edges[i]!, mark[c]!);
      }
    }
    for (let k = starts[a]!; k < starts[a + 1]!; k++) mark[nodes[k]!] = -1;
  }
}

/** Each edge from its end of lower degree to the other, without self-loops. */
function upwards(graph: Graph) {
  const { starts, nodes, edges } = graph.out;
  const { size } = graph;
  const isUp = (v: number, w: number) => {
    const difference = starts[w + 1]! - starts[w]! - (starts[v + 1]! - starts[v]!);
    return difference > 0 || (difference === 0 && w > v);
  };
  const up = {
    starts: new Int32Array(size + 1),
    nodes: new Int32Array(graph.edgeCount),
    edges: new Int32Array(graph.edgeCount),
  };
  let count = 0;
  for (let v = 0; v < size; v++) {
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      if (!isUp(v, nodes[k]!)) continue;
      up.nodes[count] = nodes[k]!;
      up.edges[count++] = edges[k]!;
    }
    up.starts[v + 1] = count;
  }
  return up;
}

/**
 * How many triangles each node is a corner of. Direction and self-loops do not matter. O(edges · √edges).
 *
 * @example
 * triangles(Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] })); // [1, 1, 1, 0]
 */
export function triangles(graph: Graph): Int32Array {
  checkGraph(graph);
  const count = new Int32Array(graph.size);
  eachTriangle(graph.undirected(), (a, b, c) => {
    count[a]!++;
    count[b]!++;
    count[c]!++;
  });
  return count;
}

/** To how many others each node is joined, itself left out. Undirected. */
export function otherNeighbours(graph: Graph): Int32Array {
  const { starts, nodes } = graph.out;
  const count = new Int32Array(graph.size);
  for (let v = 0; v < graph.size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (nodes[k] !== v) count[v]!++;
  return count;
}
