import { createHash } from "node:crypto";
import type { Figure, FiguresOf, Row } from "./words.ts";

/** Of fewer nothing is said. */
export const LEAST = 3;

/** Half-open, as memberships are kept: the day it ends is the first without it. */
export interface Span {
  since: string;
  until: string | null;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const standsOn = (spans: readonly Span[], day: string): boolean =>
  spans.some(({ since, until }) => since <= day && (until === null || until > day));

/** The day somebody came, between two days and both of them; who only changed from one membership to the next did not. */
export const cameIn = (spans: readonly Span[], from: string, to: string): string | null =>
  spans
    .map(({ since }) => since)
    .filter((day) => day >= from && day <= to && !standsOn(spans, dayBefore(day)))
    .sort()
    .at(-1) ?? null;

/** The day somebody left for good, as far as `to` tells. */
export const leftIn = (spans: readonly Span[], from: string, to: string): string | null =>
  standsOn(spans, to)
    ? null
    : (spans
        .flatMap(({ until }) => (until !== null && until >= from && until <= to ? [until] : []))
        .sort()
        .at(-1) ?? null);

/** The last days of the months between two days; the last one ends with the day itself. */
export function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  let [year, month] = from.split("-").map(Number) as [number, number];
  for (;;) {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (end >= to) return [...ends, to];
    ends.push(end);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

export interface Cell {
  code: string;
  n: number;
  /** Whose they are. */
  owners: readonly string[];
}

/**
 * Kinds with at least three organisations behind each stand alone. The others are one, and the smallest of those that stand alone goes
 * along until there are three behind that one as well: it follows from the whole, and must not tell of anybody.
 */
export function openCells(cells: readonly Cell[]): { shown: Cell[]; others: Cell | null } {
  const told = cells.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n);
  const shown = told.filter(({ owners }) => new Set(owners).size >= LEAST);
  const small = told.filter((cell) => !shown.includes(cell));
  if (small.length === 0) return { shown, others: null };
  while (new Set(small.flatMap(({ owners }) => owners)).size < LEAST && shown.length > 0)
    small.push(shown.pop()!);
  const others = {
    code: "others",
    n: small.reduce((sum, { n }) => sum + n, 0),
    owners: [...new Set(small.flatMap(({ owners }) => owners))],
  };
  return others.owners.length >= LEAST ? { shown, others } : { shown: [], others: null };
}

/** How many there are, unless fewer than three organisations stand behind them. */
export const countOf = (cells: readonly Cell[]): { value: number | null; kept: boolean } => {
  const kept = new Set(cells.flatMap(({ owners }) => owners)).size < LEAST;
  return { value: kept ? null : cells.reduce((sum, { n }) => sum + n, 0), kept };
};

/** The last day that counts: of days to come there are no figures, and of a period to come only its first day. */
export const lastDay = (from: string, to: string, on: string): string =>
  on < from ? from : on < to ? on : to;

/** `2025` for a calendar year, otherwise its days. */
export const slugOf = (from: string, to: string): string => {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}-${to}`;
};

export interface Difference {
  key: string;
  was: Figure | null;
  is: Figure | null;
}

/** What tells one reckoning from another: in its value, or in its parts. */
export const differences = (was: FiguresOf, is: FiguresOf): Difference[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
    const [one, other] = [was[key] ?? null, is[key] ?? null];
    return one && other && told(one) === told(other) ? [] : [{ key, was: one, is: other }];
  });

const told = ({ value, kept, said, rows, more }: Figure): string =>
  JSON.stringify([value, kept, said, rows.map((row: Row) => [row.label, row.value, row.on ?? null]), more]);

/** Of what a version tells, in whichever language and whenever it is printed. */
export const checksumOf = (version: unknown): string =>
  createHash("sha256").update(JSON.stringify(version)).digest("hex");
