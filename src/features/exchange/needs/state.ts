import { sql } from "kysely";
import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { OpenStep, State } from "../words.ts";
import { needChanged } from "./changed.ts";
import { isKept, isOver, mayBecome, type Side } from "./rules.ts";

export interface Named {
  clusterId: ClusterId;
  id: string;
}

/**
 * One step of the state machine in rules.ts, taken in whoever's name the transaction is: the owner's own, or the house's own hand
 * where an introduction moves a need on. `because` is why it is over.
 */
export const setNeedState = (unit: Unit, need: Named, to: State, because?: string) =>
  setState(unit, "need", need, to, because);
export const setOfferState = (unit: Unit, offer: Named, to: State, because?: string) =>
  setState(unit, "offer", offer, to, because);

export type StateProblem = "not-found" | "not-from-here";

export async function setState(
  unit: Unit,
  side: Side,
  { clusterId, id }: Named,
  to: State,
  because?: string,
): Promise<Result<{ from: State }, StateProblem>> {
  const table = sql.table(side);
  const found = await sql<Before>`
    select state, organisation_id, visibility, wall, ${side === "need" ? sql.ref("step") : sql`'full' as step`}
    from ${table} where cluster_id = ${clusterId}::uuid and id = ${id}::uuid for update`.execute(unit.db);
  const before = found.rows[0];
  if (!before) return refuse("not-found");
  const from = before.state;
  if (from === to) return ok({ from });
  if (!mayBecome(from, to)) return refuse("not-from-here");
  const over = isOver(to);
  await sql`
    update ${table} set state = ${to}, updated_at = now(), version = version + 1,
      opened_at = case when ${to} = 'open' then case when state in ('in-talks', 'met') then opened_at else now() end else opened_at end,
      closed_at = ${over ? sql`now()` : sql`null`}, closed_because = ${over ? (because ?? null) : null},
      reminded_at = null
    where cluster_id = ${clusterId}::uuid and id = ${id}::uuid`.execute(unit.db);
  unit.audit({
    action: `${side}.${to}`,
    subjectKind: side,
    subjectId: id,
    before: { state: from },
    after: { state: to, organisationId: before.organisationId, ...(because ? { because } : {}) },
    ...(isKept(before) ? { ownOf: before.organisationId } : {}),
  });
  await needChanged(unit, { clusterId, id, side });
  return ok({ from });
}

interface Before {
  state: State;
  organisationId: string;
  visibility: string;
  wall: string[];
  step: OpenStep;
}
