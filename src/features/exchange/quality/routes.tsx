import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, get, json, page, type Route } from "../../../access/route.ts";
import { displayName } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { ListQuery } from "../matching/schema.ts";
import { CLUSTER_EXAMPLE } from "../needs/cluster.ts";
import { qualityOf, suggestionsOf } from "./actions.ts";
import { sayQuality } from "./messages.ts";
import { gapColumns, MembersPage, memberColumns, QualityPage } from "./page.tsx";
import { SuggestionsPage, suggestionColumns } from "./suggestions-page.tsx";

const BASE = "/clusters/:cluster/exchange/quality";

const Month = z.string().regex(/^\d{4}-\d{2}$/);
const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const SuggestionsQuery = ListQuery.extend({
  month: Month.optional().catch(undefined),
  organisation: Slug.optional().catch(undefined),
  answered: z.literal("yes").optional().catch(undefined),
});

const here = async ({ ctx }: { ctx: Context }) => ctx.cluster && { clusterId: ctx.cluster.id };
const common = {
  rule: "exchange.quality",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: here,
} as const;

const Share = z.number().nullable();
const Counted = {
  shown: z.number().int(),
  answered: z.number().int(),
  good: z.number().int(),
  precision: Share,
};
const Asked = { asked: z.number().int(), answered: z.number().int(), median: Share };
const Spread = z.object({ gini: Share, curve: z.array(z.object({ size: z.number(), share: z.number() })) });

export const qualityRoutes: Route[] = [
  get(BASE, {
    ...common,
    summary: "Precision of suggestions by month, time to an answer, needs without a match, concentration",
    handle: async ({ ctx }) =>
      page(
        { title: sayQuality(ctx.locale)("quality.title"), personal: true },
        <QualityPage ctx={ctx} quality={await qualityOf(ctx)} />,
      ),
  }),
  get(`${BASE}/suggestions`, {
    ...common,
    summary: "The suggestions behind the figures, by month and organisation",
    query: SuggestionsQuery,
    handle: async ({ ctx, query, search }) => {
      const rows = await suggestionsOf(ctx, query);
      if (query.format)
        return listFile(query.format, `${ctx.cluster!.slug}-suggestions`, suggestionColumns(ctx), rows);
      return page(
        { title: sayQuality(ctx.locale)("suggestions.title"), personal: true },
        <SuggestionsPage ctx={ctx} rows={rows} query={search} />,
      );
    },
  }),
  get(`${BASE}/members`, {
    ...common,
    summary: "How often each member was suggested, as shown and by relevance alone",
    query: ListQuery,
    handle: async ({ ctx, query }) => {
      const quality = await qualityOf(ctx);
      if (query.format)
        return listFile(query.format, `${ctx.cluster!.slug}-suggested`, memberColumns(ctx), quality.members);
      return page(
        { title: sayQuality(ctx.locale)("spread.title"), personal: true },
        <MembersPage ctx={ctx} quality={quality} />,
      );
    },
  }),
  get(`${BASE}/gaps`, {
    ...common,
    summary: "Open needs without a good match, as a file",
    query: ListQuery,
    handle: async ({ ctx, query, publicUrl }) => {
      const { gaps } = await qualityOf(ctx);
      return listFile(query.format ?? "csv", `${ctx.cluster!.slug}-gaps`, gapColumns(ctx, publicUrl), gaps);
    },
  }),
  api.get(`/api/v1${BASE}`, {
    ...common,
    summary: "Precision of suggestions by month, time to an answer, needs without a match, concentration",
    query: z.strictObject({}),
    answer: z.object({
      since: z.iso.date(),
      precision: z.object(Counted),
      months: z.array(z.object({ month: z.string(), ...Counted })),
      answers: z.object(Asked),
      answersByMonth: z.array(z.object({ month: z.string(), ...Asked })),
      gaps: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          kind: z.string(),
          organisation: z.object({ slug: z.string(), name: z.string() }),
          deadline: z.iso.date().nullable(),
          best: z.number(),
          computedAt: z.iso.datetime({ offset: true }),
        }),
      ),
      spread: Spread,
      spreadByRelevance: Spread,
      members: z.array(
        z.object({ slug: z.string(), name: z.string(), shown: z.number().int(), plain: z.number().int() }),
      ),
    }),
    handle: async ({ ctx }) => {
      const quality = await qualityOf(ctx);
      return json({
        since: quality.since,
        precision: quality.precision,
        months: quality.months,
        answers: quality.answers,
        answersByMonth: quality.answersBy,
        gaps: quality.gaps.map(({ id, title, kind, slug, name, deadline, best, computedAt }) => ({
          id,
          title,
          kind,
          organisation: { slug, name: displayName(name) },
          deadline,
          best,
          computedAt: new Date(computedAt).toISOString(),
        })),
        spread: quality.spread,
        spreadByRelevance: quality.spreadPlain,
        members: quality.members.map(({ slug, name, shown, plain }) => ({
          slug,
          name: displayName(name),
          shown,
          plain,
        })),
      });
    },
  }),
];
