import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Act, canLayOut, type OpenProblem, opens, stateAfter } from "../rules.ts";
import { dayIn, instantOf, type Span, slotsOf, timeIn } from "../times.ts";
import {
  type LIST_WHEN,
  MOST_SLOTS,
  type NewEvent,
  type NewRule,
  type Session,
  type Tables,
  type Wanted,
} from "./schema.ts";
import * as store from "./store.ts";

/** The cluster these pages lie in; the way here leads through its address. */
export const here = (ctx: Context) => {
  if (!ctx.cluster) throw new Error("An event is looked at inside a cluster.");
  return ctx.cluster;
};

export const findEvent = (ctx: Context, id: string): Promise<store.EventRow | null> =>
  ctx.read((db) => store.eventById(db, ctx.actor, here(ctx).id, id));

export const listEvents = (
  ctx: Context,
  when: (typeof LIST_WHEN)[number],
  limit: number,
  cursor?: string,
): Promise<Page<store.ListedEvent>> =>
  ctx.read((db) => store.listEvents(db, ctx.actor, here(ctx).id, { when, now: ctx.now(), limit, cursor }));

export type LayoutProblem = "sessions-overlap" | "no-slot-fits" | "too-many-slots" | "in-the-past";
export type TimesProblem = "wishes-before-registration" | "too-late-for-registration";
export type WriteProblem = LayoutProblem | TimesProblem | "unknown-wall" | "laid-out" | "over";

type LaidOut = Span & { slots: Span[] };

/** The sessions of a day as instants, with the slots that fit. */
export function laidOut(
  {
    sessions,
    zone,
    talkMinutes,
    pauseMinutes,
  }: Pick<Wanted, "sessions" | "zone" | "talkMinutes" | "pauseMinutes">,
  now: Date,
): Result<LaidOut[], LayoutProblem> {
  const spans = sessions
    .map(({ day, from, to }) => ({ from: instantOf(day, from, zone), to: instantOf(day, to, zone) }))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  if (spans.some((span, at) => at > 0 && span.from < spans[at - 1]!.to)) return refuse("sessions-overlap");
  const laid = spans.map((span) => ({ ...span, slots: slotsOf(span, talkMinutes, pauseMinutes) }));
  if (laid.some(({ slots }) => slots.length === 0)) return refuse("no-slot-fits");
  if (laid.reduce((sum, { slots }) => sum + slots.length, 0) > MOST_SLOTS) return refuse("too-many-slots");
  if (laid[0]!.slots[0]!.from <= now) return refuse("in-the-past");
  return ok(laid);
}

/** Days mean their end; what would be after the beginning is the beginning. */
function endings(wanted: Pick<Wanted, "registerUntil" | "wishUntil" | "zone">, startsAt: Date) {
  const endOf = (day: string) => {
    const end = new Date(instantOf(day, "23:59", wanted.zone).getTime() + 60_000);
    return end < startsAt ? end : startsAt;
  };
  return { registerUntil: endOf(wanted.registerUntil), wishUntil: endOf(wanted.wishUntil) };
}

function timesOf(
  wanted: Pick<Wanted, "registerUntil" | "wishUntil" | "zone">,
  laid: readonly LaidOut[],
): Result<{ startsAt: Date; endsAt: Date; registerUntil: Date; wishUntil: Date }, TimesProblem> {
  const startsAt = laid[0]!.slots[0]!.from;
  const endsAt = laid.at(-1)!.slots.at(-1)!.to;
  const ends = endings(wanted, startsAt);
  if (wanted.wishUntil < wanted.registerUntil) return refuse("wishes-before-registration");
  if (wanted.registerUntil > dayIn(wanted.zone, startsAt)) return refuse("too-late-for-registration");
  return ok({ startsAt, endsAt, ...ends });
}

const told = ({ wall: _, ...rest }: Wanted, times: object) => ({ ...rest, ...times });

async function wallOf(unit: Unit, slugs: readonly string[]): Promise<string[] | null> {
  const found = await store.organisationsCalled(unit.db, slugs);
  return slugs.every((slug) => found.has(slug)) ? slugs.map((slug) => found.get(slug)!.id) : null;
}

