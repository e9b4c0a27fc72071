import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { fitsHref } from "./address.ts";
import { matchApi } from "./api.ts";
import { fitsRoutes } from "./fits-routes.tsx";
import { matchMessages } from "./messages.ts";
import { matchRoutes } from "./routes.tsx";

/** Whom a need is matched with, what fits an organisation, and what both think of it. */
export const matchingPlate: Partial<Feature> = {
  routes: [...matchRoutes, ...fitsRoutes, ...matchApi],
  messages: matchMessages,
  nav,
};

function nav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const subject = { clusterId: cluster.id, organisationId: actor.organisationId };
  return can(actor, "exchange.fits", subject)
    ? [{ section: "own", label: matchMessages["fits.title"], href: fitsHref(cluster), order: 13 }]
    : [];
}
