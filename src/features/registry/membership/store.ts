import { type Expression, type SqlBool, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

export interface Level {
  id: string;
  nameEn: string;
  nameDe: string;
  position: number;
  endedAt: Date | null;
  since: string;
  votesDirect: number;
  votesIndirect: number;
  benefits: string[];
  inherited: string[];
}

/** The levels of a cluster with what they give on a day; ended ones too, for members who still have them. */
export async function levelsOf(db: Db, clusterId: string, date: string): Promise<Level[]> {
  return db
    .selectFrom("membershipLevel as level")
    .innerJoin("membershipLevelTerm as term", (join) =>
      join.onRef("term.clusterId", "=", "level.clusterId").onRef("term.levelId", "=", "level.id"),
    )
    .select([
      "level.id",
      "level.nameEn",
      "level.nameDe",
      "level.position",
      "level.endedAt",
      "term.since",
      "term.votesDirect",
      "term.votesIndirect",
      "term.benefits",
      "term.inherited",
    ])
    .where("level.clusterId", "=", clusterId)
    .where(
      sql<boolean>`term.since = (select max(t.since) from membership_level_term t
        where t.cluster_id = level.cluster_id and t.level_id = level.id and t.since <= ${date}::date)`,
    )
    .orderBy("level.position")
    .orderBy("level.id")
    .execute();
}

export const duesOf = (db: Db, clusterId: string) =>
  db
    .selectFrom("duesClass")
    .select(["id", "nameEn", "nameDe", "amountCents", "currency", "note", "position", "endedAt"])
    .where("clusterId", "=", clusterId)
    .orderBy("position")
    .orderBy("id")
    .execute();
export type Dues = Awaited<ReturnType<typeof duesOf>>[number];

/** Organisations named in an address or a form, as far as the asker sees them. */
export const organisationBySlug = (db: Db, actor: Actor, slug: string) =>
  db
    .selectFrom("organisation")
    .select(["organisation.id", "organisation.slug", "organisation.name", "organisation.kind"])
    .where("organisation.slug", "=", slug)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .executeTakeFirst();
export type OrganisationNamed = NonNullable<Awaited<ReturnType<typeof organisationBySlug>>>;

/** A few organisations whose names hold all the words typed. */
export async function organisationsCalled(db: Db, actor: Actor, words: string, limit: number) {
  const parts = words.split(/\s+/).filter(Boolean).slice(0, 6);
  if (parts.length === 0) return [];
  const holds = parts.map(
    (part): Expression<SqlBool> =>
      sql<boolean>`s.label like '%' || replace(replace(folded(${part}), '%', ''), '_', '') || '%'`,
  );
  return db
    .selectFrom("organisationSearch as s")
    .innerJoin("organisation", "organisation.id", "s.organisationId")
    .select([
      "organisation.id",
      "organisation.slug",
      "organisation.name",
      "organisation.kind",
      "organisation.city",
      "organisation.country",
    ])
    .where((q) => q.and(holds))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy(sql`length(s.label)`)
    .orderBy("organisation.id")
    .limit(limit)
    .execute();
}

/** Every row of an organisation's membership, the latest first. */
export const historyOf = (db: Db, actor: Actor, clusterId: string, organisationId: string) =>
  db
    .selectFrom("membership")
    .select([
      "membership.id",
      "membership.role",
      "membership.since",
      "membership.until",
      "membership.visibility",
      "membership.levelId",
      "membership.duesClassId",
      "membership.renewsOn",
      "membership.reason",
      "membership.reasonNote",
      "membership.recordedAt",
    ])
    .where("membership.clusterId", "=", clusterId)
    .where("membership.organisationId", "=", organisationId)
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .orderBy("membership.since", "desc")
    .execute();
export type HistoryRow = Awaited<ReturnType<typeof historyOf>>[number];

const corrections = (db: Db, clusterId: string) =>
  db
    .selectFrom("membershipCorrection as correction")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.clusterId", "=", "correction.clusterId")
        .onRef("membership.id", "=", "correction.membershipId"),
    )
    .innerJoin("organisation", "organisation.id", "correction.organisationId")
    .select([
      "correction.id",
      "correction.organisationId",
      "correction.since",
      "correction.until",
      "correction.reason",
      "correction.correctedAt",
      "organisation.slug",
      "organisation.name",
    ])
    .where("correction.clusterId", "=", clusterId);

/** What was said differently of a day before it was corrected. */
export const correctionsOn = (db: Db, actor: Actor, clusterId: string, date: string) =>
  corrections(db, clusterId)
    .where("correction.since", "<=", date)
    .where((q) => q.or([q("correction.until", "is", null), q("correction.until", ">", date)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy("correction.correctedAt", "desc")
    .execute();
export type CorrectionRow = Awaited<ReturnType<typeof correctionsOn>>[number];

export const correctionsOf = (db: Db, actor: Actor, clusterId: string, organisationId: string) =>
  corrections(db, clusterId)
    .where("correction.organisationId", "=", organisationId)
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy("correction.correctedAt", "desc")
    .execute();

/** Every time anybody was a member here, as far as the asker sees it. */
export const allStays = (db: Db, actor: Actor, clusterId: string) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select([
      "membership.organisationId",
      "organisation.slug",
      "organisation.name",
      "membership.role",
      "membership.since",
      "membership.until",
      "membership.reason",
    ])
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .execute();

export const settingsOf = (db: Db, clusterId: string) =>
  db
    .selectFrom("cluster")
    .select(["takesApplications", "membersRenew", "endsUnrenewed"])
    .where("id", "=", clusterId)
    .executeTakeFirstOrThrow();
export type Settings = Awaited<ReturnType<typeof settingsOf>>;
