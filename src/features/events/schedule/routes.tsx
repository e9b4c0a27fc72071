import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  empty,
  file,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { eventHref, meetingHref } from "../address.ts";
import { EventPath } from "../event/schema.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { ownRegistrations } from "../registrations/store.ts";
import { eventSubject, meetingSubject } from "../subject.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import { isTeam } from "../visible.ts";
import { answerMeeting, type FoundMeeting, noteAttendance, readMeeting, readSchedule } from "./actions.ts";
import { calendarOf } from "./calendar.ts";
import { introductionOf } from "./introduced.ts";
import { withWhom, wordsOf } from "./letters.ts";
import { presentMeeting } from "./present.ts";
import { Answer, AnswerForm, Attendance, MeetingDetailOut, MeetingPath, NoteForm } from "./schema.ts";
import { meetingsOf } from "./store.ts";
import { MeetingPage, SchedulePage, SchedulesPage, talkExport } from "./views.tsx";

const EVENT = "/clusters/:cluster/events/:event";
const ONE = `${EVENT}/meetings/:meeting`;

/** Whoever comes has a schedule, also before there is anything on it. */
const comersEvent = async (ask: { ctx: Context; params: { event: string } }): Promise<EventRow | null> => {
  const event = await eventSubject(ask);
  if (!event) return null;
  const own = await ask.ctx.read((db) => ownRegistrations(db, ask.ctx.actor, event.clusterId, event.id));
  return own.length > 0 ? event : null;
};

const Format = z.object({ format: z.enum(["csv", "xlsx"]).optional().catch(undefined) });

const schedule = get(`${EVENT}/schedule`, {
  rule: "event.see",
  summary: "The talks of one's own organisation at an event",
  params: EventPath,
  query: Format,
  subject: comersEvent,
  handle: async ({ ctx, subject, query }) => {
    const event = subject as EventRow;
    const { meetings, answers } = await readSchedule(ctx, event);
    if (query.format) return listFile(query.format, "schedule", talkExport(ctx, answers), meetings);
    const own = await ctx.read((db) => ownRegistrations(db, ctx.actor, event.clusterId, event.id));
    const comers = new Map(own.map((one) => [one.id, one.personName ?? sayEvents(ctx.locale)("somebody")]));
    return page(
      { title: sayEvents(ctx.locale)("part.schedule"), personal: true },
      <SchedulePage {...{ ctx, event, meetings, answers, comers }} />,
    );
  },
});

const calendar = get(`${EVENT}/schedule.ics`, {
  rule: "event.see",
  summary: "The talks of one's own organisation at an event, as a calendar file",
  params: EventPath,
  subject: comersEvent,
  handle: async ({ ctx, subject, publicUrl }) => {
    const event = subject as EventRow;
    const { meetings } = await readSchedule(ctx, event);
    const talks = meetings.map((meeting) => {
      const other = meeting.parties.find((party) => party.organisationId !== ctx.actor.organisationId)!;
      return {
        ...meeting,
        with: withWhom(other.organisationName, other.personName),
        place: meeting.tableName,
        link: meeting.tableLink,
      };
    });
    const text = calendarOf(talks, wordsOf(event, ctx.locale), publicUrl, eventHref(ctx.cluster!, event.id));
    return file("schedule.ics", "text/calendar; charset=utf-8", text);
  },
});

const teamsEvent = async (ask: { ctx: Context; params: { event: string } }): Promise<EventRow | null> => {
  const event = await eventSubject(ask);
  return event && isTeam(ask.ctx.actor, event.clusterId) ? event : null;
};

const schedules = get(`${EVENT}/schedules`, {
  rule: "event.see",
  summary: "Everybody's schedule, to print for the desk at the door",
  params: EventPath,
  subject: teamsEvent,
  handle: async ({ ctx, subject }) => {
    const event = subject as EventRow;
    const { meetings, comes } = await ctx.read(async (db) => ({
      meetings: await meetingsOf(db, ctx.actor, event.clusterId, event.id, {
        states: ["planned", "held", "no-show"],
      }),
      comes: (await ownRegistrations(db, ctx.actor, event.clusterId, event.id)).length > 0,
    }));
    return page(
      { title: sayEvents(ctx.locale)("part.schedules"), personal: true },
      <SchedulesPage {...{ ctx, event, meetings, comes }} />,
    );
  },
});