export async function createEvent(ctx: Context, wanted: NewEvent): Promise<Result<string, WriteProblem>> {
  const { id: clusterId } = here(ctx);
  const laid = laidOut(wanted, ctx.now());
  if (!laid.ok) return laid;
  const times = timesOf(wanted, laid.value);
  if (!times.ok) return times;
  const id = uuidv7();
  return ctx.write(async (unit) => {
    const wall = await wallOf(unit, wanted.wall);
    if (wall === null) return refuse("unknown-wall");
    await unit.db
      .insertInto("event")
      .values({ clusterId, id, ...columnsOf(wanted), ...times.value, wall, createdBy: ctx.actor.personId })
      .execute();
    await store.layOutSlots(unit, clusterId, id, laid.value);
    await store.layOutTables(
      unit,
      clusterId,
      id,
      Array.from({ length: wanted.tables }, (_, at) => ({
        name: `${ctx.locale === "de" ? "Tisch" : "Table"} ${at + 1}`,
        link: null,
      })),
    );
    unit.audit({
      action: "event.add",
      subjectKind: "event",
      subjectId: id,
      after: told(wanted, times.value),
    });
    return ok(id);
  });
}

const columnsOf = (wanted: Wanted) => ({
  title: wanted.title,
  text: wanted.text,
  place: wanted.place,
  zone: wanted.zone,
  talkMinutes: wanted.talkMinutes,
  pauseMinutes: wanted.pauseMinutes,
  onlyMutual: wanted.onlyMutual,
  onceForOrganisations: wanted.onceForOrganisations,
  mostTalks: wanted.mostTalks,
  roles: [...new Set(wanted.roles)],
  visibility: wanted.visibility,
});

/** What is stored, as it would be said. */
export async function readWanted(ctx: Context, event: store.EventRow): Promise<Wanted> {
  return ctx.read(async (db) => {
    const sessions = await store.sessionsOfEvent(db, event.clusterId, event.id);
    const walls =
      event.wall.length === 0
        ? []
        : await db.selectFrom("organisation").select("slug").where("id", "in", event.wall).execute();
    return {
      ...columnsOf({ ...event, sessions: [], registerUntil: "", wishUntil: "", wall: [] }),
      sessions: sessions.map(({ fromAt, toAt }) => sessionSaid(event.zone, { from: fromAt, to: toAt })),
      registerUntil: lastDay(event.zone, event.registerUntil),
      wishUntil: lastDay(event.zone, event.wishUntil),
      wall: walls.map(({ slug }) => slug),
    };
  });
}

const sessionSaid = (zone: string, { from, to }: Span): Session => ({
  day: dayIn(zone, from),
  from: timeIn(zone, from),
  to: timeIn(zone, to),
});
/** The end of a day is the beginning of the next. */
const lastDay = (zone: string, until: Date) => dayIn(zone, new Date(until.getTime() - 1));

const LAYOUT = ["sessions", "zone", "talkMinutes", "pauseMinutes"] as const;

export async function changeEvent(
  ctx: Context,
  event: store.EventRow,
  change: Partial<Wanted>,
): Promise<Result<null, WriteProblem>> {
  if (event.state === "over" || event.state === "cancelled") return refuse("over");
  const before = await readWanted(ctx, event);
  const wanted = { ...before, ...change };
  const relaid = LAYOUT.some((name) => JSON.stringify(wanted[name]) !== JSON.stringify(before[name]));
  const begun = ctx.now() >= event.startsAt;
  if (relaid && (!canLayOut(event.state) || begun)) return refuse("laid-out");
  const laid = laidOut(wanted, relaid ? ctx.now() : new Date(0));
  if (!laid.ok) return laid;
  const times = timesOf(wanted, laid.value);
  if (!times.ok) return times;
  return ctx.write(async (unit) => {
    const wall = await wallOf(unit, wanted.wall);
    if (wall === null) return refuse("unknown-wall");
    await unit.db
      .updateTable("event")
      .set({ ...columnsOf(wanted), ...times.value, wall, updatedAt: ctx.now() })
      .where("clusterId", "=", event.clusterId)
      .where("id", "=", event.id)
      .execute();
    if (relaid) await store.layOutSlots(unit, event.clusterId, event.id, laid.value);
    unit.audit({
      action: "event.change",
      subjectKind: "event",
      subjectId: event.id,
      before: told(before, {}),
      after: told(wanted, times.value),
    });
    return ok(null);
  });
}

export async function changeTables(
  ctx: Context,
  event: store.EventRow,
  tables: Tables,
): Promise<Result<null, "laid-out">> {
  if (!canLayOut(event.state)) return refuse("laid-out");
  return ctx.write(async (unit) => {
    await store.layOutTables(unit, event.clusterId, event.id, tables);
    unit.audit({ action: "event.tables", subjectKind: "event", subjectId: event.id, after: { tables } });
    return ok(null);
  });
}

