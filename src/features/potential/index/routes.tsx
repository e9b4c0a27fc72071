import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, get, json, page, type Reply, type Route } from "../../../access/route.ts";
import { ChartParam, chartFile } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { sayPotential } from "../messages.ts";
import { Questionnaire } from "../questionnaires/schema.ts";
import { QuestionnairePath } from "../schema.ts";
import { findQuestionnaire, type IndexRead, readIndex, readOverview } from "./actions.ts";
import { IndexPage } from "./index-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { AGGREGATIONS, METHODS } from "./weights.ts";

const BASE = "/clusters/:cluster/potential";
const EXAMPLE = { cluster: "aviation", questionnaire: "innovation-potential" };

const FileQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined), chart: ChartParam });
const IndexQuery = z.object({
  round: z.uuid().optional().catch(undefined),
  weights: z.enum(METHODS).catch("equal"),
  aggregation: z.enum(AGGREGATIONS).catch("arithmetic"),
  format: z.enum(FORMATS).optional().catch(undefined),
  chart: ChartParam,
});

const clusterSubject = ({ ctx }: { ctx: Context }) =>
  Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null);

const found = new WeakMap<Context, Questionnaire>();
const questionnaireSubject = async ({ ctx, params }: { ctx: Context; params: { questionnaire: string } }) => {
  const questionnaire = ctx.cluster ? await findQuestionnaire(ctx, params.questionnaire) : null;
  if (!questionnaire) return null;
  found.set(ctx, questionnaire);
  return { clusterId: ctx.cluster!.id };
};