async function meetingPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  found: FoundMeeting,
  problems?: Record<string, string>,
  typedNote?: string,
): Promise<Reply> {
  const { answers, note } = await readMeeting(ctx, found);
  return page(
    { title: found.event.title, personal: true },
    <MeetingPage
      {...{ ctx, csrf, found, answers, note, typedNote }}
      mayAnswer={can(ctx.actor, "meeting.answer", found)}
      mayKeep={can(ctx.actor, "event.keep", found.event)}
      introductionHref={found.meeting.goesOn ? await introductionOf(ctx, found.meeting.id) : null}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

const one = get(ONE, {
  rule: "meeting.see",
  summary: "One talk: when, where, with whom, and what came of it",
  params: MeetingPath,
  subject: meetingSubject,
  handle: (ask) => meetingPage(ask, ask.subject as FoundMeeting),
});

const answer = post(`${ONE}/answer`, {
  rule: "meeting.answer",
  summary: "Says what came of a talk",
  params: MeetingPath,
  subject: meetingSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const found = ask.subject as FoundMeeting;
    const parsed = AnswerForm.safeParse(ask.body);
    if (!parsed.success) return meetingPage(ask, found, sentencesOf(parsed.error, ctx.locale));
    const done = await answerMeeting(ctx, found, parsed.data);
    return done.ok
      ? redirect(meetingHref(ctx.cluster!, found.event.id, found.meeting.id), "done.answered")
      : meetingPage(ask, found, { "": refusalIn(ctx.locale, done.problem)! });
  },
});

const note = post(`${ONE}/note`, {
  rule: "meeting.answer",
  summary: "Keeps notes of a talk for one's own organisation",
  params: MeetingPath,
  subject: meetingSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const found = ask.subject as FoundMeeting;
    const parsed = NoteForm.safeParse(ask.body);
    if (!parsed.success)
      return meetingPage(
        ask,
        found,
        sentencesOf(parsed.error, ctx.locale),
        String((ask.body as Typed).note ?? ""),
      );
    await answerMeeting(ctx, found, parsed.data);
    return redirect(meetingHref(ctx.cluster!, found.event.id, found.meeting.id), "done.note");
  },
});

/** Of a talk the team says who was there. */
const teamsMeeting = async (ask: { ctx: Context; params: { event: string; meeting: string } }) => {
  const found = await meetingSubject(ask);
  return found && can(ask.ctx.actor, "event.keep", found.event) ? found : null;
};
const isParty = (found: FoundMeeting, missing: readonly string[]) =>
  missing.every((id) => found.meeting.parties.some((party) => party.registrationId === id));

const attendance = post(`${ONE}/attendance`, {
  rule: "meeting.see",
  summary: "Says who was at a talk",
  params: MeetingPath,
  subject: teamsMeeting,
  handle: async (ask) => {
    const { ctx } = ask;
    const found = ask.subject as FoundMeeting;
    const typed = ask.body as Typed;
    const missing = ["missing.0", "missing.1"].flatMap((name) => [typed[name] ?? []].flat()).filter(Boolean);
    if (!isParty(found, missing)) return problem("not-found");
    const done = await noteAttendance(ctx, found, missing.length === 0 ? null : missing);
    return done.ok
      ? redirect(meetingHref(ctx.cluster!, found.event.id, found.meeting.id), "done.attendance")
      : meetingPage(ask, found, { "": refusalIn(ctx.locale, done.problem)! });
  },
});

const oneApi = api.get(`/api/v1${ONE}`, {
  rule: "meeting.see",
  summary: "One talk: when, where, with whom, and what came of it",
  params: MeetingPath,
  answer: MeetingDetailOut,
  subject: meetingSubject,
  handle: async ({ ctx, subject }) => {
    const found = subject as FoundMeeting;
    const { answers, note: text } = await readMeeting(ctx, found);
    return json({
      ...presentMeeting(found.meeting),
      answers: answers.map(({ registrationId, result }) => ({ registration: registrationId, result })),
      note: text,
    });
  },
});

const answerApi = api.put(`/api/v1${ONE}/answer`, {
  rule: "meeting.answer",
  summary: "Says what came of a talk, and keeps notes of it",
  params: MeetingPath,
  body: Answer,
  subject: meetingSubject,
  handle: async ({ ctx, subject, body }) => {
    const done = await answerMeeting(ctx, subject as FoundMeeting, body);
    return done.ok ? empty : problem("conflict", done.problem);
  },
});

const attendanceApi = api.put(`/api/v1${ONE}/attendance`, {
  rule: "meeting.see",
  summary: "Says who was at a talk",
  params: MeetingPath,
  body: Attendance,
  subject: teamsMeeting,
  handle: async ({ ctx, subject, body }) => {
    const found = subject as FoundMeeting;
    if (!isParty(found, body.missing))
      return problem("unprocessable", undefined, [{ field: "missing", problem: "unknown" }]);
    const done = await noteAttendance(ctx, found, body.missing.length === 0 ? null : body.missing);
    return done.ok ? empty : problem("conflict", done.problem);
  },
});

export const scheduleRoutes: Route[] = [
  schedule,
  calendar,
  schedules,
  one,
  answer,
  note,
  attendance,
  oneApi,
  answerApi,
  attendanceApi,
];
