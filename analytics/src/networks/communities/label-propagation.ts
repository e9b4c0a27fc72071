import type { Note } from "../../core/note.ts";
import { below, seeded, shuffle } from "../../core/random.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import type { Communities } from "./leiden.ts";
import { levelOf } from "./level.ts";
import { modularity } from "./modularity.ts";
import { bySize } from "./partition.ts";

export type LabelPropagationOptions = {
  /** Default 1. */
  seed?: number;
  /** How often every node is asked at most; default 100. */
  mostRounds?: number;
};

/**
 * Communities by label propagation: every node takes, in random order, the label that weighs most among its neighbours
 * (at random among equals, its own if that is one of them), until each has such a label. Needs no resolution; where groups
 * are not clear it finds one single community. Directed edges count like undirected ones. `quality` is the modularity.
 *
 * O(edges) a round, mostly about 5 rounds; a note says where `mostRounds` were not enough.
 *
 * U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in large-scale networks",
 * Physical Review E 76 (2007), 036106.
 *
 * @example
 * const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5]] });
 * labelPropagation(graph).communities; // Int32Array [0, 0, 0, 1, 1, 1]
 */
export function labelPropagation(
  graph: Graph,
  { seed = 1, mostRounds = 100 }: LabelPropagationOptions = {},
): Communities {
  checkGraph(graph);
  const undirected = graph.undirected();
  const { size } = graph;
  const { level, order: place } = levelOf(undirected, "constantPotts", 0);
  const random = seeded(seed);
  const label = Int32Array.from({ length: size }, (_, v) => v);
  const order = label.slice();
  const toward = new Float64Array(size);
  const touched = new Int32Array(size);
  let rounds = 0;
  let changes = level.nodes.length;
  while (changes > 0 && rounds < mostRounds) {
    rounds++;
    changes = 0;
    shuffle(order, random);
    for (let i = 0; i < size; i++) {
      const v = order[i]!;
      let count = 0;
      for (let k = level.starts[v]!; k < level.starts[v + 1]!; k++) {
        const l = label[level.nodes[k]!]!;
        if (toward[l] === 0) touched[count++] = l;
        toward[l]! += level.weights[k]!;
      }
      if (count === 0) continue;
      const next = heaviest(toward, touched, count, label[v]!, random);
      if (next === label[v]) continue;
      label[v] = next;
      changes++;
    }
  }
  const communities = new Int32Array(size);
  for (let i = 0; i < size; i++) communities[place[i]!] = label[i]!;
  const notes: Note[] = [];
  if (changes > 0)
    notes.push({
      code: "not-converged",
      text: `After ${rounds} rounds ${changes} nodes still changed their label; another seed or more rounds may settle.`,
    });
  return { ...bySize(communities), quality: modularity(graph, communities), notes };
}

/** The heaviest of the touched labels, whose weights are set back to 0. */
function heaviest(
  toward: Float64Array,
  touched: Int32Array,
  count: number,
  own: number,
  random: () => number,
): number {
  let most = 0;
  for (let t = 0; t < count; t++) if (toward[touched[t]!]! > most) most = toward[touched[t]!]!;
  // Sums of the same weights in another order may differ in the last digit; they are equals.
  const limit = most * (1 - 1e-12);
  let equals = 0;
  const kept = toward[own]! >= limit;
  for (let t = 0; t < count; t++) {
    if (toward[touched[t]!]! >= limit) touched[equals++] = touched[t]!;
    else toward[touched[t]!] = 0;
  }
  const chosen = kept ? own : touched[equals === 1 ? 0 : below(random, equals)]!;
  for (let t = 0; t < equals; t++) toward[touched[t]!] = 0;
  return chosen;
}
