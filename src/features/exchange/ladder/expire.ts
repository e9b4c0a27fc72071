import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import { tellNow } from "./tell.ts";

export const EXPIRE = "exchange.ladder.expire";

/** Asks nobody answered in time, or whose need is over, end; both sides are told. */
export const expire: Job = (_payload, house) =>
  house.system("ending asks without an answer", async (unit) => {
    const now = house.now();
    const { rows } = await sql<{
      clusterId: string;
      id: string;
      needId: string;
      owner: string;
      reader: string;
    }>`
      update need_release r set state = 'expired'
      from need n
      where n.cluster_id = r.cluster_id and n.id = r.need_id and r.state = 'asked'
        and (r.expires_at < ${now} or n.state not in ('open', 'in-talks'))
      returning r.cluster_id, r.id, r.need_id, n.organisation_id as owner, r.organisation_id as reader`.execute(
      unit.db,
    );
    const today = now.toISOString().slice(0, 10);
    for (const { clusterId, id, needId, owner, reader } of rows) {
      // An entry for each side: neither log has the other's.
      for (const ownOf of [owner, reader])
        unit.audit({
          action: "need.release.expire",
          subjectKind: "need",
          subjectId: needId,
          clusterId,
          after: { release: id },
          ownOf,
        });
      await tellNow(unit, { clusterId, release: id, about: "expired", by: null }, today);
    }
  });
