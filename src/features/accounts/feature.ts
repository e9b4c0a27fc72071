import type { Feature } from "../../access/feature.ts";
import { accountRoutes } from "./account/routes.tsx";
import { choiceRoutes } from "./choices.ts";
import { messages } from "./messages.ts";
import { signInRoutes } from "./sign-in/routes.tsx";

export const accounts: Feature = {
  name: "accounts",
  routes: [...signInRoutes, ...choiceRoutes, ...accountRoutes],
  messages,
  nav: (ctx) =>
    ctx.identity
      ? [{ section: "own", label: { en: "Account", de: "Konto" }, href: "/account", order: 90 }]
      : [],
};
