import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { needsSeenBy, offersSeenBy, teasersSeenBy } from "../visible.ts";
import type { Intent, Kind, OpenStep, State } from "../words.ts";
import type { Filter } from "./filter.ts";
import type { Repeats, Side } from "./rules.ts";

/** A need or an offer with the names around it. An offer stands on the ladder's top: whoever sees it reads it. */
export interface Item {
  side: Side;
  clusterId: ClusterId;
  clusterSlug: string;
  id: string;
  organisationId: OrganisationId;
  organisationSlug: string;
  organisationName: string;
  /** Who looks after it; the name as far as the asker may know it. */
  personId: PersonId | null;
  personName: string | null;
  kind: Kind;
  intent: Intent;
  title: string;
  text: string;
  teaser: string;
  secrecy: string;
  language: Locale;
  competences: string[];
  codes: string[];
  countries: string[];
  place: string | null;
  lat: number | null;
  lon: number | null;
  radiusKm: number | null;
  availableFrom: string | null;
  deadline: string | null;
  state: State;
  visibility: "public" | "peers" | "cluster" | "organisation";
  wall: OrganisationId[];
  step: OpenStep;
  mediated: boolean;
  across: boolean;
  /** The highest step granted to the organisation acted for, as `rankOf`; 0 for none. */
  released: number;
  repeats: Repeats | null;
  seriesId: string | null;
  origin: "typed" | "visit" | "campaign" | "import" | "demo";
  originNote: string | null;
  gatheredBy: PersonId | null;
  confirmedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  closedBecause: string | null;
  version: number;
}

const COMMON = [
  "id",
  "kind",
  "intent",
  "title",
  "text",
  "language",
  "competences",
  "codes",
  "countries",
  "place",
  "lat",
  "lon",
  "radius_km",
  "deadline",
  "state",
  "visibility",
  "wall",
  "across",
  "repeats",
  "series_id",
  "origin",
  "origin_note",
  "cluster_id",
  "organisation_id",
  "person_id",
  "gathered_by",
  "confirmed_at",
  "created_at",
  "updated_at",
  "opened_at",
  "closed_at",
  "closed_because",
  "version",
];

const tableOf = (side: Side) => sql.table(side);
const col = (side: Side, name: string) => sql.ref(`${side}.${name}`);

const columnsOf = (side: Side) => sql`
  ${sql.lit(side)} as side, ${sql.join(COMMON.map((name) => col(side, name)))},
  ${
    side === "need"
      ? sql`need.teaser, need.secrecy, need.step, need.mediated, null::date as available_from,
          released_step(need.cluster_id, need.id) as released`
      : sql`'' as teaser, '' as secrecy, 'full' as step, false as mediated, offer.available_from, 0 as released`
  },
  cluster.slug as cluster_slug, organisation.slug as organisation_slug, organisation.name as organisation_name,
  person.name as person_name`;

const rowsOf = (side: Side) => sql`${tableOf(side)}
  join cluster on cluster.id = ${col(side, "cluster_id")}
  join organisation on organisation.id = ${col(side, "organisation_id")}
  left join person on person.id = ${col(side, "person_id")}`;

/** One of them as far as this hand reaches; whoever asks for somebody asks `can` of it, too. */
export async function loadItem(db: Db, side: Side, id: string): Promise<Item | undefined> {
  const { rows } = await sql<Item>`
    select ${columnsOf(side)} from ${rowsOf(side)} where ${col(side, "id")} = ${id}::uuid`.execute(db);
  return rows[0];
}

/** What is told of a need only after an agreement of secrecy, where the asker has come that far. */
export async function detailOf(db: Db, need: Pick<Item, "clusterId" | "id">): Promise<string> {
  const found = await db
    .selectFrom("needDetail")
    .select("text")
    .where("clusterId", "=", need.clusterId)
    .where("needId", "=", need.id)
    .executeTakeFirst();
  return found?.text ?? "";
}

