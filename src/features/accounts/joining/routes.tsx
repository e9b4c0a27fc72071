import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  type Ask,
  api,
  created,
  type Desk,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { displayName, PageHead, Sheet } from "../../../ui/index.ts";
import { NewPersonForm } from "../invitations/accept-view.tsx";
import { LinkToken, NewPerson } from "../invitations/schema.ts";
import { FORMATS, listFile } from "../list-file.ts";
import { say } from "../messages.ts";
import { organisationBySlug, type SeatedOrganisation } from "../seats/store.ts";
import { Slug } from "../terms/schema.ts";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import { declare, endDomain, NewDomain } from "./domains.ts";
import {
  type AnswerProblem,
  answerRequest,
  ask as askToJoin,
  myRequests,
  remind,
  standingWith,
  withdrawRequest,
} from "./requests.ts";
import { type AskProblem, REQUEST_STATES } from "./rules.ts";
import { askForLink, NewSignUp, openSignUp, signUp } from "./sign-up.ts";
import { domainsOf, type RequestRow, requestsOfOrganisation } from "./store.ts";
import { DeadLinkPage, JoiningPage, JoinPage, LetterSentPage, SignUpPage, whomWords } from "./views.tsx";

const JoinParams = z.object({ slug: Slug });
const example = { slug: "airbus-operations" };

const organisationSeen = (ctx: Context, slug: string) => ctx.read((db) => organisationBySlug(db, ctx, slug));

type JoinAsk = Pick<Ask<{ slug: string }, unknown, unknown, unknown>, "ctx" | "desk" | "params" | "csrf">;

async function joinPage({ ctx, desk, csrf }: JoinAsk, organisation: SeatedOrganisation, said?: string) {
  const { locale } = ctx;
  return page(
    { title: say(locale)("join.title", { organisation: displayName(organisation.name) }), personal: true },
    <JoinPage
      {...{ locale, csrf, organisation, now: ctx.now(), identity: ctx.identity! }}
      standing={await standingWith(ctx, desk, organisation)}
      problem={said}
    />,
    said ? 409 : 200,
  );
}

/** What a person does about joining an organisation they may see. */
const about =
  (act: (ask: JoinAsk, organisation: SeatedOrganisation) => Promise<Reply>) => async (ask: JoinAsk) => {
    const organisation = await organisationSeen(ask.ctx, ask.params.slug);
    return organisation ? act(ask, organisation) : problem("not-found");
  };

const State = z.object({
  organisation: z.string(),
  mayAsk: z.boolean(),
  reason: z.string().nullable(),
  /** Told to who has a proven address at a declared domain of it. */
  waitsFor: z.enum(["owner", "team", "nobody"]).nullable(),
  requests: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(REQUEST_STATES),
      askedAt: z.iso.datetime(),
      remindedAt: z.iso.datetime().nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
});

async function stateOf(
  ctx: Context,
  desk: Desk,
  organisation: SeatedOrganisation,
): Promise<z.output<typeof State>> {
  const { decision, answerers, requests } = await standingWith(ctx, desk, organisation);
  return {
    organisation: organisation.slug,
    mayAsk: decision.ok,
    reason: decision.ok ? null : decision.problem,
    waitsFor: answerers && (answerers.owners > 0 ? "owner" : answerers.teams.length > 0 ? "team" : "nobody"),
    requests: requests.map((request) => ({
      id: request.id,
      state: request.state as "waiting",
      askedAt: request.askedAt.toISOString(),
      remindedAt: request.remindedAt?.toISOString() ?? null,
      answeredAt: request.answeredAt?.toISOString() ?? null,
    })),
  };
}

/** A token for reading asks nothing in its person's name. */
const writing = (ctx: Context) => !ctx.actor.readOnly;

