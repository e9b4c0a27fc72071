import { type MeetingInput, type MeetingPlan, planMeetings } from "@kontor/matching";
import { instantOf, slotsOf } from "../src/features/events/times.ts";
import { introductionFromMeeting } from "../src/features/exchange/feature.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import { EVENTS, type InventedComer, type InventedEvent } from "./invented-events.ts";

const ZONE = "Europe/Berlin";
const CLUSTER = "maritime";
const DAY = 86_400_000;
/** Wishes come in for so many days after the registration. */
const WISHED_AFTER = 2;

/** A matchmaking event that members register for, and one that is over, with what came of its talks. */
export async function fillEvents(region: Region): Promise<void> {
  for (const told of EVENTS) {
    const event = await fillEvent(region, told);
    if (told.missing) await fillTalks(region, event, told.missing);
  }
}

interface Comer extends InventedComer {
  id: string;
  organisationId: string;
  personId: string;
}

interface Filled {
  clusterId: string;
  eventId: string;
  plannedAt: Date;
  slots: { id: string; sessionId: string; from: Date; to: Date }[];
  tables: string[];
  comers: Comer[];
}

async function fillEvent(
  { unit: { db }, days, clusters, organisations, persons }: Region,
  told: InventedEvent,
) {
  const clusterId = clusters.get(CLUSTER)!;
  const eventId = uuidv7();
  const day = days.day(0, told.day);
  const endOf = (before: number) => instantOf(days.day(0, told.day - before), "23:59", ZONE);
  const sessions = told.sessions.map(([from, to]) => {
    const span = { from: instantOf(day, from, ZONE), to: instantOf(day, to, ZONE) };
    return { ...span, id: uuidv7(), slots: slotsOf(span, told.talkMinutes, told.pauseMinutes) };
  });
  const slots = sessions.flatMap((session) =>
    session.slots.map((slot) => ({ ...slot, id: uuidv7(), sessionId: session.id })),
  );
  const over = told.day < 0;
  const createdAt = days.moment(0, Math.min(told.day, 0) - 30);
  await db
    .insertInto("event")
    .values({
      ...{ clusterId, id: eventId, title: told.title, text: told.text, place: told.place, zone: ZONE },
      ...{ state: over ? "over" : "open", talkMinutes: told.talkMinutes, pauseMinutes: told.pauseMinutes },
      ...{ startsAt: slots[0]!.from, endsAt: slots.at(-1)!.to },
      ...{ registerUntil: endOf(told.registerUntil), wishUntil: endOf(told.wishUntil) },
      ...{ createdBy: persons.get("facilitator@example.org")!, createdAt, updatedAt: createdAt },
      publishedAt: over ? endOf(told.wishUntil - 1) : null,
    })
    .execute();
  await db
    .insertInto("eventSession")
    .values(sessions.map(({ id, from, to }) => ({ clusterId, id, eventId, fromAt: from, toAt: to })))
    .execute();
  await db
    .insertInto("eventSlot")
    .values(
      slots.map(({ id, sessionId, from, to }) => ({
        clusterId,
        id,
        eventId,
        sessionId,
        fromAt: from,
        toAt: to,
      })),
    )
    .execute();
  const tables = Array.from({ length: told.tables }, () => uuidv7());
  await db
    .insertInto("eventTable")
    .values(
      tables.map((id, position) => ({ clusterId, id, eventId, position, name: `Tisch ${position + 1}` })),
    )
    .execute();

  const comers = told.comers.map((comer) => ({
    ...comer,
    id: uuidv7(),
    organisationId: organisations.get(comer.at)!,
    personId: persons.get(`${comer.who}@example.org`)!,
  }));
  const registeredAt = (at: number) => days.moment(0, Math.min(told.day, 0) - 24 + at);
  await db
    .insertInto("registration")
    .values(
      comers.map(({ id, organisationId, personId, brings, seeks, wishes, withdrawn }, at) => ({
        ...{ clusterId, id, eventId, organisationId, personId, registeredBy: personId, brings, seeks },
        ...{ createdAt: registeredAt(at), updatedAt: registeredAt(at) },
        wishedAt: wishes ? registeredAt(at + WISHED_AFTER) : null,
        state: withdrawn ? "withdrawn" : "registered",
        withdrawnAt: withdrawn ? registeredAt(at + WISHED_AFTER) : null,
        reason: withdrawn ?? null,
      })),
    )
    .execute();
  await db
    .insertInto("eventWish")
    .values(
      comers.flatMap(({ id, wishes = {} }, at) =>
        Object.entries(wishes).map(([slug, wish]) => ({
          ...{ clusterId, registrationId: id, toOrganisationId: organisations.get(slug)!, wish },
          createdAt: registeredAt(at + WISHED_AFTER),
        })),
      ),
    )
    .execute();
  return { clusterId, eventId, plannedAt: endOf(told.wishUntil - 1), slots, tables, comers } satisfies Filled;
}

