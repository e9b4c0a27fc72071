import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { fitsHref } from "./address.ts";
import { matchApi } from "./api.ts";
import { fitsRoutes } from "./fits-routes.tsx";
import { learnJob } from "./learning.ts";
import { matchMessages } from "./messages.ts";
import { matchRoutes } from "./routes.tsx";
import { changedJob, monthJob, nightJob, topics } from "./telling.ts";

/** Whom a need is matched with, what fits an organisation, and what both think of it. */
export const matchingPlate: Partial<Feature> = {
  routes: [...matchRoutes, ...fitsRoutes, ...matchApi],
  messages: matchMessages,
  jobs: {
    "exchange.needs.changed": changedJob,
    "exchange.matches.learn": learnJob,
    "exchange.matches.night": nightJob,
    "exchange.matches.month": monthJob,
  },
  slow: ["exchange.matches.night"],
  recurring: { "exchange.matches.night": "40 3 * * *", "exchange.matches.month": "20 4 1 * *" },
  topics,
  nav,
};

function nav({ actor, cluster }: Context): NavEntry[] {
  if (!cluster) return [];
  const subject = { clusterId: cluster.id, organisationId: actor.organisationId };
  return can(actor, "exchange.fits", subject)
    ? [{ section: "own", label: matchMessages["fits.title"], href: fitsHref(cluster), order: 13 }]
    : [];
}
