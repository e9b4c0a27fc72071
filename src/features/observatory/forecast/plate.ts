import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { homeHref } from "../data/here.ts";
import { forecastMessages } from "./messages.ts";
import { forecastPanel, PANEL_FORECAST } from "./panel/compute.ts";
import { panelRoutes } from "./panel/routes.tsx";

/** What is to be expected, with bounds, and how far off such forecasts were. */
export const forecastPlate: Partial<Feature> = {
  routes: [...panelRoutes],
  messages: forecastMessages,
  jobs: { [PANEL_FORECAST]: forecastPanel },
  nav,
};

function nav(ctx: Context): NavEntry[] {
  const { actor, cluster } = ctx;
  if (!cluster || (actor.membership === null && actor.office === null)) return [];
  return [
    { section: "observatory", label: forecastMessages.nav, href: `${homeHref(ctx)}/forecast`, order: 60 },
  ];
}
