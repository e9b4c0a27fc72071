import type { Graph } from "../graph/index.ts";

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
 * of contacts. O(Σ degree²).
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
  const counted = weighted ? given : given.withWeights(new Float64Array(given.edgeCount).fill(1));
  const { size, out } = counted.undirected();
  const { starts, nodes } = out;
  const tie = contacts(out, size);
  const strength = new Float64Array(size);
  const strongest = new Float64Array(size);
  for (let v = 0; v < size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      strength[v]! += tie[k]!;
      if (tie[k]! > strongest[v]!) strongest[v] = tie[k]!;
    }
  const degree = new Int32Array(size);
  const none = () => new Float64Array(size).fill(Number.NaN);
  const found = { degree, constraint: none(), effectiveSize: none(), efficiency: none(), hierarchy: none() };
  const share = new Float64Array(size);
  const through = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    if (strength[v] === 0) continue;
    const first = starts[v]!;
    const end = starts[v + 1]!;
    for (let k = first; k < end; k++) share[nodes[k]!] = tie[k]! / strength[v]!;
    let redundant = 0;
    for (let k = first; k < end; k++) {
      const q = nodes[k]!;
      const toQ = share[q]!;
      if (toQ === 0) continue;
      const ties = starts[q + 1]!;
      for (let i = starts[q]!; i < ties; i++) {
        const j = nodes[i]!;
        if (share[j] === 0) continue;
        through[j]! += (toQ * tie[i]!) / strength[q]!;
        redundant += (toQ * tie[i]!) / strongest[j]!;
      }
    }
    let contactCount = 0;
    let total = 0;
    for (let k = first; k < end; k++) if (tie[k]! > 0) contactCount++;
    for (let k = first; k < end; k++) {
      const j = nodes[k]!;
      if (tie[k] === 0) continue;
      const dyadic = (share[j]! + through[j]!) ** 2;
      through[j] = dyadic;
      total += dyadic;
    }
    let spread = 0;
    for (let k = first; k < end; k++) {
      const j = nodes[k]!;
      const ratio = (through[j]! * contactCount) / total;
      if (tie[k]! > 0) spread += ratio * Math.log(ratio);
      through[j] = 0;
      share[j] = 0;
    }
    degree[v] = contactCount;
    found.constraint[v] = total;
    found.effectiveSize[v] = contactCount - redundant;
    found.efficiency[v] = (contactCount - redundant) / contactCount;
    if (contactCount > 1) found.hierarchy[v] = Math.max(0, spread / (contactCount * Math.log(contactCount)));
  }
  return found;
}

/** The weights of the ties; 0 for self-loops. */
function contacts(out: Graph["out"], size: number): Float64Array {
  const tie = out.weights.slice();
  for (let v = 0; v < size; v++)
    for (let k = out.starts[v]!; k < out.starts[v + 1]!; k++) if (out.nodes[k] === v) tie[k] = 0;
  return tie;
}

/**
 * Burt's constraint: how much a node's ties lead back to one and the same contact, so that it has nobody to play against
 * another. Low constraint means access to structural holes.
 *
 *     C_i = Σ_j ( p_ij + Σ_q p_iq p_qj )²,   p_ij = w_ij / Σ_k w_ik   (w counts both directions)
 *
 * j over the contacts of i, q over those of both. From 1/n towards 0 in a wide open network of n contacts, 1 with a single
 * contact, up to 9/8 for two contacts that know each other. `NaN` without ties. O(Σ degree²). Burt (1992), page 54.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * constraint(graph); // Float64Array [0.333…, 1, 1, 1]
 */
export function constraint(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  return structuralHoles(graph, options).constraint;
}

/**
 * Burt's effective size: the number of contacts less what is redundant because they know each other.
 *
 *     E_i = Σ_j ( 1 - Σ_q p_iq m_jq ),   m_jq = w_jq / max_k w_jk
 *
 * Without weights this is n - 2 t / n, for n contacts with t ties among themselves (Borgatti 1997). `NaN` without ties.
 * O(Σ degree²). Burt (1992), page 52.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2], [1, 2]] });
 * effectiveSize(graph); // Float64Array [1, 1, 1]
 */
export function effectiveSize(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  return structuralHoles(graph, options).effectiveSize;
}

/**
 * Effective size per contact, from near 0 (all say the same) to 1 (none is redundant). `NaN` without ties.
 * O(Σ degree²). Burt (1992), page 53.
 *
 * @example
 * structuralEfficiency(Graph.from({ nodes: 2, edges: [[0, 1]] })); // Float64Array [1, 1]
 */
export function structuralEfficiency(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  return structuralHoles(graph, options).efficiency;
}

/**
 * How much constraint comes from a single contact (1) rather than from all alike (0).
 *
 *     H_i = Σ_j r_ij ln r_ij / (n ln n),   r_ij = c_ij / (C_i / n)
 *
 * c_ij is the share of contact j in the constraint C_i. `NaN` with fewer than two contacts.
 * O(Σ degree²). Burt (1992), page 71.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [0, 2]] });
 * structuralHierarchy(graph); // Float64Array [0, NaN, NaN]
 */
export function structuralHierarchy(graph: Graph, options: StructuralHolesOptions = {}): Float64Array {
  return structuralHoles(graph, options).hierarchy;
}
