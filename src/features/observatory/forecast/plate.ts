import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { homeHref } from "../data/here.ts";
import { forecastMessages } from "./messages.ts";
import { forecastCluster, forecastEverywhere, NEEDS_EVERYWHERE, NEEDS_FORECAST } from "./needs/compute.ts";
import { needsForecastMessages } from "./needs/messages.ts";
import { needsForecastRoutes } from "./needs/routes.tsx";
import { forecastPanel, PANEL_FORECAST } from "./panel/compute.ts";
import { panelRoutes } from "./panel/routes.tsx";

/** What is to be expected, with bounds, and how far off such forecasts were. */
export const forecastPlate: Partial<Feature> = {
  routes: [...panelRoutes, ...needsForecastRoutes],
  messages: { ...forecastMessages, ...needsForecastMessages },
  jobs: {
    [PANEL_FORECAST]: forecastPanel,
    [NEEDS_FORECAST]: forecastCluster,
    [NEEDS_EVERYWHERE]: (_, house) => forecastEverywhere(house),
  },
  slow: [PANEL_FORECAST, NEEDS_FORECAST],
  recurring: { [NEEDS_EVERYWHERE]: "40 3 * * *" },
  nav,
};

function nav(ctx: Context): NavEntry[] {
  const { actor, cluster } = ctx;
  if (!cluster || (actor.membership === null && actor.office === null)) return [];
  return [
    {
      section: "observatory",
      label: forecastMessages["forecast.nav"],
      href: `${homeHref(ctx)}/forecast`,
      order: 60,
    },
  ];
}
