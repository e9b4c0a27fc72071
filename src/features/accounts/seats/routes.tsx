import { z } from "zod";
import { can } from "../../../access/can.ts";
import {
  type Ask,
  api,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { SEAT_ROLES } from "../../../kernel/actor.ts";
import { displayName } from "../../../ui/index.ts";
import { FORMATS, type Format } from "../list-file.ts";
import { say } from "../messages.ts";
import { seatWord } from "../role-words.ts";
import { termFile } from "../terms/file.ts";
import { signOutWithoutRole } from "../terms/leaving.ts";
import { EndTerm, EndTyped } from "../terms/rules.ts";
import { afterOf, Given, Listing, Slug, termList, termOf } from "../terms/schema.ts";
import { TermPage } from "../terms/term-page.tsx";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import { changeSeat, endSeat, giveSeat, NewSeat, SeatChange } from "./actions.ts";
import { organisationBySlug, type SeatedOrganisation, seatOf, seatsOf } from "./store.ts";
import { SeatsPage, seatChoices } from "./view.tsx";

const Params = z.object({ cluster: Slug.optional(), slug: Slug });
const SeatParams = Params.extend({ seat: z.uuid() });
type Organisation = z.output<typeof Params>;

const homeOf = ({ cluster, slug }: Organisation) =>
  cluster === undefined ? `/organisations/${slug}` : `/clusters/${cluster}/organisations/${slug}`;

const subject = ({ ctx, params }: { ctx: Ask<0, 0, 0, 0>["ctx"]; params: Organisation }) =>
  ctx.read((db) => organisationBySlug(db, ctx, params.slug));

type Asked = Ask<Organisation, unknown, unknown, unknown> & { query?: unknown };

async function seatsPage(
  { ctx, params, search, csrf }: Asked,
  organisation: SeatedOrganisation,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const after = afterOf(search.get("cursor") ?? undefined);
  const terms = await ctx.read((db) => seatsOf(db, organisation.id, { limit: 100, after }));
  return page(
    { title: say(ctx.locale)("seats.title"), personal: true },
    <SeatsPage
      {...{ locale: ctx.locale, organisation, terms, csrf, ...typed }}
      home={homeOf(params)}
      query={Object.fromEntries(search)}
      today={ctx.today()}
      mayGive={can(ctx.actor, "seat.give", organisation)}
      mayEnd={can(ctx.actor, "seat.end", organisation)}
    />,
    typed.problems ? 422 : 200,
  );
}

async function seatPage(
  { ctx, params, csrf }: Asked & { params: z.output<typeof SeatParams> },
  organisation: SeatedOrganisation,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const term = await ctx.read((db) => seatOf(db, organisation.id, params.seat));
  if (!term) return problem("not-found");
  return page(
    { title: term.name, personal: true },
    <TermPage
      {...{ locale: ctx.locale, term, csrf, ...typed }}
      name={say(ctx.locale)("seats.of", { organisation: displayName(organisation.name) })}
      path={`${homeOf(params)}/seats`}
      today={ctx.today()}
      roleWord={seatWord}
      roles={seatChoices(ctx.locale)}
    />,
    typed.problems ? 422 : 200,
  );
}

async function seatsFile({ ctx }: Asked, organisation: SeatedOrganisation, format: Format) {
  const { items } = await ctx.read((db) => seatsOf(db, organisation.id, { limit: 5000 }));
  return termFile(format, `seats-${organisation.slug}`, items, seatWord, ctx.locale);
}

/** The same pages and calls inside a cluster, where its manager helps, and outside of any. */
function seatRoutes(prefix: "" | "/clusters/:cluster"): Route[] {
  const path = `${prefix}/organisations/:slug/seats`;
  const example = { ...(prefix ? { cluster: "aviation" } : {}), slug: "airbus-operations" };
  const where = prefix ? "of a member organisation" : "of an organisation";
  return [
    get(path, {
      rule: "seat.list",
      summary: `Who acts for it: the seats ${where}`,
      params: Params,
      query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
      example,
      subject,
      handle: (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        return ask.query.format
          ? seatsFile(ask, organisation, ask.query.format)
          : seatsPage(ask, organisation);
      },
    }),
    post(path, {
      rule: "seat.give",
      summary: `Gives a seat ${where} to who has one there, and invites anybody else to it`,
      params: Params,
      subject,
      example,
      handle: async (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        const t = say(ask.ctx.locale);
        const values = typedValues(ask.body);
        const typed = NewSeat.safeParse(values);
        if (!typed.success)
          return seatsPage(ask, organisation, { values, problems: sentencesOf(typed.error, ask.ctx.locale) });
        const given = await giveSeat(ask.ctx, organisation, typed.data, ask.publicUrl);
        if (given.ok) return redirect(`${homeOf(ask.params)}/seats`, "seat-given");
        if (given.problem === "not-found") return problem("not-found");
        return seatsPage(ask, organisation, { values, problems: { "": t(given.problem) } });
      },
    }),
    get(`${path}/:seat`, {
      rule: "seat.give",
      summary: `One seat ${where}, to be changed or ended`,
      params: SeatParams,
      subject,
      handle: (ask) => seatPage(ask, ask.subject as SeatedOrganisation),
    }),
    post(`${path}/:seat`, {
      rule: "seat.give",
      summary: `Changes the role or title of a seat ${where}; the old role stays on record`,
      params: SeatParams,
      subject,
      handle: async (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        const { locale } = ask.ctx;
        const values = typedValues(ask.body);
        const typed = SeatChange.safeParse(values);
        if (!typed.success)
          return seatPage(ask, organisation, { values, problems: sentencesOf(typed.error, locale) });
        const changed = await changeSeat(ask.ctx, organisation, ask.params.seat, typed.data);
        if (changed.ok) return redirect(`${homeOf(ask.params)}/seats`, "seat-changed");
        if (changed.problem === "not-found") return problem("not-found");
        return seatPage(ask, organisation, { values, problems: { "": refusal(changed.problem, locale) } });
      },
    }),
    api.patch(`/api/v1${path}/:seat`, {
      rule: "seat.give",
      summary: `Changes the role or title of a seat ${where}; the answer names the seat held from now on`,
      params: SeatParams,
      body: SeatChange,
      answer: z.object({ id: z.uuid() }),
      subject,
      handle: async ({ ctx, params, subject: organisation, body }) => {
        const changed = await changeSeat(ctx, organisation as SeatedOrganisation, params.seat, body);
        if (changed.ok) return json({ id: changed.value });
        return changed.problem === "not-found"
          ? problem("not-found")
          : problem("conflict", refusal(changed.problem, "en"));
      },
    }),
    post(`${path}/:seat/end`, {
      rule: "seat.end",
      summary: `Ends a seat ${where}; it stays on record`,
      params: SeatParams,
      subject,
      handle: async (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        const { until } = EndTyped.parse(typedValues(ask.body));
        const ended = await endSeat(ask.ctx, organisation, ask.params.seat, until);
        if (ended.ok) {
          await signOutWithoutRole(ask.ctx, ask.desk, ended.value.personId);
          // Who has left does not see the list any more.
          return ended.value.personId === ask.ctx.actor.personId && ask.ctx.actor.office === null
            ? redirect("/account", "seat-left")
            : redirect(`${homeOf(ask.params)}/seats`, "seat-ended");
        }
        if (ended.problem === "not-found") return problem("not-found");
        return seatsPage(ask, organisation, { problems: { "": refusal(ended.problem, ask.ctx.locale) } });
      },
    }),
    api.get(`/api/v1${path}`, {
      rule: "seat.list",
      summary: `The seats ${where}, the latest first`,
      params: Params,
      query: Listing,
      answer: termList(SEAT_ROLES),
      example,
      subject,
      handle: async ({ ctx, query, subject: organisation }) => {
        const after = afterOf(query.cursor);
        if (query.cursor !== undefined && !after)
          return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
        const seats = await ctx.read((db) => seatsOf(db, organisation.id, { limit: query.limit, after }));
        return json({ ...seats, items: seats.items.map(termOf) });
      },
    }),
    api.post(`/api/v1${path}`, {
      rule: "seat.give",
      summary: `Gives a seat ${where} to who has one there, and invites anybody else to it; the answer is the same`,
      params: Params,
      body: NewSeat,
      answer: Given,
      subject,
      handle: async ({ ctx, subject: organisation, body, publicUrl }) => {
        const given = await giveSeat(ctx, organisation as SeatedOrganisation, body, publicUrl);
        if (given.ok) return { kind: "json", status: 202, body: { email: body.email, role: body.role } };
        return given.problem === "not-found"
          ? problem("not-found")
          : problem("conflict", say("en")(given.problem));
      },
    }),
    api.post(`/api/v1${path}/:seat/end`, {
      rule: "seat.end",
      summary: `Ends a seat ${where} today or on a day named`,
      params: SeatParams,
      body: EndTerm,
      subject,
      handle: async ({ ctx, desk, params, subject: organisation, body }) => {
        const ended = await endSeat(ctx, organisation as SeatedOrganisation, params.seat, body.until);
        if (ended.ok) {
          await signOutWithoutRole(ctx, desk, ended.value.personId);
          return { kind: "empty" };
        }
        return ended.problem === "not-found"
          ? problem("not-found")
          : problem("conflict", refusal(ended.problem, "en"));
      },
    }),
  ];
}

type Refusal = "last-one" | "ended-already" | "ends-before-it-starts" | "held-already";
const refusal = (reason: Refusal, locale: "en" | "de") =>
  say(locale)(reason === "last-one" ? "seat-last-one" : reason);

export const allSeatRoutes = [...seatRoutes("/clusters/:cluster"), ...seatRoutes("")];
