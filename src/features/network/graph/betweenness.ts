import { type Graph, neighboursOf } from "./graph.ts";

/** Above this many actors the paths are counted from a sample of them. */
export const EXACT_UP_TO = 1_500;
export const SOURCES = 400;

export interface Betweenness {
  /** By actor: the share of all shortest paths between two others that lead through it, 0 to 1. */
  shares: Float64Array;
  /** From how many actors the paths were counted; all of them when it is exact. */
  sources: number;
}

/**
 * Betweenness: of the shortest paths between any two others, the share that leads through an actor.
 *
 *     B(v) = 2 / (n - 1)(n - 2)  ·  sum over pairs s, t of  paths(s, t | v) / paths(s, t)
 *
 * U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), 163–177. In large
 * networks from evenly spaced sources, scaled up: U. Brandes, C. Pich, "Centrality Estimation in Large Networks", International
 * Journal of Bifurcation and Chaos 17 (2007), 2303–2318. `rest` is awaited between sources, so that others get their turn.
 */
export async function betweenness(
  graph: Graph,
  rest: () => Promise<void> | void,
  exactUpTo = EXACT_UP_TO,
): Promise<Betweenness> {
  const { order: n } = graph;
  const through = new Float64Array(n);
  if (n < 3) return { shares: through, sources: n };
  const step = n <= exactUpTo ? 1 : n / SOURCES;
  const paths = new Float64Array(n);
  const dependency = new Float64Array(n);
  const distance = new Int32Array(n);
  const queue = new Int32Array(n);

  let sources = 0;
  for (let at = 0; at < n; at += step) {
    const source = Math.floor(at);
    sources += 1;
    const reached = countPaths(graph, source, { paths, distance, queue });
    dependency.fill(0);
    for (let i = reached - 1; i > 0; i--) {
      const actor = queue[i]!;
      for (const before of neighboursOf(graph, actor)) {
        if (distance[before] === distance[actor]! - 1)
          dependency[before]! += (paths[before]! / paths[actor]!) * (1 + dependency[actor]!);
      }
      through[actor]! += dependency[actor]!;
    }
    await rest();
  }
  const scale = n / sources / ((n - 1) * (n - 2));
  return { shares: through.map((value) => value * scale), sources };
}

/** Counts the shortest paths from one actor to all; the first `n` places of the queue hold whom it reached, the nearest first. */
function countPaths(
  graph: Graph,
  source: number,
  { paths, distance, queue }: { paths: Float64Array; distance: Int32Array; queue: Int32Array },
): number {
  paths.fill(0);
  distance.fill(-1);
  paths[source] = 1;
  distance[source] = 0;
  queue[0] = source;
  let reached = 1;
  for (let head = 0; head < reached; head++) {
    const actor = queue[head]!;
    for (const next of neighboursOf(graph, actor)) {
      if (distance[next] === -1) {
        distance[next] = distance[actor]! + 1;
        queue[reached++] = next;
      }
      if (distance[next] === distance[actor]! + 1) paths[next]! += paths[actor]!;
    }
  }
  return reached;
}
