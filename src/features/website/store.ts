import { sql } from "kysely";
import { seenBy } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import type { Visibility, Visible } from "../../kernel/visibility.ts";

export interface ClusterRow {
  id: string;
  slug: string;
  nameEn: string;
  nameDe: string;
  place: string;
  aboutEn: string;
  aboutDe: string;
  regions: string[];
  industries: string[];
  url: string | null;
  founded: string | null;
  visibility: string;
}

const clusterColumns = [
  "id",
  "slug",
  "nameEn",
  "nameDe",
  "place",
  "aboutEn",
  "aboutDe",
  "regions",
  "industries",
  "url",
  "founded",
  "visibility",
] as const;

export const publicClusters = (db: Db): Promise<ClusterRow[]> =>
  db
    .selectFrom("cluster")
    .select(clusterColumns)
    .where("visibility", "=", "public")
    .orderBy("slug")
    .execute();

export const clusterById = async (db: Db, id: string): Promise<ClusterRow | null> =>
  (await db.selectFrom("cluster").select(clusterColumns).where("id", "=", id).executeTakeFirst()) ?? null;

export async function clusterSubject(db: Db, id: string): Promise<Visible | null> {
  const row = await clusterById(db, id);
  return row && { clusterId: row.id, visibility: row.visibility as Visibility, owners: [], wall: [] };
}

export interface MemberRow {
  clusterId: string;
  organisationId: string;
  role: string;
  since: string;
  name: string;
  slug: string;
  kind: string;
  city: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
}

/** Who belongs to which cluster today, newest first, as far as the asker sees both that it belongs and who it is. */
export async function membersSeen(
  db: Db,
  actor: Actor,
  today: string,
  clusterId?: string,
): Promise<MemberRow[]> {
  let query = db
    .selectFrom("membership as m")
    .innerJoin("organisation as o", "o.id", "m.organisationId")
    .select([
      "m.clusterId",
      "m.organisationId",
      "m.role",
      "m.since",
      "o.name",
      "o.slug",
      "o.kind",
      "o.city",
      "o.nuts",
      "o.lat",
      "o.lon",
    ])
    .where("m.since", "<=", today)
    .where((where) => where.or([where("m.until", "is", null), where("m.until", ">", today)]))
    .where(seenBy(actor, { table: "m", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "o", owners: ["id"] }))
    .orderBy("m.since", "desc")
    .orderBy("o.slug");
  if (clusterId) query = query.where("m.clusterId", "=", clusterId);
  return query.execute();
}

/** Changes whenever anything public changed; the database's own number tells installations in one process apart. */
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

/** The fields of work of these organisations, from disciplines to specialities: neither "natural sciences" nor one molecule. */
export async function disciplinesOf(
  db: Db,
  ids: readonly string[],
): Promise<{ organisationId: string; code: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom("organisationCompetence as c")
    .innerJoin("competence as k", "k.code", "c.code")
    .select(["c.organisationId", "c.code"])
    .where("k.depth", ">=", 3)
    .where("k.depth", "<=", 5)
    .where("c.organisationId", "=", sql<string>`any (${ids})`)
    .execute();
}

export async function titlesOf(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { titleEn: string; titleDe: string | null }>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("competence")
    .select(["code", "titleEn", "titleDe"])
    .where("code", "in", codes)
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export interface Reach {
  projects: number;
  partners: number;
  countries: number;
}

/** What these organisations do with others, from what is public to everybody and nothing else. */
export async function reachOf(db: Db, ids: readonly string[]): Promise<Reach> {
  if (ids.length === 0) return { projects: 0, partners: 0, countries: 0 };
  const result = await sql<Reach>`
    with mine as materialized (select unnest(${ids}::uuid[]) as id),
    work as materialized (
      select distinct pa.project_id as id
      from mine join participation pa on pa.organisation_id = mine.id join project p on p.id = pa.project_id
      where pa.visibility = 'public' and pa.wall = '{}' and p.visibility = 'public' and p.wall = '{}'
    ), others as (
      select distinct o.id, o.country
      from work join participation pa on pa.project_id = work.id join organisation o on o.id = pa.organisation_id
      where pa.visibility = 'public' and pa.wall = '{}' and o.visibility = 'public' and o.wall = '{}'
        and not exists (select from mine where mine.id = o.id)
    )
    select (select count(*)::int from work) as projects, count(*)::int as partners, count(distinct country)::int as countries from others
  `.execute(db);
  return result.rows[0]!;
}

export interface ProjectRow {
  slug: string;
  acronym: string | null;
  title: string;
  signed: string | null;
}

/** The newest projects that one of these organisations takes part in. */
export async function newestProjects(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  most: number,
): Promise<ProjectRow[]> {
  if (ids.length === 0) return [];
  const result = await sql<ProjectRow>`
    select p.slug, p.acronym, p.title, p.signed
    from project p
    where p.id in (
        select pa.project_id from participation pa
        where pa.organisation_id = any (${ids}) and ${seenBy(actor, { table: "pa", owners: ["organisationId"] })}
      )
      and ${seenBy(actor, { table: "p", owners: ["organisationId"], group: true, person: true })}
    order by p.signed desc nulls last, p.id limit ${most}
  `.execute(db);
  return result.rows;
}

export interface RegionName {
  nameEn: string;
  nameDe: string;
}

export async function regionName(db: Db): Promise<RegionName | null> {
  const row = await db
    .selectFrom("installation")
    .select("value")
    .where("key", "=", "region")
    .executeTakeFirst();
  const value = row?.value as Partial<RegionName> | null | undefined;
  return value?.nameEn && value.nameDe ? { nameEn: value.nameEn, nameDe: value.nameDe } : null;
}

export interface PublicCounts {
  organisations: number;
  countries: number;
  projects: number;
}

export async function publicCounts(db: Db, actor: Actor): Promise<PublicCounts> {
  const organisations = await db
    .selectFrom("organisation")
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<number>`count(distinct country)::int`.as("countries"),
    ])
    .where("visibility", "=", "public")
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .executeTakeFirstOrThrow();
  const projects = await db
    .selectFrom("project")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("visibility", "=", "public")
    .where(seenBy(actor, { table: "project", owners: ["organisationId"] }))
    .executeTakeFirstOrThrow();
  return { organisations: organisations.count, countries: organisations.countries, projects: projects.count };
}

export interface Listing {
  slug: string;
  changed: Date | string | null;
}

/** Addresses of public records, a stretch at a time, in the order they were made. */
export const organisationListing = (db: Db, actor: Actor, from: number, most: number): Promise<Listing[]> =>
  db
    .selectFrom("organisation")
    .select(["slug", "updatedAt as changed"])
    .where("visibility", "=", "public")
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy("id")
    .offset(from)
    .limit(most)
    .execute();

export const projectListing = (db: Db, actor: Actor, from: number, most: number): Promise<Listing[]> =>
  db
    .selectFrom("project")
    .select(["slug", "signed as changed"])
    .where("visibility", "=", "public")
    .where(seenBy(actor, { table: "project", owners: ["organisationId"] }))
    .orderBy("id")
    .offset(from)
    .limit(most)
    .execute();

/** Whether what is shown comes from CORDIS, whose licence wants to be named. */
export const usesCordis = async (db: Db): Promise<boolean> =>
  (await db
    .selectFrom("project")
    .select("id")
    .where("source", "like", "cordis%")
    .limit(1)
    .executeTakeFirst()) !== undefined;
