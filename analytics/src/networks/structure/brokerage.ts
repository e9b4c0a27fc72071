import { type Groups, readGroups } from "../communities/partition.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";

/**
 * What a broker b does who leads from a to c while a does not lead to c itself, by their groups: coordinator (all three of
 * one), itinerant (a and c of one, b of another), gatekeeper (a outside, lets into b's and c's), representative (c outside,
 * speaks for a's and b's), liaison (three different groups). `total` adds all five.
 */
export type BrokerageRole = (typeof BROKERAGE_ROLES)[number];
export const BROKERAGE_ROLES = [
  "coordinator",
  "itinerant",
  "gatekeeper",
  "representative",
  "liaison",
  "total",
] as const;

export type Brokerage = {
  /** How often each node is in each role; `NaN` for nodes of unknown group. */
  counts: Record<BrokerageRole, Float64Array>;
  /** What a random network of the same density and groups gives on average. */
  expected: Record<BrokerageRole, Float64Array>;
  /** (count - expected) / standard deviation in such networks; `NaN` where that is 0. */
  z: Record<BrokerageRole, Float64Array>;
};

/**
 * Gould–Fernandez brokerage: in which roles nodes stand between two others that have no tie of their own.
 *
 * Counts ordered pairs (a, c) with a → b → c and not a → c. In an undirected graph every open path is so counted in both
 * directions, and a node is gatekeeper as often as representative. Weights do not count, self-loops and nodes of unknown group
 * are left out. Expected values and deviations are exact for networks in which each of the known nodes' ties is there with the
 * observed density p: E = N p² (1 - p) for N pairs of that role.
 * O(Σ over edges of the degrees of both ends).
 *
 * R. V. Gould, R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction networks",
 * Sociological Methodology 19 (1989), 89–126.
 *
 * @example
 * const graph = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]], directed: true });
 * const { counts } = brokerage(graph, ["firm", "firm", "university"]);
 * counts.representative; // Float64Array [0, 1, 0]
 */
export function brokerage(graph: Graph, groups: Groups): Brokerage {
  checkGraph(graph);
  const { of, count } = readGroups(groups, graph.size);
  const counts = roles(() => Float64Array.from(of, (g) => (g < 0 ? Number.NaN : 0)));
  const leads = new Int32Array(graph.size).fill(-1);
  const { out, in: into } = graph;
  for (let a = 0; a < graph.size; a++) {
    const ga = of[a]!;
    if (ga < 0) continue;
    for (let k = out.starts[a]!; k < out.starts[a + 1]!; k++) leads[out.nodes[k]!] = a;
    // Nor is a its own far end.
    leads[a] = a;
    for (let k = out.starts[a]!; k < out.starts[a + 1]!; k++) {
      const b = out.nodes[k]!;
      const gb = of[b]!;
      if (b === a || gb < 0) continue;
      let likeA = 0;
      let likeB = 0;
      let other = 0;
      const end = out.starts[b + 1]!;
      // b itself is among those a leads to, so a self-loop of b is passed over as well.
      for (let i = out.starts[b]!; i < end; i++) {
        const c = out.nodes[i]!;
        if (leads[c] === a) continue;
        const gc = of[c]!;
        if (gc === ga) likeA++;
        else if (gc === gb) likeB++;
        else if (gc >= 0) other++;
      }
      if (ga === gb) {
        counts.coordinator[b]! += likeA;
        counts.representative[b]! += other;
      } else {
        counts.itinerant[b]! += likeA;
        counts.gatekeeper[b]! += likeB;
        counts.liaison[b]! += other;
      }
      counts.total[b]! += likeA + likeB + other;
    }
  }
  const sizes = new Float64Array(count);
  for (const g of of) if (g >= 0) sizes[g]!++;
  const chance = byChance(sizes, density(graph, of), into !== out);
  const expected = roles(() => new Float64Array(graph.size));
  const z = roles(() => new Float64Array(graph.size));
  for (const role of BROKERAGE_ROLES)
    for (let v = 0; v < graph.size; v++) {
      const g = of[v]!;
      const { mean, variance } = g < 0 ? { mean: Number.NaN, variance: Number.NaN } : chance[g]![role];
      expected[role][v] = mean;
      z[role][v] = variance > 0 ? (counts[role][v]! - mean) / Math.sqrt(variance) : Number.NaN;
    }
  return { counts, expected, z };
}

/** The share of the ties that could be among nodes of known group. */
function density(graph: Graph, of: Int32Array): number {
  let n = 0;
  let ties = 0;
  for (const g of of) if (g >= 0) n++;
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = graph.from[e]!;
    const b = graph.to[e]!;
    if (a !== b && of[a]! >= 0 && of[b]! >= 0) ties++;
  }
  return n < 2 ? 0 : ties / (graph.directed ? n * (n - 1) : (n * (n - 1)) / 2);
}

type Chance = Record<BrokerageRole, { mean: number; variance: number }>;

/**
 * Mean and variance of each role for a node of each group. Two open pairs of one broker depend on each other where they share
 * a → b or b → c; undirected, (a, c) and (c, a) are the same event.
 */
function byChance(sizes: Float64Array, p: number, directed: boolean): Chance[] {
  const open = p * p * (1 - p);
  const alone = open * (1 - open);
  const shared = (p * (1 - p)) ** 3;
  const all = sizes.reduce((total, size) => total + size, 0);
  return Array.from(sizes, (size) => {
    const own = size - 1;
    const other = all - size;
    // Σ over a of the number of c it can be paired with, and of that number's pairs.
    const othersSquares = sizes.reduce((total, s) => total + s * s, 0) - size * size;
    const liaisons = other * other - othersSquares;
    const itinerants = othersSquares - other;
    const partners = (of: (s: number) => number) =>
      sizes.reduce((total, s) => total + s * of(s) * (of(s) - 1), 0) - size * of(size) * (of(size) - 1);
    const both = (pairs: number, sharing: number) => ({
      mean: pairs * open,
      variance: directed ? pairs * alone + 2 * sharing * shared : 2 * pairs * alone + 4 * sharing * shared,
    });
    const oneWay = {
      mean: own * other * open,
      variance: own * other * alone + (own * other * (other - 1) + other * own * (own - 1)) * shared,
    };
    const everybody = own + other;
    return {
      coordinator: both(own * (own - 1), own * (own - 1) * (own - 2)),
      itinerant: both(
        itinerants,
        partners((s) => s - 1),
      ),
      gatekeeper: oneWay,
      representative: oneWay,
      liaison: both(
        liaisons,
        partners((s) => other - s),
      ),
      total: both(everybody * (everybody - 1), everybody * (everybody - 1) * (everybody - 2)),
    };
  });
}

const roles = (make: () => Float64Array): Record<BrokerageRole, Float64Array> => ({
  coordinator: make(),
  itinerant: make(),
  gatekeeper: make(),
  representative: make(),
  liaison: make(),
  total: make(),
});
