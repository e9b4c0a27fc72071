import type { Context } from "../../access/context.ts";
import { seenBy } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { passes, yearsOf } from "./filters.ts";
import { communities } from "./graph/communities.ts";
import { degreeOf, type Graph, makeGraph, neighboursOf, pairsOf } from "./graph/graph.ts";
import { componentsOf, isolatedOf, type Measures, measure } from "./graph/measures.ts";
import { circle } from "./graph/places.ts";
import { networkChanged } from "./layout/enqueue.ts";
import type { Filters } from "./schema.ts";
import {
  type ActorRow,
  type Audience,
  type Eyes,
  type LaidOut,
  type LinkRow,
  layoutOf,
  links,
  members,
  partners,
  partnersOf,
} from "./store.ts";
import { MOST_ACTORS, withVisibleEvidence } from "./visible.ts";

export interface NetworkActor extends ActorRow {
  x: number;
  y: number;
  community: number | null;
  /** Share of the shortest paths that lead through it; `null` until the network is laid out. */
  share: number | null;
  degree: number;
  /** With how many it is linked in the layout, whatever is filtered: what its community is named by. */
  weight: number;
  /** The part of the network it hangs together with, the largest being 0. */
  part: number;
}

/** A link by the places of its two ends in the list of actors. */
export interface NetworkLink extends Omit<LinkRow, "fromId" | "toId"> {
  from: number;
  to: number;
}

export interface Network {
  actors: NetworkActor[];
  links: NetworkLink[];
  graph: Graph;
  measures: Measures;
  /** Of the links before they were filtered. */
  years: { first: number; last: number } | null;
  linksInAll: number;
  isolated: number[];
  /** With how many organisations outside the isolated are linked. */
  partnersOfIsolated: ReadonlyMap<string, number>;
  /** Partners that are not shown because there are too many. */
  partnersLeftOut: number;
  laidOut: { at: Date; modularity: number | null; sources: number; actors: number } | null;
  communities: number;
}

export const eyesOf =
  (actor: Actor): Eyes =>
  (columns) =>
    seenBy(actor, columns);

/** Whose layout an asker is shown: the cluster's own only to those who see everything that went into it. */
export const audienceOf = (actor: Actor): Audience =>
  actor.levels.includes("cluster") ? "cluster" : "public";

/** The network as this asker sees it: members, their links, and on request the partners outside. */
export async function seeNetwork(ctx: Context, clusterId: string, filters: Filters): Promise<Network> {
  const network = await ctx.read((db) => readNetwork(db, ctx, clusterId, filters));
  if (!network.laidOut)
    await ctx.system("a network without a layout", (unit) => networkChanged(unit, clusterId));
  return network;
}

async function readNetwork(db: Db, ctx: Context, clusterId: string, filters: Filters): Promise<Network> {
  const sees = eyesOf(ctx.actor);
  const inside = await members(db, sees, clusterId, ctx.today());
  const insideIds = inside.map((actor) => actor.id);
  const outside =
    filters.with === "partners"
      ? await partners(db, sees, clusterId, insideIds, Math.max(0, MOST_ACTORS - inside.length))
      : { actors: [], total: 0 };
  const outsideIds = outside.actors.map((actor) => actor.id);
  const all = await withVisibleEvidence(db, sees, await links(db, sees, clusterId, insideIds, outsideIds));
  const shown = all.filter((link) => passes(link, filters));

  // A partner is here for its links alone; without any that pass the filter it is not part of the picture.
  const linked = new Set(shown.flatMap((link) => [link.fromId, link.toId]));
  const rows = [...inside, ...outside.actors.filter((actor) => linked.has(actor.id))];
  const at = new Map(rows.map((row, i) => [row.id, i]));
  const found = shown.map(
    ({ fromId, toId, ...link }): NetworkLink => ({ ...link, from: at.get(fromId)!, to: at.get(toId)! }),
  );
  const graph = makeGraph(rows.length, pairsOf(found));
  const layout = await layoutOf(db, clusterId, audienceOf(ctx.actor), filters.with);
  const isolated = isolatedOf(graph);
  const isolatedIds = isolated.map((i) => rows[i]!.id);

  return {
    actors: standing(rows, graph, layout?.laidOut ?? null),
    links: found,
    graph,
    measures: measure(graph),
    years: yearsOf(all, ctx.today()),
    linksInAll: all.length,
    isolated,
    partnersOfIsolated:
      filters.with === "members" ? await partnersOf(db, sees, clusterId, isolatedIds, insideIds) : new Map(),
    partnersLeftOut: outside.total - outside.actors.length,
    communities: layout?.laidOut.communities ?? 0,
    laidOut: layout && {
      at: layout.computedAt,
      modularity: layout.laidOut.modularity,
      sources: layout.laidOut.sources,
      actors: Object.keys(layout.laidOut.actors).length,
    },
  };
}

/** Each actor at its place of the stored layout; whoever is not in it stands beside its neighbours. */
function standing(rows: readonly ActorRow[], graph: Graph, laidOut: LaidOut | null): NetworkActor[] {
  const parts = componentsOf(graph);
  const measured = (i: number) => ({ degree: degreeOf(graph, i), part: parts[i]! });
  const unknown = (i: number) => ({ share: null, weight: degreeOf(graph, i) });
  if (!laidOut) {
    const grouped = communities(graph).of;
    const places = circle(grouped);
    return rows.map((row, i) => ({
      ...row,
      ...places[i]!,
      community: grouped[i]!,
      ...unknown(i),
      ...measured(i),
    }));
  }
  return rows.map((row, i) => {
    const known = laidOut.actors[row.id];
    if (!known)
      return {
        ...row,
        ...besideNeighbours(rows, graph, laidOut, i),
        community: null,
        ...unknown(i),
        ...measured(i),
      };
    const [x, y, community, share, weight] = known;
    return { ...row, x, y, community, share, weight, ...measured(i) };
  });
}

function besideNeighbours(
  rows: readonly ActorRow[],
  graph: Graph,
  laidOut: LaidOut,
  i: number,
): { x: number; y: number } {
  const angle = i * 2.4;
  const known = [...neighboursOf(graph, i)].flatMap((other) => {
    const place = laidOut.actors[rows[other]!.id];
    return place ? [place] : [];
  });
  if (known.length === 0) return { x: 1.1 * Math.cos(angle), y: 1.1 * Math.sin(angle) };
  const mean = (axis: 0 | 1) => known.reduce((sum, place) => sum + place[axis], 0) / known.length;
  return { x: mean(0) + 0.06 * Math.cos(angle), y: mean(1) + 0.06 * Math.sin(angle) };
}
