import type { Locale } from "../../../kernel/locale.ts";

export type Words = Record<Locale, string>;
export const words = (en: string, de: string): Words => ({ en, de });

/** Whom a report is for. What is being written is the team's alone. */
export const LEVELS = ["public", "peers", "cluster"] as const;
export type Level = (typeof LEVELS)[number];

/** What a section begins as; `own` is one the team adds for whatever it likes. */
export const SECTION_KINDS = [
  "year",
  "members",
  "network",
  "exchange",
  "events",
  "projects",
  "potential",
  "region",
  "self-check",
  "stories",
  "outlook",
  "own",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export type Shape = "number" | "bars" | "line" | "list";
export type Unit = "count" | "percent" | "euro" | "points" | "times" | "stage";

/** A part of a figure: a bar, a point in time, somebody on a list. */
export interface Row {
  label: Words;
  value: number | null;
  /** A day that belongs to it, as in `2025-04-02`. */
  on?: string | null;
  /** Below the address of the cluster. */
  page?: string | null;
}

/** A figure as it was computed, with everything that says what it is: nothing of it is looked up again. */
export interface Figure {
  key: string;
  name: Words;
  shape: Shape;
  unit: Unit;
  value: number | null;
  /** A value that is no number. */
  said: Words | null;
  /** There are too few to say how many. */
  kept: boolean;
  /** What it was at the beginning of the period, where it stands and does not flow. */
  before: number | null;
  rows: Row[];
  /** So many more are counted and not listed. */
  more: number;
  /** `from` is null for what stands on the day. */
  from: string | null;
  to: string;
  source: Words;
  formula: Words;
  coverage: Words;
  /** The records behind it, below the address of the cluster. */
  page: string | null;
}

/** Figures by their keys. */
export type FiguresOf = Readonly<Record<string, Figure>>;
