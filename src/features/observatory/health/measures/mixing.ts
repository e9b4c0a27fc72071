import { attributeAssortativity, eiIndex, type Graph } from "@kontor/analytics";
import { known } from "./headline.ts";

export const DIMENSIONS = ["kind", "field", "sector"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface MixingGroup {
  label: string;
  actors: number;
  external: number;
  internal: number;
  index: number | null;
}

/** Whether links stay within kinds of actors or lead across them. */
export interface Mixing {
  by: Dimension;
  /** Actors whose group is known. */
  known: number;
  external: number;
  internal: number;
  /** E-I index, -1 to 1. */
  index: number | null;
  expected: number | null;
  /** The share of shuffled networks with an index as low, and as high. */
  asLow: number | null;
  asHigh: number | null;
  assortativity: number | null;
  groups: MixingGroup[];
  /** Pairs between each two groups, in the order of `groups`. */
  pairs: number[][];
}

export const DRAWS = 200;

/** `null` where fewer than two groups are known: there is nothing to mix. */
export function mixing(graph: Graph, by: Dimension, labels: readonly (string | null)[]): Mixing | null {
  const sizes = new Map<string, number>();
  for (const label of labels) if (label !== null) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  if (sizes.size < 2) return null;
  const ei = eiIndex(graph, labels, { draws: DRAWS });
  const order = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  const at = new Map(order.map((label, i) => [label, i]));
  const pairs = order.map(() => order.map(() => 0));
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [a, b] = [labels[graph.from[edge]!], labels[graph.to[edge]!]];
    if (a == null || b == null) continue;
    pairs[at.get(a)!]![at.get(b)!]! += 1;
    if (a !== b) pairs[at.get(b)!]![at.get(a)!]! += 1;
  }
  return {
    by,
    known: labels.filter((label) => label !== null).length,
    external: ei.external,
    internal: ei.internal,
    index: known(ei.index),
    expected: known(ei.expected),
    asLow: ei.significance && known(ei.significance.asLow),
    asHigh: ei.significance && known(ei.significance.asHigh),
    assortativity: known(attributeAssortativity(graph, labels)),
    groups: order.map((label) => {
      const group = ei.groups.find((each) => each.label === label);
      return {
        label,
        actors: sizes.get(label)!,
        external: group?.external ?? 0,
        internal: group?.internal ?? 0,
        index: group ? known(group.index) : null,
      };
    }),
    pairs,
  };
}