const joinRoutes: Route[] = [
  get("/organisations/:slug/join", {
    rule: "signed-in",
    summary: "Whether one may ask to join an organisation, and how one's request stands",
    params: JoinParams,
    example,
    handle: about((ask, organisation) => joinPage(ask, organisation)),
  }),
  post("/organisations/:slug/join", {
    rule: "signed-in",
    summary: "Asks to join an organisation, from a proven address at its own mail domain",
    params: JoinParams,
    example,
    handle: about(async (ask, organisation) => {
      const asked = await askToJoin(ask.ctx, ask.desk, organisation);
      return asked.ok
        ? redirect(`/organisations/${organisation.slug}/join`, "join-asked")
        : joinPage(ask, organisation, refusal(ask.ctx, organisation, asked.problem));
    }),
  }),
  post("/organisations/:slug/join/withdraw", {
    rule: "signed-in",
    summary: "Takes back one's request to join an organisation",
    params: JoinParams,
    example,
    handle: about(async (ask, organisation) => {
      const done = await withdrawRequest(ask.ctx, organisation.id);
      return done.ok
        ? redirect(`/organisations/${organisation.slug}/join`, "join-withdrawn")
        : joinPage(ask, organisation, say(ask.ctx.locale)("request.answered-already"));
    }),
  }),
  post("/organisations/:slug/join/remind", {
    rule: "signed-in",
    summary: "Reminds those who can answer one's request to join, once a week",
    params: JoinParams,
    example,
    handle: about(async (ask, organisation) => {
      const done = await remind(ask.ctx, organisation);
      if (done.ok) return redirect(`/organisations/${organisation.slug}/join`, "join-reminded");
      const t = say(ask.ctx.locale);
      return joinPage(
        ask,
        organisation,
        t(done.problem === "request.too-early" ? "request.once-a-week" : "request.answered-already"),
      );
    }),
  }),
  api.get("/api/v1/organisations/:slug/join", {
    rule: "signed-in",
    summary: "Whether one may ask to join an organisation, and how one's requests stand",
    params: JoinParams,
    answer: State,
    example,
    handle: about(async ({ ctx, desk }, organisation) => json(await stateOf(ctx, desk, organisation))),
  }),
  api.post("/api/v1/organisations/:slug/join", {
    rule: "signed-in",
    summary: "Asks to join an organisation, from a proven address at its own mail domain",
    params: JoinParams,
    answer: State,
    example,
    handle: about(async ({ ctx, desk }, organisation) => {
      if (!writing(ctx)) return problem("forbidden");
      const asked = await askToJoin(ctx, desk, organisation);
      if (!asked.ok) return problem("conflict", refusal(ctx, organisation, asked.problem));
      return created(
        await stateOf(ctx, desk, organisation),
        `/api/v1/organisations/${organisation.slug}/join`,
      );
    }),
  }),
  ...(["withdraw", "remind"] as const).map((kind) =>
    api.post(`/api/v1/organisations/:slug/join/${kind}`, {
      rule: "signed-in",
      summary: kind === "remind" ? "Reminds those who can answer one's request" : "Takes back one's request",
      params: JoinParams,
      answer: State,
      example,
      handle: about(async ({ ctx, desk }, organisation) => {
        if (!writing(ctx)) return problem("forbidden");
        const done = await (kind === "remind"
          ? remind(ctx, organisation)
          : withdrawRequest(ctx, organisation.id));
        return done.ok
          ? json(await stateOf(ctx, desk, organisation))
          : problem(
              "conflict",
              say("en")(
                done.problem === "request.too-early" ? "request.once-a-week" : "request.answered-already",
              ),
            );
      }),
    }),
  ),
  api.get("/api/v1/me/join-requests", {
    rule: "signed-in",
    summary: "One's own requests to join, the latest first",
    answer: z.object({
      items: z.array(
        z.object({
          organisation: z.string().nullable(),
          state: z.enum(REQUEST_STATES),
          askedAt: z.iso.datetime(),
        }),
      ),
      total: z.number().int(),
      next: z.null(),
    }),
    handle: async ({ ctx }) => {
      const items = (await myRequests(ctx)).map(({ slug, state, askedAt }) => ({
        organisation: slug,
        state,
        askedAt: askedAt.toISOString(),
      }));
      return json({ items, total: items.length, next: null });
    },
  }),
];

function refusal(ctx: Context, organisation: SeatedOrganisation, key: AskProblem) {
  const { locale } = ctx;
  return say(locale)(key, {
    organisation: displayName(organisation.name),
    email: ctx.identity?.email ?? "",
    whom: whomWords({ owners: 1, teams: [] }, locale),
  });
}

const Params = z.object({ cluster: Slug.optional(), slug: Slug });
const RequestParams = Params.extend({ request: z.uuid() });
const DomainParams = Params.extend({ domain: z.uuid() });
const PageQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined) });

