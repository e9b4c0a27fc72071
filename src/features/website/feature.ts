import type { Feature } from "../../access/feature.ts";
import { apiRoutes } from "./api.ts";
import { machineRoutes } from "./machine-routes.ts";
import { websiteMessages } from "./messages.ts";
import { navigation } from "./nav.ts";
import { pageRoutes } from "./pages.tsx";

export const website: Feature = {
  name: "website",
  routes: [...pageRoutes, ...machineRoutes, ...apiRoutes],
  messages: websiteMessages,
  nav: navigation,
};
