import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { quartilesOf } from "../../potential/feature.ts";

/** Fewer others than this, and a quartile would be somebody's own figure. */
const LEAST = 8;

export const OWN_MEASURES = ["links", "projects", "funding", "searches"] as const;
export type OwnMeasure = (typeof OWN_MEASURES)[number];

export interface OwnFigure {
  measure: OwnMeasure;
  own: number;
  /** Of the other members of the same kind; `null` where they are too few. */
  quartiles: [number, number, number] | null;
  others: number;
}

/**
 * One organisation beside the quartiles of the other members of its kind. Both are counted from records open to the whole cluster, so that
 * the comparison is fair and tells nothing that the lists do not.
 */
export async function ownFigures(
  db: Db,
  clusterId: string,
  organisationId: string,
  day: string,
): Promise<OwnFigure[]> {
  const { rows } = await sql<Record<OwnMeasure, string | number> & { id: string }>`
    with member as (
      select distinct o.id from membership m join organisation o on o.id = m.organisation_id
      where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and m.since <= ${day}::date
        and (m.until is null or m.until > ${day}::date) and m.wall = '{}' and m.visibility in ('public', 'peers', 'cluster')
        and o.kind = (select kind from organisation where id = ${organisationId}::uuid))
    select member.id,
      (select count(*) from link l where l.cluster_id = ${clusterId}::uuid and (l.confirmed_at is not null or l.origin = 'derived') and l.wall = '{}'
        and l.visibility in ('public', 'peers', 'cluster')
        and member.id in (l.from_organisation_id, l.to_organisation_id)) as links,
      (select count(distinct p.project_id) from participation p where p.organisation_id = member.id and p.wall = '{}'
        and p.visibility in ('public', 'peers', 'cluster')) as projects,
      (select coalesce(sum(p.contribution_cents), 0) / 100.0 from participation p where p.organisation_id = member.id and p.wall = '{}'
        and p.visibility in ('public', 'peers', 'cluster')) as funding,
      (select count(*) from need n where n.organisation_id = member.id and n.cluster_id = ${clusterId}::uuid and n.wall = '{}'
        and n.state in ('open', 'in-talks') and n.step in ('named', 'full') and n.visibility in ('public', 'peers', 'cluster'))
      + (select count(*) from offer f where f.organisation_id = member.id and f.cluster_id = ${clusterId}::uuid and f.wall = '{}'
        and f.state in ('open', 'in-talks') and f.visibility in ('public', 'peers', 'cluster')) as searches
    from member`.execute(db);
  const mine = rows.find(({ id }) => id === organisationId);
  if (!mine) return [];
  const others = rows.filter(({ id }) => id !== organisationId);
  return OWN_MEASURES.map((measure) => ({
    measure,
    own: Number(mine[measure]),
    quartiles: others.length < LEAST ? null : quartilesOf(others.map((row) => Number(row[measure]))),
    others: others.length,
  }));
}
