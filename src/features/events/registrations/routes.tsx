import type { z } from "zod";
import { z as zod } from "zod";
import { can } from "../../../access/can.ts";
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
import { listFile } from "../../accounts/feature.ts";
import { membersOn } from "../../registry/feature.ts";
import { eventHref, registrationHref } from "../address.ts";
import { EventPath } from "../event/schema.ts";
import { type EventRow, slotsOfEvent } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { meetingsOf } from "../schedule/store.ts";
import { eventSubject, registrationSubject } from "../subject.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import { isTeam } from "../visible.ts";
import { wishesOf } from "../wishes/actions.ts";
import * as actions from "./actions.ts";
import {
  NewRegistration,
  ParticipantFilter,
  ParticipantQuery,
  Reason,
  RegistrationChange,
  RegistrationDetailOut,
  RegistrationForm,
  RegistrationListOut,
  type RegistrationOut,
  RegistrationPath,
} from "./schema.ts";
import { ownRegistrations, type RegistrationRow } from "./store.ts";
import {
  LeavePage,
  MemberPage,
  ParticipantsPage,
  participantColumns,
  RegisterPage,
  RegistrationPage,
} from "./views.tsx";

const EVENT = "/clusters/:cluster/events/:event";
const ONE = `${EVENT}/registrations/:registration`;
const PAGE = 100;
const ALL = 5_000;

interface Asked {
  ctx: Context;
  csrf: string;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  "unknown-person": "personId",
  "registered-already": "personId",
  "role-needed": "role",
  "unknown-wall": "wall",
  "own-wall": "wall",
  "unknown-slot": "slots",
  "no-slot": "slots",
  "unknown-organisation": "",
};
const refused = (ctx: Context, name: string) => ({ [FIELD_OF[name] ?? ""]: refusalIn(ctx.locale, name)! });
const unprocessable = (name: string) =>
  problem("unprocessable", undefined, [{ field: FIELD_OF[name] ?? "", problem: name }]);

/** Whoever may register at all: a member for itself, the team for whoever rings up. */
const registerSubject = async (ask: {
  ctx: Context;
  params: { event: string };
}): Promise<EventRow | null> => {
  const event = await eventSubject(ask);
  if (!event) return null;
  return can(ask.ctx.actor, "event.register", event) || can(ask.ctx.actor, "event.keep", event)
    ? event
    : null;
};

/** The organisation the form is for: one's own, or the member the team has chosen. */
async function organisationOf(ctx: Context, event: EventRow, slug: string | undefined) {
  const own = ctx.identity?.seats.find((seat) => seat.organisationId === ctx.actor.organisationId);
  if (own && can(ctx.actor, "event.register", event) && (slug === undefined || slug === own.organisationSlug))
    return { id: own.organisationId, slug: own.organisationSlug, name: own.organisationName };
  if (slug === undefined || !can(ctx.actor, "event.keep", event)) return null;
  const members = await ctx.read((db) => membersOn(db, ctx.actor, event.clusterId, ctx.today()));
  return (
    members.find((member) => member.slug === slug && !ctx.actor.ownOrganisations.includes(member.id)) ?? null
  );
}

async function registerPage(
  { ctx, csrf }: Asked,
  event: EventRow,
  slug: string | undefined,
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const title = sayEvents(ctx.locale)("register.title", { title: event.title });
  const organisation = await organisationOf(ctx, event, slug);
  if (!organisation) {
    const members = await ctx.read((db) => membersOn(db, ctx.actor, event.clusterId, ctx.today()));
    return page(
      { title, personal: true },
      <MemberPage
        ctx={ctx}
        event={event}
        members={members
          .filter((member) => member.role !== "applicant" && !ctx.actor.ownOrganisations.includes(member.id))
          .sort((a, b) => a.name.localeCompare(b.name))}
      />,
    );
  }
  const choices = await actions.readChoices(ctx, event, organisation.id);
  const values = typed ?? {
    personId: choices.people.some((person) => person.id === ctx.actor.personId) ? ctx.actor.personId! : "",
    slots: choices.slots.map(({ id }) => id),
  };
  return page(
    { title, personal: true },
    <RegisterPage {...{ ctx, csrf, event, organisation, choices, values, problems }} />,
    problems ? 422 : 200,
  );
}

