import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../kernel/gateway.ts";

/** The rows of a query, some at a time, so that a table of any length needs the memory of a few rows. One such query at a time. */
export async function* fetched<T>(db: Db, query: RawBuilder<T>, atOnce = 500): AsyncGenerator<T[]> {
  await sql`declare fetched no scroll cursor for ${query}`.execute(db);
  for (let more = true; more; ) {
    const { rows } = await sql<T>`fetch ${sql.lit(atOnce)} from fetched`.execute(db);
    more = rows.length === atOnce;
    if (rows.length > 0) yield rows;
  }
  await sql`close fetched`.execute(db);
}
