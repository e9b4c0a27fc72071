import type { Batch } from "./text-rows.ts";

/** Bytes that can be read from the beginning, more than once, without being held whole. */
export interface Source {
  name: string;
  size: number;
  pieces(): AsyncIterable<Uint8Array>;
}

/** Larger ones are not taken in by a page; formats that are read whole stop earlier. */
export const MAX_BYTES = 60 * 1_048_576;
const MAX_WHOLE = 30 * 1_048_576;

export type Take = (batch: Batch) => Promise<void> | void;

export type NotReadable =
  | "empty-file"
  | "not-a-table"
  | "quote-open"
  | "too-large"
  | "not-json-stat"
  | "workbook"
  | "too-many-rows"
  | "no-correspondence";

/** The file cannot be read, for a reason that is told in a sentence. */
export class Unreadable extends Error {
  readonly problem: NotReadable;
  readonly detail: string | number | null;
  constructor(problem: NotReadable, detail: string | number | null = null) {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }
}

export async function wholeOf(source: Source): Promise<Buffer> {
  if (source.size > MAX_WHOLE) throw new Unreadable("too-large", Math.floor(MAX_WHOLE / 1_048_576));
  const pieces: Uint8Array[] = [];
  for await (const piece of source.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

export const sourceOf = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  async *pieces() {
    for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
  },
});
