import type { Context } from "../../../../access/context.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import {
  type DatasetRow,
  findDatasets,
  type Measure,
  type PanelHead,
  panelHead,
  regionCells,
} from "../../data/panel.ts";
import { readResult, resultRow } from "../../data/results.ts";
import type { LevelTest } from "./forecast-level.ts";
import { homeRegion } from "./home-region.ts";
import { aheadParams, isActivity, KEPT, LEAST_KNOWN, SIDE, type Summary } from "./kept.ts";

/** What the address asks for; what the panel does not have is as if it had not been asked. */
export interface Asked {
  dataset?: string | undefined;
  measure?: string | undefined;
  region?: string | undefined;
  activity?: string | undefined;
}

/** In place of a region's code: an activity in all of them. */
export const TOGETHER = "all";

export interface Choice {
  code: string;
  name: string;
}

/** How one stands: there is a line, or a reason why there is none. */
export type State = "ready" | "too-short" | "no-amounts" | "computing" | "cell-too-short" | "unknown";

export interface Ahead {
  period: string;
  ahead: number;
  mean: number;
  lower: number | null;
  upper: number | null;
}

/** An activity of the region: now and in the last period that was forecast. */
export interface Expected extends Choice {
  now: number;
  later: number;
  lower: number | null;
  upper: number | null;
  change: number;
}

export interface PanelSeen {
  head: PanelHead;
  measure: Measure;
  state: State;
  /** `null` where all are taken together. */
  region: Choice | null;
  activity: Choice | null;
  history: { period: string; value: number | null }[];
  ahead: Ahead[];
  tests: LevelTest[];
  /** WAPE of this region or activity alone, ours and naive, by periods ahead. */
  own: { ahead: number; ours: number | null; naive: number | null }[];
  expected: Expected[];
  computedAt: Date | null;
}

export interface Seen {
  datasets: { slug: string; title: string }[];
  panel: PanelSeen | null;
}

export async function seePanel(ctx: Context, asked: Asked): Promise<Seen> {
  const { actor, cluster, locale } = ctx;
  return ctx.read(async (db) => {
    const all = await findDatasets(db, actor, cluster!.id);
    const panels = panelsOf(all);
    const datasets = panels.map(({ slug, title }) => ({ slug, title: title[locale] }));
    const slug = panels.find((one) => one.slug === asked.dataset)?.slug ?? firstOf(all)?.slug;
    const head = slug ? await panelHead(db, actor, cluster!.id, slug) : null;
    return { datasets, panel: head && head.measures.length > 0 ? await seeHead(ctx, db, head, asked) : null };
  });
}

const panelsOf = (datasets: readonly DatasetRow[]) =>
  datasets.filter(({ kind, version }) => kind === "panel" && version > 0);

/** The longest series says most. */
export const firstOf = (datasets: readonly DatasetRow[]): DatasetRow | undefined =>
  panelsOf(datasets).toSorted((a, b) => b.periods.length - a.periods.length)[0];

async function seeHead(ctx: Context, db: Db, head: PanelHead, asked: Asked): Promise<PanelSeen> {
  const measure = head.measures.find(({ key }) => key === asked.measure) ?? head.measures[0]!;
  const kept = await readResult(db, head, KEPT.summary, measure.key);
  const summary = kept?.value as Summary | undefined;
  const activity = head.activities.codes.findIndex((code) => code === asked.activity && isActivity(code));
  const wanted = head.regions.codes.indexOf(asked.region ?? "");
  const together = (asked.region === "" || asked.region === TOGETHER) && activity >= 0;
  const region = wanted >= 0 || together ? wanted : await homeRegion(db, ctx.cluster!.id, head);
  const seen: PanelSeen = {
    head,
    measure,
    state: summary?.state ?? "computing",
    region: choiceOf(head, "regions", region, ctx),
    activity: choiceOf(head, "activities", activity, ctx),
    history: [],
    ahead: [],
    tests: [],
    own: [],
    expected: [],
    computedAt: kept?.computedAt ?? null,
  };
  if (!summary) return seen;
  if (summary.state !== "ready")
    return { ...seen, history: await valuesBefore(db, head, measure, region, activity) };
  return fill(db, seen, summary, region, activity, ctx);
}

