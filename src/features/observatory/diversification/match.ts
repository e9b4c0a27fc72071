import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { PanelHead } from "../data/panel.ts";
import { workOf } from "../works.ts";

/** What a member is looked for by. */
export interface Sought {
  words: string[];
  /** NACE divisions, two digits, or sections, one letter. */
  industries: string[];
}

export type Way = "competence" | "said" | "industry" | "project";

/** One sign that an organisation can do it: by which word, and what says so. */
export interface Sign {
  clusterId: string;
  organisationId: string;
  sought: string;
  way: Way;
  /** The competence, the sentence, the industry. Of projects the newest. */
  title: string;
  slug: string | null;
  count: number;
}

const FILLERS = new Set(["und", "oder", "and", "other", "ohne", "mit", "with", "the", "sonst", "allgemein"]);

/** The words an activity is found by: those kept for it, else its names in both languages. */
export function soughtFor(
  { activityList, activities }: Pick<PanelHead, "activityList" | "activities">,
  index: number,
): Sought {
  const code = activities.codes[index]!;
  const work = workOf(activityList, code);
  if (work) return { words: work.words, industries: work.industries };
  const names = [activities.names.en[index] ?? "", activities.names.de[index] ?? ""];
  const words = names
    .flatMap((name) => name.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [])
    .filter((word) => !FILLERS.has(word));
  return {
    words: [...new Set(words)].slice(0, 8),
    industries: activityList?.startsWith("nace") ? industriesOf(code) : [],
  };
}

/** "C25.6" is 25; "B-E" are four sections. */
function industriesOf(code: string): string[] {
  const digits = /^[A-Z]?(\d{2})/.exec(code);
  if (digits) return [digits[1]!];
  const [from, to] = /^([A-U])(?:-([A-U]))?$/.exec(code)?.slice(1) ?? [];
  if (from)
    return "ABCDEFGHIJKLMNOPQRSTU"
      .slice("ABCDEFGHIJKLMNOPQRSTU".indexOf(from), "ABCDEFGHIJKLMNOPQRSTU".indexOf(to ?? from) + 1)
      .split("");
  return /^([A-U])_([A-U])$/.exec(code)?.slice(1) ?? [];
}

/**
 * Signs of all members of this and other clusters, as far as the asker sees the membership, the organisation, and what it says. Public
 * projects are searched in the table of what everybody may see; the competences of an organisation follow from the same.
 */
