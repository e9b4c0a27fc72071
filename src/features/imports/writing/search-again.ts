import { sql } from "kysely";
import type { Unit } from "../../../kernel/gateway.ts";

/** From here on search finds these as they are now. */
export const searchAgain = async ({ db }: Pick<Unit, "db">, ids: readonly string[]): Promise<void> => {
  await sql`select index_organisations(${[...ids]}::uuid[])`.execute(db);
  await sql`select touch_commons()`.execute(db);
};
