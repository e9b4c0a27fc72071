import { growth, shiftShare } from "@kontor/analytics";
import type { Db } from "../../../kernel/gateway.ts";
import { ESTIMATED, SECRET } from "../data/blocks.ts";
import { regionBlock, regionCells } from "../data/panel.ts";
import { readResult, resultRow } from "../data/results.ts";
import {
  ACTIVITY_FIGURES,
  type ActivityFigure,
  KEPT,
  named,
  paramsOf,
  REGION_FIGURES,
  type RegionFigure,
} from "./kept.ts";
import type { Stage } from "./stage.ts";

/** One activity of one region. What is not defined is NaN. */
export interface ActivityRow {
  /** Its position in the panel. */
  activity: number;
  amount: number;
  mark: "value" | "missing" | "secret" | "estimated";
  /** Of the region's whole. */
  share: number;
  quotient: number;
  before: number;
  /** In percent, from the earlier period to this one. */
  growth: number;
  /** The change, and the three parts it is made of. */
  change: number;
  national: number;
  mix: number;
  regional: number;
  of: Record<ActivityFigure, number>;
}

export interface RegionFigures {
  rows: ActivityRow[];
  figures: Record<RegionFigure, number>;
  /** All regions of the level, in its order. */
  others: Record<RegionFigure, number>[];
  /** The region's change over the window, and what it is made of; `null` without a window. */
  parts: { before: number; change: number; national: number; mix: number; regional: number } | null;
  secret: number;
}

/** A region in one period: a few rows of what is kept, read by their place. */
export async function regionFigures(db: Db, stage: Stage, region = stage.region): Promise<RegionFigures> {
  const { head, measure, period, from, level, counted } = stage;
  const width = head.activities.codes.length;
  const at = paramsOf(measure.key, period);
  // Asked together, they come together.
  const [block, before, quotients, regions, activities, window] = await Promise.all([
    regionBlock(db, head, measure.key, period, region, width),
    from ? regionCells(db, head, measure.key, from, region, width) : null,
    resultRow(db, head, KEPT.quotients, at, region, width, "cells"),
    readResult(db, head, KEPT.regions, at),
    activityFigures(db, stage),
    from ? readResult(db, head, KEPT.windows, paramsOf(measure.key, from, period, level.key)) : null,
  ]);
  const totals = window?.cells;
  const amounts = block!.cells;
  const others = level.regions.map((one) => named(REGION_FIGURES, regions!.cells!, one));
  const figures = named(REGION_FIGURES, regions!.cells!, region);
  const split = before && totals ? splitOf(counted, before, amounts, totals, width) : null;
  const rows = counted.map((activity, i): ActivityRow => {
    const mark = block!.marks[activity];
    const amount = amounts[activity]!;
    return {
      activity,
      amount,
      mark: mark === SECRET ? "secret" : mark === ESTIMATED ? "estimated" : mark ? "missing" : "value",
      share: amount / figures.total,
      quotient: quotients![activity]!,
      before: before?.[activity] ?? Number.NaN,
      growth: split?.growth[i] ?? Number.NaN,
      change: before ? amount - before[activity]! : Number.NaN,
      national: split?.national[i] ?? Number.NaN,
      mix: split?.mix[i] ?? Number.NaN,
      regional: split?.regional[i] ?? Number.NaN,
      of: activities[activity]!,
    };
  });
  return {
    rows,
    figures,
    others,
    parts: split?.whole ?? null,
    secret: rows.filter((row) => row.mark === "secret").length,
  };
}

/**
 * Growth and shift-share of one region. The library is asked with two rows, the region and all others together: that gives the same
 * as asking with all of them, as it looks at sums of the others alone.
 */
function splitOf(
  counted: readonly number[],
  before: Float64Array,
  after: Float64Array,
  totals: Float64Array,
  width: number,
) {
  const known = (activity: number) => !Number.isNaN(before[activity]!) && !Number.isNaN(after[activity]!);
  const own = (cells: Float64Array) =>
    counted.map((activity) => (known(activity) ? cells[activity]! : Number.NaN));
  const rest = (cells: Float64Array, offset: number) =>
    counted.map((activity) => totals[offset + activity]! - (known(activity) ? cells[activity]! : 0));
  const first = [own(before), rest(before, 0)];
  const then = [own(after), rest(after, width)];
  const parts = shiftShare(first, then);
  const sum = (values: readonly number[]) =>
    values.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
  return {
    growth: growth([own(before)], [own(after)]).rates.row(0),
    national: parts.national.row(0),
    mix: parts.industryMix.row(0),
    regional: parts.regional.row(0),
    whole: {
      before: sum(first[0]!),
      change: sum(then[0]!) - sum(first[0]!),
      national: parts.regions.national[0]!,
      mix: parts.regions.industryMix[0]!,
      regional: parts.regions.regional[0]!,
    },
  };
}

/** Of each activity of the panel, over the regions of the level; by position. */
export async function activityFigures(
  db: Db,
  { head, measure, period, level }: Stage,
): Promise<Record<ActivityFigure, number>[]> {
  const kept = await readResult(db, head, KEPT.activities, paramsOf(measure.key, period, level.key));
  return head.activities.codes.map((_, i) => named(ACTIVITY_FIGURES, kept!.cells!, i));
}

/** One activity in every region of the level. */
export interface RegionRow {
  region: number;
  amount: number;
  quotient: number;
  before: number;
  growth: number;
}

export async function activityRows(db: Db, stage: Stage, activity: number): Promise<RegionRow[]> {
  const { head, measure, period, from, level } = stage;
  const width = head.regions.codes.length;
  const row = (name: string, of: string) =>
    resultRow(db, head, name, paramsOf(measure.key, of), activity, width, "turned");
  const [quotients, amounts, before] = await Promise.all([
    row(KEPT.quotients, period),
    row(KEPT.amounts, period),
    from ? row(KEPT.amounts, from) : null,
  ]);
  const column = (cells: Float64Array) => level.regions.map((region) => [cells[region]!]);
  const rates = before ? growth(column(before), column(amounts!)).rates : null;
  return level.regions.map((region, i) => ({
    region,
    amount: amounts![region]!,
    quotient: quotients![region]!,
    before: before?.[region] ?? Number.NaN,
    growth: rates?.at(i, 0) ?? Number.NaN,
  }));
}

/** Several regions' quotients, each a row of the panel's width. */
export async function quotientsOf(
  db: Db,
  { head, measure, period }: Stage,
  regions: readonly number[],
): Promise<Float64Array[]> {
  const at = paramsOf(measure.key, period);
  const width = head.activities.codes.length;
  const rows = await Promise.all(
    regions.map((region) => resultRow(db, head, KEPT.quotients, at, region, width, "cells")),
  );
  return rows.map((row) => row!);
}

/** The highest quotient first; what is not known is left out. */
export const strongest = (rows: readonly ActivityRow[]): ActivityRow[] =>
  rows
    .filter((row) => !Number.isNaN(row.quotient))
    .sort((a, b) => b.quotient - a.quotient || b.amount - a.amount);

export const topRegions = (rows: readonly RegionRow[]): RegionRow[] =>
  rows.filter(({ quotient }) => !Number.isNaN(quotient)).sort((a, b) => b.quotient - a.quotient);

/** Place of a value among others, the largest first; those that are not defined stand behind. */
export const rankOf = (value: number, values: readonly number[]): number =>
  1 + values.filter((other) => other > value).length;
