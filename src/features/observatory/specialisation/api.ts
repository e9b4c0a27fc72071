import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { EXAMPLE } from "./example.ts";
import { ActivityPath, PictureApiQuery, RegionPath } from "./schema.ts";
import { showActivity, showRegion, showSpecialisation } from "./show.ts";
import type { Stage, Staged } from "./stage.ts";
import { panelSubject } from "./subject.ts";

const BASE = "/api/v1/clusters/:cluster/observatory";

/** A number, or null where it is not defined or secret. */
export const Known = z.number().nullable();
export const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const Thing = z.object({ code: z.string(), name: z.string() });

/** What every answer says of itself: from which data, of when, computed when. */
export const FromAnswer = z.object({
  dataset: z.string(),
  version: z.number().int(),
  measure: z.string(),
  period: z.string(),
  from: z.string().nullable(),
  regions: z.number().int(),
  activities: z.number().int(),
  source: z.string(),
  licence: z.string(),
  credit: z.string(),
  computedAt: z.iso.datetime(),
});

export const fromOf = ({ head, measure, period, from, level, counted, computedAt }: Stage) => ({
  dataset: head.slug,
  version: head.version,
  measure: measure.key,
  period,
  from,
  regions: level.regions.length,
  activities: counted.length,
  source: head.source,
  licence: head.licence,
  credit: head.credit,
  computedAt: computedAt.toISOString(),
});

export const thing = (side: { codes: string[]; names: Record<"en" | "de", string[]> }, index: number) => ({
  code: side.codes[index]!,
  name: side.names.en[index] ?? side.codes[index]!,
});

/** While pictures are computed there is nothing to answer yet. */
export const notReady = (found: Exclude<Staged, { kind: "ready" }>): Reply =>
  found.kind === "computing"
    ? problem("conflict", "The pictures of this dataset are still being computed.")
    : problem("not-found");

const ActivityAnswer = z.object({
  activity: Thing,
  amount: Known,
  cell: z.enum(["value", "missing", "secret", "estimated"]),
  share: Known,
  quotient: Known,
  growth: Known,
  change: Known,
  national: Known,
  mix: Known,
  regional: Known,
  gini: Known,
  complexity: Known,
});

const RegionNumbers = z.object({
  total: Known,
  strengths: Known,
  krugman: Known,
  complexity: Known,
  outlook: Known,
  unrelatedVariety: Known,
  relatedVariety: Known,
});

const SpecialisationAnswer = z.object({
  from: FromAnswer,
  region: Thing,
  figures: RegionNumbers,
  parts: z
    .object({ change: z.number(), national: z.number(), mix: z.number(), regional: z.number() })
    .nullable(),
  activities: z.array(ActivityAnswer),
  compared: z.array(z.object({ region: Thing, quotients: z.record(z.string(), Known) })),
});

const RegionAnswer = SpecialisationAnswer.omit({ compared: true }).extend({
  entered: z.array(z.object({ activity: Thing, was: z.number(), now: z.number() })),
  left: z.array(z.object({ activity: Thing, was: z.number(), now: z.number() })),
});

const InRegion = z.object({ region: Thing, amount: Known, quotient: Known, growth: Known });
const ActivityPageAnswer = z.object({
  from: FromAnswer,
  activity: Thing,
  total: Known,
  share: Known,
  gini: Known,
  complexity: Known,
  inRegions: z.array(InRegion),
});

type Found = Extract<Awaited<ReturnType<typeof showSpecialisation>>, { kind: "ready" }>["shown"];

const regionPart = ({ stage, figures }: Pick<Found, "stage" | "figures">) => ({
  from: fromOf(stage),
  region: thing(stage.head.regions, stage.region),
  figures: {
    total: known(figures.figures.total),
    strengths: known(figures.figures.strengths),
    krugman: known(figures.figures.krugman),
    complexity: known(figures.figures.eci),
    outlook: known(figures.figures.outlook),
    unrelatedVariety: known(figures.figures.unrelated),
    relatedVariety: known(figures.figures.related),
  },
  parts: figures.parts && {
    change: figures.parts.change,
    national: figures.parts.national,
    mix: figures.parts.mix,
    regional: figures.parts.regional,
  },
  activities: figures.rows.map((row) => ({
    activity: thing(stage.head.activities, row.activity),
    amount: known(row.amount),
    cell: row.mark,
    share: known(row.share),
    quotient: known(row.quotient),
    growth: known(row.growth),
    change: known(row.change),
    national: known(row.national),
    mix: known(row.mix),
    regional: known(row.regional),
    gini: known(row.of.gini),
    complexity: known(row.of.pci),
  })),
});

const common = { rule: "dataset.see", subject: panelSubject, query: PictureApiQuery } as const;

export const specialisationApi: Route[] = [
  api.get(`${BASE}/specialisation`, {
    ...common,
    summary: "What a region is specialised in, by activity, with shift-share and a comparison",
    params: ClusterPath,
    answer: SpecialisationAnswer,
    example: EXAMPLE,
    handle: async ({ ctx, query }) => {
      const found = await showSpecialisation(ctx, query);
      if (found.kind !== "ready") return notReady(found);
      const { stage, compared } = found.shown;
      const { activities, regions } = stage.head;
      return json({
        ...regionPart(found.shown),
        compared: compared.map(({ region, quotients }) => ({
          region: thing(regions, region),
          quotients: Object.fromEntries(
            stage.counted.map((activity) => [activities.codes[activity]!, known(quotients[activity]!)]),
          ),
        })),
      });
    },
  }),
  api.get(`${BASE}/regions/:region`, {
    ...common,
    summary: "One region: its activities, and what it entered and gave up",
    params: RegionPath,
    answer: RegionAnswer,
    example: { ...EXAMPLE, region: "02000" },
    handle: async ({ ctx, query, params }) => {
      const found = await showRegion(ctx, { ...query, region: params.region });
      if (found.kind !== "ready") return notReady(found);
      const { stage, entered, left } = found.shown;
      const moved = (rows: typeof entered) =>
        rows.map(({ activity, was, now }) => ({
          activity: thing(stage.head.activities, activity),
          was,
          now,
        }));
      return json({ ...regionPart(found.shown), entered: moved(entered), left: moved(left) });
    },
  }),
  api.get(`${BASE}/activities/:activity`, {
    ...common,
    summary: "One activity in every region",
    params: ActivityPath,
    answer: ActivityPageAnswer,
    example: { ...EXAMPLE, activity: "252" },
    handle: async ({ ctx, query, params }) => {
      const found = await showActivity(ctx, { ...query, activity: params.activity });
      if (found.kind !== "ready") return notReady(found);
      const { stage, rows, figures } = found.shown;
      return json({
        from: fromOf(stage),
        activity: thing(stage.head.activities, stage.activity!),
        total: known(figures.total),
        share: known(figures.share),
        gini: known(figures.gini),
        complexity: known(figures.pci),
        inRegions: rows.map((row) => ({
          region: thing(stage.head.regions, row.region),
          amount: known(row.amount),
          quotient: known(row.quotient),
          growth: known(row.growth),
        })),
      });
    },
  }),
];
