import { z } from "zod";
import { can } from "../../../../access/can.ts";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
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
} from "../../../../access/route.ts";
import { displayName } from "../../../../ui/index.ts";
import { listFile } from "../../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../../organisation/cluster-subject.ts";
import { applicationsHref, applyHref } from "../address.ts";
import { teamSubject } from "../keep/routes.tsx";
import { here } from "../lists/actions.ts";
import { sayMembership } from "../messages.ts";
import {
  duesOf,
  type Level,
  levelsOf,
  organisationBySlug,
  organisationsCalled,
  settingsOf,
} from "../store.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import { clusterNameIn, levelName } from "../words.ts";
import {
  type ApplicationFound,
  type ApplicationSubject,
  actAsApplicant,
  apply,
  applyAsStranger,
  approve,
  askBack,
  byKey,
  decline,
  findApplication,
  listApplications,
  ownOpen,
  readApplication,
} from "./actions.ts";
import { dueBy, turnOf } from "./rules.ts";
import {
  ApplicationOut,
  ApplicationPath,
  ApplicationsOut,
  Approve,
  ApproveBody,
  Decline,
  DeclineBody,
  KnownOrganisation,
  OwnApplication,
  OwnApplicationBody,
  TokenPath,
  UnknownOrganisation,
  WHICH,
  Word,
  WordBody,
} from "./schema.ts";
import type { ApplicationRow, WordRow } from "./store.ts";
import {
  ApplicationPage,
  type ApplicationPageProps,
  ApplicationsPage,
  ApplyForm,
  type ApplyFormProps,
  ApplyNote,
  ApplySearch,
  applicationColumns,
} from "./views.tsx";

interface Asked {
  ctx: Context;
  csrf: string;
}

/** An owner applies for the own organisation; everybody else as somebody whom nobody here knows yet. */
const forOwn = ({ actor }: Context) =>
  actor.seatRole === "owner" &&
  !actor.readOnly &&
  (actor.membership === null || actor.membership === "applicant" || actor.membership === "indirect");

const levelsGiven = (ctx: Context) =>
  ctx.read(async (db) =>
    (await levelsOf(db, here(ctx).id, ctx.today())).filter((level) => level.endedAt === null),
  );

const title = (ctx: Context) => sayMembership(ctx.locale)("apply.title");

async function formPage(
  { ctx, csrf }: Asked,
  props: Pick<ApplyFormProps, "organisation" | "own" | "values" | "problems">,
): Promise<Reply> {
  return page(
    { title: title(ctx) },
    <ApplyForm ctx={ctx} csrf={csrf} levels={await levelsGiven(ctx)} {...props} />,
    props.problems ? 422 : 200,
  );
}

/** What stands in the way of applying at all, as a page; `null` where nothing does. */
async function notNow(ctx: Context): Promise<Reply | null> {
  const say = sayMembership(ctx.locale);
  const { actor } = ctx;
  const settings = await ctx.read((db) => settingsOf(db, here(ctx).id));
  if (!settings.takesApplications)
    return page(
      { title: title(ctx) },
      <ApplyNote ctx={ctx} sentence={say("apply.closed", { cluster: clusterNameIn(ctx) })} />,
    );
  if (actor.membership !== null && actor.membership !== "applicant" && actor.membership !== "indirect") {
    const seat = ctx.identity?.seats.find((one) => one.organisationId === actor.organisationId);
    return page(
      { title: title(ctx), personal: true },
      <ApplyNote
        ctx={ctx}
        sentence={say("apply.member", { name: displayName(seat?.organisationName ?? "") })}
      />,
    );
  }
  return null;
}

const ownOrganisation = (ctx: Context) => {
  const seat = ctx.identity!.seats.find((one) => one.organisationId === ctx.actor.organisationId)!;
  return {
    id: seat.organisationId,
    slug: seat.organisationSlug,
    name: seat.organisationName,
    kind: seat.organisationKind,
  };
};

const text = (most: number) => z.string().trim().max(most).optional().catch(undefined);

const applyPage = get("/clusters/:cluster/apply", {
  rule: "cluster.see",
  summary: "The form to apply for membership, with an account or without",
  params: ClusterPath,
  query: z.object({ search: text(200), organisation: text(120), new: text(200) }),
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async (ask) => {
    const { ctx, query } = ask;
    const closed = await notNow(ctx);
    if (closed) return closed;
    if (forOwn(ctx)) {
      const open = await ownOpen(ctx);
      if (open) return redirect(`${applicationsHref(ctx.cluster!)}/${open.id}`);
      return formPage(ask, { organisation: ownOrganisation(ctx), own: true, values: {} });
    }
    const person = { person: ctx.identity?.name ?? "", email: ctx.identity?.email ?? "" };
    if (query.organisation) {
      const organisation = await ctx.read((db) => organisationBySlug(db, ctx.actor, query.organisation!));
      if (organisation) return formPage(ask, { organisation, own: false, values: person });
    }
    if (query.new)
      return formPage(ask, {
        organisation: null,
        own: false,
        values: { ...person, country: "DE", name: query.new === "1" ? "" : query.new },
      });
    const words = query.search ?? "";
    const found = words ? await ctx.read((db) => organisationsCalled(db, ctx.actor, words, 25)) : [];
    return page({ title: title(ctx) }, <ApplySearch ctx={ctx} words={words} found={found} />);
  },
});

