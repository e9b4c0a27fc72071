import type { Note } from "../../core/note.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { leadingEigen } from "./lanczos.ts";
import type { Communities } from "./leiden.ts";
import { type Level, levelOf } from "./level.ts";
import { modularity } from "./modularity.ts";
import { bySize } from "./partition.ts";

/**
 * Communities by the leading eigenvector of the modularity matrix B = W - γ s sᵀ / 2m (directed: B + Bᵀ): every group is
 * divided in two by the signs of the eigenvector of its part of B, as long as modularity rises by it. Needs no random
 * numbers; mostly finds less modularity than `leiden`.
 *
 * Isolated nodes stand alone. About O((edges + nodes) × communities × 50).
 *
 * M. E. J. Newman, "Modularity and community structure in networks", PNAS 103 (2006), 8577–8582 (without its fine-tuning).
 *
 * @example
 * const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]] });
 * spectralCommunities(graph).communities; // Int32Array [0, 0, 0, 1, 1, 1]
 */
export function spectralCommunities(graph: Graph, { resolution = 1 } = {}): Communities {
  checkGraph(graph);
  const { level, order } = levelOf(graph, "modularity", resolution);
  const found = new Int32Array(level.size);
  const notes: Note[] = [];
  let count = 0;
  const waiting: Int32Array[] = [];
  const linked: number[] = [];
  for (let v = 0; v < level.size; v++) {
    if (level.starts[v] === level.starts[v + 1]) found[v] = count++;
    else linked.push(v);
  }
  if (linked.length > 0) waiting.push(Int32Array.from(linked));
  else
    notes.push({
      code: "degenerate",
      text: "There is no edge of any weight between nodes: every node stands alone.",
    });
  let unsettled = 0;
  while (waiting.length > 0) {
    const members = waiting.pop()!;
    const { halves, converged } = split(level, members);
    if (!converged) unsettled++;
    if (halves) waiting.push(halves[1], halves[0]);
    else {
      for (const v of members) found[v] = count;
      count++;
    }
  }
  if (unsettled > 0)
    notes.push({
      code: "not-converged",
      text: `${unsettled} of the eigenvectors did not settle; divisions are approximate.`,
    });
  const communities = new Int32Array(level.size);
  for (let i = 0; i < found.length; i++) communities[order[i]!] = found[i]!;
  return { ...bySize(communities), quality: modularity(graph, communities, { resolution }), notes };
}

function split(
  level: Level,
  members: Int32Array,
): { halves: [Int32Array, Int32Array] | null; converged: boolean } {
  if (members.length < 2) return { halves: null, converged: true };
  const multiply = withinGroup(level, members);
  const n = members.length;
  // Only signs matter, and nodes whose sign is in doubt lie between both halves anyway.
  const { value, vector, converged } = leadingEigen(n, multiply, { tolerance: 1e-6 });
  if (value <= 0) return { halves: null, converged };
  const signs = vector.map((x) => (x >= 0 ? 1 : -1));
  const image = new Float64Array(n);
  multiply(signs, image);
  let gain = 0;
  let weight = 0;
  for (let i = 0; i < n; i++) {
    gain += signs[i]! * image[i]!;
    weight += level.gives[members[i]!]! + level.takes[members[i]!]!;
  }
  // Weights beyond what floats can add up give a gain of NaN, and a half with nobody in it would be halved for ever.
  if (!(gain > 1e-10 * weight)) return { halves: null, converged };
  const above = members.filter((_, i) => signs[i]! > 0);
  const below = members.filter((_, i) => signs[i]! < 0);
  return { halves: above.length > 0 && below.length > 0 ? [above, below] : null, converged };
}

/** x ↦ B⁽ᵍ⁾ x, the modularity matrix among the members with its row sums taken off the diagonal. */
function withinGroup(level: Level, members: Int32Array) {
  const { starts, nodes, weights, gives, takes, scale, size } = level;
  const directed = gives !== takes;
  const place = new Int32Array(size).fill(-1);
  members.forEach((v, i) => {
    place[v] = i;
  });
  let allGives = 0;
  let allTakes = 0;
  for (const v of members) {
    allGives += gives[v]!;
    allTakes += takes[v]!;
  }
  const ownTerm = Float64Array.from(members, (v) => {
    let inside = 0;
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (place[nodes[k]!]! >= 0) inside += weights[k]!;
    return inside - scale * (gives[v]! * allTakes + (directed ? takes[v]! * allGives : 0));
  });
  return (x: Float64Array, into: Float64Array) => {
    let alongGives = 0;
    let alongTakes = 0;
    for (let i = 0; i < members.length; i++) {
      alongGives += gives[members[i]!]! * x[i]!;
      alongTakes += takes[members[i]!]! * x[i]!;
    }
    for (let i = 0; i < members.length; i++) {
      const v = members[i]!;
      let total = -ownTerm[i]! * x[i]!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const j = place[nodes[k]!]!;
        if (j >= 0) total += weights[k]! * x[j]!;
      }
      into[i] = total - scale * (gives[v]! * alongTakes + (directed ? takes[v]! * alongGives : 0));
    }
  };
}
