import type { Feature } from "../../../access/feature.ts";
import { teamMessages } from "./messages.ts";
import { teamRoutes } from "./routes.tsx";

/** Putting a team together for a need. */
export const teamsPlate: Partial<Feature> = { routes: teamRoutes, messages: teamMessages };
