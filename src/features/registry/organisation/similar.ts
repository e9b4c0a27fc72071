import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { membersSeen } from "../links/store.ts";

export interface SimilarRow {
  slug: string;
  name: string;
  kind: string;
  city: string | null;
  country: string | null;
  /** From 0, nothing in common, to 1, the same profile. */
  similarity: number;
  /** The shared competences that count most. */
  shared: { titleEn: string; titleDe: string | null }[];
  /** Projects the two already share, as far as the asker sees. */
  together: number;
}

interface Rarity {
  state: string;
  organisations: number;
  byCode: Map<string, number>;
}
let kept: Rarity | undefined;

/** How many organisations carry each competence. Public and the same for everybody, so it is counted once per state of the commons. */
async function rarity(db: Db, state: string): Promise<Rarity> {
  if (kept?.state === state) return kept;
  const rows = await db
    .selectFrom("organisationCompetence")
    .select(["code", sql<number>`count(*)::int`.as("organisations")])
    .where("direct", "=", true)
    .groupBy("code")
    .execute();
  const { organisations } = await db
    .selectFrom("organisationSearch")
    .select(sql<number>`count(*)::int`.as("organisations"))
    .executeTakeFirstOrThrow();
  kept = { state, organisations, byCode: new Map(rows.map((row) => [row.code, row.organisations])) };
  return kept;
}

/** Enough to tell a profile; the rest of a large university's hundreds would only add noise and time. */
const TELLING = 12;
/** Rows of the index read to find candidates. */
const ROWS = 3_600;
const CANDIDATES = 24;

interface Neighbour {
  organisationId: string;
  similarity: number;
  codes: string[];
}

/** Reckoned from public records alone and the same for everybody, until the commons change. Who sees which of them is asked anew. */
const neighbours = new LRUCache<string, Neighbour[]>({ max: 5_000 });

/**
 * Organisations with the same competences, the rare ones counting more than what everybody does.
 *
 *     similarity(a, b) = cosine of the vectors  w(c) = ln(1 + projects with c) · ln(N / organisations with c)
 *
 * Candidates come from the competences that tell most about `a`; the cosine is then reckoned over all competences of both.
 * K. Spärck Jones, "A statistical interpretation of term specificity", Journal of Documentation 28 (1972), 11–21.
 */
export async function similarTo(
  db: Db,
  actor: Actor,
  { id, commons }: { id: OrganisationId; commons: string },
  options: { limit: number; clusterId: ClusterId | null; today: string },
): Promise<SimilarRow[]> {
  const rare = await rarity(db, commons);
  const key = `${rare.state} ${id}`;
  const known = options.clusterId === null ? neighbours.get(key) : undefined;
  const near = known ?? (await neighboursOf(db, actor, id, rare, options));
  if (options.clusterId === null) neighbours.set(key, near);
  if (near.length === 0) return [];
  const { rows } = await sql<SimilarRow>`
    select organisation.slug, organisation.name, organisation.kind, organisation.city, organisation.country, near.similarity,
      (select jsonb_agg(jsonb_build_object('titleEn', k.title_en, 'titleDe', k.title_de) order by array_position(near.codes, k.code))
       from competence k where k.code = any (near.codes)) as shared,
      coalesce((select cardinality(l.evidence) from link l
        where l.from_organisation_id = least(${id}::uuid, organisation.id) and l.to_organisation_id = greatest(${id}::uuid, organisation.id)
          and l.origin = 'derived' and l.evidence_kind = 'project' and l.visibility = 'public' and l.wall = '{}' limit 1), 0) as together
    from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as near ("organisationId" uuid, similarity float8, codes text[])
    join organisation on organisation.id = near."organisationId" and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
    order by near.similarity desc, organisation.id limit ${options.limit}
  `.execute(db);
  return rows;
}

async function neighboursOf(
  db: Db,
  actor: Actor,
  id: OrganisationId,
  { organisations, byCode }: Rarity,
  options: { clusterId: ClusterId | null; today: string },
): Promise<Neighbour[]> {
  const own = await db
    .selectFrom("organisationCompetence")
    .select(["code", "projects"])
    .where("organisationId", "=", id)
    .where("direct", "=", true)
    .execute();
  const idf = (code: string) => Math.log((organisations + 1) / (byCode.get(code) ?? 1));
  const weighed = own
    .map(({ code, projects }) => ({ code, idf: idf(code), weight: Math.log1p(projects) * idf(code) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.code.localeCompare(b.code));
  if (weighed.length === 0) return [];
  const telling = weighed.slice(0, TELLING);
  const norm = Math.hypot(...weighed.map(({ weight }) => weight));
  const codes = weighed.map(({ code }) => code);

  // Said as a lateral join: guessing at sums, the database would read the whole table instead of a stretch of its index.
  const candidates =
    options.clusterId === null
      ? sql`select oc.organisation_id, sum(mine.weight * ln(1 + oc.projects)) as score
          from mine cross join lateral (
            select organisation_id, projects from organisation_competence
            where code = mine.code and direct order by projects desc limit ${Math.ceil(ROWS / TELLING)}
          ) oc
          where mine.code = any (${telling.map(({ code }) => code)}::text[]) and oc.organisation_id <> ${id}::uuid
          group by oc.organisation_id`
      : sql`select member.organisation_id, sum(mine.weight * ln(1 + oc.projects)) as score
          from (${membersSeen(db, actor, options.clusterId, options.today)}) member
          cross join lateral (
            select code, projects from organisation_competence where organisation_id = member.organisation_id and direct
          ) oc
          join mine on mine.code = oc.code
          where member.organisation_id <> ${id}::uuid
          group by member.organisation_id`;
  const { rows } = await sql<Neighbour>`
    with mine (code, weight) as (
      select * from unnest(${codes}::text[], ${weighed.map(({ weight }) => weight)}::float8[])
    ), candidate as (
      ${candidates}
      order by score desc, organisation_id limit ${CANDIDATES}
    ), rarity (code, idf) as materialized (
      select * from unnest(${[...byCode.keys()]}::text[], ${[...byCode.keys()].map(idf)}::float8[])
    ), weighed as (
      select oc.organisation_id, oc.code, ln(1 + oc.projects) * rarity.idf as weight
      from candidate cross join lateral (
        select code, projects, organisation_id from organisation_competence where organisation_id = candidate.organisation_id and direct
      ) oc join rarity on rarity.code = oc.code
    ), scored as (
      select weighed.organisation_id, coalesce(sum(weighed.weight * mine.weight), 0) / (sqrt(sum(weighed.weight * weighed.weight)) * ${norm}::float8) as similarity,
        (array_agg(mine.code order by weighed.weight * mine.weight desc) filter (where mine.code is not null))[1:3] as codes
      from weighed left join mine on mine.code = weighed.code
      group by weighed.organisation_id
    )
    select organisation_id, similarity, codes from scored where similarity > 0.05
    order by similarity desc, organisation_id
  `.execute(db);
  return rows;
}
