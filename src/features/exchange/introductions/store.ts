import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { needsSeenBy, offersSeenBy } from "../visible.ts";
import type { Kind } from "../words.ts";
import { ANSWER_DAYS, type Earlier, PER_WEEK } from "./rules.ts";
import type { IntroductionFilter } from "./schema.ts";
import { introductionsSeenBy, sideSeenBy } from "./visible.ts";
import type { Origin, OutcomeKind, Party, Side, State, Via } from "./words.ts";

/** An introduction as the asker knows it: what stays unnamed to them is `null`. */
export interface Introduction {
  clusterId: ClusterId;
  id: string;
  state: State;
  origin: Origin;
  via: Via;
  hidden: Side | null;
  mediated: boolean;
  message: string;
  toldText: string;
  kind: Kind | null;
  teamPersonId: PersonId | null;
  teamNote: string;
  createdAt: Date;
  turnAt: Date;
  expiresAt: Date | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  toldAt: Date | null;
  metAt: Date | null;
  closedAt: Date | null;
  endedBy: Party | "house" | null;
  reason: string | null;
  movedAt: Date;
  remindedAt: Date | null;
  firstAskedAt: Date | null;
  secondAskedAt: Date | null;
  fromId: OrganisationId | null;
  fromAt: ClusterId | null;
  fromSlug: string | null;
  fromName: string | null;
  fromPerson: PersonId | null;
  fromZone: string | null;
  fromRead: Date | null;
  toId: OrganisationId | null;
  toAt: ClusterId | null;
  toSlug: string | null;
  toName: string | null;
  toPerson: PersonId | null;
  toZone: string | null;
  toRead: Date | null;
  needId: string | null;
  /** As far as the asker sees the need itself; of a teaser there is none. */
  needTitle: string | null;
  offerId: string | null;
  offerTitle: string | null;
  /** What it is about is kept in confidence, or from somebody: its log is each side's own. */
  kept: boolean;
  /** The next talk that both agreed on. */
  talkAt: Date | null;
  /** Whether times were proposed, and by whom. */
  talkBy: Side | null;
  /** The furthest that was said or confirmed of what came of it. */
  outcome: OutcomeKind | null;
  outcomeState: "stated" | "confirmed" | "disputed" | null;
  /** The last thing written to the other side. */
  lastMessageAt: Date | null;
}

/** What it is about as far as the asker knows. Not `coalesce`: to the database that might leak, and no index could be used. */
const NEED = sql`case when f.need_id is not null then f.need_id else t.need_id end`;
const OFFER = sql`case when t.offer_id is not null then t.offer_id else f.offer_id end`;

const COLUMNS = sql`
  i.cluster_id, i.id, i.state, i.origin, i.via, i.hidden, i.mediated, i.message, i.told_text, i.kind, i.team_person_id, i.team_note,
  i.created_at, i.turn_at, i.expires_at, i.asked_at, i.answered_at, i.told_at, i.met_at, i.closed_at, i.ended_by, i.reason, i.moved_at,
  i.reminded_at, i.first_asked_at, i.second_asked_at,
  f.organisation_id as from_id, f.at_cluster_id as from_at, fo.slug as from_slug, fo.name as from_name, f.person_id as from_person,
  f.zone as from_zone, f.read_at as from_read,
  t.organisation_id as to_id, t.at_cluster_id as to_at, tx.slug as to_slug, tx.name as to_name, t.person_id as to_person,
  t.zone as to_zone, t.read_at as to_read,
  ${NEED} as need_id, n.title as need_title, ${OFFER} as offer_id, b.title as offer_title,
  coalesce(n.step in ('match', 'teaser') or n.visibility = 'organisation' or n.wall <> '{}', false)
    or coalesce(b.visibility = 'organisation' or b.wall <> '{}', false) as kept,
  k.starts_at as talk_at, p.by as talk_by, c.kind as outcome, c.state as outcome_state, m.at as last_message_at`;

const OF_THIS = sql`o.cluster_id = i.cluster_id and o.introduction_id = i.id and o.state <> 'withdrawn'`;

/** Further than any other of the same introduction: what is confirmed before what one side says, much before little. */
const FURTHEST = sql`(o.state = 'confirmed') desc,
  array_position(array['nothing', 'talks', 'hire', 'order', 'contract', 'project', 'investment'], o.kind) desc, o.stated_at desc`;

/** The introductions with what the asker may read of either side: enough to choose and to count. */
const choice = (actor: Actor) => sql`
  introduction i
  left join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.side = 'from'
    and ${sideSeenBy(actor, "f")}
  left join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side = 'to'
    and ${sideSeenBy(actor, "t")}
  left join organisation fo on fo.id = f.organisation_id and ${seenBy(actor, { table: "fo", owners: ["id"] })}
  left join organisation tx on tx.id = t.organisation_id and ${seenBy(actor, { table: "tx", owners: ["id"] })}`;

