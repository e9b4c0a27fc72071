import {
  type Betweenness,
  type BetweennessOptions,
  betweenness,
} from "../networks/centrality/betweenness/betweenness.ts";
import type { BetweennessPart } from "../networks/centrality/betweenness/part.ts";
import { plan } from "../networks/centrality/betweenness/plan.ts";
import type { Graph } from "../networks/graph/graph.ts";
import type { Thread } from "./thread.ts";
import type { Workers } from "./workers.ts";

/** Into so many shares the sources are divided, whatever the number of threads: the sums then come out the same. */
const SHARES = 16;
/** Sources that the kernel takes at once. */
const BATCH = 16;
/** Smaller graphs are done before a second thread has begun. */
const WORTH_SHARING = 500;

/**
 * `betweenness` on the threads of a pool (see `createWorkers`), with the same options: the same values but for rounding in the last
 * digits, and exactly the same on any number of threads from two. Small graphs, and all where memory cannot be shared, are done on this
 * thread.
 *
 * O(nodes × edges) divided by the threads, with lengths × log nodes.
 *
 * U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), 163–177.
 *
 * @example
 * const workers = await createWorkers({ threads: 2 });
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * (await betweennessAsync(path, { workers })).values; // [0, 1, 0]
 * await workers.close();
 */
export async function betweennessAsync(
  graph: Graph,
  options: BetweennessOptions & { workers: Workers },
): Promise<Betweenness> {
  const { workers, ...rest } = options;
  if (workers.threads < 2 || graph.size < WORTH_SHARING) return betweenness(graph, rest);
  const { parts, conclude } = plan(graph, rest);
  const shares = Array.from({ length: SHARES }, (_, share) =>
    parts.map((part) => ({ ...part, sources: dealt(graph, part.sources, share) })),
  );
  const found = await workers.together((threads) => taken(graph, shares, threads));
  return conclude(
    parts.map((_, k) => {
      const total = new Float64Array(graph.size);
      for (const sums of found) for (let v = 0; v < total.length; v++) total[v]! += sums[k]![v]!;
      return total;
    }),
  );
}

/** Each thread takes the next share when it has done one. */
async function taken(graph: Graph, shares: readonly BetweennessPart[][], threads: readonly Thread[]) {
  const { size, directed, out, in: into } = graph;
  const arrays = { size, directed, out, in: into };
  const found: Float64Array[][] = [];
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      for (let share = next++; share < shares.length; share = next++)
        found[share] = await thread.ask({ kind: "betweenness", graph: arrays, parts: shares[share]! });
    }),
  );
  return found;
}

/** One share of the sources: every so many batches of those that begin near each other, so that all shares have as much to do. */
function dealt(graph: Graph, sources: Int32Array, share: number): Int32Array {
  const { starts, nodes } = graph.out;
  const degree = (v: number) => starts[v + 1]! - starts[v]!;
  const hub = new Int32Array(graph.size).fill(-1);
  for (const v of sources)
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (hub[v] === -1 || degree(nodes[k]!) > degree(hub[v]!)) hub[v] = nodes[k]!;
  const ordered = sources.slice().sort((a, b) => hub[a]! - hub[b]! || a - b);
  return ordered.filter((_, k) => Math.floor(k / BATCH) % SHARES === share);
}
