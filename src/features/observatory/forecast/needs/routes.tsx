import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import { api, get, json, page, type Route } from "../../../../access/route.ts";
import { ChartParam, chartFile, type ExportColumn } from "../../../../ui/index.ts";
import { FORMATS, listFile } from "../../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, keeperSubject } from "../../data/here.ts";
import { sayNeeds } from "./messages.ts";
import { NeedsPage, wordOf } from "./page.tsx";
import { LEVEL, type NeedsForecast, type Part } from "./rules.ts";
import { type NeedsSeen, seeNeeds } from "./see.ts";

const BASE = "/clusters/:cluster/observatory/forecast/needs";
const common = {
  rule: "forecast.needs",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: keeperSubject,
} as const;

/** One month of one part: what was, or what is expected. */
interface Row {
  kind: string;
  month: string;
  known: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
}

const rowsOf = (ctx: Context, { months, ahead, kinds }: NeedsForecast): Row[] =>
  (kinds
    ? [{ ...kinds.whole, name: sayNeeds(ctx.locale)("forecast.needs.sum") }, ...kinds.parts]
    : []
  ).flatMap((part): Row[] => {
    const kind = "name" in part ? (part.name as string) : wordOf(ctx, "kind", part.key);
    return [
      ...months.map((month, k) => ({
        kind,
        month,
        known: part.history[k]!,
        mean: null,
        lower: null,
        upper: null,
      })),
      ...ahead.map((month, k) => ({
        kind,
        month,
        known: null,
        mean: part.expected.mean[k]!,
        lower: part.expected.lower[k]!,
        upper: part.expected.upper[k]!,
      })),
    ];
  });

const columnsOf = (ctx: Context): ExportColumn<Row>[] => {
  const say = sayNeeds(ctx.locale);
  return [
    { label: say("forecast.needs.kind"), value: (row) => row.kind },
    { label: say("forecast.needs.month"), value: (row) => row.month },
    { label: say("forecast.needs.known"), value: (row) => row.known },
    { label: say("forecast.needs.expected"), value: (row) => row.mean },
    { label: say("forecast.needs.lower"), value: (row) => row.lower },
    { label: say("forecast.needs.upper"), value: (row) => row.upper },
  ];
};

const Figure = z.number().nullable();
const Months = z.array(z.object({ month: z.string(), mean: z.number(), lower: Figure, upper: Figure }));
const PartAnswer = z.object({
  key: z.string().nullable(),
  total: z.number().int(),
  method: z.string(),
  history: z.array(z.object({ month: z.string(), count: z.number().int() })),
  ahead: Months,
});
const Tested = z.object({ ours: Figure, naive: Figure, seasonalNaive: Figure, origins: z.number().int() });
const HierarchyAnswer = z
  .object({
    whole: PartAnswer,
    parts: z.array(PartAnswer),
    tooFew: z.array(z.object({ key: z.string(), total: z.number().int() })),
    tested: z.object({ whole: Tested, parts: Tested }),
  })
  .nullable();
const TopicsAnswer = z.object({
  state: z.enum(["ready", "not-enough"]),
  until: z.iso.date().nullable(),
  before: z.number().int(),
  now: z.number().int(),
  tested: z.number().int(),
  rising: z.array(
    z.object({ theme: z.string(), before: z.number().int(), now: z.number().int(), q: z.number() }),
  ),
});
const Shares = { first: z.number(), ofThree: z.number(), competences: z.number() };
const Likely = z.array(z.object({ key: z.string(), share: z.number() }));

const partAnswer = ({ months, ahead }: NeedsForecast, part: Part) => ({
  key: part.key,
  total: part.total,
  method: part.method,
  history: months.map((month, k) => ({ month, count: part.history[k]! })),
  ahead: ahead.map((month, k) => ({
    month,
    mean: part.expected.mean[k]!,
    lower: part.expected.lower[k]!,
    upper: part.expected.upper[k]!,
  })),
});

const hierarchyAnswer = (needs: NeedsForecast, side: "kinds" | "competences") => {
  const found = needs[side];
  return (
    found && {
      ...found,
      whole: partAnswer(needs, found.whole),
      parts: found.parts.map((part) => partAnswer(needs, part)),
    }
  );
};

const topicsAnswer = (topics: NonNullable<NeedsSeen["topics"]>[keyof NonNullable<NeedsSeen["topics"]>]) => ({
  state: topics.state,
  until: topics.until,
  before: topics.before,
  now: topics.now,
  tested: topics.tested,
  rising: topics.rising.map(({ theme, before, now, q }) => ({ theme, before, now, q })),
});

export const needsForecastRoutes: Route[] = [
  get(BASE, {
    ...common,
    summary: "What needs are to be expected, which themes rise, and what members are likely to look for next",
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined), chart: ChartParam }),
    handle: async ({ ctx, query }) => {
      const seen = await seeNeeds(ctx);
      const name = `${ctx.cluster!.slug}-needs-forecast`;
      if (query.format)
        return listFile(query.format, name, columnsOf(ctx), seen.needs ? rowsOf(ctx, seen.needs) : []);
      const content = <NeedsPage ctx={ctx} seen={seen} />;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: sayNeeds(ctx.locale)("forecast.needs.title"), personal: true }, content);
    },
  }),
  api.get(`/api/v1${BASE}`, {
    ...common,
    summary: "What needs are to be expected, which themes rise, and what members are likely to look for next",
    query: z.strictObject({}),
    answer: z.object({
      computedAt: z.iso.datetime({ offset: true }).nullable(),
      level: z.number(),
      state: z.enum(["ready", "not-enough", "computing"]),
      needs: z.number().int(),
      kinds: HierarchyAnswer,
      competences: HierarchyAnswer,
      seasons: z.array(z.object({ quarter: z.number().int(), perYear: Figure, expected: z.number() })),
      topics: z.object({ needs: TopicsAnswer, projects: TopicsAnswer, calls: TopicsAnswer }).nullable(),
      precision: z.object({ tests: z.number().int(), ...Shares, popular: z.object(Shares) }).nullable(),
      next: z.array(
        z.object({
          organisation: z.string(),
          own: z.number().int(),
          kinds: Likely,
          competences: Likely,
        }),
      ),
    }),
    handle: async ({ ctx }) => {
      const { needs, topics, next, computedAt } = await seeNeeds(ctx);
      return json({
        computedAt: computedAt?.toISOString() ?? null,
        level: LEVEL,
        state: needs?.state ?? "computing",
        needs: needs?.needs ?? 0,
        kinds: needs && hierarchyAnswer(needs, "kinds"),
        competences: needs && hierarchyAnswer(needs, "competences"),
        seasons: needs?.seasons ?? [],
        topics: topics && {
          needs: topicsAnswer(topics.needs),
          projects: topicsAnswer(topics.projects),
          calls: topicsAnswer(topics.calls),
        },
        precision: needs?.precision ?? null,
        next: next.map(({ slug, own, kinds, competences }) => ({
          organisation: slug,
          own,
          kinds,
          competences,
        })),
      });
    },
  }),
];
