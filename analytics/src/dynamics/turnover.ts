import type { Table } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import { sum } from "../core/statistics.ts";
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
  const entered = entry(before, after);
  const left = exit(before, after);
  const { rows, columns } = entered;
  const regions = blank(rows);
  const activities = blank(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const kind = entered.values[k] === 1 ? 0 : left.values[k] === 1 ? 1 : left.values[k] === 0 ? 2 : 3;
      regions[kind]![r]!++;
      activities[kind]![c]!++;
    }
  }
  const all = regions.map((counts) => Float64Array.of(sum(counts)));
  return { regions: rates(regions), activities: rates(activities), all: rates(all) };
}

/** Entries, exits, stays, and what was absent before and after. */
const blank = (length: number) => Array.from({ length: 4 }, () => new Float64Array(length));

function rates([entries, exits, stays, absent]: Float64Array[]): TurnoverCounts {
  const rate = (events: Float64Array, others: Float64Array) =>
    events.map((count, i) => (count + others[i]! > 0 ? count / (count + others[i]!) : Number.NaN));
  return {
    entries: entries!,
    exits: exits!,
    stays: stays!,
    entryRate: rate(entries!, absent!),
    exitRate: rate(exits!, stays!),
  };
}
