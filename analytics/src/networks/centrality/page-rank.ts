import { AnalyticsError } from "../../core/error.ts";
import { type Vector, vector } from "../../core/matrix.ts";
import type { Note } from "../../core/note.ts";
import { sum } from "../../core/statistics.ts";
import type { Adjacency } from "../graph/adjacency.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/graph.ts";
import type { Centrality } from "./centrality.ts";
import { adjacencyOperator } from "./operator.ts";

export type PageRankOptions = {
  /** The chance to follow an edge instead of beginning anew; default 0.85. */
  damping?: number;
  /** Where one begins anew, in proportion to these values from 0; default everywhere alike. */
  personalisation?: Vector;
  /** Where one goes from a node without edges leaving; default as `personalisation`. */
  dangling?: Vector;
  /** Default true: edges are followed in proportion to their weight. */
  weighted?: boolean;
  /** The iteration ends when values change by less in all (L1); default 1e-12. */
  tolerance?: number;
  mostIterations?: number;
};

/**
 * PageRank: how often somebody is at a node who follows an edge out of where they are with chance d (`damping`), chosen by its
 * weight, and otherwise begins anew somewhere (`personalisation`):
 *
 *     x(v) = (1 - d) p(v) + d ( Σ x(u) w(u, v) / s(u) + D q(v) )
 *
 * s is the strength of edges leaving, D what is at nodes without any, which goes to q (`dangling`). Sums to 1. Undirected,
 * edges are followed both ways. O(iterations × edges), about log(tolerance) / log(d) iterations at most.
 *
 * S. Brin and L. Page, "The Anatomy of a Large-Scale Hypertextual Web Search Engine", Computer Networks and ISDN Systems 30
 * (1998), 107–117.
 *
 * @example
 * const graph = Graph.from({ nodes: 2, edges: [[0, 1]] });
 * pageRank(graph).values; // [0.5, 0.5]
 */
export function pageRank(graph: Graph, options: PageRankOptions = {}): Centrality {
  checkGraph(graph);
  const { damping = 0.85, weighted = true, tolerance = 1e-12, mostIterations = 10_000 } = options;
  if (!(damping >= 0 && damping <= 1))
    throw new AnalyticsError("option", `The damping ${damping} is no chance`, "Give a number from 0 to 1.");
  const { size } = graph;
  const anew = shares(options.personalisation, size, "personalisation");
  const stuck = options.dangling ? shares(options.dangling, size, "dangling") : anew;
  const isWeighted = weighted && graph.weighted;
  const share = perOut(graph, isWeighted);
  const multiply = adjacencyOperator(graph.in, isWeighted);
  let x: Float64Array = firstGuess(graph, anew, damping, isWeighted);
  let next: Float64Array = new Float64Array(size);
  const sent = new Float64Array(size);
  const notes: Note[] = [];
  for (let k = 1; size > 0; k++) {
    let lost = 0;
    for (let v = 0; v < size; v++) {
      sent[v] = x[v]! * share[v]!;
      if (share[v] === 0) lost += x[v]!;
    }
    multiply(sent, next);
    let off = 0;
    for (let v = 0; v < size; v++) {
      next[v] = (1 - damping) * anew[v]! + damping * (next[v]! + lost * stuck[v]!);
      off += Math.abs(next[v]! - x[v]!);
    }
    [x, next] = [next, x];
    if (off < tolerance) break;
    if (k === mostIterations) {
      notes.push({
        code: "not-converged",
        text: `After ${k} iterations values still change by ${off} in all.`,
      });
      break;
    }
  }
  return { values: x, notes };
}

/** One divided by the strength of the edges leaving each node; 0 where none do. */
function perOut(graph: Graph, weighted: boolean): Float64Array {
  const share = strengths(graph.out, weighted);
  for (let v = 0; v < share.length; v++) share[v] = share[v]! > 0 ? 1 / share[v]! : 0;
  return share;
}

/** Where the strength of edges arriving would bring one: nearer to the result than beginning anywhere. */
function firstGuess(graph: Graph, anew: Float64Array, damping: number, weighted: boolean): Float64Array {
  const x = strengths(graph.in, weighted);
  let total = 0;
  for (let v = 0; v < x.length; v++) total += x[v]!;
  if (total === 0) return anew.slice();
  for (let v = 0; v < x.length; v++) x[v] = (1 - damping) * anew[v]! + (damping * x[v]!) / total;
  return x;
}

function strengths({ starts, weights }: Adjacency, weighted: boolean): Float64Array {
  const result = new Float64Array(starts.length - 1);
  for (let v = 0; v < result.length; v++) {
    const end = starts[v + 1]!;
    if (weighted) for (let k = starts[v]!; k < end; k++) result[v]! += weights[k]!;
    else result[v] = end - starts[v]!;
  }
  return result;
}

function shares(values: Vector | undefined, size: number, what: string): Float64Array {
  if (!values) return new Float64Array(size).fill(1 / size);
  const list = vector(values, size, what);
  const total = sum(list);
  const row = list.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (row >= 0)
    throw new AnalyticsError(
      list[row]! < 0 ? "negative" : "not-a-number",
      `${list[row]} in ${what} is no share`,
      "Give numbers from 0.",
      { row },
    );
  if (!(total > 0))
    throw new AnalyticsError(
      "degenerate",
      `All of ${what} is 0`,
      "Let at least one node have a value above 0.",
    );
  return list.map((value) => value / total);
}
