import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../../../access/visibility.ts";
import type { Actor, ClusterId } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import { membersSeen } from "../../links/store.ts";

export const SILENT_MONTHS = 18;

/**
 * Whether nobody touched or confirmed anything of an organisation's profile for so long. A condition for lists and orders: in search
 * the silent ones sink. Before anybody did, the day it came into the registry counts.
 */
export const isSilent = (now: Date, table = "organisation"): RawBuilder<boolean> =>
  sql`(coalesce(${sql.ref(`${table}.touchedAt`)}, ${sql.ref(`${table}.createdAt`)}) < ${now}::timestamptz - make_interval(months => ${SILENT_MONTHS}))`;

/** The members of a cluster nobody has looked after since, those silent for longest first. */
export const silentSince = (
  db: Db,
  actor: Actor,
  { clusterId, now, today }: { clusterId: ClusterId; now: Date; today: string },
) =>
  db
    .selectFrom("organisation")
    .select([
      "organisation.id",
      "organisation.slug",
      "organisation.name",
      sql<Date>`coalesce(organisation.touched_at, organisation.created_at)`.as("since"),
    ])
    .where("organisation.id", "in", membersSeen(db, actor, clusterId, today))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .where(isSilent(now))
    .orderBy("since")
    .orderBy("organisation.id")
    .execute();
