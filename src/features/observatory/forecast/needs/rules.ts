import {
  bestForecast,
  dampedDrift,
  type Forecast,
  type ForecastMethod,
  naive,
  reconcile,
  seasonalNaive,
  simpleExponentialSmoothing,
  summingMatrix,
  syntetosBoylan,
  theta,
} from "@kontor/analytics";
import type { Kind } from "../../../exchange/feature.ts";

/** A need as everybody of the cluster knows it. */
export interface KnownNeed {
  id: string;
  organisationId: string;
  kind: Kind;
  competences: readonly string[];
  title: string;
  /** The day it was opened. */
  on: string;
}

export const LEVEL = 0.8;
/** Whole months of history before anything is forecast, and how many needs in them. */
export const LEAST_MONTHS = 12;
export const LEAST_NEEDS = 24;
/** A part with fewer needs has no line of its own: it counts among the others. */
export const LEAST_OF_PART = 8;
const MOST_PARTS = 12;
const HORIZON = 12;
const SEASON = 12;
/** Months that are foretold to choose a method: a whole year where seasons can be told. */
const testsOf = (length: number) => (length >= 2 * SEASON ? SEASON : 6);
const TEST_HORIZON = 3;

/** Months to come of one series; bounds where the method knows them. */
export interface Expected {
  mean: number[];
  lower: (number | null)[];
  upper: (number | null)[];
}

export interface Part {
  /** `null` is all that have too few for a line of their own. */
  key: string | null;
  /** By month, as many as `months`. */
  history: number[];
  total: number;
  method: string;
  expected: Expected;
}

export interface Tested {
  /** Sums of absolute errors by sums of outcomes, one to three months ahead; `null` where nothing came. */
  ours: number | null;
  naive: number | null;
  seasonalNaive: number | null;
  origins: number;
}

/** A whole and what it is made of; the parts add up to it, month by month. */
export interface Hierarchy {
  whole: Part;
  parts: Part[];
  /** Parts with too few needs, with how many they have. */
  tooFew: { key: string; total: number }[];
  tested: { whole: Tested; parts: Tested };
}

export interface NeedsForecast {
  state: "ready" | "not-enough";
  needs: number;
  /** Whole months that are known, as in `2026-04`. */
  months: string[];
  ahead: string[];
  kinds: Hierarchy | null;
  /** Mentions: a need that names two competences counts in both. */
  competences: Hierarchy | null;
  seasons: { quarter: number; perYear: number | null; expected: number }[];
}

/** What is to be expected of needs in the months after the last whole one. */
export function forecastNeeds(needs: readonly KnownNeed[], today: string): NeedsForecast {
  const months = wholeMonths(needs, today);
  const counted = needs.filter(({ on }) => on.slice(0, 7) <= (months.at(-1) ?? ""));
  const ahead = monthsAfter(today.slice(0, 7), HORIZON);
  const none: NeedsForecast = {
    state: "not-enough",
    needs: counted.length,
    months,
    ahead: [],
    kinds: null,
    competences: null,
    seasons: [],
  };
  if (months.length < LEAST_MONTHS || counted.length < LEAST_NEEDS) return none;
  const kinds = hierarchyOf(
    months,
    counted.map(({ kind, on }) => ({ key: kind, month: on.slice(0, 7) })),
  );
  const mentions = counted.flatMap(({ competences, on }) =>
    [...new Set(competences)].map((key) => ({ key, month: on.slice(0, 7) })),
  );
  return {
    ...none,
    state: "ready",
    ahead,
    kinds,
    competences: mentions.length >= LEAST_NEEDS ? hierarchyOf(months, mentions) : null,
    seasons: seasonsOf(months, ahead, kinds.whole),
  };
}

type Event = { key: string; month: string };

function hierarchyOf(months: readonly string[], events: readonly Event[]): Hierarchy {
  const totals = new Map<string, number>();
  for (const { key } of events) totals.set(key, (totals.get(key) ?? 0) + 1);
  const ranked = [...totals].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const own = ranked.filter(([, total]) => total >= LEAST_OF_PART).slice(0, MOST_PARTS);
  const names = own.map(([key]) => key);
  const rest = ranked.filter(([key]) => !names.includes(key));
  const keys: (string | null)[] = rest.length > 0 ? [...names, null] : names;
  const series = keys.map((key) =>
    countBy(
      months,
      events.filter((event) => (key === null ? !names.includes(event.key) : event.key === key)),
    ),
  );
  const whole = countBy(months, events);
  const { all, methods } = together(whole, series, HORIZON);
  const part = (key: string | null, history: number[], k: number): Part => ({
    key,
    history,
    total: history.reduce((sum, n) => sum + n, 0),
    method: methods[k]!,
    expected: all[k]!,
  });
  return {
    whole: part(null, whole, 0),
    parts: keys.map((key, k) => part(key, series[k]!, k + 1)),
    tooFew: rest.map(([key, total]) => ({ key, total })),
    tested: testedOf(whole, series),
  };
}

const METHODS: Readonly<Record<string, ForecastMethod>> = {
  naive: (past, horizon) => naive(past, { horizon, levels: [LEVEL] }),
  smoothing: (past, horizon) => simpleExponentialSmoothing(past, { horizon, levels: [LEVEL] }),
  rare: (past, horizon) => syntetosBoylan(past, { horizon, levels: [LEVEL], draws: 200 }),
  theta: (past, horizon) => theta(past, { horizon, levels: [LEVEL] }),
  drift: (past, horizon) => dampedDrift(past, { horizon, levels: [LEVEL] }),
};
/** Only where there are two rounds of the year to learn it from. */
const SEASONAL: Readonly<Record<string, ForecastMethod>> = {
  ...METHODS,
  season: (past, horizon) => seasonalNaive(past, { horizon, period: SEASON, levels: [LEVEL] }),
};

