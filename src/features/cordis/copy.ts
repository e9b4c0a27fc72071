import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";

export type Value = string | number | boolean | null | readonly string[];

/** Streams rows into a table by COPY, a few kilobytes in memory at a time. */
export async function copyInto(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly Value[]>,
) {
  const target = client.query(from(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(blocks(rows), { objectMode: true, highWaterMark: 2 }), target);
}

const BLOCK = 1 << 16;

async function* blocks(rows: AsyncIterable<readonly Value[]>): AsyncGenerator<string> {
  let block = "";
  for await (const row of rows) {
    block += `${row.map(cell).join("\t")}\n`;
    if (block.length > BLOCK) {
      yield block;
      block = "";
    }
  }
  if (block !== "") yield block;
}

function cell(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(`{${value.map(quoted).join(",")}}`);
  return String(value);
}

const quoted = (item: string) => `"${item.replace(/["\\]/g, "\\$&")}"`;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter]!);
