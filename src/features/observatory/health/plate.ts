import type { Feature } from "../../../access/feature.ts";
import { healthApi } from "./api.ts";
import { COMPUTE, computeEverywhere, computeHealth } from "./compute.ts";

export const healthPlate: Partial<Feature> = {
  routes: [...healthApi],
  jobs: {
    [COMPUTE]: computeHealth,
    "observatory.health.everywhere": (_, house) => computeEverywhere(house),
  },
  recurring: { "observatory.health.everywhere": "20 3 * * *" },
};