const applyPost = post("/clusters/:cluster/apply", {
  rule: "cluster.see",
  summary: "Applies for membership; without an account the address is proven by a letter first",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async (ask) => {
    const { ctx } = ask;
    const closed = await notNow(ctx);
    if (closed) return closed;
    const values = ask.body as Typed;
    if (forOwn(ctx)) {
      const again = (problems: Record<string, string>) =>
        formPage(ask, { organisation: ownOrganisation(ctx), own: true, values, problems });
      const parsed = OwnApplication.safeParse(values);
      if (!parsed.success) return again(sentencesOf(parsed.error, ctx.locale));
      const sent = await apply(ctx, parsed.data);
      return sent.ok
        ? redirect(`${applicationsHref(ctx.cluster!)}/${sent.value}`, "application.sent")
        : again({ "": refusalIn(ctx.locale, sent.problem)! });
    }
    const slug = typeof values.organisation === "string" && values.organisation ? values.organisation : null;
    const organisation = slug
      ? ((await ctx.read((db) => organisationBySlug(db, ctx.actor, slug))) ?? null)
      : null;
    const parsed = (slug ? KnownOrganisation : UnknownOrganisation).safeParse(values);
    if (!parsed.success)
      return formPage(ask, {
        organisation,
        own: false,
        values,
        problems: sentencesOf(parsed.error, ctx.locale),
      });
    const sent = await applyAsStranger(ctx, parsed.data, ask.publicUrl);
    if (sent.ok) return redirect(`/clusters/${ctx.cluster!.slug}`, "apply.written");
    return formPage(ask, {
      organisation,
      own: false,
      values,
      problems: { "": refusalIn(ctx.locale, sent.problem)! },
    });
  },
});

const keyed = async (
  { ctx, csrf, params }: Asked & { params: { token: string } },
  form: Pick<ApplicationPageProps, "form" | "values" | "problems"> = {},
): Promise<Reply> => {
  const found = await byKey(ctx, params.token);
  if (!found) return problem("not-found");
  return page(
    {
      title: sayMembership(ctx.locale)("application.title", { name: found.application.name }),
      personal: true,
    },
    <ApplicationPage
      ctx={ctx}
      csrf={csrf}
      found={found}
      side="applicant"
      path={`${applyHref(ctx.cluster!)}/${params.token}`}
      mayAsk={false}
      mayDecide={false}
      mayAnswer
      dues={[]}
      {...form}
    />,
    form.problems ? 422 : 200,
  );
};

const keyPage = get("/clusters/:cluster/apply/:token", {
  rule: "cluster.see",
  summary: "Where an application stands, by the key of a letter",
  params: TokenPath,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: keyed,
});

const KEY_NOTICES = {
  prove: "application.sent",
  answer: "application.answered",
  withdraw: "application.withdrawn",
} as const;

const keyAct = (name: keyof typeof KEY_NOTICES, summary: string) =>
  post(`/clusters/:cluster/apply/:token/${name}`, {
    rule: "cluster.see",
    summary,
    params: TokenPath,
    subject: ({ ctx }) => clusterSubject(ctx),
    handle: async (ask) => {
      const { ctx, params } = ask;
      const found = await byKey(ctx, params.token);
      if (!found) return problem("not-found");
      const values = ask.body as Typed;
      const word = name === "answer" ? Word.safeParse(values) : null;
      if (word && !word.success)
        return keyed(ask, { form: "answer", values, problems: sentencesOf(word.error, ctx.locale) });
      const done = await actAsApplicant(ctx, found.application, name, word?.data.text ?? null, true);
      return done.ok
        ? redirect(`${applyHref(ctx.cluster!)}/${params.token}`, KEY_NOTICES[name])
        : problem("conflict", refusalIn(ctx.locale, done.problem));
    },
  });

