/** Why a cell or a row is not taken as it is. `warning` lets the row through. */
export interface RowProblem {
  /** The column as counted from 0, where it is about one. */
  column: number | null;
  reason: Reason;
  values?: Record<string, string | number>;
  warning?: true;
}

export const REASONS = [
  "required",
  "too-long",
  "not-an-email",
  "not-a-url",
  "not-a-date",
  "not-a-number",
  "not-a-country",
  "not-a-nace",
  "not-a-language",
  "not-a-nuts",
  "not-a-vat",
  "not-a-lei",
  "not-a-ror",
  "not-a-kind",
  "not-a-size",
  "not-a-role",
  "not-a-nature",
  "not-a-seat-role",
  "not-an-issue",
  "not-a-row-kind",
  "not-a-choice",
  "unknown-level",
  "unknown-organisation",
  "ambiguous",
  "ids-differ",
  "with-itself",
  "no-member",
  "link-exists",
  "ends-before-it-starts",
  "in-the-future",
  "since-differs",
  "seat-needs-email",
  "seat-not-allowed",
  "not-allowed",
  "ragged",
  "formula-error",
  "only-new",
  "town-unknown",
  "looks-like",
  "waits-for-other-side",
  "failed",
] as const;
export type Reason = (typeof REASONS)[number];

export const isError = (problem: RowProblem) => problem.warning !== true;
