import type { NodeKey } from "../../graph/edges.ts";
import type { Graph } from "../../graph/graph.ts";

/** Some sources, and for each node how much it counts as the end of their paths. */
export type Pairs = { sources: Int32Array; targets: Float64Array };

/**
 * From which sources to which targets paths are counted, so that each pair counts once: undirected, two nodes that are both
 * source and target would meet twice, once from either side, and count half each time.
 */
export function pairsBetween(
  graph: Graph,
  from: readonly NodeKey[] | undefined,
  to: readonly NodeKey[] | undefined,
): Pairs[] {
  const all = Array.from({ length: graph.size }, (_, v) => v);
  const sources = from ? [...new Set(from.map((key) => graph.node(key)))] : all;
  const ends = to ? [...new Set(to.map((key) => graph.node(key)))] : all;
  const weigh = (weight: (v: number) => number) => {
    const targets = new Float64Array(graph.size);
    for (const v of ends) targets[v] = weight(v);
    return targets;
  };
  if (graph.directed) return [{ sources: Int32Array.from(sources), targets: weigh(() => 1) }];
  const isSource = new Uint8Array(graph.size);
  for (const v of sources) isSource[v] = 1;
  const isTarget = new Uint8Array(graph.size);
  for (const v of ends) isTarget[v] = 1;
  return [
    {
      sources: Int32Array.from(sources.filter((v) => isTarget[v] === 1)),
      targets: weigh((v) => (isSource[v] === 1 ? 0.5 : 1)),
    },
    { sources: Int32Array.from(sources.filter((v) => isTarget[v] === 0)), targets: weigh(() => 1) },
  ].filter((pairs) => pairs.sources.length > 0);
}
