import type { PoolClient } from "pg";
import { copyInto, type Value } from "./copy.ts";
import type { Numbered } from "./import-organisations.ts";
import type { Source } from "./layout.ts";
import type { Tally } from "./merge.ts";
import type { Participation } from "./participation.ts";
import type { Reporter } from "./reporter.ts";

export interface ParticipationKeys {
  /** What an edition's organisation key is known by here: a participant code or a source key. */
  organisation: (key: string) => { pic: string } | { sourceKey: string };
}

/** Brings participations in. One organisation listed twice in one role of a project is one participation with the sum of both. */
export async function importParticipations(
  client: PoolClient,
  source: Source,
  participations: AsyncIterable<Numbered<Participation>>,
  keys: ParticipationKeys,
  report: Reporter,
): Promise<Tally> {
  await client.query(
    `create temp table staged_participation (
       row_number int, project text, pic text, source_key text, role text, position int, contribution_cents bigint, ended boolean
     ) on commit drop`,
  );
  await copyInto(
    client,
    "staged_participation",
    ["row_number", "project", "pic", "source_key", "role", "position", "contribution_cents", "ended"],
    staged(participations, keys),
  );
  await client.query("analyze staged_participation");
  await client.query(
    `create temp table found_participation on commit drop as
     select s.row_number, s.project, coalesce(s.pic, s.source_key) as organisation, p.id as project_id,
       coalesce(by_pic.id, by_key.id, by_alias.organisation_id) as organisation_id, s.role, s.position, s.contribution_cents, s.ended
     from staged_participation s
     left join project p on p.source = $1 and p.source_key = s.project
     left join organisation by_pic on by_pic.pic = s.pic
     left join organisation by_key on by_key.source_key = s.source_key
     left join lateral (
       select a.organisation_id from organisation_alias a where a.pic = s.pic or a.source_key = s.source_key limit 1
     ) by_alias on by_pic.id is null and by_key.id is null`,
    [source],
  );
  const lost = await client.query(
    `select row_number, project, organisation, project_id is null as no_project from found_participation
     where project_id is null or organisation_id is null order by row_number`,
  );
  for (const row of lost.rows) {
    if (row.no_project) report("unknown-project", row.row_number, row.project);
    else report("unknown-organisation", row.row_number, row.organisation);
  }
  // Equal positions are one entry written twice; different ones are two entries whose amounts add up.
  const merged = await client.query(
    `create temp table merged_participation on commit drop as
     select project_id, organisation_id, role, min(position) as position, sum(contribution_cents)::bigint as contribution_cents,
       bool_and(ended) as ended
     from (
       select project_id, organisation_id, role, position, max(contribution_cents) as contribution_cents, bool_and(ended) as ended
       from found_participation where project_id is not null and organisation_id is not null
       group by project_id, organisation_id, role, position
     ) entry
     group by project_id, organisation_id, role`,
  );
  const written = await client.query(
    `with written as (
       insert into participation as p (project_id, organisation_id, role, position, contribution_cents, ended)
       select project_id, organisation_id, role, position, contribution_cents, ended
       from merged_participation order by project_id, organisation_id
       on conflict (project_id, organisation_id, role) do update
         set position = excluded.position, contribution_cents = excluded.contribution_cents, ended = excluded.ended
         where (p.position, p.contribution_cents, p.ended) is distinct from (excluded.position, excluded.contribution_cents, excluded.ended)
       returning xmax = 0 as added
     )
     select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from written`,
  );
  const { added, changed } = written.rows[0] as { added: number; changed: number };
  return { added, changed, same: (merged.rowCount ?? 0) - added - changed };
}

async function* staged(
  participations: AsyncIterable<Numbered<Participation>>,
  keys: ParticipationKeys,
): AsyncGenerator<Value[]> {
  for await (const { row, value: p } of participations) {
    const organisation = keys.organisation(p.organisation);
    yield [
      row,
      p.project,
      "pic" in organisation ? organisation.pic : null,
      "sourceKey" in organisation ? organisation.sourceKey : null,
      p.role,
      p.position,
      p.contributionCents,
      p.ended,
    ];
  }
}
