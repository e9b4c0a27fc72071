import {
  detectEncoding,
  detectSeparator,
  type Encoding,
  readFile,
  type Separator,
} from "../../../imports/feature.ts";
import { readJsonStat } from "./json-stat.ts";
import { type Source, type Take, Unreadable, wholeOf } from "./source.ts";
import { QuoteOpen, textRows } from "./text-rows.ts";

/** How a file is read, and what its first rows are. */
export interface Shape {
  format: "csv" | "xlsx" | "json-stat";
  encoding: Encoding | null;
  separator: Separator | null;
  head: string[];
  /** The row its head stands in; everything above is a title. */
  headRow: number;
  sample: string[][];
  /** What the file says of itself. */
  label: string | null;
  source: string | null;
}

const SAMPLE = 200;
const SHOWN_CELL = 200;

/** Finds out what a file is by its beginning. */
export async function shapeOf(source: Source): Promise<Shape> {
  const start = await beginning(source);
  if (start.length === 0) throw new Unreadable("empty-file");
  if (start[0] === 0x50 && start[1] === 0x4b) return found(source, { format: "xlsx" });
  if (
    /^\s*\{/.test(
      start
        .subarray(0, 200)
        .toString("latin1")
        .replace(/^\u00ef\u00bb\u00bf/, ""),
    )
  ) {
    const { label, source: said } = readJsonStat(decode(await wholeOf(source), "utf-8"));
    return found(source, { format: "json-stat", label, source: said });
  }
  let encoding: Encoding;
  try {
    encoding = detectEncoding(upToLine(start));
  } catch {
    throw new Unreadable("not-a-table");
  }
  const text = decode(start, encoding);
  if ((text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) > text.length / 100)
    throw new Unreadable("not-a-table");
  return found(source, { format: "csv", encoding, separator: detectSeparator(text.slice(0, 65_536)) });
}

/** The rows of a file, head and titles included, a batch at a time. */
export async function readRows(
  source: Source,
  shape: Pick<Shape, "format" | "encoding" | "separator">,
  take: Take,
): Promise<void> {
  if (shape.format === "xlsx") {
    const read = await readFile(await wholeOf(source), {}, async (rows) => {
      for (const { sheet, row, cells } of rows) if (sheet === 0) await take({ first: row, rows: [cells] });
    });
    if (!read.ok) throw new Unreadable("workbook", read.why?.problem ?? null);
    return;
  }
  if (shape.format === "json-stat") {
    const table = readJsonStat(decode(await wholeOf(source), "utf-8"));
    await take({ first: 1, rows: [table.head] });
    for (const batch of table.rows()) await take(batch);
    return;
  }
  try {
    for await (const batch of textRows(decoded(source, shape.encoding ?? "utf-8"), shape.separator ?? ","))
      await take(batch);
  } catch (error) {
    if (error instanceof QuoteOpen) throw new Unreadable("quote-open", error.row);
    throw error;
  }
}

class Enough extends Error {}

/** Reads so far that the head is known and there are some rows to guess from. */
async function found(source: Source, known: Partial<Shape> & Pick<Shape, "format">): Promise<Shape> {
  const shape = { encoding: null, separator: null, label: null, source: null, ...known };
  const rows: { row: number; cells: string[] }[] = [];
  try {
    await readRows(source, shape, ({ first, rows: batch }) => {
      for (const [i, cells] of batch.entries()) {
        if (cells.some((cell) => cell.trim() !== "")) rows.push({ row: first + i, cells });
        if (rows.length > SAMPLE + 30) throw new Enough();
      }
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  // Above the head there may be a title; the table begins where a row is as wide as most are.
  const wide = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;
  const usual = Math.max(2, Math.floor(median(rows.map(({ cells }) => wide(cells))) / 2));
  const at = rows.findIndex(({ cells }) => wide(cells) >= usual);
  const head = rows[at];
  if (!head || rows.length < at + 2) throw new Unreadable(rows.length === 0 ? "empty-file" : "not-a-table");
  return {
    ...shape,
    head: head.cells.map((cell) => cell.trim().slice(0, SHOWN_CELL)),
    headRow: head.row,
    sample: rows
      .slice(at + 1, at + 1 + SAMPLE)
      .map(({ cells }) => cells.map((cell) => cell.slice(0, SHOWN_CELL))),
  };
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const BEGINNING = 1 << 20;

async function beginning(source: Source): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.pieces()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= BEGINNING) break;
  }
  return Buffer.concat(pieces).subarray(0, BEGINNING);
}

/** A letter of several bytes may be cut in two at the end of a piece. */
const upToLine = (start: Buffer) =>
  start.length < BEGINNING ? start : start.subarray(0, start.lastIndexOf(10) + 1);

const decode = (bytes: Uint8Array, encoding: Encoding) => new TextDecoder(encoding).decode(bytes);

/** What is read before others have their turn. */
const STRETCH = 1 << 16;

async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of source.pieces())
    for (let at = 0; at < piece.length; at += STRETCH)
      yield decoder.decode(piece.subarray(at, at + STRETCH), { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}