const text = (most: number) => zod.string().trim().max(most).optional().catch(undefined);
const registerForm = get(`${EVENT}/register`, {
  rule: "event.see",
  summary: "The form to register for an event",
  params: EventPath,
  query: zod.object({ organisation: text(120), member: text(1) }),
  subject: registerSubject,
  handle: (ask) => registerPage(ask, ask.subject as EventRow, ask.query.organisation),
});

const fromForm = (form: z.output<typeof RegistrationForm>, slots: readonly string[]) => ({
  personId: form.personId,
  role: form.role,
  brings: form.brings,
  seeks: form.seeks,
  mostTalks: form.mostTalks,
  wall: form.wall,
  away: slots.filter((slot) => !form.slots.includes(slot)),
});

const slotIds = async (ctx: Context, event: EventRow) =>
  (await ctx.read((db) => slotsOfEvent(db, event.clusterId, event.id))).map(({ id }) => id);

const register = post(`${EVENT}/register`, {
  rule: "event.see",
  summary: "Registers a person of an organisation for an event",
  params: EventPath,
  subject: registerSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const event = ask.subject as EventRow;
    const typed = ask.body as Typed;
    const slug =
      typeof typed.organisation === "string" && typed.organisation ? typed.organisation : undefined;
    const parsed = RegistrationForm.safeParse(typed);
    if (!parsed.success) return registerPage(ask, event, slug, typed, sentencesOf(parsed.error, ctx.locale));
    const wanted = fromForm(parsed.data, await slotIds(ctx, event));
    const done = await actions.register(ctx, event, { ...wanted, ...(slug ? { organisation: slug } : {}) });
    if (!done.ok) return registerPage(ask, event, slug, typed, refused(ctx, done.problem));
    return redirect(eventHref(ctx.cluster!, event.id), "done.registered");
  },
});

const one = get(ONE, {
  rule: "registration.see",
  summary: "How somebody comes to an event",
  params: RegistrationPath,
  subject: registrationSubject,
  handle: async ({ ctx, subject }) => {
    const found = subject as actions.FoundRegistration;
    const { event, registration } = found;
    const mine = can(ctx.actor, "wish.see", found);
    const { away, wall } = await actions.readDetail(ctx, found);
    const { slots, wishes } = await ctx.read(async (db) => ({
      slots: await slotsOfEvent(db, event.clusterId, event.id),
      wishes: mine ? (await wishesOf(db, found)).filter(({ wish }) => wish !== "not").length : null,
    }));
    const live = registration.state === "registered" && event.state !== "over" && event.state !== "cancelled";
    const keeps = can(ctx.actor, "registration.keep", found);
    return page(
      { title: registration.personName ?? event.title, personal: true },
      <RegistrationPage
        {...{ ctx, event, registration, away, wall, slots, wishes }}
        mayChange={live && keeps}
        mayLeave={live && keeps}
        mayMiss={
          live &&
          event.state === "published" &&
          can(ctx.actor, "event.keep", event) &&
          ctx.now() >= event.startsAt
        }
        mayWish={live && can(ctx.actor, "wish.write", found)}
      />,
    );
  },
});

async function changePage(
  { ctx, csrf }: Asked,
  found: actions.FoundRegistration,
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const { event, registration } = found;
  const choices = await actions.readChoices(ctx, event, registration.organisationId);
  const { away, wall } = await actions.readDetail(ctx, found);
  const values: Typed = typed ?? {
    role: registration.role ?? "",
    brings: registration.brings,
    seeks: registration.seeks,
    mostTalks: registration.mostTalks === null ? "" : String(registration.mostTalks),
    slots: choices.slots.filter((slot) => !away.includes(slot.id)).map(({ id }) => id),
    wall: wall.map(({ slug }) => slug),
  };
  return page(
    { title: sayEvents(ctx.locale)("act.change"), personal: true },
    <RegisterPage
      {...{ ctx, csrf, event, choices, values, problems, registration }}
      organisation={{ slug: registration.organisationSlug, name: registration.organisationName }}
      fixed={event.state === "published"}
    />,
    problems ? 422 : 200,
  );
}

const changeForm = get(`${ONE}/change`, {
  rule: "registration.keep",
  summary: "The form to change a registration",
  params: RegistrationPath,
  subject: registrationSubject,
  handle: (ask) => changePage(ask, ask.subject as actions.FoundRegistration),
});

