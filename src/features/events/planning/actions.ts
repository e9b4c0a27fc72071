import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Actor, ClusterId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type EventRow, lockEvent } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { canPlan, stateAfter } from "../rules.ts";
import { registrationsSeenBy } from "../visible.ts";
import type { PlanMode, PlanState } from "../words.ts";
import type { MeetingQuality } from "./library.ts";
import { orderPlan } from "./plan-job.ts";
import { type Applied, applyPlan } from "./publish.ts";

export interface PlanRow {
  id: string;
  mode: PlanMode;
  state: PlanState;
  progress: number;
  quality: MeetingQuality | null;
  firstCome: MeetingQuality | null;
  solver: string | null;
  problem: string | null;
  askedAt: Date;
  doneAt: Date | null;
  publishedAt: Date | null;
}

/** The newest plans of an event, the one that counts first. */
export const plansOf = async (db: Db, { clusterId, id }: EventRow, limit = 20): Promise<PlanRow[]> =>
  (await db
    .selectFrom("eventPlan")
    .select([
      "id",
      "mode",
      "state",
      "progress",
      "quality",
      "firstCome",
      "solver",
      "problem",
      "askedAt",
      "doneAt",
      "publishedAt",
    ])
    .where("clusterId", "=", clusterId)
    .where("eventId", "=", id)
    .orderBy("askedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute()) as unknown as PlanRow[];

/** Whether somebody changed what the plan was made from after it was made. */
export async function isStale(db: Db, actor: Actor, event: EventRow, plan: PlanRow): Promise<boolean> {
  if (event.updatedAt > plan.askedAt) return true;
  const newer = await db
    .selectFrom("registration")
    .select(sql<number>`1`.as("one"))
    .where("clusterId", "=", event.clusterId)
    .where("eventId", "=", event.id)
    .where("updatedAt", ">", plan.askedAt)
    .where(registrationsSeenBy(actor))
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

export function askForPlan(
  ctx: Context,
  event: EventRow,
  mode: PlanMode,
): Promise<Result<string, "not-now">> {
  return ctx.write(async (unit) => {
    const now = await lockEvent(unit, event.clusterId, event.id);
    if (!now || !canPlan(now, ctx.now())) return refuse("not-now");
    const planId = await orderPlan(unit, now, mode, ctx.actor.personId, ctx.now());
    unit.audit({ action: "event.plan", subjectKind: "event", subjectId: event.id, after: { planId, mode } });
    return ok(planId);
  });
}

export type PublishProblem = "no-plan" | "changed-meanwhile";

/** Everybody gets the schedule of the plan, or hears what changed in theirs. */
export function publishPlan(
  ctx: Context,
  event: EventRow,
  planId: string,
): Promise<Result<Applied, PublishProblem>> {
  const { clusterId, id: eventId } = event;
  return ctx.write(async (unit) => {
    const current = await lockEvent(unit, clusterId, eventId);
    const state = current && stateAfter(current.state, "publish", "team");
    if (!current || !state || !canPlan(current, ctx.now())) return refuse("changed-meanwhile");
    const { numUpdatedRows } = await unit.db
      .updateTable("eventPlan")
      .set({ state: "published", publishedAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("eventId", "=", eventId)
      .where("id", "=", planId)
      .where("state", "=", "done")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("no-plan");
    const first = current.state === "closed";
    const applied = await applyPlan(unit.db, { clusterId, eventId, planId }, ctx.now(), becauseIn(ctx));
    await unit.db
      .updateTable("event")
      // Not `updatedAt`: what was just published is not older than the event.
      .set({ state, publishedAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", eventId)
      .execute();
    unit.audit({
      action: "event.publish",
      subjectKind: "event",
      subjectId: eventId,
      before: { state: current.state },
      after: { state, planId, ...applied },
    });
    await unit.enqueue("events.published", {
      clusterId,
      eventId,
      planId,
      at: ctx.now().toISOString(),
      first,
    });
    return ok(applied);
  });
}

const becauseIn = (ctx: Context) => sayEvents(ctx.locale)("because.replanned");

/** Called off as a whole: every talk goes, and everybody who registered is told why. */
export function cancelEvent(
  ctx: Context,
  { clusterId, id }: { clusterId: ClusterId; id: string },
  because: string,
): Promise<Result<null, "changed-meanwhile">> {
  return ctx.write(async (unit) => {
    const current = await lockEvent(unit, clusterId, id);
    const state = current && stateAfter(current.state, "cancel", "team");
    if (!current || !state) return refuse("changed-meanwhile");
    await unit.db
      .updateTable("event")
      .set({ state, cancelledBecause: because || null, updatedAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute();
    unit.audit({
      action: "event.cancel",
      subjectKind: "event",
      subjectId: id,
      before: { state: current.state },
      after: { state, because },
    });
    await unit.enqueue("events.cancelled", { clusterId, eventId: id, at: ctx.now().toISOString() });
    return ok(null);
  });
}
