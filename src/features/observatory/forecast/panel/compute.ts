import type { JobHouse } from "../../../../access/feature.ts";
import type { SystemUnit } from "../../../../kernel/gateway.ts";
import { type Measure, type PanelRef, type PanelSide, panelCells, panelSides } from "../../data/panel.ts";
import { type Computed, saveResult } from "../../data/results.ts";
import { activitiesOf, levelsOf } from "../../specialisation/levels.ts";
import { type Bounded, type LevelForecast, MANY_CELLS } from "./forecast-level.ts";
import { aheadParams, KEPT, LEAST_PERIODS, nameAhead, RULE, SIDE, type Summary, withGaps } from "./kept.ts";
import { forecastInThread } from "./run-thread.ts";

export const PANEL_FORECAST = "observatory.panel.forecast";

/** Forecasts every measure of one version of a panel, depth of region by depth, and keeps it. */
export async function forecastPanel(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const ref: PanelRef = {
    clusterId: String(payload.clusterId),
    datasetId: String(payload.datasetId),
    version: Number(payload.version),
  };
  const panel = await house.system("forecast of a panel", (unit) => readPanel(unit, ref));
  if (!panel) return;
  for (const { key } of panel.measures) await forecastMeasure(house, ref, panel, key);
}

interface Panel {
  measures: Measure[];
  periods: string[];
  regions: PanelSide;
  activities: PanelSide;
  regionList: string | null;
}

async function forecastMeasure(house: JobHouse, ref: PanelRef, panel: Panel, measure: string): Promise<void> {
  const began = performance.now();
  const keep = (name: string, params: string, computed: Omit<Computed, "tookMs">) =>
    house.system("forecast of a panel", (unit) =>
      saveResult(unit, ref, name, params, { ...computed, tookMs: performance.now() - began }),
    );
  const periods = withGaps(panel.periods);
  const width = panel.activities.codes.length;
  const height = panel.regions.codes.length;
  const horizons = width * height > MANY_CELLS ? [1, 3] : [1, 2, 3, 4];
  const summary: Summary = {
    rule: RULE,
    state: "ready",
    periods: panel.periods,
    horizons,
    ahead: horizons.map((h) => nameAhead(periods, h)),
    levels: [],
  };
  if (panel.periods.length < LEAST_PERIODS) {
    await keep(KEPT.summary, measure, { value: { ...summary, state: "too-short" } });
    return;
  }

  const counted = activitiesOf(panel.activities.codes);
  const whole = new Whole(height, width, horizons, panel.periods.length);
  for (const level of levelsOf(panel.regionList, panel.regions.codes)) {
    const tables: Float64Array[] = [];
    for (const period of periods) {
      const block = await house.system("forecast of a panel", ({ db }) =>
        panelCells(db, ref, measure, period),
      );
      const table = picked(block?.cells, level.regions, counted, width);
      whole.sum(table, level.regions, counted, panel.periods.indexOf(period), summary.levels.length === 0);
      tables.push(table);
    }
    const codes = level.regions.map((r) => panel.regions.codes[r]!);
    const made = await forecastInThread({ codes, activities: counted.length, tables, horizons });
    if (!made) {
      await keep(KEPT.summary, measure, { value: { ...summary, state: "no-amounts" } });
      return;
    }
    whole.place(made, level.regions, counted, summary.levels.length === 0);
    summary.levels.push({ key: level.key, regions: level.regions.length, tests: made.tests });
  }
  for (const [k, ahead] of horizons.entries()) {
    const params = aheadParams(measure, ahead);
    for (const name of ["mean", "lower", "upper"] as const)
      await keep(KEPT[name], params, { cells: whole.cells[k]![name] });
    await keep(KEPT.sides, params, { cells: whole.regions[k]!, turned: whole.activities[k]! });
  }
  await keep(KEPT.known, measure, { cells: whole.known });
  await keep(KEPT.totals, measure, { cells: whole.ofRegions, turned: whole.ofActivities });
  await keep(KEPT.summary, measure, { value: summary });
}

/** The results of all levels where the panel has its regions and activities; NaN where nothing was forecast. */
class Whole {
  readonly cells: Bounded[];
  readonly regions: Float64Array[];
  /** Of the first level: sums over regions that do not lie in one another. */
  readonly activities: Float64Array[];
  readonly known: Float64Array;
  /** What was known, × periods. */
  readonly ofRegions: Float64Array;
  readonly ofActivities: Float64Array;
  readonly #width: number;
  readonly #periods: number;

