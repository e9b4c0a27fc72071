import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { EvidenceKind } from "./words.ts";

/** A record behind a value, with what the asker may see of it. */
export interface Proof {
  measure: string;
  kind: EvidenceKind;
  subjectId: string | null;
  on: string | null;
  mark: string | null;
  counts: boolean;
  slug: string | null;
  organisation: string | null;
  /** The other end of a link, the title of an event, the two of an introduction, who held an office. */
  name: string | null;
  eventId: string | null;
}

/** Whether the asker reads those records that only who runs the cluster reads one by one. */
export const readsInner = (actor: Actor): boolean =>
  actor.office === "manager" || actor.office === "facilitator";

/** The records behind one measure or behind all of them, those that count first. */
export async function proofsOf(db: Db, actor: Actor, clusterId: string, measure?: string): Promise<Proof[]> {
  const { rows } = await sql<Proof>`
    select e.measure, e.kind, e.subject_id, e.happened_on as on, e.mark, e.counts, o.slug, o.name as organisation,
      case e.kind
        when 'link' then (
          select x.name from link l join organisation x
            on x.id = case when l.from_organisation_id = e.organisation_id then l.to_organisation_id else l.from_organisation_id end
          where l.id = e.subject_id and ${seenBy(actor, { table: "l", owners: ["fromOrganisationId", "toOrganisationId"], group: true, person: true })}
            and ${seenBy(actor, { table: "x", owners: ["id"] })} limit 1)
        when 'event' then v.title
        when 'registration' then v.title
        when 'introduction' then (
          select string_agg(x.name, ' · ' order by s.side) from introduction i
          join introduction_side s on s.cluster_id = i.cluster_id and s.introduction_id = i.id and s.shown
          join organisation x on x.id = s.organisation_id and ${seenBy(actor, { table: "x", owners: ["id"] })}
          where i.cluster_id = e.cluster_id and i.id = e.subject_id and i.mediated and ${readsInner(actor)})
        when 'office' then (
          select p.name from office f join person p on p.id = f.person_id where f.cluster_id = e.cluster_id and f.id = e.subject_id)
      end as name,
      v.id as event_id
    from cockpit_evidence e
    left join organisation o on o.id = e.organisation_id and ${seenBy(actor, { table: "o", owners: ["id"] })}
    left join registration r on e.kind = 'registration' and r.cluster_id = e.cluster_id and r.id = e.subject_id and r.wall = '{}'
    left join event v on v.cluster_id = e.cluster_id and v.id = case e.kind when 'event' then e.subject_id when 'registration' then r.event_id end
      and v.state <> 'draft' and ${seenBy(actor, { table: "v", owners: [] })}
    where e.cluster_id = ${clusterId}::uuid and (${measure ?? null}::text is null or e.measure = ${measure ?? null})
      and (not e.inner_only or ${readsInner(actor)}) and (e.organisation_id is null or o.id is not null)
    order by e.measure, e.position`.execute(db);
  return rows;
}
