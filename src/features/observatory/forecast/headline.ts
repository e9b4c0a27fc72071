import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { formatNumber, formatPercent } from "../../../ui/index.ts";
import { findDatasets } from "../data/panel.ts";
import { readResult } from "../data/results.ts";
import type { FindHeadline, Headline } from "../headline.ts";
import { sayForecast } from "./messages.ts";
import type { NeedsForecast } from "./needs/rules.ts";
import { readPart } from "./needs/store.ts";
import { KEPT, type Summary } from "./panel/kept.ts";
import { firstOf } from "./panel/see.ts";

const YEAR = 12;
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

/** The needs of the year to come for those who see needs; for others, and while those are too few, how far off forecasts were. */
export const findForecastHeadline: FindHeadline = async (ctx) => {
  if (!ctx.cluster) return null;
  return (await ofNeeds(ctx, ctx.cluster.id)) ?? (await ofPanel(ctx, ctx.cluster.id));
};

async function ofNeeds(ctx: Context, clusterId: string): Promise<Headline | null> {
  if (!can(ctx.actor, "forecast.needs", { clusterId })) return null;
  const kept = await ctx.read((db) => readPart(db, clusterId, "needs", clusterId));
  const whole = (kept?.value as NeedsForecast | undefined)?.kinds?.whole;
  if (!kept || !whole) return null;
  const before = formatNumber(sum(whole.history.slice(-YEAR)), ctx.locale);
  return {
    figure: formatNumber(sum(whole.expected.mean), ctx.locale),
    text: sayForecast(ctx.locale)("forecast.headline.needs", { before }),
    at: kept.computedAt,
  };
}

async function ofPanel(ctx: Context, clusterId: string): Promise<Headline | null> {
  const kept = await ctx.read(async (db) => {
    const panel = firstOf(await findDatasets(db, ctx.actor, clusterId));
    const measure = panel?.measures[0];
    return panel && measure ? readResult(db, panel, KEPT.summary, measure.key) : null;
  });
  const tested = (kept?.value as Summary | undefined)?.levels?.[0]?.tests[0]?.wape;
  if (!kept || !tested || tested.ours === null || tested.naive === null) return null;
  const say = sayForecast(ctx.locale);
  return {
    figure: formatPercent(tested.ours, ctx.locale, 1),
    text: say("forecast.headline.panel", { naive: formatPercent(tested.naive, ctx.locale, 1) }),
    at: kept.computedAt,
  };
}
