import { createHash } from "node:crypto";
import { isMainThread, type MessagePort, workerData } from "node:worker_threads";
import { type Chosen, readCsv } from "./csv.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { MAX_ROWS, type RawRow, type Reading, Unreadable } from "./sheet.ts";
import { readXlsx } from "./xlsx.ts";

/** Where this module lies once everything is bundled: a thread is started from it. */
export const here = import.meta.url;

const BATCH = 500;

export interface Order {
  reading: true;
  bytes: Uint8Array;
  chosen: Chosen;
  port: MessagePort;
}

export type Message =
  | { kind: "rows"; rows: RawRow[] }
  | { kind: "done"; reading: Reading; sha256: string }
  | { kind: "unreadable"; problem: Unreadable["problem"]; values: Unreadable["values"] }
  | { kind: "failure"; message: string };

const order = workerData as Partial<Order> | null;
if (!isMainThread && order?.reading) await carryOut(order as Order);

/** A batch at a time: the next one when the last was taken. */
async function carryOut({ bytes, chosen, port }: Order) {
  const say = (message: Message) => port.postMessage(message);
  try {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { reading, rows } = await open(bytes, chosen);
    let batch: RawRow[] = [];
    let count = 0;
    for await (const row of rows) {
      count += 1;
      if (count > MAX_ROWS) throw new Unreadable("too-many-rows", { most: MAX_ROWS });
      const sheet = reading.sheets[row.sheet]!;
      sheet.rows += 1;
      sheet.columns = Math.max(sheet.columns, row.cells.length);
      batch.push(row);
      if (batch.length === BATCH) {
        await hand(port, batch);
        batch = [];
      }
    }
    if (count === 0) throw new Unreadable("empty-file");
    await hand(port, batch);
    say({ kind: "done", reading, sha256 });
  } catch (error) {
    if (error instanceof Unreadable)
      say({ kind: "unreadable", problem: error.problem, values: error.values });
    else say({ kind: "failure", message: (error as Error).stack ?? String(error) });
  } finally {
    port.close();
  }
}

function hand(port: MessagePort, rows: RawRow[]) {
  port.postMessage({ kind: "rows", rows } satisfies Message);
  return new Promise((taken) => port.once("message", taken));
}

async function open(
  bytes: Uint8Array,
  chosen: Chosen,
): Promise<{ reading: Reading; rows: AsyncIterable<RawRow> | Iterable<RawRow> }> {
  const empty = (name: string) => ({ name, rows: 0, columns: 0 });
  if ((await kindOfFile(bytes)) === "xlsx") {
    const book = await readXlsx(bytes);
    return {
      reading: { format: "xlsx", encoding: null, separator: null, sheets: book.names.map(empty) },
      rows: book.rows(),
    };
  }
  const { encoding, separator, rows } = readCsv(bytes, chosen);
  return { reading: { format: "csv", encoding, separator, sheets: [empty("")] }, rows };
}
