import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { meetingsSeenBy, registrationsSeenBy } from "../visible.ts";
import type { MeetingAnswer, MeetingState } from "../words.ts";

/** One of those who talk. */
export interface Party {
  registrationId: string;
  organisationId: OrganisationId;
  organisationSlug: string;
  organisationName: string;
  personId: PersonId | null;
  personName: string | null;
  role: string | null;
  brings: string;
  seeks: string;
  came: boolean | null;
}

export interface MeetingRow {
  clusterId: ClusterId;
  id: string;
  eventId: string;
  state: MeetingState;
  because: string | null;
  goesOn: boolean;
  sequence: number;
  slotId: string;
  fromAt: Date;
  toAt: Date;
  tableId: string;
  tableName: string;
  tableLink: string | null;
  updatedAt: Date;
  /** In the order of their registration. */
  parties: [Party, Party];
}

interface Flat extends Omit<MeetingRow, "parties"> {
  one: Party;
  other: Party;
}

const partyOf = (side: "one" | "other") => sql<Party>`json_build_object(
  'registrationId', ${sql.ref(`${side}_r.id`)}, 'organisationId', ${sql.ref(`${side}_o.id`)}, 'organisationSlug', ${sql.ref(`${side}_o.slug`)},
  'organisationName', ${sql.ref(`${side}_o.name`)}, 'personId', ${sql.ref(`${side}_r.person_id`)}, 'personName', ${sql.ref(`${side}_n.name`)},
  'role', ${sql.ref(`${side}_r.role`)}, 'brings', ${sql.ref(`${side}_r.brings`)}, 'seeks', ${sql.ref(`${side}_r.seeks`)},
  'came', ${sql.ref(`${side}_p.came`)})`;

/** Talks whose two sides the asker may both know of. */
function seen(db: Db, actor: Actor, clusterId: ClusterId, eventId: string) {
  const names = sql<{
    registrationId: string;
    name: string;
  }>`attendee_names(${clusterId}::uuid, ${eventId}::uuid)`;
  return db
    .selectFrom("meeting")
    .innerJoin("eventSlot as slot", (join) =>
      join.onRef("slot.clusterId", "=", "meeting.clusterId").onRef("slot.id", "=", "meeting.slotId"),
    )
    .innerJoin("eventTable as place", (join) =>
      join.onRef("place.clusterId", "=", "meeting.clusterId").onRef("place.id", "=", "meeting.tableId"),
    )
    .innerJoin("meetingParty as one_p", (join) =>
      join.onRef("one_p.clusterId", "=", "meeting.clusterId").onRef("one_p.meetingId", "=", "meeting.id"),
    )
    .innerJoin("meetingParty as other_p", (join) =>
      join
        .onRef("other_p.clusterId", "=", "meeting.clusterId")
        .onRef("other_p.meetingId", "=", "meeting.id")
        .onRef("other_p.registrationId", ">", "one_p.registrationId"),
    )
    .innerJoin("registration as one_r", (join) =>
      join.onRef("one_r.clusterId", "=", "meeting.clusterId").onRef("one_r.id", "=", "one_p.registrationId"),
    )
    .innerJoin("registration as other_r", (join) =>
      join
        .onRef("other_r.clusterId", "=", "meeting.clusterId")
        .onRef("other_r.id", "=", "other_p.registrationId"),
    )
    .innerJoin("organisation as one_o", "one_o.id", "one_r.organisationId")
    .innerJoin("organisation as other_o", "other_o.id", "other_r.organisationId")
    .leftJoin(names.as("one_n"), (join) => join.onRef("one_n.registrationId", "=", "one_r.id"))
    .leftJoin(names.as("other_n"), (join) => join.onRef("other_n.registrationId", "=", "other_r.id"))
    .where("meeting.clusterId", "=", clusterId)
    .where("meeting.eventId", "=", eventId)
    .where(meetingsSeenBy(actor))
    .where(registrationsSeenBy(actor, "one_r"))
    .where(registrationsSeenBy(actor, "other_r"));
}

const COLUMNS = [
  "meeting.clusterId",
  "meeting.id",
  "meeting.eventId",
  "meeting.state",
  "meeting.because",
  "meeting.goesOn",
  "meeting.sequence",
  "meeting.slotId",
  "slot.fromAt",
  "slot.toAt",
  "meeting.tableId",
  "place.name as tableName",
  "place.link as tableLink",
  "meeting.updatedAt",
] as const;

const paired = ({ one, other, ...rest }: Flat): MeetingRow => ({ ...rest, parties: [one, other] });

