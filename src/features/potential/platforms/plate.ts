import type { Feature } from "../../../access/feature.ts";
import { platformMessages } from "./messages.ts";
import { platformApi, platformRoutes } from "./routes.tsx";

/** The register of digital platforms and tools. */
export const platformsPlate: Partial<Feature> = {
  routes: [...platformRoutes, ...platformApi],
  messages: platformMessages,
};
