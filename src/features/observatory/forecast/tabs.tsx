import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { Tabs } from "../../../ui/index.ts";
import { homeHref } from "../data/here.ts";
import { sayForecast } from "./messages.ts";

/** What is forecast: official figures for everybody, needs for those of the cluster. */
export function ForecastTabs({ ctx, current }: { ctx: Context; current: "panel" | "needs" }) {
  const say = sayForecast(ctx.locale);
  const home = `${homeHref(ctx)}/forecast`;
  if (!can(ctx.actor, "forecast.needs", { clusterId: ctx.cluster!.id })) return null;
  return (
    <Tabs
      label={say("forecast.parts")}
      tabs={[
        { label: say("forecast.tab.panel"), href: home, current: current === "panel" },
        { label: say("forecast.tab.needs"), href: `${home}/needs`, current: current === "needs" },
      ]}
    />
  );
}
