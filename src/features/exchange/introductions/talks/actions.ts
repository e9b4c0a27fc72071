import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { keptFrom } from "../act.ts";
import { haveAgreed, unmet } from "../rules.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import { type News, tellLater } from "../telling/enqueue.ts";
import type { Side, Way } from "../words.ts";
import { type AcceptProblem, accept, type ProposeProblem, propose, type Time } from "./rules.ts";
import { freeSlots, keptBy, lockTimes, type TalkRow, talksOf } from "./store.ts";

interface NewTalk {
  times: readonly Time[];
  zone: string;
  how: Way;
  place: string;
  note: string;
}

type TalkProblem = ProposeProblem | AcceptProblem | "not-yours" | "changed-meanwhile" | "not-found";

/** One of the two sides, once both have said yes. */
function speaking(ctx: Context, row: Introduction): Side | null {
  const party = partyIn(ctx, row);
  return party !== "team" && haveAgreed(row.state) ? party : null;
}

/** Proposes times for a talk; from now on both sides hold them. */
export async function proposeTalk(
  ctx: Context,
  row: Introduction,
  wanted: NewTalk,
): Promise<Result<string, TalkProblem>> {
  const side = speaking(ctx, row);
  const own = ctx.actor.organisationId;
  if (!side || !own) return refuse("not-yours");
  return ctx.write(async (unit) => {
    const { db } = unit;
    const now = ctx.now();
    const { personId } = ctx.actor;
    await lockTimes(db, own);
    const talks = await talksOf(db, row);
    const kept = await keptBy(db, own, { from: now, states: ["held", "agreed"] });
    const decided = propose(wanted.times, {
      now,
      kept,
      personId,
      open: talks.some((talk) => isOpen(talk, now)),
    });
    if (!decided.ok) return decided;
    const id = uuidv7();
    await db
      .insertInto("talk")
      .values({
        clusterId: row.clusterId,
        id,
        introductionId: row.id,
        by: side,
        fromPersonId: side === "from" ? personId : row.fromPerson,
        toPersonId: side === "to" ? personId : row.toPerson,
        state: "proposed",
        how: wanted.how,
        place: wanted.place,
        note: wanted.note,
        proposedAt: now,
        expiresAt: decided.value,
      })
      .execute();
    await db
      .insertInto("talkSlot")
      .values(
        wanted.times.map(({ startsAt, endsAt }) => ({
          clusterId: row.clusterId,
          id: uuidv7(),
          talkId: id,
          introductionId: row.id,
          by: side,
          startsAt,
          endsAt,
          state: "held",
        })),
      )
      .execute();
    await setZone(unit, row, side, wanted.zone);
    await moved(unit, ctx, row, "talk-proposed", { talk: id, side, after: { times: wanted.times.length } });
    await unit.enqueue("exchange.talks.expire", { talk: id }, { key: `talk:${id}`, at: decided.value });
    return ok(id);
  });
}

export const isOpen = (talk: Pick<TalkRow, "state" | "agreed">, now: Date): boolean =>
  talk.state === "proposed" || (talk.state === "agreed" && talk.agreed !== null && talk.agreed.endsAt > now);

/** Takes one of the times; the others are free again for both. */
export async function acceptTalk(
  ctx: Context,
  row: Introduction,
  talkId: string,
  slotId: string,
): Promise<Result<string, TalkProblem>> {
  const side = speaking(ctx, row);
  const own = ctx.actor.organisationId;
  if (!side || !own) return refuse("not-yours");
  return ctx.write(async (unit): Promise<Result<string, TalkProblem>> => {
    const { db } = unit;
    const now = ctx.now();
    const { personId } = ctx.actor;
    await lockTimes(db, own);
    const talk = (await talksOf(db, row)).find(({ id }) => id === talkId);
    if (!talk) return refuse("not-found");
    if (talk.by === side) return refuse("not-yours");
    const slot = talk.slots.find(({ id }) => id === slotId);
    const times = await keptBy(db, own, { from: now, states: ["held", "agreed"], except: talkId });
    const kept = times.filter(({ state, proposed }) => state === "agreed" || proposed);
    const decided = accept(talk, slot, { now, kept, personId });
    if (!decided.ok) return decided;
    const person = side === "from" ? { fromPersonId: personId } : { toPersonId: personId };
    if (
      !(await step(unit, row, talk, "proposed", {
        state: "agreed",
        answeredAt: now,
        agreedSlotId: slotId,
        ...person,
      }))
    )
      return refuse("changed-meanwhile");
    await db
      .updateTable("talkSlot")
      .set({ state: "agreed" })
      .where("clusterId", "=", row.clusterId)
      .where("id", "=", slotId)
      .execute();
    await freeSlots(db, { clusterId: row.clusterId, talkId });
    await moved(unit, ctx, row, "talk-agreed", { talk: talkId, side });
    await unit.enqueue("exchange.talks.held", { talk: talkId }, { key: `held:${talkId}`, at: slot!.endsAt });
    return ok(talkId);
  });
}

