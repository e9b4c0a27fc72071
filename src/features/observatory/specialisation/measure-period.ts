import {
  complexityPipeline,
  krugman,
  locationalGini,
  locationQuotient,
  Matrix,
  varietyDecomposition,
} from "@kontor/analytics";
import { ACTIVITY_FIGURES, REGION_FIGURES } from "./kept.ts";
import type { Level } from "./levels.ts";

/** A panel without its numbers: what is compared with what. */
export interface Layout {
  /** How many regions and activities the panel has, counted or not. */
  regions: number;
  activities: number;
  levels: Level[];
  /** Positions of the activities that count. */
  counted: number[];
  /** The class of each activity of the panel, for variety. */
  classes: string[] | null;
}

export interface PeriodMeasured {
  quotients: Float64Array;
  quotientsTurned: Float64Array;
  amountsTurned: Float64Array;
  regionFigures: Float64Array;
  /** By level. */
  activityFigures: Record<string, Float64Array>;
  options: Float64Array | null;
}

/** Everything about one period of one measure, level by level. */
export function measurePeriod(layout: Layout, cells: Float64Array, withOptions: boolean): PeriodMeasured {
  const { regions, activities, levels, counted, classes } = layout;
  const quotients = unknown(regions * activities);
  const regionFigures = unknown(regions * REGION_FIGURES.length);
  const options = withOptions ? unknown(regions * activities * 2) : null;
  const activityFigures: Record<string, Float64Array> = {};

  for (const level of levels) {
    const part = partOf(layout, level, cells);
    spread(layout, level, locationQuotient(part), quotients, 1, 0);
    const { presence, density, eci, pci, coi, cog } = complexityPipeline(part);
    if (options) {
      spread(layout, level, density, options, 2, 0);
      spread(layout, level, cog, options, 2, 1);
    }
    const variety = classes && varietyDecomposition(part, [counted.map((i) => classes[i]!)]);
    const totals = part.rowSums();
    const diversity = presence.rowCounts();
    const difference = krugman(part);
    level.regions.forEach((region, r) => {
      const row = [
        totals[r]!,
        diversity[r]!,
        knownIn(part.row(r)),
        difference[r]!,
        eci[r]!,
        coi[r]!,
        variety ? variety.unrelated[r]! : Number.NaN,
        variety ? variety.related[r]! : Number.NaN,
      ];
      regionFigures.set(row, region * REGION_FIGURES.length);
    });
    activityFigures[level.key] = figuresOfActivities(layout, part, presence.columnCounts(), pci);
  }
  return {
    quotients,
    quotientsTurned: turned(quotients, regions, activities),
    amountsTurned: turned(cells, regions, activities),
    regionFigures,
    activityFigures,
    options,
  };
}

function figuresOfActivities(
  { activities, counted }: Layout,
  part: Matrix,
  having: ArrayLike<number>,
  pci: Float64Array,
): Float64Array {
  const figures = unknown(activities * ACTIVITY_FIGURES.length);
  const totals = part.columnSums();
  const whole = totals.reduce((sum, value) => sum + value, 0);
  const spreadOf = locationalGini(part);
  const known = new Float64Array(part.columns);
  for (let r = 0; r < part.rows; r++) {
    const row = part.row(r);
    for (let c = 0; c < part.columns; c++) if (!Number.isNaN(row[c]!)) known[c]! += 1;
  }
  counted.forEach((activity, c) => {
    const row = [totals[c]!, totals[c]! / whole, spreadOf[c]!, having[c]!, known[c]!, pci[c]!];
    figures.set(row, activity * ACTIVITY_FIGURES.length);
  });
  return figures;
}

/** The regions of a level and the activities that count, as a table of their own. */
export function partOf({ activities, counted }: Layout, level: Level, cells: Float64Array): Matrix {
  const part = new Float64Array(level.regions.length * counted.length);
  level.regions.forEach((region, r) => {
    const row = cells.subarray(region * activities, (region + 1) * activities);
    for (let c = 0; c < counted.length; c++) part[r * counted.length + c] = row[counted[c]!]!;
  });
  return new Matrix(level.regions.length, counted.length, part);
}

/** The same way back: into the rows and columns of the panel, in one of the strips that each row has. */
export function spread(
  { activities, counted }: Layout,
  level: Level,
  part: Matrix,
  into: Float64Array,
  strips: number,
  strip: number,
): void {
  level.regions.forEach((region, r) => {
    const row = part.row(r);
    const start = (region * strips + strip) * activities;
    for (let c = 0; c < counted.length; c++) into[start + counted[c]!] = row[c]!;
  });
}

export const unknown = (length: number) => new Float64Array(length).fill(Number.NaN);

const turned = (cells: Float64Array, rows: number, columns: number) =>
  new Matrix(rows, columns, cells).transpose().values;

function knownIn(row: Float64Array): number {
  let known = 0;
  for (const value of row) if (!Number.isNaN(value)) known += 1;
  return known;
}

/** What all regions of a level together had in two periods, by activity, where both are known: first before, then after. */
export function windowTotals(
  layout: Layout,
  level: Level,
  before: Float64Array,
  after: Float64Array,
): Float64Array {
  const { activities, counted } = layout;
  const totals = unknown(activities * 2);
  for (const activity of counted) {
    totals[activity] = 0;
    totals[activities + activity] = 0;
  }
  for (const region of level.regions) {
    const start = region * activities;
    for (const activity of counted) {
      const [b, a] = [before[start + activity]!, after[start + activity]!];
      if (Number.isNaN(b) || Number.isNaN(a)) continue;
      totals[activity]! += b;
      totals[activities + activity]! += a;
    }
  }
  return totals;
}
