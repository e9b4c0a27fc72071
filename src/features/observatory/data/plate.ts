import type { Feature } from "../../../access/feature.ts";
import { dataJobs } from "./jobs.ts";

export const dataPlate: Partial<Feature> = {
  jobs: dataJobs,
};
