import type { Note } from "../../core/note.ts";
import { sum } from "../../core/statistics.ts";
import { checkGraph } from "../graph/check-graph.ts";
import { Graph } from "../graph/graph.ts";
import { components } from "../paths/components.ts";
import { leadingPair } from "./leading-pair.ts";
import { adjacencyOperator, scale } from "./operator.ts";

/** Each sums to 1. */
export type Hits = { hubs: Float64Array; authorities: Float64Array; notes: Note[] };

/**
 * Hubs and authorities (HITS): good hubs lead to good authorities, which good hubs lead to. Authorities are the leading
 * eigenvector of AᵀA, hubs that of AAᵀ; each sums to 1. NaN with a note where there are no edges; where the edges fall into
 * parts that share neither sender nor receiver, only the part with the greatest eigenvalue has values above 0, and a note
 * says so. O(iterations × edges), by Lanczos.
 *
 * J. M. Kleinberg, "Authoritative Sources in a Hyperlinked Environment", Journal of the ACM 46 (1999), 604–632.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 2], [1, 2]], directed: true });
 * hits(graph); // { hubs: [0.5, 0.5, 0], authorities: [0, 0, 1], notes: [] }
 */
export function hits(graph: Graph, options: { weighted?: boolean } = {}): Hits {
  checkGraph(graph);
  const weighted = graph.weighted && (options.weighted ?? true);
  const forwards = adjacencyOperator(graph.out, weighted);
  const backwards = adjacencyOperator(graph.in, weighted);
  const between = new Float64Array(graph.size);
  const isEmpty = graph.weights.every((weight) => weighted && weight === 0);
  if (isEmpty) {
    const unknown = new Float64Array(graph.size).fill(Number.NaN);
    const text = "Without edges there are neither hubs nor authorities.";
    return { hubs: unknown, authorities: unknown.slice(), notes: [{ code: "degenerate", text }] };
  }
  const { vector: authorities, converged } = leadingPair(graph.size, (x, into) => {
    forwards(x, between);
    backwards(between, into);
  });
  const hubs = new Float64Array(graph.size);
  forwards(authorities, hubs);
  scale(hubs, 1 / sum(hubs));
  scale(authorities, 1 / sum(authorities));
  const notes = apart(graph);
  if (!converged) notes.push({ code: "not-converged", text: "Hubs and authorities did not settle." });
  return { hubs, authorities, notes };
}

/** Looks at senders and receivers as the two sides of a bipartite graph. */
function apart(graph: Graph): Note[] {
  const from = graph.directed ? graph.from : Int32Array.from([...graph.from, ...graph.to]);
  const to = graph.directed ? graph.to : Int32Array.from([...graph.to, ...graph.from]);
  const sides = Graph.from({ nodes: 2 * graph.size, edges: { from, to: to.map((v) => graph.size + v) } });
  const parts = components(sides).sizes.filter((size) => size > 1).length;
  if (parts < 2) return [];
  return [
    {
      code: "disconnected",
      text: `The edges fall into ${parts} parts that share neither sender nor receiver.`,
    },
  ];
}
