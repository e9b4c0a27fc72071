import type { Matrix } from "../../core/matrix.ts";

/** How many periods back the growth of a cell and of the wholes it belongs to is looked at. */
const WINDOW = 3;

/**
 * What growth says of a cell: how much it would change in one period if one of the wholes it is part of, or the cell itself,
 * went on as before. `start` is the weight each begins with, `origins` how many origins of back-tests it takes to weigh as much as
 * that start, `fade` what share of itself the change keeps from period to period.
 */
export const SIGNALS = [
  { name: "whole, last", start: 0.3, origins: 6, fade: 0.7 },
  { name: "whole, mean", start: 0.3, origins: 6, fade: 0.9 },
  { name: "activity, last", start: 0.6, origins: 2, fade: 0.9 },
  { name: "activity, mean", start: 0.15, origins: 2, fade: 0.95 },
  { name: "region, last", start: 0.15, origins: 1, fade: 0.8 },
  { name: "region, mean", start: 0.35, origins: 1, fade: 0.95 },
  { name: "group, last", start: 0.15, origins: 2, fade: 0.9 },
  { name: "group, mean", start: 0.15, origins: 2, fade: 0.95 },
  { name: "activity in group, last", start: 0.1, origins: 1, fade: 0.9 },
  { name: "activity in group, mean", start: 0.2, origins: 1, fade: 0.95 },
  { name: "cell, last", start: -0.02, origins: 0.5, fade: 0.8 },
  { name: "cell, median", start: 0, origins: 0.5, fade: 0.95 },
  { name: "cell, last, by size", start: 0.12, origins: 0.5, fade: 0.8 },
  { name: "cell, median, by size", start: 0.15, origins: 0.5, fade: 0.95 },
] as const;

/** A panel as the forecast reads it: periods in the order of time, each regions × activities, `NaN` where unknown. */
export type Periods = { rows: number; columns: number; tables: readonly Float64Array[] };

export const periodsOf = (tables: readonly Matrix[]): Periods => ({
  rows: tables[0]!.rows,
  columns: tables[0]!.columns,
  tables: tables.map((table) => table.values),
});

/** The signals of every cell at one origin: what was known then, and nothing later. */
export class Growth {
  readonly #panel: Periods;
  readonly #origin: number;
  readonly #groups: Int32Array;
  readonly #steps: Step[];
  readonly #mean: Step;
  readonly #room: Float64Array;
  /** The size at which a cell's own growth is believed half. */
  readonly #size: number;

  constructor(panel: Periods, origin: number, groups: Int32Array) {
    this.#panel = panel;
    this.#origin = origin;
    this.#groups = groups;
    this.#size = meanOf(panel.tables[origin]!) / 2;
    const window = Math.min(origin, WINDOW);
    this.#steps = Array.from({ length: window }, (_, back) =>
      stepOf(panel, origin - back, groups, this.#size),
    );
    this.#mean = meanStep(this.#steps);
    this.#room = new Float64Array(window);
  }

  /** The last known amount of a cell, `NaN` where there is none. */
  level(cell: number): number {
    for (let t = this.#origin; t >= 0; t--) {
      const value = this.#panel.tables[t]![cell]!;
      if (!Number.isNaN(value)) return value;
    }
    return Number.NaN;
  }

  /** Writes the signals of a cell, in the order of `SIGNALS` and the unit of the amounts, and returns its level. */
  signals(cell: number, into: Float64Array): number {
    const level = this.level(cell);
    into.fill(0);
    const last = this.#steps[0];
    if (!last || !(level > 0)) return level;
    const { columns } = this.#panel;
    const r = Math.floor(cell / columns);
    const c = cell % columns;
    const g = this.#groups[r]!;
    const mean = this.#mean;
    const own = this.#own(cell, r, c);
    const latest = clipped(own[0]!, 0.15);
    const median = clipped(medianOf(own), 0.1);
    const trust = level / (level + this.#size);
    into[0] = last.whole;
    into[1] = mean.whole;
    into[2] = last.activities[c]! - last.whole;
    into[3] = mean.activities[c]! - mean.whole;
    into[4] = last.regions[r]!;
    into[5] = mean.regions[r]!;
    into[6] = last.groups[g]!;
    into[7] = mean.groups[g]!;
    into[8] = last.inGroups[g * columns + c]!;
    into[9] = mean.inGroups[g * columns + c]!;
    into[10] = latest;
    into[11] = median;
    into[12] = latest * trust;
    into[13] = median * trust;
    for (let k = 0; k < into.length; k++) into[k]! *= level;
    return level;
  }

  /** What a cell grew beyond its activity and its region, latest first; 0 where it cannot be told. One array for all cells. */
  #own(cell: number, r: number, c: number): Float64Array {
    const own = this.#room;
    for (let back = 0; back < own.length; back++) {
      const from = this.#panel.tables[this.#origin - back - 1]![cell]!;
      const to = this.#panel.tables[this.#origin - back]![cell]!;
      const { activities, regions } = this.#steps[back]!;
      own[back] =
        from > 0 && !Number.isNaN(to) ? clipped(to / from - 1 - activities[c]! - regions[r]!, 0.5) : 0;
    }
    return own;
  }
}

