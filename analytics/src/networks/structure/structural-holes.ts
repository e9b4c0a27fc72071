import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { throughThirds } from "./through-thirds.ts";

export type StructuralHolesOptions = {
  /** Whether weights count; default yes. Without, a tie in both directions still counts twice as much as one in one. */
  weighted?: boolean;
};

/** Burt's measures of each node; `NaN` where a node has no ties. */
export type StructuralHoles = {
  degree: Int32Array;
  constraint: Float64Array;
  effectiveSize: Float64Array;
  efficiency: Float64Array;
  hierarchy: Float64Array;
};

/**
 * All of Burt's measures of structural holes in one pass: see `constraint`, `effectiveSize`, `structuralEfficiency` and
 * `structuralHierarchy`. Ties of directed graphs count both ways together; self-loops are left out. `degree` is the number
 * of contacts. O(edges^1.5).
 *
 * R. S. Burt, Structural Holes: The Social Structure of Competition, Harvard University Press (1992), chapter 2.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2]] });
 * const { constraint, efficiency } = structuralHoles(graph);
 * constraint; // Float64Array [0.5, 1, 1]
 * efficiency; // Float64Array [1, 1, 1]
 */
export function structuralHoles(
  given: Graph,
  { weighted = true }: StructuralHolesOptions = {},
): StructuralHoles {
  checkGraph(given);
  const counted = weighted ? given : given.withWeights(new Float64Array(given.edgeCount).fill(1));
  const graph = counted.undirected();
  const { size, from, to, edgeCount } = graph;
  const degree = new Int32Array(size);
  const strength = new Float64Array(size);
  const strongest = new Float64Array(size);
  // A self-loop is a tie to nobody, an edge without weight none at all.
  const tie = graph.weights.map((weight, e) => (from[e] === to[e] ? 0 : weight));
  for (let e = 0; e < edgeCount; e++) {
    if (tie[e] === 0) continue;
    for (const v of [from[e]!, to[e]!]) {
      degree[v]!++;
      strength[v]! += tie[e]!;
      if (tie[e]! > strongest[v]!) strongest[v] = tie[e]!;
    }
  }
  const { forth, back, redundant } = throughThirds(graph, tie, strength, strongest);
  const total = new Float64Array(size);
  for (let e = 0; e < edgeCount; e++) {
    if (tie[e] === 0) continue;
    forth[e] = (tie[e]! / strength[from[e]!]! + forth[e]!) ** 2;
    back[e] = (tie[e]! / strength[to[e]!]! + back[e]!) ** 2;
    total[from[e]!]! += forth[e]!;
    total[to[e]!]! += back[e]!;
  }
  const spread = new Float64Array(size);
  const spreadOut = (v: number, dyadic: number) => {
    const ratio = (dyadic * degree[v]!) / total[v]!;
    spread[v]! += ratio * Math.log(ratio);
  };
  for (let e = 0; e < edgeCount; e++) {
    if (tie[e] === 0) continue;
    spreadOut(from[e]!, forth[e]!);
    spreadOut(to[e]!, back[e]!);
  }
  const effective = redundant.map((lost, v) => (degree[v]! > 0 ? degree[v]! - lost : Number.NaN));
  return {
    degree,
    constraint: total.map((value, v) => (degree[v]! > 0 ? value : Number.NaN)),
    effectiveSize: effective,
    efficiency: effective.map((value, v) => value / degree[v]!),
    hierarchy: spread.map((value, v) => {
      const n = degree[v]!;
      return n > 1 ? Math.max(0, value / (n * Math.log(n))) : Number.NaN;
    }),
  };
}

/**
 * Burt's constraint: how much a node's ties lead back to one and the same contact, so that it has nobody to play against
 * another. Low constraint means access to structural holes.
 *
 *     C_i = Σ_j ( p_ij + Σ_q p_iq p_qj )²,   p_ij = w_ij / Σ_k w_ik   (w counts both directions)
 *
 * j over the contacts of i, q over those of both. 1/n for n contacts who do not know each other, 1 for a single one, 9/8 for
 * two who do know each other. `NaN` without ties. O(edges^1.5). Burt (1992), page 54.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * constraint(graph); // Float64Array [0.333, 1, 1, 1]
 */
export function constraint(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  checkGraph(graph);
  return structuralHoles(graph, options).constraint;
}

/**
 * Burt's effective size: the number of contacts less what is redundant because they know each other.
 *
 *     E_i = Σ_j ( 1 - Σ_q p_iq m_jq ),   m_jq = w_jq / max_k w_jk
 *
 * Without weights this is n - 2 t / n, for n contacts with t ties among themselves (Borgatti 1997). `NaN` without ties.
 * O(edges^1.5). Burt (1992), page 52.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2], [1, 2]] });
 * effectiveSize(graph); // Float64Array [1, 1, 1]
 */
export function effectiveSize(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  checkGraph(graph);
  return structuralHoles(graph, options).effectiveSize;
}

/**
 * Effective size per contact, from near 0 (all say the same) to 1 (none is redundant). `NaN` without ties.
 * O(edges^1.5). Burt (1992), page 53.
 *
 * @example
 * structuralEfficiency(Graph.from({ nodes: 2, edges: [[0, 1]] })); // Float64Array [1, 1]
 */
export function structuralEfficiency(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  checkGraph(graph);
  return structuralHoles(graph, options).efficiency;
}

/**
 * How much constraint comes from a single contact (1) rather than from all alike (0).
 *
 *     H_i = Σ_j r_ij ln r_ij / (n ln n),   r_ij = c_ij / (C_i / n)
 *
 * c_ij is the share of contact j in the constraint C_i. `NaN` with fewer than two contacts.
 * O(edges^1.5). Burt (1992), page 71.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2]] });
 * structuralHierarchy(graph); // Float64Array [0, NaN, NaN]
 */
export function structuralHierarchy(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  checkGraph(graph);
  return structuralHoles(graph, options).hierarchy;
}
