import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, OrganisationId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import type { LinkFilter } from "./schema.ts";

/** A disputed link is a matter of its two ends and the team. */
export const seenLink = (actor: Actor, table = "link") => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const seen = seenBy(actor, {
    table,
    owners: ["fromOrganisationId", "toOrganisationId"],
    group: true,
    person: true,
  });
  const concerned =
    actor.clusterId === null || (actor.office === null && actor.organisationId === null)
      ? sql`false`
      : sql`${column("clusterId")} = ${actor.clusterId}::uuid and (${actor.office !== null}
          or ${actor.organisationId}::uuid in (${column("fromOrganisationId")}, ${column("toOrganisationId")}))`;
  return sql<boolean>`(${seen} and (${column("disputedAt")} is null or ${concerned}))`;
};
const seenEnd = (actor: Actor, table: string) => seenBy(actor, { table, owners: ["id"] });

/**
 * Links with the names of both ends, as far as the asker sees link and ends; a cluster's own and the commons'. Outside of any
 * cluster those of all of them, which are the public ones.
 */
const links = (db: Db, actor: Actor, clusterId: string | null) =>
  db
    .selectFrom("link")
    .innerJoin("organisation as source", "source.id", "link.fromOrganisationId")
    .innerJoin("organisation as target", "target.id", "link.toOrganisationId")
    .leftJoin("cluster", "cluster.id", "link.clusterId")
    .$if(clusterId !== null, (q) => q.where("link.clusterId", "in", [clusterId ?? COMMONS, COMMONS]))
    .where(seenLink(actor))
    .where(seenEnd(actor, "source"))
    .where(seenEnd(actor, "target"));

const COLUMNS = [
  "link.id",
  "link.clusterId",
  "link.type",
  "link.nature",
  "link.issue",
  "link.since",
  "link.until",
  "link.strength",
  "link.digitalLevel",
  "link.origin",
  "link.declaredFor",
  "link.createdAt",
  "link.confirmedAt",
  "link.evidenceKind",
  "link.note",
  "link.disputedAt",
  "link.dispute",
  "link.visibility",
  "link.groupId",
  "link.personId",
  "link.wall",
  "link.fromOrganisationId",
  "link.toOrganisationId",
  "source.slug as fromSlug",
  "source.name as fromName",
  "target.slug as toSlug",
  "target.name as toName",
  "cluster.slug as clusterSlug",
] as const;

const rows = (db: Db, actor: Actor, clusterId: string | null) =>
  links(db, actor, clusterId).select(COLUMNS).select(sql<number>`cardinality(link.evidence)`.as("records"));
export type LinkRow = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

/** Members of the cluster whose membership the asker sees; applicants are not members yet. */
export const membersSeen = (db: Db, actor: Actor, clusterId: string, today: string) =>
  db
    .selectFrom("membership")
    .select("membership.organisationId")
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }));

/** Those members and whoever belongs through them, by links the asker sees: what `membersOn` tells of a day, as a condition. */
export const belongingSeen = (db: Db, actor: Actor, clusterId: string, today: string) => sql`(
  with recursive member as (
    ${membersSeen(db, actor, clusterId, today)}
    union
    select link.from_organisation_id from member join link on link.to_organisation_id = member.organisation_id
    where link.nature = 'member' and link.origin = 'confirmed' and link_holds(link, ${today}::date)
      and link.cluster_id in (${clusterId}::uuid, ${COMMONS}::uuid) and ${seenLink(actor)}
  ) select organisation_id from member)`;

/** One link with its records; also the one that is only partly in this cluster. */
export const linkById = (db: Db, actor: Actor, clusterId: string, id: string) =>
  rows(db, actor, clusterId).select("link.evidence").where("link.id", "=", id).executeTakeFirst();

/** What else the two are to each other, so that supplying, owning and competing stand beside each other. */
export const between = (
  db: Db,
  actor: Actor,
  clusterId: string,
  one: OrganisationId,
  other: OrganisationId,
) =>
  rows(db, actor, clusterId)
    .where((q) =>
      q.or([
        q.and([q("link.fromOrganisationId", "=", one), q("link.toOrganisationId", "=", other)]),
        q.and([q("link.fromOrganisationId", "=", other), q("link.toOrganisationId", "=", one)]),
      ]),
    )
    .orderBy("link.type")
    .orderBy("link.since")
    .limit(50)
    .execute();

/** Said in these very words, because the indexes over these links are. */
export const NOT_FROM_PROJECTS = sql<boolean>`(link.origin <> 'derived' or link.evidence_kind is distinct from 'project')`;

