import type { z } from "zod";
import { z as zod } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
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
import { planHref } from "../address.ts";
import { EventPath } from "../event/schema.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { ownRegistrations } from "../registrations/store.ts";
import { presentMeeting } from "../schedule/present.ts";
import { MeetingListOut } from "../schedule/schema.ts";
import { listMeetings, meetingsOf } from "../schedule/store.ts";
import { eventSubject } from "../subject.ts";
import { refusalIn, type Typed } from "../typed.ts";
import { isTeam } from "../visible.ts";
import { askForPlan, isStale, type PlanRow, plansOf, publishPlan } from "./actions.ts";
import {
  MeetingsFilter,
  MeetingsQuery,
  NewPlan,
  type PlanOut,
  PlanPath,
  PlansOut,
  PublishedOut,
} from "./schema.ts";
import { meetingColumns, PlanPage } from "./views.tsx";

const PATH = "/clusters/:cluster/events/:event/plan";

/** Plans are the team's until they are published. */
const teamsEvent = async (ask: { ctx: Context; params: { event: string } }): Promise<EventRow | null> => {
  const event = await eventSubject(ask);
  return event && isTeam(ask.ctx.actor, event.clusterId) ? event : null;
};

async function readPlan(ctx: Context, event: EventRow, state: z.output<typeof MeetingsFilter>["state"]) {
  return ctx.read(async (db) => {
    const plans = await plansOf(db, event);
    const plan = plans.find((one) => one.state !== "replaced") ?? null;
    const all = await meetingsOf(db, ctx.actor, event.clusterId, event.id, {});
    const standing = all.filter((meeting) => meeting.state !== "draft");
    const draft = all.filter((meeting) => meeting.state === "draft");
    const shown = plan?.state === "done" ? draft : standing;
    return {
      plan,
      standing,
      meetings: state ? all.filter((meeting) => meeting.state === state) : shown,
      stale: plan?.state === "done" && (await isStale(db, ctx.actor, event, plan)),
      comes: (await ownRegistrations(db, ctx.actor, event.clusterId, event.id)).length > 0,
    };
  });
}

async function planPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  event: EventRow,
  { state, slot }: Pick<z.output<typeof MeetingsFilter>, "state" | "slot"> = {},
  refused?: string,
): Promise<Reply> {
  const found = await readPlan(ctx, event, state);
  return page(
    { title: sayEvents(ctx.locale)("act.plan"), personal: true },
    <PlanPage
      {...{ ctx, csrf, event, refused, state, slot }}
      {...found}
      mayKeep={can(ctx.actor, "event.keep", event)}
    />,
    refused ? 409 : 200,
  );
}

const show = get(PATH, {
  rule: "event.see",
  summary: "The plan of an event's talks, how good it is, and what it would change",
  params: EventPath,
  query: MeetingsFilter,
  subject: teamsEvent,
  handle: async (ask) => {
    const { ctx, query } = ask;
    const event = ask.subject as EventRow;
    if (!query.format) return planPage(ask, event, query);
    const { meetings } = await readPlan(ctx, event, query.state);
    return listFile(query.format, "plan", meetingColumns(ctx), meetings);
  },
});

const order = post(PATH, {
  rule: "event.keep",
  summary: "Asks for a plan; a job makes it",
  params: EventPath,
  subject: eventSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const event = ask.subject as EventRow;
    const mode = (ask.body as Typed).mode === "around" ? "around" : "anew";
    const done = await askForPlan(ctx, event, mode);
    return done.ok
      ? redirect(planHref(ctx.cluster!, event.id), "done.planning")
      : planPage(ask, event, {}, refusalIn(ctx.locale, done.problem));
  },
});

const publish = post(`${PATH}/:plan/publish`, {
  rule: "event.keep",
  summary: "Publishes a plan: everybody gets their schedule, or hears what changed in it",
  params: PlanPath,
  subject: eventSubject,
  handle: async (ask) => {
    const { ctx, params } = ask;
    const event = ask.subject as EventRow;
    const done = await publishPlan(ctx, event, params.plan);
    return done.ok
      ? redirect(planHref(ctx.cluster!, event.id), "done.published")
      : planPage(ask, event, {}, refusalIn(ctx.locale, done.problem));
  },
});

const qualityOf = (quality: PlanRow["quality"]) => {
  if (!quality) return null;
  const { talks, value, wishesMet, wishes, mutualMet, mutual, leastTalks, gaps, gini, tableUse } = quality;
  return { talks, value, wishesMet, wishes, mutualMet, mutual, leastTalks, gaps, gini, tableUse };
};
const present = (plan: PlanRow): z.output<typeof PlanOut> => ({
  id: plan.id,
  mode: plan.mode,
  state: plan.state,
  progress: plan.progress,
  quality: qualityOf(plan.quality),
  firstCome: qualityOf(plan.firstCome),
  problem: plan.problem,
  askedAt: plan.askedAt.toISOString(),
  doneAt: plan.doneAt?.toISOString() ?? null,
  publishedAt: plan.publishedAt?.toISOString() ?? null,
});

const plansApi = api.get(`/api/v1${PATH}`, {
  rule: "event.see",
  summary: "The newest plans of an event, and how good each is",
  params: EventPath,
  answer: PlansOut,
  subject: teamsEvent,
  handle: async ({ ctx, subject }) => {
    const plans = await ctx.read((db) => plansOf(db, subject as EventRow));
    return json({ items: plans.map(present), total: plans.length, next: null });
  },
});

const orderApi = api.post(`/api/v1${PATH}`, {
  rule: "event.keep",
  summary: "Asks for a plan; a job makes it",
  params: EventPath,
  body: NewPlan,
  answer: zod.object({ id: zod.uuid() }),
  subject: eventSubject,
  handle: async ({ ctx, subject, body }) => {
    const event = subject as EventRow;
    const done = await askForPlan(ctx, event, body.mode);
    return done.ok
      ? created({ id: done.value }, `/api/v1${planHref(ctx.cluster!, event.id)}`)
      : problem("conflict", done.problem);
  },
});

const publishApi = api.post(`/api/v1${PATH}/:plan/publish`, {
  rule: "event.keep",
  summary: "Publishes a plan: everybody gets their schedule, or hears what changed in it",
  params: PlanPath,
  body: zod.strictObject({}),
  answer: PublishedOut,
  subject: eventSubject,
  handle: async ({ ctx, subject, params }) => {
    const done = await publishPlan(ctx, subject as EventRow, params.plan);
    return done.ok ? json(done.value) : problem("conflict", done.problem);
  },
});

const meetingsApi = api.get("/api/v1/clusters/:cluster/events/:event/meetings", {
  rule: "event.see",
  summary: "The talks of an event: one's own, or to the team all of them",
  params: EventPath,
  query: MeetingsQuery,
  answer: MeetingListOut,
  subject: eventSubject,
  handle: async ({ ctx, subject, query: { state, limit, cursor } }) => {
    const event = subject as EventRow;
    const list = await ctx.read((db) =>
      listMeetings(
        db,
        ctx.actor,
        event.clusterId,
        event.id,
        { states: state ? [state] : undefined },
        { limit, cursor },
      ),
    );
    return json({ ...list, items: list.items.map(presentMeeting) });
  },
});

export const planningRoutes: Route[] = [show, order, publish, plansApi, orderApi, publishApi, meetingsApi];
