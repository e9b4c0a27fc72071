import type { Graph } from "./graph.ts";
import { mergeEdges } from "./merge.ts";

/** A graph without directions, and of each edge of the given one which edge of the new one it went into. */
export function withoutDirection(graph: Graph): { graph: Graph; edge: Int32Array } {
  const options = { directed: false, parallelEdges: "sum", selfLoops: "keep" } as const;
  return { graph: graph.undirected(), edge: mergeEdges(graph.size, graph, options).given };
}
