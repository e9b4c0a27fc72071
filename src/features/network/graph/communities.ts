import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { degreeOf, type Graph } from "./graph.ts";
import { seeded } from "./seeded.ts";

export interface Communities {
  /** By actor; the largest community is 0. Who stands alone belongs to none. */
  of: (number | null)[];
  count: number;
  /** How much more lies inside the communities than chance would put there; `null` without links. */
  modularity: number | null;
}

/**
 * Groups that are linked more among themselves than with the rest, found by the Louvain method: V. D. Blondel et al., "Fast
 * unfolding of communities in large networks", Journal of Statistical Mechanics (2008) P10008. The seed is fixed, so that the
 * same network always falls into the same communities.
 */
export function communities(graph: Graph): Communities {
  const none = { of: new Array<null>(graph.order).fill(null), count: 0, modularity: null };
  if (graph.pairs.length === 0) return none;
  const network = new UndirectedGraph();
  for (let actor = 0; actor < graph.order; actor++) if (degreeOf(graph, actor) > 0) network.addNode(actor);
  for (const { from, to, weight } of graph.pairs) network.addEdge(from, to, { weight });
  const found = louvain.detailed(network, { getEdgeWeight: "weight", rng: seeded(1), randomWalk: false });

  const members = new Map<number, number[]>();
  for (const [actor, community] of Object.entries(found.communities))
    members.set(community, [...(members.get(community) ?? []), Number(actor)]);
  const bySize = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const of: (number | null)[] = none.of;
  bySize.forEach((group, community) => {
    for (const actor of group) of[actor] = community;
  });
  return { of, count: bySize.length, modularity: found.modularity };
}
