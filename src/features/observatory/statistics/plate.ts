import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { statisticsHref } from "./address.ts";
import { MAKE, makeStatistic } from "./make.ts";
import { statisticsMessages } from "./messages.ts";
import { statisticsRoutes } from "./routes.tsx";

/** Figures for authorities and everybody else that tell of the cluster and of nobody in it. */
export const statisticsPlate: Partial<Feature> = {
  routes: statisticsRoutes,
  messages: statisticsMessages,
  jobs: { [MAKE]: makeStatistic },
  slow: [MAKE],
  nav,
};

function nav({ actor, cluster }: Context): NavEntry[] {
  return cluster && (actor.membership !== null || actor.office !== null)
    ? [{ section: "observatory", label: statisticsMessages.nav, href: statisticsHref(cluster), order: 60 }]
    : [];
}
