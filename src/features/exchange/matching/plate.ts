import type { Feature } from "../../../access/feature.ts";
import { matchMessages } from "./messages.ts";
import { matchRoutes } from "./routes.tsx";

/** Whom a need is matched with, what fits an organisation, and what both think of it. */
export const matchingPlate: Partial<Feature> = {
  routes: matchRoutes,
  messages: matchMessages,
};
