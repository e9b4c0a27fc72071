import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { among, linksHere } from "../members.ts";

const PARTICIPATION = { table: "participation", owners: ["organisationId"] } as const;
const PROJECT = { table: "project", owners: ["organisationId"], group: true, person: true } as const;

/** Links between members, and with how many organisations beyond them. */
export async function linkFigures(db: Db, ctx: Context, ids: readonly string[]) {
  const inside = await db
    .selectFrom("link")
    .select((eb) => [
      eb.fn.countAll<number>().as("links"),
      sql<number>`count(*) filter (where origin = 'derived')`.as("derived"),
      sql<number>`count(distinct (from_organisation_id, to_organisation_id))`.as("pairs"),
    ])
    .where(among("link.fromOrganisationId", ids))
    .where(among("link.toOrganisationId", ids))
    .where(linksHere(ctx))
    .executeTakeFirstOrThrow();
  return { links: Number(inside.links), derived: Number(inside.derived), pairs: Number(inside.pairs) };
}

/** Projects with at least one of these organisations, and whom they meet there. */
export async function projectFigures(db: Db, ctx: Context, ids: readonly string[]) {
  const own = db
    .selectFrom("participation")
    .innerJoin("project", "project.id", "participation.projectId")
    .select("participation.projectId")
    .distinct()
    .where(among("participation.organisationId", ids))
    .where(seenBy(ctx.actor, PARTICIPATION))
    .where(seenBy(ctx.actor, PROJECT));
  const found = await db
    .with("own", () => own)
    .selectFrom("own")
    .select((eb) => [
      eb.fn.countAll<number>().as("projects"),
      eb
        .selectFrom("participation")
        .innerJoin("own as o", "o.projectId", "participation.projectId")
        .select(sql<number>`count(distinct participation.organisation_id)`.as("partners"))
        .where((not) => not.not(among("participation.organisationId", ids)))
        .where(seenBy(ctx.actor, PARTICIPATION))
        .as("partners"),
    ])
    .executeTakeFirstOrThrow();
  return { projects: Number(found.projects), partners: Number(found.partners ?? 0) };
}

export interface YearRow {
  year: number;
  projects: number;
  /** What members received, in euros. */
  contribution: number;
}

/** Projects begun by year, and what these organisations received for them. */
export async function projectsByYear(db: Db, ctx: Context, ids: readonly string[]): Promise<YearRow[]> {
  const year = sql<number>`extract(year from coalesce(project.signed, project.starts))::int`;
  const rows = await db
    .selectFrom("participation")
    .innerJoin("project", "project.id", "participation.projectId")
    .select([
      year.as("year"),
      sql<number>`count(distinct project.id)`.as("projects"),
      sql<number>`coalesce(sum(participation.contribution_cents), 0) / 100`.as("contribution"),
    ])
    .where(among("participation.organisationId", ids))
    .where(sql<boolean>`coalesce(project.signed, project.starts) is not null`)
    .where(seenBy(ctx.actor, PARTICIPATION))
    .where(seenBy(ctx.actor, PROJECT))
    .groupBy(year)
    .orderBy(year)
    .execute();
  return rows.map((row) => ({
    year: row.year,
    projects: Number(row.projects),
    contribution: Number(row.contribution),
  }));
}

export interface CompetenceRow {
  code: string;
  titleEn: string;
  titleDe: string | null;
  organisations: number;
}

/** In which fields most of them have worked, on the second level of EuroSciVoc. Follows from public projects alone. */
export async function competencesOf(db: Db, ids: readonly string[], limit: number): Promise<CompetenceRow[]> {
  const rows = await db
    .selectFrom("organisationCompetence")
    .innerJoin("competence", "competence.code", "organisationCompetence.code")
    .select(["competence.code", "competence.titleEn", "competence.titleDe"])
    .select((eb) => eb.fn.countAll<number>().as("organisations"))
    .where(among("organisationCompetence.organisationId", ids))
    .where("competence.depth", "=", 2)
    .groupBy(["competence.code", "competence.titleEn", "competence.titleDe"])
    .orderBy("organisations", "desc")
    .orderBy("competence.code")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, organisations: Number(row.organisations) }));
}

export interface SourceRow {
  what: "organisations" | "projects" | "links" | "facts";
  source: string;
  count: number;
  latest: string | null;
}

/** Where what is known about the members comes from, how much of it, and how old it is. */
export async function sourcesOf(db: Db, ctx: Context, ids: readonly string[]): Promise<SourceRow[]> {
  const count = sql<number>`count(*)`.as("count");
  const day = (text: string) => sql<string | null>`(max(${sql.raw(text)}))::date::text`.as("latest");
  const organisations = await db
    .selectFrom("organisation")
    .select(["source", count, day("coalesce(source_on, updated_at::date)")])
    .where(among("organisation.id", ids))
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .groupBy("source")
    .execute();
  const projects = await db
    .selectFrom("project")
    .select(["project.source", count, day("coalesce(project.signed, project.starts)")])
    .where((eb) =>
      eb(
        "project.id",
        "in",
        eb
          .selectFrom("participation")
          .select("participation.projectId")
          .where(among("participation.organisationId", ids))
          .where(seenBy(ctx.actor, PARTICIPATION)),
      ),
    )
    .where(seenBy(ctx.actor, PROJECT))
    .groupBy("project.source")
    .execute();
  const links = await db
    .selectFrom("link")
    .select(["link.origin as source", count, day("coalesce(link.since, link.created_at::date)")])
    .where(among("link.fromOrganisationId", ids))
    .where(among("link.toOrganisationId", ids))
    .where(linksHere(ctx))
    .groupBy("link.origin")
    .execute();
  const facts = await db
    .selectFrom("fact")
    .select(["fact.origin as source", count, day("fact.stated_at")])
    .where("fact.clusterId", "=", ctx.actor.clusterId)
    .where(among("fact.organisationId", ids))
    .where(seenBy(ctx.actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
    .groupBy("fact.origin")
    .execute();
  const rows = (what: SourceRow["what"], found: { source: string; count: number; latest: string | null }[]) =>
    found.map((row) => ({ what, ...row, count: Number(row.count) }));
  return [
    ...rows("organisations", organisations),
    ...rows("projects", projects),
    ...rows("links", links),
    ...rows("facts", facts),
  ];
}

/** How many members each have a competence on record; the rest of the coverage is told by the members themselves. */
export async function withCompetence(db: Db, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom("organisationCompetence")
    .select(sql<number>`count(distinct organisation_id)`.as("count"))
    .where(among("organisationCompetence.organisationId", ids))
    .executeTakeFirstOrThrow();
  return Number(count);
}