/** A need as those know it who may not know whose it is. */
export interface Teaser {
  clusterId: ClusterId;
  clusterSlug: string;
  needId: string;
  kind: Kind;
  intent: Intent;
  text: string;
  language: Locale;
  competences: string[];
  codes: string[];
  /** The first of the month it was written in. */
  since: string;
  deadline: string | null;
  visibility: "peers" | "cluster";
  wall: OrganisationId[];
  across: boolean;
}

const TEASER = sql`need_teaser.cluster_id, cluster.slug as cluster_slug, need_teaser.need_id, need_teaser.kind, need_teaser.intent,
  need_teaser.text, need_teaser.language, need_teaser.competences, need_teaser.codes, need_teaser.since, need_teaser.deadline,
  need_teaser.visibility, need_teaser.wall, need_teaser.across`;

export async function loadTeaser(db: Db, needId: string): Promise<Teaser | undefined> {
  const { rows } = await sql<Teaser>`
    select ${TEASER} from need_teaser join cluster on cluster.id = need_teaser.cluster_id
    where need_teaser.need_id = ${needId}::uuid`.execute(db);
  return rows[0];
}

export interface ListOf {
  clusterId: ClusterId;
  filter: Filter;
  today: string;
  limit: number;
  cursor?: string | undefined;
}

const seen = (side: Side, actor: Actor) =>
  side === "need" ? needsSeenBy(actor, "need") : offersSeenBy(actor, "offer");

/** Of this cluster, and of the installation's others where they are to be found across. */
const inReach = (table: string, clusterId: ClusterId) =>
  sql<boolean>`(${sql.ref(`${table}.cluster_id`)} = ${clusterId}::uuid or ${sql.ref(`${table}.across`)})`;

const both = (conditions: readonly RawBuilder<boolean>[]) =>
  sql<boolean>`${sql.join(conditions, sql` and `)}`;

/** The ways a list can be narrowed, one by one, so that each facet can be counted without itself. */
function narrowed(table: string, filter: Filter, today: string): Record<string, RawBuilder<boolean>> {
  const at = (name: string) => sql.ref(`${table}.${name}`);
  const ways: Record<string, RawBuilder<boolean>> = {};
  if (filter.kind.length > 0) ways.kind = sql`${at("kind")} in (${sql.join(filter.kind)})`;
  if (filter.intent.length > 0) ways.intent = sql`${at("intent")} in (${sql.join(filter.intent)})`;
  // A cluster's own words may be a house's own, too: nobody finds out by asking whether a need without a name has one.
  const words =
    table === "need_teaser"
      ? filter.competence.filter((code) => !code.startsWith("own:"))
      : filter.competence;
  if (filter.competence.length > 0) ways.competence = sql`${at("codes")} && ${words}::text[]`;
  if (filter.state.length > 0 && table !== "need_teaser")
    ways.state = sql`${at("state")} in (${sql.join(filter.state)})`;
  if (filter.ends.length > 0) ways.ends = sql`${endsIn(table, today)} in (${sql.join(filter.ends)})`;
  return ways;
}

const endsIn = (table: string, today: string) => {
  const deadline = sql.ref(`${table}.deadline`);
  return sql<string>`case when ${deadline} is null then 'open-ended' when ${deadline} < ${today}::date then 'over'
    when ${deadline} <= ${today}::date + 30 then 'month' when ${deadline} <= ${today}::date + 90 then 'quarter' else 'later' end`;
};

/** By whole words in both languages, or by a part of the title or of a competence. */
const says = (table: string, title: string, text: string) => {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`(
    ${sql.ref(`${table}.words`)} @@ websearch_to_tsquery('english', folded(${text}))
    or ${sql.ref(`${table}.words`)} @@ websearch_to_tsquery('german', folded(${text}))
    or folded(${sql.ref(`${table}.${title}`)}) like folded(${like})
    or folded(array_to_string(${sql.ref(`${table}.competences`)}, ' ')) like folded(${like}))`;
};

