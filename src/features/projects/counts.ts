import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { matching, type Search, seesBeyond } from "./matching.ts";

export interface Count {
  value: string;
  count: number;
}

/** How many there are, and how many each further filter would find. */
export interface Counts {
  total: number;
  years: Count[];
  programmes: Count[];
  competences: (Count & { titleEn: string; titleDe: string | null })[];
}

const kept = new LRUCache<string, Counts>({ max: 300 });

/**
 * Counting over everything takes longer than all the rest of the page. Where neither words nor members narrow it down, and the asker
 * sees nothing but what everybody sees, the counts are the same for all: they are kept until the commons change.
 */
export async function countProjects(db: Db, actor: Actor, search: Search, fuzzy: boolean): Promise<Counts> {
  const { query, organisation, competence, programme, year } = search.filter;
  if (query || organisation.length > 0 || search.clusterId !== null || (await seesBeyond(db, actor)))
    return count(db, actor, search, fuzzy);
  const { state } = await db
    .selectFrom("commonsVersion")
    .select(sql<string>`current_database() || ' ' || version`.as("state"))
    .executeTakeFirstOrThrow();
  const key = JSON.stringify([state, [...competence].sort(), [...programme].sort(), [...year].sort()]);
  const known = kept.get(key);
  if (known) return known;
  const counts = await count(db, actor, search, fuzzy);
  kept.set(key, counts);
  return counts;
}

async function count(db: Db, actor: Actor, search: Search, fuzzy: boolean): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with base as materialized (${matching(db, actor, search, fuzzy)})
    select
      (select count(*)::int from base where in_competence and in_programme and in_year) as total,
      coalesce((select jsonb_agg(jsonb_build_object('value', year::text, 'count', n) order by year desc)
        from (select year, count(*)::int as n from base where in_competence and in_programme and year is not null group by year) y), '[]') as years,
      coalesce((select jsonb_agg(jsonb_build_object('value', programme, 'count', n) order by n desc, programme)
        from (select programme, count(*)::int as n from base where in_competence and in_year and programme is not null group by programme) p), '[]') as programmes,
      coalesce((select jsonb_agg(jsonb_build_object('value', k.code, 'count', n, 'titleEn', k.title_en, 'titleDe', k.title_de) order by n desc, k.code)
        from (select code, count(*)::int as n
          from (select unnest(competences) as code from base where in_programme and in_year) each_one group by code) c
        join competence k on k.code = c.code
        where ${offered(search.filter.competence)}), '[]') as competences
  `.execute(db);
  return rows[0]!;
}

/** The broad fields at first; what was chosen with the level below it afterwards. */
const offered = (chosen: readonly string[]) =>
  chosen.length === 0
    ? sql`k.depth = 1`
    : sql`(k.code = any (${[...chosen]}::text[]) or k.parent = any (${[...chosen]}::text[]))`;
