import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { among, linksHere } from "../members.ts";

const END = { owners: ["id"] } as const;

export interface LinkToConfirm {
  id: string;
  type: string;
  nature: string;
  createdAt: Date;
  other: string;
}

/** What others said about a link with us, and we have not answered yet. */
export const linksToConfirm = (db: Db, ctx: Context, me: string): Promise<LinkToConfirm[]> =>
  db
    .selectFrom("link")
    .innerJoin("organisation as other", (join) =>
      join.on(
        sql<boolean>`other.id = case when link.from_organisation_id = ${me}::uuid then link.to_organisation_id else link.from_organisation_id end`,
      ),
    )
    .select(["link.id", "link.type", "link.nature", "link.createdAt", "other.name as other"])
    .where("link.clusterId", "=", ctx.actor.clusterId)
    .where("link.origin", "=", "declared")
    .where("link.declaredFor", "<>", me)
    .where((eb) => eb.or([eb("link.fromOrganisationId", "=", me), eb("link.toOrganisationId", "=", me)]))
    .where(linksHere(ctx))
    .where(seenBy(ctx.actor, { table: "other", ...END }))
    .orderBy("link.createdAt")
    .limit(50)
    .execute();

/** With whom we are linked, as far as we see: the other end of every link. */
export async function linkedWith(
  db: Db,
  ctx: Context,
  me: string,
): Promise<{ links: number; partners: Set<string> }> {
  const rows = await db
    .selectFrom("link")
    .select(["fromOrganisationId", "toOrganisationId"])
    .where((eb) => eb.or([eb("fromOrganisationId", "=", me), eb("toOrganisationId", "=", me)]))
    .where(linksHere(ctx))
    .execute();
  const ends = rows.flatMap((row) => [row.fromOrganisationId, row.toOrganisationId]);
  return { links: rows.length, partners: new Set(ends.filter((id) => id !== me)) };
}

export interface Fit {
  organisationId: string;
  /** The competences both have, the rarest first. */
  shared: { titleEn: string; titleDe: string | null }[];
  count: number;
}

/** Broader terms say too little: everybody does some engineering. */
const LEAST_DEPTH = 3;
/** Enough to tell a profile, also that of a large university. */
const TELLING = 40;
/** What so many can do is common; how common exactly makes no difference. */
const COMMON = 500;

/**
 * Members with the same competences. What few can do weighs more than what everybody does: each shared competence counts
 * 1 / ln(1 + n), n being how many organisations have it.
 */
export async function whoFits(db: Db, me: string, candidates: readonly string[]): Promise<Fit[]> {
  const { rows } = await sql<{ organisationId: string; codes: string[] }>`
    with mine as (
      select m.code, (
        select count(*) from (select from organisation_competence o where o.code = m.code limit ${COMMON}) as carriers
      ) as n
      from organisation_competence m join competence k on k.code = m.code
      where m.organisation_id = ${me}::uuid and k.depth >= ${LEAST_DEPTH}
      order by m.projects desc, m.code limit ${TELLING}
    )
    select c.organisation_id, array_agg(c.code order by mine.n, length(c.code) desc, c.code) as codes
    from organisation_competence c join mine on mine.code = c.code
    where c.organisation_id = any (${candidates}::uuid[])
    group by c.organisation_id
    order by sum(1 / ln(1 + mine.n)) desc, c.organisation_id`.execute(db);
  const fits = rows.map(({ organisationId, codes }) => ({ organisationId, codes: finest(codes) }));
  const titles = await titlesOf(
    db,
    fits.flatMap((fit) => fit.codes.slice(0, 3)),
  );
  return fits.map(({ organisationId, codes }) => ({
    organisationId,
    count: codes.length,
    shared: codes.slice(0, 3).flatMap((code) => titles.get(code) ?? []),
  }));
}

/** Without the terms that a narrower one among them implies. */
const finest = (codes: readonly string[]): string[] =>
  codes.filter((code) => !codes.some((other) => other.startsWith(`${code}/`)));

async function titlesOf(db: Db, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, { titleEn: string; titleDe: string | null }>();
  const rows = await db
    .selectFrom("competence")
    .select(["code", "titleEn", "titleDe"])
    .where("code", "in", [...new Set(codes)])
    .execute();
  return new Map(rows.map(({ code, ...titles }) => [code, titles]));
}

export interface NewProject {
  id: string;
  slug: string;
  acronym: string | null;
  title: string;
  signed: string | null;
  why: { titleEn: string; titleDe: string | null } | null;
}

/** The newest projects in the fields we work in most, in which we have no part. */
export async function newProjectsFor(db: Db, ctx: Context, me: string, limit: number): Promise<NewProject[]> {
  const own = await db
    .selectFrom("organisationCompetence")
    .innerJoin("competence", "competence.code", "organisationCompetence.code")
    .select("organisationCompetence.code")
    .where("organisationId", "=", me)
    .where("competence.depth", ">=", LEAST_DEPTH)
    // What we do ourselves first; where that is too narrow, what it belongs to.
    .orderBy("direct", "desc")
    .orderBy("projects", "desc")
    .orderBy("organisationCompetence.code")
    .limit(12)
    .execute();
  const codes = own.map((row) => row.code);
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("projectSearch")
    .innerJoin("project", "project.id", "projectSearch.projectId")
    .select(["project.id", "project.slug", "project.acronym", "project.title", "projectSearch.signed"])
    .select(sql<string[]>`project.competences`.as("competences"))
    .where(sql<boolean>`project_search.competences && ${codes}::text[]`)
    .where(seenBy(ctx.actor, { table: "project", owners: ["organisationId"], group: true, person: true }))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("participation")
            .select("participation.projectId")
            .whereRef("participation.projectId", "=", "project.id")
            .where("participation.organisationId", "=", me),
        ),
      ),
    )
    .orderBy("projectSearch.signed", (order) => order.desc().nullsLast())
    .orderBy("project.id", "desc")
    .limit(limit)
    .execute();
  const whyCode = (competences: string[]) =>
    codes.find((code) => competences.some((one) => one === code || one.startsWith(`${code}/`)));
  const titles = await titlesOf(
    db,
    rows.flatMap((row) => whyCode(row.competences) ?? []),
  );
  return rows.map(({ competences, ...row }) => ({
    ...row,
    why: titles.get(whyCode(competences) ?? "") ?? null,
  }));
}

export interface OwnFacts {
  count: number;
  oldest: { field: string; statedAt: Date } | null;
}

/** What we told the cluster about ourselves, and what of it is oldest. */
export async function ownFacts(db: Db, ctx: Context, me: string): Promise<OwnFacts> {
  const rows = await db
    .selectFrom("fact")
    .select(["field", "statedAt"])
    .where("clusterId", "=", ctx.actor.clusterId)
    .where("organisationId", "=", me)
    .where(seenBy(ctx.actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
    .orderBy("statedAt")
    .execute();
  return { count: rows.length, oldest: rows[0] ?? null };
}

export const memberNames = async (db: Db, ctx: Context, ids: readonly string[]) =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .selectFrom("organisation")
            .select(["id", "name", "slug", "city"])
            .where(among("organisation.id", ids))
            .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
            .execute()
        ).map((row) => [row.id, row] as const),
  );