/** The same with all that is told of them; the database looks it up for each row, so for no more rows than are shown. */
const rowsOf = (actor: Actor) => sql`
  ${choice(actor)}
  left join need n on n.id = ${NEED} and ${needsSeenBy(actor, "n")}
  left join offer b on b.id = ${OFFER} and ${offersSeenBy(actor, "b")}
  left join lateral (
    select s.starts_at from talk_slot s where s.cluster_id = i.cluster_id and s.introduction_id = i.id and s.state = 'agreed'
    order by s.starts_at desc limit 1) k on true
  left join lateral (
    select h.by from talk_slot h where h.cluster_id = i.cluster_id and h.introduction_id = i.id and h.state = 'held'
    limit 1) p on true
  left join lateral (
    select o.kind, o.state from outcome o where ${OF_THIS} order by ${FURTHEST} limit 1) c on true
  left join lateral (
    select w.at from introduction_message w where w.cluster_id = i.cluster_id and w.introduction_id = i.id
    order by w.at desc limit 1) m on true`;

/** One introduction as the asker knows it, or nothing. */
export async function loadIntroduction(db: Db, actor: Actor, id: string): Promise<Introduction | undefined> {
  const { rows } = await sql<Introduction>`
    select ${COLUMNS} from ${rowsOf(actor)} where i.id = ${id}::uuid and ${introductionsSeenBy(actor)}`.execute(
    db,
  );
  return rows[0];
}

/** Of `waiting`: only those in which the asker is to act. */
export type Wanted = Pick<IntroductionFilter, "state" | "outcome"> &
  Partial<
    Pick<
      IntroductionFilter,
      "organisation" | "need" | "offer" | "year" | "reached" | "month" | "waiting" | "cursor"
    >
  >;

/** Introductions the asker takes part in or, for the team, knows of; the last that moved first. */
export async function listIntroductions(
  db: Db,
  actor: Actor,
  wanted: Wanted,
  limit: number,
): Promise<Page<Introduction>> {
  const where = conditionOf(actor, wanted);
  const total = await countOf(db, actor, where);
  const after = wanted.cursor ? decodeCursor(wanted.cursor, 2) : null;
  const from =
    after && isPlace(after)
      ? sql`and (i.moved_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql``;
  const { rows: chosen } = await sql<{ id: string }>`
    select i.id from ${choice(actor)} where ${where} ${from} order by i.moved_at desc, i.id desc limit ${limit + 1}`.execute(
    db,
  );
  if (chosen.length === 0) return { items: [], total, next: null };
  // Two questions: behind the walls the database guesses too low, and would look all of it up for every introduction there is.
  const { rows } = await sql<Introduction>`
    select ${COLUMNS} from ${rowsOf(actor)}
    where i.id = any (${chosen.map(({ id }) => id)}::uuid[]) and ${introductionsSeenBy(actor)}
    order by i.moved_at desc, i.id desc`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total,
    next: rows.length > limit && last ? encodeCursor([last.movedAt.toISOString(), last.id]) : null,
  };
}

async function countOf(db: Db, actor: Actor, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${choice(actor)} where ${where}`.execute(db);
  return rows[0]!.total;
}

/** How many stand in each state, and in how many the asker is to act. */
export async function countsOf(
  db: Db,
  actor: Actor,
): Promise<{ states: Partial<Record<State, number>>; waiting: number }> {
  const { rows } = await sql<{ state: State; total: number; waiting: number }>`
    select i.state, count(*)::int as total, count(*) filter (where ${waitsFor(actor)})::int as waiting
    from ${choice(actor)} where ${introductionsSeenBy(actor)} group by i.state`.execute(db);
  return {
    states: Object.fromEntries(rows.map(({ state, total }) => [state, total])),
    waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
  };
}

function conditionOf(actor: Actor, wanted: Wanted): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [introductionsSeenBy(actor)];
  if (wanted.state.length) all.push(sql`i.state in (${sql.join(wanted.state)})`);
  if (wanted.month) all.push(cameIn(wanted.month, wanted.outcome));
  else if (wanted.outcome.length)
    all.push(
      sql`(select o.kind from outcome o where ${OF_THIS} order by ${FURTHEST} limit 1) in (${sql.join(wanted.outcome)})`,
    );
  if (wanted.year)
    all.push(
      sql`i.created_at >= make_date(${wanted.year}::int, 1, 1) and i.created_at < make_date(${wanted.year + 1}::int, 1, 1)`,
    );
  if (wanted.reached === "accepted") all.push(sql`i.told_at is not null`);
  if (wanted.reached === "met") all.push(sql`i.met_at is not null`);
  if (wanted.reached === "outcome")
    all.push(
      sql`exists (select from outcome o where ${OF_THIS} and o.state = 'confirmed' and o.kind not in ('nothing', 'talks'))`,
    );
  if (wanted.organisation) all.push(sql`${wanted.organisation} in (fo.slug, tx.slug)`);
  if (wanted.need) all.push(sql`${NEED} = ${wanted.need}::uuid`);
  if (wanted.offer) all.push(sql`${OFFER} = ${wanted.offer}::uuid`);
  if (wanted.waiting) all.push(waitsFor(actor));
  return sql`${sql.join(all, sql` and `)}`;
}

