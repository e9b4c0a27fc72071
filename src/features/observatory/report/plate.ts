import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { reportsHref } from "./address.ts";
import { reportApi } from "./api.ts";
import { COMPUTE, computeJob, FREEZE, freezeJob } from "./jobs.ts";
import { reportMessages } from "./messages.ts";
import { reportPages } from "./routes.tsx";

/** Reports of a year: written by the team, with figures made of records and frozen on a day, for everybody they are meant for. */
export const reportPlate: Partial<Feature> = {
  routes: [...reportPages, ...reportApi],
  messages: reportMessages,
  jobs: { [COMPUTE]: computeJob, [FREEZE]: freezeJob },
  slow: [COMPUTE, FREEZE],
  recurring: { [COMPUTE]: "40 3 * * *" },
  nav,
};

function nav({ actor, cluster }: Context): NavEntry[] {
  return cluster && (actor.membership !== null || actor.office !== null)
    ? [
        {
          section: "observatory",
          label: reportMessages["nav.reports"],
          href: reportsHref(cluster),
          order: 80,
        },
      ]
    : [];
}
