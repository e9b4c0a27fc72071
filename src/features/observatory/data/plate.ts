import type { Feature } from "../../../access/feature.ts";
import { dataApi } from "./api.ts";
import { bringingJobs } from "./bringing/jobs.ts";
import { bringingApi, bringingPages } from "./bringing/routes.tsx";
import { dataJobs } from "./jobs.ts";
import { noticeMessages } from "./messages.ts";
import { dataNav } from "./nav.ts";
import { dataPages } from "./routes.tsx";

export const dataPlate: Partial<Feature> = {
  routes: [...dataPages, ...dataApi, ...bringingPages, ...bringingApi],
  messages: noticeMessages,
  jobs: { ...dataJobs, ...bringingJobs },
  slow: ["observatory.data.ship", "observatory.data.own"],
  recurring: {
    "observatory.data.fetch": "20 * * * *",
    "observatory.data.own": "50 2 * * *",
    "observatory.data.resume": "* * * * *",
    "observatory.data.forget": "40 3 * * *",
  },
  nav: dataNav,
};
