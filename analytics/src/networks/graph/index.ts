export type { Adjacency } from "./adjacency.ts";
export type { Edges, NodeKey } from "./edges.ts";
export { Graph, type GraphInput } from "./graph.ts";
export type { ParallelEdges, SelfLoops } from "./merge.ts";
