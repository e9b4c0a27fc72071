import { type RawBuilder, sql } from "kysely";
import type { VisibleColumns } from "../../access/visibility.ts";
import type { MembershipRole } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import type { Visibility } from "../../kernel/visibility.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import type { LinkOrigin, LinkType } from "../link-words/feature.ts";

/** Who looks: one asker, or everybody of an audience at once. Every query below is asked through somebody's eyes. */
export type Eyes = (columns: VisibleColumns) => RawBuilder<boolean>;

export interface ActorRow {
  id: string;
  slug: string;
  name: string;
  shortName: string | null;
  kind: string;
  city: string | null;
  country: string | null;
  /** `null`: an outside partner. */
  role: MembershipRole | null;
  since: string | null;
}

export interface LinkRow {
  id: string;
  fromId: string;
  toId: string;
  type: LinkType;
  nature: string;
  issue: string | null;
  origin: LinkOrigin;
  since: string | null;
  until: string | null;
  strength: number;
  evidenceKind: string | null;
  evidence: string[];
}

const MEMBERSHIP = { table: "membership", owners: ["organisationId"] };
const ORGANISATION = { table: "organisation", owners: ["id"] };
const LINK = { table: "link", owners: ["fromOrganisationId", "toOrganisationId"], group: true, person: true };
const PROJECT = { table: "project", owners: ["organisationId"], group: true, person: true };