/** With an outcome that both sides confirmed, of that month. */
const cameIn = (month: string, kinds: readonly OutcomeKind[]) => sql`exists (
  select from outcome o where o.cluster_id = i.cluster_id and o.introduction_id = i.id and o.state = 'confirmed'
    and to_char(${OUTCOME_DAY}, 'YYYY-MM') = ${month} ${kinds.length ? sql`and o.kind in (${sql.join(kinds)})` : sql``})`;

/** The day of an outcome called `o`, by the clocks where Kontor stands. */
export const OUTCOME_DAY = sql`coalesce(o.happened_on, (o.stated_at at time zone 'Europe/Berlin')::date)`;

/** `turnOf` as a filter, from where the asker stands: also times to answer, and an outcome to confirm. */
function waitsFor(actor: Actor): RawBuilder<unknown> {
  const from = sql`f.organisation_id = ${actor.organisationId}::uuid`;
  const to = sql`t.organisation_id = ${actor.organisationId}::uuid`;
  if (actor.organisationId === null) return sql`(i.state = 'proposed' and i.origin <> 'team')`;
  const proposed = (by: Side) => sql`exists (
    select from talk a where a.cluster_id = i.cluster_id and a.introduction_id = i.id and a.state = 'proposed' and a.by = ${by})`;
  const stated = (by: Side) => sql`exists (
    select from outcome o where o.cluster_id = i.cluster_id and o.introduction_id = i.id and o.state = 'stated' and o.by = ${by})`;
  const arranged = sql`exists (
    select from talk a where a.cluster_id = i.cluster_id and a.introduction_id = i.id and a.state in ('proposed', 'agreed'))`;
  return sql`(i.state = 'asked' and ${to} or i.state = 'proposed' and i.origin = 'team' and ${from}
    or i.state = 'accepted' and (not ${arranged} or ${from} and ${proposed("to")} or ${to} and ${proposed("from")})
    or i.state in ('met', 'closed') and (${from} and ${stated("to")} or ${to} and ${stated("from")}))`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isPlace = ([at, id]: (string | number | null)[]) =>
  typeof id === "string" && UUID.test(id) && typeof at === "string" && !Number.isNaN(Date.parse(at));

export interface Settings {
  perWeek: number;
  answerDays: number;
}

export async function settingsOf(db: Db, clusterId: ClusterId): Promise<Settings> {
  const row = await db
    .selectFrom("introductionSetting")
    .select(["perWeek", "answerDays"])
    .where("clusterId", "=", clusterId)
    .executeTakeFirst();
  return row ?? { perWeek: PER_WEEK, answerDays: ANSWER_DAYS };
}

/** How many this organisation has asked for in the last seven days. */
export async function askedLately(db: Db, organisationId: OrganisationId, now: Date): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from introduction_side f join introduction i on i.cluster_id = f.cluster_id and i.id = f.introduction_id
    where f.organisation_id = ${organisationId}::uuid and f.side = 'from' and i.origin = 'member'
      and i.created_at > ${new Date(now.getTime() - 7 * 86_400_000)}`.execute(db);
  return rows[0]!.total;
}

/** Nobody else of this organisation asks until the transaction ends: what is counted stays counted. */
export const lockAsking = (db: Db, organisationId: OrganisationId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`introductions of ${organisationId}`}, 0))`.execute(db);

/** Earlier ones of the same two about the same need or offer, as far as the one who asks knows of them. */
export async function earlierOf(
  db: Db,
  actor: Actor,
  {
    own,
    other,
    needId,
    offerId,
  }: { own: OrganisationId; other: OrganisationId | null; needId: string | null; offerId: string | null },
): Promise<Earlier[]> {
  const about = needId
    ? sql`${NEED} = ${needId}::uuid`
    : offerId
      ? sql`${OFFER} = ${offerId}::uuid`
      : sql`coalesce(f.need_id, t.need_id, t.offer_id, f.offer_id) is null`;
  const pair = other
    ? sql`${own}::uuid in (f.organisation_id, t.organisation_id) and ${other}::uuid in (f.organisation_id, t.organisation_id)`
    : sql`${own}::uuid in (f.organisation_id, t.organisation_id)`;
  const { rows } = await sql<Earlier>`
    select i.state, i.closed_at from ${choice(actor)} where ${introductionsSeenBy(actor)} and ${about} and ${pair}`.execute(
    db,
  );
  return rows;
}

export interface Message {
  id: string;
  by: Party;
  personId: PersonId | null;
  text: string;
  at: Date;
}

export const messagesOf = (db: Db, { clusterId, id }: Pick<Introduction, "clusterId" | "id">) =>
  db
    .selectFrom("introductionMessage")
    .select(["id", "by", "personId", "text", "at"])
    .where("clusterId", "=", clusterId)
    .where("introductionId", "=", id)
    .orderBy("at")
    .orderBy("id")
    .limit(500)
    .execute() as Promise<Message[]>;

/** The people of both sides by name, once they speak with one another. */
export async function peopleOf(db: Db, id: string): Promise<Map<PersonId, string>> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select person_id, name from introduction_people(${id}::uuid)`.execute(db);
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}