export const overviewRoutes: Route[] = [
  get(BASE, {
    rule: "potential.see",
    summary: "What members and the cluster are able to do: questionnaires and their newest rounds",
    params: ClusterPath,
    query: FileQuery,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query }) => {
      const overview = await readOverview(ctx);
      const say = sayPotential(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-potential`,
          [
            {
              label: say("column.questionnaire"),
              value: (one) => one.questionnaire.title[ctx.locale],
              width: 40,
            },
            {
              label: say("column.state"),
              value: (one) => (one.round ? say(`state.${one.round.state}`) : ""),
            },
            {
              label: say("column.median"),
              value: (one) =>
                Math.round(
                  one.cluster?.value.index["equal.arithmetic"] ??
                    one.result?.value.index?.["equal.arithmetic"]?.median ??
                    Number.NaN,
                ) || "",
            },
            { label: say("column.answered"), value: (one) => one.result?.value.of ?? "" },
          ],
          overview.lines,
        );
      const content = <OverviewPage ctx={ctx} overview={overview} />;
      if (query.chart)
        return chartFile({ chart: query.chart, name: ctx.cluster!.slug, locale: ctx.locale, content });
      return page({ title: say("potential.title"), personal: true }, content);
    },
  }),
];

function sectionsFile(ctx: Context, format: (typeof FORMATS)[number], read: IndexRead): Promise<Reply> {
  const say = sayPotential(ctx.locale);
  const rows = read.questionnaire.sections.map(({ title }, at) => ({
    title: title[ctx.locale],
    team: read.cluster?.value.sections[at] ?? null,
    quartiles: read.result?.value.sections?.[at] ?? null,
    at,
  }));
  return listFile(
    format,
    `${ctx.cluster!.slug}-${read.questionnaire.key}`,
    [
      { label: say("column.section"), value: (row) => row.title, width: 40 },
      { label: say("column.cluster"), value: (row) => (row.team === null ? "" : Math.round(row.team)) },
      { label: say("column.q1"), value: (row) => row.quartiles?.q1 ?? "" },
      { label: say("column.median"), value: (row) => row.quartiles?.median ?? "" },
      { label: say("column.q3"), value: (row) => row.quartiles?.q3 ?? "" },
      ...METHODS.map((method) => ({
        label: `${say("column.weight")}: ${say(`weights.${method}`)}`,
        value: (row: (typeof rows)[number]) => {
          const weight = read.result?.value.weights[method]?.[row.at];
          return weight === undefined ? "" : Math.round(weight * 1000) / 1000;
        },
      })),
    ],
    rows,
  );
}

export const indexRoutes: Route[] = [
  get(`${BASE}/:questionnaire`, {
    rule: "potential.see",
    summary: "The index of a questionnaire: quartiles of the cluster, weights, and the own place",
    params: QuestionnairePath,
    query: IndexQuery,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: async ({ ctx, query }) => {
      const read = await readIndex(ctx, found.get(ctx)!, query.round);
      if (query.format) return sectionsFile(ctx, query.format, read);
      const content = (
        <IndexPage ctx={ctx} read={read} chosen={{ method: query.weights, aggregation: query.aggregation }} />
      );
      const name = `${ctx.cluster!.slug}-${read.questionnaire.key}`;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: read.questionnaire.title[ctx.locale], personal: true }, content);
    },
  }),
];

const API = "/api/v1/clusters/:cluster/potential";
const QuartilesOut = z.object({ q1: z.number(), median: z.number(), q3: z.number() });
const IndexOut = z.object({
  questionnaire: z.string(),
  version: z.number().int(),
  round: z.object({ id: z.uuid(), state: z.enum(["open", "closed"]), due: z.string() }).nullable(),
  computedAt: z.iso.datetime().nullable(),
  of: z.number().int().nullable(),
  sections: z.record(z.string(), QuartilesOut.nullable()).nullable(),
  index: z.record(z.string(), QuartilesOut).nullable(),
  cluster: z
    .object({
      index: z.record(z.string(), z.number()),
      sections: z.record(z.string(), z.number().nullable()),
      interval: z.object({ low: z.number(), high: z.number() }),
    })
    .nullable(),
  weights: z.record(z.string(), z.array(z.number()).nullable()),
  consistencyRatio: z.number().nullable(),
});

function told(read: IndexRead): z.input<typeof IndexOut> {
  const { questionnaire, round, result, cluster } = read;
  const bySection = <T,>(values: readonly T[]) =>
    Object.fromEntries(questionnaire.sections.map(({ key }, at) => [key, values[at] as T]));
  return {
    questionnaire: questionnaire.key,
    version: questionnaire.version,
    round: round && { id: round.id, state: round.state, due: round.due },
    computedAt: result ? new Date(result.computedAt).toISOString() : null,
    of: result?.value.of ?? null,
    sections: result?.value.sections ? bySection(result.value.sections) : null,
    index: result?.value.index ?? null,
    cluster: cluster && {
      index: cluster.value.index,
      sections: bySection(cluster.value.sections),
      interval: cluster.value.interval,
    },
    weights: result?.value.weights ?? {},
    consistencyRatio: result?.value.consistencyRatio ?? null,
  };
}

export const indexApi: Route[] = [
  api.get(API, {
    rule: "potential.see",
    summary: "The questionnaires of a cluster with the state of their newest round",
    params: ClusterPath,
    answer: z.object({
      items: z.array(
        z.object({
          questionnaire: z.string(),
          version: z.number().int(),
          about: z.enum(["member", "cluster"]),
          title: z.object({ en: z.string(), de: z.string() }),
          round: z.object({ id: z.uuid(), state: z.enum(["open", "closed"]), due: z.string() }).nullable(),
          own: z
            .object({
              assessment: z.uuid(),
              state: z.enum(["open", "submitted"]),
              index: z.number().nullable(),
            })
            .nullable(),
        }),
      ),
    }),
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx }) => {
      const { lines } = await readOverview(ctx);
      return json({
        items: lines.map(({ questionnaire, round, own }) => ({
          questionnaire: questionnaire.key,
          version: questionnaire.version,
          about: questionnaire.about,
          title: questionnaire.title,
          round: round && { id: round.id, state: round.state, due: round.due },
          own: own && { assessment: own.id, state: own.state, index: own.index },
        })),
      });
    },
  }),
  api.get(`${API}/questionnaires/:questionnaire`, {
    rule: "potential.see",
    summary: "A questionnaire: sections, questions, scales, branches, levels",
    params: QuestionnairePath,
    answer: Questionnaire,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: ({ ctx }) => json(found.get(ctx)!),
  }),
  api.get(`${API}/questionnaires/:questionnaire/index`, {
    rule: "potential.see",
    summary: "The index of a questionnaire's round: quartiles, weights, the cluster's own index",
    params: QuestionnairePath,
    query: z.strictObject({ round: z.uuid().optional() }),
    answer: IndexOut,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: async ({ ctx, query }) => json(told(await readIndex(ctx, found.get(ctx)!, query.round))),
  }),
];
