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
import { type Likely, likelyDuplicates } from "../../duplicates/likely.ts";
import { CLUSTER_EXAMPLE } from "../../organisation/cluster-subject.ts";
import type { TeamSubject } from "../../policy.ts";
import { membershipHref } from "../address.ts";
import { here } from "../lists/actions.ts";
import { sayMembership } from "../messages.ts";
import { duesOf, levelsOf, organisationBySlug, organisationsCalled } from "../store.ts";
import { refusalIn, sentencesOf, type Typed } from "../typed.ts";
import { levelName } from "../words.ts";
import {
  addMember,
  changeTerms,
  correctRow,
  currentRow,
  endOrLeave,
  findMember,
  type MemberSubject,
  mayRenew,
  readMembership,
  renew,
  resume,
} from "./actions.ts";
import {
  AddBody,
  AddForm,
  Change,
  ChangeBody,
  Correct,
  CorrectBody,
  End,
  EndBody,
  IdentityForm,
  MembershipOut,
  OrganisationPath,
  RowPath,
} from "./schema.ts";
import { AddPage, MembershipPage, type MembershipPageProps, SearchPage } from "./views.tsx";

export const teamSubject = async ({ ctx }: { ctx: Context }): Promise<TeamSubject> => ({
  clusterId: here(ctx).id,
});

interface Asked {
  ctx: Context;
  csrf: string;
}

async function addPage(
  { ctx, csrf }: Asked,
  slug: string | null,
  values: Typed,
  problems?: Record<string, string>,
  likely: readonly Likely[] = [],
): Promise<Reply> {
  const cluster = here(ctx);
  const found = await ctx.read(async (db) => ({
    organisation: slug ? ((await organisationBySlug(db, ctx.actor, slug)) ?? null) : null,
    levels: await levelsOf(db, cluster.id, ctx.today()),
    dues: await duesOf(db, cluster.id),
  }));
  if (slug && !found.organisation) return problem("not-found");
  return page(
    { title: sayMembership(ctx.locale)("add.title"), personal: true },
    <AddPage ctx={ctx} csrf={csrf} {...found} {...{ values, problems, likely }} />,
    problems || likely.length > 0 ? 422 : 200,
  );
}

const text = (most: number) => z.string().trim().max(most).optional().catch(undefined);

const addForm = get("/clusters/:cluster/members/new", {
  rule: "membership.keep",
  summary: "The form to take an organisation in: search it first, or describe a new one",
  params: ClusterPath,
  query: z.object({ search: text(200), organisation: text(120), new: text(200) }),
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async (ask) => {
    const { ctx, query } = ask;
    const begin = { since: ctx.today(), role: "core", visibility: "public" };
    if (query.organisation) return addPage(ask, query.organisation, begin);
    if (query.new)
      return addPage(ask, null, { ...begin, country: "DE", name: query.new === "1" ? "" : query.new });
    const words = query.search ?? "";
    const found = words ? await ctx.read((db) => organisationsCalled(db, ctx.actor, words, 25)) : [];
    return page(
      { title: sayMembership(ctx.locale)("add.title"), personal: true },
      <SearchPage ctx={ctx} words={words} found={found} />,
    );
  },
});

const add = post("/clusters/:cluster/members/new", {
  rule: "membership.keep",
  summary: "Takes an organisation in as a member",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: teamSubject,
  handle: async (ask) => {
    const { ctx } = ask;
    const typed = ask.body as Typed;
    const slug = typeof typed.organisation === "string" && typed.organisation ? typed.organisation : null;
    const terms = AddForm.safeParse(typed);
    const identity = slug ? null : IdentityForm.safeParse(typed);
    const problems = {
      ...(identity && !identity.success ? sentencesOf(identity.error, ctx.locale) : {}),
      ...(terms.success ? {} : sentencesOf(terms.error, ctx.locale)),
    };
    if (!terms.success || (identity && !identity.success)) return addPage(ask, slug, typed, problems);
    const likely =
      identity && typed.anyway !== "1"
        ? await ctx.read((db) => likelyDuplicates(db, ctx.actor, identity.data!))
        : [];
    if (likely.length > 0) return addPage(ask, null, typed, undefined, likely);
    const added = await addMember(ctx, slug ? { slug } : { identity: identity!.data! }, terms.data);
    if (added.ok) return redirect(membershipHref(ctx.cluster!, added.value), "member.added");
    return addPage(ask, slug, typed, { "": refusalIn(ctx.locale, added.problem)! });
  },
});

