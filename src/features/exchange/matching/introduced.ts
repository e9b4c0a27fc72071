import { sql } from "kysely";
import type { Actor, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { introductionsSeenBy, sideSeenBy } from "../introductions/visible.ts";

/** With whom somebody is being brought together about a need already, as far as the asker knows of it. */
export async function introductionsOf(
  db: Db,
  actor: Actor,
  needId: string,
): Promise<Map<OrganisationId, { id: string; state: string }>> {
  const { rows } = await sql<{ organisationId: OrganisationId; id: string; state: string }>`
    select i.id, i.state, case when f.need_id = ${needId}::uuid then t.organisation_id else f.organisation_id end as organisation_id
    from introduction i
    left join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.side = 'from' and ${sideSeenBy(actor, "f")}
    left join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side = 'to' and ${sideSeenBy(actor, "t")}
    where ${needId}::uuid in (f.need_id, t.need_id) and ${introductionsSeenBy(actor)}
    order by i.created_at`.execute(db);
  return new Map(
    rows.filter((row) => row.organisationId).map(({ organisationId, ...rest }) => [organisationId, rest]),
  );
}