export type RuleProblem = "unknown-organisation" | "unknown-role" | "over";

export async function addRule(
  ctx: Context,
  event: store.EventRow,
  rule: NewRule,
): Promise<Result<string, RuleProblem>> {
  if (event.state === "over" || event.state === "cancelled") return refuse("over");
  if (rule.kind === "meet" && rule.roles.some((role) => !event.roles.includes(role)))
    return refuse("unknown-role");
  const id = uuidv7();
  return ctx.write(async (unit) => {
    const { clusterId } = event;
    const slugs = rule.kind === "apart" ? [...new Set(rule.organisations)] : [];
    const found = await store.organisationsCalled(unit.db, slugs);
    if (slugs.some((slug) => !found.has(slug)) || (rule.kind === "apart" && slugs.length < 2))
      return refuse("unknown-organisation");
    const [oneRole, otherRole] = rule.kind === "meet" ? rule.roles : [null, null];
    await unit.db
      .insertInto("eventRule")
      .values({ clusterId, id, eventId: event.id, kind: rule.kind, oneRole, otherRole })
      .execute();
    if (slugs.length > 0)
      await unit.db
        .insertInto("eventRuleOrganisation")
        .values(slugs.map((slug) => ({ clusterId, ruleId: id, organisationId: found.get(slug)!.id })))
        .execute();
    await touch(unit, ctx, event);
    unit.audit({ action: "event.rule", subjectKind: "event", subjectId: event.id, after: { rule } });
    return ok(id);
  });
}

export const removeRule = (ctx: Context, event: store.EventRow, id: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { numDeletedRows } = await unit.db
      .deleteFrom("eventRule")
      .where("clusterId", "=", event.clusterId)
      .where("eventId", "=", event.id)
      .where("id", "=", id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await touch(unit, ctx, event);
    unit.audit({ action: "event.rule", subjectKind: "event", subjectId: event.id, before: { rule: id } });
    return true;
  });

/** A plan made before this moment is older than what it was made from. */
const touch = (unit: Unit, ctx: Context, event: store.EventRow) =>
  unit.db
    .updateTable("event")
    .set({ updatedAt: ctx.now() })
    .where("clusterId", "=", event.clusterId)
    .where("id", "=", event.id)
    .execute();

export type StepProblem = OpenProblem | "changed-meanwhile";

/** One step of the state machine in rules.ts that needs nothing else. */
export function stepEvent(
  ctx: Context,
  event: store.EventRow,
  act: Extract<Act, "open" | "close" | "reopen">,
): Promise<Result<null, StepProblem>> {
  const { clusterId, id } = event;
  return ctx.write(async (unit) => {
    const now = await store.lockEvent(unit, clusterId, id);
    const state = now && stateAfter(now.state, act, "team");
    if (!now || !state) return refuse("changed-meanwhile");
    if (act !== "close") {
      const slots = await store.slotsOfEvent(unit.db, clusterId, id);
      const tables = await store.tablesOfEvent(unit.db, clusterId, id);
      // Opened again it may be for wishes alone.
      const ready = opens(
        act === "reopen" ? { ...now, registerUntil: now.wishUntil } : now,
        slots.length,
        tables.length,
        ctx.now(),
      );
      if (!ready.ok) return ready;
      await store.dropDraft(unit.db, clusterId, id);
    }
    await unit.db
      .updateTable("event")
      .set({ state, updatedAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute();
    unit.audit({
      action: `event.${act}`,
      subjectKind: "event",
      subjectId: id,
      before: { state: now.state },
      after: { state },
    });
    if (act === "open")
      await unit.enqueue("events.opened", { clusterId, eventId: id }, { key: `events.opened:${id}` });
    return ok(null);
  });
}

/** A draft that nobody has seen goes without a trace but the log's. */
export const dropEvent = (ctx: Context, event: store.EventRow): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { numDeletedRows } = await unit.db
      .deleteFrom("event")
      .where("clusterId", "=", event.clusterId)
      .where("id", "=", event.id)
      .where("state", "=", "draft")
      .executeTakeFirst();
    if (numDeletedRows > 0n)
      unit.audit({
        action: "event.drop",
        subjectKind: "event",
        subjectId: event.id,
        before: { title: event.title },
      });
    return numDeletedRows > 0n;
  });