async function membershipPage(
  { ctx, csrf }: Asked,
  subject: MemberSubject,
  form: Pick<MembershipPageProps, "form" | "values" | "problems" | "rowId"> = {},
): Promise<Reply> {
  const found = await readMembership(ctx, subject);
  const row = currentRow(found.rows, ctx.today());
  const mayKeep = can(ctx.actor, "membership.keep", subject);
  return page(
    {
      title: sayMembership(ctx.locale)("membership.title", { name: subject.organisation.name }),
      personal: true,
    },
    <MembershipPage
      ctx={ctx}
      csrf={csrf}
      found={found}
      mayKeep={mayKeep}
      mayLeave={!mayKeep && can(ctx.actor, "membership.own", subject)}
      mayRenew={mayRenew(ctx, subject, found.settings, row)}
      {...form}
    />,
    form.problems ? 422 : 200,
  );
}

const BASE = "/clusters/:cluster/organisations/:slug/membership";
const subject = ({ ctx, params }: { ctx: Context; params: { slug: string } }) => findMember(ctx, params.slug);

/** Ending is the team's, leaving the owner's: whoever may do neither gets the answer of a missing thing. */
const endSubject = async (ask: { ctx: Context; params: { slug: string } }) => {
  const found = await subject(ask);
  if (!found) return null;
  const { actor } = ask.ctx;
  return can(actor, "membership.keep", found) || can(actor, "membership.own", found) ? found : null;
};

const one = get(BASE, {
  rule: "membership.history",
  summary: "The membership of one organisation: its terms today and everything before, with corrections",
  params: OrganisationPath,
  query: z.object({ correct: z.uuid().optional().catch(undefined) }),
  subject,
  handle: (ask) => membershipPage(ask, ask.subject as MemberSubject, { rowId: ask.query.correct }),
});

const change = post(`${BASE}/change`, {
  rule: "membership.keep",
  summary: "Changes role, level or dues class from a day on",
  params: OrganisationPath,
  subject,
  handle: async (ask) => {
    const found = ask.subject as MemberSubject;
    const values = ask.body as Typed;
    const again = (problems: Record<string, string>) =>
      membershipPage(ask, found, { form: "change", values, problems });
    const parsed = Change.safeParse(values);
    if (!parsed.success) return again(sentencesOf(parsed.error, ask.ctx.locale));
    const done = await changeTerms(ask.ctx, found, parsed.data);
    if (done.ok) return redirect(membershipHref(ask.ctx.cluster!, ask.params.slug), "member.changed");
    const field = done.problem === "in-the-past" || done.problem === "no-member" ? "on" : "";
    return again({ [field]: refusalIn(ask.ctx.locale, done.problem)! });
  },
});

const end = post(`${BASE}/end`, {
  rule: "membership.history",
  summary: "Ends the membership of an organisation, by the team or by its own owner",
  params: OrganisationPath,
  subject: endSubject,
  handle: async (ask) => {
    const found = ask.subject as MemberSubject;
    const values = ask.body as Typed;
    const again = (problems: Record<string, string>) =>
      membershipPage(ask, found, { form: "end", values, problems });
    const parsed = End.safeParse(values);
    if (!parsed.success) return again(sentencesOf(parsed.error, ask.ctx.locale));
    const done = await endOrLeave(ask.ctx, found, parsed.data);
    if (done.ok) return redirect(membershipHref(ask.ctx.cluster!, ask.params.slug), "member.ended");
    return again({ until: refusalIn(ask.ctx.locale, done.problem)! });
  },
});

const correct = post(`${BASE}/:membership/correct`, {
  rule: "membership.keep",
  summary: "Corrects what was entered wrongly about a past membership; lists of those days say so",
  params: RowPath,
  subject,
  handle: async (ask) => {
    const found = ask.subject as MemberSubject;
    const values = ask.body as Typed;
    const rowId = ask.params.membership;
    const again = (problems: Record<string, string>) =>
      membershipPage(ask, found, { form: "correct", rowId, values, problems });
    const parsed = Correct.safeParse(values);
    if (!parsed.success) return again(sentencesOf(parsed.error, ask.ctx.locale));
    const done = await correctRow(ask.ctx, found, rowId, parsed.data);
    if (done.ok) return redirect(membershipHref(ask.ctx.cluster!, ask.params.slug), "member.corrected");
    return again({ "": refusalIn(ask.ctx.locale, done.problem)! });
  },
});

const acts = {
  renew: { act: renew, notice: "member.renewed", rule: "membership.history", of: endSubject },
  resume: { act: resume, notice: "member.resumed", rule: "membership.keep", of: subject },
} as const;

const actPage = (name: keyof typeof acts, summary: string) =>
  post(`${BASE}/${name}`, {
    rule: acts[name].rule,
    summary,
    params: OrganisationPath,
    subject: acts[name].of,
    handle: async ({ ctx, params, subject: found }) => {
      const done = await acts[name].act(ctx, found as MemberSubject);
      return done.ok
        ? redirect(membershipHref(ctx.cluster!, params.slug), acts[name].notice)
        : problem("conflict", refusalIn(ctx.locale, done.problem));
    },
  });