const ENDS = {
  decline: { from: "proposed", to: "declined", news: "talk-declined" },
  withdraw: { from: "proposed", to: "withdrawn", news: "talk-withdrawn" },
  cancel: { from: "agreed", to: "cancelled", news: "talk-cancelled" },
  miss: { from: "held", to: "missed", news: null },
} as const;
export type TalkEnd = keyof typeof ENDS;

/** None suits, taken back, called off, or it did not take place: its times are free again for both. */
export async function endTalk(
  ctx: Context,
  row: Introduction,
  talkId: string,
  end: TalkEnd,
): Promise<Result<TalkEnd, TalkProblem>> {
  const side = speaking(ctx, row);
  if (!side) return refuse("not-yours");
  const { from, to, news } = ENDS[end];
  return ctx.write(async (unit): Promise<Result<TalkEnd, TalkProblem>> => {
    const talk = (await talksOf(unit.db, row)).find(({ id }) => id === talkId);
    if (!talk) return refuse("not-found");
    if ((end === "decline" && talk.by === side) || (end === "withdraw" && talk.by !== side))
      return refuse("not-yours");
    if (
      !(await step(unit, row, talk, from, { state: to, answeredAt: ctx.now(), sequence: talk.sequence + 1 }))
    )
      return refuse("changed-meanwhile");
    await freeSlots(unit.db, { clusterId: row.clusterId, talkId }, ["held", "agreed"]);
    await moved(unit, ctx, row, news, { talk: talkId, side, end });
    const others = (await talksOf(unit.db, row)).some((other) => other.state === "held");
    if (end === "miss" && row.state === "met" && !others)
      await unit.db
        .updateTable("introduction")
        .set(unmet(ctx.now()))
        .where("clusterId", "=", row.clusterId)
        .where("id", "=", row.id)
        .where("state", "=", "met")
        .execute();
    return ok(end);
  });
}

async function step(
  unit: Unit,
  row: Introduction,
  talk: TalkRow,
  from: string,
  to: Partial<{
    state: string;
    answeredAt: Date;
    agreedSlotId: string;
    sequence: number;
    fromPersonId: string | null;
    toPersonId: string | null;
  }>,
): Promise<boolean> {
  const { numUpdatedRows } = await unit.db
    .updateTable("talk")
    .set(to)
    .where("clusterId", "=", row.clusterId)
    .where("id", "=", talk.id)
    .where("state", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A sign of life, written down and told to the other side. */
async function moved(
  unit: Unit,
  ctx: Context,
  row: Introduction,
  news: News | null,
  { talk, side, after, end }: { talk: string; side: Side; after?: object; end?: TalkEnd },
) {
  await unit.db
    .updateTable("introduction")
    .set({ movedAt: ctx.now(), remindedAt: null })
    .where("clusterId", "=", row.clusterId)
    .where("id", "=", row.id)
    .execute();
  unit.audit({
    action: `talk.${end ?? (news ?? "").replace("talk-", "")}`,
    subjectKind: "introduction",
    subjectId: row.id,
    after: { talk, ...after },
    ...keptFrom(ctx, row),
  });
  if (news) await tellLater(unit, ctx, { introduction: row.id, about: news, talk, by: side });
}

export const setZone = (unit: Unit, row: Introduction, side: Side, zone: string) =>
  unit.db
    .updateTable("introductionSide")
    .set({ zone })
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .where("side", "=", side)
    .execute();
