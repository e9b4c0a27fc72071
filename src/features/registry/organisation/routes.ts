import type { Route } from "../../../access/route.ts";
import { organisationApi } from "./api.ts";
import { factApi } from "./facts/api.ts";
import { factPages } from "./facts/pages.tsx";
import { identityPages } from "./identity/routes.tsx";
import { organisationPages } from "./pages.tsx";

export const organisationRoutes: readonly Route[] = [
  ...identityPages,
  ...factPages,
  ...organisationPages,
  ...factApi,
  ...organisationApi,
];