const homeOf = ({ cluster, slug }: { cluster?: string | undefined; slug: string }) =>
  cluster === undefined ? `/organisations/${slug}` : `/clusters/${cluster}/organisations/${slug}`;
const subject = ({ ctx, params }: { ctx: Context; params: { slug: string } }) =>
  organisationSeen(ctx, params.slug);

type Asked = Pick<
  Ask<z.output<typeof Params>, unknown, unknown, unknown>,
  "ctx" | "params" | "csrf" | "publicUrl"
>;

async function joiningPage(
  { ctx, params, csrf, publicUrl }: Asked,
  organisation: SeatedOrganisation,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const [requests, domains] = await ctx.read((db) =>
    Promise.all([requestsOfOrganisation(db, organisation.id), domainsOf(db, organisation.id)]),
  );
  return page(
    { title: say(ctx.locale)("joining.title"), personal: true },
    <JoiningPage
      {...{ locale: ctx.locale, csrf, publicUrl, organisation, requests, domains, ...typed }}
      home={homeOf(params)}
      mayAnswer={can(ctx.actor, "seat.give", organisation)}
    />,
    typed.problems ? 422 : 200,
  );
}

async function joiningFile(ctx: Context, organisation: SeatedOrganisation, format: (typeof FORMATS)[number]) {
  const t = say(ctx.locale);
  const rows = await ctx.read((db) => requestsOfOrganisation(db, organisation.id));
  return listFile<RequestRow>(
    format,
    `joining-${organisation.slug}`,
    [
      { label: t("term.person"), value: (row) => row.name },
      { label: t("term.email"), value: (row) => row.email },
      { label: t("joining.asked"), value: (row) => row.askedAt },
      { label: t("invitations.state"), value: (row) => t(`request.state.${row.state as "waiting"}`) },
    ],
    rows,
  );
}