/** The talks of an event that is over, as the planner would have laid them, each with what both said afterwards. */
async function fillTalks(region: Region, event: Filled, missing: readonly string[]) {
  const { db } = region.unit;
  const { clusterId, eventId, plannedAt, slots } = event;
  const comers = new Map(event.comers.map((comer) => [comer.id, comer]));
  const { talks, quality, firstCome, solver } = await planOf(region, event);
  const planId = uuidv7();
  await db
    .insertInto("eventPlan")
    .values({
      ...{ clusterId, id: planId, eventId, mode: "anew", state: "published", progress: 1, solver },
      ...{ quality: JSON.stringify(quality), firstCome: JSON.stringify(firstCome) },
      ...{ askedAt: plannedAt, startedAt: plannedAt, doneAt: plannedAt, publishedAt: plannedAt },
      askedBy: region.persons.get("facilitator@example.org")!,
    })
    .execute();
  for (const [at, { participants, slot, table }] of talks.entries()) {
    const meetingId = uuidv7();
    const endsAt = slots.find(({ id }) => id === slot)!.to;
    const sides = participants.map((id) => comers.get(id)!).toSorted((a, b) => a.id.localeCompare(b.id));
    const absent = sides.find(({ who }) => missing.includes(who));
    const said = absent
      ? sides.map((side) => (side === absent ? null : "other-absent"))
      : SAID[at % SAID.length]!;
    const goesOn = said.every((result) => result === "follow-up");
    await db
      .insertInto("meeting")
      .values({
        ...{ clusterId, id: meetingId, eventId, slotId: slot, tableId: table, planId, goesOn },
        ...{ state: absent ? "no-show" : "held", createdAt: plannedAt, updatedAt: endsAt },
      })
      .execute();
    await db
      .insertInto("meetingParty")
      .values(
        sides.map((side) => ({
          ...{ clusterId, meetingId, registrationId: side.id, slotId: slot, agreed: true },
          came: side !== absent,
        })),
      )
      .execute();
    const results = sides.flatMap((side, of) =>
      said[of]
        ? [{ registrationId: side.id, result: said[of], answeredBy: side.personId, answeredAt: endsAt }]
        : [],
    );
    await db
      .insertInto("meetingResult")
      .values(results.map((result) => ({ clusterId, meetingId, ...result })))
      .execute();
    if (goesOn) await goOn(region, { clusterId, meetingId, sides, heldAt: endsAt });
  }
}

/** What the two said of talk after talk: many end there, some go on, and not everybody answers. */
const SAID: readonly (readonly ("follow-up" | "nothing" | null)[])[] = [
  ["follow-up", "nothing"],
  ["follow-up", "follow-up"],
  ["nothing", "nothing"],
  ["follow-up", null],
];

async function goOn(
  { unit }: Region,
  {
    clusterId,
    meetingId,
    sides: [from, to],
    heldAt,
  }: { clusterId: string; meetingId: string; sides: Comer[]; heldAt: Date },
) {
  const id = await introductionFromMeeting(unit, { clusterId, meetingId, from: from!, to: to!, heldAt });
  // They were asked what came of it after two weeks.
  await unit.db
    .updateTable("introduction")
    .set({ firstAskedAt: new Date(heldAt.getTime() + 14 * DAY) })
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .execute();
}

function planOf({ organisations }: Region, { slots, tables, comers }: Filled): Promise<MeetingPlan> {
  const here = comers.filter(({ withdrawn }) => withdrawn === undefined);
  const input: MeetingInput = {
    slots: slots.map(({ id, sessionId, from, to }) => ({
      ...{ id, session: sessionId, from: from.getTime(), to: to.getTime() },
    })),
    tables: tables.map((id) => ({ id })),
    participants: here.map(({ id, organisationId }) => ({ id, organisation: organisationId })),
    wishes: here.flatMap(({ id, wishes = {} }) =>
      Object.entries(wishes)
        .filter(([, wish]) => wish !== "not")
        .map(([slug, wish]) => ({
          ...{ from: id, toOrganisation: organisations.get(slug)! },
          value: wish === "very-gladly" ? 1 : 0.5,
        })),
    ),
    rules: { onceForOrganisations: true },
  };
  return planMeetings(input, { solver: "search" });
}
