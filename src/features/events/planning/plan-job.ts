import { sql } from "kysely";
import type { JobHouse } from "../../../access/feature.ts";
import type { Db, SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { EventRow } from "../event/store.ts";
import { dropDraft, lockEvent } from "../event/store.ts";
import { canPlan } from "../rules.ts";
import type { PlanMode } from "../words.ts";
import { agreedTalks, planInput } from "./input.ts";
import {
  isInputProblem,
  type MeetingInput,
  type Planned,
  type PlannedTalk,
  planAnew,
  planAround,
} from "./library.ts";
import { tellTeamOfPlan } from "./tell-team.ts";

export interface PlanOrder {
  clusterId: string;
  planId: string;
}

/** Between two looks at whether somebody asked for another plan meanwhile. */
const LOOK_MS = 700;

/** Makes the plan that was asked for: reads, searches without holding a transaction, and writes the talks down as a draft. */
export async function makePlan(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const order = payload as unknown as PlanOrder;
  const begun = await house.system("a plan of talks is begun", (unit) => begin(unit, order, house.now()));
  if (!begun) return;
  try {
    const planned = await search(begun, order, house);
    await house.system("a plan of talks is written down", (unit) =>
      finish(unit, order, begun, planned, house.now()),
    );
  } catch (error) {
    await house.system("a plan of talks failed", ({ db }) =>
      changePlan(db, order, {
        state: "failed",
        problem: String((error as Error).message).slice(0, 400),
        doneAt: house.now(),
      }),
    );
    // What the input contradicts is for the team to mend; all else is ours, and the operator hears of it.
    if (!isInputProblem(error)) throw error;
  }
}

interface Begun {
  event: EventRow;
  mode: PlanMode;
  input: MeetingInput;
  agreed: PlannedTalk[];
}

async function begin(unit: SystemUnit, { clusterId, planId }: PlanOrder, now: Date): Promise<Begun | null> {
  const { db } = unit;
  const plan = await db
    .selectFrom("eventPlan")
    .select(["eventId", "mode"])
    .where("clusterId", "=", clusterId)
    .where("id", "=", planId)
    // One that runs was cut short with the house it ran in: it is begun again.
    .where("state", "in", ["waiting", "running"])
    .forUpdate()
    .executeTakeFirst();
  const event = plan && (await lockEvent(unit, clusterId, plan.eventId));
  if (!plan || !event) return null;
  if (!canPlan(event, now)) {
    await changePlan(db, { clusterId, planId }, { state: "replaced" });
    return null;
  }
  await changePlan(db, { clusterId, planId }, { state: "running", startedAt: now, progress: 0 });
  const agreed = await agreedTalks(db, event);
  return {
    event,
    mode: plan.mode as PlanMode,
    input: await planInput(db, event, now.toISOString().slice(0, 10)),
    agreed,
  };
}

async function search({ mode, input, agreed }: Begun, order: PlanOrder, house: JobHouse): Promise<Planned> {
  let looked = Date.now();
  let stopped = false;
  const watch = {
    shouldStop: () => stopped,
    progress: async (share: number) => {
      if (Date.now() - looked < LOOK_MS) return;
      looked = Date.now();
      const rows = await house.system("how far a plan of talks is", ({ db }) =>
        changePlan(db, order, { progress: Math.min(1, Math.max(0, share)) }, "running"),
      );
      if (rows === 0n) stopped = true;
    },
  };
  // Whoever does not come any more is not in the input; their talks are not agreed any more.
  const here = new Set(input.participants.map(({ id }) => id));
  const standing = agreed.filter(({ participants }) => participants.every((id) => here.has(id)));
  if (mode === "around") return planAround(input, standing, house.now(), watch);
  const begun = new Set(input.slots.filter(({ from }) => from <= house.now().getTime()).map(({ id }) => id));
  return planAnew({ ...input, fixed: standing.filter(({ slot }) => begun.has(slot)) }, watch);
}

async function finish(
  unit: SystemUnit,
  { clusterId, planId }: PlanOrder,
  { event, mode, agreed }: Begun,
  { talks, quality, firstCome, solver }: Planned,
  now: Date,
): Promise<void> {
  const { db } = unit;
  const still = await db
    .selectFrom("eventPlan")
    .select("askedBy")
    .where("clusterId", "=", clusterId)
    .where("id", "=", planId)
    .where("state", "=", "running")
    .forUpdate()
    .executeTakeFirst();
  if (!still) return;
  // This plan too is put aside with all before it, and then taken up again.
  await dropDraft(db, clusterId, event.id);
  const same = isSame(agreed, talks);
  await changePlan(
    db,
    { clusterId, planId },
    {
      state: mode === "around" && same ? "replaced" : "done",
      progress: 1,
      doneAt: now,
      quality: JSON.stringify(quality),
      firstCome: JSON.stringify(firstCome),
      solver,
    },
  );
  if (mode === "around" && same) return;
  await writeDraft(db, event, planId, talks);
  await tellTeamOfPlan(unit, event, { planId, mode, talks: talks.length, askedBy: still.askedBy });
}

const keyOf = ({ participants, slot, table }: PlannedTalk) =>
  [...[...participants].sort(), slot, table].join(" ");

const isSame = (before: readonly PlannedTalk[], after: readonly PlannedTalk[]) => {
  const keys = new Set(before.map(keyOf));
  return before.length === after.length && after.every((talk) => keys.has(keyOf(talk)));
};

async function writeDraft(
  db: Db,
  event: EventRow,
  planId: string,
  talks: readonly PlannedTalk[],
): Promise<void> {
  const rows = talks.map((talk) => ({ ...talk, id: uuidv7() }));
  const { clusterId } = event;
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    await db
      .insertInto("meeting")
      .values(
        some.map(({ id, slot, table }) => ({
          clusterId,
          id,
          eventId: event.id,
          slotId: slot,
          tableId: table,
          planId,
          state: "draft",
        })),
      )
      .execute();
    await db
      .insertInto("meetingParty")
      .values(
        some.flatMap(({ id, slot, participants }) =>
          participants.map((registrationId) => ({ clusterId, meetingId: id, registrationId, slotId: slot })),
        ),
      )
      .execute();
  }
}