/**
 * Each series by the method that did best in back-tests of its own, then brought together so that the parts add up to the whole. What
 * would be below nothing is nothing, and the whole is the sum of what is left.
 */
function together(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
  horizon: number,
): { all: Expected[]; methods: string[] } {
  const methods = whole.length >= 2 * SEASON ? SEASONAL : METHODS;
  const found = [whole, ...parts].map((series) =>
    bestForecast(series, horizon, methods, {
      horizon: TEST_HORIZON,
      first: Math.max(2, series.length - testsOf(series.length)),
    }),
  );
  const base = found.map(({ forecast }) =>
    Float64Array.from(forecast.mean, (x) => (Number.isNaN(x) ? 0 : x)),
  );
  const { forecasts } =
    parts.length > 1
      ? reconcile(base, summingMatrix(parts.length), { method: "structural" })
      : { forecasts: { row: (k: number) => base[Math.min(k, 1)]! } };
  const means = found.map((_, k) => Array.from(forecasts.row(k), (x) => Math.max(0, x)));
  for (let h = 0; h < horizon && parts.length > 0; h++)
    means[0]![h] = means.slice(1).reduce((sum, mean) => sum + mean[h]!, 0);
  return {
    all: found.map(({ forecast }, k) => withBounds(means[k]!, forecast)),
    methods: found.map(({ chosen }) => chosen),
  };
}

/** The bounds of the method, moved with its forecast. */
function withBounds(mean: number[], { mean: base, lower, upper }: Forecast): Expected {
  const moved = (bounds: Forecast["lower"], h: number) => {
    const bound = bounds.at(h, 0) - base[h]! + mean[h]!;
    return Number.isFinite(bound) ? Math.max(0, bound) : null;
  };
  return {
    mean,
    lower: mean.map((_, h) => moved(lower, h)),
    upper: mean.map((_, h) => moved(upper, h)),
  };
}

/** Everything again from earlier months, as if nothing later were known, beside two ways that need no thought. */
function testedOf(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
): { whole: Tested; parts: Tested } {
  // Methods are chosen anew at each origin, from what lay before it.
  const count = whole.length >= 3 * SEASON ? SEASON : 6;
  const origins = Array.from({ length: count }, (_, k) => whole.length - count + k);
  const sums = {
    whole: { off: [0, 0, 0], came: 0 },
    parts: { off: [0, 0, 0], came: 0 },
  };
  for (const origin of origins) {
    const ahead = Math.min(TEST_HORIZON, whole.length - origin);
    const past = (series: readonly number[]) => series.slice(0, origin);
    const { all } = together(past(whole), parts.map(past), ahead);
    [whole, ...parts].forEach((series, k) => {
      const into = k === 0 ? sums.whole : sums.parts;
      const ways = [
        all[k]!.mean,
        naive(past(series), { horizon: ahead }).mean,
        seasonalNaive(past(series), { horizon: ahead, period: SEASON }).mean,
      ];
      for (let h = 0; h < ahead; h++) {
        const actual = series[origin + h]!;
        into.came += actual;
        for (const [w, way] of ways.entries()) into.off[w]! += Math.abs(way[h]! - actual);
      }
    });
  }
  const tested = ({ off, came }: { off: number[]; came: number }): Tested => {
    const share = (k: number) => (came > 0 ? off[k]! / came : null);
    return { ours: share(0), naive: share(1), seasonalNaive: share(2), origins: origins.length };
  };
  return { whole: tested(sums.whole), parts: tested(sums.parts) };
}

/** Quarters of the year: how many needs one had so far, and how many are expected in the twelve months to come. */
function seasonsOf(months: readonly string[], ahead: readonly string[], { history, expected }: Part) {
  const quarterOf = (month: string) => Math.ceil(Number(month.slice(5, 7)) / 3);
  return [1, 2, 3, 4].map((quarter) => {
    const known = months.flatMap((month, k) => (quarterOf(month) === quarter ? [history[k]!] : []));
    return {
      quarter,
      perYear: known.length > 0 ? (3 * known.reduce((sum, n) => sum + n, 0)) / known.length : null,
      expected: ahead.reduce(
        (sum, month, h) => sum + (quarterOf(month) === quarter ? expected.mean[h]! : 0),
        0,
      ),
    };
  });
}

const countBy = (months: readonly string[], events: readonly Event[]): number[] => {
  const counts = new Map(months.map((month) => [month, 0]));
  for (const { month } of events) counts.set(month, (counts.get(month) ?? 0) + 1);
  return months.map((month) => counts.get(month)!);
};

/** From the month of the first need to the one before this: the running month is not over. */
function wholeMonths(needs: readonly KnownNeed[], today: string): string[] {
  const first = [today, ...needs.map(({ on }) => on)].toSorted()[0]!.slice(0, 7);
  const months: string[] = [];
  for (let month = first; month < today.slice(0, 7); month = monthsAfter(month, 2)[1]!) months.push(month);
  return months;
}

/** So many months, this one first. */
function monthsAfter(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Array.from({ length: count }, (_, k) =>
    new Date(Date.UTC(year, number - 1 + k, 1)).toISOString().slice(0, 7),
  );
}