export async function signsOf(
  db: Db,
  actor: Actor,
  { words, industries }: Sought,
  today: string,
): Promise<Sign[]> {
  const able = await competencesNamed(db, words);
  const { rows } = await sql<Sign>`
    with asked as materialized (
      select w as word, phraseto_tsquery('english', folded(w)) || phraseto_tsquery('german', folded(w)) as q
      from unnest(${words}::text[]) as w
    ), industry as (select i as code from unnest(${industries}::text[]) as i),
    member as materialized (
      select distinct m.cluster_id, m.organisation_id, o.industries
      from membership m join organisation o on o.id = m.organisation_id
      where m.role <> 'applicant' and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)
        and ${seenBy(actor, { table: "m", owners: ["organisationId"] })} and ${seenBy(actor, { table: "o", owners: ["id"] })}
    ), able as materialized (
      select word, code, title
      from unnest(${able.map(({ word }) => word)}::text[], ${able.map(({ code }) => code)}::text[],
        ${able.map(({ title }) => title)}::text[]) as named (word, code, title)
    ), near as materialized (
      select a.word, s.project_id, s.signed from asked a join project_search s on s.words @@ a.q
    )
    select m.cluster_id, m.organisation_id, able.word as sought, 'competence' as way, able.title, null as slug, max(oc.projects)::int as count
    from able join organisation_competence oc on oc.code = able.code join member m on m.organisation_id = oc.organisation_id
    group by m.cluster_id, m.organisation_id, able.word, able.title
    union all
    select m.cluster_id, m.organisation_id, a.word, 'said', max(f.value), null, count(*)::int
    from asked a join fact f on f.words @@ a.q join member m on m.organisation_id = f.organisation_id and m.cluster_id = f.cluster_id
    where f.cluster_id = ${actor.clusterId}::uuid and f.field in ('competences', 'description', 'products', 'machines', 'capacity')
      and ${seenBy(actor, { table: "f", owners: ["organisationId"], group: true, person: true })}
    group by m.cluster_id, m.organisation_id, a.word
    union all
    select m.cluster_id, m.organisation_id, i.code, 'industry', string_agg(distinct told.code, ', '), null, count(distinct told.code)::int
    from member m cross join lateral (
      select unnest(m.industries) as code
      union
      select f.code from fact f where f.cluster_id = ${actor.clusterId}::uuid and m.cluster_id = f.cluster_id
        and f.organisation_id = m.organisation_id and f.field = 'industries' and f.code is not null
        and ${seenBy(actor, { table: "f", owners: ["organisationId"], group: true, person: true })}
    ) told join industry i on told.code like i.code || '%' or substring(told.code from '^[A-Z](.*)$') like i.code || '%'
    group by m.cluster_id, m.organisation_id, i.code
    union all
    select m.cluster_id, m.organisation_id, near.word, 'project',
      (array_agg(p.title order by near.signed desc nulls last))[1], (array_agg(p.slug order by near.signed desc nulls last))[1],
      count(distinct p.id)::int
    from near join participation pa on pa.project_id = near.project_id join member m on m.organisation_id = pa.organisation_id
      join project p on p.id = near.project_id
    where ${seenBy(actor, { table: "pa", owners: ["organisationId"] })} and p.visibility = 'public' and p.wall = '{}'
    group by m.cluster_id, m.organisation_id, near.word
  `.execute(db);
  return rows;
}

interface Named {
  word: string;
  code: string;
  title: string;
}

/** The vocabulary is the same for every asker and hardly ever another; to look a thousand titles through takes longer than all the rest. */
const named = new LRUCache<string, Named[]>({ max: 1000, ttl: 600_000 });

/** The competences that the words name. */
async function competencesNamed(db: Db, words: readonly string[]): Promise<Named[]> {
  const key = words.join("\n");
  const known = named.get(key);
  if (known) return known;
  const { rows } = await sql<Named>`
    with asked as materialized (
      select w as word, phraseto_tsquery('english', folded(w)) || phraseto_tsquery('german', folded(w)) as q
      from unnest(${words}::text[]) as w
    ), vocabulary as materialized (
      select k.code, k.title_en as title,
        to_tsvector('english', folded(k.title_en)) || to_tsvector('german', folded(coalesce(k.title_de, ''))) as words
      from competence k
    )
    select a.word, v.code, v.title from vocabulary v join asked a on v.words @@ a.q
  `.execute(db);
  // Nothing is remembered before there is a vocabulary.
  if (rows.length > 0) named.set(key, rows);
  return rows;
}

export interface Matched {
  organisationId: string;
  signs: Sign[];
  /** What it said and its industries weigh more than a word in a project's text. */
  weight: number;
}

const WEIGHT: Record<Way, number> = { competence: 2, said: 3, industry: 3, project: 1 };

/** Those who can do it, the surest first: by different kinds of signs, then by how many. */
export function matchedOf(signs: readonly Sign[]): Matched[] {
  return [...Map.groupBy(signs, ({ organisationId }) => organisationId)]
    .map(([organisationId, own]): Matched => {
      const byWay = Map.groupBy(own, ({ way }) => way);
      const weight = [...byWay].reduce(
        (sum, [way, some]) =>
          sum + WEIGHT[way] * (1 + Math.log(1 + some.reduce((all, { count }) => all + count, 0)) / 4),
        0,
      );
      return { organisationId, signs: own, weight };
    })
    .sort((a, b) => b.weight - a.weight || (a.organisationId < b.organisationId ? -1 : 1));
}
