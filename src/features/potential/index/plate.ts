import { can } from "../../../access/can.ts";
import type { Feature } from "../../../access/feature.ts";
import { potentialHref } from "../address.ts";
import { potentialMessages } from "../messages.ts";
import { computeRoundJob } from "./jobs.ts";
import { indexApi, indexRoutes, overviewRoutes } from "./routes.tsx";

/** What the answers add up to: for each member its own, for everybody what was made of many. */
export const indexPlate: Partial<Feature> = {
  routes: [...overviewRoutes, ...indexApi, ...indexRoutes],
  jobs: { "potential.round.compute": computeRoundJob },
  slow: ["potential.round.compute"],
  nav: ({ actor, cluster }) =>
    cluster && can(actor, "potential.see", { clusterId: cluster.id })
      ? [
          actor.office === null && actor.membership !== null && !isAuthority(actor.levels)
            ? {
                section: "own",
                label: potentialMessages["nav.own"],
                href: potentialHref(cluster),
                order: 60,
              }
            : {
                section: "observatory",
                label: potentialMessages["nav.potential"],
                href: potentialHref(cluster),
                order: 60,
              },
        ]
      : [],
};

const isAuthority = (levels: readonly string[]) => !levels.includes("cluster");
