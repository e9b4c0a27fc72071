import { z } from "zod";
import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { displayName } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { membersOn } from "../../registry/feature.ts";
import { EXAMPLE, eventHref, eventsHref } from "../address.ts";
import { clusterSubject } from "../cluster-subject.ts";
import { sayEvents } from "../messages.ts";
import { cancelEvent } from "../planning/actions.ts";
import { ownRegistrations, participantsOf, type RegistrationRow, tallyOf } from "../registrations/store.ts";
import { takesRegistrations, turnOf } from "../rules.ts";
import { meetingsOf, talkTally } from "../schedule/store.ts";
import { eventSubject, teamSubject } from "../subject.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import { isTeam } from "../visible.ts";
import * as actions from "./actions.ts";
import { presentDetail, presentEvent, presentRule } from "./present.ts";
import {
  EventChange,
  EventDetailOut,
  EventForm,
  EventListOut,
  EventPath,
  ListFilter,
  ListQuery,
  NewEvent,
  NewEventForm,
  NewRule,
  RulesOut,
  sessionRows,
  Tables,
  tableLines,
} from "./schema.ts";
import * as store from "./store.ts";
import { EventFormPage, typedOf } from "./views/form.tsx";
import { CancelPage, RulesPage, TablesPage } from "./views/layout.tsx";
import { eventColumns, ListPage } from "./views/list.tsx";
import { EventPage, type Mine } from "./views/page.tsx";

const PATH = "/clusters/:cluster/events";
const ONE = `${PATH}/:event`;
const API = `/api/v1${PATH}`;
const API_ONE = `/api/v1${ONE}`;
const PAGE = 50;
const ALL = 5_000;

interface Asked {
  ctx: Context;
  csrf: string;
}

const list = get(PATH, {
  rule: "cluster.see",
  summary: "Events of the cluster, coming up and over",
  params: ClusterPath,
  query: ListFilter,
  example: EXAMPLE,
  subject: clusterSubject,
  handle: async ({ ctx, query: { when, format, cursor }, path, search }) => {
    const found = await actions.listEvents(ctx, when, format ? ALL : PAGE, format ? undefined : cursor);
    if (format) return listFile(format, `${ctx.cluster!.slug}-events`, eventColumns(ctx.locale), found.items);
    return page(
      { title: sayEvents(ctx.locale)("list.title") },
      <ListPage
        ctx={ctx}
        list={found}
        when={when}
        path={path}
        query={Object.fromEntries(search)}
        mayAdd={can(ctx.actor, "event.add", { clusterId: ctx.cluster!.id })}
      />,
    );
  },
});

async function formPage(
  { ctx, csrf }: Asked,
  event: store.EventRow | null,
  values: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const members = await ctx.read((db) => membersOn(db, ctx.actor, actions.here(ctx).id, ctx.today()));
  return page(
    { title: event ? event.title : sayEvents(ctx.locale)("new.title"), personal: true },
    <EventFormPage
      ctx={ctx}
      csrf={csrf}
      event={event}
      members={members
        .filter((member) => member.role !== "applicant")
        .sort((a, b) => a.name.localeCompare(b.name))}
      values={values}
      problems={problems}
    />,
    problems ? 422 : 200,
  );
}

const blankForm = (ctx: Context): Typed => ({
  zone: "Europe/Berlin",
  talkMinutes: "20",
  pauseMinutes: "5",
  tables: "10",
  onceForOrganisations: "on",
  visibility: "cluster",
  place: ctx.locale === "de" ? "" : "",
});

const newForm = get(`${PATH}/new`, {
  rule: "event.add",
  summary: "The form to prepare an event",
  params: ClusterPath,
  example: EXAMPLE,
  subject: teamSubject,
  handle: (ask) => formPage(ask, null, blankForm(ask.ctx)),
});

