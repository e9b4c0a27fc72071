/** What was wrong with what a function was given; `message` names the place and the remedy in one English sentence. */
export type ErrorCode =
  | "negative"
  | "not-a-number"
  | "not-binary"
  | "ragged"
  | "shape"
  | "too-large"
  | "unknown-name"
  | "duplicate"
  | "option"
  | "degenerate"
  | "format";

/** Where in the input: zero-based positions, and the names where the caller gave some. */
export type Place = { row?: number; column?: number; rowName?: string; columnName?: string; line?: number };

/**
 * The one error this library throws for bad input. Nothing is half-computed when it is thrown.
 *
 * `code` is for programs, `place` says where (row, column, line of a file, zero-based except for `line`), `remedy` what
 * to do about it. `message` says all of it for people.
 */
export class AnalyticsError extends Error {
  override readonly name = "AnalyticsError";
  readonly code: ErrorCode;
  readonly place: Place;
  /** What is wrong, without place and remedy. */
  readonly what: string;
  readonly remedy: string;

  constructor(code: ErrorCode, what: string, remedy: string, place: Place = {}) {
    super(`${what}${sayPlace(place)} ${remedy}`);
    this.code = code;
    this.place = place;
    this.what = what;
    this.remedy = remedy;
  }
}

function sayPlace({ row, column, rowName, columnName, line }: Place): string {
  const parts = [
    line === undefined ? "" : `line ${line}`,
    row === undefined ? "" : `row ${row}${rowName === undefined ? "" : ` ("${rowName}")`}`,
    column === undefined ? "" : `column ${column}${columnName === undefined ? "" : ` ("${columnName}")`}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")}).` : ".";
}