const list = get("/clusters/:cluster/applications", {
  rule: "application.list",
  summary: "Applications for membership: those that wait, those that are decided",
  params: ClusterPath,
  query: z.object({
    which: z.enum(WHICH).catch("open"),
    format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  }),
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx, query: { which, format } }) => {
    const rows = await listApplications(ctx, which);
    const levels = await ctx.read((db) => levelsOf(db, here(ctx).id, ctx.today()));
    if (format)
      return listFile(
        format,
        `${ctx.cluster!.slug}-applications`,
        applicationColumns(ctx.locale, levels),
        rows,
      );
    return page(
      { title: sayMembership(ctx.locale)("part.applications"), personal: true },
      <ApplicationsPage ctx={ctx} rows={rows} which={which} levels={levels} />,
    );
  },
});

const subject = ({ ctx, params }: { ctx: Context; params: { application: string } }) =>
  findApplication(ctx, params.application);

async function applicationPage(
  { ctx, csrf }: Asked,
  asked: ApplicationSubject,
  form: Pick<ApplicationPageProps, "form" | "values" | "problems"> = {},
): Promise<Reply> {
  const found = await readApplication(ctx, asked.application.id);
  if (!found) return problem("not-found");
  const own = ctx.actor.office === null;
  const dues = await ctx.read((db) => duesOf(db, here(ctx).id));
  return page(
    {
      title: sayMembership(ctx.locale)("application.title", { name: found.application.name }),
      personal: true,
    },
    <ApplicationPage
      ctx={ctx}
      csrf={csrf}
      found={found}
      side={own ? "applicant" : "team"}
      path={`${applicationsHref(ctx.cluster!)}/${found.application.id}`}
      mayAsk={can(ctx.actor, "application.ask", asked)}
      mayDecide={can(ctx.actor, "application.decide", asked)}
      mayAnswer={can(ctx.actor, "application.answer", asked)}
      dues={dues}
      {...form}
    />,
    form.problems ? 422 : 200,
  );
}

const one = get("/clusters/:cluster/applications/:application", {
  rule: "application.see",
  summary: "One application: what it says, where it stands, whose turn it is and by when",
  params: ApplicationPath,
  subject,
  handle: (ask) => applicationPage(ask, ask.subject as ApplicationSubject),
});

type Done = Awaited<ReturnType<typeof approve>> | Awaited<ReturnType<typeof askBack>>;

/** One act of the state machine: its body, its right, and what the next page says. */
const ACTS = {
  ask: {
    rule: "application.ask",
    body: WordBody,
    form: Word,
    notice: "application.asked",
    summary: "Asks the applicant back",
    act: (ctx: Context, row: ApplicationRow, { text }: { text: string }, url: string): Promise<Done> =>
      askBack(ctx, row, text, url),
  },
  approve: {
    rule: "application.decide",
    body: ApproveBody,
    form: Approve,
    notice: "application.approved",
    summary: "Takes the applicant in as a member",
    act: (ctx: Context, row: ApplicationRow, terms: Approve, url: string): Promise<Done> =>
      approve(ctx, row, terms, url),
  },
  decline: {
    rule: "application.decide",
    body: DeclineBody,
    form: Decline,
    notice: "application.declined",
    summary: "Declines an application, with an answer",
    act: (ctx: Context, row: ApplicationRow, { answer }: { answer: string }, url: string): Promise<Done> =>
      decline(ctx, row, answer, url),
  },
  answer: {
    rule: "application.answer",
    body: WordBody,
    form: Word,
    notice: "application.answered",
    summary: "Answers what the team asked back",
    act: (ctx: Context, row: ApplicationRow, { text }: { text: string }): Promise<Done> =>
      actAsApplicant(ctx, row, "answer", text, false),
  },
} as const;

const actRoutes = (Object.keys(ACTS) as (keyof typeof ACTS)[]).flatMap((name): Route[] => {
  const spec = ACTS[name];
  const run = spec.act as (ctx: Context, row: ApplicationRow, body: unknown, url: string) => Promise<Done>;
  return [
    post(`/clusters/:cluster/applications/:application/${name}`, {
      rule: spec.rule,
      summary: spec.summary,
      params: ApplicationPath,
      subject,
      handle: async (ask) => {
        const { ctx, params } = ask;
        const asked = ask.subject as ApplicationSubject;
        const values = ask.body as Typed;
        const parsed = spec.form.safeParse(values);
        if (!parsed.success)
          return applicationPage(ask, asked, {
            form: name,
            values,
            problems: sentencesOf(parsed.error, ctx.locale),
          });
        const done = await run(ctx, asked.application, parsed.data, ask.publicUrl);
        if (done.ok) return redirect(`${applicationsHref(ctx.cluster!)}/${params.application}`, spec.notice);
        const field = done.problem === "in-the-future" ? "since" : "";
        return applicationPage(ask, asked, {
          form: name,
          values,
          problems: { [field]: refusalIn(ctx.locale, done.problem)! },
        });
      },
    }),
    api.post(`/api/v1/clusters/:cluster/applications/:application/${name}`, {
      rule: spec.rule,
      summary: spec.summary,
      params: ApplicationPath,
      body: spec.body as z.ZodType,
      subject,
      handle: async ({ ctx, body, subject: asked, publicUrl }) => {
        const done = await run(ctx, (asked as ApplicationSubject).application, body, publicUrl);
        return done.ok ? empty : problem("conflict", refusalIn("en", done.problem));
      },
    }),
  ];
});

