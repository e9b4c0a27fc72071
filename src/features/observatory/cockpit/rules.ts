import { monthsBetween } from "./measures/days.ts";
import {
  type Direction,
  hasDirection,
  type Indicator,
  type IndicatorSet,
  isMeasure,
  type Unit,
} from "./words.ts";

/** The last value of a measure, as it was stored. */
export interface Stored {
  measure: string;
  computedAt: Date;
  value: number | null;
  part: number | null;
  whole: number | null;
  inputs: Readonly<Record<string, unknown>>;
  innerOnly: boolean;
}

/** What somebody said for a day. */
export interface Said {
  id: string;
  indicator: string;
  value: number | null;
  saidOn: string;
  invented: boolean;
}

/** How one indicator stands: `how` is null while nothing is known. */
export interface Standing {
  indicator: Indicator;
  how: "computed" | "entered" | null;
  value: number | null;
  reached: boolean | null;
  /** What the value stands for: the day it was computed, or the day it was said for. */
  on: string | null;
  stored: Stored | null;
  said: Said | null;
}

/** Computed where records tell it; otherwise what was entered last. */
export function standingOf(
  indicator: Indicator,
  stored: Stored | undefined,
  said: Said | undefined,
  today: string,
): Standing {
  if (isMeasure(indicator.key) && stored && stored.value !== null)
    return {
      indicator,
      how: "computed",
      value: stored.value,
      reached: isReached(indicator, stored.value),
      on: stored.computedAt.toISOString().slice(0, 10),
      stored,
      said: said ?? null,
    };
  const value = said ? valueSaid(indicator.unit, said, today) : null;
  return {
    indicator,
    how: said ? "entered" : null,
    value,
    reached: value === null ? null : isReached(indicator, value),
    on: said?.saidOn ?? null,
    stored: stored ?? null,
    said: said ?? null,
  };
}

/** Of what is said by a day, its age in whole months is the value. */
export const valueSaid = (unit: Unit, said: Pick<Said, "value" | "saidOn">, today: string): number | null =>
  unit === "months-since" ? Math.max(0, monthsBetween(said.saidOn, today)) : said.value;

/** Where it is not said: an age must not be above its threshold, everything else not below. */
export const directionOf = ({ unit, direction }: Pick<Indicator, "unit" | "direction">): Direction =>
  unit === "months-since" ? "at-most" : (hasDirection(unit) && direction) || "at-least";

const isReached = (indicator: Indicator, value: number) =>
  directionOf(indicator) === "at-most" ? value <= indicator.threshold : value >= indicator.threshold;

/**
 * What lacks, in the unit of the value: so many more members, events, points of percent, or so many too many, months too old. Of a share
 * also how many of the records looked at would have to count, or not to count.
 */
export function lacking({ indicator, value, reached, stored }: Standing): {
  by: number;
  records: number | null;
} {
  if (reached !== false || value === null) return { by: 0, records: null };
  const { unit, threshold } = indicator;
  const atMost = directionOf(indicator) === "at-most";
  const by = Math.abs(value - threshold);
  const share = (threshold / 100) * (stored?.whole ?? 0);
  const records =
    unit === "percent" && stored?.whole
      ? atMost
        ? stored.part! - Math.floor(share + 1e-9)
        : Math.ceil(share - 1e-9) - stored.part!
      : unit === "number"
        ? Math.ceil(by - 1e-9)
        : null;
  return { by, records };
}

export interface Summary {
  reached: number;
  missed: number;
  unknown: number;
  total: number;
}

export const summaryOf = (standings: readonly Standing[]): Summary => ({
  reached: standings.filter(({ reached }) => reached === true).length,
  missed: standings.filter(({ reached }) => reached === false).length,
  unknown: standings.filter(({ reached }) => reached === null).length,
  total: standings.length,
});

export const shown = (set: IndicatorSet): Indicator[] => set.indicators.filter(({ hidden }) => !hidden);

export interface Point {
  month: string;
  value: number;
  kept: boolean;
}

/** Against the value of twelve months before, or the oldest there is. */
export function trendOf(
  points: readonly Point[],
  value: number | null,
): { change: number; since: string } | null {
  const first = points[0];
  return first === undefined || value === null ? null : { change: value - first.value, since: first.month };
}

/** An address from a title: `Unser Satz` is `unser-satz`. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "") || "set";
