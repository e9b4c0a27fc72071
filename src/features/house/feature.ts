import type { Feature } from "../../access/feature.ts";
import { messages } from "./messages.ts";
import { referenceRoutes } from "./reference/routes.tsx";
import { todayRoutes } from "./today/routes.tsx";

export const houseFeature: Feature = {
  name: "house",
  routes: [...todayRoutes, ...referenceRoutes],
  messages,
};