const ids = (list: readonly string[]) => sql<string[]>`${`{${list.join(",")}}`}::uuid[]`;
const among = (column: string, list: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any (${ids(list)})`;

export async function clusterSubject(db: Db, clusterId: string) {
  const row = await db
    .selectFrom("cluster")
    .select("visibility")
    .where("id", "=", clusterId)
    .executeTakeFirst();
  return row && { clusterId, visibility: row.visibility as Visibility, owners: [], wall: [] };
}

/** The cluster's members of today. An applicant is still outside. */
export async function members(db: Db, sees: Eyes, clusterId: string, today: string): Promise<ActorRow[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(ACTOR_COLUMNS)
    .select(["membership.role", "membership.since"])
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((is) => is.or([is("membership.until", "is", null), is("membership.until", ">", today)]))
    .where(sees(MEMBERSHIP))
    .where(sees(ORGANISATION))
    .where("organisation.clusterId", "in", [COMMONS, clusterId])
    .orderBy("organisation.id")
    .orderBy("membership.since")
    .execute();
  // Two memberships may overlap; the organisation is one actor all the same.
  return [...new Map(rows.map((row) => [row.id, row as ActorRow])).values()];
}

const ACTOR_COLUMNS = [
  "organisation.id",
  "organisation.slug",
  "organisation.name",
  "organisation.shortName",
  "organisation.kind",
  "organisation.city",
  "organisation.country",
] as const;

/** Outside organisations that are linked to members, the strongest first. */
export async function partners(
  db: Db,
  sees: Eyes,
  clusterId: string,
  memberIds: readonly string[],
  limit: number,
): Promise<{ actors: ActorRow[]; total: number }> {
  const outward = (
    near: "fromOrganisationId" | "toOrganisationId",
    far: "fromOrganisationId" | "toOrganisationId",
  ) =>
    db
      .selectFrom("link")
      .select([`link.${far} as id`, "link.strength as strength"])
      .where(among(`link.${near}`, memberIds))
      .where((is) => is.not(among(`link.${far}`, memberIds)))
      .where("link.clusterId", "in", [COMMONS, clusterId])
      .where(sees(LINK));
  const rows = await db
    .with("reached", (with_) =>
      with_
        .selectFrom(
          outward("fromOrganisationId", "toOrganisationId")
            .unionAll(outward("toOrganisationId", "fromOrganisationId"))
            .as("outward"),
        )
        .select(["outward.id", sql<number>`sum(outward.strength)`.as("strength")])
        .groupBy("outward.id"),
    )
    .selectFrom("reached")
    .innerJoin("organisation", "organisation.id", "reached.id")
    .select(ACTOR_COLUMNS)
    .select(sql<string>`count(*) over ()`.as("total"))
    .where(sees(ORGANISATION))
    .where("organisation.clusterId", "in", [COMMONS, clusterId])
    .orderBy("reached.strength", "desc")
    .orderBy("organisation.id")
    .limit(limit)
    .execute();
  return {
    actors: rows.map(({ total: _, ...row }) => ({ ...row, role: null, since: null })),
    total: Number(rows[0]?.total ?? 0),
  };
}

/** Links among members, and between members and the partners given; never between two partners. */
export async function links(
  db: Db,
  sees: Eyes,
  clusterId: string,
  memberIds: readonly string[],
  partnerIds: readonly string[],
): Promise<LinkRow[]> {
  const everybody = [...memberIds, ...partnerIds];
  const between = (from: readonly string[], to: readonly string[]) =>
    db
      .selectFrom("link")
      .select([
        "link.id",
        "link.fromOrganisationId as fromId",
        "link.toOrganisationId as toId",
        "link.type",
        "link.nature",
        "link.issue",
        "link.origin",
        "link.since",
        "link.until",
        "link.strength",
        "link.evidenceKind",
        "link.evidence",
      ])
      .where(among("link.fromOrganisationId", from))
      .where(among("link.toOrganisationId", to))
      .where("link.clusterId", "in", [COMMONS, clusterId])
      .where(sees(LINK));
  const inner = between(memberIds, everybody);
  const all = partnerIds.length ? inner.unionAll(between(partnerIds, memberIds)) : inner;
  return (await all.orderBy("id").execute()) as LinkRow[];
}

/** Which of these projects may be seen. */
export async function projectsSeen(db: Db, sees: Eyes, projectIds: readonly string[]): Promise<Set<string>> {
  if (projectIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("project")
    .select("project.id")
    .where(among("project.id", projectIds))
    .where(sees(PROJECT))
    .execute();
  return new Set(rows.map((row) => row.id));
}

export interface ProjectName {
  id: string;
  slug: string;
  acronym: string | null;
  title: string;
  starts: string | null;
  ends: string | null;
}

export async function projectNames(
  db: Db,
  sees: Eyes,
  projectIds: readonly string[],
): Promise<Map<string, ProjectName>> {
  if (projectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("project")
    .select([
      "project.id",
      "project.slug",
      "project.acronym",
      "project.title",
      "project.starts",
      "project.ends",
    ])
    .where(among("project.id", projectIds))
    .where(sees(PROJECT))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** With how many visible organisations outside these actors are linked. */
export async function partnersOf(
  db: Db,
  sees: Eyes,
  clusterId: string,
  actorIds: readonly string[],
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  if (actorIds.length === 0) return new Map();
  const outward = (
    near: "fromOrganisationId" | "toOrganisationId",
    far: "fromOrganisationId" | "toOrganisationId",
  ) =>
    db
      .selectFrom("link")
      .innerJoin("organisation", "organisation.id", `link.${far}`)
      .select([`link.${near} as id`, `link.${far} as partner`])
      .where(among(`link.${near}`, actorIds))
      .where((is) => is.not(among(`link.${far}`, memberIds)))
      .where("link.clusterId", "in", [COMMONS, clusterId])
      .where("organisation.clusterId", "in", [COMMONS, clusterId])
      .where(sees(LINK))
      .where(sees(ORGANISATION));
  const rows = await db
    .selectFrom(
      outward("fromOrganisationId", "toOrganisationId")
        .unionAll(outward("toOrganisationId", "fromOrganisationId"))
        .as("outward"),
    )
    .select(["outward.id", sql<string>`count(distinct outward.partner)`.as("partners")])
    .groupBy("outward.id")
    .execute();
  return new Map(rows.map((row) => [row.id, Number(row.partners)]));
}

export type Audience = "public" | "cluster";
export type Scope = "members" | "partners";

/** Where an actor stands, its community, the share of the shortest paths that leads through it, and with how many it is linked. */
export type Standing = [x: number, y: number, community: number | null, share: number, degree: number];

export interface LaidOut {
  actors: Record<string, Standing>;
  communities: number;
  modularity: number | null;
  /** From how many actors the shortest paths were counted. */
  sources: number;
  links: number;
}

export async function layoutOf(
  db: Db,
  clusterId: string,
  audience: Audience,
  scope: Scope,
): Promise<{ laidOut: LaidOut; computedAt: Date } | null> {
  const row = await db
    .selectFrom("networkLayout")
    .select([sql<LaidOut | null>`places -> ${sql.lit(scope)}`.as("laidOut"), "computedAt"])
    .where("clusterId", "=", clusterId)
    .where("audience", "=", audience)
    .executeTakeFirst();
  return row?.laidOut ? { laidOut: row.laidOut, computedAt: row.computedAt } : null;
}

/** Keeps what was laid out; the other scope stays as it was. */
export async function keepLayout(
  db: Db,
  clusterId: string,
  audience: Audience,
  places: Partial<Record<Scope, LaidOut>>,
  computedAt: Date,
): Promise<void> {
  await db
    .insertInto("networkLayout")
    .values({ clusterId, audience, computedAt, places: JSON.stringify(places) })
    .onConflict((conflict) =>
      conflict
        .columns(["clusterId", "audience"])
        .doUpdateSet({ computedAt, places: sql`network_layout.places || excluded.places` }),
    )
    .execute();
}

export const clustersWithoutLayout = async (db: Db) =>
  (
    await db
      .selectFrom("cluster")
      .select("id")
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("networkLayout")
              .select("audience")
              .whereRef("networkLayout.clusterId", "=", "cluster.id"),
          ),
        ),
      )
      .execute()
  ).map((row) => row.id);

export const allClusters = async (db: Db) =>
  (await db.selectFrom("cluster").select("id").execute()).map((row) => row.id);
