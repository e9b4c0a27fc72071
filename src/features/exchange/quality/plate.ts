import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { qualityHref } from "../matching/address.ts";
import { qualityMessages } from "./messages.ts";
import { qualityRoutes } from "./routes.tsx";

/** Whether matching is worth something, for those who run the cluster. */
export const qualityPlate: Partial<Feature> = {
  routes: qualityRoutes,
  messages: qualityMessages,
  nav,
};

function nav({ actor, cluster }: Context): NavEntry[] {
  return cluster && can(actor, "exchange.quality", { clusterId: cluster.id })
    ? [{ section: "team", label: qualityMessages["quality.title"], href: qualityHref(cluster), order: 45 }]
    : [];
}
