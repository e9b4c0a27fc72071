import type { PoolClient } from "pg";
import type { Tally } from "./merge.ts";

/**
 * Two organisations that share a public project are linked: formally, by joint projects, with the projects as evidence.
 *
 *     strength(a, b) = sum over shared projects of 1 / (k - 1),   k = organisations in the project
 *
 * Each project so spreads a weight of 1 over the partners of each organisation: a pair that worked alone counts more than two
 * names on a long list. M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64 (2001), 016132.
 *
 * Reckoned anew from all public projects, so that a link never outlives or misses its evidence.
 */
export async function deriveLinks(client: PoolClient): Promise<Tally & { removed: number }> {
  await client.query(`
    create temp table together on commit drop as
      select pa.project_id, pa.organisation_id, coalesce(p.signed, p.starts) as since, p.ends as until,
        1.0::double precision / nullif(count(*) over (partition by pa.project_id) - 1, 0) as weight,
        o.visibility = 'public' and o.wall = '{}' as shown
      from (select distinct project_id, organisation_id from participation where visibility = 'public' and wall = '{}') pa
      join project p on p.id = pa.project_id and p.visibility = 'public' and p.wall = '{}'
      join organisation o on o.id = pa.organisation_id;
    delete from together where weight is null or not shown;
    analyze together;
    create temp table reckoned_link on commit drop as
      select a.organisation_id as from_id, b.organisation_id as to_id,
        array_agg(a.project_id order by a.since nulls last, a.project_id) as evidence,
        min(a.since) as since, max(a.until) as until, round(sum(a.weight)::numeric, 6)::real as strength
      from together a join together b on b.project_id = a.project_id and b.organisation_id > a.organisation_id
      group by a.organisation_id, b.organisation_id;
    create temp table present_link on commit drop as
      select id, from_organisation_id as from_id, to_organisation_id as to_id, evidence, since, until, strength
      from link where cluster_id = commons() and origin = 'derived' and type = 'formal' and evidence_kind = 'project';
    analyze reckoned_link, present_link;
    create temp table link_change on commit drop as
      select l.id, coalesce(r.from_id, l.from_id) as from_id, coalesce(r.to_id, l.to_id) as to_id,
        r.evidence, r.since, r.until, r.strength
      from reckoned_link r full join present_link l on l.from_id = r.from_id and l.to_id = r.to_id
      where (r.evidence, r.since, r.until, r.strength) is distinct from (l.evidence, l.since, l.until, l.strength);
    analyze link_change;
  `);
  const removed = await client.query(`
    delete from link l using link_change c where c.evidence is null and l.cluster_id = commons() and l.id = c.id
  `);
  const changed = await client.query(`
    update link l set evidence = c.evidence, since = c.since, until = c.until, strength = c.strength
    from link_change c where c.evidence is not null and l.cluster_id = commons() and l.id = c.id
  `);
  const added = await client.query(
    `insert into link (id, type, from_organisation_id, to_organisation_id, nature, issue, since, until, strength, origin,
       evidence_kind, evidence, visibility)
     select ${NUMBERED_UUIDV7}, 'formal', from_id, to_id, 'joint-project', 'technology', since, until, strength, 'derived',
       'project', evidence, 'public'
     from (select c.*, row_number() over (order by from_id, to_id) as nth from link_change c where c.id is null) fresh`,
    [Date.now().toString(16).padStart(12, "0")],
  );
  const all = await client.query("select count(*)::int as total from reckoned_link");
  const tally = {
    added: added.rowCount ?? 0,
    changed: changed.rowCount ?? 0,
    removed: removed.rowCount ?? 0,
  };
  return { ...tally, same: all.rows[0].total - tally.added - tally.changed };
}

// UUIDv7 with a counter of 24 bits (RFC 9562, section 6.2, method 1): a million ids in one statement, in the order of the index.
const NUMBERED_UUIDV7 = `($1 || '7' || lpad(to_hex((nth >> 12) & 4095), 3, '0') || '8' || lpad(to_hex(nth & 4095), 3, '0')
  || right(gen_random_uuid()::text, 12))::uuid`;
