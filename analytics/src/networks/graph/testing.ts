import fc from "fast-check";
import { Graph } from "./graph.ts";

/** Small graphs of every kind: directed or not, with self-loops, isolated nodes and several components. Weights 1 … 6. */
export const aGraph = (options: { directed?: boolean; most?: number; edges?: number } = {}) =>
  fc.integer({ min: 1, max: options.most ?? 6 }).chain((nodes) =>
    fc
      .record({
        directed: options.directed === undefined ? fc.boolean() : fc.constant(options.directed),
        edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 6 })), {
          maxLength: options.edges ?? 12,
        }),
      })
      .map(({ directed, edges }) => {
        // Without parallel edges, so that weights stay whole numbers up to six.
        const seen = new Set<string>();
        const single = edges.filter(([a, b]) => {
          const key = directed || a < b ? `${a} ${b}` : `${b} ${a}`;
          return !seen.has(key) && seen.add(key);
        });
        return Graph.from({ nodes, edges: single, directed });
      }),
  );

/** Every path without repetition from one node to another, as lists of edges. For small graphs. */
export function simplePaths(
  graph: Graph,
  source: number,
  target: number,
): { nodes: number[]; edges: number[] }[] {
  const { starts, nodes, edges } = graph.out;
  const result: { nodes: number[]; edges: number[] }[] = [];
  const walk = (path: { nodes: number[]; edges: number[] }) => {
    const v = path.nodes.at(-1)!;
    if (v === target) {
      result.push(path);
      return;
    }
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (!path.nodes.includes(nodes[k]!))
        walk({ nodes: [...path.nodes, nodes[k]!], edges: [...path.edges, edges[k]!] });
  };
  walk({ nodes: [source], edges: [] });
  return result;
}

/** Shortest paths alone; `length` gives whole numbers, so that ties are exact. */
export function shortestByHand(
  graph: Graph,
  source: number,
  target: number,
  length: (edge: number) => number,
) {
  const paths = simplePaths(graph, source, target).map((path) => ({
    ...path,
    length: path.edges.reduce((total, edge) => total + length(edge), 0),
  }));
  const least = Math.min(...paths.map((path) => path.length));
  return paths.filter((path) => path.length === least);
}

/** Weights as rows from and columns to; undirected from both sides, a self-loop once. */
export function dense(graph: Graph): number[][] {
  const rows = Array.from({ length: graph.size }, () => new Array<number>(graph.size).fill(0));
  for (let e = 0; e < graph.edgeCount; e++) {
    rows[graph.from[e]!]![graph.to[e]!] = graph.weights[e]!;
    if (!graph.directed) rows[graph.to[e]!]![graph.from[e]!] = graph.weights[e]!;
  }
  return rows;
}

/** The x with A x = b, by Gauss with pivoting. */
export function solveByHand(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i]!]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[best]![c]!)) best = r;
    [rows[c], rows[best]] = [rows[best]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
