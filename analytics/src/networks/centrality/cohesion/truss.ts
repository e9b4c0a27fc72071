import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { withoutDirection } from "../../graph/without-direction.ts";
import { eachTriangle } from "../clustering/triangles.ts";

/**
 * Truss numbers: for each edge the largest k for which it is in the k-truss, the largest part of the graph in which every edge
 * is a side of at least k - 2 triangles of that part. An edge in no triangle has 2; a self-loop, in none either, too.
 * One value per edge of the graph, directed ones taken without direction. O(Σ over edges of the lower degree of their ends · log degree).
 *
 * J. Cohen, "Trusses: Cohesive Subgraphs for Social Network Analysis", National Security Agency Technical Report (2008);
 * J. Wang and J. Cheng, "Truss Decomposition in Massive Networks", PVLDB 5 (2012), 812–823.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 0], [2, 3]] });
 * trussNumbers(graph); // [3, 3, 3, 2]
 */
export function trussNumbers(graph: Graph): Int32Array {
  checkGraph(graph);
  if (graph.directed) return ofEitherWay(graph);
  const edges = graph.edgeCount;
  /** In how many triangles each edge still is. */
  const left = new Int32Array(edges);
  eachTriangle(graph, (_a, _b, _c, ab, bc, ac) => {
    left[ab]!++;
    left[bc]!++;
    left[ac]!++;
  });
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
  const lower = (edge: number, than: number) => {
    if (left[edge]! <= than) return;
    const first = begin[left[edge]!]!;
    const moved = order[first]!;
    order[place[edge]!] = moved;
    place[moved] = place[edge]!;
    order[first] = edge;
    place[edge] = first;
    begin[left[edge]!] = first + 1;
    left[edge]!--;
  };
  const isGone = new Uint8Array(edges);
  const { starts, nodes, edges: through } = graph.out;
  const degree = (v: number) => starts[v + 1]! - starts[v]!;
  for (let i = 0; i < edges; i++) {
    const e = order[i]!;
    isGone[e] = 1;
    if (left[e] === 0) continue;
    const isFewer = degree(graph.from[e]!) <= degree(graph.to[e]!);
    const a = isFewer ? graph.from[e]! : graph.to[e]!;
    const b = isFewer ? graph.to[e]! : graph.from[e]!;
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      if (isGone[through[k]!] || nodes[k] === a) continue;
      const other = graph.edgeBetween(nodes[k]!, b);
      if (other < 0 || isGone[other] || nodes[k] === b) continue;
      lower(through[k]!, left[e]!);
      lower(other, left[e]!);
    }
  }
  return left.map((k) => k + 2);
}

function ofEitherWay(graph: Graph): Int32Array {
  const { graph: without, edge } = withoutDirection(graph);
  const numbers = trussNumbers(without);
  return edge.map((e) => numbers[e]!);
}
