import { activitiesOf } from "../../specialisation/levels.ts";
import type { LevelTest } from "./forecast-level.ts";

/** Changes whenever what is kept would come out differently. */
export const RULE = 1;
/** Fewer periods show no trend that could be told from chance. */
export const LEAST_PERIODS = 4;
/** Likewise of one region and activity. */
export const LEAST_KNOWN = 3;

/** Names of results: `params` is the measure, and for the tables the measure and the periods ahead. */
export const KEPT = {
  summary: "forecast",
  mean: "forecast.mean",
  lower: "forecast.lower",
  upper: "forecast.upper",
  known: "forecast.known",
  /** What was known of regions (`cells`) and activities (`turned`), each × the periods. */
  totals: "forecast.totals",
  /** Regions (`cells`) and activities (`turned`) × `SIDE`. */
  sides: "forecast.sides",
} as const;

/** The columns of `KEPT.sides`. */
export const SIDE = ["mean", "lower", "upper", "ours", "naive"] as const;

export const aheadParams = (measure: string, ahead: number): string => `${measure}:${ahead}`;

/** What was forecast of a measure, or why nothing was. */
export interface Summary {
  rule: number;
  state: "ready" | "too-short" | "no-amounts";
  /** The periods it was made from, in order. */
  periods: string[];
  horizons: number[];
  /** The periods that were forecast, as they are called. */
  ahead: string[];
  /** By depth of region, as they are compared. */
  levels: { key: string; regions: number; tests: LevelTest[] }[];
}

/** Years go on by themselves; other periods are counted. */
export const nameAhead = (periods: readonly string[], ahead: number): string => {
  const last = periods.at(-1) ?? "";
  return /^\d{4}$/.test(last) ? String(Number(last) + ahead) : `${last} + ${ahead}`;
};

/** The periods between first and last with those of years that are missing: growth is per period. */
export function withGaps(periods: readonly string[]): string[] {
  if (!periods.every((period) => /^\d{4}$/.test(period))) return [...periods];
  const years = periods.map(Number).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || last - first > 200) return [...periods];
  return Array.from({ length: last - first + 1 }, (_, k) => String(first + k));
}

/** Sums of all, and answers not given, are no activity. */
export const isActivity = (code: string): boolean => activitiesOf([code]).length > 0;
