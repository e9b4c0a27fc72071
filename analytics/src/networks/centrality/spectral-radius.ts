import type { Graph } from "../graph/graph.ts";
import { strongComponents } from "../paths/components.ts";
import { leadingPair } from "./leading-pair.ts";
import { adjacencyOperator } from "./operator.ts";

const MOST_ITERATIONS = 5_000;

/**
 * The greatest eigenvalue of the adjacency (its spectral radius). Directed, that of its strong components; 0 where no way
 * leads round. Found from above: never below the true one by more than rounding.
 */
export function spectralRadius(graph: Graph, weighted: boolean): number {
  if (graph.edgeCount === 0) return 0;
  if (!graph.directed) return leadingPair(graph.size, adjacencyOperator(graph.out, weighted)).value;
  const { of, sizes } = strongComponents(graph);
  const members = Array.from(sizes, () => [] as number[]);
  of.forEach((component, v) => {
    members[component]!.push(v);
  });
  return members.reduce((most, nodes) => Math.max(most, ofComponent(graph, nodes, of, weighted)), 0);
}

/**
 * Powers of A + shift on one strong component; between the least and the greatest growth of a node lies the eigenvalue.
 *
 * L. Collatz, "Einschließungssatz für die charakteristischen Zahlen von Matrizen", Mathematische Zeitschrift 48 (1942), 221–226.
 */
function ofComponent(graph: Graph, nodes: number[], of: Int32Array, weighted: boolean): number {
  const { starts, nodes: before, weights } = graph.in;
  const pull = (x: Float64Array, v: number) => {
    let total = 0;
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (of[before[k]!] === of[v]) total += (weighted ? weights[k]! : 1) * x[before[k]!]!;
    return total;
  };
  let x = new Float64Array(graph.size);
  for (const v of nodes) x[v] = 1;
  if (nodes.length === 1) return pull(x, nodes[0]!);
  let next = new Float64Array(graph.size);
  // Away from zero, so that going round in step (a cycle) settles too.
  const shift = nodes.reduce((total, v) => total + pull(x, v), 0) / nodes.length;
  if (shift === 0) return 0;
  let high = 0;
  for (let k = 0; k < MOST_ITERATIONS; k++) {
    let low = Number.POSITIVE_INFINITY;
    high = 0;
    let most = 0;
    for (const v of nodes) {
      next[v] = pull(x, v) + shift * x[v]!;
      const growth = next[v]! / x[v]!;
      low = Math.min(low, growth);
      high = Math.max(high, growth);
      most = Math.max(most, next[v]!);
    }
    if (high - low <= 1e-13 * high) break;
    for (const v of nodes) next[v]! /= most;
    [x, next] = [next, x];
  }
  return high - shift;
}
