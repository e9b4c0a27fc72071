import type { Context } from "../../access/context.ts";
import type { NavEntry } from "../../access/feature.ts";
import { eventsHref } from "./address.ts";
import { messages } from "./messages.ts";

/** Inside and outside: what is public is on the public side as well. */
export function eventsNav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const entry = { label: messages["list.title"], href: eventsHref(cluster) };
  return [
    { ...entry, section: "public", order: 55 },
    ...(actor.levels.length > 1 ? [{ ...entry, section: "cluster" as const, order: 28 }] : []),
  ];
}
