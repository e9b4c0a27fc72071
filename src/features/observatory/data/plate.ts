import type { Feature } from "../../../access/feature.ts";
import { dataApi } from "./api.ts";
import { dataJobs } from "./jobs.ts";
import { noticeMessages } from "./messages.ts";
import { dataNav } from "./nav.ts";
import { dataPages } from "./routes.tsx";

export const dataPlate: Partial<Feature> = {
  routes: [...dataPages, ...dataApi],
  messages: noticeMessages,
  jobs: dataJobs,
  nav: dataNav,
};
