import type { Route } from "../../../access/route.ts";
import { applicationRoutes } from "./applications/routes.tsx";
import { keepRoutes } from "./keep/routes.tsx";
import { levelRoutes } from "./levels/routes.tsx";
import { memberListRoutes } from "./lists/routes.tsx";

export const membershipRoutes: readonly Route[] = [
  ...memberListRoutes,
  ...keepRoutes,
  ...levelRoutes,
  ...applicationRoutes,
];
