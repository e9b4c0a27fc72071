import type { Route } from "../../../access/route.ts";
import { organisationApi } from "./api.ts";
import { factApi } from "./facts/api.ts";
import { factPages } from "./facts/pages.tsx";
import { identityPages } from "./identity/routes.tsx";
import { logoRoutes } from "./logo/routes.tsx";
import { organisationPages } from "./pages.tsx";
import { profileApi } from "./profile/api.ts";
import { profileListPages } from "./profile/list-page.tsx";
import { listedPages } from "./profile/listed.tsx";
import { profilePages } from "./profile/routes.tsx";
import { vocabularyRoutes } from "./vocabulary/pages.tsx";

export const organisationRoutes: readonly Route[] = [
  ...identityPages,
  ...profileListPages,
  ...listedPages,
  ...vocabularyRoutes,
  ...logoRoutes,
  ...profilePages,
  ...factPages,
  ...organisationPages,
  ...profileApi,
  ...factApi,
  ...organisationApi,
];