  constructor(height: number, width: number, horizons: readonly number[], periods: number) {
    const unknown = (length: number) => new Float64Array(length).fill(Number.NaN);
    this.cells = horizons.map(() => ({
      mean: unknown(height * width),
      lower: unknown(height * width),
      upper: unknown(height * width),
    }));
    this.regions = horizons.map(() => unknown(height * SIDE.length));
    this.activities = horizons.map(() => unknown(width * SIDE.length));
    this.known = new Float64Array(height * width);
    this.ofRegions = unknown(height * periods);
    this.ofActivities = unknown(width * periods);
    this.#width = width;
    this.#periods = periods;
  }

  /** Sums of what is known in one period; a period that is not in the panel is in none. */
  sum(
    table: Float64Array,
    regions: readonly number[],
    activities: readonly number[],
    period: number,
    isFirst: boolean,
  ): void {
    if (period < 0) return;
    const add = (into: Float64Array, at: number, value: number) => {
      const k = at * this.#periods + period;
      into[k] = (Number.isNaN(into[k]!) ? 0 : into[k]!) + value;
    };
    regions.forEach((r, i) => {
      activities.forEach((c, j) => {
        const value = table[i * activities.length + j]!;
        if (Number.isNaN(value)) return;
        add(this.ofRegions, r, value);
        if (isFirst) add(this.ofActivities, c, value);
      });
    });
  }

  place(
    made: LevelForecast,
    regions: readonly number[],
    activities: readonly number[],
    isFirst: boolean,
  ): void {
    regions.forEach((r, i) => {
      activities.forEach((c, j) => {
        this.known[r * this.#width + c] = made.known[i * activities.length + j]!;
      });
    });
    made.aheads.forEach((ahead, k) => {
      for (const name of ["mean", "lower", "upper"] as const)
        regions.forEach((r, i) => {
          activities.forEach((c, j) => {
            this.cells[k]![name][r * this.#width + c] = ahead[name][i * activities.length + j]!;
          });
        });
      const errors = made.errors.find((one) => one.ahead === ahead.ahead);
      const sides = (
        into: Float64Array,
        at: readonly number[],
        bounds: Bounded,
        side: "regions" | "activities",
      ) =>
        at.forEach((to, i) => {
          for (const [n, name] of SIDE.entries())
            into[to * SIDE.length + n] =
              name === "ours" || name === "naive"
                ? (errors?.[side][name][i] ?? Number.NaN)
                : bounds[name][i]!;
        });
      sides(this.regions[k]!, regions, ahead.regions, "regions");
      if (isFirst) sides(this.activities[k]!, activities, ahead.activities, "activities");
    });
  }
}

/** Some rows and columns of a table; all unknown where there is none. */
function picked(
  cells: Float64Array | undefined,
  regions: readonly number[],
  activities: readonly number[],
  width: number,
): Float64Array {
  const result = new Float64Array(regions.length * activities.length).fill(Number.NaN);
  if (cells)
    regions.forEach((r, i) => {
      activities.forEach((c, j) => {
        result[i * activities.length + j] = cells[r * width + c]!;
      });
    });
  return result;
}

/** `null` where a newer version took its place, or where it is no panel. */
async function readPanel({ db }: SystemUnit, ref: PanelRef): Promise<Panel | null> {
  const row = await db
    .selectFrom("dataset")
    .innerJoin("datasetVersion as v", (join) =>
      join
        .onRef("v.clusterId", "=", "dataset.clusterId")
        .onRef("v.datasetId", "=", "dataset.id")
        .onRef("v.version", "=", "dataset.version"),
    )
    .select(["dataset.kind", "dataset.measures", "dataset.regionList", "v.periods"])
    .where("dataset.clusterId", "=", ref.clusterId)
    .where("dataset.id", "=", ref.datasetId)
    .where("dataset.version", "=", ref.version)
    .executeTakeFirst();
  if (row?.kind !== "panel") return null;
  const sides = await panelSides(db, ref);
  if (!sides) return null;
  return {
    ...sides,
    measures: row.measures as unknown as Measure[],
    periods: row.periods,
    regionList: row.regionList,
  };
}
