import { entry, exit } from "@kontor/analytics";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { resultRow } from "../data/results.ts";
import type { ActivityShown } from "./activity-page.tsx";
import { activityFigures, activityRows, quotientsOf, regionFigures } from "./figures.ts";
import { KEPT, paramsOf } from "./kept.ts";
import { type Shown, strongest } from "./page.tsx";
import type { Moved, RegionShown } from "./region-page.tsx";
import type { Asked } from "./schema.ts";
import { type Stage, type Staged, stageFor } from "./stage.ts";

type Missing = Exclude<Staged, { kind: "ready" }>;
type Show<T> = { kind: "ready"; shown: T } | Missing;

/** The specialisation of a region: what the page, its files and the program's answer show. */
export const showSpecialisation = (ctx: Context, asked: Asked): Promise<Show<Shown>> =>
  staged(ctx, asked, {}, async (db, stage) => {
    const figures = await regionFigures(db, stage);
    const activity = stage.activity ?? strongest(figures.rows)[0]?.activity ?? null;
    const regions = [stage.region, ...stage.compared];
    const quotients = await quotientsOf(db, stage, stage.compared.length > 0 ? regions : []);
    return {
      ctx,
      stage,
      figures,
      mapped: activity === null ? null : { activity, rows: await activityRows(db, stage, activity) },
      compared: quotients.map((row, i) => ({ region: regions[i]!, quotients: row })),
    };
  });

export const showRegion = (ctx: Context, asked: Asked): Promise<Show<RegionShown>> =>
  staged(ctx, asked, { region: true }, async (db, stage) => {
    const figures = await regionFigures(db, stage);
    const { entered, left } = await movedIn(db, stage);
    return { ctx, stage, figures, entered, left, option: await nearOption(db, stage, figures.rows) };
  });

export const showActivity = (ctx: Context, asked: Asked): Promise<Show<ActivityShown>> =>
  staged(ctx, asked, { activity: true }, async (db, stage) => ({
    ctx,
    stage,
    rows: await activityRows(db, stage, stage.activity!),
    figures: (await activityFigures(db, stage))[stage.activity!]!,
  }));

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
  const [then] = await quotientsOf(db, { ...stage, period: from }, [stage.region]);
  const [now] = await quotientsOf(db, { ...stage, period }, [stage.region]);
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

/** Of what the region lacks and what is more complex than the mean, the nearest. */
async function nearOption(
  db: Db,
  { head, ready, measure, period, region }: Stage,
  rows: Shown["figures"]["rows"],
): Promise<number | null> {
  if (!ready.optionPeriods.includes(period)) return null;
  const width = head.activities.codes.length;
  const near = await resultRow(
    db,
    head,
    KEPT.options,
    paramsOf(measure.key, period),
    region,
    width * 2,
    "cells",
  );
  const options = rows.filter(({ quotient, of }) => quotient < 1 && of.pci > 0);
  return options.toSorted((a, b) => near![b.activity]! - near![a.activity]!)[0]?.activity ?? null;
}
