import { described } from "../../core/described.ts";
import { AnalyticsError } from "../../core/error.ts";
import { Graph } from "./graph.ts";

/** Refuses what is no graph, for callers whose types are not checked. */
export function checkGraph(graph: unknown): asserts graph is Graph {
  if (graph instanceof Graph) return;
  throw new AnalyticsError(
    "shape",
    `${described(graph)} is no graph`,
    "Give Graph.from({ nodes, edges }), such as Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] }).",
  );
}