/** Where a refusal belongs in the form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "sessions-overlap": "sessions",
  "no-slot-fits": "sessions",
  "too-many-slots": "sessions",
  "in-the-past": "sessions",
  "laid-out": "sessions",
  "wishes-before-registration": "wishUntil",
  "too-late-for-registration": "registerUntil",
  "unknown-wall": "wall",
};

const refused = (ctx: Context, name: string) => ({ [FIELD_OF[name] ?? ""]: refusalIn(ctx.locale, name)! });

const add = post(`${PATH}/new`, {
  rule: "event.add",
  summary: "Prepares an event as a draft",
  params: ClusterPath,
  example: EXAMPLE,
  subject: teamSubject,
  handle: async (ask) => {
    const typed = ask.body as Typed;
    const parsed = NewEventForm.safeParse({ ...typed, sessions: sessionRows(typed) });
    if (!parsed.success) return formPage(ask, null, typed, sentencesOf(parsed.error, ask.ctx.locale));
    const done = await actions.createEvent(ask.ctx, parsed.data);
    if (!done.ok) return formPage(ask, null, typed, refused(ask.ctx, done.problem));
    return redirect(eventHref(ask.ctx.cluster!, done.value), "done.prepared");
  },
});

async function mineOf(ctx: Context, event: store.EventRow): Promise<Mine[]> {
  const own = await ctx.read((db) => ownRegistrations(db, ctx.actor, event.clusterId, event.id));
  if (own.length === 0) return [];
  return ctx.read(async (db) => {
    const wishes = await db
      .selectFrom("eventWish")
      .select((eb) => ["registrationId", eb.fn.countAll<number>().as("count")])
      .where("clusterId", "=", event.clusterId)
      .where(
        "registrationId",
        "in",
        own.map(({ id }) => id),
      )
      .where("wish", "<>", "not")
      .groupBy("registrationId")
      .execute();
    const talks = await meetingsOf(db, ctx.actor, event.clusterId, event.id, {
      states: ["planned", "held", "no-show"],
    });
    return own.map((registration: RegistrationRow) => ({
      registration,
      wishes: Number(wishes.find((row) => row.registrationId === registration.id)?.count ?? 0),
      talks: talks.filter(({ parties }) => parties.some((party) => party.registrationId === registration.id))
        .length,
    }));
  });
}

const comesTo = async (ctx: Context, event: store.EventRow): Promise<boolean> =>
  (await ctx.read((db) => ownRegistrations(db, ctx.actor, event.clusterId, event.id))).length > 0;

const one = get(ONE, {
  rule: "event.see",
  summary: "One event: where it stands, whose turn it is, and what one can do",
  params: EventPath,
  subject: eventSubject,
  handle: async ({ ctx, csrf, subject }) => {
    const event = subject as store.EventRow;
    const { actor } = ctx;
    const team = isTeam(actor, event.clusterId);
    const mayKeep = can(actor, "event.keep", event);
    const parts = await partsOf(ctx, event);
    const mine = await mineOf(ctx, event);
    const [tally, talks] = team
      ? await ctx.read((db) =>
          Promise.all([
            tallyOf(db, actor, event.clusterId, event.id),
            talkTally(db, actor, event.clusterId, event.id),
          ]),
        )
      : [null, null];
    const seat = ctx.identity?.seats.find((held) => held.organisationId === actor.organisationId);
    return page(
      {
        title: event.title,
        description: event.text.slice(0, 200),
        personal: event.visibility !== "public" || mine.length > 0,
      },
      <EventPage
        ctx={ctx}
        csrf={csrf}
        event={event}
        turn={turnOf(event, ctx.now())}
        {...parts}
        mine={mine}
        mayKeep={mayKeep}
        mayRegister={can(actor, "event.register", event) && takesRegistrations(event, ctx.now(), false)}
        mayRegisterMember={mayKeep && takesRegistrations(event, ctx.now(), true)}
        tally={tally}
        talks={talks}
        organisationName={seat ? displayName(seat.organisationName) : null}
      />,
    );
  },
});

const partsOf = (ctx: Context, event: store.EventRow) =>
  ctx.read(async (db) => {
    const [sessions, slots, tables] = await Promise.all([
      store.sessionsOfEvent(db, event.clusterId, event.id),
      store.slotsOfEvent(db, event.clusterId, event.id),
      store.tablesOfEvent(db, event.clusterId, event.id),
    ]);
    return { sessions, slots, tables };
  });

const editForm = get(`${ONE}/edit`, {
  rule: "event.keep",
  summary: "The form to change an event",
  params: EventPath,
  subject: eventSubject,
  handle: async (ask) => {
    const event = ask.subject as store.EventRow;
    return formPage(ask, event, typedOf(await actions.readWanted(ask.ctx, event)));
  },
});

const edit = post(`${ONE}/edit`, {
  rule: "event.keep",
  summary: "Changes an event",
  params: EventPath,
  subject: eventSubject,
  handle: async (ask) => {
    const event = ask.subject as store.EventRow;
    const typed = ask.body as Typed;
    const parsed = EventForm.safeParse({ ...typed, sessions: sessionRows(typed) });
    if (!parsed.success) return formPage(ask, event, typed, sentencesOf(parsed.error, ask.ctx.locale));
    const done = await actions.changeEvent(ask.ctx, event, parsed.data);
    if (!done.ok) return formPage(ask, event, typed, refused(ask.ctx, done.problem));
    return redirect(eventHref(ask.ctx.cluster!, event.id), "done.changed");
  },
});

async function tablesPage(
  ask: Asked,
  event: store.EventRow,
  lines?: string,
  problems?: Record<string, string>,
): Promise<Reply> {
  const { ctx, csrf } = ask;
  const tables = await ctx.read((db) => store.tablesOfEvent(db, event.clusterId, event.id));
  return page(
    { title: sayEvents(ctx.locale)("act.tables"), personal: true },
    <TablesPage
      ctx={ctx}
      csrf={csrf}
      event={event}
      comes={await comesTo(ctx, event)}
      tables={tables}
      {...(lines === undefined ? {} : { lines })}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

const tablesForm = get(`${ONE}/tables`, {
  rule: "event.keep",
  summary: "The tables of an event",
  params: EventPath,
  subject: eventSubject,
  handle: (ask) => tablesPage(ask, ask.subject as store.EventRow),
});

const tables = post(`${ONE}/tables`, {
  rule: "event.keep",
  summary: "Lays the tables of an event out anew",
  params: EventPath,
  subject: eventSubject,
  handle: async (ask) => {
    const event = ask.subject as store.EventRow;
    const lines = String((ask.body as Typed).tables ?? "");
    const parsed = z.object({ tables: Tables }).safeParse({ tables: tableLines(lines) });
    if (!parsed.success) {
      const [first] = Object.values(sentencesOf(parsed.error, ask.ctx.locale));
      return tablesPage(ask, event, lines, { tables: first ?? "" });
    }
    const done = await actions.changeTables(ask.ctx, event, parsed.data.tables);
    return done.ok
      ? redirect(`${eventHref(ask.ctx.cluster!, event.id)}/tables`, "done.tables")
      : tablesPage(ask, event, lines, { "": refusalIn(ask.ctx.locale, done.problem)! });
  },
});

async function rulesPage(
  ask: Asked,
  event: store.EventRow,
  values?: Readonly<Record<string, string>>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const { ctx, csrf } = ask;
  const { rules, comers } = await ctx.read(async (db) => ({
    rules: await store.rulesOfEvent(db, event.clusterId, event.id),
    comers: await participantsOf(db, ctx.actor, event.clusterId, event.id),
  }));
  const names = new Map(comers.map((one) => [one.organisationSlug, one.organisationName]));
  return page(
    { title: sayEvents(ctx.locale)("act.rules"), personal: true },
    <RulesPage
      ctx={ctx}
      csrf={csrf}
      event={event}
      comes={await comesTo(ctx, event)}
      rules={rules}
      comers={[...names].map(([slug, name]) => ({ slug, name }))}
      {...(values ? { values } : {})}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

const rulesForm = get(`${ONE}/rules`, {
  rule: "event.keep",
  summary: "Who meets whom at an event; only the team reads it",
  params: EventPath,
  subject: eventSubject,
  handle: (ask) => rulesPage(ask, ask.subject as store.EventRow),
});

const addRule = post(`${ONE}/rules`, {
  rule: "event.keep",
  summary: "Adds a rule of who meets whom",
  params: EventPath,
  subject: eventSubject,
  handle: async (ask) => {
    const event = ask.subject as store.EventRow;
    const typed = Object.fromEntries(
      Object.entries(ask.body as Typed).map(([name, value]) => [name, String(value)]),
    );
    const kind = typed.kind === "apart" ? "apart" : "meet";
    const [one, other] = [typed[`${kind}.one`] ?? "", typed[`${kind}.other`] ?? ""];
    const parsed = NewRule.safeParse(
      kind === "meet" ? { kind, roles: [one, other] } : { kind, organisations: [one, other] },
    );
    if (!parsed.success || (kind === "apart" && one === other))
      return rulesPage(ask, event, typed, { [`${kind}.other`]: refusalIn(ask.ctx.locale, "two")! });
    const done = await actions.addRule(ask.ctx, event, parsed.data);
    return done.ok
      ? redirect(`${eventHref(ask.ctx.cluster!, event.id)}/rules`, "done.rule")
      : rulesPage(ask, event, typed, { "": refusalIn(ask.ctx.locale, done.problem)! });
  },
});

const RulePath = EventPath.extend({ rule: z.uuid() });
const removeRule = post(`${ONE}/rules/:rule/remove`, {
  rule: "event.keep",
  summary: "Removes a rule",
  params: RulePath,
  subject: eventSubject,
  handle: async ({ ctx, params, subject }) => {
    const event = subject as store.EventRow;
    return (await actions.removeRule(ctx, event, params.rule))
      ? redirect(`${eventHref(ctx.cluster!, event.id)}/rules`, "done.rule")
      : problem("not-found");
  },
});

const step = (act: "open" | "close" | "reopen", summary: string) =>
  post(`${ONE}/${act}`, {
    rule: "event.keep",
    summary,
    params: EventPath,
    subject: eventSubject,
    handle: async ({ ctx, subject }) => {
      const event = subject as store.EventRow;
      const done = await actions.stepEvent(ctx, event, act);
      return done.ok
        ? redirect(eventHref(ctx.cluster!, event.id), `done.${act}`)
        : problem("conflict", refusalIn(ctx.locale, done.problem));
    },
  });

const stepApi = (act: "open" | "close" | "reopen", summary: string) =>
  api.post(`${API_ONE}/${act}`, {
    rule: "event.keep",
    summary,
    params: EventPath,
    body: z.strictObject({}),
    subject: eventSubject,
    handle: async ({ ctx, subject }) => {
      const done = await actions.stepEvent(ctx, subject as store.EventRow, act);
      return done.ok ? empty : problem("conflict", done.problem);
    },
  });

const drop = post(`${ONE}/drop`, {
  rule: "event.keep",
  summary: "Deletes a draft",
  params: EventPath,
  subject: eventSubject,
  handle: async ({ ctx, subject }) =>
    (await actions.dropEvent(ctx, subject as store.EventRow))
      ? redirect(eventsHref(ctx.cluster!), "done.drop")
      : problem("conflict", refusalIn(ctx.locale, "changed-meanwhile")),
});

const cancelForm = get(`${ONE}/cancel`, {
  rule: "event.keep",
  summary: "The form to call an event off",
  params: EventPath,
  subject: eventSubject,
  handle: ({ ctx, csrf, subject }) =>
    page(
      { title: sayEvents(ctx.locale)("act.cancel"), personal: true },
      <CancelPage ctx={ctx} csrf={csrf} event={subject as store.EventRow} />,
    ),
});

const Because = z.string().trim().max(400).default("");
const cancel = post(`${ONE}/cancel`, {
  rule: "event.keep",
  summary: "Calls an event off and tells everybody who registered",
  params: EventPath,
  subject: eventSubject,
  handle: async ({ ctx, csrf, subject, body }) => {
    const event = subject as store.EventRow;
    const typed = String((body as Typed).because ?? "");
    const because = z.object({ because: Because }).safeParse({ because: typed });
    const again = (problems: Record<string, string>) =>
      page(
        { title: sayEvents(ctx.locale)("act.cancel"), personal: true },
        <CancelPage ctx={ctx} csrf={csrf} event={event} because={typed} problems={problems} />,
        422,
      );
    if (!because.success) return again(sentencesOf(because.error, ctx.locale));
    const done = await cancelEvent(ctx, event, because.data.because);
    return done.ok
      ? redirect(eventHref(ctx.cluster!, event.id), "done.cancel")
      : again({ "": refusalIn(ctx.locale, done.problem)! });
  },
});

async function detail(ctx: Context, event: store.EventRow) {
  const [parts, tally, registered] = [
    await partsOf(ctx, event),
    await ctx.read((db) => tallyOf(db, ctx.actor, event.clusterId, event.id)),
    await comesTo(ctx, event),
  ];
  const counts = { registrations: tally.registered, registered };
  return presentDetail(event, counts, ctx.now(), parts, registered || isTeam(ctx.actor, event.clusterId));
}

const listApi = api.get(API, {
  rule: "cluster.see",
  summary: "Events of the cluster, coming up and over",
  params: ClusterPath,
  query: ListQuery,
  answer: EventListOut,
  example: EXAMPLE,
  subject: clusterSubject,
  handle: async ({ ctx, query: { when, limit, cursor } }) => {
    const found = await actions.listEvents(ctx, when, limit, cursor);
    return json({ ...found, items: found.items.map((event) => presentEvent(event, event, ctx.now())) });
  },
});

const addApi = api.post(API, {
  rule: "event.add",
  summary: "Prepares an event as a draft",
  params: ClusterPath,
  body: NewEvent,
  answer: EventDetailOut,
  example: EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx, body }) => {
    const done = await actions.createEvent(ctx, body);
    if (!done.ok)
      return problem("unprocessable", undefined, [
        { field: FIELD_OF[done.problem] ?? "", problem: done.problem },
      ]);
    const event = await actions.findEvent(ctx, done.value);
    return created(await detail(ctx, event!), `/api/v1${eventHref(ctx.cluster!, done.value)}`);
  },
});

const oneApi = api.get(API_ONE, {
  rule: "event.see",
  summary: "One event with its slots and tables",
  params: EventPath,
  answer: EventDetailOut,
  subject: eventSubject,
  handle: async ({ ctx, subject }) => json(await detail(ctx, subject as store.EventRow)),
});

const editApi = api.patch(API_ONE, {
  rule: "event.keep",
  summary: "Changes an event",
  params: EventPath,
  body: EventChange,
  answer: EventDetailOut,
  subject: eventSubject,
  handle: async ({ ctx, subject, body }) => {
    const event = subject as store.EventRow;
    const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const done = await actions.changeEvent(ctx, event, change);
    if (!done.ok)
      return problem("unprocessable", undefined, [
        { field: FIELD_OF[done.problem] ?? "", problem: done.problem },
      ]);
    return json(await detail(ctx, (await actions.findEvent(ctx, event.id))!));
  },
});

const dropApi = api.delete(API_ONE, {
  rule: "event.keep",
  summary: "Deletes a draft",
  params: EventPath,
  subject: eventSubject,
  handle: async ({ ctx, subject }) =>
    (await actions.dropEvent(ctx, subject as store.EventRow)) ? empty : problem("conflict", "not-a-draft"),
});

const tablesApi = api.put(`${API_ONE}/tables`, {
  rule: "event.keep",
  summary: "Lays the tables of an event out anew",
  params: EventPath,
  body: z.strictObject({ tables: Tables }),
  subject: eventSubject,
  handle: async ({ ctx, subject, body }) => {
    const done = await actions.changeTables(ctx, subject as store.EventRow, body.tables);
    return done.ok ? empty : problem("conflict", done.problem);
  },
});

const rulesApi = api.get(`${API_ONE}/rules`, {
  rule: "event.keep",
  summary: "Who meets whom at an event; only the team reads it",
  params: EventPath,
  answer: RulesOut,
  subject: eventSubject,
  handle: async ({ ctx, subject }) => {
    const event = subject as store.EventRow;
    const rules = await ctx.read((db) => store.rulesOfEvent(db, event.clusterId, event.id));
    return json({ items: rules.map(presentRule), total: rules.length, next: null });
  },
});

const addRuleApi = api.post(`${API_ONE}/rules`, {
  rule: "event.keep",
  summary: "Adds a rule of who meets whom",
  params: EventPath,
  body: NewRule,
  answer: z.object({ id: z.uuid() }),
  subject: eventSubject,
  handle: async ({ ctx, subject, body }) => {
    const event = subject as store.EventRow;
    const done = await actions.addRule(ctx, event, body);
    return done.ok
      ? created({ id: done.value }, `/api/v1${eventHref(ctx.cluster!, event.id)}/rules`)
      : problem("unprocessable", undefined, [
          { field: body.kind === "meet" ? "roles" : "organisations", problem: done.problem },
        ]);
  },
});

const removeRuleApi = api.delete(`${API_ONE}/rules/:rule`, {
  rule: "event.keep",
  summary: "Removes a rule",
  params: RulePath,
  subject: eventSubject,
  handle: async ({ ctx, params, subject }) =>
    (await actions.removeRule(ctx, subject as store.EventRow, params.rule)) ? empty : problem("not-found"),
});

const cancelApi = api.post(`${API_ONE}/cancel`, {
  rule: "event.keep",
  summary: "Calls an event off and tells everybody who registered",
  params: EventPath,
  body: z.strictObject({ because: Because }),
  subject: eventSubject,
  handle: async ({ ctx, subject, body }) => {
    const done = await cancelEvent(ctx, subject as store.EventRow, body.because);
    return done.ok ? empty : problem("conflict", done.problem);
  },
});

export const eventRoutes: Route[] = [
  list,
  newForm,
  add,
  one,
  editForm,
  edit,
  tablesForm,
  tables,
  rulesForm,
  addRule,
  removeRule,
  step("open", "Opens an event for registration and tells the members"),
  step("close", "Closes registration and wishes"),
  step("reopen", "Opens registration and wishes again"),
  drop,
  cancelForm,
  cancel,
  listApi,
  addApi,
  oneApi,
  editApi,
  dropApi,
  tablesApi,
  rulesApi,
  addRuleApi,
  removeRuleApi,
  stepApi("open", "Opens an event for registration and tells the members"),
  stepApi("close", "Closes registration and wishes"),
  stepApi("reopen", "Opens registration and wishes again"),
  cancelApi,
];
