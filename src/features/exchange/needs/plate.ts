import type { Feature } from "../../../access/feature.ts";
import { confirmAct } from "./acts.ts";
import { needApi } from "./api.ts";
import { mindDays } from "./jobs.ts";
import { needsMessages } from "./messages.ts";
import { needsNav } from "./nav.ts";
import { needPages } from "./routes.tsx";
import { TOPIC } from "./told.ts";

export const needsPlate: Partial<Feature> = {
  routes: [...needPages, ...needApi],
  messages: needsMessages,
  jobs: { "exchange.needs.days": mindDays },
  recurring: { "exchange.needs.days": "15 5 * * *" },
  acts: { "need.confirm": confirmAct },
  topics: { [TOPIC]: needsMessages["needs.topic"]! },
  nav: needsNav,
};
