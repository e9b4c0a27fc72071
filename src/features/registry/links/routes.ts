import type { Route } from "../../../access/route.ts";
import { linkApi } from "./api.ts";
import { linkPages } from "./pages.tsx";

export const linkRoutes: readonly Route[] = [...linkPages, ...linkApi];
