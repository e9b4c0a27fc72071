import { RowRefused } from "./fields.ts";
import type { Numbered } from "./import-organisations.ts";
import type { Reason } from "./problems.ts";
import type { Fields, Row } from "./read-rows.ts";

export type Reporter = (reason: Reason, row: number, detail: string) => void;

/** Turns rows into records and reports those that are none. */
export async function* recordsIn<T>(
  rows: AsyncIterable<Row>,
  read: (fields: Fields, row: number) => T,
  report: Reporter,
): AsyncGenerator<Numbered<T>> {
  for await (const row of rows) {
    if ("unreadable" in row) {
      report("unparsable", row.number, row.unreadable);
      continue;
    }
    try {
      yield { row: row.number, value: read(row.fields, row.number) };
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      report(error.reason, row.number, error.message);
    }
  }
}
