import { seeded } from "../../core/random.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { rewired } from "./rewire.ts";

export type RichClubOptions = {
  /** Random graphs of the same degrees to compare with; default 0, then `normalised` is null. */
  draws?: number;
  swapsPerEdge?: number;
  seed?: number;
};

export type RichClub = {
  /** For k = 0, 1, … the share of possible ties that exist among the nodes of degree above k; `NaN` below two such nodes. */
  coefficient: Float64Array;
  /** How many nodes have a degree above k. */
  members: Int32Array;
  /** The coefficient over its mean in random graphs: above 1 the well connected keep together more than they must. */
  normalised: Float64Array | null;
};

/**
 * Rich-club coefficient: whether the well connected are tied to each other.
 *
 *     φ(k) = 2 E_>k / ( N_>k (N_>k - 1) )
 *
 * Degrees are without self-loops and weights; directed edges count like undirected ones. φ rises with k in nearly every
 * network: read `normalised`. O(nodes + edges), and for each sample as much as `rewire`.
 *
 * V. Colizza, A. Flammini, M. A. Serrano, A. Vespignani, "Detecting rich-club ordering in complex networks",
 * Nature Physics 2 (2006), 110–115.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [1, 2], [2, 3]] });
 * richClub(graph).coefficient; // Float64Array [0.667, 1, NaN]
 */
export function richClub(given: Graph, options: RichClubOptions = {}): RichClub {
  checkGraph(given);
  const { draws = 0, swapsPerEdge = 10, seed = 1 } = options;
  const graph = given.undirected();
  const { coefficient, members } = curve(graph);
  if (draws === 0) return { coefficient, members, normalised: null };
  const random = seeded(seed);
  const total = new Float64Array(coefficient.length);
  for (let s = 0; s < draws; s++) {
    const { coefficient: found } = curve(rewired(graph, swapsPerEdge, random));
    for (let k = 0; k < total.length; k++) total[k]! += found[k]!;
  }
  return { coefficient, members, normalised: coefficient.map((phi, k) => phi / (total[k]! / draws)) };
}

function curve({ size, from, to, edgeCount }: Graph): { coefficient: Float64Array; members: Int32Array } {
  const degree = new Int32Array(size);
  for (let e = 0; e < edgeCount; e++) {
    if (from[e] === to[e]) continue;
    degree[from[e]!]!++;
    degree[to[e]!]!++;
  }
  const most = degree.reduce((a, b) => Math.max(a, b), 0);
  const members = new Int32Array(most);
  const ties = new Int32Array(most);
  // Counted at the greatest k for which they are still in, then summed up from above.
  for (const d of degree) if (d > 0) members[d - 1]!++;
  for (let e = 0; e < edgeCount; e++) {
    if (from[e] === to[e]) continue;
    ties[Math.min(degree[from[e]!]!, degree[to[e]!]!) - 1]!++;
  }
  for (let k = most - 2; k >= 0; k--) {
    members[k]! += members[k + 1]!;
    ties[k]! += ties[k + 1]!;
  }
  const coefficient = Float64Array.from(ties, (count, k) => {
    const n = members[k]!;
    return n > 1 ? (2 * count) / (n * (n - 1)) : Number.NaN;
  });
  return { coefficient, members };
}
