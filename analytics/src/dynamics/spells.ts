import type { Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { sameShape } from "./periods.ts";

/**
 * A time in which a region had an activity without a break: from the position of its first to that of its last period.
 * `entered` is whether it began within the time looked at, `left` whether it ended there; otherwise nobody knows how long
 * it had been there, or will stay.
 */
export type Spell = {
  region: number;
  activity: number;
  from: number;
  to: number;
  entered: boolean;
  left: boolean;
};

/**
 * Follows each activity of each region over many periods: when it came, how long it stayed, whether it came back.
 *
 * Takes one presence (or table of zeros and ones) per period, in time order, same regions and activities; returns the
 * spells by region, activity and time. How many periods it lasted is `to - from + 1`.
 * O(periods × presences + regions × activities).
 *
 * @example
 * spells([[[1, 0]], [[1, 1]], [[0, 1]]]);
 * // [{ region: 0, activity: 0, from: 0, to: 1, entered: false, left: true },
 * //  { region: 0, activity: 1, from: 1, to: 2, entered: true, left: false }]
 */
export function spells(periods: readonly (Presence | Table)[]): Spell[] {
  const presences = periods.map((period) => Presence.from(period));
  const first = presences[0];
  if (!first) return [];
  for (const presence of presences) sameShape(first, presence);
  const last = presences.length - 1;
  const open = new Map<number, Spell>();
  const found: Spell[] = [];
  presences.forEach((presence, period) => {
    for (let region = 0; region < presence.rows; region++) {
      for (const activity of presence.of(region)) {
        const cell = region * presence.columns + activity;
        const spell = open.get(cell);
        if (spell && spell.to === period - 1) {
          spell.to = period;
          spell.left = period < last;
          continue;
        }
        const begun = {
          region,
          activity,
          from: period,
          to: period,
          entered: period > 0,
          left: period < last,
        };
        open.set(cell, begun);
        found.push(begun);
      }
    }
  });
  return found.sort((a, b) => a.region - b.region || a.activity - b.activity || a.from - b.from);
}

/** For each number of periods after entry (position 1: one period later …) what share of the entries was still there. */
export type Survival = { entries: Float64Array; survived: Float64Array; rate: Float64Array };

/**
 * How many of those that entered are still there after one, two, … periods. Only entries that could be watched so long
 * count, so that late ones do not look like failures.
 *
 * Takes the presences of many periods like `spells`; returns one value per number of periods after entry, from 0 (all).
 * `NaN` where no entry could be watched so long. O(periods × presences + regions × activities).
 *
 * @example
 * entrySurvival([[[0, 0]], [[1, 1]], [[1, 0]]]).rate; // Float64Array [1, 0.5]
 */
export function entrySurvival(periods: readonly (Presence | Table)[]): Survival {
  const longest = Math.max(0, periods.length - 1);
  const entries = new Float64Array(longest);
  const survived = new Float64Array(longest);
  for (const spell of spells(periods)) {
    if (!spell.entered) continue;
    for (let after = 0; spell.from + after < periods.length; after++) {
      entries[after]!++;
      if (spell.from + after <= spell.to) survived[after]!++;
    }
  }
  return {
    entries,
    survived,
    rate: survived.map((count, i) => (entries[i]! > 0 ? count / entries[i]! : Number.NaN)),
  };
}
