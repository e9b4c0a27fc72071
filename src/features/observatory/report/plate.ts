import type { Feature } from "../../../access/feature.ts";
import { COMPUTE, computeJob, FREEZE, freezeJob } from "./jobs.ts";
import { reportMessages } from "./messages.ts";

/** Reports of a year: written by the team, with figures made of records and frozen on a day, for everybody they are meant for. */
export const reportPlate: Partial<Feature> = {
  messages: reportMessages,
  jobs: { [COMPUTE]: computeJob, [FREEZE]: freezeJob },
  slow: [COMPUTE, FREEZE],
  recurring: { [COMPUTE]: "40 3 * * *" },
};
