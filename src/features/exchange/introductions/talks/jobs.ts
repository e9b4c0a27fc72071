import type { Job } from "../../../../access/feature.ts";
import type { SystemUnit } from "../../../../kernel/gateway.ts";
import { handOver } from "../hand-over.ts";
import { CLOSE_DAYS, days } from "../rules.ts";
import { tellLater } from "../telling/enqueue.ts";
import { freeSlots } from "./store.ts";

/** Times nobody answered are free again for both sides, and both are told. Each minute's late ones are found by the sweep. */
export const expireTalks: Job = (_, house) =>
  house.system("times that nobody answered", (unit) => expireTalksNow(unit, house.now()));

async function expireTalksNow(unit: SystemUnit, now: Date): Promise<void> {
  const over = await unit.db
    .updateTable("talk")
    .set({ state: "expired" })
    .where("state", "=", "proposed")
    .where("expiresAt", "<=", now)
    .returning(["clusterId", "id", "introductionId"])
    .execute();
  for (const talk of over) {
    await freeSlots(unit.db, { clusterId: talk.clusterId, talkId: talk.id });
    await tellLater(unit, null, { introduction: talk.introductionId, about: "talk-expired", talk: talk.id });
  }
}

/** What was agreed has taken place once its time is over, unless one of the two says otherwise. */
export const holdTalks: Job = (_, house) =>
  house.system("talks whose time is over", (unit) => holdTalksNow(unit, house.now()));

async function holdTalksNow(unit: SystemUnit, now: Date): Promise<void> {
  const held = await unit.db
    .updateTable("talk")
    .set({ state: "held" })
    .where("state", "=", "agreed")
    .where("agreedSlotId", "in", (q) => q.selectFrom("talkSlot").select("id").where("endsAt", "<=", now))
    .returning(["clusterId", "id", "introductionId", "agreedSlotId"])
    .execute();
  for (const talk of held) {
    const slot = await unit.db
      .selectFrom("talkSlot")
      .select("endsAt")
      .where("clusterId", "=", talk.clusterId)
      .where("id", "=", talk.agreedSlotId)
      .executeTakeFirstOrThrow();
    await unit.db
      .updateTable("introduction")
      .set({
        state: "met",
        metAt: slot.endsAt,
        turnAt: slot.endsAt,
        movedAt: slot.endsAt,
        remindedAt: null,
        expiresAt: days(slot.endsAt, CLOSE_DAYS),
      })
      .where("clusterId", "=", talk.clusterId)
      .where("id", "=", talk.introductionId)
      .where("state", "=", "accepted")
      .execute();
    await handOver(unit, talk.introductionId);
  }
}
