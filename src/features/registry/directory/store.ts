import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, MembershipRole } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility, Visible } from "../../../kernel/visibility.ts";
import { logoSeen } from "../organisation/store.ts";
import type { CompetenceTerm, Entry } from "./catalogue.ts";
import type { Word } from "./words.ts";

export async function clusterSubject(db: Db, id: string): Promise<Visible | null> {
  const row = await db
    .selectFrom("cluster")
    .select(["id", "visibility"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { clusterId: row.id, visibility: row.visibility as Visibility, owners: [], wall: [] } : null;
}

/** Changes whenever anything public changed. The database's own number tells one installation from another in one process. */
export async function commonsVersion(db: Db): Promise<string> {
  const row = await db
    .selectFrom("commonsVersion")
    .select([
      "version",
      sql<string>`(select oid from pg_database where datname = current_database())`.as("house"),
    ])
    .executeTakeFirstOrThrow();
  return `${row.house}:${row.version}`;
}

export const competenceTerms = (db: Db): Promise<CompetenceTerm[]> =>
  db
    .selectFrom("competence")
    .select(["code", "parent", "titleEn", "titleDe", "depth"])
    .orderBy("code")
    .execute();

/** Columns of an organisation aliased `o`; its name as it is searched and ordered. */
const entryColumns = sql`o.id, folded(o.name) as name, o.kind, o.size_class, o.country, o.nuts, o.city, o.industries, o.lat, o.lon, o.wall,
  coalesce(o.touched_at, o.created_at) < now() - interval '1 year' as silent`;
type EntryRow = Omit<Entry, "competences" | "projects">;

/** What organisations have done, counted from public records that nobody is walled off from: one number for everybody. */
const workOf = (only: RawBuilder<unknown>) => sql`
  done as (
    select pa.organisation_id, count(distinct pa.project_id)::int as projects
    from participation pa join project p on p.id = pa.project_id
    where pa.visibility = 'public' and pa.wall = '{}' and p.visibility = 'public' and p.wall = '{}' and ${only}
    group by pa.organisation_id
  ), able as (
    select pa.organisation_id, string_agg(pa.code, ',') as competences
    from organisation_competence pa where ${only} group by pa.organisation_id
  )`;

interface WorkRow {
  projects: number | null;
  competences: string | null;
}

const work = ({ projects, competences }: WorkRow, position: ReadonlyMap<string, number>) => ({
  projects: projects ?? 0,
  competences: (competences?.split(",") ?? []).flatMap((code) => position.get(code) ?? []),
});

/** Every public organisation, with its walls: each asker's own view is taken from these columns. */
export async function publicEntries(db: Db, position: ReadonlyMap<string, number>): Promise<Entry[]> {
  const result = await sql<EntryRow & WorkRow>`
    with ${workOf(sql`true`)}
    select ${entryColumns}, done.projects, able.competences
    from organisation o
    left join done on done.organisation_id = o.id
    left join able on able.organisation_id = o.id
    where o.visibility = 'public'
    order by folded(o.name) collate "C", o.id
  `.execute(db);
  return result.rows.map((row) => ({ ...row, ...work(row, position) }));
}

export interface Member extends EntryRow {
  /** Indirect members belong through others and have no dates of their own. */
  role: MembershipRole | null;
  since: string | null;
  until: string | null;
  levelId: string | null;
}

/** The members of the cluster the asker is in, as far as the asker sees both the organisation and that it belongs. */
export async function members(db: Db, actor: Actor, today: string): Promise<Member[]> {
  const result = await sql<Member>`
    select ${entryColumns}, m.role, m.since, m.until, m.level_id
    from membership m join organisation o on o.id = m.organisation_id
    where m.cluster_id = ${actor.clusterId}::uuid and ${isCurrent("m", today)}
      and ${seenBy(actor, { table: "m", owners: ["organisationId"] })} and ${seenBy(actor, { table: "o", owners: ["id"] })}
    order by folded(o.name) collate "C", o.id
  `.execute(db);
  return result.rows;
}

/** Those who belong through others, as members without a membership. */
export async function indirectMembers(db: Db, actor: Actor, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const result = await sql<Member>`
    select ${entryColumns}, null as role, null as since, null as until, null as level_id
    from organisation o
    where o.id = any (${ids}::uuid[]) and ${seenBy(actor, { table: "o", owners: ["id"] })}
  `.execute(db);
  return result.rows;
}

/** Whether any association hands membership down here, as far as the asker sees. */
export async function handsDown(db: Db, actor: Actor): Promise<boolean> {
  const result = await sql<{ some: boolean }>`
    select exists (
      select from link l
      where l.nature = 'member' and l.origin = 'confirmed' and l.cluster_id in (${actor.clusterId}::uuid, commons())
        and exists (select from membership m where m.organisation_id = l.to_organisation_id and m.cluster_id = ${actor.clusterId}::uuid)
        and ${seenBy(actor, { table: "l", owners: ["fromOrganisationId", "toOrganisationId"], group: true, person: true })}
    ) as some
  `.execute(db);
  return result.rows[0]!.some;
}

export interface CodeTold {
  organisationId: string;
  field: string;
  code: string;
}

/** Industries and competences that organisations told in this cluster, as far as the asker sees what was told. */
export const codesTold = (db: Db, actor: Actor): Promise<CodeTold[]> =>
  db
    .selectFrom("fact")
    // A word that the team merged into another is read as that one.
    .leftJoin("term", (join) =>
      join.onRef("term.clusterId", "=", "fact.clusterId").onRef("term.code", "=", "fact.code"),
    )
    .select(["fact.organisationId", "fact.field"])
    .select((q) => q.fn.coalesce("term.mergedInto", "fact.code").as("code"))
    .where("fact.clusterId", "=", actor.clusterId!)
    .where("fact.code", "is not", null)
    .where("fact.field", "in", ["industries", "competences"])
    .where(seenBy(actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
    .$narrowType<{ code: string }>()
    .execute();

export interface Level {
  id: string;
  nameEn: string;
  nameDe: string;
}

export const levelsHere = (db: Db, clusterId: string): Promise<Level[]> =>
  db
    .selectFrom("membershipLevel")
    .select(["id", "nameEn", "nameDe"])
    .where("clusterId", "=", clusterId)
    .orderBy("position")
    .orderBy("id")
    .execute();

/** The work of organisations that the public catalogue does not know. */
export async function workOfMembers(
  db: Db,
  ids: readonly string[],
  position: ReadonlyMap<string, number>,
): Promise<Map<string, Pick<Entry, "projects" | "competences">>> {
  if (ids.length === 0) return new Map();
  const result = await sql<WorkRow & { id: string }>`
    with ${workOf(sql`pa.organisation_id = any (${ids})`)}
    select wanted.id, done.projects, able.competences
    from unnest(${ids}::uuid[]) as wanted (id)
    left join done on done.organisation_id = wanted.id
    left join able on able.organisation_id = wanted.id
  `.execute(db);
  return new Map(result.rows.map((row) => [row.id, work(row, position)]));
}

const isCurrent = (table: string, today: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${table}.since`)} <= ${today}::date and (${sql.ref(`${table}.until`)} is null or ${sql.ref(`${table}.until`)} > ${today}::date)`;

/** All spellings of a word as it stands and by its German and English stem, all words together. */
export function textQuery(words: readonly Word[]): RawBuilder<unknown> {
  const each = words.map(({ spellings, begun }) => {
    const ways = spellings.flatMap((spelling) => [
      sql`to_tsquery('simple', ${`'${spelling}'${begun ? ":*" : ""}`})`,
      sql`to_tsquery('german', ${`'${spelling}'`})`,
      sql`to_tsquery('english', ${`'${spelling}'`})`,
    ]);
    return sql`(${sql.join(ways, sql` || `)})`;
  });
  return sql.join(each, sql` && `);
}

export type Matches = Map<string, number>;

/** Over what is public about organisations, and over nothing else. */
export async function publicMatches(db: Db, words: readonly Word[]): Promise<Matches> {
  const result = await sql<{ id: string; rank: number }>`
    with asked as materialized (select ${textQuery(words)} as words)
    select s.organisation_id as id, ts_rank(s.words, asked.words)::float8 as rank
    from organisation_search s, asked where s.words @@ asked.words
  `.execute(db);
  return new Map(result.rows.map((row) => [row.id, row.rank]));
}

/** Names and places that are spelled nearly so. */
export async function closeMatches(db: Db, text: string, most = 60): Promise<Matches> {
  await sql`set local pg_trgm.word_similarity_threshold = 0.45`.execute(db);
  const result = await sql<{ id: string; rank: number }>`
    select organisation_id as id, word_similarity(folded(${text}), label)::float8 as rank
    from organisation_search where folded(${text}) <% label
    order by rank desc, label collate "C" limit ${most}
  `.execute(db);
  return new Map(result.rows.map((row) => [row.id, row.rank]));
}

/** Within one cluster also in what its members say there, and in names that are not public: each only where the asker sees it. */
export async function clusterMatches(db: Db, actor: Actor, words: readonly Word[]): Promise<Matches> {
  const result = await sql<{ id: string; rank: number }>`
    with asked as materialized (select ${textQuery(words)} as words)
    select f.organisation_id as id, (0.5 * ts_rank(f.words, asked.words))::float8 as rank
    from fact f, asked
    where f.cluster_id = ${actor.clusterId}::uuid and f.words @@ asked.words
      and ${seenBy(actor, { table: "f", owners: ["organisationId"], group: true, person: true })}
    union all
    select o.id, 1.0::float8
    from organisation o, asked
    where o.cluster_id = ${actor.clusterId}::uuid and o.visibility <> 'public'
      and to_tsvector('simple', folded(concat_ws(' ', o.name, o.short_name, o.city))) @@ asked.words
      and ${seenBy(actor, { table: "o", owners: ["id"] })}
  `.execute(db);
  const matches: Matches = new Map();
  for (const { id, rank } of result.rows) matches.set(id, Math.max(rank, matches.get(id) ?? 0));
  return matches;
}

/** Members whose name or place is nearly so: few enough to be compared one by one. */
export async function closeMembers(db: Db, actor: Actor, text: string): Promise<Matches> {
  const result = await sql<{ id: string; rank: number }>`
    select o.id, word_similarity(folded(${text}), folded(concat_ws(' ', o.name, o.short_name, o.city)))::float8 as rank
    from membership m join organisation o on o.id = m.organisation_id
    where m.cluster_id = ${actor.clusterId}::uuid
      and word_similarity(folded(${text}), folded(concat_ws(' ', o.name, o.short_name, o.city))) > 0.45
      and ${seenBy(actor, { table: "m", owners: ["organisationId"] })} and ${seenBy(actor, { table: "o", owners: ["id"] })}
  `.execute(db);
  return new Map(result.rows.map((row) => [row.id, row.rank]));
}

/** Fields of competence that are called nearly so. The vocabulary is the same for everybody. */
export async function closeCompetences(db: Db, text: string): Promise<string[]> {
  const alike = sql<number>`greatest(word_similarity(folded(${text}), folded(title_en)), word_similarity(folded(${text}), folded(coalesce(title_de, ''))))`;
  const result = await sql<{ code: string }>`
    select code from competence where ${alike} >= 0.5 order by ${alike} desc, depth, code limit 20
  `.execute(db);
  return result.rows.map((row) => row.code);
}

export interface ClusterName {
  id: string;
  slug: string;
  nameEn: string;
  nameDe: string;
}

export const clusterNames = (db: Db): Promise<ClusterName[]> =>
  db
    .selectFrom("cluster")
    .select(["id", "slug", "nameEn", "nameDe"])
    .where("visibility", "=", "public")
    .orderBy("slug")
    .execute();

export interface MembershipRow {
  organisationId: string;
  clusterId: string;
  role: MembershipRole;
  since: string;
  until: string | null;
}

/** Who belongs to which cluster today, as far as the asker sees it. */
export async function memberships(db: Db, actor: Actor, today: string): Promise<MembershipRow[]> {
  const rows = await db
    .selectFrom("membership as m")
    .select(["m.organisationId", "m.clusterId", "m.role", "m.since", "m.until"])
    .where(isCurrent("m", today))
    .where(seenBy(actor, { table: "m", owners: ["organisationId"] }))
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as MembershipRole }));
}

export interface OrganisationRow {
  id: string;
  slug: string;
  name: string;
  shortName: string | null;
  kind: string;
  sizeClass: string | null;
  city: string | null;
  country: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
  url: string | null;
  source: string;
  sourceOn: string | null;
  /** The version of its logo, where the asker sees one. */
  logo: string | null;
}

export async function organisationsById(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, OrganisationRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("organisation")
    .select([
      "id",
      "slug",
      "name",
      "shortName",
      "kind",
      "sizeClass",
      "city",
      "country",
      "nuts",
      "lat",
      "lon",
      "url",
      "source",
      "sourceOn",
    ])
    .select(logoSeen(actor))
    .where("id", "=", sql<string>`any (${ids})`)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What most of each organisation's projects are about, as the projects name it; "natural sciences" tells little, so broad fields weigh less. */
export async function topCompetences(
  db: Db,
  ids: readonly string[],
  most = 3,
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const result = await sql<{ organisationId: string; codes: string[] }>`
    select wanted.id as organisation_id, array(
      select c.code from organisation_competence c
      where c.organisation_id = wanted.id and c.direct
      order by c.projects * least(length(c.code) - length(replace(c.code, '/', '')), 4) desc, c.code limit ${most}
    ) as codes
    from unnest(${ids}::uuid[]) as wanted (id)
  `.execute(db);
  return new Map(result.rows.map((row) => [row.organisationId, row.codes]));
}
