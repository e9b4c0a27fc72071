import type { Page } from "../../kernel/page.ts";
import { displayName } from "../../ui/index.ts";
import type { PageQuery } from "./schema.ts";
import type { Network, NetworkActor, NetworkLink } from "./see-network.ts";

export const PAGE_SIZE = 50;

/** A stretch of a list in memory; the cursor is the last item seen, and where that is gone the list begins again. */
export function stretch<T extends { id: string }>(
  list: readonly T[],
  cursor: string | undefined,
  limit = PAGE_SIZE,
): Page<T> {
  const start = cursor ? list.findIndex((item) => item.id === cursor) + 1 : 0;
  const items = list.slice(start, start + limit);
  return { items, total: list.length, next: start + limit < list.length ? items.at(-1)!.id : null };
}

const byName = (a: NetworkActor, b: NetworkActor) =>
  displayName(a.name).localeCompare(displayName(b.name), "de") || (a.id < b.id ? -1 : 1);
const last = (value: number | null) => value ?? Number.MAX_SAFE_INTEGER;

const ACTOR_ORDER: Record<string, (a: NetworkActor, b: NetworkActor) => number> = {
  name: byName,
  "-degree": (a, b) => b.degree - a.degree || byName(a, b),
  "-share": (a, b) => (b.share ?? -1) - (a.share ?? -1) || byName(a, b),
  community: (a, b) => last(a.community) - last(b.community) || b.degree - a.degree || byName(a, b),
  part: (a, b) => a.part - b.part || b.degree - a.degree || byName(a, b),
};

/** The actors as the address orders and narrows them. */
export function actorList(network: Network, asked: PageQuery): NetworkActor[] {
  const alone = new Set(network.isolated);
  const words = folded(asked.query ?? "");
  return network.actors
    .filter((actor, i) => (asked.only !== "isolated" || alone.has(i)) && (!words || isCalled(actor, words)))
    .sort(ACTOR_ORDER[asked.sort ?? "-degree"] ?? ACTOR_ORDER["-degree"]!);
}

/** The actors whose names hold the words typed, those that begin with them first. */
export function actorsCalled(network: Network, query: string, most: number): NetworkActor[] {
  const words = folded(query);
  if (!words) return [];
  const begins = (actor: NetworkActor) =>
    Number(folded(actor.name).startsWith(words) || folded(actor.shortName ?? "").startsWith(words));
  return network.actors
    .filter((actor) => isCalled(actor, words))
    .sort((a, b) => begins(b) - begins(a) || b.degree - a.degree || byName(a, b))
    .slice(0, most);
}

const isCalled = (actor: NetworkActor, words: string) =>
  folded(`${actor.name} ${actor.shortName ?? ""}`).includes(words);

/** Case, accents and the two ways to write an umlaut do not matter. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/([aou])e/g, "$1")
    .trim();

export function linkList(network: Network, asked: PageQuery): NetworkLink[] {
  const only =
    asked.actor === undefined ? -1 : network.actors.findIndex((actor) => actor.slug === asked.actor);
  const name = (i: number) => displayName(network.actors[i]!.name);
  const order: Record<string, (a: NetworkLink, b: NetworkLink) => number> = {
    "-strength": (a, b) => b.strength - a.strength,
    "-since": (a, b) => (b.since ?? "").localeCompare(a.since ?? ""),
    from: (a, b) =>
      name(a.from).localeCompare(name(b.from), "de") || name(a.to).localeCompare(name(b.to), "de"),
    to: (a, b) =>
      name(a.to).localeCompare(name(b.to), "de") || name(a.from).localeCompare(name(b.from), "de"),
  };
  const chosen = order[asked.sort ?? "-strength"] ?? order["-strength"]!;
  return network.links
    .filter((link) => asked.actor === undefined || link.from === only || link.to === only)
    .sort((a, b) => chosen(a, b) || (a.id < b.id ? -1 : 1));
}

/** The links between an actor and each of its neighbours, the strongest neighbour first. */
export function linksByNeighbour(
  network: Network,
  actor: number,
): { neighbour: number; links: NetworkLink[]; strength: number }[] {
  const found = new Map<number, NetworkLink[]>();
  for (const link of network.links) {
    if (link.from !== actor && link.to !== actor) continue;
    const neighbour = link.from === actor ? link.to : link.from;
    found.set(neighbour, [...(found.get(neighbour) ?? []), link]);
  }
  return [...found]
    .map(([neighbour, links]) => ({
      neighbour,
      links,
      strength: links.reduce((sum, link) => sum + link.strength, 0),
    }))
    .sort((a, b) => b.strength - a.strength || a.neighbour - b.neighbour);
}
