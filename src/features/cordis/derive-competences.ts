import type { PoolClient } from "pg";

/**
 * What the public projects of an organisation say it can do: each code of each project, rolled up to all ancestors.
 * Returns the organisations for which this changed.
 */
export async function deriveCompetences(client: PoolClient): Promise<string[]> {
  await client.query(`
    create temp table lineage on commit drop as
      with recursive up as (
        select code, code as ancestor from competence
        union all
        select up.code, k.parent from up join competence k on k.code = up.ancestor where k.parent is not null
      )
      select code, ancestor from up;
    create temp table project_competence on commit drop as
      select p.id as project_id, l.ancestor as code, bool_or(l.code = l.ancestor) as direct,
        max(coalesce(p.signed, p.starts)) as latest
      from project p cross join unnest(p.competences) as c (code) join lineage l on l.code = c.code
      where p.visibility = 'public' and p.wall = '{}'
      group by p.id, l.ancestor;
    analyze project_competence;
    create temp table reckoned_competence on commit drop as
      select pa.organisation_id, c.code, count(*)::int as projects, max(c.latest) as latest, bool_or(c.direct) as direct
      from (select distinct organisation_id, project_id from participation where visibility = 'public' and wall = '{}') pa
      join project_competence c on c.project_id = pa.project_id
      group by pa.organisation_id, c.code;
    analyze reckoned_competence;
    create temp table competence_change on commit drop as
      select coalesce(r.organisation_id, oc.organisation_id) as organisation_id, coalesce(r.code, oc.code) as code,
        r.projects, r.latest, r.direct
      from reckoned_competence r
      full join organisation_competence oc on oc.organisation_id = r.organisation_id and oc.code = r.code
      where (r.projects, r.latest, r.direct) is distinct from (oc.projects, oc.latest, oc.direct);
    analyze competence_change;
    delete from organisation_competence oc using competence_change c
      where c.projects is null and oc.organisation_id = c.organisation_id and oc.code = c.code;
    insert into organisation_competence (organisation_id, code, projects, latest, direct)
      select organisation_id, code, projects, latest, direct from competence_change where projects is not null
      order by organisation_id, code
      on conflict (organisation_id, code) do update
        set projects = excluded.projects, latest = excluded.latest, direct = excluded.direct;
  `);
  const changed = await client.query("select distinct organisation_id as id from competence_change");
  return changed.rows.map((row) => row.id);
}