const Joining = z.object({
  requests: z.array(
    z.object({
      id: z.uuid(),
      person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
      state: z.enum(REQUEST_STATES),
      askedAt: z.iso.datetime(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
  domains: z.array(
    z.object({
      id: z.uuid(),
      domain: z.string(),
      by: z.enum(["owner", "team"]),
      declaredAt: z.iso.datetime(),
    }),
  ),
});

async function joiningOf(ctx: Context, organisation: SeatedOrganisation): Promise<z.output<typeof Joining>> {
  const [requests, domains] = await ctx.read((db) =>
    Promise.all([requestsOfOrganisation(db, organisation.id), domainsOf(db, organisation.id)]),
  );
  return {
    requests: requests.map(({ id, personId, name, email, state, askedAt, answeredAt }) => ({
      id,
      person: { id: personId, name, email },
      state: state as "waiting",
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    domains: domains.map(({ id, domain, clusterId, declaredAt }) => ({
      id,
      domain,
      by: clusterId ? "team" : "owner",
      declaredAt: declaredAt.toISOString(),
    })),
  };
}

const notAnswered = (reason: AnswerProblem, locale: "en" | "de"): Reply =>
  reason === "not-found" ? problem("not-found") : problem("conflict", say(locale)(reason));

const ANSWERS = { confirm: "confirmed", decline: "declined" } as const;
const KINDS = ["confirm", "decline"] as const;

/** Inside a cluster, where the team answers for those without an owner, and outside of any. */
function joiningRoutes(prefix: "" | "/clusters/:cluster"): Route[] {
  const path = `${prefix}/organisations/:slug/joining`;
  const where = prefix ? "a member organisation" : "an organisation";
  const example = { ...(prefix ? { cluster: "aviation" } : {}), slug: "airbus-operations" };
  return [
    get(path, {
      rule: "invitation.list",
      summary: `Who asks to join ${where}, and by which mail domains one may`,
      params: Params,
      query: PageQuery,
      example,
      subject,
      handle: (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        return ask.query.format
          ? joiningFile(ask.ctx, organisation, ask.query.format)
          : joiningPage(ask, organisation);
      },
    }),
    api.get(`/api/v1${path}`, {
      rule: "invitation.list",
      summary: `Who asks to join ${where}, and by which mail domains one may`,
      params: Params,
      answer: Joining,
      example,
      subject,
      handle: async (ask) => json(await joiningOf(ask.ctx, ask.subject as SeatedOrganisation)),
    }),
    ...KINDS.flatMap((kind) => [
      post(`${path}/:request/${kind}`, {
        rule: "seat.give",
        summary: `${kind === "confirm" ? "Lets a person join" : "Declines a person who asks to join"} ${where}`,
        params: RequestParams,
        subject,
        handle: async (ask) => {
          const organisation = ask.subject as SeatedOrganisation;
          const done = await answerRequest(ask.ctx, organisation, ask.params.request, ANSWERS[kind]);
          return done.ok
            ? redirect(`${homeOf(ask.params)}/joining`, "request-answered")
            : notAnswered(done.problem, ask.ctx.locale);
        },
      }),
      api.post(`/api/v1${path}/:request/${kind}`, {
        rule: "seat.give",
        summary: `${kind === "confirm" ? "Lets a person join" : "Declines a person who asks to join"} ${where}`,
        params: RequestParams,
        subject,
        handle: async (ask) => {
          const organisation = ask.subject as SeatedOrganisation;
          const done = await answerRequest(ask.ctx, organisation, ask.params.request, ANSWERS[kind]);
          return done.ok ? { kind: "empty" } : notAnswered(done.problem, "en");
        },
      }),
    ]),
    post(`${path}/domains`, {
      rule: "seat.give",
      summary: `Declares a mail domain of ${where}`,
      params: Params,
      subject,
      example,
      handle: async (ask) => {
        const organisation = ask.subject as SeatedOrganisation;
        const values = typedValues(ask.body);
        const typed = NewDomain.safeParse(values);
        if (!typed.success)
          return joiningPage(ask, organisation, {
            values,
            problems: sentencesOf(typed.error, ask.ctx.locale),
          });
        const done = await declare(ask.ctx, ask.desk, organisation, typed.data.domain);
        if (done.ok) return redirect(`${homeOf(ask.params)}/joining`, "domain-declared");
        if (done.problem === "not-found") return problem("not-found");
        return joiningPage(ask, organisation, {
          values,
          problems: { domain: say(ask.ctx.locale)(done.problem) },
        });
      },
    }),
    post(`${path}/domains/:domain/end`, {
      rule: "seat.give",
      summary: `Ends the use of a mail domain of ${where}`,
      params: DomainParams,
      subject,
      handle: async (ask) => {
        const done = await endDomain(ask.ctx, ask.subject as SeatedOrganisation, ask.params.domain);
        return done.ok ? redirect(`${homeOf(ask.params)}/joining`, "domain-ended") : problem("not-found");
      },
    }),
    api.post(`/api/v1${path}/domains`, {
      rule: "seat.give",
      summary: `Declares a mail domain of ${where}`,
      params: Params,
      body: NewDomain.strict(),
      answer: z.object({ id: z.uuid() }),
      subject,
      handle: async (ask) => {
        const done = await declare(ask.ctx, ask.desk, ask.subject as SeatedOrganisation, ask.body.domain);
        if (done.ok) return created({ id: done.value }, `/api/v1${homeOf(ask.params)}/joining`);
        return done.problem === "not-found"
          ? problem("not-found")
          : problem("conflict", say("en")(done.problem));
      },
    }),
    api.post(`/api/v1${path}/domains/:domain/end`, {
      rule: "seat.give",
      summary: `Ends the use of a mail domain of ${where}`,
      params: DomainParams,
      subject,
      handle: async (ask) => {
        const done = await endDomain(ask.ctx, ask.subject as SeatedOrganisation, ask.params.domain);
        return done.ok ? { kind: "empty" } : problem("not-found");
      },
    }),
  ];
}

const Token = z.object({ token: LinkToken });

async function linkPage(
  { ctx, params, csrf }: Pick<Ask<{ token: string }, unknown, unknown, unknown>, "ctx" | "params" | "csrf">,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const { locale } = ctx;
  const t = say(locale);
  const frame = { title: t("sign-up.title"), personal: true };
  const opened = await openSignUp(ctx, params.token);
  if (!opened) return page(frame, <DeadLinkPage locale={locale} />, 409);
  const organisation = displayName(opened.organisation.name);
  return page(
    frame,
    <>
      <PageHead title={t("sign-up.account")} lede={t("sign-up.account.lede", { organisation })} />
      <div class="grid">
        <Sheet title={t("accept.new")} class="c6">
          <NewPersonForm
            {...{ locale, csrf, email: opened.email, submit: t("sign-up.make"), problems: typed.problems }}
            action={`/join/${params.token}`}
            values={{ name: opened.name, locale, ...typed.values }}
          />
        </Sheet>
      </div>
    </>,
    typed.problems ? 422 : 200,
  );
}

const signUpPage = (
  ctx: Context,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
) =>
  page(
    { title: say(ctx.locale)("sign-up.title") },
    <SignUpPage locale={ctx.locale} {...typed} />,
    typed.problems ? 422 : 200,
  );

const signUpRoutes: Route[] = [
  get("/join", {
    rule: "everyone",
    summary: "Where somebody without an account asks for a letter that proves their address at work",
    handle: ({ ctx }) => (ctx.identity ? redirect("/account") : signUpPage(ctx)),
  }),
  post("/join", {
    rule: "everyone",
    summary:
      "Sends a letter that proves an address; the answer tells neither whether it has an account nor whose its domain is",
    handle: async ({ ctx, desk, body, publicUrl }) => {
      const values = typedValues(body);
      const typed = NewSignUp.safeParse(values);
      if (!typed.success) return signUpPage(ctx, { values, problems: sentencesOf(typed.error, ctx.locale) });
      const sent = await askForLink(ctx, desk, typed.data, publicUrl);
      if (!sent.ok) {
        const field = sent.problem === "domain.freemail" ? "email" : "";
        return signUpPage(ctx, { values, problems: { [field]: say(ctx.locale)(sent.problem) } });
      }
      return page({ title: say(ctx.locale)("sign-up.sent.title") }, <LetterSentPage locale={ctx.locale} />);
    },
  }),
  get("/join/:token", {
    rule: "everyone",
    summary: "What the link of that letter shows: the form for the account",
    params: Token,
    handle: (ask) => (ask.ctx.identity ? redirect("/account") : linkPage(ask)),
  }),
  post("/join/:token", {
    rule: "everyone",
    summary: "Makes the account for the proven address and asks to join its organisation",
    params: Token,
    handle: async (ask) => {
      const { ctx, desk, params } = ask;
      const { email: _, ...values } = typedValues(ask.body);
      const typed = NewPerson.safeParse(values);
      const { password: __, ...kept } = values;
      if (!typed.success)
        return linkPage(ask, { values: kept, problems: sentencesOf(typed.error, ctx.locale) });
      const done = await signUp(ctx, desk, params.token, typed.data);
      if (!done.ok) return linkPage(ask);
      const { organisation, cookies } = done.value;
      return {
        kind: "redirect",
        to: `/organisations/${organisation.slug}/join`,
        notice: "join-asked",
        ...(cookies ? { setCookies: cookies } : {}),
      };
    },
  }),
  api.post("/api/v1/join", {
    rule: "everyone",
    summary:
      "Sends a letter that proves an address; the answer tells neither whether it has an account nor whose its domain is",
    body: NewSignUp.strict(),
    answer: z.object({ email: z.string() }),
    handle: async ({ ctx, desk, body, publicUrl }) => {
      const sent = await askForLink(ctx, desk, body, publicUrl);
      if (sent.ok) return { kind: "json", status: 202, body: { email: body.email } };
      if (sent.problem === "sign-up.later") return problem("too-many");
      return problem("unprocessable", undefined, [{ field: "email", problem: sent.problem }]);
    },
  }),
  api.post("/api/v1/join/:token", {
    rule: "everyone",
    summary: "Makes the account for the proven address and asks to join its organisation",
    params: Token,
    body: NewPerson.strict(),
    answer: z.object({ organisation: z.string() }),
    handle: async ({ ctx, desk, params, body }) => {
      const done = await signUp(ctx, desk, params.token, body);
      if (!done.ok) return problem("conflict", say("en")(done.problem));
      return json({ organisation: done.value.organisation.slug });
    },
  }),
];

export const allJoiningRoutes = [
  ...joinRoutes,
  ...joiningRoutes("/clusters/:cluster"),
  ...joiningRoutes(""),
  ...signUpRoutes,
];
