import type { Feature, NavEntry } from "../../access/feature.ts";
import { installationRoutes } from "./installation/routes.tsx";
import { logRoutes } from "./log/routes.tsx";
import { messages } from "./messages.ts";
import { referenceRoutes } from "./reference/routes.tsx";
import { todayRoutes } from "./today/routes.tsx";
import { waitingRoutes } from "./waiting/routes.tsx";

export { clusterSubject } from "./cluster-subject.ts";
export { mayKnow } from "./log/unveil.ts";

export const houseFeature: Feature = {
  name: "house",
  routes: [...todayRoutes, ...waitingRoutes, ...logRoutes, ...installationRoutes, ...referenceRoutes],
  messages,
  nav: ({ actor, cluster, identity }) => {
    if (!identity) return [];
    const inside = cluster && (actor.office !== null || actor.membership !== null);
    const today = inside ? `/clusters/${cluster.slug}/today` : "/today";
    const entries: NavEntry[] = [{ section: "own", label: messages["today.title"], href: today, order: 10 }];
    if (cluster && (actor.office === "manager" || actor.office === "auditor"))
      entries.push({
        section: "team",
        label: messages["log.title"],
        href: `/clusters/${cluster.slug}/audit`,
        order: 90,
      });
    if (actor.operator)
      entries.push(
        { section: "installation", label: messages["house.title"], href: "/installation", order: 10 },
        { section: "installation", label: messages["outbox.title"], href: "/installation/outbox", order: 20 },
        { section: "installation", label: messages["log.title"], href: "/installation/log", order: 30 },
      );
    return entries;
  },
};