const WITHDRAWS = "Withdraws an application";
const withdraw = post("/clusters/:cluster/applications/:application/withdraw", {
  rule: "application.answer",
  summary: WITHDRAWS,
  params: ApplicationPath,
  subject,
  handle: async ({ ctx, params, subject: asked }) => {
    const done = await actAsApplicant(
      ctx,
      (asked as ApplicationSubject).application,
      "withdraw",
      null,
      false,
    );
    return done.ok
      ? redirect(`${applicationsHref(ctx.cluster!)}/${params.application}`, "application.withdrawn")
      : problem("conflict", refusalIn(ctx.locale, done.problem));
  },
});
const withdrawApi = api.delete("/api/v1/clusters/:cluster/applications/:application", {
  rule: "application.answer",
  summary: WITHDRAWS,
  params: ApplicationPath,
  subject,
  handle: async ({ ctx, subject: asked }) => {
    const done = await actAsApplicant(
      ctx,
      (asked as ApplicationSubject).application,
      "withdraw",
      null,
      false,
    );
    return done.ok ? empty : problem("conflict", refusalIn("en", done.problem));
  },
});

const presentRow = (row: ApplicationRow, levels: readonly Level[]) => ({
  id: row.id,
  state: row.state,
  turn: turnOf(row.state),
  by: row.turnAt ? dueBy(row.turnAt).toISOString().slice(0, 10) : null,
  organisation: { slug: row.slug, name: row.name },
  level: levelName("en", levels, row.levelId) || null,
  statement: row.statement,
  sentAt: row.sentAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  answer: row.answer,
});
const presentWord = ({ side, text: said, writtenAt }: WordRow) => ({
  side,
  text: said,
  at: writtenAt.toISOString(),
});
const presentFound = ({ application, words, levels }: ApplicationFound): z.output<typeof ApplicationOut> => ({
  ...presentRow(application, levels),
  words: words.map(presentWord),
});

const listApi = api.get("/api/v1/clusters/:cluster/applications", {
  rule: "application.list",
  summary: "Applications for membership: those that wait, those that are decided",
  params: ClusterPath,
  query: z.strictObject({ which: z.enum(WHICH).default("open") }),
  answer: ApplicationsOut,
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async ({ ctx, query: { which } }) => {
    const rows = await listApplications(ctx, which);
    const levels = await ctx.read((db) => levelsOf(db, here(ctx).id, ctx.today()));
    return json({ items: rows.map((row) => presentRow(row, levels)), total: rows.length, next: null });
  },
});

const oneApi = api.get("/api/v1/clusters/:cluster/applications/:application", {
  rule: "application.see",
  summary: "One application: what it says, where it stands, whose turn it is and by when",
  params: ApplicationPath,
  answer: ApplicationOut,
  subject,
  handle: async ({ ctx, params }) => {
    const found = await readApplication(ctx, params.application);
    return found ? json(presentFound(found)) : problem("not-found");
  },
});

const applyApi = api.post("/api/v1/clusters/:cluster/applications", {
  rule: "cluster.see",
  summary: "Applies for membership with the organisation acted for",
  params: ClusterPath,
  body: OwnApplicationBody,
  answer: ApplicationOut,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, body }) => {
    const settings = await ctx.read((db) => settingsOf(db, here(ctx).id));
    if (!settings.takesApplications || !forOwn(ctx)) return problem("forbidden");
    const sent = await apply(ctx, body);
    if (!sent.ok) return problem("conflict", refusalIn("en", sent.problem));
    const found = await readApplication(ctx, sent.value);
    return found
      ? created(presentFound(found), `/api/v1${applicationsHref(ctx.cluster!)}/${sent.value}`)
      : problem("not-found");
  },
});

export const applicationRoutes: Route[] = [
  applyPage,
  applyPost,
  keyPage,
  keyAct("prove", "Sends an application whose address the letter has proven"),
  keyAct("answer", "Answers what the team asked back, by the key of a letter"),
  keyAct("withdraw", "Withdraws an application, by the key of a letter"),
  list,
  one,
  ...actRoutes,
  withdraw,
  listApi,
  oneApi,
  applyApi,
  withdrawApi,
];
