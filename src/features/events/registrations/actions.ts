import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { membersOn } from "../../registry/feature.ts";
import { here } from "../event/actions.ts";
import { type EventRow, eventById, organisationsCalled, type SlotRow, slotsOfEvent } from "../event/store.ts";
import { takesRegistrations } from "../rules.ts";
import { callOffTalks } from "../schedule/drop-out.ts";
import type { RegistrationSubject } from "../visible.ts";
import type { NewRegistration, Wanted } from "./schema.ts";
import * as store from "./store.ts";

export interface FoundRegistration extends RegistrationSubject {
  event: EventRow;
  registration: store.RegistrationRow;
}

export async function findRegistration(
  ctx: Context,
  eventId: string,
  id: string,
): Promise<FoundRegistration | null> {
  const { id: clusterId } = here(ctx);
  return ctx.read(async (db) => {
    const event = await eventById(db, ctx.actor, clusterId, eventId);
    const registration = event && (await store.registrationById(db, ctx.actor, clusterId, eventId, id));
    if (!event || !registration) return null;
    return {
      clusterId,
      organisationId: registration.organisationId,
      personId: registration.personId,
      event,
      registration,
    };
  });
}

export const listParticipants = (
  ctx: Context,
  event: EventRow,
  filter: Parameters<typeof store.listParticipants>[4],
): Promise<Page<store.RegistrationRow>> =>
  ctx.read((db) => store.listParticipants(db, ctx.actor, event.clusterId, event.id, filter));

export interface Choices {
  slots: SlotRow[];
  people: store.Colleague[];
  members: { id: string; slug: string; name: string }[];
}

