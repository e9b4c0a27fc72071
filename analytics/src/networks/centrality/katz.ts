import { AnalyticsError } from "../../core/error.ts";
import { type Vector, vector } from "../../core/matrix.ts";
import type { Note } from "../../core/note.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import type { Centrality } from "./centrality.ts";
import { adjacencyOperator, norm, scale } from "./operator.ts";
import { spectralRadius } from "./spectral-radius.ts";

const MOST_ITERATIONS = 100_000;
const TOLERANCE = 1e-14;
const USUAL_SHARE = 0.85;

export type KatzOptions = {
  /** How much of its importance a node passes on. Default 0.85 of the greatest that is possible (0.85 without cycles). */
  alpha?: number;
  /** What each node has of itself; default 1 for all. */
  beta?: number | Vector;
  weighted?: boolean;
  /** Scaled to Euclidean norm 1. Default no. */
  normalised?: boolean;
};

/** `limit` is 1 / the greatest eigenvalue: `alpha` has to lie below it. */
export type Katz = Centrality & { alpha: number; limit: number };

/**
 * Katz centrality: every node has some importance of itself (beta) and gets a share alpha of that of each node leading to it,
 *
 *     x(v) = alpha Σ w(u, v) x(u) + beta(v)
 *
 * that is, all walks that end in v, each step shortening them by alpha. Walks converge only for alpha below 1 / λ, λ the
 * greatest eigenvalue; a greater alpha is refused. O(iterations × edges).
 *
 * L. Katz, "A New Status Index Derived from Sociometric Analysis", Psychometrika 18 (1953), 39–43.
 *
 * @example
 * const arrow = Graph.from({ nodes: 2, edges: [[0, 1]], directed: true });
 * katzCentrality(arrow, { alpha: 0.5 }).values; // [1, 1.5]
 */
export function katzCentrality(graph: Graph, options: KatzOptions = {}): Katz {
  checkGraph(graph);
  const weighted = graph.weighted && (options.weighted ?? true);
  const radius = spectralRadius(graph, weighted);
  const limit = radius > 0 ? 1 / radius : Number.POSITIVE_INFINITY;
  const alpha = options.alpha ?? USUAL_SHARE * Math.min(limit, 1);
  if (!(alpha >= 0 && alpha < limit))
    throw new AnalyticsError(
      "option",
      `With alpha ${alpha} the sum over all walks does not converge`,
      `Give an alpha from 0 to below ${limit}, one divided by the greatest eigenvalue.`,
    );
  const given = options.beta ?? 1;
  const beta =
    typeof given === "number" ? new Float64Array(graph.size).fill(given) : vector(given, graph.size, "beta");
  const multiply = adjacencyOperator(graph.in, weighted);
  let x = beta.slice();
  let next = new Float64Array(graph.size);
  const notes: Note[] = [];
  for (let k = 0; ; k++) {
    multiply(x, next);
    let most = 0;
    let off = 0;
    for (let v = 0; v < next.length; v++) {
      next[v] = alpha * next[v]! + beta[v]!;
      most = Math.max(most, Math.abs(next[v]!));
      off = Math.max(off, Math.abs(next[v]! - x[v]!));
    }
    [x, next] = [next, x];
    if (off <= TOLERANCE * (1 - alpha / limit) * most || off === 0) break;
    if (k === MOST_ITERATIONS || Number.isNaN(off)) {
      notes.push({
        code: "not-converged",
        text: `The walks did not settle within ${k} steps; take a smaller alpha.`,
      });
      break;
    }
  }
  if (options.normalised) scale(x, 1 / norm(x));
  return { values: x, alpha, limit, notes };
}
