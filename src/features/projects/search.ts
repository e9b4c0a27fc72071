import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { decodeCursor, encodeCursor } from "../../kernel/page.ts";
import { type Counts, countProjects } from "./counts.ts";
import { matching, type Search, tellingWords } from "./matching.ts";
import { seenOrganisation, seenParticipation, seenProject } from "./visible.ts";

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

export interface ProjectsFound extends Counts {
  items: ProjectHit[];
  next: string | null;
  /** Nothing had the words as typed: these only look like them. */
  fuzzy: boolean;
}

/** Projects by words, competence, programme, year and organisation, with what each further filter would find. */
export async function searchProjects(db: Db, actor: Actor, search: Search): Promise<ProjectsFound> {
  const exact = await found(db, actor, search, false);
  if (exact.total > 0 || tellingWords(search.filter.query ?? "").length === 0) return exact;
  const { competence, programme, year } = search.filter;
  // Other filters may be what leaves nothing over; then the words are not to blame.
  if (competence.length + programme.length + year.length > 0) return exact;
  return found(db, actor, search, true);
}

async function found(db: Db, actor: Actor, search: Search, fuzzy: boolean): Promise<ProjectsFound> {
  const { limit, filter } = search;
  // For a common word the planner would rather unpack the words of every project than look into their index: ten times slower.
  if (filter.query) await scanning(db, "off");
  const counts = await countProjects(db, actor, search, fuzzy);
  const hits = counts.total === 0 ? [] : await stretch(db, actor, search, fuzzy);
  if (filter.query) await scanning(db, "on");
  const last = hits[limit - 1];
  return {
    ...counts,
    items: hits.slice(0, limit).map(({ key: _, ...hit }) => hit),
    next: hits.length > limit && last ? encodeCursor([last.key, last.id]) : null,
    fuzzy,
  };
}

const scanning = (db: Db, how: "on" | "off") =>
  sql`select set_config('enable_seqscan', ${how}, true)`.execute(db);

/** One more than the page shows, to know whether there is another page. */
async function stretch(
  db: Db,
  actor: Actor,
  search: Search,
  fuzzy: boolean,
): Promise<(ProjectHit & { key: string | number })[]> {
  const { filter, limit } = search;
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
  const { rows } = await sql<ProjectHit & { key: string | number }>`
    with base as (${matching(db, actor, search, fuzzy)}),
    stretch as materialized (
      select id, ${key} as key from base where in_competence and in_programme and in_year ${place}
      order by 2 ${direction}, id ${direction} limit ${limit + 1}
    )
    select project.id, project.slug, project.acronym, project.title, coalesce(project.signed, project.starts) as signed, project.starts,
      project.ends, project.programme, project.total_cost_cents, project.contribution_cents,
      crowd.organisations, crowd.coordinator, crowd.coordinator_slug, stretch.key
    from stretch join project on project.id = stretch.id
    cross join lateral (
      select count(distinct organisation.id)::int as organisations,
        min(organisation.name) filter (where participation.role = 'coordinator') as coordinator,
        min(organisation.slug) filter (where participation.role = 'coordinator') as coordinator_slug
      from participation join organisation on organisation.id = participation.organisation_id and ${seenOrganisation(actor)}
      where participation.project_id = project.id and ${seenParticipation(actor)}
    ) crowd
    where ${seenProject(actor)}
    order by stretch.key ${direction}, stretch.id ${direction}
  `.execute(db);
  return rows;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeAfter(cursor: string | undefined, kind: "rank" | "date") {
  const [key, id] = (cursor ? decodeCursor(cursor, 2) : null) ?? [];
  if (typeof id !== "string" || !UUID.test(id)) return null;
  if (kind === "rank") return typeof key === "number" ? { key: sql`${key}::real`, id } : null;
  return typeof key === "string" && /^\d{4}-\d\d-\d\d$/.test(key) ? { key: sql`${key}::date`, id } : null;
}
