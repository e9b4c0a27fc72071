import { dsvFormat } from "d3-dsv";
import { AnalyticsError } from "../core/error.ts";

/** A text table taken apart: the names of its columns and its records, all still text. */
export type TextTable = { columns: readonly string[]; records: readonly (readonly string[])[] };

export type CsvOptions = {
  /** The separator; without it, the one of comma, semicolon, tab and bar that the first line has most of. */
  separator?: string;
};

const SEPARATORS = [",", ";", "\t", "|"];

/**
 * Reads the text of a CSV file (RFC 4180, any separator, with or without byte order mark) whose first line names the columns.
 * Throws `format` where there is no such line, a name comes twice or a record has another number of fields; `place.row`
 * counts records from 0. O(length of the text).
 *
 * @example
 * readCsv("region;jobs\nHamburg;12\n").records; // [["Hamburg", "12"]]
 */
export function readCsv(text: string, options: CsvOptions = {}): TextTable {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const separator = options.separator ?? guessSeparator(plain);
  if (separator.length !== 1 || separator === '"')
    throw new AnalyticsError(
      "option",
      `"${separator}" cannot separate fields`,
      "Give one character, not the quote.",
    );
  const [columns, ...records] = dsvFormat(separator).parseRows(plain);
  if (!columns || columns.every((name) => name.trim() === ""))
    throw new AnalyticsError("format", "The text has no line that names its columns", "Begin it with one.", {
      line: 1,
    });
  const names = columns.map((name) => name.trim());
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined)
    throw new AnalyticsError("format", `The column "${twice}" is there twice`, "Name each column once.", {
      line: 1,
    });
  const whole = records.filter((record) => record.length > 1 || record[0] !== "");
  whole.forEach((record, row) => {
    if (record.length !== names.length)
      throw new AnalyticsError(
        "ragged",
        `A record has ${record.length} fields where the first line names ${names.length} columns`,
        "Look for a separator too many or a quote that is not closed.",
        { row },
      );
  });
  return { columns: names, records: whole };
}

function guessSeparator(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * The text of a CSV file (RFC 4180, comma, line feed). `NaN` becomes an empty field.
 *
 * @example
 * writeCsv(["region", "jobs"], [["Hamburg", 12]]); // "region,jobs\nHamburg,12\n"
 */
export function writeCsv(
  columns: readonly string[],
  records: Iterable<readonly (string | number)[]>,
): string {
  const lines = [columns.map(field).join(",")];
  for (const record of records) lines.push(record.map(field).join(","));
  return `${lines.join("\n")}\n`;
}

function field(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