async function fill(
  db: Db,
  seen: PanelSeen,
  summary: Summary,
  region: number,
  activity: number,
  ctx: Context,
): Promise<PanelSeen> {
  const { head, measure } = seen;
  const width = head.activities.codes.length;
  const read = (name: string, params: string, index: number, length: number, side: "cells" | "turned") =>
    resultRow(db, head, name, params, index, length, side);
  const ofCell = region >= 0 && activity >= 0;
  const index = region >= 0 ? region : activity;
  const side = region >= 0 ? "cells" : "turned";
  const history = ofCell
    ? await valuesBefore(db, head, measure, region, activity)
    : await totals(db, seen, index, side);

  const ahead: Ahead[] = [];
  const own: PanelSeen["own"] = [];
  for (const [k, h] of summary.horizons.entries()) {
    const params = aheadParams(measure.key, h);
    const sides = await read(KEPT.sides, params, index, SIDE.length, side);
    let [mean, lower, upper] = sides ?? [];
    if (sides) own.push({ ahead: h, ours: orNull(sides[3]), naive: orNull(sides[4]) });
    if (ofCell)
      [mean, lower, upper] = await Promise.all(
        ([KEPT.mean, KEPT.lower, KEPT.upper] as const).map(
          async (name) => (await read(name, params, region, width, "cells"))?.[activity],
        ),
      );
    if (mean !== undefined && !Number.isNaN(mean))
      ahead.push({ period: summary.ahead[k]!, ahead: h, mean, lower: orNull(lower), upper: orNull(upper) });
  }
  const known = ofCell
    ? ((await read(KEPT.known, measure.key, region, width, "cells"))?.[activity] ?? 0)
    : null;
  const isShort = known !== null && known < LEAST_KNOWN;
  return {
    ...seen,
    state: isShort ? "cell-too-short" : ahead.length === 0 ? "unknown" : "ready",
    history,
    ahead: isShort ? [] : ahead,
    own,
    tests: levelOf(summary, head, region)?.tests ?? [],
    expected: region >= 0 && activity < 0 ? await expectedOf(db, seen, summary, region, ctx) : [],
  };
}

/** The regions that lie as deep as this one; those the panel begins with where all are taken together. */
function levelOf({ levels }: Summary, { regions }: PanelHead, region: number) {
  const depth = regions.codes[region]?.length;
  return levels.find(({ key }) => depth !== undefined && key === `nuts${depth - 2}`) ?? levels[0];
}

async function valuesBefore(db: Db, head: PanelHead, { key }: Measure, region: number, activity: number) {
  if (region < 0 || activity < 0) return head.periods.map((period) => ({ period, value: null }));
  const width = head.activities.codes.length;
  return Promise.all(
    head.periods.map(async (period) => ({
      period,
      value: orNull((await regionCells(db, head, key, period, region, width))[activity]),
    })),
  );
}

async function totals(db: Db, { head, measure }: PanelSeen, index: number, side: "cells" | "turned") {
  const row = await resultRow(db, head, KEPT.totals, measure.key, index, head.periods.length, side);
  return head.periods.map((period, t) => ({ period, value: orNull(row?.[t]) }));
}

/** Every activity of a region that is known well enough, those that gain most first. */
async function expectedOf(
  db: Db,
  { head, measure }: PanelSeen,
  summary: Summary,
  region: number,
  { locale }: Context,
): Promise<Expected[]> {
  const width = head.activities.codes.length;
  const params = aheadParams(measure.key, summary.horizons.at(-1)!);
  const row = (name: string, of: string) => resultRow(db, head, name, of, region, width, "cells");
  const [mean, lower, upper, known, now] = await Promise.all([
    row(KEPT.mean, params),
    row(KEPT.lower, params),
    row(KEPT.upper, params),
    row(KEPT.known, measure.key),
    regionCells(db, head, measure.key, head.periods.at(-1)!, region, width),
  ]);
  return head.activities.codes
    .flatMap((code, c): Expected[] => {
      const later = mean?.[c] ?? Number.NaN;
      const current = now[c]!;
      if (Number.isNaN(later) || Number.isNaN(current) || (known?.[c] ?? 0) < LEAST_KNOWN) return [];
      return [
        {
          code,
          name: head.activities.names[locale][c]!,
          now: current,
          later,
          lower: orNull(lower?.[c]),
          upper: orNull(upper?.[c]),
          change: later - current,
        },
      ];
    })
    .sort((a, b) => b.change - a.change);
}

const choiceOf = (head: PanelHead, side: "regions" | "activities", at: number, { locale }: Context) =>
  at < 0 ? null : { code: head[side].codes[at]!, name: head[side].names[locale][at]! };

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
