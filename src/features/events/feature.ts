import type { Feature } from "../../access/feature.ts";
import { eventRoutes } from "./event/routes.tsx";
import { jobs } from "./jobs.ts";
import { messages } from "./messages.ts";
import { eventsNav } from "./nav.ts";
import { planningRoutes } from "./planning/routes.tsx";
import { registrationRoutes } from "./registrations/routes.tsx";
import { scheduleRoutes } from "./schedule/routes.tsx";
import { wishRoutes } from "./wishes/routes.tsx";

export { eventsSeenBy, isTeam, meetingsSeenBy, registrationsSeenBy } from "./visible.ts";

/** Where many meet for short talks: who comes, whom they would like to meet, the plan, everybody's schedule, and what came of it. */
export const events: Feature = {
  name: "events",
  routes: [...eventRoutes, ...registrationRoutes, ...wishRoutes, ...planningRoutes, ...scheduleRoutes],
  messages,
  jobs,
  recurring: { "events.clock": "5 * * * *" },
  topics: { events: { en: "Events", de: "Veranstaltungen" } },
  nav: eventsNav,
};
