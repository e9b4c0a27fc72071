import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

export interface Choosable {
  id: string;
  slug: string;
  name: string;
}

/** The members of the cluster that the asker sees, to choose from: whom to wall off, for whom something was written down. */
export const membersSeen = (
  db: Db,
  actor: Actor,
  { clusterId, today }: { clusterId: ClusterId; today: string },
): Promise<Choosable[]> =>
  db
    .selectFrom("organisation")
    .select(["organisation.id", "organisation.slug", "organisation.name"])
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .where("organisation.id", "in", (q) =>
      q
        .selectFrom("membership")
        .select("membership.organisationId")
        .where("membership.clusterId", "=", clusterId)
        .where("membership.role", "<>", "applicant")
        .where("membership.since", "<=", today)
        .where((is) => is.or([is("membership.until", "is", null), is("membership.until", ">", today)]))
        .where(seenBy(actor, { table: "membership", owners: ["organisationId"] })),
    )
    .orderBy(sql`folded(organisation.name)`)
    .limit(2000)
    .execute();

/** Organisations by their addresses or ids, as far as the asker sees them. */
export const organisationsSeen = (
  db: Db,
  actor: Actor,
  by: "slug" | "id",
  values: readonly string[],
): Promise<Choosable[]> =>
  values.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("organisation")
        .select(["organisation.id", "organisation.slug", "organisation.name"])
        .where(`organisation.${by}`, "in", [...values])
        .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
        .execute();

/** Who could look after it: the people of the organisation, as far as the asker knows them. */
export const peopleOf = (db: Db, organisationId: OrganisationId, today: string) =>
  db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select(["person.id", "person.name"])
    .distinct()
    .where("seat.organisationId", "=", organisationId)
    .where("seat.since", "<=", today)
    .where((is) => is.or([is("seat.until", "is", null), is("seat.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .orderBy("person.name")
    .limit(500)
    .execute();