/** Everything that links one organisation, except what only says that two worked in projects: those are its partners. */
export const linksOf = (
  db: Db,
  actor: Actor,
  clusterId: string | null,
  organisationId: OrganisationId,
  limit: number,
) =>
  rows(db, actor, clusterId)
    .where((q) =>
      q.or([
        q("link.fromOrganisationId", "=", organisationId),
        q("link.toOrganisationId", "=", organisationId),
      ]),
    )
    .where(NOT_FROM_PROJECTS)
    .orderBy("link.origin")
    .orderBy("link.since", (order) => order.desc().nullsLast())
    .limit(limit)
    .execute();

const ORDERS = {
  "-strength": { column: "link.strength", direction: "desc" },
  "-since": { column: sql<string>`coalesce(link.since, '0001-01-01')`, direction: "desc" },
  since: { column: sql<string>`coalesce(link.since, '9999-12-31')`, direction: "asc" },
} as const;

export interface ListOfLinks {
  clusterId: string;
  today: string;
  filter: Omit<LinkFilter, "format">;
  limit: number;
}

/**
 * The links of the cluster: those declared in it, and those of the commons between two of its members. Found by their ids first:
 * said as one condition with `or`, the database would walk over every link of the installation.
 */
export async function listLinks(
  db: Db,
  actor: Actor,
  { clusterId, today, filter, limit }: ListOfLinks,
): Promise<Page<LinkRow>> {
  const order = ORDERS[filter.sort];
  const key: RawBuilder<string | number> =
    typeof order.column === "string" ? sql.ref(order.column) : order.column;
  const own = actor.organisationId;
  const conditions: Expression<SqlBool>[] = [
    sql<boolean>`link.id in (
      with member as materialized (${membersSeen(db, actor, clusterId, today)})
      select id from link where cluster_id = ${clusterId}::uuid
      union
      select l.id from member a join link l on l.from_organisation_id = a.organisation_id
        join member b on b.organisation_id = l.to_organisation_id where l.cluster_id = ${COMMONS}::uuid)`,
  ];
  if (filter.type.length) conditions.push(sql<boolean>`link.type in (${sql.join(filter.type)})`);
  if (filter.origin.length) conditions.push(sql<boolean>`link.origin in (${sql.join(filter.origin)})`);
  if (filter.organisation)
    conditions.push(sql<boolean>`${filter.organisation} in (source.slug, target.slug)`);
  if (filter.waiting)
    conditions.push(
      own === null
        ? sql<boolean>`false`
        : sql<boolean>`link.origin = 'declared' and link.declared_for is not null and link.declared_for <> ${own}::uuid
            and ${own}::uuid in (link.from_organisation_id, link.to_organisation_id)`,
    );
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const { total } = await links(db, actor, clusterId)
    .select(sql<number>`count(*)::int`.as("total"))
    .where(all)
    .executeTakeFirstOrThrow();

  const after = filter.cursor ? decodeCursor(filter.cursor, 2) : null;
  const down = order.direction === "desc";
  let query = rows(db, actor, clusterId).select(key.as("key")).where(all);
  if (after && isPlace(after, filter.sort))
    query = query.where(
      down
        ? sql<boolean>`(${key}, link.id) < (${place(after[0], filter.sort)}, ${after[1]}::uuid)`
        : sql<boolean>`(${key}, link.id) > (${place(after[0], filter.sort)}, ${after[1]}::uuid)`,
    );
  const found = await query
    .orderBy(key, order.direction)
    .orderBy("link.id", order.direction)
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, total, next: found.length > limit && last ? encodeCursor([last.key, last.id]) : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isPlace = ([key, id]: (string | number | null)[], sort: LinkFilter["sort"]) =>
  typeof id === "string" &&
  UUID.test(id) &&
  (sort === "-strength" ? typeof key === "number" : /^\d{4}-\d\d-\d\d$/.test(String(key)));
const place = (key: unknown, sort: LinkFilter["sort"]) =>
  sort === "-strength" ? sql`${key}::real` : sql`${key}::date`;

/** The projects behind a derived link, newest first, as far as the asker sees them. */
export const evidenceProjects = (db: Db, actor: Actor, ids: readonly string[]) =>
  db
    .selectFrom("project")
    .select([
      "project.id",
      "project.slug",
      "project.acronym",
      "project.title",
      "project.signed",
      "project.starts",
      "project.ends",
    ])
    .where("project.id", "in", [...ids])
    .where(seenBy(actor, { table: "project", owners: ["organisationId"], group: true, person: true }))
    .orderBy(sql`coalesce(project.signed, project.starts)`, (order) => order.desc().nullsLast())
    .orderBy("project.id")
    .limit(100)
    .execute();

export interface End {
  id: string;
  slug: string;
  name: string;
}

/** Organisations by their addresses, as far as the asker sees them. */
export const endsBySlug = (db: Db, actor: Actor, slugs: readonly string[]): Promise<End[]> =>
  slugs.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("organisation")
        .select(["organisation.id", "organisation.slug", "organisation.name"])
        .where("organisation.slug", "in", [...slugs])
        .where(seenEnd(actor, "organisation"))
        .execute();

export const endsById = (db: Db, actor: Actor, ids: readonly string[]): Promise<End[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("organisation")
        .select(["organisation.id", "organisation.slug", "organisation.name"])
        .where("organisation.id", "in", [...ids])
        .where(seenEnd(actor, "organisation"))
        .execute();

/** Whom a link can be declared with from a form: the members one sees. */
export const memberEnds = (db: Db, actor: Actor, clusterId: string, today: string): Promise<End[]> =>
  db
    .selectFrom("organisation")
    .select(["organisation.id", "organisation.slug", "organisation.name"])
    .where("organisation.id", "in", membersSeen(db, actor, clusterId, today))
    .where(seenEnd(actor, "organisation"))
    .orderBy(sql`folded(organisation.name)`)
    .limit(2000)
    .execute();

/** The membership of one organisation here, as far as the asker sees it. */
export const isMemberHere = async (
  db: Db,
  actor: Actor,
  clusterId: string,
  organisationId: string,
  today: string,
) =>
  (await db
    .selectFrom("membership")
    .select("membership.id")
    .where("membership.clusterId", "=", clusterId)
    .where("membership.organisationId", "=", organisationId)
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .executeTakeFirst()) !== undefined;

export interface FreshLink {
  id: string;
  clusterId: string;
  type: string;
  nature: string;
  fromOrganisationId: string;
  toOrganisationId: string;
  issue: string | null;
  since: string | null;
  until: string | null;
  strength: number;
  digitalLevel: string | null;
  note: string | null;
  visibility: string;
  wall: string[];
  declaredBy: string | null;
  declaredFor: string;
}

/** Until the transaction ends nobody else declares a link between the two. */
export const lockPair = ({ db }: Unit, one: OrganisationId, other: OrganisationId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${[one, other].sort().join(" ")}, 0))`.execute(db);

export const insertLink = ({ db }: Unit, link: FreshLink) =>
  db
    .insertInto("link")
    .values({ ...link, origin: "declared" })
    .execute();

/** Takes effect only while the link still waits, so that an answer given twice counts once. */
export const confirmLink = async (
  { db }: Unit,
  clusterId: string,
  id: string,
  personId: string | null,
  at: Date,
) =>
  (
    await db
      .updateTable("link")
      .set({
        origin: "confirmed",
        confirmedBy: personId,
        confirmedAt: at,
        disputedAt: null,
        disputedBy: null,
        dispute: null,
      })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("origin", "=", "declared")
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

export const endLink = async ({ db }: Unit, clusterId: string, id: string, today: string) =>
  (
    await db
      .updateTable("link")
      .set({ until: today })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("origin", "=", "confirmed")
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

export const deleteLink = async ({ db }: Unit, clusterId: string, id: string) =>
  (
    await db
      .deleteFrom("link")
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("origin", "=", "declared")
      .executeTakeFirst()
  ).numDeletedRows > 0n;

export const disputeLink = async (
  { db }: Unit,
  clusterId: string,
  id: string,
  { personId, at, reason }: { personId: string | null; at: Date; reason: string },
) =>
  (
    await db
      .updateTable("link")
      .set({ disputedAt: at, disputedBy: personId, dispute: reason })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("origin", "=", "declared")
      .where("disputedAt", "is", null)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** Grants end with the link, so that they do not come back with it; or those of one end alone. Answers what had been granted. */
export const endGrants = (
  { db }: Unit,
  clusterId: string,
  linkId: string,
  { at, personId, by }: { at: Date; personId: string | null; by?: OrganisationId },
) =>
  db
    .updateTable("linkGrant")
    .set({ revokedAt: at, revokedPerson: personId })
    .where("clusterId", "=", clusterId)
    .where("linkId", "=", linkId)
    .where("revokedAt", "is", null)
    .$if(by !== undefined, (query) => query.where("grantedBy", "=", by!))
    .returning("may")
    .execute();
