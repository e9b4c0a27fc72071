import type { Job, JobHouse } from "../../access/feature.ts";
import type { SystemUnit } from "../../kernel/gateway.ts";
import { membersToTell, tellOpen, tellResults, tellTeamToPlan, tellWishes } from "./clock/tell.ts";
import { dropDraft, type EventRow, lockEvent } from "./event/store.ts";
import { makePlan, replan } from "./planning/plan-job.ts";
import { applyPlan } from "./planning/publish.ts";
import { due, stateAfter } from "./rules.ts";
import { answered } from "./schedule/answered.ts";
import { type About, tellSchedules } from "./schedule/letters.ts";

interface OfEvent {
  clusterId: string;
  eventId: string;
  at?: string;
  except?: string;
  planId?: string;
  first?: boolean;
}

const withEvent = async (
  house: JobHouse,
  reason: string,
  { clusterId, eventId }: OfEvent,
  work: (unit: SystemUnit, event: EventRow) => Promise<unknown>,
) =>
  house.system(reason, async (unit) => {
    const event = await lockEvent(unit, clusterId, eventId);
    if (event) await work(unit, event);
  });

const told =
  (about: About): Job =>
  async (payload, house) => {
    const order = payload as unknown as OfEvent;
    await withEvent(house, "letters about an event", order, (unit, event) =>
      tellSchedules(
        unit,
        { event, about, at: new Date(order.at ?? 0), except: order.except },
        house.publicUrl,
      ),
    );
  };

/** What the publisher did not see of the plan is done now; then everybody concerned is told. */
const published: Job = async (payload, house) => {
  const order = payload as unknown as OfEvent & { planId: string };
  await withEvent(house, "a plan of talks is published", order, async (unit, event) => {
    const at = new Date(order.at ?? 0);
    await applyPlan(unit.db, { ...order }, at, "");
    await tellSchedules(unit, { event, about: order.first ? "published" : "changed", at }, house.publicUrl);
  });
};

const opened: Job = async (payload, house) => {
  const order = payload as unknown as OfEvent;
  await withEvent(house, "an event opened", order, async (unit, event) => {
    if (event.state !== "open") return;
    await tellOpen(unit, event, await membersToTell(unit, event, house.now()));
  });
};

/** Events close and end by the clock; whoever has something left to do is reminded. */
const clock: Job = async (_, house) => {
  const now = house.now();
  const running = await house.system("events whose time has come", ({ db }) =>
    db
      .selectFrom("event")
      .select(["clusterId", "id"])
      .where("state", "in", ["open", "closed", "published"])
      .orderBy("startsAt")
      .execute(),
  );
  for (const { clusterId, id } of running)
    await withEvent(house, "the clock of an event", { clusterId, eventId: id }, (unit, event) =>
      tick(unit, event, now),
    );
};

async function tick(unit: SystemUnit, event: EventRow, now: Date): Promise<void> {
  const { clusterId, id } = event;
  const act = due(event, now);
  if (act) {
    const state = stateAfter(event.state, act, "house")!;
    if (state === "over") await dropDraft(unit.db, clusterId, id);
    await unit.db
      .updateTable("event")
      .set({ state })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute();
    unit.audit({
      action: `event.${act}`,
      subjectKind: "event",
      subjectId: id,
      clusterId,
      before: { state: event.state },
      after: { state },
    });
    if (state === "over" && event.state === "published") await tellResults(unit, event);
    if (state === "closed") await tellTeamToPlan(unit, event);
    return;
  }
  await remind(unit, event, now);
}

const WISHES_LEFT = 48 * 3_600_000;
const PLAN_LEFT = 72 * 3_600_000;

/** Once before wishes end, to whoever said none; once before it begins, to the team that has no plan yet. */
async function remind(unit: SystemUnit, event: EventRow, now: Date): Promise<void> {
  const { reminded } = await unit.db
    .selectFrom("event")
    .select("remindedAt as reminded")
    .where("clusterId", "=", event.clusterId)
    .where("id", "=", event.id)
    .executeTakeFirstOrThrow();
  const left = (until: Date) => until.getTime() - now.getTime();
  const wishes = event.state === "open" && left(event.wishUntil) < WISHES_LEFT && reminded === null;
  const plan =
    event.state === "closed" &&
    left(event.startsAt) < PLAN_LEFT &&
    (reminded === null || reminded < event.wishUntil);
  if (!wishes && !plan) return;
  await unit.db
    .updateTable("event")
    .set({ remindedAt: now })
    .where("clusterId", "=", event.clusterId)
    .where("id", "=", event.id)
    .execute();
  if (wishes) await tellWishes(unit, event);
  else await tellTeamToPlan(unit, event);
}

export const jobs: Readonly<Record<string, Job>> = {
  "events.plan": makePlan,
  "events.replan": replan,
  "events.opened": opened,
  "events.published": published,
  "events.changed": told("changed"),
  "events.cancelled": told("cancelled"),
  "events.answered": answered,
  "events.clock": clock,
};
