import { betweenness } from "../graph/betweenness.ts";
import { communities } from "../graph/communities.ts";
import { degreeOf, makeGraph, pairsOf } from "../graph/graph.ts";
import { layOut } from "../graph/places.ts";
import { takingTurns } from "../graph/turns.ts";
import type { LaidOut } from "../store.ts";

/** Places, communities and brokers of a network, reckoned in slices so that requests are answered meanwhile. */
export async function reckon(
  actors: readonly { id: string }[],
  found: readonly { fromId: string; toId: string; strength: number }[],
): Promise<LaidOut> {
  // By id, so that the picture does not depend on the order in which the database found them.
  const order = actors.map((actor) => actor.id).sort();
  const at = new Map(order.map((id, i) => [id, i]));
  const graph = makeGraph(
    order.length,
    pairsOf(
      found.map((link) => ({ from: at.get(link.fromId)!, to: at.get(link.toId)!, strength: link.strength })),
    ),
  );
  const rest = takingTurns();
  const grouped = communities(graph);
  const places = await layOut(graph, grouped.of, rest);
  const { shares, sources } = await betweenness(graph, rest);
  return {
    actors: Object.fromEntries(
      order.map((id, i) => [
        id,
        [places[i]!.x, places[i]!.y, grouped.of[i]!, Math.round(shares[i]! * 1e5) / 1e5, degreeOf(graph, i)],
      ]),
    ),
    communities: grouped.count,
    modularity: grouped.modularity,
    sources,
    links: found.length,
  };
}
