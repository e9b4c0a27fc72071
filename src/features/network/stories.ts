import { neighboursOf } from "./graph/graph.ts";
import { partsWithout } from "./graph/measures.ts";
import type { Network, NetworkActor } from "./see-network.ts";

export interface Broker {
  actor: NetworkActor;
  share: number;
  /** Communities of its neighbours, its own among them. */
  communities: number[];
  /** Further parts the network would fall into without it. */
  partsWithout: number;
}

/** Who stands between the others, by the share of shortest paths that lead through them. */
export function brokers(network: Network, most = 8): Broker[] {
  return network.actors
    .map((actor, i) => ({ actor, i, share: actor.share ?? 0 }))
    .filter(({ actor, share }) => share > 0.001 && actor.degree > 0)
    .sort((a, b) => b.share - a.share || a.actor.name.localeCompare(b.actor.name))
    .slice(0, most)
    .map(({ actor, i, share }) => ({
      actor,
      share,
      communities: communitiesAround(network, i),
      partsWithout: partsWithout(network.graph, i),
    }));
}

function communitiesAround({ graph, actors }: Network, i: number): number[] {
  const around = new Set([
    actors[i]!.community,
    ...[...neighboursOf(graph, i)].map((other) => actors[other]!.community),
  ]);
  return [...around].filter((community) => community !== null).sort((a, b) => a - b);
}

export interface Community {
  number: number;
  size: number;
  /** Its best linked actors, by which people recognise it. */
  leading: NetworkActor[];
}

export function communitiesSeen(network: Network): Community[] {
  const groups = new Map<number, NetworkActor[]>();
  for (const actor of network.actors)
    if (actor.community !== null)
      groups.set(actor.community, [...(groups.get(actor.community) ?? []), actor]);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([number, actors]) => ({
      number,
      size: actors.length,
      leading: actors.toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name)).slice(0, 3),
    }));
}

export type IsolatedReason = "partners-outside" | "no-link" | "filtered";

/** Why somebody stands alone here. */
export function isolatedReason(
  network: Network,
  actor: NetworkActor,
  filtered: boolean,
): { reason: IsolatedReason; partners: number } {
  const partners = network.partnersOfIsolated.get(actor.id) ?? 0;
  if (filtered) return { reason: "filtered", partners };
  return { reason: partners > 0 ? "partners-outside" : "no-link", partners };
}
