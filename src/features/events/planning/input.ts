import { levelsOpen } from "../../../access/identity.ts";
import type { MembershipRole, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import { type EventRow, rulesOfEvent, slotsOfEvent, tablesOfEvent } from "../event/store.ts";
import type { Wish } from "../words.ts";
import type { MeetingInput, PlannedTalk } from "./library.ts";

const VALUES: Readonly<Record<Exclude<Wish, "not">, number>> = { gladly: 0.5, "very-gladly": 1 };
/** Of whom no role is known: meets nobody, where rules say who meets whom. */
const NO_ROLE = "–";

/** Everything a plan is made from, read with the house's own eyes: wishes, walls and rules are no single person's to see. */
export async function planInput(db: Db, event: EventRow, today: string): Promise<MeetingInput> {
  const { clusterId, id } = event;
  const [slots, tables, rules, people] = [
    await slotsOfEvent(db, clusterId, id),
    await tablesOfEvent(db, clusterId, id),
    await rulesOfEvent(db, clusterId, id),
    await peopleOf(db, event),
  ];
  const away = await awayOf(db, event);
  const wishes = await wishesOf(db, event);
  const standOf = new Map(
    tables.flatMap(({ id: table, registrationId }) => (registrationId ? [[registrationId, table]] : [])),
  );
  const known = new Set(people.map((person) => person.id));
  const organisations = new Set(people.map((person) => person.organisationId));
  const meet = rules
    .filter(({ kind }) => kind === "meet")
    .map(({ oneRole, otherRole }) => [oneRole!, otherRole!] as const);

  return {
    slots: slots.map((slot) => ({
      id: slot.id,
      from: slot.fromAt.getTime(),
      to: slot.toAt.getTime(),
      session: slot.sessionId,
    })),
    tables: tables.map((table) => ({ id: table.id })),
    participants: people.map((person) => {
      const gone = away.get(person.id);
      const most = Math.min(person.mostTalks ?? Infinity, event.mostTalks ?? Infinity);
      const stand = standOf.get(person.id);
      return {
        id: person.id,
        organisation: person.organisationId,
        ...(meet.length > 0 ? { role: person.role ?? NO_ROLE } : {}),
        ...(gone ? { slots: slots.filter((slot) => !gone.has(slot.id)).map((slot) => slot.id) } : {}),
        ...(Number.isFinite(most) ? { maxTalks: most } : {}),
        ...(stand ? { table: stand } : {}),
      };
    }),
    wishes: wishes.flatMap(({ from, toRegistrationId, toOrganisationId, wish }) => {
      if (wish === "not" || !organisations.has(toOrganisationId)) return [];
      const to =
        toRegistrationId && known.has(toRegistrationId)
          ? { to: toRegistrationId }
          : { toOrganisation: toOrganisationId };
      return [{ from, value: VALUES[wish], ...to }];
    }),
    rules: {
      walls: [
        ...(await wallsBetween(db, event, people, today)),
        ...rules
          .filter(({ kind }) => kind === "apart")
          .flatMap((rule) =>
            pairs(rule.organisations.map((one) => one.id).filter((one) => organisations.has(one))),
          )
          .map((between) => ({ kind: "organisations" as const, between })),
        // Who would rather not is not asked why.
        ...wishes
          .filter(({ wish }) => wish === "not")
          .flatMap(({ from, toRegistrationId, toOrganisationId }) =>
            people
              .filter((one) =>
                toRegistrationId ? one.id === toRegistrationId : one.organisationId === toOrganisationId,
              )
              .map((one) => ({ kind: "participants" as const, between: [from, one.id] as const })),
          ),
      ],
      ...(meet.length > 0 ? { meet } : {}),
      onlyMutual: event.onlyMutual,
      onceForOrganisations: event.onceForOrganisations,
    },
  };
}

interface Comer {
  id: string;
  organisationId: OrganisationId;
  organisationKind: string;
  organisationWall: OrganisationId[];
  role: string | null;
  mostTalks: number | null;
  wall: OrganisationId[];
}

const peopleOf = (db: Db, { clusterId, id }: EventRow): Promise<Comer[]> =>
  db
    .selectFrom("registration as r")
    .innerJoin("organisation as o", "o.id", "r.organisationId")
    .select([
      "r.id",
      "r.organisationId",
      "o.kind as organisationKind",
      "o.wall as organisationWall",
      "r.role",
      "r.mostTalks",
      "r.wall",
    ])
    .where("r.clusterId", "=", clusterId)
    .where("r.eventId", "=", id)
    .where("r.state", "=", "registered")
    .orderBy("r.id")
    .execute();

async function awayOf(db: Db, { clusterId, id }: EventRow): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom("registrationAway as a")
    .innerJoin("registration as r", (join) =>
      join.onRef("r.clusterId", "=", "a.clusterId").onRef("r.id", "=", "a.registrationId"),
    )
    .select(["a.registrationId", "a.slotId"])
    .where("r.clusterId", "=", clusterId)
    .where("r.eventId", "=", id)
    .where("r.state", "=", "registered")
    .execute();
  const away = new Map<string, Set<string>>();
  for (const { registrationId, slotId } of rows) {
    const slots = away.get(registrationId) ?? new Set();
    slots.add(slotId);
    away.set(registrationId, slots);
  }
  return away;
}