/** Growth from one period to the next, only over cells known in both: of the whole, of activities, and beyond them of regions. */
type Step = {
  whole: number;
  activities: Float64Array;
  /** Beyond what the activities they have would have made of them. */
  regions: Float64Array;
  groups: Float64Array;
  /** Groups × activities, beyond activity and region. */
  inGroups: Float64Array;
};

function stepOf({ rows, columns, tables }: Periods, to: number, groupOf: Int32Array, size: number): Step {
  const from = tables[to - 1]!;
  const now = tables[to]!;
  const count = groupOf.reduce((most, g) => Math.max(most, g), 0) + 1;
  const all = new Pair(1);
  const activities = new Pair(columns);
  each(rows, columns, from, now, (_r, c, x, y) => {
    all.add(0, x, y);
    activities.add(c, x, y);
  });
  const whole = all.growth(0, 0, 0);
  const byActivity = Float64Array.from({ length: columns }, (_, c) => activities.growth(c, whole, 0));

  const regions = new Pair(rows);
  const groups = new Pair(count);
  each(rows, columns, from, now, (r, c, x, y) => {
    const expected = x * (1 + byActivity[c]!);
    regions.add(r, expected, y);
    groups.add(groupOf[r]!, expected, y);
  });
  const byRegion = Float64Array.from({ length: rows }, (_, r) => clipped(regions.growth(r, 0, size), 0.3));
  const byGroup = Float64Array.from({ length: count }, (_, g) => clipped(groups.growth(g, 0, size), 0.3));

  const inGroups = new Pair(count * columns);
  each(rows, columns, from, now, (r, c, x, y) => {
    inGroups.add(groupOf[r]! * columns + c, x * (1 + byActivity[c]! + byRegion[r]!), y);
  });
  return {
    whole,
    activities: byActivity,
    regions: byRegion,
    groups: byGroup,
    inGroups: Float64Array.from({ length: count * columns }, (_, k) =>
      clipped(inGroups.growth(k, 0, 4 * size), 0.3),
    ),
  };
}

/** Sums before and after, cell by cell of some whole. */
class Pair {
  readonly #before: Float64Array;
  readonly #after: Float64Array;
  constructor(length: number) {
    this.#before = new Float64Array(length);
    this.#after = new Float64Array(length);
  }
  add(k: number, before: number, after: number): void {
    this.#before[k]! += before;
    this.#after[k]! += after;
  }
  /** Growth, drawn towards 0 where there is little of it: `size` is where it is believed half. */
  growth(k: number, otherwise: number, size: number): number {
    const before = this.#before[k]!;
    return before > 0 ? (this.#after[k]! / before - 1) * (before / (before + size)) : otherwise;
  }
}

function each(
  rows: number,
  columns: number,
  from: Float64Array,
  to: Float64Array,
  visit: (r: number, c: number, x: number, y: number) => void,
): void {
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) {
      const x = from[k]!;
      const y = to[k]!;
      if (!Number.isNaN(x) && !Number.isNaN(y)) visit(r, c, x, y);
    }
}

function meanStep(steps: readonly Step[]): Step {
  const over = (read: (step: Step) => Float64Array) =>
    steps.length === 0
      ? new Float64Array(0)
      : read(steps[0]!).map((_, k) => steps.reduce((sum, step) => sum + read(step)[k]!, 0) / steps.length);
  return {
    whole: steps.reduce((sum, step) => sum + step.whole, 0) / Math.max(1, steps.length),
    activities: over((step) => step.activities),
    regions: over((step) => step.regions),
    groups: over((step) => step.groups),
    inGroups: over((step) => step.inGroups),
  };
}

/** Mean of the amounts above zero. */
function meanOf(table: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of table)
    if (value > 0) {
      sum += value;
      count++;
    }
  return count > 0 ? sum / count : 1;
}

/** Of three values at most, sorted in place. */
function medianOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  return values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

const clipped = (value: number, most: number) => Math.max(-most, Math.min(most, value));
