import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, get, json, page, problem, type Route } from "../../../access/route.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { ChartParam, chartFile } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { resultOf } from "../index/store.ts";
import type { ClusterStage } from "./jobs.ts";
import { sayStage } from "./messages.ts";
import { measureValue, missing, nextStage, STAGE_MEASURES, STAGES } from "./rules.ts";
import { isTold, StagePage, seesCounts, shownValue } from "./view.tsx";

const EXAMPLE = { cluster: "aviation" };
const FileQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined), chart: ChartParam });

const clusterSubject = ({ ctx }: { ctx: Context }) =>
  Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null);

async function monthsOf(db: Db, clusterId: string): Promise<{ month: string; value: ClusterStage }[]> {
  const rows = await db
    .selectFrom("potentialResult")
    .select(["params", "value"])
    .where("clusterId", "=", clusterId)
    .where("name", "=", "stage")
    .where("params", "<>", "")
    .orderBy("params", "desc")
    .limit(24)
    .execute();
  return rows.map(({ params, value }) => ({ month: params, value: value as unknown as ClusterStage }));
}

export const stageRoutes: Route[] = [
  get("/clusters/:cluster/potential/stage", {
    rule: "potential.see",
    summary: "The stage of a cluster by stated rules, and what is missing for the next",
    params: ClusterPath,
    query: FileQuery,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query }) => {
      const { result, way } = await ctx.read(async (db) => ({
        result: await resultOf<ClusterStage>(db, ctx.cluster!.id, "stage"),
        way: await monthsOf(db, ctx.cluster!.id),
      }));
      const say = sayStage(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-stage`,
          [
            { label: say("column.measure"), value: (one) => say(`measure.${one}`), width: 60 },
            {
              label: say("column.value"),
              value: (one) => (result ? shownValue(ctx, one, result.value.measures[one]) : ""),
            },
          ],
          [...STAGE_MEASURES],
        );
      const content = <StagePage {...{ ctx, result, way }} />;
      if (query.chart)
        return chartFile({ chart: query.chart, name: ctx.cluster!.slug, locale: ctx.locale, content });
      return page({ title: say("stage.title"), personal: true }, content);
    },
  }),
  api.get("/api/v1/clusters/:cluster/potential/stage", {
    rule: "potential.see",
    summary: "The stage of a cluster with its measures and what is missing for the next",
    params: ClusterPath,
    answer: z.object({
      stage: z.enum(STAGES),
      next: z.enum(STAGES).nullable(),
      computedAt: z.iso.datetime(),
      measures: z.record(
        z.string(),
        z.object({ value: z.number().nullable(), part: z.number().nullable(), whole: z.number().nullable() }),
      ),
      missing: z.array(z.object({ measure: z.string(), least: z.number(), more: z.number().nullable() })),
    }),
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx }) => {
      const result = await ctx.read((db) => resultOf<ClusterStage>(db, ctx.cluster!.id, "stage"));
      if (!result) return problem("conflict", sayStage(ctx.locale)("stage.computing"));
      const { stage, measures } = result.value;
      const counts = seesCounts(ctx);
      return json({
        stage,
        next: nextStage(stage),
        computedAt: new Date(result.computedAt).toISOString(),
        measures: Object.fromEntries(
          STAGE_MEASURES.map((measure) => {
            const measured = measures[measure];
            const value = measureValue(measure, measured);
            const few = !isTold(ctx, measure, measured);
            return [
              measure,
              {
                value: few || value === null ? null : Math.round(value),
                part: counts ? measured.part : null,
                whole: counts ? measured.whole : null,
              },
            ];
          }),
        ),
        missing: missing(measures, stage).map(({ measure, least, more }) => ({
          ...{ measure, least },
          more: counts ? more : null,
        })),
      });
    },
  }),
];
