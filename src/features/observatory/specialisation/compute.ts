import type { JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { type Measure, type PanelRef, panelCells, panelSides } from "../data/panel.ts";
import { type Computed, saveResult } from "../data/results.ts";
import { periodsTold } from "./accuracy.ts";
import { KEPT, paramsOf, type Ready, RULE } from "./kept.ts";
import { activitiesOf, classesOf, levelsOf } from "./levels.ts";
import type { Layout } from "./measure-period.ts";
import { Refused, type Thread, threadFor } from "./run-thread.ts";

/** Of a panel larger than this the options of the last periods alone are kept: they take twice the room of the panel. */
const MOST_OPTIONS = 4_000_000;
const PERIODS_OF_LARGE = 2;

/** Everything the pages show of a panel, from one version of it. A period at a time: none holds the whole panel. */
export async function computePanel(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const ref: PanelRef = {
    clusterId: String(payload.clusterId),
    datasetId: String(payload.datasetId),
    version: Number(payload.version),
  };
  const began = performance.now();
  const panel = await house.system("pictures of a panel", (unit) => readPanel(unit, ref));
  if (!panel) return;
  const { layout, measures, periods } = panel;
  const cells = layout.regions * layout.activities * periods.length;
  const optionPeriods = cells > MOST_OPTIONS ? periods.slice(-PERIODS_OF_LARGE) : periods;
  const ready: Ready = {
    rule: RULE,
    measures: [],
    unfit: [],
    periods,
    optionPeriods,
    levels: layout.levels.map(({ key, regions }) => ({ key, regions: regions.length })),
    tookMs: 0,
  };
  const thread = await threadFor(layout, periods.length);
  try {
    for (const { key } of measures) {
      try {
        await computeMeasure({ house, ref, layout, thread, ready }, key);
        ready.measures.push(key);
      } catch (error) {
        // Rates and differences are no amounts: nothing of this can be said of them.
        if (!(error instanceof Refused)) throw error;
        ready.unfit.push(key);
      }
    }
  } finally {
    await thread.end();
  }
  const tookMs = Math.round(performance.now() - began);
  await keep(house, ref, KEPT.ready, "", { value: { ...ready, tookMs }, tookMs });
}

interface Work {
  house: JobHouse;
  ref: PanelRef;
  layout: Layout;
  thread: Thread;
  ready: Ready;
}

async function computeMeasure({ house, ref, layout, thread, ready }: Work, measure: string): Promise<void> {
  const { periods, optionPeriods } = ready;
  const save = (name: string, params: readonly string[], computed: Omit<Computed, "tookMs">, from: number) =>
    keep(house, ref, name, paramsOf(measure, ...params), { ...computed, tookMs: performance.now() - from });

  await thread.run({ step: "begin" });
  for (const period of periods) {
    const from = performance.now();
    const block = await house.system("pictures of a panel", ({ db }) => panelCells(db, ref, measure, period));
    if (!block) throw new Refused(`Nothing is kept of ${measure} in ${period}.`);
    const withOptions = optionPeriods.includes(period);
    const found = await thread.run({ step: "period", period, cells: block.cells, withOptions }, [
      block.cells.buffer as ArrayBuffer,
    ]);
    await save(KEPT.quotients, [period], { cells: found.quotients, turned: found.quotientsTurned }, from);
    await save(KEPT.amounts, [period], { turned: found.amountsTurned }, from);
    await save(KEPT.regions, [period], { cells: found.regionFigures }, from);
    for (const [level, figures] of Object.entries(found.activityFigures))
      await save(KEPT.activities, [period, level], { cells: figures }, from);
    if (found.options) await save(KEPT.options, [period], { cells: found.options }, from);
  }
  for (const [i, from] of periods.entries())
    for (const to of periods.slice(i + 1)) {
      const began = performance.now();
      const totals = await thread.run({ step: "window", from, to });
      for (const [level, cells] of Object.entries(totals))
        await save(KEPT.windows, [from, to, level], { cells }, began);
    }
  // What comes now leans on few of them, and needs the room.
  await thread.run({ step: "forget", but: periodsTold(periods) });
  for (const { key: level } of layout.levels) {
    const from = performance.now();
    const { space, proximity } = await thread.run({ step: "space", level, period: periods.at(-1)! });
    await save(KEPT.space, [level], { value: space }, from);
    await save(KEPT.proximity, [level], { cells: proximity }, from);
    const next = performance.now();
    const accuracy = await thread.run({ step: "accuracy", level, periods });
    if (accuracy) await save(KEPT.accuracy, [level], { value: accuracy }, next);
  }
  const from = performance.now();
  const chances = await thread.run({ step: "chances", periods });
  if (chances) await save(KEPT.chances, [], { cells: chances }, from);
}

const keep = (house: JobHouse, ref: PanelRef, name: string, params: string, computed: Computed) =>
  house.system("pictures of a panel", (unit) => saveResult(unit, ref, name, params, computed));

/** `null` where a newer version took its place, or where there is nothing to compare. */
async function readPanel(
  { db }: SystemUnit,
  ref: PanelRef,
): Promise<{ layout: Layout; measures: Measure[]; periods: string[] } | null> {
  const row = await db
    .selectFrom("dataset")
    .innerJoin("datasetVersion as v", (join) =>
      join
        .onRef("v.clusterId", "=", "dataset.clusterId")
        .onRef("v.datasetId", "=", "dataset.id")
        .onRef("v.version", "=", "dataset.version"),
    )
    .select(["dataset.kind", "dataset.measures", "dataset.regionList", "dataset.activityList", "v.periods"])
    .where("dataset.clusterId", "=", ref.clusterId)
    .where("dataset.id", "=", ref.datasetId)
    .where("dataset.version", "=", ref.version)
    .executeTakeFirst();
  if (row?.kind !== "panel") return null;
  const sides = await panelSides(db, ref);
  if (!sides) return null;
  const regions = sides.regions.codes;
  const activities = sides.activities.codes;
  const layout: Layout = {
    regions: regions.length,
    activities: activities.length,
    levels: levelsOf(row.regionList, regions),
    counted: activitiesOf(activities),
    classes: classesOf(row.activityList, activities),
  };
  const comparable = layout.counted.length > 1 && layout.levels.some((level) => level.regions.length > 1);
  return comparable ? { layout, measures: row.measures as unknown as Measure[], periods: row.periods } : null;
}
