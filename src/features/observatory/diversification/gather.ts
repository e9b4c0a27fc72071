import { locationQuotient } from "@kontor/analytics";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { readResult, resultRow } from "../data/results.ts";
import type { Accuracy } from "../specialisation/accuracy.ts";
import { type ActivityRow, type RegionFigures, regionFigures } from "../specialisation/figures.ts";
import { KEPT, paramsOf } from "../specialisation/kept.ts";
import type { Stage } from "../specialisation/stage.ts";
import type { Space } from "./measure-space.ts";

/** An activity as a possibility of the region. What is not defined is NaN. */
export interface Option extends ActivityRow {
  /** How much of what it is related to the region has. */
  density: number;
  /** How much it would open up. */
  gain: number;
  /** Of entering within as many years as were learned from; the same by the quotient alone. */
  chance: number;
  baseline: number;
}

export interface DiversificationShown {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
  /** All activities; `null` where this period's options are not kept. */
  options: Option[] | null;
  space: Space;
  accuracy: Accuracy | null;
  families: Family[];
}

/** Related activities together. */
export interface Family {
  family: number;
  /** Its activities, the largest of the region first. */
  activities: number[];
  has: number;
  amount: number;
  quotient: number;
  /** The nearest activity it lacks. */
  lacks: number | null;
}

export async function gatherDiversification(
  db: Db,
  ctx: Context,
  stage: Stage,
): Promise<DiversificationShown> {
  const { head, measure, level } = stage;
  const [figures, fits, kept, accuracy] = await Promise.all([
    regionFigures(db, stage),
    fitsOf(db, stage),
    readResult(db, head, KEPT.space, paramsOf(measure.key, level.key)),
    accuracyOf(db, stage),
  ]);
  const options = fits && optionsFrom(figures.rows, fits);
  const space = kept!.value as Space;
  return { ctx, stage, figures, options, space, accuracy, families: familiesOf(space, figures, options) };
}

export async function accuracyOf(db: Db, { head, measure, level }: Stage): Promise<Accuracy | null> {
  const kept = await readResult(db, head, KEPT.accuracy, paramsOf(measure.key, level.key));
  const accuracy = (kept?.value ?? null) as Accuracy | null;
  return accuracy && accuracy.tracks.length > 0 ? accuracy : null;
}

/** How well activities fit a region, by their position. */
interface Fits {
  density: Float64Array;
  gain: Float64Array;
  chance: Float64Array | null;
  baseline: Float64Array | null;
}

/** `null` where this period's options are not kept. */
export async function fitsOf(db: Db, { head, ready, measure, period, region }: Stage): Promise<Fits | null> {
  if (!ready.optionPeriods.includes(period)) return null;
  const width = head.activities.codes.length;
  const row = (name: string, ...params: string[]) =>
    resultRow(db, head, name, paramsOf(measure.key, ...params), region, width * 2, "cells");
  const [near, chances] = await Promise.all([
    row(KEPT.options, period),
    // Chances were learned up to the last period, and hold from there.
    period === ready.periods.at(-1) ? row(KEPT.chances) : null,
  ]);
  return {
    density: near!.subarray(0, width),
    gain: near!.subarray(width),
    chance: chances?.subarray(0, width) ?? null,
    baseline: chances?.subarray(width) ?? null,
  };
}

export const optionsFrom = (rows: readonly ActivityRow[], fits: Fits | null): Option[] =>
  rows.map((row) => ({
    ...row,
    density: fits?.density[row.activity] ?? Number.NaN,
    gain: fits?.gain[row.activity] ?? Number.NaN,
    chance: fits?.chance?.[row.activity] ?? Number.NaN,
    baseline: fits?.baseline?.[row.activity] ?? Number.NaN,
  }));

/** What the region lacks: below 1, and near something. */
export const lacking = (options: readonly Option[]): Option[] =>
  options.filter((one) => one.quotient < 1 && !Number.isNaN(one.density));

/** Of what is more complex than the mean, the nearest first. */
export const worthwhile = (options: readonly Option[]): Option[] =>
  lacking(options)
    .filter((one) => one.of.pci > 0)
    .toSorted((a, b) => b.density - a.density);

/** Nearer than the middle of the options, and more complex than the mean; the nearest first. */
export function promising(options: readonly Option[]): Option[] {
  const middle = middleDensity(options);
  return worthwhile(options).filter(({ density }) => density > middle);
}

/** The density in the middle of what the region lacks. */
export function middleDensity(options: readonly Option[]): number {
  const order = open(options)
    .map(({ density }) => density)
    .sort((a, b) => a - b);
  return order[order.length >> 1] ?? 0;
}

/** What can be drawn of what the region lacks. */
export const open = (options: readonly Option[]): Option[] =>
  lacking(options).filter(({ of }) => Number.isFinite(of.pci));

function familiesOf(
  space: Space,
  { rows, figures }: RegionFigures,
  options: readonly Option[] | null,
): Family[] {
  const byActivity = new Map(rows.map((row) => [row.activity, row]));
  const density = new Map(options?.map((one) => [one.activity, one.density]));
  const sum = (values: number[]) => values.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
  const everything = sum(rows.map((row) => row.of.total));
  return [...Map.groupBy(space.nodes, ({ family }) => family)]
    .map(([family, nodes]): Family => {
      const members = nodes
        .map(({ activity }) => byActivity.get(activity)!)
        .sort((a, b) => (b.amount || 0) - (a.amount || 0));
      const amount = sum(members.map((row) => row.amount));
      const whole = sum(members.map((row) => row.of.total));
      const missing = members
        .filter((row) => row.quotient < 1)
        .sort((a, b) => (density.get(b.activity) || 0) - (density.get(a.activity) || 0));
      return {
        family,
        activities: members.map((row) => row.activity),
        has: members.filter((row) => row.quotient >= 1).length,
        amount,
        // The region against all others together, the family against all else: the quotient with the whole as benchmark.
        quotient: locationQuotient([
          [amount, figures.total - amount],
          [whole - amount, everything - whole - (figures.total - amount)],
        ]).at(0, 0),
        lacks: missing[0]?.activity ?? null,
      };
    })
    .sort((a, b) => b.quotient - a.quotient);
}
