import { AnalyticsError } from "../../core/error.ts";
import type { Note } from "../../core/note.ts";
import { checkWords } from "../../core/one-of.ts";
import { below, type Random, seeded } from "../../core/random.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { bipartiteModularity } from "./bipartite-modularity.ts";
import { levelOf, type Quality } from "./level.ts";
import { constantPottsQuality, modularity } from "./modularity.ts";
import { bySize, type Groups, readPartition } from "./partition.ts";
import { search } from "./search.ts";

export type LeidenOptions = {
  /** γ: above 1 finds more and smaller communities. Default 1. */
  resolution?: number;
  /**
   * Default "modularity". "bipartite" is that of two-mode graphs; "constantPotts" compares the weight inside with
   * γ n (n - 1) / 2 and has no resolution limit.
   */
  quality?: Quality;
  /** Default 1. The same seed gives the same communities on every machine. */
  seed?: number;
  /**
   * Full passes over all levels, each starting from what the last one found; stops early where nothing changes.
   * Default 10 up to 20,000 edges, 1 above.
   */
  iterations?: number;
  /** Independent searches, the best of which is returned. Default 20 up to 2,000 edges, 1 above. */
  restarts?: number;
  /** How readily refinement takes a worse part, in units of edge weight; 0 always takes the best. Default 0.01. */
  randomness?: number;
  /** A partition to start the first search from, such as last year's; default every node alone. */
  start?: Groups;
};

/** Communities are numbered from 0, the largest first. */
export type Communities = {
  communities: Int32Array;
  count: number;
  /** What was sought, of the partition returned: modularity, or the Potts quality. `NaN` where the graph has no weight. */
  quality: number;
  notes: Note[];
};

/**
 * Communities by the Leiden algorithm: groups of nodes joined more closely among themselves than their strengths let expect
 * (`modularity`). Moves nodes by a work queue, refines, aggregates, repeats; ends with a pass over single nodes, after which
 * no node would gain by moving alone, and with a division of what has come apart. Every community is connected.
 *
 * Directed graphs are judged by directed modularity. Weights count, of 0 not at all. Isolated nodes stand alone.
 * It is a heuristic: another seed may find another, equally good partition; `restarts` keeps the best of several.
 * About O(edges) for each iteration; 10,000 nodes and 50,000 edges take some 30 ms.
 *
 * V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
 * Scientific Reports 9 (2019), 5233.
 *
 * @example
 * const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]] });
 * const { communities, quality } = leiden(graph);
 * communities; // Int32Array [0, 0, 0, 1, 1, 1]
 * quality; // 0.357
 */
export function leiden(graph: Graph, options: LeidenOptions = {}): Communities {
  checkGraph(graph);
  checkWords(options, { quality: ["modularity", "bipartite", "constantPotts"] });
  const { quality = "modularity", seed = 1, randomness = 0.01, start } = options;
  const resolution = options.resolution ?? 1;
  if (!(resolution >= 0 && resolution < Number.POSITIVE_INFINITY))
    throw new AnalyticsError(
      "option",
      `A resolution of ${resolution} makes no sense`,
      "Give a number from 0.",
    );
  const iterations = options.iterations ?? (graph.edgeCount > 20_000 ? 1 : 10);
  const restarts = Math.max(1, options.restarts ?? (graph.edgeCount > 2_000 ? 1 : 20));
  const { level, order } = levelOf(graph, quality, resolution);
  if (level.nodes.length === 0) return apart(graph.size);

  const judge = judges[quality];
  const random = seeded(seed);
  const known = start === undefined ? null : readPartition(start, graph.size, "start").of;
  let best: Int32Array | null = null;
  let bestQuality = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < restarts; r++) {
    const first = r % 2 === 0 ? order.map((v, i) => known?.[v] ?? i) : thrown(graph.size, random);
    const found = search(level, first, { iterations, randomness, random, shuffled: r > 0 });
    const communities = new Int32Array(graph.size);
    for (let i = 0; i < found.length; i++) communities[order[i]!] = found[i]!;
    const value = judge(graph, communities, { resolution });
    if (best === null || value > bestQuality) {
      best = communities;
      bestQuality = value;
    }
  }
  return { ...bySize(best!), quality: bestQuality, notes: [] };
}

const judges = { modularity, bipartite: bipartiteModularity, constantPotts: constantPottsQuality };

/** Every other search starts from random groups: from single nodes some good divisions are out of reach. */
function thrown(size: number, random: Random): Int32Array {
  const groups = Math.min(size, 2 + below(random, Math.ceil(2 * Math.sqrt(size))));
  return Int32Array.from({ length: size }, () => below(random, groups));
}

function apart(size: number): Communities {
  const text = "There is no edge of any weight between nodes: every node stands alone.";
  return {
    communities: Int32Array.from({ length: size }, (_, v) => v),
    count: size,
    quality: Number.NaN,
    notes: [{ code: "degenerate", text }],
  };
}
