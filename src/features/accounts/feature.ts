import type { Feature } from "../../access/feature.ts";
import { choiceRoutes } from "./choices.ts";
import { messages } from "./messages.ts";
import { signInRoutes } from "./sign-in/routes.tsx";

export const accounts: Feature = {
  name: "accounts",
  routes: [...signInRoutes, ...choiceRoutes],
  messages,
};