/** What the form offers: the slots, who may come for the organisation, and whom it can be kept from. */
export const readChoices = (
  ctx: Context,
  event: EventRow,
  organisationId: OrganisationId,
): Promise<Choices> =>
  ctx.read(async (db) => {
    const members = await membersOn(db, ctx.actor, event.clusterId, ctx.today());
    return {
      slots: await slotsOfEvent(db, event.clusterId, event.id),
      people: await store.peopleOf(db, organisationId, ctx.today()),
      members: members
        .filter((member) => member.id !== organisationId && member.role !== "applicant")
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  });

export const readDetail = (ctx: Context, { registration }: FoundRegistration) =>
  ctx.read(async (db) => ({
    away: await store.awayOf(db, registration.clusterId, registration.id),
    wall:
      registration.wall.length === 0
        ? []
        : await db
            .selectFrom("organisation")
            .select(["id", "slug", "name"])
            .where("id", "in", registration.wall)
            .execute(),
  }));

export type RegisterProblem =
  | "too-late"
  | "unknown-organisation"
  | "unknown-person"
  | "registered-already"
  | "role-needed"
  | "unknown-wall"
  | "own-wall"
  | "unknown-slot"
  | "no-slot";

const byTeam = (ctx: Context, event: EventRow) => can(ctx.actor, "event.keep", event);

/** For one's own organisation; the team also for a member that rang up. */
export async function register(
  ctx: Context,
  event: EventRow,
  wanted: NewRegistration,
): Promise<Result<string, RegisterProblem>> {
  if (!takesRegistrations(event, ctx.now(), byTeam(ctx, event))) return refuse("too-late");
  const id = uuidv7();
  return ctx.write(async (unit) => {
    const organisationId = await comesFor(ctx, unit, event, wanted.organisation);
    if (organisationId === null) return refuse("unknown-organisation");
    const people = await store.peopleOf(unit.db, organisationId, ctx.today());
    if (!people.some((person) => person.id === wanted.personId)) return refuse("unknown-person");
    const checked = await check(unit, ctx, event, organisationId, wanted);
    if (!checked.ok) return checked;
    const { numInsertedOrUpdatedRows } = await unit.db
      .insertInto("registration")
      .values({
        clusterId: event.clusterId,
        id,
        eventId: event.id,
        organisationId,
        personId: wanted.personId,
        role: wanted.role,
        brings: wanted.brings,
        seeks: wanted.seeks,
        mostTalks: wanted.mostTalks,
        wall: checked.value,
        registeredBy: ctx.actor.personId,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return refuse("registered-already");
    await writeAway(unit, event.clusterId, id, wanted.away);
    unit.audit({
      action: "registration.add",
      subjectKind: "registration",
      subjectId: id,
      after: { eventId: event.id, organisationId, role: wanted.role },
      ownOf: organisationId,
    });
    return ok(id);
  });
}

async function comesFor(
  ctx: Context,
  unit: Unit,
  event: EventRow,
  slug: string | undefined,
): Promise<string | null> {
  if (slug === undefined) return can(ctx.actor, "event.register", event) ? ctx.actor.organisationId : null;
  const members = await membersOn(unit.db, ctx.actor, event.clusterId, ctx.today());
  const member = members.find((one) => one.slug === slug && one.role !== "applicant");
  if (!member) return null;
  if (member.id === ctx.actor.organisationId && can(ctx.actor, "event.register", event)) return member.id;
  return byTeam(ctx, event) && !ctx.actor.ownOrganisations.includes(member.id) ? member.id : null;
}

/** What has to be right about how somebody comes; answers the wall as ids. */
async function check(
  unit: Unit,
  ctx: Context,
  event: EventRow,
  organisationId: OrganisationId,
  wanted: Omit<Wanted, "personId">,
): Promise<Result<string[], RegisterProblem>> {
  if (event.roles.length > 0 && (wanted.role === null || !event.roles.includes(wanted.role)))
    return refuse("role-needed");
  const slots = await slotsOfEvent(unit.db, event.clusterId, event.id);
  if (wanted.away.some((away) => !slots.some((slot) => slot.id === away))) return refuse("unknown-slot");
  if (new Set(wanted.away).size >= slots.length) return refuse("no-slot");
  const found = await organisationsCalled(unit.db, wanted.wall);
  if (wanted.wall.some((slug) => !found.has(slug))) return refuse("unknown-wall");
  const wall = [...found.values()].map(({ id }) => id);
  // Whoever is written out of their own record could not take it back.
  if (wall.includes(organisationId) || wall.some((walled) => ctx.actor.ownOrganisations.includes(walled)))
    return refuse("own-wall");
  return ok(wall);
}

async function writeAway({ db }: Unit, clusterId: string, registrationId: string, away: readonly string[]) {
  await db
    .deleteFrom("registrationAway")
    .where("clusterId", "=", clusterId)
    .where("registrationId", "=", registrationId)
    .execute();
  if (away.length > 0)
    await db
      .insertInto("registrationAway")
      .values([...new Set(away)].map((slotId) => ({ clusterId, registrationId, slotId })))
      .execute();
}

/** As long as there is no plan, everything but who comes; afterwards what the others read. */
export async function changeRegistration(
  ctx: Context,
  found: FoundRegistration,
  change: Partial<Omit<Wanted, "personId">>,
): Promise<Result<null, RegisterProblem>> {
  const { event, registration } = found;
  if (registration.state !== "registered" || event.state === "over" || event.state === "cancelled")
    return refuse("too-late");
  const before = await readDetail(ctx, found);
  const wanted = {
    role: registration.role,
    brings: registration.brings,
    seeks: registration.seeks,
    mostTalks: registration.mostTalks,
    away: before.away,
    wall: before.wall.map(({ slug }) => slug),
    ...change,
  };
  // Whoever hides from the one who writes stays behind the wall.
  const hidden = registration.wall.filter((id) => !before.wall.some((one) => one.id === id));
  const planned = event.state === "published";
  const moved =
    wanted.role !== registration.role ||
    wanted.mostTalks !== registration.mostTalks ||
    String([...wanted.away].sort()) !== String([...before.away].sort()) ||
    String([...wanted.wall].sort()) !== String(before.wall.map(({ slug }) => slug).sort());
  if (planned && moved) return refuse("too-late");
  return ctx.write(async (unit) => {
    const checked = await check(unit, ctx, event, registration.organisationId, wanted);
    if (!checked.ok) return checked;
    await unit.db
      .updateTable("registration")
      .set({
        role: wanted.role,
        brings: wanted.brings,
        seeks: wanted.seeks,
        mostTalks: wanted.mostTalks,
        wall: [...checked.value, ...hidden],
        ...(moved ? { updatedAt: ctx.now() } : {}),
      })
      .where("clusterId", "=", event.clusterId)
      .where("id", "=", registration.id)
      .execute();
    await writeAway(unit, event.clusterId, registration.id, wanted.away);
    unit.audit({
      action: "registration.change",
      subjectKind: "registration",
      subjectId: registration.id,
      after: { eventId: event.id, role: wanted.role },
      ownOf: registration.organisationId,
    });
    return ok(null);
  });
}

/**
 * Somebody does not come after all (`withdrawn`), or is not there on the day (`absent`, which the team says). Talks to come are called
 * off, those concerned are told, and what is left is planned around.
 */
export function leave(
  ctx: Context,
  { event, registration }: FoundRegistration,
  state: "withdrawn" | "absent",
  reason: string,
): Promise<Result<null, "changed-meanwhile">> {
  return ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("registration")
      .set({ state, reason: reason || null, withdrawnAt: ctx.now(), updatedAt: ctx.now() })
      .where("clusterId", "=", event.clusterId)
      .where("id", "=", registration.id)
      .where("state", "=", "registered")
      .executeTakeFirst();
    if (numUpdatedRows === 0n || event.state === "over" || event.state === "cancelled")
      return refuse("changed-meanwhile");
    unit.audit({
      action: `registration.${state === "withdrawn" ? "withdraw" : "absent"}`,
      subjectKind: "registration",
      subjectId: registration.id,
      before: { state: registration.state },
      after: { state, eventId: event.id },
      ownOf: registration.organisationId,
    });
    await callOffTalks(unit, ctx, event, registration);
    return ok(null);
  });
}
