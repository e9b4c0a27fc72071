import { sql } from "kysely";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { registrationsSeenBy } from "../visible.ts";
import type { RegistrationState } from "../words.ts";

export interface RegistrationRow {
  clusterId: ClusterId;
  id: string;
  eventId: string;
  organisationId: OrganisationId;
  organisationSlug: string;
  organisationName: string;
  personId: PersonId | null;
  personName: string | null;
  state: RegistrationState;
  role: string | null;
  brings: string;
  seeks: string;
  mostTalks: number | null;
  wall: OrganisationId[];
  wishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  withdrawnAt: Date | null;
  reason: string | null;
}

/** With the names by which those who come know one another. */
const seen = (db: Db, actor: Actor, clusterId: ClusterId, eventId: string) =>
  db
    .selectFrom("registration")
    .innerJoin("organisation", "organisation.id", "registration.organisationId")
    .leftJoin(
      sql<{ registrationId: string; name: string }>`attendee_names(${clusterId}::uuid, ${eventId}::uuid)`.as(
        "attendee",
      ),
      (join) => join.onRef("attendee.registrationId", "=", "registration.id"),
    )
    .where("registration.clusterId", "=", clusterId)
    .where("registration.eventId", "=", eventId)
    .where(registrationsSeenBy(actor));

const COLUMNS = [
  "registration.clusterId",
  "registration.id",
  "registration.eventId",
  "registration.organisationId",
  "organisation.slug as organisationSlug",
  "organisation.name as organisationName",
  "registration.personId",
  "attendee.name as personName",
  "registration.state",
  "registration.role",
  "registration.brings",
  "registration.seeks",
  "registration.mostTalks",
  "registration.wall",
  "registration.wishedAt",
  "registration.createdAt",
  "registration.updatedAt",
  "registration.withdrawnAt",
  "registration.reason",
] as const;

export const registrationById = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  id: string,
): Promise<RegistrationRow | null> =>
  ((await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .where("registration.id", "=", id)
    .executeTakeFirst()) as RegistrationRow | undefined) ?? null;

export const registrationsById = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  ids: readonly string[],
): Promise<RegistrationRow[]> =>
  (await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .where(sql<boolean>`registration.id = any (${`{${ids.join(",")}}`}::uuid[])`)
    .execute()) as RegistrationRow[];

/** Those of the organisation acted for. */
export const ownRegistrations = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
): Promise<RegistrationRow[]> =>
  actor.organisationId === null
    ? []
    : ((await seen(db, actor, clusterId, eventId)
        .select(COLUMNS)
        .where("registration.organisationId", "=", actor.organisationId)
        .where("registration.state", "<>", "withdrawn")
        .orderBy("registration.id")
        .execute()) as RegistrationRow[]);

/** Everybody who comes, as far as the asker may know. */
export const participantsOf = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
): Promise<RegistrationRow[]> =>
  (await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .where("registration.state", "=", "registered")
    .orderBy(sql`folded(organisation.name)`)
    .orderBy("registration.id")
    .limit(2000)
    .execute()) as RegistrationRow[];

export async function listParticipants(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  {
    state,
    limit,
    cursor,
  }: { state?: RegistrationState | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<RegistrationRow>> {
  const found = seen(db, actor, clusterId, eventId).$if(state !== undefined, (q) =>
    q.where("registration.state", "=", state!),
  );
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  const [rows, { total }] = await Promise.all([
    found
      .select(COLUMNS)
      .select(sql<string>`folded(organisation.name)`.as("folded"))
      .$if(after !== null, (q) =>
        q.where(
          sql<boolean>`(folded(organisation.name), registration.id) > (${after![0]}, ${after![1]}::uuid)`,
        ),
      )
      .orderBy("folded")
      .orderBy("registration.id")
      .limit(limit + 1)
      .execute(),
    found.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow(),
  ]);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items as unknown as RegistrationRow[],
    total,
    next: last ? encodeCursor([last.folded, last.id]) : null,
  };
}

export interface Tally {
  registered: number;
  organisations: number;
  wished: number;
  withdrawn: number;
}

/** How many come, from how many organisations, and how many of them have said whom they would like to meet. */
export const tallyOf = async (db: Db, actor: Actor, clusterId: ClusterId, eventId: string): Promise<Tally> =>
  db
    .selectFrom("registration")
    .select([
      sql<number>`(count(*) filter (where state = 'registered'))::int`.as("registered"),
      sql<number>`(count(distinct organisation_id) filter (where state = 'registered'))::int`.as(
        "organisations",
      ),
      sql<number>`(count(*) filter (where state = 'registered' and wished_at is not null))::int`.as("wished"),
      sql<number>`(count(*) filter (where state = 'withdrawn'))::int`.as("withdrawn"),
    ])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .where(registrationsSeenBy(actor))
    .executeTakeFirstOrThrow();

export const awayOf = async (db: Db, clusterId: ClusterId, registrationId: string): Promise<string[]> =>
  (
    await db
      .selectFrom("registrationAway")
      .select("slotId")
      .where("clusterId", "=", clusterId)
      .where("registrationId", "=", registrationId)
      .execute()
  ).map(({ slotId }) => slotId);

export interface Colleague {
  id: PersonId;
  name: string;
}

/** Who can come for an organisation: those with a seat in it today, as far as the asker may know them. */
export const peopleOf = (db: Db, organisationId: OrganisationId, today: string): Promise<Colleague[]> =>
  db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select(["person.id", "person.name"])
    .where("seat.organisationId", "=", organisationId)
    .where("seat.since", "<=", today)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .groupBy(["person.id", "person.name"])
    .orderBy("person.name")
    .execute();