/** In the order in which they came in. */
const wishesOf = async (db: Db, { clusterId, id }: EventRow) =>
  (await db
    .selectFrom("eventWish as w")
    .innerJoin("registration as r", (join) =>
      join.onRef("r.clusterId", "=", "w.clusterId").onRef("r.id", "=", "w.registrationId"),
    )
    .select(["w.registrationId as from", "w.toOrganisationId", "w.toRegistrationId", "w.wish"])
    .whereRef("w.toOrganisationId", "<>", "r.organisationId")
    .where("r.clusterId", "=", clusterId)
    .where("r.eventId", "=", id)
    .where("r.state", "=", "registered")
    .orderBy("w.createdAt")
    .orderBy("w.registrationId")
    .orderBy("w.toOrganisationId")
    .execute()) as {
    from: string;
    toOrganisationId: OrganisationId;
    toRegistrationId: string | null;
    wish: Wish;
  }[];

/**
 * Who must not meet: whoever walled the other off, in the registration, the membership or for themselves; and whoever may not know that
 * the other belongs here, for a talk would tell.
 */
async function wallsBetween(db: Db, event: EventRow, people: readonly Comer[], today: string) {
  const here = new Map(people.map((person) => [person.organisationId, person]));
  const memberships = await db
    .selectFrom("membership")
    .select(["organisationId", "role", "visibility", "wall"])
    .where("clusterId", "=", event.clusterId)
    .where("since", "<=", today)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", today)]))
    .execute();
  const of = Map.groupBy(
    memberships.filter(({ organisationId }) => here.has(organisationId)),
    ({ organisationId }) => organisationId,
  );
  const apart = new Map<string, readonly [OrganisationId, OrganisationId]>();
  const part = (one: OrganisationId, other: OrganisationId) => {
    if (one === other || !here.has(one) || !here.has(other)) return;
    const [low, high] = [one, other].sort() as [OrganisationId, OrganisationId];
    apart.set(`${low} ${high}`, [low, high]);
  };
  for (const person of people)
    for (const walled of [...person.wall, ...person.organisationWall]) part(person.organisationId, walled);
  for (const { organisationId, wall } of memberships) for (const walled of wall) part(organisationId, walled);
  for (const reader of here.values()) {
    const [first] = of.get(reader.organisationId) ?? [];
    const levels = levelsOpen(
      null,
      (first?.role as MembershipRole | undefined) ?? "associate",
      reader.organisationKind,
    );
    for (const [organisationId, rows] of of)
      if (
        !rows.some(({ visibility }) => visibility === "public" || levels.includes(visibility as Visibility))
      )
        part(reader.organisationId, organisationId);
  }
  return [...apart.values()].map((between) => ({ kind: "organisations" as const, between }));
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));

export interface AgreedTalk extends PlannedTalk {
  meetingId: string;
}

/** The talks that stand, also those that were held. */
export async function agreedTalks(db: Db, { clusterId, id }: EventRow): Promise<AgreedTalk[]> {
  const rows = await db
    .selectFrom("meeting as m")
    .innerJoin("meetingParty as p", (join) =>
      join.onRef("p.clusterId", "=", "m.clusterId").onRef("p.meetingId", "=", "m.id"),
    )
    .select(["m.id", "m.slotId", "m.tableId", "p.registrationId"])
    .where("m.clusterId", "=", clusterId)
    .where("m.eventId", "=", id)
    .where("m.state", "in", ["planned", "held", "no-show"])
    .orderBy("m.id")
    .orderBy("p.registrationId")
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([one, other]) =>
    one && other
      ? [
          {
            meetingId: one.id,
            participants: [one.registrationId, other.registrationId] as const,
            slot: one.slotId,
            table: one.tableId,
          },
        ]
      : [],
  );
}
