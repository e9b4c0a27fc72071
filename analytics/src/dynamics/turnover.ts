import type { Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { entry, exit } from "./entry-exit.ts";

/** What happened in a region, or to an activity: how often, and as a share of what could have. */
export type TurnoverCounts = {
  entries: Float64Array;
  exits: Float64Array;
  stays: Float64Array;
  /** Entries over what was absent before; `NaN` where nothing was. */
  entryRate: Float64Array;
  /** Exits over what was present before; `NaN` where nothing was. */
  exitRate: Float64Array;
};

/** By region, by activity, and over all (lists of one). */
export type Turnover = { regions: TurnoverCounts; activities: TurnoverCounts; all: TurnoverCounts };

/**
 * How much entry and exit there was, by region, by activity and in all.
 *
 *     entry rate = entries / absent before,   exit rate = exits / present before
 *
 * Takes the presences (or tables of zeros and ones) of two periods; returns counts and rates from 0 to 1, `NaN` where
 * nobody could enter or leave. O(regions × activities).
 *
 * @example
 * const { regions } = turnover([[1, 1, 0, 0]], [[1, 0, 1, 0]]);
 * [regions.entryRate[0], regions.exitRate[0]]; // [0.5, 0.5]
 */
export function turnover(before: Presence | Table, after: Presence | Table): Turnover {
  const first = Presence.from(before);
  const entered = entry(first, after);
  const left = exit(first, after);
  const sum = (groups: number, groupOf: (r: number, c: number) => number): TurnoverCounts => {
    const entries = new Float64Array(groups);
    const exits = new Float64Array(groups);
    const stays = new Float64Array(groups);
    const absent = new Float64Array(groups);
    entered.values.forEach((now, k) => {
      const group = groupOf(Math.floor(k / first.columns), k % first.columns);
      if (now === 1) entries[group]!++;
      if (now === 0) absent[group]!++;
      if (left.values[k] === 1) exits[group]!++;
      if (left.values[k] === 0) stays[group]!++;
    });
    const rate = (events: number, others: number) => events / (events + others || Number.NaN);
    return {
      entries,
      exits,
      stays,
      entryRate: entries.map((count, i) => rate(count, absent[i]!)),
      exitRate: exits.map((count, i) => rate(count, stays[i]!)),
    };
  };
  return {
    regions: sum(first.rows, (r) => r),
    activities: sum(first.columns, (_, c) => c),
    all: sum(1, () => 0),
  };
}