function always(side: Side, actor: Actor, { clusterId, filter }: ListOf): RawBuilder<boolean>[] {
  const conditions = [seen(side, actor), inReach(side, clusterId)];
  if (filter.query) conditions.push(says(side, "title", filter.query));
  if (filter.organisation) conditions.push(sql`organisation.slug = ${filter.organisation}`);
  if (filter.own)
    conditions.push(
      actor.organisationId === null
        ? sql`false`
        : sql`${col(side, "organisation_id")} = ${actor.organisationId}::uuid and ${col(side, "cluster_id")} = ${clusterId}::uuid`,
    );
  return conditions;
}

/** Text in every order, so that one cursor fits them all. */
const KEYS: Readonly<Record<Filter["sort"], { key: (side: Side) => RawBuilder<string>; down: boolean }>> = {
  "-opened": {
    key: (side) =>
      sql`to_char(coalesce(${col(side, "opened_at")}, ${col(side, "updated_at")}) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
    down: true,
  },
  opened: {
    key: (side) =>
      sql`to_char(coalesce(${col(side, "opened_at")}, ${col(side, "updated_at")}) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
    down: false,
  },
  deadline: { key: (side) => sql`coalesce(${col(side, "deadline")}::text, '9999-12-31')`, down: false },
  title: { key: (side) => sql`folded(${col(side, "title")})`, down: false },
};

export async function listItems(db: Db, actor: Actor, side: Side, list: ListOf): Promise<Page<Item>> {
  const { key: keyOf, down } = KEYS[list.filter.sort];
  const key = keyOf(side);
  const conditions = [
    ...always(side, actor, list),
    ...Object.values(narrowed(side, list.filter, list.today)),
  ];
  const sum = await sql<{ total: number }>`
    select count(*)::int as total from ${rowsOf(side)} where ${both(conditions)}`.execute(db);
  const after = afterOf(list.cursor);
  if (after)
    conditions.push(
      down
        ? sql`(${key}, ${col(side, "id")}) < (${after[0]}, ${after[1]}::uuid)`
        : sql`(${key}, ${col(side, "id")}) > (${after[0]}, ${after[1]}::uuid)`,
    );
  const direction = down ? sql`desc` : sql`asc`;
  const { rows } = await sql<Item & { key: string }>`
    select ${columnsOf(side)}, ${key} as key from ${rowsOf(side)} where ${both(conditions)}
    order by ${key} ${direction}, ${col(side, "id")} ${direction} limit ${list.limit + 1}`.execute(db);
  return pageOf(rows, list.limit, sum.rows[0]!.total, (row) => [row.key, row.id]);
}

export interface FacetCount {
  facet: "kind" | "intent" | "state" | "competence" | "ends";
  value: string;
  /** What a competence is called; elsewhere the value itself. */
  name: string;
  count: number;
}

/** How many there would be of each kind, intent, state, competence and deadline: each facet counted without its own choice. */
export const countFacets = (db: Db, actor: Actor, side: Side, list: ListOf): Promise<FacetCount[]> =>
  counted(db, side, rowsOf(side), always(side, actor, list), list);

/** The same of needs without a name. */
export const countTeaserFacets = (db: Db, actor: Actor, list: ListOf): Promise<FacetCount[]> =>
  counted(db, "need_teaser", sql`need_teaser`, alwaysTeasers(actor, list), list);

async function counted(
  db: Db,
  table: string,
  rows: RawBuilder<unknown>,
  conditions: readonly RawBuilder<boolean>[],
  { filter, today }: ListOf,
): Promise<FacetCount[]> {
  const at = (name: string) => sql.ref(`${table}.${name}`);
  const ways = narrowed(table, filter, today);
  const others = (own: string) => {
    const rest = Object.keys(ways).filter((name) => name !== own);
    return rest.length === 0
      ? sql`true`
      : sql.join(
          rest.map((name) => sql.ref(`seen.fits_${name}`)),
          sql` and `,
        );
  };
  const fits = Object.entries(ways).map(([name, way]) => sql`, ${way} as ${sql.ref(`fits_${name}`)}`);
  // A teaser tells no state: those there are can be answered.
  const state = table === "need_teaser" ? sql`null` : at("state");
  const found = await sql<FacetCount>`
    with seen as materialized (
      select ${at("kind")}, ${at("intent")}, ${state} as state, ${at("codes")}, ${at("competences")},
        ${endsIn(table, today)} as ends ${sql.join(fits, sql``)}
      from ${rows} where ${both(conditions)}
    )
    select 'kind' as facet, kind as value, kind as name, count(*)::int as count from seen where ${others("kind")} group by kind
    union all select 'intent', intent, intent, count(*)::int from seen where ${others("intent")} group by intent
    union all select 'state', state, state, count(*)::int from seen where state is not null and ${others("state")} group by state
    union all select 'ends', ends, ends, count(*)::int from seen where ${others("ends")} group by ends
    union all (select 'competence', word.code, min(word.name), count(*)::int
      from seen, unnest(seen.codes, seen.competences) as word(code, name)
      where ${table !== "need_teaser"} and word.code is not null and ${others("competence")}
      group by word.code order by count(*) desc, word.code limit 40)
    order by facet, count desc, value`.execute(db);
  return found.rows;
}

/**
 * Needs without a name. In an order that does not tell which was written first within a month; and not those that the asker reads
 * with their name.
 */
export async function listTeasers(db: Db, actor: Actor, list: ListOf): Promise<Page<Teaser>> {
  const key = sql<string>`to_char(need_teaser.since, 'YYYY-MM-DD') || md5(need_teaser.need_id::text)`;
  const conditions = [
    ...alwaysTeasers(actor, list),
    ...Object.values(narrowed("need_teaser", list.filter, list.today)),
  ];
  const sum = await sql<{ total: number }>`
    select count(*)::int as total from need_teaser where ${both(conditions)}`.execute(db);
  const after = afterOf(list.cursor);
  if (after) conditions.push(sql`(${key}, need_teaser.need_id) < (${after[0]}, ${after[1]}::uuid)`);
  const { rows } = await sql<Teaser & { key: string }>`
    select ${TEASER}, ${key} as key from need_teaser join cluster on cluster.id = need_teaser.cluster_id
    where ${both(conditions)} order by ${key} desc, need_teaser.need_id desc limit ${list.limit + 1}`.execute(
    db,
  );
  return pageOf(rows, list.limit, sum.rows[0]!.total, (row) => [row.key, row.needId]);
}

function alwaysTeasers(actor: Actor, { clusterId, filter }: ListOf): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [
    teasersSeenBy(actor, "need_teaser"),
    inReach("need_teaser", clusterId),
    sql`not exists (select from need where need.cluster_id = need_teaser.cluster_id and need.id = need_teaser.need_id
      and ${needsSeenBy(actor, "need")})`,
  ];
  if (filter.query) conditions.push(says("need_teaser", "text", filter.query));
  // Of one organisation there are none: nobody may learn whose they are.
  if (filter.organisation || filter.own) conditions.push(sql`false`);
  return conditions;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function afterOf(cursor: string | undefined): [string, string] | null {
  const [key, id] = (cursor === undefined ? null : decodeCursor(cursor, 2)) ?? [];
  return typeof key === "string" && typeof id === "string" && UUID.test(id) ? [key, id] : null;
}

function pageOf<T extends { key: string }>(
  found: readonly T[],
  limit: number,
  total: number,
  place: (row: T) => [string, string],
): Page<Omit<T, "key">> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, total, next: found.length > limit && last ? encodeCursor(place(last)) : null };
}
