import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";

/**
 * Who comes to an event, for letters: of organisations that still belong to the cluster, and without a name where the one who was to come
 * has left the house since.
 */
export const comersOf = (db: Db, { clusterId, id }: { clusterId: string; id: string }) =>
  db
    .selectFrom("registration as r")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.id", "=", "r.personId")
        .on("p.suspendedAt", "is", null)
        .on(
          sql<boolean>`exists (select from seat where seat.person_id = p.id and seat.organisation_id = r.organisation_id
            and seat.since <= current_date and (seat.until is null or seat.until > current_date))`,
        ),
    )
    .select(["r.id", "r.organisationId", "p.id as personId", "p.name", "p.email", "p.locale"])
    .where("r.clusterId", "=", clusterId)
    .where("r.eventId", "=", id)
    .where(
      sql<boolean>`exists (select from membership m where m.cluster_id = r.cluster_id and m.organisation_id = r.organisation_id
        and m.role <> 'applicant' and m.since <= current_date and (m.until is null or m.until > current_date))`,
    )
    .orderBy("r.id");
