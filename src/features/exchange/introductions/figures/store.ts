import { sql } from "kysely";
import type { Actor } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import { OUTCOME_DAY } from "../store.ts";
import { introductionsSeenBy, sideSeenBy } from "../visible.ts";
import type { OutcomeKind } from "../words.ts";

export interface OutcomeCount {
  /** `2026-11` */
  month: string;
  kind: OutcomeKind;
  count: number;
  /** Of these, those which another programme counts too. */
  claimed: number;
}

const seen = (actor: Actor) => sql`
  introduction i
  left join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.side = 'from' and ${sideSeenBy(actor, "f")}
  left join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side = 'to' and ${sideSeenBy(actor, "t")}`;

/** What both sides confirmed in a year, by the month it happened in; of an introduction each kind counts once. */
export async function outcomesByMonth(db: Db, actor: Actor, year: number): Promise<OutcomeCount[]> {
  const day = OUTCOME_DAY;
  const { rows } = await sql<OutcomeCount>`
    select month, kind, count(*)::int as count, count(*) filter (where claimed)::int as claimed from (
      select distinct on (o.introduction_id, o.kind) to_char(${day}, 'YYYY-MM') as month, o.kind,
        exists (select from outcome_claim c where c.cluster_id = o.cluster_id and c.outcome_id = o.id) as claimed
      from outcome o join (select i.* from ${seen(actor)} where ${introductionsSeenBy(actor)}) i
        on i.cluster_id = o.cluster_id and i.id = o.introduction_id
      where o.state = 'confirmed' and ${day} >= make_date(${year}::int, 1, 1) and ${day} < make_date(${year + 1}::int, 1, 1)
      order by o.introduction_id, o.kind, ${day}) counted
    group by month, kind order by month, kind`.execute(db);
  return rows;
}

export interface Progress {
  asked: number;
  accepted: number;
  met: number;
  confirmed: number;
  expired: number;
}

/** How far the introductions came that were asked for in a year. */
export async function progressOf(db: Db, actor: Actor, year: number): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as asked, count(*) filter (where i.told_at is not null)::int as accepted,
      count(*) filter (where i.met_at is not null)::int as met,
      count(*) filter (where i.state = 'expired')::int as expired,
      count(*) filter (where exists (select from outcome o where o.cluster_id = i.cluster_id and o.introduction_id = i.id
        and o.state = 'confirmed' and o.kind not in ('nothing', 'talks')))::int as confirmed
    from ${seen(actor)} where ${introductionsSeenBy(actor)}
      and i.created_at >= make_date(${year}::int, 1, 1) and i.created_at < make_date(${year + 1}::int, 1, 1)`.execute(
    db,
  );
  return rows[0]!;
}
