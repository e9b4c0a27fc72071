import type { PoolClient } from "pg";

const PUBLIC_PART = `(select distinct project_id, organisation_id from participation where visibility = 'public' and wall = '{}')`;
const PUBLIC_PROJECT = "p.visibility = 'public' and p.wall = '{}'";

/** The projects two organisations share: with one partner less, each of the others counts for more there. */
export async function sharedProjects(client: PoolClient, a: string, b: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select distinct x.project_id as id from participation x join participation y on y.project_id = x.project_id where x.organisation_id = $1 and y.organisation_id = $2",
    [a, b],
  );
  return rows.map((row) => row.id);
}

/** As the importer reckons them (features/cordis/derive-competences.ts), for a few organisations. */
export async function reckonCompetences(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query("delete from organisation_competence where organisation_id = any ($1)", [ids]);
  await client.query(
    `insert into organisation_competence (organisation_id, code, projects, latest, direct)
     with recursive mine as (
       select pa.organisation_id, p.id, p.competences, coalesce(p.signed, p.starts) as day
       from ${PUBLIC_PART} pa join project p on p.id = pa.project_id and ${PUBLIC_PROJECT} where pa.organisation_id = any ($1)
     ), up as (
       select distinct c.code, c.code as ancestor from mine cross join unnest(mine.competences) u (code) join competence c on c.code = u.code
       union
       select up.code, k.parent from up join competence k on k.code = up.ancestor where k.parent is not null
     ), per_project as (
       select m.organisation_id, m.id, up.ancestor as code, bool_or(up.code = up.ancestor) as direct, max(m.day) as latest
       from mine m cross join unnest(m.competences) u (code) join up on up.code = u.code group by m.organisation_id, m.id, up.ancestor
     )
     select organisation_id, code, count(*)::int, max(latest), bool_or(direct) from per_project group by organisation_id, code`,
    [ids],
  );
}

/**
 * Links from joint projects, as the importer reckons them (features/cordis/derive-links.ts), for all pairs with one of `ids` and for the
 * pairs within `projects`. A link of the merged one goes on as that of the kept one.
 */
export async function reckonLinks(
  client: PoolClient,
  ids: readonly string[],
  projects: readonly string[],
  merged: string | null = null,
): Promise<number> {
  await client.query("set local jit = off");
  await client.query(
    `create temp table wanted_pair on commit drop as
       select distinct least(a.organisation_id, b.organisation_id) as low, greatest(a.organisation_id, b.organisation_id) as high
       from participation a join participation b on b.project_id = a.project_id and b.organisation_id <> a.organisation_id
       where a.organisation_id = any ($1) or a.project_id = any ($2)`,
    [ids, projects],
  );
  await client.query("analyze wanted_pair");
  await client.query(
    `create temp table reckoned_pair on commit drop as
     with pa as materialized (
       select distinct pa.project_id, pa.organisation_id from participation pa
       where pa.visibility = 'public' and pa.wall = '{}' and pa.organisation_id in (select low from wanted_pair union select high from wanted_pair)
     ), together as (
       select w.low, w.high, a.project_id from wanted_pair w
       join pa a on a.organisation_id = w.low join pa b on b.organisation_id = w.high and b.project_id = a.project_id
       join organisation lo on lo.id = w.low and lo.visibility = 'public' and lo.wall = '{}'
       join organisation hi on hi.id = w.high and hi.visibility = 'public' and hi.wall = '{}'
     ), size as (
       select project_id, count(distinct organisation_id) as k from participation
       where visibility = 'public' and wall = '{}' and project_id in (select project_id from together) group by project_id
     )
     select t.low, t.high, array_agg(p.id order by coalesce(p.signed, p.starts) nulls last, p.id) as evidence,
       min(coalesce(p.signed, p.starts)) as since, max(p.ends) as until, round(sum(1.0::double precision / (s.k - 1))::numeric, 6)::real as strength
     from together t join project p on p.id = t.project_id and ${PUBLIC_PROJECT} join size s on s.project_id = t.project_id
     group by t.low, t.high`,
  );
  const derived =
    "l.cluster_id = commons() and l.origin = 'derived' and l.type = 'formal' and l.evidence_kind = 'project'";
  // A link of the merged one is taken over where the kept one has none to the same partner.
  let taken = 0;
  if (merged !== null) {
    const { rowCount } = await client.query(
      `update link l set from_organisation_id = r.low, to_organisation_id = r.high from reckoned_pair r
       where ${derived} and $1 in (l.from_organisation_id, l.to_organisation_id) and $2 in (r.low, r.high)
         and case when r.low = $2 then r.high else r.low end = case when l.from_organisation_id = $1 then l.to_organisation_id else l.from_organisation_id end
         and not exists (select from link o where o.cluster_id = commons() and o.origin = 'derived' and o.type = 'formal'
           and o.from_organisation_id = r.low and o.to_organisation_id = r.high)`,
      [merged, ids[0]],
    );
    taken = rowCount ?? 0;
  }
  await client.query(
    `delete from link l where ${derived} and ${merged === null ? "" : "($2 in (l.from_organisation_id, l.to_organisation_id) or "}(l.from_organisation_id = any ($1) or l.to_organisation_id = any ($1))
       and not exists (select from reckoned_pair r where r.low = l.from_organisation_id and r.high = l.to_organisation_id)${merged === null ? "" : ")"}`,
    merged === null ? [ids] : [ids, merged],
  );
  await client.query(
    `update link l set evidence = r.evidence, since = r.since, until = r.until, strength = r.strength from reckoned_pair r
     where ${derived} and l.from_organisation_id = r.low and l.to_organisation_id = r.high
       and (l.evidence, l.since, l.until, l.strength) is distinct from (r.evidence, r.since, r.until, r.strength)`,
  );
  await client.query(
    `insert into link (id, type, from_organisation_id, to_organisation_id, nature, issue, since, until, strength, origin, evidence_kind, evidence, visibility)
     select gen_random_uuid(), 'formal', low, high, 'joint-project', 'technology', since, until, strength, 'derived', 'project', evidence, 'public'
     from reckoned_pair r where not exists (select from link l where ${derived} and l.from_organisation_id = r.low and l.to_organisation_id = r.high)`,
  );
  await client.query("drop table wanted_pair, reckoned_pair");
  return taken;
}
