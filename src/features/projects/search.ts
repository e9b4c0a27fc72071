import { type RawBuilder, type SqlBool, sql } from "kysely";
import { seenBy } from "../../access/visibility.ts";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { decodeCursor, encodeCursor } from "../../kernel/page.ts";
import type { ProjectFilter } from "./schema.ts";

export const seenProject = (actor: Actor, table = "project") =>
  seenBy(actor, { table, owners: ["organisationId"], group: true, person: true });
export const seenParticipation = (actor: Actor, table = "participation") =>
  seenBy(actor, { table, owners: ["organisationId"] });
export const seenOrganisation = (actor: Actor, table = "organisation") =>
  seenBy(actor, { table, owners: ["id"] });

export interface Search {
  filter: Omit<ProjectFilter, "format">;
  /** Only projects with at least one member of this cluster, as far as the asker sees who is one. */
  clusterId: ClusterId | null;
  today: string;
  limit: number;
}

export interface ProjectHit {
  id: string;
  slug: string;
  acronym: string | null;
  title: string;
  signed: string | null;
  starts: string | null;
  ends: string | null;
  programme: string | null;
  totalCostCents: number | null;
  contributionCents: number | null;
  organisations: number;
  coordinator: string | null;
  coordinatorSlug: string | null;
}

export interface Count {
  value: string;
  count: number;
}

export interface ProjectsFound {
  items: ProjectHit[];
  total: number;
  next: string | null;
  years: Count[];
  programmes: Count[];
  competences: (Count & { titleEn: string; titleDe: string | null })[];
  /** Nothing had the words as typed: these only look like them. */
  fuzzy: boolean;
}

/** Projects by words, competence, programme, year and organisation, with what each further filter would find. */
export async function searchProjects(db: Db, actor: Actor, search: Search): Promise<ProjectsFound> {
  const exact = await found(db, actor, search, false);
  if (exact.total > 0 || wordsOf(search.filter.query ?? "").length === 0) return exact;
  const { competence, programme, year } = search.filter;
  // Other filters may be what leaves nothing over; then the words are not to blame.
  if (competence.length + programme.length + year.length > 0) return exact;
  return found(db, actor, search, true);
}

async function found(db: Db, actor: Actor, search: Search, fuzzy: boolean): Promise<ProjectsFound> {
  const { filter, limit } = search;
  const base = matching(db, actor, search, fuzzy);
  const down = filter.sort !== "signed";
  const ranked = filter.sort === "relevance" && filter.query;
  const key = ranked ? sql`rank` : sql`coalesce(signed, ${down ? "0001-01-01" : "9999-12-31"}::date)`;
  const after = placeAfter(filter.cursor, ranked ? "rank" : "date");
  const place = after
    ? down
      ? sql`and (${key}, id) < (${after.key}, ${after.id}::uuid)`
      : sql`and (${key}, id) > (${after.key}, ${after.id}::uuid)`
    : sql``;
  const direction = down ? sql`desc` : sql`asc`;
  const all = sql`in_competence and in_programme and in_year`;

  const { rows } = await sql<
    Omit<ProjectsFound, "items" | "next" | "fuzzy"> & {
      items: (ProjectHit & { key: string | number })[] | null;
    }
  >`
    with base as materialized (${base}),
    stretch as (
      select id, ${key} as key from base where ${all} ${place} order by 2 ${direction}, id ${direction} limit ${limit + 1}
    )
    select
      (select count(*)::int from base where ${all}) as total,
      (select jsonb_agg(jsonb_build_object('id', project.id, 'slug', project.slug, 'acronym', project.acronym, 'title', project.title,
          'signed', coalesce(project.signed, project.starts), 'starts', project.starts, 'ends', project.ends, 'programme', project.programme,
          'totalCostCents', project.total_cost_cents, 'contributionCents', project.contribution_cents,
          'organisations', crowd.organisations, 'coordinator', crowd.coordinator, 'coordinatorSlug', crowd.coordinator_slug, 'key', stretch.key)
          order by stretch.key ${direction}, stretch.id ${direction})
        from stretch join project on project.id = stretch.id
        cross join lateral (
          select count(distinct organisation.id)::int as organisations,
            min(organisation.name) filter (where participation.role = 'coordinator') as coordinator,
            min(organisation.slug) filter (where participation.role = 'coordinator') as coordinator_slug
          from participation join organisation on organisation.id = participation.organisation_id and ${seenOrganisation(actor)}
          where participation.project_id = project.id and ${seenParticipation(actor)}
        ) crowd
        where ${seenProject(actor)}) as items,
      coalesce((select jsonb_agg(jsonb_build_object('value', year::text, 'count', n) order by year desc)
        from (select year, count(*)::int as n from base where in_competence and in_programme and year is not null group by year) y), '[]') as years,
      coalesce((select jsonb_agg(jsonb_build_object('value', programme, 'count', n) order by n desc, programme)
        from (select programme, count(*)::int as n from base where in_competence and in_year and programme is not null group by programme) p), '[]') as programmes,
      coalesce((select jsonb_agg(jsonb_build_object('value', k.code, 'count', n, 'titleEn', k.title_en, 'titleDe', k.title_de) order by n desc, k.code)
        from (select code, count(*)::int as n from base cross join unnest(competences) as code
          where in_programme and in_year group by code) c
        join competence k on k.code = c.code
        where ${offered(filter.competence)}), '[]') as competences
  `.execute(db);
  const row = rows[0]!;
  const items = row.items ?? [];
  const last = items[limit - 1];
  return {
    total: row.total,
    items: items.slice(0, limit).map(({ key: _, ...hit }) => hit),
    next: items.length > limit && last ? encodeCursor([last.key, last.id]) : null,
    years: row.years,
    programmes: row.programmes,
    competences: row.competences,
    fuzzy,
  };
}

/** The broad fields at first; what was chosen with the level below it afterwards. */
const offered = (chosen: readonly string[]) =>
  chosen.length === 0
    ? sql`k.depth = 1`
    : sql`(k.code = any (${[...chosen]}::text[]) or k.parent = any (${[...chosen]}::text[]))`;

/**
 * What the words, the organisations and the cluster leave over, with whether each facet's filter holds. First the table that holds
 * what everybody may see, then the few projects that are not for everybody.
 */
function matching(db: Db, actor: Actor, { filter, clusterId, today }: Search, fuzzy: boolean) {
  const within = scope(db, actor, filter.organisation, clusterId, today);
  const words = filter.query && !fuzzy ? tsquery(filter.query) : null;
  const like = (label: RawBuilder<unknown>) =>
    filter.query && fuzzy ? wordsOf(filter.query).map((word) => sql<boolean>`folded(${word}) <% ${label}`) : [];
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

const wordsOf = (typed: string): string[] => typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? [];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeAfter(cursor: string | undefined, kind: "rank" | "date") {
  const [key, id] = (cursor ? decodeCursor(cursor, 2) : null) ?? [];
  if (typeof id !== "string" || !UUID.test(id)) return null;
  if (kind === "rank") return typeof key === "number" ? { key: sql`${key}::real`, id } : null;
  return typeof key === "string" && /^\d{4}-\d\d-\d\d$/.test(key) ? { key: sql`${key}::date`, id } : null;
}
