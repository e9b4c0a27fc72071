import type { Job } from "../../../access/feature.ts";
import { countOwnRecords } from "./own.ts";
import { shipDatasets } from "./shipped.ts";

export const dataJobs: Record<string, Job> = {
  "observatory.data.ship": shipDatasets,
  "observatory.data.own": countOwnRecords,
};
