import type { Context } from "../../../access/context.ts";
import type { JobHouse } from "../../../access/feature.ts";
import type { Acting } from "../../../access/identity.ts";
import type { ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/** Somebody of an organisation who writes for it, as they stand now: a job sees what they would see, and no more. */
export async function asOrganisation(
  house: JobHouse,
  organisationId: OrganisationId,
  clusterId: ClusterId,
  preferred: PersonId | null = null,
): Promise<Context | null> {
  const today = house.now().toISOString().slice(0, 10);
  const held = await house.system("whose eyes a job has", ({ db }) =>
    db
      .selectFrom("seat")
      .innerJoin("person", "person.id", "seat.personId")
      .select(["seat.id", "seat.personId", "seat.role"])
      .where("seat.organisationId", "=", organisationId)
      .where("seat.role", "in", ["owner", "editor"])
      .where("seat.since", "<=", today)
      .where((is) => is.or([is("seat.until", "is", null), is("seat.until", ">", today)]))
      .where("person.suspendedAt", "is", null)
      .orderBy("seat.role", "desc")
      .orderBy("seat.since")
      .execute(),
  );
  const seat = held.find((one) => one.personId === preferred) ?? held[0];
  return seat ? house.as({ personId: seat.personId, acting: `seat:${seat.id}`, clusterId }) : null;
}

/** Somebody of the team that brings members together. */
export async function asTeam(house: JobHouse, clusterId: ClusterId): Promise<Context | null> {
  const office = await house.system("whose eyes a job has", ({ db }) =>
    firstOfTeam(db, clusterId, house.now()),
  );
  return office
    ? house.as({ personId: office.personId, acting: `office:${office.id}` as Acting, clusterId })
    : null;
}

const firstOfTeam = (db: Db, clusterId: ClusterId, now: Date) => {
  const today = now.toISOString().slice(0, 10);
  return db
    .selectFrom("office")
    .innerJoin("person", "person.id", "office.personId")
    .select(["office.id", "office.personId"])
    .where("office.clusterId", "=", clusterId)
    .where("office.role", "in", ["manager", "facilitator"])
    .where("office.since", "<=", today)
    .where((is) => is.or([is("office.until", "is", null), is("office.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .orderBy("office.since")
    .executeTakeFirst();
};
