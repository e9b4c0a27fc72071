import { z } from "zod";
import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { ChartParam, chartFile, problemSentences, zodProblems } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../../network/feature.ts";
import { giveOut, NewStatistic } from "./actions.ts";
import { statisticsHref } from "./address.ts";
import { gridOf, placesOf } from "./grid.ts";
import { sayStatistics, type statisticsMessages } from "./messages.ts";
import { ownFigures } from "./own.ts";
import { StatisticPage, StatisticsPage, type StatisticsView } from "./page.tsx";
import { cellColumns, type Shown } from "./statistic-figure.tsx";
import { cellsSeen, type Statistic, statisticSeen, statisticsSeen } from "./store.ts";
import { TOPIC_NAMES, topicOf } from "./topics.ts";

const BASE = "/clusters/:cluster/observatory/statistics";
const StatisticPath = ClusterPath.extend({ statistic: z.uuid() });
const example = { cluster: "aviation" };

const here = async ({ ctx }: { ctx: Context }) =>
  (ctx.cluster && (await ctx.read((db) => clusterSubject(db, ctx.cluster!.id)))) ?? null;
const team = async ({ ctx }: { ctx: Context }) => ctx.cluster && { clusterId: ctx.cluster.id };

/** A table that is out, as what may be seen of it; `null` where there is none. */
async function find(ctx: Context, id: string): Promise<(Visible & { statistic: Statistic }) | null> {
  const { cluster } = ctx;
  const statistic = cluster && (await ctx.read((db) => statisticSeen(db, ctx.actor, cluster.id, id)));
  return statistic?.state === "out"
    ? { clusterId: statistic.clusterId, visibility: statistic.visibility, owners: [], wall: [], statistic }
    : null;
}
const subject = ({ ctx, params }: { ctx: Context; params: { statistic: string } }) =>
  find(ctx, params.statistic);

async function viewOf(ctx: Context): Promise<StatisticsView> {
  const clusterId = ctx.cluster!.id;
  const { organisationId, membership } = ctx.actor;
  return ctx.read(async (db) => {
    const all = await statisticsSeen(db, ctx.actor, clusterId);
    const newest: Shown[] = [];
    for (const topic of TOPIC_NAMES) {
      const statistic = all.find((one) => one.topic === topic && one.state === "out");
      if (statistic) newest.push({ statistic, cells: await cellsSeen(db, statistic) });
    }
    const belongs = organisationId !== null && membership !== null && membership !== "applicant";
    return {
      newest,
      all,
      own: belongs ? await ownFigures(db, clusterId, organisationId, ctx.today()) : [],
      mayMake: can(ctx.actor, "statistic.make", { clusterId }),
    };
  });
}

async function statisticsPage(
  ctx: Context,
  csrf: string,
  typed?: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  return page(
    { title: sayStatistics(ctx.locale)("statistics.title"), personal: true },
    <StatisticsPage ctx={ctx} view={await viewOf(ctx)} csrf={csrf} typed={typed} problems={problems} />,
    problems ? 422 : 200,
  );
}

const Cells = z.array(z.object({ codes: z.array(z.string().nullable()), value: z.number() }));
const Head = {
  id: z.uuid(),
  topic: z.string(),
  day: z.iso.date(),
  madeAt: z.iso.datetime(),
  visibility: z.string(),
  minimum: z.number().int(),
  dominance: z.number(),
};
const headOf = ({ id, topic, day, madeAt, visibility, minimum, dominance }: Statistic) => ({
  id,
  topic,
  day,
  madeAt: madeAt.toISOString(),
  visibility,
  minimum,
  dominance: Math.round(dominance * 100) / 100,
});

export const statisticsRoutes: Route[] = [
  get(BASE, {
    rule: "cluster.see",
    summary:
      "Tables the cluster gives out without telling of anybody, and one's own figures beside quartiles",
    params: ClusterPath,
    example,
    subject: here,
    handle: ({ ctx, csrf }) => statisticsPage(ctx, csrf),
  }),
  post(BASE, {
    rule: "statistic.make",
    summary: "Give out a table as of today",
    params: ClusterPath,
    example,
    subject: team,
    handle: async ({ ctx, body, csrf }) => {
      const { csrf: _, ...typed } = Object.fromEntries(
        Object.entries(body).map(([key, value]) => [key, String(value)]),
      );
      const parsed = NewStatistic.safeParse(typed);
      if (!parsed.success) {
        const say = sayStatistics(ctx.locale);
        const problems = problemSentences(zodProblems(parsed.error), ctx.locale);
        for (const field of Object.keys(problems))
          if (field) problems[field] = say(`make.problem.${field}` as keyof typeof statisticsMessages);
        return statisticsPage(ctx, csrf, typed, problems);
      }
      await giveOut(ctx, parsed.data);
      return redirect(statisticsHref(ctx.cluster!), "make.done");
    },
  }),
  get(`${BASE}/:statistic`, {
    rule: "statistic.see",
    summary: "One table that was given out",
    params: StatisticPath,
    query: z.object({
      format: z.enum(FORMATS).optional().catch(undefined),
      of: z.string().max(40).optional().catch(undefined),
      chart: ChartParam,
    }),
    example,
    subject,
    handle: async ({ ctx, query, subject: { statistic } }) => {
      const cells = await ctx.read((db) => cellsSeen(db, statistic));
      const topic = topicOf(statistic.topic)!;
      const name = `${ctx.cluster!.slug}-${statistic.topic}-${statistic.day}`;
      if (query.format)
        return listFile(query.format, name, cellColumns(topic, ctx.locale), placesOf(gridOf(cells)));
      const content = <StatisticPage ctx={ctx} shown={{ statistic, cells }} of={query.of} />;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: topic.title[ctx.locale], personal: true }, content);
    },
  }),
  api.get(`/api/v1${BASE}`, {
    rule: "cluster.see",
    summary: "Tables the cluster gave out",
    params: ClusterPath,
    example,
    subject: here,
    query: z.strictObject({}),
    answer: z.object({ items: z.array(z.object({ ...Head, state: z.string() })) }),
    handle: async ({ ctx }) => {
      const all = await ctx.read((db) => statisticsSeen(db, ctx.actor, ctx.cluster!.id));
      return json({ items: all.map((statistic) => ({ ...headOf(statistic), state: statistic.state })) });
    },
  }),
  api.post(`/api/v1${BASE}`, {
    rule: "statistic.make",
    summary: "Give out a table as of today; a job makes it",
    params: ClusterPath,
    example,
    subject: team,
    body: NewStatistic,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ ctx, body }) => json({ id: await giveOut(ctx, body) }),
  }),
  api.get(`/api/v1${BASE}/:statistic`, {
    rule: "statistic.see",
    summary: "One table that was given out; where a cell is not listed nobody is, or it is kept back",
    params: StatisticPath,
    example,
    subject,
    query: z.strictObject({}),
    answer: z.object({ ...Head, dimensions: z.array(z.string()), unit: z.string(), cells: Cells }),
    handle: async ({ ctx, subject: { statistic } }) => {
      const topic = topicOf(statistic.topic);
      if (!topic) return problem("not-found");
      return json({
        ...headOf(statistic),
        dimensions: topic.dimensions.map(({ name }) => name),
        unit: topic.unit ?? "organisations",
        cells: await ctx.read((db) => cellsSeen(db, statistic)),
      });
    },
  }),
];
