import { sql } from "kysely";
import type { OrganisationId } from "../../../../kernel/actor.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { SILENT_MONTHS } from "./silent.ts";

/** Somebody looked after the profile. Who was silent is so no more, and what was drawn for strangers is drawn again. */
export async function touchProfile(
  { db }: Pick<Unit, "db">,
  organisationId: OrganisationId,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ silent: boolean }>`
    with before as (select id, coalesce(touched_at, created_at) as at from organisation where id = ${organisationId}::uuid)
    update organisation set touched_at = ${now} from before where organisation.id = before.id
    returning before.at < ${now}::timestamptz - make_interval(months => ${SILENT_MONTHS}) as silent
  `.execute(db);
  if (rows[0]?.silent) await sql`select touch_commons()`.execute(db);
}
