import type { Graph } from "../../graph/graph.ts";
import { withoutDirection } from "../../graph/without-direction.ts";
import { eachTriangle } from "../clustering/triangles.ts";

/**
 * Truss numbers: for each edge the largest k for which it is in the k-truss, the largest part of the graph in which every edge
 * is a side of at least k - 2 triangles of that part. An edge in no triangle has 2; a self-loop, in none either, too.
 * One value per edge of the graph, directed ones taken without direction. O(edges · √edges) time, O(triangles) memory.
 *
 * J. Cohen, "Trusses: Cohesive Subgraphs for Social Network Analysis", National Security Agency Technical Report (2008);
 * J. Wang and J. Cheng, "Truss Decomposition in Massive Networks", PVLDB 5 (2012), 812–823.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] });
 * trussNumbers(graph); // [3, 3, 3, 2]
 */
export function trussNumbers(graph: Graph): Int32Array {
  if (graph.directed) return ofEitherWay(graph);
  const { of, starts, count } = trianglesByEdge(graph);
  const edges = count.length;
  const left = count.slice();
  const most = left.reduce((a, b) => Math.max(a, b), 0);
  const begin = new Int32Array(most + 2);
  for (const k of left) begin[k + 1]!++;
  for (let k = 1; k < begin.length; k++) begin[k]! += begin[k - 1]!;
  const next = begin.slice();
  const order = new Int32Array(edges);
  const place = new Int32Array(edges);
  for (let e = 0; e < edges; e++) {
    place[e] = next[left[e]!]!++;
    order[place[e]!] = e;
  }
  const isGone = new Uint8Array(edges);
  for (let i = 0; i < edges; i++) {
    const e = order[i]!;
    isGone[e] = 1;
    for (let k = starts[e]!; k < starts[e + 1]!; k++) {
      const one = of[2 * k]!;
      const two = of[2 * k + 1]!;
      if (isGone[one] || isGone[two]) continue;
      for (const other of [one, two]) {
        if (left[other]! <= left[e]!) continue;
        const first = begin[left[other]!]!;
        const moved = order[first]!;
        order[place[other]!] = moved;
        place[moved] = place[other]!;
        order[first] = other;
        place[other] = first;
        begin[left[other]!] = first + 1;
        left[other]!--;
      }
    }
  }
  return left.map((k) => k + 2);
}

function ofEitherWay(graph: Graph): Int32Array {
  const { graph: without, edge } = withoutDirection(graph);
  const numbers = trussNumbers(without);
  return edge.map((e) => numbers[e]!);
}

/** Of each edge the two other sides of every triangle it is in. */
function trianglesByEdge(graph: Graph) {
  const found: number[] = [];
  const count = new Int32Array(graph.edgeCount);
  eachTriangle(graph, (_a, _b, _c, ab, bc, ac) => {
    found.push(ab, bc, ac);
    count[ab]!++;
    count[bc]!++;
    count[ac]!++;
  });
  const starts = new Int32Array(graph.edgeCount + 1);
  for (let e = 0; e < graph.edgeCount; e++) starts[e + 1] = starts[e]! + count[e]!;
  const next = starts.slice();
  const of = new Int32Array(2 * found.length);
  for (let t = 0; t < found.length; t += 3)
    for (let side = 0; side < 3; side++) {
      const k = next[found[t + side]!]!++;
      of[2 * k] = found[t + ((side + 1) % 3)]!;
      of[2 * k + 1] = found[t + ((side + 2) % 3)]!;
    }
  return { of, starts, count };
}