const RENEWS = "Renews a membership for another year";
const RESUMES = "Takes back the end of a membership before that day has come";

const API = `/api/v1${BASE}`;

const oneApi = api.get(API, {
  rule: "membership.history",
  summary: "The membership of one organisation with its history",
  params: OrganisationPath,
  answer: MembershipOut,
  subject,
  handle: async ({ ctx, subject: asked }) => json(await presentMembership(ctx, asked as MemberSubject)),
});

async function presentMembership(
  ctx: Context,
  subject: MemberSubject,
): Promise<z.output<typeof MembershipOut>> {
  const { organisation, rows, through, levels, dues, corrections } = await readMembership(ctx, subject);
  return {
    organisation: { slug: organisation.slug, name: organisation.name },
    rows: rows.map((row) => ({
      id: row.id,
      role: row.role,
      level: levelName("en", levels, row.levelId) || null,
      dues: levelName("en", dues, row.duesClassId) || null,
      since: row.since,
      until: row.until,
      renews: row.renewsOn,
      reason: row.reason,
      visibility: row.visibility,
    })),
    through: through.map(({ slug, name }) => ({ slug, name })),
    corrections: corrections.map(({ correctedAt, reason }) => ({
      correctedOn: correctedAt.toISOString().slice(0, 10),
      reason,
    })),
  };
}

const addApi = api.post("/api/v1/clusters/:cluster/members", {
  rule: "membership.keep",
  summary: "Takes an organisation in as a member: one that is known here, or a new one",
  params: ClusterPath,
  body: AddBody,
  answer: MembershipOut,
  subject: teamSubject,
  handle: async ({ ctx, body: { organisation, identity, ...terms } }) => {
    if ((organisation === undefined) === (identity === undefined))
      return problem("unprocessable", "Either `organisation` or `identity`.", [
        { field: "organisation", problem: "one-of-two" },
      ]);
    const added = await addMember(
      ctx,
      organisation ? { slug: organisation } : { identity: identity! },
      terms,
    );
    if (!added.ok) return refused(added.problem);
    const found = await findMember(ctx, added.value);
    return found
      ? created(await presentMembership(ctx, found), `/api/v1${membershipHref(ctx.cluster!, added.value)}`)
      : problem("not-found");
  },
});

const FIELDS: Record<string, string> = {
  "unknown-organisation": "organisation",
  "unknown-level": "level",
  "in-the-past": "on",
  "ends-before-it-starts": "until",
};
const refused = (reason: string) =>
  reason in FIELDS
    ? problem("unprocessable", undefined, [{ field: FIELDS[reason]!, problem: reason }])
    : problem("conflict", refusalIn("en", reason));

const changeApi = api.post(`${API}/change`, {
  rule: "membership.keep",
  summary: "Changes role, level or dues class from a day on",
  params: OrganisationPath,
  body: ChangeBody,
  answer: MembershipOut,
  subject,
  handle: async ({ ctx, body, subject: asked }) => {
    const done = await changeTerms(ctx, asked as MemberSubject, body);
    return done.ok ? json(await presentMembership(ctx, asked as MemberSubject)) : refused(done.problem);
  },
});

const endApi = api.post(`${API}/end`, {
  rule: "membership.history",
  summary: "Ends the membership of an organisation, by the team or by its own owner",
  params: OrganisationPath,
  body: EndBody,
  subject: endSubject,
  handle: async ({ ctx, body, subject: asked }) => {
    const done = await endOrLeave(ctx, asked as MemberSubject, body);
    return done.ok ? empty : refused(done.problem);
  },
});

const correctApi = api.post(`${API}/:membership/correct`, {
  rule: "membership.keep",
  summary: "Corrects what was entered wrongly about a past membership; lists of those days say so",
  params: RowPath,
  body: CorrectBody,
  answer: MembershipOut,
  subject,
  handle: async ({ ctx, params, body, subject: asked }) => {
    const done = await correctRow(ctx, asked as MemberSubject, params.membership, body);
    return done.ok ? json(await presentMembership(ctx, asked as MemberSubject)) : refused(done.problem);
  },
});

const actApi = (name: keyof typeof acts, summary: string) =>
  api.post(`${API}/${name}`, {
    rule: acts[name].rule,
    summary,
    params: OrganisationPath,
    subject: acts[name].of,
    handle: async ({ ctx, subject: found }) => {
      const done = await acts[name].act(ctx, found as MemberSubject);
      return done.ok ? empty : refused(done.problem);
    },
  });

export const keepRoutes: Route[] = [
  addForm,
  add,
  one,
  change,
  end,
  correct,
  actPage("renew", RENEWS),
  actPage("resume", RESUMES),
  oneApi,
  addApi,
  changeApi,
  endApi,
  correctApi,
  actApi("renew", RENEWS),
  actApi("resume", RESUMES),
];
