import type { Graph } from "../../graph/graph.ts";
import type { Betweenness, BetweennessOptions } from "./betweenness.ts";
import { type BetweennessPart, betweennessParts, type GraphArrays } from "./part.ts";
import { plan } from "./plan.ts";

/** Threads that compute parts of betweenness: for each of them a list of parts, for each part its sums. */
export interface BetweennessThreads {
  readonly threads: number;
  betweenness(graph: GraphArrays, shares: readonly BetweennessPart[][]): Promise<Float64Array[][]>;
}

/**
 * `betweenness` on several threads, sources divided among them; the result is the same but for rounding in the last digits.
 *
 * @example
 * const workers = await createWorkers({ threads: 2 });
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * (await betweennessAsync(path, workers)).values; // [0, 1, 0]
 * await workers.close();
 */
export async function betweennessAsync(
  graph: Graph,
  workers: BetweennessThreads,
  options: BetweennessOptions = {},
): Promise<Betweenness> {
  const { parts, conclude } = plan(graph, options);
  const { threads } = workers;
  if (threads < 2) return conclude(betweennessParts(graph, parts));
  const shares = Array.from({ length: threads }, (_, thread) =>
    parts.map((part) => ({ ...part, sources: dealt(graph, part.sources, thread, threads) })),
  );
  const { size, directed, out, in: into } = graph;
  const found = await workers.betweenness({ size, directed, out, in: into }, shares);
  return conclude(
    parts.map((_, k) => {
      const total = new Float64Array(size);
      for (const sums of found) for (let v = 0; v < size; v++) total[v]! += sums[k]![v]!;
      return total;
    }),
  );
}

/** What one thread gets of the sources: every so many of those that begin near each other, so that all have as much to do. */
function dealt(graph: Graph, sources: Int32Array, thread: number, threads: number): Int32Array {
  const { starts, nodes } = graph.out;
  const degree = (v: number) => starts[v + 1]! - starts[v]!;
  const hub = new Int32Array(graph.size).fill(-1);
  for (const v of sources)
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (hub[v] === -1 || degree(nodes[k]!) > degree(hub[v]!)) hub[v] = nodes[k]!;
  const ordered = sources.slice().sort((a, b) => hub[a]! - hub[b]! || a - b);
  return ordered.filter((_, k) => Math.floor(k / 16) % threads === thread);
}
