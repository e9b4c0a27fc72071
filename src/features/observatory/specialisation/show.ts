import { entry, exit } from "@kontor/analytics";
import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { resultRow } from "../data/results.ts";
import type { ActivityShown } from "./activity-page.tsx";
import { drawnOnce } from "./drawn.ts";
import { activityFigures, activityRows, quotientsOf, regionFigures, strongest } from "./figures.ts";
import { KEPT, paramsOf } from "./kept.ts";
import type { Shown } from "./page.tsx";
import type { Moved, RegionShown } from "./region-page.tsx";
import type { Asked } from "./schema.ts";
import { type Stage, type Staged, stageFor } from "./stage.ts";

type Missing = Exclude<Staged, { kind: "ready" }>;
type Show<T> = { kind: "ready"; shown: T } | Missing;

/** The specialisation of a region: what the page, its files and the program's answer show. */
export async function gatherSpecialisation(db: Db, ctx: Context, stage: Stage): Promise<Shown> {
  const regions = stage.compared.length > 0 ? [stage.region, ...stage.compared] : [];
  const [figures, quotients] = await Promise.all([regionFigures(db, stage), quotientsOf(db, stage, regions)]);
  const activity = stage.activity ?? strongest(figures.rows)[0]?.activity ?? null;
  return {
    ctx,
    stage,
    figures,
    mapped: activity === null ? null : { activity, rows: await activityRows(db, stage, activity) },
    compared: quotients.map((row, i) => ({ region: regions[i]!, quotients: row })),
  };
}

export const showSpecialisation = (ctx: Context, asked: Asked): Promise<Show<Shown>> =>
  staged(ctx, asked, {}, (db, stage) => gatherSpecialisation(db, ctx, stage));

export const showRegion = (ctx: Context, asked: Asked): Promise<Show<RegionShown>> =>
  staged(ctx, asked, { region: true }, async (db, stage) => {
    const [figures, { entered, left }, near] = await Promise.all([
      regionFigures(db, stage),
      movedIn(db, stage),
      nearIn(db, stage),
    ]);
    return { ctx, stage, figures, entered, left, option: near && nearest(figures.rows, near) };
  });

export async function gatherActivity(db: Db, ctx: Context, stage: Stage): Promise<ActivityShown> {
  const [rows, figures] = await Promise.all([
    activityRows(db, stage, stage.activity!),
    activityFigures(db, stage),
  ]);
  return { ctx, stage, rows, figures: figures[stage.activity!]! };
}

export const showActivity = (ctx: Context, asked: Asked): Promise<Show<ActivityShown>> =>
  staged(ctx, asked, { activity: true }, (db, stage) => gatherActivity(db, ctx, stage));

export const staged = <T>(
  ctx: Context,
  asked: Asked,
  strict: Parameters<typeof stageFor>[3],
  show: (db: Db, stage: Stage) => Promise<T>,
): Promise<Show<T>> =>
  ctx.read(async (db) => {
    const found = await stageFor(db, ctx, asked, strict);
    return found.kind === "ready" ? { kind: "ready", shown: await show(db, found.stage) } : found;
  });

/** What crossed the line of 1 between the two periods, the largest step first. */
async function movedIn(db: Db, stage: Stage): Promise<{ entered: Moved[]; left: Moved[] }> {
  const { from, period, counted } = stage;
  if (!from) return { entered: [], left: [] };
  const [[then], [now]] = (await Promise.all(
    [from, period].map((one) => quotientsOf(db, { ...stage, period: one }, [stage.region])),
  )) as [Float64Array[], Float64Array[]];
  const known = counted.filter(
    (activity) => !Number.isNaN(then![activity]!) && !Number.isNaN(now![activity]!),
  );
  const has = (row: Float64Array) => [known.map((activity) => (row[activity]! >= 1 ? 1 : 0))];
  const moves = (cells: ArrayLike<number>) =>
    known
      .map((activity) => ({ activity, was: then![activity]!, now: now![activity]! }))
      .filter((_, i) => cells[i] === 1)
      .sort((a, b) => Math.abs(b.now - b.was) - Math.abs(a.now - a.was));
  return {
    entered: moves(entry(has(then!), has(now!)).row(0)),
    left: moves(exit(has(then!), has(now!)).row(0)),
  };
}

/** How near each activity is to what the region has; `null` where this period's options are not kept. */
async function nearIn(db: Db, { head, ready, measure, period, region }: Stage): Promise<Float64Array | null> {
  if (!ready.optionPeriods.includes(period)) return null;
  const width = head.activities.codes.length;
  return resultRow(db, head, KEPT.options, paramsOf(measure.key, period), region, width * 2, "cells");
}

/** Of what the region lacks and what is more complex than the mean, the nearest. */
function nearest(rows: Shown["figures"]["rows"], near: Float64Array): number | null {
  const options = rows.filter(({ quotient, of }) => quotient < 1 && of.pci > 0);
  return options.sort((a, b) => near[b.activity]! - near[a.activity]!)[0]?.activity ?? null;
}

/** A page that is drawn once for its state, of what `gather` finds where it was not drawn yet. */
export const drawnPage = <T>(
  ctx: Context,
  asked: Asked,
  { page, ...strict }: { page: string } & NonNullable<Parameters<typeof stageFor>[3]>,
  gather: (db: Db, ctx: Context, stage: Stage) => Promise<T>,
  draw: (shown: T) => Child,
): Promise<Show<{ stage: Stage; content: Child }>> =>
  staged(ctx, asked, strict, async (db, stage) => ({
    stage,
    content: await drawnOnce(ctx, stage, page, async () => draw(await gather(db, ctx, stage))),
  }));
