import type { Locale } from "../../kernel/locale.ts";
import { say } from "./messages.ts";

export const SKIPS = [
  "unparsable",
  "missing",
  "bad-date",
  "bad-number",
  "negative-money",
  "unknown-role",
  "unknown-project",
  "unknown-organisation",
  "repeated",
] as const;
export const REPAIRS = ["bad-coordinates", "unknown-competence"] as const;
export type Reason = (typeof SKIPS)[number] | (typeof REPAIRS)[number];

export interface Problem {
  file: string;
  /** Counted from 1; the header of a table is not a row. */
  row: number;
  reason: Reason;
  detail: string;
  /** Whether the row was left out, or kept without the part that was wrong. */
  skipped: boolean;
}

export interface ProblemList {
  total: number;
  skipped: number;
  /** The first ones; `total` counts all. */
  items: Problem[];
}

/** A file that is wrong throughout must not fill the memory. */
export const MOST_PROBLEMS_KEPT = 1000;

const skips: ReadonlySet<string> = new Set(SKIPS);

export function makeProblems() {
  const list: ProblemList = { total: 0, skipped: 0, items: [] };
  return {
    list,
    add(file: string, row: number, reason: Reason, detail: string) {
      const skipped = skips.has(reason);
      list.total += 1;
      if (skipped) list.skipped += 1;
      if (list.items.length < MOST_PROBLEMS_KEPT)
        list.items.push({ file, row, reason, detail: detail.slice(0, 200), skipped });
    },
  };
}
export type Problems = ReturnType<typeof makeProblems>;

export const problemSentence = (problem: Problem, locale: Locale) =>
  `${problem.file}:${problem.row}: ${say(locale)(problem.reason, { detail: problem.detail })}`;
