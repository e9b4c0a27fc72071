import { type SqlBool, sql } from "kysely";
import type { Acting } from "../../../access/identity.ts";
import { OFFICE_ROLES, SEAT_ROLES } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { isLocale, type Locale } from "../../../kernel/locale.ts";
import type { Addressee } from "./notice.ts";
import type { Choices, Frequency } from "./rules.ts";

export interface Reader {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
  addressed: string[];
}

interface Person {
  personId: string;
  name: string;
  email: string;
  locale: string;
}

/** Who is reached by an address today: each person once, with the roles by which they are. The suspended are not. */
export async function readersOf(db: Db, to: Addressee, today: string): Promise<Reader[]> {
  if ("person" in to) {
    const person = await db
      .selectFrom("person")
      .select(["person.id as personId", "person.name", "person.email", "person.locale"])
      .where("person.id", "=", to.person)
      .where("person.suspendedAt", "is", null)
      .executeTakeFirst();
    if (!person) return [];
    const addressed = to.acting ? await roleNow(db, to.person, to.acting, today) : [];
    return addressed ? [{ ...reader(person), addressed }] : [];
  }
  const held = "organisation" in to ? await seated(db, to, today) : await inOffice(db, to, today);
  const readers = new Map<string, Reader>();
  for (const { addressed, ...person } of held) {
    const known = readers.get(person.personId);
    if (known) known.addressed.push(...addressed);
    else readers.set(person.personId, { ...reader(person), addressed });
  }
  return [...readers.values()];
}

const reader = ({ locale, ...person }: Person) =>
  ({ ...person, locale: isLocale(locale) ? locale : "en" }) as const;

/** One role of a person, as it is held today. */
async function roleNow(db: Db, personId: string, acting: Acting, today: string): Promise<string[] | null> {
  const [kind, id] = acting.split(":") as ["seat" | "office", string];
  const row = await db
    .selectFrom(kind)
    .select("role")
    .where("id", "=", id)
    .where("personId", "=", personId)
    .where("since", "<=", today)
    .where((q) => q.or([q("until", "is", null), q("until", ">", today)]))
    .executeTakeFirst();
  return row ? [`${acting}:${row.role}`] : null;
}

type Held = Person & { addressed: string[] };

async function seated(
  db: Db,
  to: Extract<Addressee, { organisation: string }>,
  today: string,
): Promise<Held[]> {
  const roles = to.roles ?? ["owner"];
  const rows = await db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select(["seat.id", "person.id as personId", "person.name", "person.email", "person.locale"])
    .where("seat.organisationId", "=", to.organisation)
    .where("seat.role", "in", roles)
    .where("seat.since", "<=", today)
    .where((q) => q.or([q("seat.until", "is", null), q("seat.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .orderBy("seat.since")
    .orderBy("seat.id")
    .execute();
  // Whoever is given another of the roles it is meant for keeps the notice.
  const meant = SEAT_ROLES.filter((role) => roles.includes(role));
  return rows.map(({ id, ...person }) => ({
    ...person,
    addressed: meant.map((role) => `seat:${id}:${role}`),
  }));
}

async function inOffice(db: Db, to: Extract<Addressee, { team: string }>, today: string): Promise<Held[]> {
  const roles = to.roles ?? ["manager", "facilitator"];
  const rows = await db
    .selectFrom("office")
    .innerJoin("person", "person.id", "office.personId")
    .select(["office.id", "person.id as personId", "person.name", "person.email", "person.locale"])
    .where("office.clusterId", "=", to.team)
    .where("office.role", "in", roles)
    .where("office.since", "<=", today)
    .where((q) => q.or([q("office.until", "is", null), q("office.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .orderBy("office.since")
    .orderBy("office.id")
    .execute();
  const meant = OFFICE_ROLES.filter((role) => roles.includes(role));
  return rows.map(({ id, ...person }) => ({
    ...person,
    addressed: meant.map((role) => `office:${id}:${role}`),
  }));
}

/** Of these people, those who sit behind the wall today. */
export async function behindWall(
  db: Db,
  people: readonly string[],
  wall: readonly string[],
  today: string,
): Promise<Set<string>> {
  if (wall.length === 0 || people.length === 0) return new Set();
  const rows = await db
    .selectFrom("seat")
    .select("personId")
    .where("personId", "in", people)
    .where("organisationId", "in", wall)
    .where("since", "<=", today)
    .where((q) => q.or([q("until", "is", null), q("until", ">", today)]))
    .execute();
  return new Set(rows.map((row) => row.personId));
}

export async function choicesOf(db: Db, people: readonly string[]): Promise<Map<string, Choices>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom("noticeChoice")
    .select(["personId", "topic", "frequency"])
    .where("personId", "in", people)
    .execute();
  const choices = new Map<string, Record<string, Frequency>>();
  for (const { personId, topic, frequency } of rows) {
    const own = choices.get(personId) ?? {};
    own[topic] = frequency as Frequency;
    choices.set(personId, own);
  }
  return choices;
}

/** Two tellings about one thing come one after the other. */
export const oneAtATime = (db: Db, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`notice:${key}`}, 0))`.execute(db);

export interface NewRow {
  id: string;
  personId: string;
  clusterId: string | null;
  addressed: string[];
  wall: readonly string[];
  topic: string;
  textEn: string;
  textDe: string;
  href: string;
  key: string | null;
  acts: string;
  links: string;
  delivery: string;
  createdAt: Date;
  due: string | null;
  toldAt: Date | null;
}

/** Whether it was new: what is told a second time, or has been overtaken, is not. */
export async function addNotice(db: Db, row: NewRow): Promise<boolean> {
  if (row.key !== null)
    await db
      .deleteFrom("notice")
      .where("personId", "=", row.personId)
      .where("key", "=", row.key)
      .where("readAt", "is", null)
      .where("delivery", "<", row.delivery)
      .execute();
  const added = await db
    .insertInto("notice")
    .values({ ...row, wall: [...row.wall] })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

/** What a person still sees: told to them alone, or to a role they hold now; never over a wall. */
export const stillTold = (held: readonly string[], ownOrganisations: readonly string[]) =>
  sql<SqlBool>`(notice.addressed = '{}' or notice.addressed && ${held}::text[])
    and (notice.wall = '{}' or not notice.wall && ${ownOrganisations}::uuid[])`;
