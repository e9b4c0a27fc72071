import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { ImportStopped } from "./stopped.ts";

export type Fields = Readonly<Record<string, unknown>>;
/** One row of a file, or why it cannot be read. Rows count from 1, without the header. */
export type Row = { number: number; fields: Fields } | { number: number; unreadable: string };

export type BytesRead = (done: number, total: number) => void;

/** Streams the rows of an .ndjson or .csv file, gzip or plain. */
export async function* readRows(path: string, onBytes: BytesRead = () => {}): AsyncGenerator<Row> {
  try {
    yield* /\.ndjson(\.gz)?$/.test(path) ? jsonRows(path, onBytes) : csvRows(path, onBytes);
  } catch (error) {
    if (!isAboutTheFile(error)) throw error;
    throw new ImportStopped("unreadable-file", { file: basename(path), detail: (error as Error).message });
  }
}

// Errors of zlib, of the file system and of csv-parse carry a code of their own.
const isAboutTheFile = (error: unknown) =>
  error instanceof Error && "code" in error && /^(Z_|E[A-Z]+$|CSV_)/.test(String(error.code));

async function* bytesOf(path: string, onBytes: BytesRead): AsyncGenerator<Buffer> {
  const total = (await stat(path)).size;
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const plain = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => plain.destroy(error));
  try {
    for await (const chunk of plain) {
      onBytes(file.bytesRead, total);
      yield chunk;
    }
  } finally {
    file.destroy();
  }
}

async function* jsonRows(path: string, onBytes: BytesRead): AsyncGenerator<Row> {
  const decoder = new TextDecoder();
  let rest = "";
  let number = 0;
  for await (const chunk of bytesOf(path, onBytes)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield jsonRow(number, line);
    }
  }
  if (rest.trim() !== "") yield jsonRow(number + 1, rest);
}

function jsonRow(number: number, line: string): Row {
  try {
    const fields: unknown = JSON.parse(line);
    if (fields !== null && typeof fields === "object" && !Array.isArray(fields))
      return { number, fields: fields as Fields };
    return { number, unreadable: line };
  } catch {
    return { number, unreadable: line };
  }
}

async function* csvRows(path: string, onBytes: BytesRead): AsyncGenerator<Row> {
  const unreadable: Row[] = [];
  let number = 0;
  const parser = parse({
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      // A quotation mark that is never closed swallows the rest of the file: that is no single row.
      if (error?.code === "CSV_QUOTE_NOT_CLOSED") parser.destroy(error);
      number += 1;
      unreadable.push({ number, unreadable: error?.message ?? "" });
    },
    on_record: (fields: Fields) => {
      number += 1;
      return { number, fields };
    },
  });
  const feeding = feed(bytesOf(path, onBytes), parser);
  feeding.catch((error: Error) => parser.destroy(error));
  for await (const row of parser) {
    if (unreadable.length > 0) yield* unreadable.splice(0);
    yield row as Row;
  }
  yield* unreadable;
  await feeding;
}

async function feed(source: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>) {
  for await (const chunk of source) {
    if (parser.destroyed) return;
    if (!parser.write(chunk))
      await new Promise<void>((resolve) => {
        parser.once("drain", resolve);
        parser.once("close", resolve);
      });
  }
  parser.end();
}
