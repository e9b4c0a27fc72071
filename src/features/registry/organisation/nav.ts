import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";

/** What the cluster can, for everybody who is in it; how the profiles stand, for its team. */
export function profileNav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const home = `/clusters/${cluster.slug}`;
  const entries: NavEntry[] = [];
  if (actor.membership !== null || actor.office !== null)
    entries.push({
      section: "cluster",
      label: { en: "Competences", de: "Kompetenzen" },
      href: `${home}/competences`,
      order: 25,
    });
  if (can(actor, "profile.list", { clusterId: cluster.id }))
    entries.push({
      section: "team",
      label: { en: "Profiles", de: "Profile" },
      href: `${home}/profiles`,
      order: 10,
    });
  return entries;
}
