import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { membersSeen, NOT_FROM_PROJECTS, seenLink } from "../links/store.ts";
import { partnersSeen, WORKED_TOGETHER } from "./partner-count.ts";

const seenOrganisation = (actor: Actor, table = "organisation") => seenBy(actor, { table, owners: ["id"] });
const seenMembership = (actor: Actor) => seenBy(actor, { table: "membership", owners: ["organisationId"] });
export const seenLogo = (actor: Actor) => seenBy(actor, { table: "logo", owners: ["organisationId"] });
/** The picture an organisation goes by, as far as the asker sees that; within a query on `organisation`. */
export const logoSeen = (actor: Actor) =>
  // What a cluster gets to see of its own stands before what everybody sees.
  sql<
    string | null
  >`(select logo.hash from logo where logo.organisation_id = organisation.id and ${seenLogo(actor)}
    order by logo.visibility limit 1)`.as("logo");
const seenParticipation = (actor: Actor) =>
  seenBy(actor, { table: "participation", owners: ["organisationId"] });
const seenProject = (actor: Actor) =>
  seenBy(actor, { table: "project", owners: ["organisationId"], group: true, person: true });

const COLUMNS = [
  "organisation.id",
  "organisation.clusterId",
  "organisation.slug",
  "organisation.name",
  "organisation.shortName",
  "organisation.kind",
  "organisation.sizeClass",
  "organisation.industries",
  "organisation.country",
  "organisation.nuts",
  "organisation.street",
  "organisation.postal",
  "organisation.city",
  "organisation.lat",
  "organisation.lon",
  "organisation.url",
  "organisation.vat",
  "organisation.lei",
  "organisation.ror",
  "organisation.pic",
  "organisation.registerNumber",
  "organisation.source",
  "organisation.sourceOn",
  "organisation.visibility",
  "organisation.wall",
  "organisation.version",
  "organisation.updatedAt",
  "organisation.touchedAt",
  "organisation.createdAt",
] as const;

const organisationWithRole = (db: Db, actor: Actor, slug: string, today: string) =>
  db
    .selectFrom("organisation")
    .leftJoin(
      (q) =>
        q
          .selectFrom("membership")
          .select(["membership.organisationId", "membership.role", "membership.since"])
          .where("membership.clusterId", "=", actor.clusterId ?? COMMONS)
          .where("membership.since", "<=", today)
          .where((w) => w.or([w("membership.until", "is", null), w("membership.until", ">", today)]))
          .where(seenMembership(actor))
          .as("here"),
      (join) => join.onRef("here.organisationId", "=", "organisation.id"),
    )
    .select(COLUMNS)
    .select((q) => [
      "here.role",
      "here.since as memberSince",
      logoSeen(actor),
      // What is kept for everybody is kept until this changes.
      q
        .selectFrom("commonsVersion")
        .select(sql<string>`current_database() || ' ' || version`.as("state"))
        .$asScalar()
        .$notNull()
        .as("commons"),
    ])
    .where("organisation.slug", "=", slug)
    .where(seenOrganisation(actor));

/** An organisation by its address, with its part in the cluster the asker is in. */
export const findOrganisation = (db: Db, actor: Actor, slug: string, today: string) =>
  organisationWithRole(db, actor, slug, today).limit(1).executeTakeFirst();
export type OrganisationRow = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** Whether a link the asker sees joins it to a member the asker sees. */
export async function isPartnerOfMembers(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  id: OrganisationId,
  today: string,
) {
  const joined = (
    end: "fromOrganisationId" | "toOrganisationId",
    other: "fromOrganisationId" | "toOrganisationId",
  ) =>
    db
      .selectFrom("link")
      .select("link.id")
      .where(`link.${end}`, "=", id)
      .where("link.clusterId", "in", [clusterId, COMMONS])
      .where(`link.${other}`, "in", membersSeen(db, actor, clusterId, today))
      .where(seenLink(actor))
      .limit(1);
  const found =
    (await joined("fromOrganisationId", "toOrganisationId").executeTakeFirst()) ??
    (await joined("toOrganisationId", "fromOrganisationId").executeTakeFirst());
  return found !== undefined;
}