const change = post(`${ONE}/change`, {
  rule: "registration.keep",
  summary: "Changes a registration",
  params: RegistrationPath,
  subject: registrationSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const found = ask.subject as actions.FoundRegistration;
    const typed = ask.body as Typed;
    const planned = found.event.state === "published";
    const schema = planned
      ? RegistrationForm.pick({ brings: true, seeks: true })
      : RegistrationForm.omit({ personId: true });
    const parsed = schema.safeParse(typed);
    if (!parsed.success) return changePage(ask, found, typed, sentencesOf(parsed.error, ctx.locale));
    const form = parsed.data as z.output<typeof RegistrationForm>;
    const { personId: _, ...wanted } = planned
      ? { personId: "", brings: form.brings, seeks: form.seeks }
      : fromForm(form, await slotIds(ctx, found.event));
    const done = await actions.changeRegistration(ctx, found, wanted);
    if (!done.ok) return changePage(ask, found, typed, refused(ctx, done.problem));
    return redirect(
      registrationHref(ctx.cluster!, found.event.id, found.registration.id),
      "done.registration",
    );
  },
});

async function leavePage(
  { ctx, csrf }: Asked,
  { event, registration }: actions.FoundRegistration,
  as: "withdraw" | "absent",
  values?: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const talks = await ctx.read((db) =>
    meetingsOf(db, ctx.actor, event.clusterId, event.id, {
      states: ["planned"],
      registrationId: registration.id,
    }),
  );
  return page(
    { title: sayEvents(ctx.locale)(as === "absent" ? "act.absent" : "act.withdraw.other"), personal: true },
    <LeavePage
      {...{ ctx, csrf, event, registration, as }}
      talks={talks.filter(({ toAt }) => toAt > ctx.now()).length}
      {...(values ? { values } : {})}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

/** Whoever says that somebody did not appear has seen the hall: the team. */
const absentSubject = async (ask: { ctx: Context; params: { event: string; registration: string } }) => {
  const found = await registrationSubject(ask);
  return found && can(ask.ctx.actor, "event.keep", found.event) ? found : null;
};

const leaving = (as: "withdraw" | "absent", summary: string): Route[] => {
  const subject = as === "absent" ? absentSubject : registrationSubject;
  const state = as === "absent" ? "absent" : "withdrawn";
  return [
    get(`${ONE}/${as}`, {
      rule: "registration.keep",
      summary: `Before: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
      params: RegistrationPath,
      subject,
      handle: (ask) => leavePage(ask, ask.subject as actions.FoundRegistration, as),
    }),
    post(`${ONE}/${as}`, {
      rule: "registration.keep",
      summary,
      params: RegistrationPath,
      subject,
      handle: async (ask) => {
        const { ctx } = ask;
        const found = ask.subject as actions.FoundRegistration;
        const typed = String((ask.body as Typed).reason ?? "");
        const parsed = zod.object({ reason: Reason }).safeParse({ reason: typed });
        if (!parsed.success)
          return leavePage(ask, found, as, { reason: typed }, sentencesOf(parsed.error, ctx.locale));
        const done = await actions.leave(ctx, found, state, parsed.data.reason);
        return done.ok
          ? redirect(eventHref(ctx.cluster!, found.event.id), "done.withdrawn")
          : leavePage(ask, found, as, { reason: typed }, { "": refusalIn(ctx.locale, done.problem)! });
      },
    }),
    api.post(`/api/v1${ONE}/${as}`, {
      rule: "registration.keep",
      summary,
      params: RegistrationPath,
      body: zod.strictObject({ reason: Reason }),
      subject,
      handle: async ({ ctx, subject: found, body }) => {
        const done = await actions.leave(ctx, found as actions.FoundRegistration, state, body.reason);
        return done.ok ? empty : problem("conflict", done.problem);
      },
    }),
  ];
};

/** Those who come, for those who come and for the team. */
const participantsSubject = async (ask: {
  ctx: Context;
  params: { event: string };
}): Promise<EventRow | null> => {
  const event = await eventSubject(ask);
  if (!event || isTeam(ask.ctx.actor, event.clusterId)) return event;
  const own = await ask.ctx.read((db) => ownRegistrations(db, ask.ctx.actor, event.clusterId, event.id));
  return own.length > 0 ? event : null;
};

const participants = get(`${EVENT}/participants`, {
  rule: "event.see",
  summary: "Who comes to an event, for those who come and for the team",
  params: EventPath,
  query: ParticipantFilter,
  subject: participantsSubject,
  handle: async ({ ctx, subject, query, path, search }) => {
    const event = subject as EventRow;
    const team = isTeam(ctx.actor, event.clusterId);
    const state = team ? (query.state ?? "registered") : "registered";
    const list = await actions.listParticipants(ctx, event, {
      state,
      limit: query.format ? ALL : PAGE,
      cursor: query.format ? undefined : query.cursor,
    });
    if (query.format)
      return listFile(query.format, "participants", participantColumns(ctx, team), list.items);
    const own = await ctx.read((db) => ownRegistrations(db, ctx.actor, event.clusterId, event.id));
    return page(
      { title: sayEvents(ctx.locale)("part.participants"), personal: true },
      <ParticipantsPage
        {...{ ctx, event, list, state, path, team }}
        comes={own.length > 0}
        query={Object.fromEntries(search)}
      />,
    );
  },
});

const present = (row: RegistrationRow): z.output<typeof RegistrationOut> => ({
  id: row.id,
  organisation: { slug: row.organisationSlug, name: row.organisationName },
  person: row.personName === null ? null : { name: row.personName },
  state: row.state,
  role: row.role,
  brings: row.brings,
  seeks: row.seeks,
});

async function presentDetail(ctx: Context, found: actions.FoundRegistration) {
  const { away, wall } = await actions.readDetail(ctx, found);
  const { registration } = found;
  return {
    ...present(registration),
    away,
    mostTalks: registration.mostTalks,
    wall: wall.map(({ slug }) => slug),
    wishedAt: registration.wishedAt?.toISOString() ?? null,
    registeredAt: registration.createdAt.toISOString(),
  };
}

const participantsApi = api.get(`/api/v1${EVENT}/registrations`, {
  rule: "event.see",
  summary: "Who comes to an event, for those who come and for the team",
  params: EventPath,
  query: ParticipantQuery,
  answer: RegistrationListOut,
  subject: participantsSubject,
  handle: async ({ ctx, subject, query: { state, limit, cursor } }) => {
    const event = subject as EventRow;
    const shown = isTeam(ctx.actor, event.clusterId) ? state : "registered";
    const list = await actions.listParticipants(ctx, event, { state: shown, limit, cursor });
    return json({ ...list, items: list.items.map(present) });
  },
});

const registerApi = api.post(`/api/v1${EVENT}/registrations`, {
  rule: "event.see",
  summary: "Registers a person of an organisation for an event",
  params: EventPath,
  body: NewRegistration,
  answer: RegistrationDetailOut,
  subject: registerSubject,
  handle: async ({ ctx, subject, body }) => {
    const event = subject as EventRow;
    const done = await actions.register(ctx, event, body);
    if (!done.ok) return unprocessable(done.problem);
    const found = await actions.findRegistration(ctx, event.id, done.value);
    return created(
      await presentDetail(ctx, found!),
      `/api/v1${registrationHref(ctx.cluster!, event.id, done.value)}`,
    );
  },
});

const oneApi = api.get(`/api/v1${ONE}`, {
  rule: "registration.see",
  summary: "How somebody comes to an event",
  params: RegistrationPath,
  answer: RegistrationDetailOut,
  subject: registrationSubject,
  handle: async ({ ctx, subject }) => json(await presentDetail(ctx, subject as actions.FoundRegistration)),
});

const changeApi = api.patch(`/api/v1${ONE}`, {
  rule: "registration.keep",
  summary: "Changes a registration",
  params: RegistrationPath,
  body: RegistrationChange,
  answer: RegistrationDetailOut,
  subject: registrationSubject,
  handle: async ({ ctx, subject, body }) => {
    const found = subject as actions.FoundRegistration;
    const wanted = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const done = await actions.changeRegistration(ctx, found, wanted);
    if (!done.ok) return unprocessable(done.problem);
    return json(
      await presentDetail(ctx, (await actions.findRegistration(ctx, found.event.id, found.registration.id))!),
    );
  },
});

export const registrationRoutes: Route[] = [
  registerForm,
  register,
  one,
  changeForm,
  change,
  ...leaving("withdraw", "Says that somebody does not come; their talks are called off and planned around"),
  ...leaving("absent", "Says on the day that somebody did not appear"),
  participants,
  participantsApi,
  registerApi,
  oneApi,
  changeApi,
];
