import { createHash } from "node:crypto";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyOut } from "./catalogue.ts";
import type { TableHead, TableSum } from "./format.ts";

const NEWLINE = 10;

export class Summing {
  private readonly hash = createHash("sha256");
  rows = 0;
  bytes = 0;

  add(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    // COPY writes a line break inside a value as \n: each real one ends a row.
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.rows += 1;
  }

  end = (): string => this.hash.digest("hex");
}

/** Streams a table, cut between rows into pieces of about four megabytes, and sums up what went by. */
export async function readTable(
  client: pg.ClientBase,
  table: TableHead,
  piece: (bytes: Buffer) => Promise<void> = async () => {},
): Promise<TableSum> {
  const stream = client.query(copyTo(copyOut(table)));
  const sum = new Summing();
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum.add(chunk);
    kept.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    const all = Buffer.concat(kept);
    const end = all.lastIndexOf(NEWLINE) + 1;
    if (end === 0) continue;
    await piece(all.subarray(0, end));
    kept = end < all.length ? [all.subarray(end)] : [];
    size = all.length - end;
  }
  if (size > 0) await piece(Buffer.concat(kept));
  return { name: table.name, rows: sum.rows, sha256: sum.end() };
}

const PIECE = 4_194_304;
