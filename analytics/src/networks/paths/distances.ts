import { Matrix } from "../../core/matrix.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { NodeKey } from "../graph/edges.ts";
import type { Graph } from "../graph/graph.ts";
import { type EdgeLength, edgeLengths } from "./length.ts";
import { Search } from "./search.ts";

/**
 * How far it is from each of some nodes (rows; all by default) to every node (columns). Infinity where no way leads.
 *
 * By hops O(rows × edges), with lengths O(rows × edges · log nodes); the result takes rows × nodes × 8 bytes.
 *
 * E. W. Dijkstra, "A Note on Two Problems in Connexion with Graphs", Numerische Mathematik 1 (1959), 269–271.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1, 4], [1, 2, 2]] });
 * distances(path, { from: [0], length: "inverse" }).row(0); // [0, 0.25, 0.75]
 */
export function distances(
  graph: Graph,
  options: { from?: readonly NodeKey[]; length?: EdgeLength } = {},
): Matrix {
  checkGraph(graph);
  const sources = options.from
    ? options.from.map((key) => graph.node(key))
    : Array.from({ length: graph.size }, (_, v) => v);
  const search = new Search(graph.out, edgeLengths(graph, options.length));
  const result = new Matrix(sources.length, graph.size);
  sources.forEach((source, row) => {
    result.row(row).set(search.from(source).distance);
  });
  return result;
}
