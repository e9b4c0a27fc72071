import { sql } from "kysely";
import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { syncTeaser } from "../ladder/sync-teaser.ts";
import type { State } from "../words.ts";
import { needChanged } from "./changed.ts";
import { isKept, isOver, mayBecome, type Side } from "./rules.ts";
import { continueSeries, dropWaiting } from "./series.ts";
import { loadItem } from "./store.ts";

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

export type StateProblem = "not-found" | "not-from-here";

export async function setState(
  unit: Unit,
  side: Side,
  { clusterId, id }: Named,
  to: State,
  because?: string,
): Promise<Result<{ from: State }, StateProblem>> {
  const table = sql.table(side);
  // Whoever comes second waits, and then finds it changed.
  await sql`select from ${table} where cluster_id = ${clusterId}::uuid and id = ${id}::uuid for update`.execute(
    unit.db,
  );
  const item = await loadItem(unit.db, side, id);
  if (!item || item.clusterId !== clusterId) return refuse("not-found");
  const from = item.state;
  if (from === to) return ok({ from });
  if (!mayBecome(from, to)) return refuse("not-from-here");
  const over = isOver(to);
  await sql`
    update ${table} set state = ${to}, updated_at = now(), version = version + 1,
      opened_at = case when ${to} = 'open' and state <> 'in-talks' then now() else opened_at end,
      closed_at = ${over ? sql`now()` : sql`null`}, closed_because = ${over ? (because ?? null) : null}, reminded_at = null
    where cluster_id = ${clusterId}::uuid and id = ${id}::uuid`.execute(unit.db);
  unit.audit({
    action: `${side}.${to}`,
    clusterId,
    subjectKind: side,
    subjectId: id,
    before: { state: from },
    after: { state: to, organisationId: item.organisationId, ...(because ? { because } : {}) },
    ...(isKept({ ...item, state: to }) ? { ownOf: item.organisationId } : {}),
  });
  if (over && !isOver(from)) await continueSeries(unit, side, item, await dayOf(unit));
  if (to === "open" && isOver(from)) await dropWaiting(unit, side, item);
  await afterwards(unit, side, { clusterId, id });
  return ok({ from });
}

/** What hangs on a need is brought in step with it, in the same transaction. */
export async function afterwards(unit: Unit, side: Side, { clusterId, id }: Named): Promise<void> {
  if (side === "need") await syncTeaser(unit, id);
  await needChanged(unit, { clusterId, id, side });
}

const dayOf = async ({ db }: Unit): Promise<string> =>
  (await sql<{ day: string }>`select current_date::text as day`.execute(db)).rows[0]!.day;
