import { can } from "../../../access/can.ts";
import type { Feature } from "../../../access/feature.ts";
import { DOCUMENT, TOPIC } from "./actions.ts";
import { cockpitHref } from "./address.ts";
import { cockpitApi } from "./api.ts";
import { documentJob } from "./document/job.ts";
import { COMPUTE, computeJob } from "./jobs.ts";
import { cockpitMessages } from "./messages.ts";
import { cockpitPages } from "./routes.tsx";

/** The self-check of a cluster against sets of indicators, with the records behind every value. */
export const cockpitPlate: Partial<Feature> = {
  routes: [...cockpitPages, ...cockpitApi],
  messages: cockpitMessages,
  jobs: { [COMPUTE]: computeJob, [DOCUMENT]: documentJob },
  slow: [COMPUTE],
  topics: { [TOPIC]: cockpitMessages["ask.topic"] },
  recurring: { [COMPUTE]: "20 3 * * *" },
  nav: ({ actor, cluster }) =>
    cluster && can(actor, "cockpit.see", { clusterId: cluster.id })
      ? [
          {
            section: "observatory",
            label: cockpitMessages["nav.cockpit"],
            href: cockpitHref(cluster),
            order: 70,
          },
        ]
      : [],
};
