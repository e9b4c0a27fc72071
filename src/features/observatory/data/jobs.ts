import type { Job } from "../../../access/feature.ts";
import { shipDatasets } from "./shipped.ts";

export const dataJobs: Record<string, Job> = {
  "observatory.data.ship": shipDatasets,
};
