import { CsvError, parse } from "csv-parse";
import { decoded, detectEncoding } from "./encoding.ts";
import { detectSeparator } from "./separator.ts";
import { type Encoding, MAX_CELL, MAX_COLUMNS, type RawRow, type Separator, Unreadable } from "./sheet.ts";

export interface Chosen {
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
}

export interface TextFile {
  encoding: Encoding;
  separator: Separator;
  rows: AsyncGenerator<RawRow>;
}

/** A text file as a table: how it was read is found out unless somebody says it. */
export function readCsv(bytes: Uint8Array, chosen: Chosen = {}): TextFile {
  const encoding = chosen.encoding ?? detectEncoding(bytes);
  const start = decoded(bytes.subarray(0, 65_536), encoding).next().value ?? "";
  if (isBinary(start)) throw new Unreadable("not-a-table");
  const separator = chosen.separator ?? detectSeparator(start);
  return { encoding, separator, rows: rowsOf(bytes, encoding, separator) };
}

/** Text has line breaks and tabs, and no other signs that cannot be seen. */
function isBinary(text: string): boolean {
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return odd > text.length / 100;
}

async function* rowsOf(bytes: Uint8Array, encoding: Encoding, separator: Separator): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 2_000_000,
  });
  void feed(decoded(bytes, encoding), parser);
  let row = 0;
  let width: number | null = null;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.every((cell) => cell.trim() === "")) continue;
      const cells = trimmed(record);
      if (record.length > MAX_COLUMNS && cells.length > MAX_COLUMNS)
        throw new Unreadable("too-many-columns", { most: MAX_COLUMNS });
      // Above the head there may be a title; a table begins where a row has more than one cell.
      if (width === null && cells.length > 1) width = record.length;
      const ragged = width !== null && record.length !== width;
      yield { sheet: 0, row, cells, ...(ragged ? { ragged } : {}) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? row + 1);
    throw new Unreadable(error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote-open" : "not-a-table", { row: line });
  }
}

async function feed(pieces: Iterable<string>, parser: ReturnType<typeof parse>) {
  for (const piece of pieces) {
    if (parser.destroyed) return;
    if (!parser.write(piece))
      await new Promise<void>((resolve) => {
        const on = () => {
          parser.off("drain", on).off("close", on);
          resolve();
        };
        parser.on("drain", on).on("close", on);
      });
  }
  parser.end();
}

/** Without the empty cells at its end. */
export function trimmed(record: readonly string[]): string[] {
  let end = record.length;
  while (end > 0 && record[end - 1]!.trim() === "") end -= 1;
  return record.slice(0, end).map(cellText);
}

/**
 * Control signs have no place in a record, and PostgreSQL takes no zero. An apostrophe before a sign that begins a formula is how
 * our own files, and others, say that it is text.
 */
export const cellText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, "")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "")
    .slice(0, MAX_CELL + 1);
