import type { Context } from "../../../access/context.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { here } from "../event/actions.ts";
import { type EventRow, eventById } from "../event/store.ts";
import { canAnswer } from "../rules.ts";
import type { MeetingSubject } from "../visible.ts";
import type { MeetingAnswer } from "../words.ts";
import * as store from "./store.ts";

export interface FoundMeeting extends MeetingSubject {
  event: EventRow;
  meeting: store.MeetingRow;
  /** The side of the organisation acted for; `null` for the team. */
  own: store.Party | null;
  other: store.Party | null;
}

export async function findMeeting(ctx: Context, eventId: string, id: string): Promise<FoundMeeting | null> {
  const { id: clusterId } = here(ctx);
  return ctx.read(async (db) => {
    const event = await eventById(db, ctx.actor, clusterId, eventId);
    const meeting = event && (await store.meetingById(db, ctx.actor, clusterId, eventId, id));
    if (!event || !meeting) return null;
    const own = meeting.parties.find((party) => party.organisationId === ctx.actor.organisationId) ?? null;
    return {
      clusterId,
      state: meeting.state,
      owners: meeting.parties.map(({ organisationId }) => organisationId),
      personId: own?.personId ?? null,
      event,
      meeting,
      own,
      other: own ? meeting.parties.find((party) => party !== own)! : null,
    };
  });
}

export const readMeeting = (ctx: Context, { meeting, own }: FoundMeeting) =>
  ctx.read(async (db) => ({
    answers: await store.answersOf(db, meeting.clusterId, [meeting.id]),
    note: own ? await store.noteOf(db, meeting.clusterId, meeting.id, own.registrationId) : "",
  }));

/** The talks of the organisation acted for, with what it said of them. */
export const readSchedule = (ctx: Context, event: EventRow, registrationId?: string) =>
  ctx.read(async (db) => {
    const meetings = await store.meetingsOf(db, ctx.actor, event.clusterId, event.id, {
      states: ["planned", "held", "no-show", "cancelled"],
      registrationId,
    });
    const said = await store.answersOf(
      db,
      event.clusterId,
      meetings.map(({ id }) => id),
    );
    return { meetings, answers: new Map(said.map((one) => [one.meetingId, one.result])) };
  });

export type AnswerProblem = "not-yet" | "changed-meanwhile";

/** One side says what came of a talk. What both said together is drawn from it by a job: neither reads the other's word. */
export function answerMeeting(
  ctx: Context,
  { event, meeting, own }: FoundMeeting,
  { result, note }: { result?: MeetingAnswer | undefined; note?: string | undefined },
): Promise<Result<null, AnswerProblem>> {
  return ctx.write(async ({ db, enqueue, audit }) => {
    if (!own) return refuse("changed-meanwhile");
    const key = { clusterId: meeting.clusterId, meetingId: meeting.id, registrationId: own.registrationId };
    if (note !== undefined) {
      await db
        .deleteFrom("meetingNote")
        .where("clusterId", "=", key.clusterId)
        .where("meetingId", "=", key.meetingId)
        .where("registrationId", "=", key.registrationId)
        .execute();
      if (note !== "")
        await db
          .insertInto("meetingNote")
          .values({ ...key, text: note, writtenBy: ctx.actor.personId, writtenAt: ctx.now() })
          .execute();
    }
    if (result === undefined) return ok(null);
    if (!canAnswer(meeting.state, meeting.fromAt, ctx.now())) return refuse("not-yet");
    const answer = { result, answeredBy: ctx.actor.personId, answeredAt: ctx.now() };
    await db
      .insertInto("meetingResult")
      .values({ ...key, ...answer })
      .onConflict((same) => same.columns(["clusterId", "meetingId", "registrationId"]).doUpdateSet(answer))
      .execute();
    audit({
      action: "meeting.answer",
      subjectKind: "meeting",
      subjectId: meeting.id,
      after: { eventId: event.id, result },
      ownOf: own.organisationId,
    });
    await enqueue("events.answered", { clusterId: meeting.clusterId, meetingId: meeting.id });
    return ok(null);
  });
}

/** What the team saw: the talk was held, or who was missing. */
export function noteAttendance(
  ctx: Context,
  { event, meeting }: FoundMeeting,
  missing: readonly string[] | null,
): Promise<Result<null, AnswerProblem>> {
  return ctx.write(async ({ db, audit }) => {
    if (!canAnswer(meeting.state, meeting.fromAt, ctx.now())) return refuse("not-yet");
    const state = missing === null ? "held" : "no-show";
    const { numUpdatedRows } = await db
      .updateTable("meeting")
      .set({ state, updatedAt: ctx.now(), ...(state === "no-show" ? { goesOn: false } : {}) })
      .where("clusterId", "=", meeting.clusterId)
      .where("id", "=", meeting.id)
      .where("state", "in", ["planned", "held", "no-show"])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    for (const { registrationId } of meeting.parties)
      await db
        .updateTable("meetingParty")
        .set({ came: missing === null || !missing.includes(registrationId) })
        .where("clusterId", "=", meeting.clusterId)
        .where("meetingId", "=", meeting.id)
        .where("registrationId", "=", registrationId)
        .execute();
    audit({
      action: "meeting.attendance",
      subjectKind: "meeting",
      subjectId: meeting.id,
      before: { state: meeting.state },
      after: { state, eventId: event.id },
    });
    return ok(null);
  });
}
