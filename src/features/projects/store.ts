import { sql } from "kysely";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { membersSeen } from "./matching.ts";
import { seenOrganisation, seenParticipation, seenProject } from "./visible.ts";

/** One project by its address, as far as the asker sees it. */
export const findProject = (db: Db, actor: Actor, slug: string) =>
  db
    .selectFrom("project")
    .select([
      "project.id",
      "project.clusterId",
      "project.slug",
      "project.acronym",
      "project.title",
      "project.objective",
      "project.keywords",
      "project.starts",
      "project.ends",
      "project.signed",
      "project.status",
      "project.totalCostCents",
      "project.contributionCents",
      "project.call",
      "project.topic",
      "project.topicTitle",
      "project.programme",
      "project.scheme",
      "project.competences",
      "project.source",
      "project.sourceKey",
      "project.visibility",
      "project.organisationId",
      "project.groupId",
      "project.personId",
      "project.wall",
    ])
    .where("project.slug", "=", slug)
    .where(seenProject(actor))
    .executeTakeFirst();
export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>;

/** Who takes part, the coordinator first; in a cluster also which of them are its members. */
export const participantsOf = (
  db: Db,
  actor: Actor,
  projectId: string,
  clusterId: ClusterId | null,
  today: string,
) =>
  db
    .selectFrom("participation")
    .innerJoin("organisation", "organisation.id", "participation.organisationId")
    .select([
      "organisation.slug",
      "organisation.name",
      "organisation.kind",
      "organisation.city",
      "organisation.country",
      "organisation.lat",
      "organisation.lon",
      "participation.role",
      "participation.contributionCents",
      "participation.ended",
      (clusterId === null
        ? sql<boolean>`false`
        : sql<boolean>`organisation.id in (${membersSeen(db, actor, clusterId, today)})`
      ).as("memberHere"),
    ])
    .where("participation.projectId", "=", projectId)
    .where(seenParticipation(actor))
    .where(seenOrganisation(actor))
    .orderBy(
      sql`array_position(array['coordinator', 'participant', 'associated-partner', 'third-party'], participation.role)`,
    )
    .orderBy("participation.position")
    .orderBy("organisation.id")
    .limit(400)
    .execute();
export type ParticipantRow = Awaited<ReturnType<typeof participantsOf>>[number];

export const competencesNamed = (db: Db, codes: readonly string[]) =>
  codes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("competence")
        .select(["code", "titleEn", "titleDe"])
        .where("code", "in", [...codes])
        .orderBy("titleEn")
        .execute();

/** Names for the organisations and competences that the address filters by. */
export const organisationNames = (db: Db, actor: Actor, slugs: readonly string[]) =>
  slugs.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("organisation")
        .select(["organisation.slug", "organisation.name"])
        .where("organisation.slug", "in", [...slugs])
        .where(seenOrganisation(actor))
        .execute();
