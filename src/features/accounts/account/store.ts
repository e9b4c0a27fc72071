import type { PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/** One's own tokens, the newest first. Their hashes stay where they are. */
export const tokensOf = (db: Db, personId: PersonId) =>
  db
    .selectFrom("apiToken")
    .select(["id", "name", "scope", "actingAs", "createdAt", "expiresAt", "usedAt", "revokedAt"])
    .where("personId", "=", personId)
    .orderBy("createdAt", "desc")
    .limit(200)
    .execute();

export type TokenRow = Awaited<ReturnType<typeof tokensOf>>[number];

/** Every role ever held, with its dates. The name is missing where the organisation cannot be seen from here. */
export async function rolesEverHeld(db: Db, personId: PersonId) {
  const seats = await db
    .selectFrom("seat")
    .leftJoin("organisation", (join) =>
      join.onRef("organisation.id", "=", "seat.organisationId").on("organisation.visibility", "=", "public"),
    )
    .select(["seat.id", "seat.role", "seat.title", "seat.since", "seat.until", "seat.organisationId"])
    .select(["organisation.name", "organisation.slug"])
    .where("seat.personId", "=", personId)
    .orderBy("seat.since", "desc")
    .orderBy("seat.id", "desc")
    .execute();
  const offices = await db
    .selectFrom("office")
    .leftJoin("cluster", (join) =>
      join.onRef("cluster.id", "=", "office.clusterId").on("cluster.visibility", "=", "public"),
    )
    .select(["office.id", "office.role", "office.title", "office.since", "office.until"])
    .select(["cluster.nameEn", "cluster.nameDe", "cluster.slug"])
    .where("office.personId", "=", personId)
    .orderBy("office.since", "desc")
    .orderBy("office.id", "desc")
    .execute();
  return { seats, offices };
}