async function changePlan(
  db: Db,
  { clusterId, planId }: PlanOrder,
  change: Record<string, unknown>,
  whileIn?: string,
): Promise<bigint> {
  const { numUpdatedRows } = await db
    .updateTable("eventPlan")
    .set(change)
    .where("clusterId", "=", clusterId)
    .where("id", "=", planId)
    .$if(whileIn !== undefined, (q) => q.where("state", "=", whileIn!))
    .executeTakeFirst();
  return numUpdatedRows;
}

/** Somebody dropped out: what is left is planned around, as soon as all who drop out at once have done so. */
export async function replan(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const { clusterId, eventId } = payload as { clusterId: string; eventId: string };
  await house.system("what was freed is planned anew", async (unit) => {
    const event = await lockEvent(unit, clusterId, eventId);
    if (event?.state !== "published" || !canPlan(event, house.now())) return;
    await orderPlan(unit, event, "around", null, house.now());
  });
}

/** Asks for a plan; one that was asked for before and is not published gives way. */
export async function orderPlan(
  unit: Pick<SystemUnit, "db" | "enqueue">,
  { clusterId, id: eventId }: EventRow,
  mode: PlanMode,
  askedBy: string | null,
  now: Date,
): Promise<string> {
  const { db } = unit;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`event plan ${eventId}`}, 0))`.execute(db);
  await dropDraft(db, clusterId, eventId);
  const planId = uuidv7();
  await db
    .insertInto("eventPlan")
    .values({ clusterId, id: planId, eventId, mode, askedBy, askedAt: now })
    .execute();
  await unit.enqueue("events.plan", { clusterId, planId } satisfies PlanOrder, {
    key: `events.plan:${eventId}`,
  });
  return planId;
}
