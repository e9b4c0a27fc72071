import type { ClusterId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { MeetingState } from "../words.ts";

interface Talk {
  id: string;
  state: MeetingState;
  /** The plan by which it was last agreed. */
  planId: string | null;
  slotId: string;
  tableId: string;
  sequence: number;
  parties: string[];
}

export interface Applied {
  added: number;
  moved: number;
  cancelled: number;
  kept: number;
}

/**
 * Makes the draft what is agreed, as far as whoever runs this sees it: talks of two who had none come in, others move, those that are not in
 * the plan any more are called off. What is as it was is not touched, so that nobody is told of it again. What this plan has settled already stays
 * as it is: where the first who ran it did not see a talk, the next does the rest.
 */
export async function applyPlan(
  db: Db,
  { clusterId, eventId, planId }: { clusterId: ClusterId; eventId: string; planId: string },
  now: Date,
  because: string,
): Promise<Applied> {
  const all = await talksOf(db, clusterId, eventId, planId);
  const draft = all.filter(({ state }) => state === "draft");
  const agreed = all.filter((talk) => talk.state !== "draft" && talk.planId !== planId);
  const pairOf = ({ parties }: Talk) => [...parties].sort().join(" ");
  const wanted = new Map(draft.map((talk) => [pairOf(talk), talk]));

  const dead = new Set<string>();
  const cancelled: Talk[] = [];
  const moved: { talk: Talk; to: Talk }[] = [];
  const kept: string[] = [];
  for (const talk of agreed) {
    const to = wanted.get(pairOf(talk));
    if (!to) {
      if (talk.state === "planned") cancelled.push(talk);
      continue;
    }
    dead.add(to.id);
    wanted.delete(pairOf(talk));
    if (to.slotId === talk.slotId && to.tableId === talk.tableId) kept.push(talk.id);
    else moved.push({ talk, to });
  }
  const added = [...wanted.values()];

  const inTalks = (ids: readonly string[]) =>
    db
      .updateTable("meetingParty")
      .where("clusterId", "=", clusterId)
      .where("meetingId", "in", [...ids]);
  // First everybody who moves leaves their slot: two may change places.
  const leaving = [...cancelled, ...moved.map(({ talk }) => talk)].map(({ id }) => id);
  if (leaving.length > 0) await inTalks(leaving).set({ agreed: false }).execute();
  if (dead.size > 0)
    await db
      .deleteFrom("meeting")
      .where("clusterId", "=", clusterId)
      .where("id", "in", [...dead])
      .execute();
  if (kept.length > 0)
    await db
      .updateTable("meeting")
      .set({ planId })
      .where("clusterId", "=", clusterId)
      .where("id", "in", kept)
      .execute();
  for (const talk of cancelled)
    await setTalk(db, clusterId, talk.id, {
      state: "cancelled",
      because,
      sequence: talk.sequence + 1,
      updatedAt: now,
    });
  for (const { talk, to } of moved) {
    await setTalk(db, clusterId, talk.id, {
      slotId: to.slotId,
      tableId: to.tableId,
      planId,
      sequence: talk.sequence + 1,
      updatedAt: now,
    });
    await inTalks([talk.id]).set({ slotId: to.slotId, agreed: true }).execute();
  }
  if (added.length > 0) {
    const ids = added.map(({ id }) => id);
    await db
      .updateTable("meeting")
      .set({ state: "planned", updatedAt: now })
      .where("clusterId", "=", clusterId)
      .where("id", "in", ids)
      .execute();
    await inTalks(ids).set({ agreed: true }).execute();
  }
  return { added: added.length, moved: moved.length, cancelled: cancelled.length, kept: kept.length };
}

const setTalk = (db: Db, clusterId: ClusterId, id: string, change: Record<string, unknown>) =>
  db.updateTable("meeting").set(change).where("clusterId", "=", clusterId).where("id", "=", id).execute();

async function talksOf(db: Db, clusterId: ClusterId, eventId: string, planId: string): Promise<Talk[]> {
  const rows = await db
    .selectFrom("meeting as m")
    .innerJoin("meetingParty as p", (join) =>
      join.onRef("p.clusterId", "=", "m.clusterId").onRef("p.meetingId", "=", "m.id"),
    )
    .select(["m.id", "m.state", "m.planId", "m.slotId", "m.tableId", "m.sequence", "p.registrationId"])
    .where("m.clusterId", "=", clusterId)
    .where("m.eventId", "=", eventId)
    .where((eb) =>
      eb.or([
        eb("m.state", "in", ["planned", "held", "no-show"]),
        eb.and([eb("m.state", "=", "draft"), eb("m.planId", "=", planId)]),
      ]),
    )
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((of) => ({
    ...(of[0]! as unknown as Omit<Talk, "parties">),
    parties: of.map(({ registrationId }) => registrationId),
  }));
}
