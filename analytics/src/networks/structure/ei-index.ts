import type { Note } from "../../core/note.ts";
import { seeded, shuffle } from "../../core/random.ts";
import { deviation, mean } from "../../core/statistics.ts";
import { type Groups, type Partition, readGroups } from "../communities/partition.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";

export type EiIndexOptions = {
  /** Whether edges count by their weight; default no. */
  weighted?: boolean;
  /** How often groups are shuffled among the nodes to see what chance gives; default 0, then `significance` is null. */
  draws?: number;
  /** Default 1. */
  seed?: number;
};

export type EiIndex = {
  /** Of the whole network. */
  index: number;
  external: number;
  internal: number;
  /** What the index would be on average, were the same edges among the same groups in any order. */
  expected: number;
  /** Of each group, over the edges with at least one end in it. */
  groups: { label: number | string; external: number; internal: number; index: number }[];
  /** Of each node, over its own edges; `NaN` for nodes without any, and of unknown group. */
  nodes: Float64Array;
  significance: {
    mean: number;
    deviation: number;
    /** (index - mean) / deviation. */
    z: number;
    /** The share of draws (the observed one counted in) with an index as low, and as high. */
    asLow: number;
    asHigh: number;
  } | null;
  notes: Note[];
};

/**
 * E-I index: whether ties lead out of groups (1) or stay within (-1).
 *
 *     EI = (external - internal) / (external + internal)
 *
 * An edge counts once in the whole, at either end in `nodes`, and in each group it touches. Edges at nodes of unknown group
 * and self-loops are left out. Where there are few large groups chance alone gives few external edges: compare with `expected`,
 * 2 (1 - Σ n_g (n_g - 1) / (n (n - 1))) - 1, and with `significance`. `NaN` without edges.
 * O(nodes + edges), and as much for each permutation.
 *
 * D. Krackhardt, R. N. Stern, "Informal networks and organizational crises: an experimental simulation", Social Psychology
 * Quarterly 51 (1988), 123–140.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] });
 * const { index, nodes } = eiIndex(graph, ["firm", "firm", "university", "university"]);
 * index; // 0.333
 * nodes; // Float64Array [0.333, -1, 1, 1]
 */
export function eiIndex(graph: Graph, groups: Groups, options: EiIndexOptions = {}): EiIndex {
  checkGraph(graph);
  const { weighted = false, draws = 0, seed = 1 } = options;
  const partition = readGroups(groups, graph.size);
  const { of, count, labels } = partition;
  const amounts = weighted ? graph.weights : new Float64Array(graph.edgeCount).fill(1);
  const outside = new Float64Array(graph.size);
  const inside = new Float64Array(graph.size);
  const groupExternal = new Float64Array(count);
  const groupInternal = new Float64Array(count);
  let external = 0;
  let internal = 0;
  let unknown = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = graph.from[e]!;
    const b = graph.to[e]!;
    const amount = amounts[e]!;
    if (a === b) continue;
    if (of[a]! < 0 || of[b]! < 0) {
      unknown++;
    } else if (of[a] === of[b]) {
      internal += amount;
      groupInternal[of[a]!]! += amount;
      inside[a]! += amount;
      inside[b]! += amount;
    } else {
      external += amount;
      groupExternal[of[a]!]! += amount;
      groupExternal[of[b]!]! += amount;
      outside[a]! += amount;
      outside[b]! += amount;
    }
  }
  const notes: Note[] = [];
  if (unknown > 0)
    notes.push({
      code: "missing",
      text: `${unknown} edges end at a node of unknown group and are left out.`,
    });
  const index = ratio(external, internal);
  return {
    index,
    external,
    internal,
    expected: expectedIndex(partition),
    groups: labels.map((label, g) => ({
      label,
      external: groupExternal[g]!,
      internal: groupInternal[g]!,
      index: ratio(groupExternal[g]!, groupInternal[g]!),
    })),
    nodes: outside.map((value, v) => ratio(value, inside[v]!)),
    significance: draws > 0 ? significance(graph, partition, amounts, index, draws, seed) : null,
    notes,
  };
}

/** Two nodes drawn at random are of one group with probability Σ n_g (n_g - 1) / (n (n - 1)). */
function expectedIndex({ of, count }: Partition): number {
  const sizes = new Float64Array(count);
  let n = 0;
  for (const g of of) {
    if (g < 0) continue;
    sizes[g]!++;
    n++;
  }
  const together = sizes.reduce((total, size) => total + size * (size - 1), 0) / (n * (n - 1));
  return 1 - 2 * together;
}

function significance(
  graph: Graph,
  { of }: Partition,
  amounts: Float64Array,
  observed: number,
  draws: number,
  seed: number,
): EiIndex["significance"] {
  const random = seeded(seed);
  const known = Int32Array.from(of.keys()).filter((v) => of[v]! >= 0);
  const labels = known.map((v) => of[v]!);
  const shuffled = of.slice();
  const found = new Float64Array(draws);
  let low = 1;
  let high = 1;
  for (let p = 0; p < draws; p++) {
    shuffle(labels, random);
    for (let i = 0; i < known.length; i++) shuffled[known[i]!] = labels[i]!;
    let external = 0;
    let internal = 0;
    for (let e = 0; e < amounts.length; e++) {
      const a = graph.from[e]!;
      const b = graph.to[e]!;
      if (a === b || shuffled[a]! < 0 || shuffled[b]! < 0) continue;
      if (shuffled[a] === shuffled[b]) internal += amounts[e]!;
      else external += amounts[e]!;
    }
    found[p] = ratio(external, internal);
    // Equal counts of edges may differ by rounding where weights are summed in another order.
    if (found[p]! <= observed + 1e-12) low++;
    if (found[p]! >= observed - 1e-12) high++;
  }
  const middle = mean(found);
  const width = deviation(found);
  const undefinedHere = Number.isNaN(observed);
  return {
    mean: middle,
    deviation: width,
    z: width > 0 ? (observed - middle) / width : Number.NaN,
    asLow: undefinedHere ? Number.NaN : low / (draws + 1),
    asHigh: undefinedHere ? Number.NaN : high / (draws + 1),
  };
}

const ratio = (external: number, internal: number) => (external - internal) / (external + internal);
