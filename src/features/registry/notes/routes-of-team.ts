import type { Route } from "../../../access/route.ts";
import { labelApi, labelPages } from "../labels/routes.tsx";
import { fieldApi, fieldPages } from "../own-fields/routes.tsx";
import { noteApi, notePages } from "./routes.tsx";
import { teamPages } from "./team-page.tsx";

/** What the team keeps for itself: notes, labels, fields. */
export const teamRoutes: readonly Route[] = [
  ...notePages,
  ...teamPages,
  ...labelPages,
  ...fieldPages,
  ...noteApi,
  ...labelApi,
  ...fieldApi,
];