/** A sum over all that is said of it beyond public projects: another one as soon as any of it is another. */
export async function saidOf(db: Db, id: OrganisationId): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select concat_ws(':',
      (select sum(hashtextextended(fact::text, 0)) from fact where organisation_id = ${id}),
      (select sum(hashtextextended(link::text, 0)) from link where from_organisation_id = ${id} and ${NOT_FROM_PROJECTS}),
      (select sum(hashtextextended(link::text, 0)) from link where to_organisation_id = ${id} and ${NOT_FROM_PROJECTS})
    ) as said`.execute(db);
  return rows[0]!.said;
}

/** Every cluster it visibly belongs to today. */
export const membershipsOf = (db: Db, actor: Actor, id: OrganisationId, today: string) =>
  db
    .selectFrom("membership")
    .innerJoin("cluster", "cluster.id", "membership.clusterId")
    .select(["cluster.slug", "cluster.nameEn", "cluster.nameDe", "membership.role", "membership.since"])
    .where("membership.organisationId", "=", id)
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .where(seenMembership(actor))
    .orderBy("membership.since")
    .orderBy("cluster.slug")
    .execute();
export type MembershipRow = Awaited<ReturnType<typeof membershipsOf>>[number];

/** What its projects are about, from the narrowest terms only; derived from public projects alone. */
export const competencesOf = (db: Db, id: OrganisationId, limit: number) =>
  db
    .selectFrom("organisationCompetence")
    .innerJoin("competence", "competence.code", "organisationCompetence.code")
    .select([
      "competence.code",
      "competence.titleEn",
      "competence.titleDe",
      "organisationCompetence.projects",
      "organisationCompetence.latest",
      sql<number>`count(*) over ()::int`.as("total"),
    ])
    .where("organisationCompetence.organisationId", "=", id)
    .where("organisationCompetence.direct", "=", true)
    .orderBy("organisationCompetence.projects", "desc")
    .orderBy("organisationCompetence.latest", (order) => order.desc().nullsLast())
    .orderBy("competence.code")
    .limit(limit)
    .execute();
export type CompetenceRow = Awaited<ReturnType<typeof competencesOf>>[number];

/** Its projects, the latest first, with the count and the first year of all. */
export const projectsOf = (db: Db, actor: Actor, id: OrganisationId, limit: number) =>
  db
    .selectFrom("participation")
    .innerJoin("project", "project.id", "participation.projectId")
    .select([
      "project.id",
      "project.slug",
      "project.acronym",
      "project.title",
      "project.starts",
      "project.ends",
      "participation.role",
      "participation.contributionCents",
      sql<string | null>`coalesce(project.signed, project.starts)`.as("signed"),
      sql<number>`count(*) over ()::int`.as("total"),
      sql<string | null>`min(coalesce(project.signed, project.starts)) over ()`.as("first"),
    ])
    .where("participation.organisationId", "=", id)
    .where(seenParticipation(actor))
    .where(seenProject(actor))
    .orderBy(sql`coalesce(project.signed, project.starts)`, (order) => order.desc().nullsLast())
    .orderBy("project.id", "desc")
    .limit(limit)
    .execute();
export type ProjectRow = Awaited<ReturnType<typeof projectsOf>>[number];

/** Whom it worked with in projects, the strongest first. */
export async function partnersOf(
  db: Db,
  actor: Actor,
  { id, commons }: Pick<OrganisationRow, "id" | "commons">,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<PartnerRow>> {
  const [strength, after] = (cursor ? decodeCursor(cursor, 2) : null) ?? [];
  const place =
    typeof strength === "number" && typeof after === "string" && UUID.test(after)
      ? sql`(${strength}::real, ${after}::uuid)`
      : null;
  const side = (near: End, far: End) => sql`(
    select link.id as link_id, link.${sql.ref(far)} as partner_id, link.strength, cardinality(link.evidence) as records,
      link.since, link.until, organisation.slug, organisation.name, organisation.kind, organisation.country, organisation.city,
      organisation.lat, organisation.lon
    from link join organisation on organisation.id = link.${sql.ref(far)}
    where link.${sql.ref(near)} = ${id} and ${WORKED_TOGETHER} and ${seenLink(actor)} and ${seenOrganisation(actor)}
      ${place ? sql`and (link.strength, link.${sql.ref(far)}) < ${place}` : sql``}
    order by link.strength desc, link.${sql.ref(far)} desc limit ${limit + 1})`;
  const { rows } = await sql<PartnerRow>`
    ${side("fromOrganisationId", "toOrganisationId")} union all ${side("toOrganisationId", "fromOrganisationId")}
    order by strength desc, partner_id desc limit ${limit + 1}
  `.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: await partnersSeen(db, actor, id, commons),
    next: rows.length > limit && last ? encodeCursor([last.strength, last.partnerId]) : null,
  };
}

type End = "fromOrganisationId" | "toOrganisationId";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface PartnerRow {
  linkId: string;
  partnerId: string;
  strength: number;
  records: number;
  since: string | null;
  until: string | null;
  slug: string;
  name: string;
  kind: string;
  country: string | null;
  city: string | null;
  lat: number | null;
  lon: number | null;
}
