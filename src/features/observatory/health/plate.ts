import type { Feature } from "../../../access/feature.ts";
import { healthApi } from "./api.ts";
import { COMPUTE, computeEverywhere, computeHealth } from "./compute.ts";
import { healthMessages } from "./messages.ts";
import { healthRoutes } from "./routes.tsx";

export const healthPlate: Partial<Feature> = {
  routes: [...healthRoutes, ...healthApi],
  jobs: {
    [COMPUTE]: computeHealth,
    "observatory.health.everywhere": (_, house) => computeEverywhere(house),
  },
  slow: [COMPUTE],
  nav: (ctx) =>
    ctx.cluster
      ? [
          {
            section: "observatory",
            label: healthMessages.nav,
            href: `/clusters/${ctx.cluster.slug}/observatory/network`,
            order: 40,
          },
        ]
      : [],
  recurring: { "observatory.health.everywhere": "20 3 * * *" },
};
