import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { listHref, ownHref } from "./address.ts";
import { sayNeeds } from "./messages.ts";

const words = (key: "list.need" | "list.offer" | "own.title") => ({
  en: sayNeeds("en")(key),
  de: sayNeeds("de")(key),
});

/** What is looked for and what there is, for everybody who is in the cluster; what is one's own, for those who have an organisation here. */
export function needsNav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const entries: NavEntry[] = [];
  if (actor.membership !== null || actor.office !== null)
    entries.push(
      { section: "cluster", label: words("list.need"), href: listHref(cluster, "need"), order: 26 },
      { section: "cluster", label: words("list.offer"), href: listHref(cluster, "offer"), order: 27 },
    );
  if (can(actor, "exchange.own", { clusterId: cluster.id, organisationId: actor.organisationId }))
    entries.push({ section: "own", label: words("own.title"), href: ownHref(cluster), order: 15 });
  return entries;
}
