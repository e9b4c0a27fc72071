import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { registrationsById } from "../registrations/store.ts";
import { meetingsSeenBy } from "../visible.ts";
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

/** As the tables have it: two queries that the database plans at once are faster than one with everything in it. */
type Bare = Omit<MeetingRow, "parties">;

const seen = (db: Db, actor: Actor, clusterId: ClusterId, eventId: string) =>
  db
    .selectFrom("meeting")
    .innerJoin("eventSlot as slot", (join) =>
      join.onRef("slot.clusterId", "=", "meeting.clusterId").onRef("slot.id", "=", "meeting.slotId"),
    )
    .innerJoin("eventTable as place", (join) =>
      join.onRef("place.clusterId", "=", "meeting.clusterId").onRef("place.id", "=", "meeting.tableId"),
    )
    .where("meeting.clusterId", "=", clusterId)
    .where("meeting.eventId", "=", eventId)
    .where(meetingsSeenBy(actor));

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

/** The same talks with those who hold them; one with somebody whom the asker may not know of is left out. */
async function withParties(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  meetings: readonly Bare[],
): Promise<MeetingRow[]> {
  if (meetings.length === 0) return [];
  const sides = await db
    .selectFrom("meetingParty")
    .select(["meetingId", "registrationId", "came"])
    .where("clusterId", "=", clusterId)
    .where(sql<boolean>`meeting_id = any (${`{${meetings.map(({ id }) => id).join(",")}}`}::uuid[])`)
    .orderBy("registrationId")
    .execute();
  const ids = [...new Set(sides.map(({ registrationId }) => registrationId))];
  const comers = new Map(
    (await registrationsById(db, actor, clusterId, eventId, ids)).map((one) => [one.id, one]),
  );
  const of = Map.groupBy(sides, ({ meetingId }) => meetingId);
  return meetings.flatMap((meeting) => {
    const [one, other] = (of.get(meeting.id) ?? []).map(({ registrationId, came }): Party | null => {
      const comer = comers.get(registrationId);
      if (!comer) return null;
      const {
        organisationId,
        organisationSlug,
        organisationName,
        personId,
        personName,
        role,
        brings,
        seeks,
      } = comer;
      return {
        registrationId,
        organisationId,
        organisationSlug,
        organisationName,
        personId,
        personName,
        role,
        brings,
        seeks,
        came,
      };
    });
    return one && other ? [{ ...meeting, parties: [one, other] }] : [];
  });
}

export interface MeetingFilter {
  states?: readonly MeetingState[] | undefined;
  /** Those of one who comes. */
  registrationId?: string | undefined;
}

const filtered = ({ states, registrationId }: MeetingFilter): RawBuilder<boolean> => {
  const all = [sql<boolean>`true`];
  if (states) all.push(sql`meeting.state in (${sql.join([...states])})`);
  if (registrationId)
    all.push(sql`exists (select from meeting_party p where p.cluster_id = meeting.cluster_id and p.meeting_id = meeting.id
      and p.registration_id = ${registrationId}::uuid)`);
  return sql`(${sql.join(all, sql` and `)})`;
};

/** Whoever is no member of the team sees the talks of the organisation acted for, and no others. */
export async function meetingsOf(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  eventId: string,
  filter: MeetingFilter,
): Promise<MeetingRow[]> {
  const rows = await seen(db, actor, clusterId, eventId)
    .select(COLUMNS)
    .where(filtered(filter))
    .orderBy("slot.fromAt")
    .orderBy("place.position")
    .orderBy("meeting.id")
    .limit(20_000)
    .execute();
  return withParties(db, actor, clusterId, eventId, rows as unknown as Bare[]);
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
      .select("place.position")
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
  const bare = shown.map(({ position: _, ...row }) => row) as unknown as Bare[];
  return {
    items: await withParties(db, actor, clusterId, eventId, bare),
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
    .where("meeting.id", "=", id)
    .executeTakeFirst();
  const [meeting] = row ? await withParties(db, actor, clusterId, eventId, [row as unknown as Bare]) : [];
  return meeting ?? null;
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
