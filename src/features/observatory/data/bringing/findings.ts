export type Reason =
  | "short-row"
  | "no-region"
  | "unknown-region"
  | "unmapped-region"
  | "unknown-activity"
  | "unmapped-activity"
  | "bad-period"
  | "not-a-number"
  | "negative"
  | "duplicate"
  | "bad-measure"
  | "bad-date"
  | "too-long"
  | "no-code"
  | "unknown-from"
  | "unknown-to"
  | "bad-weight"
  | "weights";

interface RowProblem {
  row: number;
  /** The column as the head calls it. */
  column: string;
  reason: Reason;
  said: string;
}

export interface Findings {
  rows: number;
  regions: number;
  activities: number;
  periods: string[];
  measures: string[];
  /** Cells set, by their mark. */
  cells: [number, number, number, number];
  /** How many rows had each problem, and the first of them. */
  problems: Partial<Record<Reason, number>>;
  first: RowProblem[];
  /** Codes that had lost their zeros at the beginning. */
  padded: number;
}

export const noFindings = (): Findings => ({
  rows: 0,
  regions: 0,
  activities: 0,
  periods: [],
  measures: [],
  cells: [0, 0, 0, 0],
  problems: {},
  first: [],
  padded: 0,
});

const FIRST = 500;

export function noteProblem(findings: Findings, row: number, column: string, reason: Reason, said: string) {
  findings.problems[reason] = (findings.problems[reason] ?? 0) + 1;
  if (findings.first.length < FIRST)
    findings.first.push({ row, column, reason, said: said.trim().slice(0, 80) });
}
