import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { levelsHref, membersHref, settingsHref } from "./address.ts";
import { membershipMessages } from "./messages.ts";

/** Where membership is found: its list inside, what it costs and gives outside. */
export function membershipNav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const entries: NavEntry[] = [
    {
      section: "public",
      label: { en: "Membership", de: "Mitgliedschaft" },
      href: levelsHref(cluster),
      order: 60,
    },
  ];
  if (actor.levels.includes("cluster"))
    entries.push({
      section: "cluster",
      label: membershipMessages["part.members"],
      href: membersHref(cluster),
      order: 25,
    });
  if (actor.office === "manager")
    entries.push({
      section: "team",
      label: membershipMessages["settings.title"],
      href: settingsHref(cluster),
      order: 95,
    });
  return entries;
}
