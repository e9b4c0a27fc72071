import type { Feature } from "../../../access/feature.ts";
import { computePanel } from "./compute.ts";

export const specialisationPlate: Partial<Feature> = {
  jobs: { "observatory.panel.compute": computePanel },
};
