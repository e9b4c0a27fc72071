import { type RawBuilder, type SqlBool, sql } from "kysely";
import { seenBy } from "../../access/visibility.ts";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import type { ProjectFilter } from "./schema.ts";
import { seenOrganisation, seenParticipation, seenProject } from "./visible.ts";

export interface Search {
  filter: Omit<ProjectFilter, "format">;
  /** Only projects with at least one member of this cluster, as far as the asker sees who is one. */
  clusterId: ClusterId | null;
  today: string;
  limit: number;
}

/**
 * What the words, the organisations and the cluster leave over, with whether each facet's filter holds. First the table that holds
 * what everybody may see, then the few projects that are not for everybody.
 */
export function matching(db: Db, actor: Actor, { filter, clusterId, today }: Search, fuzzy: boolean) {
  const within = scope(db, actor, filter.organisation, clusterId, today);
  const words = filter.query && !fuzzy ? tsquery(filter.query) : null;
  const like = (label: RawBuilder<unknown>) =>
    filter.query && fuzzy
      ? tellingWords(filter.query).map((word) => sql<boolean>`folded(${word}) <% ${label}`)
      : [];
  const rank = filter.sort === "relevance" && words;
  const open: RawBuilder<SqlBool>[] = [
    ...(words ? [sql<boolean>`s.words @@ (${words})`] : []),
    ...like(sql`s.label`),
    ...(within ? [sql<boolean>`s.project_id in (${within})`] : []),
  ];
  const text = sql`folded(concat_ws(' ', project.acronym, project.title, project.objective))`;
  const closed: RawBuilder<SqlBool>[] = [
    sql<boolean>`(project.visibility <> 'public' or project.wall <> '{}')`,
    seenProject(actor),
    ...(words
      ? [sql<boolean>`(to_tsvector('english', ${text}) || to_tsvector('simple', ${text})) @@ (${words})`]
      : []),
    ...like(sql`folded(concat_ws(' ', project.acronym, project.title))`),
    ...(within ? [sql<boolean>`project.id in (${within})`] : []),
  ];
  return sql`
    select s.project_id as id, s.signed, s.year, s.programme, s.competences,
      ${rank ? sql`ts_rank(s.words, (${words}))` : sql`0::real`} as rank,
      ${chosen(sql`s.competences && `, sql`::text[]`, filter.competence)} as in_competence,
      ${chosen(sql`s.programme = any (`, sql`::text[])`, filter.programme)} as in_programme,
      ${chosen(sql`s.year = any (`, sql`::int[])`, filter.year)} as in_year
    from project_search s ${open.length ? sql`where ${sql.join(open, sql` and `)}` : sql``}
    union all
    select rest.*, ${chosen(sql`rest.competences && `, sql`::text[]`, filter.competence)},
      ${chosen(sql`rest.programme = any (`, sql`::text[])`, filter.programme)},
      ${chosen(sql`rest.year = any (`, sql`::int[])`, filter.year)}
    from (
      select project.id, coalesce(project.signed, project.starts) as signed,
        extract(year from coalesce(project.signed, project.starts))::int as year, project.programme,
        array(select distinct k.code from unnest(project.competences) as own (code)
          join competence k on own.code = k.code or own.code like k.code || '/%') as competences,
        0::real as rank
      from project where ${sql.join(closed, sql` and `)}
    ) rest`;
}

const chosen = (
  before: RawBuilder<unknown>,
  after: RawBuilder<unknown>,
  values: readonly (string | number)[],
) => (values.length === 0 ? sql`true` : sql`coalesce(${before}${[...values]}${after}, false)`);

/** The projects of all the organisations named, and of the cluster's members. */
function scope(
  db: Db,
  actor: Actor,
  organisations: readonly string[],
  clusterId: ClusterId | null,
  today: string,
) {
  const parts: RawBuilder<unknown>[] = organisations.map(
    (slug) => sql`
      select participation.project_id from participation
      join organisation on organisation.id = participation.organisation_id and ${seenOrganisation(actor)}
      where organisation.slug = ${slug} and ${seenParticipation(actor)}`,
  );
  if (clusterId !== null)
    parts.push(sql`
      select participation.project_id from participation
      where participation.organisation_id in (${membersSeen(db, actor, clusterId, today)}) and ${seenParticipation(actor)}`);
  return parts.length === 0 ? null : sql.join(parts, sql` intersect `);
}

export const membersSeen = (db: Db, actor: Actor, clusterId: ClusterId, today: string) =>
  db
    .selectFrom("membership")
    .select("membership.organisationId")
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }));

/**
 * All words, each by its English or German stem or as it stands, the last one perhaps not yet typed to its end. Words that say
 * nothing (the, of) are no condition.
 */
function tsquery(typed: string): RawBuilder<unknown> {
  const words = wordsOf(typed);
  if (words.length === 0) return sql`''::tsquery`;
  const parts = words.map((word, i) => {
    const folded = sql`folded(${word})`;
    const asIs =
      i === words.length - 1 && word.length > 1
        ? sql`to_tsquery('simple', quote_literal(${folded}) || ':*')`
        : sql`plainto_tsquery('simple', ${folded})`;
    return sql`case when numnode(plainto_tsquery('english', ${folded})) = 0 then ''::tsquery
      else plainto_tsquery('english', ${folded}) || plainto_tsquery('german', ${folded}) || ${asIs} end`;
  });
  return sql.join(parts, sql` && `);
}

/** A slip is looked for in longer words alone: three letters look like too much. */
export const tellingWords = (typed: string): string[] => wordsOf(typed).filter((word) => word.length > 3);

const wordsOf = (typed: string): string[] => typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? [];

/** Whether there is any project beyond those that everybody sees which this asker sees. */
export async function seesBeyond(db: Db, actor: Actor): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select exists (
    select from project where (project.visibility <> 'public' or project.wall <> '{}') and ${seenProject(actor)}
  ) as yes`.execute(db);
  return rows[0]!.yes;
}
