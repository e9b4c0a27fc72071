/** What a file turned out to be, before anybody said what its columns mean. */
export interface Reading {
  format: "csv" | "xlsx" | "json";
  /** Of a text file; `null` where the format knows by itself. */
  encoding: Encoding | null;
  separator: Separator | null;
  sheets: SheetRead[];
}

export interface SheetRead {
  name: string;
  /** Rows with something in them, the head included. */
  rows: number;
  columns: number;
}

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row with something in it; `row` is the number a spreadsheet shows beside it. */
export interface RawRow {
  sheet: number;
  row: number;
  cells: string[];
  /** A row of a text file with more or fewer cells than its head. */
  ragged?: true;
}

export const MAX_BYTES = 60 * 1_048_576;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 100;
export const MAX_SHEETS = 20;
export const MAX_CELL = 8_000;
/** What a workbook may unpack to. Its reader holds about six times that. */
export const MAX_UNPACKED = 96 * 1_048_576;

export type ReadingProblem =
  | "empty-file"
  | "not-a-table"
  | "old-excel"
  | "encrypted"
  | "macros"
  | "pdf"
  | "other-format"
  | "broken-workbook"
  | "zip-bomb"
  | "quote-open"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-sheets"
  | "too-much-memory";

/** The file cannot be read as a table, for a reason that is told in a sentence. */
export class Unreadable extends Error {
  readonly problem: ReadingProblem;
  readonly values: Record<string, string | number>;

  constructor(problem: ReadingProblem, values: Record<string, string | number> = {}) {
    super(problem);
    this.problem = problem;
    this.values = values;
  }
}
