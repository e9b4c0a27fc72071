import type { Feature } from "../../../access/feature.ts";
import { computeClusterJob, refreshClusters } from "./jobs.ts";
import { stageMessages } from "./messages.ts";
import { stageRoutes } from "./routes.tsx";

/** How far a cluster has come from working side by side to working as one. */
export const stagePlate: Partial<Feature> = {
  routes: stageRoutes,
  messages: stageMessages,
  jobs: { "potential.cluster.compute": computeClusterJob, "potential.refresh": refreshClusters },
  slow: ["potential.cluster.compute"],
  recurring: { "potential.refresh": "35 * * * *" },
};
