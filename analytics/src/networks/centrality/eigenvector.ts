import type { Note } from "../../core/note.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import { components, strongComponents } from "../paths/components.ts";
import type { Centrality } from "./centrality.ts";
import { leadingPair } from "./leading-pair.ts";
import { addScaled, adjacencyOperator, norm, type Operator, scale } from "./operator.ts";
import { spectralRadius } from "./spectral-radius.ts";

const MOST_ITERATIONS = 20_000;
const TOLERANCE = 1e-13;
/** Eigenvalues this near to each other, relative to the first, cannot be told apart in good conscience. */
const NEAR = 1e-6;

/** `eigenvalue` is the greatest one of the adjacency. */
export type EigenvectorCentrality = Centrality & { eigenvalue: number };

/**
 * Eigenvector centrality: a node is central as the nodes that lead to it are, λ x(v) = Σ w(u, v) x(u), for the greatest
 * eigenvalue λ. Values are from 0, of Euclidean norm 1.
 *
 * In a disconnected graph only the component with the greatest eigenvalue has values above 0 (directed: that strong
 * component and what it leads to); a note says so, as one does where the two greatest eigenvalues nearly agree. A graph in
 * which no way leads round (a directed one without cycles, one without edges) has none: NaN and a note. Bipartite graphs
 * are no trouble to the method used.
 *
 * O(iterations × edges): Lanczos when undirected, else powers of the adjacency shifted by its eigenvalue.
 *
 * P. Bonacich, "Factoring and Weighting Approaches to Status Scores and Clique Identification", Journal of Mathematical
 * Sociology 2 (1972), 113–120.
 *
 * @example
 * const star = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2]] });
 * eigenvectorCentrality(star).values; // [Math.SQRT1_2, 0.5, 0.5]
 */
export function eigenvectorCentrality(
  graph: Graph,
  options: { weighted?: boolean } = {},
): EigenvectorCentrality {
  checkGraph(graph);
  const weighted = graph.weighted && (options.weighted ?? true);
  const multiply = adjacencyOperator(graph.in, weighted);
  return graph.directed
    ? byPowers(graph, multiply, spectralRadius(graph, weighted))
    : byLanczos(graph, multiply);
}

function undefinedIn(graph: Graph): EigenvectorCentrality {
  const text = "No way leads round in this graph, so that no eigenvector centrality exists.";
  return {
    values: new Float64Array(graph.size).fill(Number.NaN),
    eigenvalue: 0,
    notes: [{ code: "degenerate", text }],
  };
}

function byLanczos(graph: Graph, multiply: Operator): EigenvectorCentrality {
  if (graph.edgeCount === 0) return undefinedIn(graph);
  const { value, next, vector, converged } = leadingPair(graph.size, multiply);
  if (!(value > 0)) return undefinedIn(graph);
  const notes = apart(components(graph).sizes, "component");
  if (value - next <= NEAR * value)
    notes.push({
      code: "eigengap",
      text: `The two greatest eigenvalues, ${value} and ${next}, can hardly be told apart.`,
    });
  if (!converged) notes.push(unsettled());
  return { values: vector, eigenvalue: value, notes };
}

function byPowers(graph: Graph, multiply: Operator, radius: number): EigenvectorCentrality {
  if (!(radius > 0)) return undefinedIn(graph);
  let x: Float64Array = new Float64Array(graph.size).fill(1 / Math.sqrt(graph.size));
  let next: Float64Array = new Float64Array(graph.size);
  const notes = apart(strongComponents(graph).sizes, "strong component");
  let eigenvalue = radius;
  for (let k = 0; ; k++) {
    multiply(x, next);
    // The one that fits this vector: the radius found before may be off by more than the tolerance.
    eigenvalue = total(next) / total(x);
    let off = 0;
    for (let v = 0; v < x.length; v++) off = Math.max(off, Math.abs(next[v]! - eigenvalue * x[v]!));
    if (off <= TOLERANCE * eigenvalue) break;
    if (k === MOST_ITERATIONS) {
      notes.push(unsettled());
      break;
    }
    addScaled(next, radius, x);
    scale(next, 1 / norm(next));
    [x, next] = [next, x];
  }
  return { values: x, eigenvalue, notes };
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

function apart(sizes: Int32Array, what: string): Note[] {
  if (sizes.length < 2) return [];
  return [
    {
      code: "disconnected",
      text: `The graph has ${sizes.length} ${what}s; only what the one with the greatest eigenvalue reaches has values above 0.`,
    },
  ];
}

const unsettled = (): Note => ({
  code: "not-converged",
  text: "The eigenvector did not settle: other eigenvalues lie too near to the greatest.",
});