export interface MeetingFilter {
  states?: readonly MeetingState[] | undefined;
  /** Those of one organisation, or of one who comes for it. */
  organisationId?: OrganisationId | null | undefined;
  registrationId?: string | undefined;
  slotId?: string | undefined;
}

const filtered = ({ states, organisationId, registrationId, slotId }: MeetingFilter): RawBuilder<boolean> => {
  const all = [sql<boolean>`true`];
  if (states) all.push(sql`meeting.state in (${sql.join([...states])})`);
  if (organisationId)
    all.push(sql`${organisationId}::uuid in (one_r.organisation_id, other_r.organisation_id)`);
  if (registrationId) all.push(sql`${registrationId}::uuid in (one_r.id, other_r.id)`);
  if (slotId) all.push(sql`meeting.slot_id = ${slotId}::uuid`);
  return sql`(${sql.join(all, sql` and `)})`;
};

export async function meetingsOf(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  filter: MeetingFilter,
): Promise<MeetingRow[]> {
  const rows = await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .select([partyOf("one").as("one"), partyOf("other").as("other")])
    .where(filtered(filter))
    .orderBy("slot.fromAt")
    .orderBy("place.position")
    .orderBy("meeting.id")
    .limit(20_000)
    .execute();
  return (rows as unknown as Flat[]).map(paired);
}

export async function listMeetings(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  filter: MeetingFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<MeetingRow>> {
  const found = seen(db, actor, clusterId, eventId).where(filtered(filter));
  const after = cursor === undefined ? null : decodeCursor(cursor, 3);
  const [rows, { total }] = await Promise.all([
    found
      .select(COLUMNS)
      .select(["place.position", partyOf("one").as("one"), partyOf("other").as("other")])
      .$if(after !== null, (q) =>
        q.where(
          sql<boolean>`(slot.from_at, place.position, meeting.id) > (${after![0]}::timestamptz, ${after![1]}::int, ${after![2]}::uuid)`,
        ),
      )
      .orderBy("slot.fromAt")
      .orderBy("place.position")
      .orderBy("meeting.id")
      .limit(limit + 1)
      .execute(),
    found.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow(),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: (shown as unknown as (Flat & { position: number })[]).map(({ position: _, ...row }) =>
      paired(row),
    ),
    total,
    next: last ? encodeCursor([last.fromAt.toISOString(), last.position, last.id]) : null,
  };
}

export const meetingById = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  id: string,
): Promise<MeetingRow | null> => {
  const row = await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .select([partyOf("one").as("one"), partyOf("other").as("other")])
    .where("meeting.id", "=", id)
    .executeTakeFirst();
  return row ? paired(row as unknown as Flat) : null;
};

export interface OwnAnswer {
  meetingId: string;
  registrationId: string;
  result: MeetingAnswer;
}

/** What the organisation acted for has said of its talks, or, to the team, what everybody has. */
export const answersOf = async (
  db: Db,
  clusterId: ClusterId,
  meetings: readonly string[],
): Promise<OwnAnswer[]> =>
  meetings.length === 0
    ? []
    : ((await db
        .selectFrom("meetingResult")
        .select(["meetingId", "registrationId", "result"])
        .where("clusterId", "=", clusterId)
        .where("meetingId", "in", [...meetings])
        .execute()) as OwnAnswer[]);

export const noteOf = async (
  db: Db,
  clusterId: ClusterId,
  meetingId: string,
  registrationId: string,
): Promise<string> =>
  (
    await db
      .selectFrom("meetingNote")
      .select("text")
      .where("clusterId", "=", clusterId)
      .where("meetingId", "=", meetingId)
      .where("registrationId", "=", registrationId)
      .executeTakeFirst()
  )?.text ?? "";

export interface TalkTally {
  planned: number;
  held: number;
  noShow: number;
  cancelled: number;
  goesOn: number;
  draft: number;
}

/** How many talks of an event stand, were held, and go on, as far as the asker sees them. */
export const talkTally = (db: Db, actor: Actor, clusterId: ClusterId, eventId: string): Promise<TalkTally> =>
  db
    .selectFrom("meeting")
    .select([
      sql<number>`(count(*) filter (where state = 'planned'))::int`.as("planned"),
      sql<number>`(count(*) filter (where state = 'held'))::int`.as("held"),
      sql<number>`(count(*) filter (where state = 'no-show'))::int`.as("noShow"),
      sql<number>`(count(*) filter (where state = 'cancelled'))::int`.as("cancelled"),
      sql<number>`(count(*) filter (where goes_on))::int`.as("goesOn"),
      sql<number>`(count(*) filter (where state = 'draft'))::int`.as("draft"),
    ])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .where(meetingsSeenBy(actor))
    .executeTakeFirstOrThrow();
