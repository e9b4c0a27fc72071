import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import type { Audience, Eyes } from "../../network/feature.ts";

const ORGANISATION = { table: "organisation", owners: ["id"] };
const MEMBERSHIP = { table: "membership", owners: ["organisationId"] };
const LINK = { table: "link", owners: ["fromOrganisationId", "toOrganisationId"], group: true, person: true };

const ids = (list: readonly string[]) => sql<string[]>`${`{${list.join(",")}}`}::uuid[]`;
const among = (column: string, list: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any (${ids(list)})`;

export const clusterRegions = async (db: Db, clusterId: string): Promise<string[]> =>
  (await db.selectFrom("cluster").select("regions").where("id", "=", clusterId).executeTakeFirst())
    ?.regions ?? [];

export interface PlaceOf {
  id: string;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
  industries: string[];
}

export const placesOf = (db: Db, sees: Eyes, organisationIds: readonly string[]): Promise<PlaceOf[]> =>
  db
    .selectFrom("organisation")
    .select(["id", "nuts", "lat", "lon", "industries"])
    .where(among("organisation.id", organisationIds))
    .where(sees(ORGANISATION))
    .execute();

/** Whom a member keeps from knowing that it is one: the two are not to be brought together. */
export async function wallsOf(db: Db, sees: Eyes, clusterId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("membership")
    .select(["organisationId", "wall"])
    .where("clusterId", "=", clusterId)
    .where(sql<boolean>`wall <> '{}'`)
    .where(sees(MEMBERSHIP))
    .execute();
  return new Map(rows.map((row) => [row.organisationId, row.wall]));
}

export interface CompetenceOf {
  organisationId: string;
  code: string;
  projects: number;
  depth: number;
  direct: boolean;
}

/** Competences follow from public projects alone, and are open to everybody who sees the organisation. */
export const competencesOf = (db: Db, organisationIds: readonly string[]): Promise<CompetenceOf[]> =>
  db
    .selectFrom("organisationCompetence")
    .innerJoin("competence", "competence.code", "organisationCompetence.code")
    .select([
      "organisationCompetence.organisationId",
      "organisationCompetence.code",
      "organisationCompetence.projects",
      "organisationCompetence.direct",
      "competence.depth",
    ])
    .where(among("organisationCompetence.organisationId", organisationIds))
    .where((is) => is.or([is("competence.depth", "=", 2), is("organisationCompetence.direct", "=", true)]))
    .execute();

export async function competenceNames(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { en: string; de: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("competence")
    .select(["code", "titleEn", "titleDe"])
    .where("code", "in", [...codes])
    .execute();
  return new Map(rows.map((row) => [row.code, { en: row.titleEn, de: row.titleDe ?? row.titleEn }]));
}

export interface OutwardLink {
  memberId: string;
  partnerId: string;
  since: string | null;
  until: string | null;
  country: string | null;
  city: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
}

type Side = "fromOrganisationId" | "toOrganisationId";

/** Links between members and organisations outside, with where the partner is. */
export function outwardLinks(
  db: Db,
  sees: Eyes,
  clusterId: string,
  memberIds: readonly string[],
): Promise<OutwardLink[]> {
  const outward = (near: Side, far: Side) =>
    db
      .selectFrom("link")
      .innerJoin("organisation", "organisation.id", `link.${far}`)
      .select([
        `link.${near} as memberId`,
        `link.${far} as partnerId`,
        "link.since",
        "link.until",
        "organisation.country",
        "organisation.city",
        "organisation.nuts",
        "organisation.lat",
        "organisation.lon",
      ])
      .where(among(`link.${near}`, memberIds))
      .where((is) => is.not(among(`link.${far}`, memberIds)))
      .where("link.clusterId", "in", [COMMONS, clusterId])
      .where("organisation.clusterId", "in", [COMMONS, clusterId])
      .where(sees(LINK))
      .where(sees(ORGANISATION));
  return outward("fromOrganisationId", "toOrganisationId")
    .unionAll(outward("toOrganisationId", "fromOrganisationId"))
    .execute();
}

export interface PartnerRow {
  id: string;
  slug: string;
  name: string;
  city: string | null;
  country: string | null;
  links: number;
  members: number;
}

/** Organisations outside in one country that are linked to members in a year, those linked to most of them first. */
export async function partnersIn(
  db: Db,
  sees: Eyes,
  clusterId: string,
  memberIds: readonly string[],
  { country, year, limit }: { country: string; year: number; limit: number },
): Promise<PartnerRow[]> {
  const outward = (near: Side, far: Side) =>
    db
      .selectFrom("link")
      .innerJoin("organisation", "organisation.id", `link.${far}`)
      .select([
        `link.${near} as memberId`,
        "organisation.id",
        "organisation.slug",
        "organisation.name",
        "organisation.city",
        "organisation.country",
      ])
      .where(among(`link.${near}`, memberIds))
      .where((is) => is.not(among(`link.${far}`, memberIds)))
      .where("link.clusterId", "in", [COMMONS, clusterId])
      .where("organisation.clusterId", "in", [COMMONS, clusterId])
      .where("organisation.country", "=", country)
      .where((is) => is.or([is("link.since", "is", null), is("link.since", "<=", `${year}-12-31`)]))
      .where((is) => is.or([is("link.until", "is", null), is("link.until", ">=", `${year}-01-01`)]))
      .where(sees(LINK))
      .where(sees(ORGANISATION));
  const rows = await db
    .selectFrom(
      outward("fromOrganisationId", "toOrganisationId")
        .unionAll(outward("toOrganisationId", "fromOrganisationId"))
        .as("outward"),
    )
    .select(["id", "slug", "name", "city", "country"])
    .select([sql<string>`count(*)`.as("links"), sql<string>`count(distinct outward.member_id)`.as("members")])
    .groupBy(["id", "slug", "name", "city", "country"])
    .orderBy("members", "desc")
    .orderBy("links", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, links: Number(row.links), members: Number(row.members) }));
}

export interface OtherCluster {
  id: string;
  slug: string;
  nameEn: string;
  nameDe: string;
  members: string[];
}

/** Who belongs to the other clusters of this house, as everybody may know. */
export async function otherClusters(db: Db, clusterId: string, today: string): Promise<OtherCluster[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("cluster", "cluster.id", "membership.clusterId")
    .select(["cluster.id", "cluster.slug", "cluster.nameEn", "cluster.nameDe"])
    .select(sql<string[]>`array_agg(distinct membership.organisation_id)`.as("members"))
    .where("cluster.id", "<>", clusterId)
    .where("cluster.visibility", "=", "public")
    .where("membership.visibility", "=", "public")
    .where(sql<boolean>`membership.wall = '{}'`)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((is) => is.or([is("membership.until", "is", null), is("membership.until", ">", today)]))
    .groupBy("cluster.id")
    .orderBy("cluster.slug")
    .execute();
  return rows;
}

export interface Kept {
  eyes: string;
  part: string;
  digest: string;
  computedAt: Date;
  value: unknown;
}

/** What was kept for these eyes, the parts asked for alone. */
export const keptParts = (
  db: Db,
  clusterId: string,
  eyes: readonly string[],
  parts: readonly string[],
): Promise<Kept[]> =>
  db
    .selectFrom("networkHealth")
    .select(["eyes", "part", "digest", "computedAt", "value"])
    .where("clusterId", "=", clusterId)
    .where("eyes", "in", [...eyes])
    .where("part", "in", [...parts])
    .execute();

/** All parts of these eyes. */
export const keptValues = (db: Db, clusterId: string, eyes: Audience) =>
  db
    .selectFrom("networkHealth")
    .select(["part", "digest", "value"])
    .where("clusterId", "=", clusterId)
    .where("eyes", "=", eyes)
    .execute();

/** The counts of one picture alone: the standings of every actor stay where they are. */
export const countsKept = (db: Db, clusterId: string, eyes: Audience, part: string) =>
  db
    .selectFrom("networkHealth")
    .select("computedAt")
    .select(sql<number>`(value ->> 'actors')::int`.as("actors"))
    .select(sql<number>`(value ->> 'isolated')::int`.as("isolated"))
    .select(sql<number>`(value ->> 'components')::int`.as("components"))
    .where("clusterId", "=", clusterId)
    .where("eyes", "=", eyes)
    .where("part", "=", part)
    .executeTakeFirst();

export async function keepParts(
  db: Db,
  clusterId: string,
  kept: {
    eyes: string;
    personId: string | null;
    digest: string;
    computedAt: Date;
    tookMs: number;
    parts: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { eyes, personId, digest, computedAt, tookMs } = kept;
  const rows = Object.entries(kept.parts).map(([part, value]) => ({
    clusterId,
    eyes,
    part,
    personId,
    digest,
    computedAt,
    tookMs,
    value: JSON.stringify(value),
  }));
  // What was made of another network is not to stand beside this: a year that no link begins in any more, for one.
  await db.deleteFrom("networkHealth").where("clusterId", "=", clusterId).where("eyes", "=", eyes).execute();
  await db.insertInto("networkHealth").values(rows).execute();
}

/** What one person's own set was measured for, and has not been for a while. */
export const forgetOld = (db: Db, before: Date): Promise<unknown> =>
  db.deleteFrom("networkHealth").where("personId", "is not", null).where("computedAt", "<", before).execute();

export const keepFigures = (
  db: Db,
  clusterId: string,
  audience: Audience,
  day: string,
  figures: unknown,
): Promise<unknown> =>
  db
    .insertInto("networkFigure")
    .values({ clusterId, audience, day, figures: JSON.stringify(figures) })
    .onConflict((conflict) =>
      conflict
        .columns(["clusterId", "audience", "day"])
        .doUpdateSet({ figures: sql`excluded.figures` as RawBuilder<never> }),
    )
    .execute();

export interface DayFigures {
  day: string;
  figures: { actors: number; links: number; pairs: number; components: number; isolated: number };
}

/** As measured: of each month the last day there is. */
export async function figuresByMonth(db: Db, clusterId: string, audience: Audience): Promise<DayFigures[]> {
  const rows = await db
    .selectFrom("networkFigure")
    .distinctOn(sql`date_trunc('month', day)`)
    .select(["day", "figures"])
    .where("clusterId", "=", clusterId)
    .where("audience", "=", audience)
    .orderBy(sql`date_trunc('month', day)`)
    .orderBy("day", "desc")
    .limit(120)
    .execute();
  return rows as unknown as DayFigures[];
}

export const everyCluster = async (db: Db): Promise<string[]> =>
  (await db.selectFrom("cluster").select("id").execute()).map((row) => row.id);
