import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import { api, get, json, page, type Route } from "../../../../access/route.ts";
import { ChartParam, chartFile, type ExportColumn, queryOf } from "../../../../ui/index.ts";
import { FORMATS, listFile } from "../../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../../data/here.ts";
import { sayForecast } from "../messages.ts";
import { LEVEL } from "./forecast-level.ts";
import { PanelPage } from "./page.tsx";
import { type Expected, seePanel } from "./see.ts";

const BASE = "/clusters/:cluster/observatory/forecast";
const Query = z.object({
  dataset: z.string().max(80).optional().catch(undefined),
  measure: z.string().max(60).optional().catch(undefined),
  region: z.string().max(60).optional().catch(undefined),
  activity: z.string().max(60).optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
  chart: ChartParam,
});

const common = {
  rule: "cluster.see",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: clusterSubject,
} as const;
const Figure = z.number().nullable();
const Coded = z.object({ code: z.string(), name: z.string() });

const expectedColumns = (ctx: Context, later: string): ExportColumn<Expected>[] => {
  const say = sayForecast(ctx.locale);
  return [
    { label: say("forecast.code"), value: (row) => row.code },
    { label: say("forecast.activity"), value: (row) => row.name },
    { label: say("forecast.now"), value: (row) => row.now },
    { label: later, value: (row) => row.later },
    { label: say("forecast.lower"), value: (row) => row.lower },
    { label: say("forecast.upper"), value: (row) => row.upper },
    { label: say("forecast.change"), value: (row) => row.change },
  ];
};

export const panelRoutes: Route[] = [
  get(BASE, {
    ...common,
    summary: "What is expected of an activity or a region, with bounds and how far off such forecasts were",
    query: Query,
    handle: async ({ ctx, query, search }) => {
      const seen = await seePanel(ctx, query);
      const content = <PanelPage ctx={ctx} seen={seen} query={queryOf(search)} />;
      if ((query.format || query.chart) && seen.panel) {
        const { head, region, activity, expected, ahead } = seen.panel;
        const name = [
          head.slug,
          "forecast",
          region?.code ?? "all",
          ...(activity ? [activity.code] : []),
        ].join("-");
        const later = ahead.at(-1)?.period ?? "";
        return query.chart
          ? chartFile({ chart: query.chart, name, locale: ctx.locale, content })
          : listFile(query.format!, name, expectedColumns(ctx, later), expected);
      }
      const credit = seen.panel?.head.credit;
      return page(
        {
          title: sayForecast(ctx.locale)("forecast.panel.title"),
          ...(ctx.identity ? { personal: true } : {}),
          ...(credit ? { credits: [credit] } : {}),
        },
        content,
      );
    },
  }),
  api.get(`/api/v1${BASE}`, {
    ...common,
    summary: "What is expected of an activity or a region, with bounds and how far off such forecasts were",
    query: z.strictObject({
      dataset: z.string().max(80).optional(),
      measure: z.string().max(60).optional(),
      region: z.string().max(60).optional(),
      activity: z.string().max(60).optional(),
    }),
    answer: z.object({
      datasets: z.array(z.object({ slug: z.string(), title: z.string() })),
      forecast: z
        .object({
          dataset: z.string(),
          version: z.number().int(),
          measure: z.string(),
          state: z.enum(["ready", "too-short", "no-amounts", "computing", "cell-too-short", "unknown"]),
          region: Coded.nullable(),
          activity: Coded.nullable(),
          history: z.array(z.object({ period: z.string(), value: Figure })),
          ahead: z.array(
            z.object({
              period: z.string(),
              ahead: z.number().int(),
              mean: z.number(),
              lower: Figure,
              upper: Figure,
            }),
          ),
          level: z.number(),
          backTest: z.array(
            z.object({
              ahead: z.number().int(),
              wape: z.object({
                ours: Figure,
                naive: Figure,
                drift: Figure,
                dampedDrift: Figure,
                shiftShare: Figure,
              }),
              coverage: Figure,
              cells: z.number().int(),
            }),
          ),
          own: z.array(z.object({ ahead: z.number().int(), ours: Figure, naive: Figure })),
          source: z.string(),
          computedAt: z.iso.datetime({ offset: true }).nullable(),
        })
        .nullable(),
    }),
    handle: async ({ ctx, query }) => {
      const { datasets, panel } = await seePanel(ctx, query);
      return json({
        datasets,
        forecast: panel && {
          dataset: panel.head.slug,
          version: panel.head.version,
          measure: panel.measure.key,
          state: panel.state,
          region: panel.region,
          activity: panel.activity,
          history: panel.history,
          ahead: panel.ahead,
          level: LEVEL,
          backTest: panel.tests.map(({ ahead, wape, coverage, cells }) => ({ ahead, wape, coverage, cells })),
          own: panel.own,
          source: panel.head.source,
          computedAt: panel.computedAt?.toISOString() ?? null,
        },
      });
    },
  }),
];
