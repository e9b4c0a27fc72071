import { sql } from "kysely";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import type { Timing } from "../rules.ts";
import type { Span } from "../times.ts";
import { eventsSeenBy, registrationsSeenBy } from "../visible.ts";
import type { LEVELS, LIST_WHEN, Tables } from "./schema.ts";

export interface EventRow extends Timing {
  clusterId: ClusterId;
  id: string;
  title: string;
  text: string;
  place: string | null;
  zone: string;
  visibility: (typeof LEVELS)[number];
  wall: OrganisationId[];
  talkMinutes: number;
  pauseMinutes: number;
  onlyMutual: boolean;
  onceForOrganisations: boolean;
  mostTalks: number | null;
  roles: string[];
  publishedAt: Date | null;
  cancelledBecause: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const COLUMNS = [
  "event.clusterId",
  "event.id",
  "event.title",
  "event.text",
  "event.place",
  "event.zone",
  "event.state",
  "event.visibility",
  "event.wall",
  "event.startsAt",
  "event.endsAt",
  "event.registerUntil",
  "event.wishUntil",
  "event.talkMinutes",
  "event.pauseMinutes",
  "event.onlyMutual",
  "event.onceForOrganisations",
  "event.mostTalks",
  "event.roles",
  "event.publishedAt",
  "event.cancelledBecause",
  "event.createdAt",
  "event.updatedAt",
] as const;

export const eventById = async (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  id: string,
): Promise<EventRow | null> =>
  ((await db
    .selectFrom("event")
    .select(COLUMNS)
    .where("event.clusterId", "=", clusterId)
    .where("event.id", "=", id)
    .where(eventsSeenBy(actor))
    .executeTakeFirst()) as EventRow | undefined) ?? null;

/** For those who write to it: nobody else changes its state meanwhile. */
export const lockEvent = async ({ db }: Unit, clusterId: ClusterId, id: string): Promise<EventRow | null> =>
  ((await db
    .selectFrom("event")
    .select(COLUMNS)
    .where("event.clusterId", "=", clusterId)
    .where("event.id", "=", id)
    .forUpdate()
    .executeTakeFirst()) as EventRow | undefined) ?? null;

export interface ListedEvent extends EventRow {
  registrations: number;
  registered: boolean;
}

export async function listEvents(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  {
    when,
    now,
    limit,
    cursor,
  }: { when: (typeof LIST_WHEN)[number]; now: Date; limit: number; cursor?: string | undefined },
): Promise<Page<ListedEvent>> {
  const ascending = when === "coming";
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  const found = db
    .selectFrom("event")
    .where("event.clusterId", "=", clusterId)
    .where(eventsSeenBy(actor))
    .$if(when === "coming", (q) => q.where("event.endsAt", ">", now).where("event.state", "<>", "cancelled"))
    .$if(when === "past", (q) =>
      q.where((eb) => eb.or([eb("event.endsAt", "<=", now), eb("event.state", "=", "cancelled")])),
    );
  const rows = found
    .select(COLUMNS)
    .select((eb) =>
      eb
        .selectFrom("registration")
        .select(sql<number>`count(*)::int`.as("count"))
        .whereRef("registration.clusterId", "=", "event.clusterId")
        .whereRef("registration.eventId", "=", "event.id")
        .where("registration.state", "=", "registered")
        .where(registrationsSeenBy(actor))
        .as("registrations"),
    )
    .select(
      sql<boolean>`exists (select from registration own where own.cluster_id = event.cluster_id and own.event_id = event.id
        and own.state = 'registered' and own.organisation_id = ${actor.organisationId}::uuid)`.as(
        "registered",
      ),
    )
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(event.starts_at, event.id) ${ascending ? sql`>` : sql`<`} (${after![0]}::timestamptz, ${after![1]}::uuid)`,
      ),
    )
    .orderBy("event.startsAt", ascending ? "asc" : "desc")
    .orderBy("event.id", ascending ? "asc" : "desc")
    .limit(limit + 1)
    .execute();
  const [items, { total }] = await Promise.all([
    rows,
    found.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow(),
  ]);
  const shown = (items as unknown as ListedEvent[]).slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return { items: shown, total, next: last ? encodeCursor([last.startsAt.toISOString(), last.id]) : null };
}

export interface SlotRow {
  id: string;
  sessionId: string;
  fromAt: Date;
  toAt: Date;
}

export const slotsOfEvent = (db: Db, clusterId: ClusterId, eventId: string): Promise<SlotRow[]> =>
  db
    .selectFrom("eventSlot")
    .select(["id", "sessionId", "fromAt", "toAt"])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .orderBy("fromAt")
    .execute();

export const sessionsOfEvent = (db: Db, clusterId: ClusterId, eventId: string) =>
  db
    .selectFrom("eventSession")
    .select(["id", "fromAt", "toAt"])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .orderBy("fromAt")
    .execute();

export interface TableRow {
  id: string;
  name: string;
  link: string | null;
  registrationId: string | null;
}

export const tablesOfEvent = (db: Db, clusterId: ClusterId, eventId: string): Promise<TableRow[]> =>
  db
    .selectFrom("eventTable")
    .select(["id", "name", "link", "registrationId"])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .orderBy("position")
    .orderBy("id")
    .execute();

export interface RuleRow {
  id: string;
  kind: "meet" | "apart";
  oneRole: string | null;
  otherRole: string | null;
  organisations: { id: OrganisationId; slug: string; name: string }[];
}

/** Only the team reads them. */
export async function rulesOfEvent(db: Db, clusterId: ClusterId, eventId: string): Promise<RuleRow[]> {
  const rules = await db
    .selectFrom("eventRule")
    .select(["id", "kind", "oneRole", "otherRole"])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .orderBy("id")
    .execute();
  const organisations =
    rules.length === 0
      ? []
      : await db
          .selectFrom("eventRuleOrganisation as part")
          .innerJoin("organisation as o", "o.id", "part.organisationId")
          .select(["part.ruleId", "o.id", "o.slug", "o.name"])
          .where("part.clusterId", "=", clusterId)
          .where(
            "part.ruleId",
            "in",
            rules.map(({ id }) => id),
          )
          .orderBy("o.name")
          .execute();
  return rules.map((rule) => ({
    ...(rule as Omit<RuleRow, "organisations">),
    organisations: organisations.filter(({ ruleId }) => ruleId === rule.id),
  }));
}

/** Lays its sessions and slots out anew; slots that stay as they were keep who has no time in them. */
export async function layOutSlots(
  { db }: Unit,
  clusterId: ClusterId,
  eventId: string,
  sessions: readonly (Span & { slots: readonly Span[] })[],
): Promise<void> {
  await dropDraft(db, clusterId, eventId);
  const before = await slotsOfEvent(db, clusterId, eventId);
  const key = (from: Date, to: Date) => `${from.getTime()}-${to.getTime()}`;
  const known = new Map(before.map((slot) => [key(slot.fromAt, slot.toAt), slot.id]));
  const kept = new Set(
    sessions.flatMap(({ slots }) => slots.map(({ from, to }) => known.get(key(from, to)))),
  );
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0)
    await db.deleteFrom("eventSlot").where("clusterId", "=", clusterId).where("id", "in", gone).execute();
  const old = await sessionsOfEvent(db, clusterId, eventId);
  for (const session of sessions) {
    const sessionId = uuidv7();
    await db
      .insertInto("eventSession")
      .values({ clusterId, id: sessionId, eventId, fromAt: session.from, toAt: session.to })
      .execute();
    const stay = session.slots
      .map(({ from, to }) => known.get(key(from, to)))
      .filter((id) => id !== undefined);
    if (stay.length > 0)
      await db
        .updateTable("eventSlot")
        .set({ sessionId })
        .where("clusterId", "=", clusterId)
        .where("id", "in", stay)
        .execute();
    const fresh = session.slots.filter(({ from, to }) => !known.has(key(from, to)));
    if (fresh.length > 0)
      await db
        .insertInto("eventSlot")
        .values(
          fresh.map(({ from, to }) => ({
            clusterId,
            id: uuidv7(),
            eventId,
            sessionId,
            fromAt: from,
            toAt: to,
          })),
        )
        .execute();
  }
  if (old.length > 0)
    await db
      .deleteFrom("eventSession")
      .where("clusterId", "=", clusterId)
      .where(
        "id",
        "in",
        old.map(({ id }) => id),
      )
      .execute();
}

/** The tables in the order of the list; one that keeps its name keeps who stands there. */
export async function layOutTables(
  { db }: Unit,
  clusterId: ClusterId,
  eventId: string,
  tables: Tables,
): Promise<void> {
  await dropDraft(db, clusterId, eventId);
  const before = await tablesOfEvent(db, clusterId, eventId);
  const left = new Map(before.map((table) => [table.name, table.id]));
  for (const [position, { name, link }] of tables.entries()) {
    const id = left.get(name);
    left.delete(name);
    if (id)
      await db
        .updateTable("eventTable")
        .set({ position, link })
        .where("clusterId", "=", clusterId)
        .where("id", "=", id)
        .execute();
    else
      await db
        .insertInto("eventTable")
        .values({ clusterId, id: uuidv7(), eventId, position, name, link })
        .execute();
  }
  const gone = [...left.values()];
  if (gone.length > 0)
    await db.deleteFrom("eventTable").where("clusterId", "=", clusterId).where("id", "in", gone).execute();
}

/** What was planned and not published stands on what is being changed: it has to be planned again. */
export async function dropDraft(db: Db, clusterId: ClusterId, eventId: string): Promise<void> {
  await db
    .deleteFrom("meeting")
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .where("state", "=", "draft")
    .execute();
  await db
    .updateTable("eventPlan")
    .set({ state: "replaced" })
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", eventId)
    .where("state", "in", ["waiting", "running", "done"])
    .execute();
}

/** Organisations by their addresses, as far as the asker sees them. */
export const organisationsCalled = async (
  db: Db,
  slugs: readonly string[],
): Promise<Map<string, { id: OrganisationId; slug: string; name: string }>> =>
  slugs.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom("organisation")
            .select(["id", "slug", "name"])
            .where("slug", "in", [...slugs])
            .execute()
        ).map((row) => [row.slug, row]),
      );
