import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import { api, file, get, json, page, type Route } from "../../../../access/route.ts";
import { type ExportColumn, formatMonth, toCsv, toXlsx } from "../../../../ui/index.ts";
import { CLUSTER_EXAMPLE } from "../../needs/cluster.ts";
import { sayOutcome } from "../outcomes/messages.ts";
import { FiguresFilter, FiguresQuery } from "../outcomes/schema.ts";
import { type Sum, sumsOf } from "../outcomes/store.ts";
import { hereSubject } from "../subject.ts";
import { OUTCOME_WORDS, OUTCOMES } from "../words.ts";
import { type OutcomeCount, outcomesByMonth, type Progress, progressOf } from "./store.ts";
import { FiguresPage } from "./view.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface Figures {
  year: number;
  progress: Progress;
  counts: OutcomeCount[];
  sums: Sum[];
}

/** What came of introductions in a year, of those the team knows of. */
export async function figuresOf(ctx: Context, wanted: number | undefined): Promise<Figures> {
  const year = wanted ?? Number(ctx.today().slice(0, 4));
  return ctx.read(async (db) => {
    const [progress, counts, sums] = await Promise.all([
      progressOf(db, ctx.actor, year),
      outcomesByMonth(db, ctx.actor, year),
      sumsOf(db, `${year}-01-01`, `${year + 1}-01-01`),
    ]);
    return { year, progress, counts, sums };
  });
}

const show = get("/clusters/:cluster/introductions/outcomes", {
  rule: "introduction.figures",
  summary: "What came of introductions, by month and kind",
  params: ClusterPath,
  query: FiguresFilter,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, query }) => {
    const figures = await figuresOf(ctx, query.year);
    const say = sayOutcome(ctx.locale);
    if (!query.format)
      return page(
        { title: say("figures.title"), personal: true },
        <FiguresPage ctx={ctx} figures={figures} />,
      );
    const name = `${ctx.cluster!.slug}-outcomes-${figures.year}.${query.format}`;
    const columns: ExportColumn<OutcomeCount>[] = [
      { label: say("figures.month"), value: (row) => formatMonth(`${row.month}-01`, ctx.locale), width: 20 },
      { label: say("outcome.kind"), value: (row) => OUTCOME_WORDS[row.kind][ctx.locale], width: 24 },
      { label: say("figures.records"), value: (row) => row.count },
      { label: say("figures.claims"), value: (row) => row.claimed },
    ];
    return query.format === "csv"
      ? file(name, "text/csv; charset=utf-8", toCsv(columns, figures.counts))
      : file(name, XLSX, await toXlsx(columns, figures.counts, say("figures.title")));
  },
});

const read = api.get("/api/v1/clusters/:cluster/introductions/outcomes", {
  rule: "introduction.figures",
  summary: "What came of introductions, by month and kind, with the sums both sides let be counted",
  params: ClusterPath,
  query: FiguresQuery,
  answer: z.object({
    year: z.number().int(),
    progress: z.object({
      asked: z.number().int(),
      accepted: z.number().int(),
      met: z.number().int(),
      confirmed: z.number().int(),
      expired: z.number().int(),
    }),
    counts: z.array(
      z.object({
        month: z.string(),
        kind: z.enum(OUTCOMES),
        count: z.number().int(),
        claimed: z.number().int(),
      }),
    ),
    /** From three pairs on, rounded to two figures. */
    sums: z.array(z.object({ kind: z.enum(OUTCOMES), records: z.number().int(), cents: z.number() })),
  }),
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, query }) => json(await figuresOf(ctx, query.year)),
});

export const figuresRoutes: Route[] = [show, read];
