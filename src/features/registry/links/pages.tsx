import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { file, get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { problemSentences, toCsv, toXlsx, zodProblems } from "../../../ui/index.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../organisation/cluster-subject.ts";
import type { LinkSubject } from "../policy.ts";
import {
  actOnLink,
  declareLink,
  findDeclarer,
  findLinkSubject,
  here,
  listLinks,
  readLink,
} from "./actions.ts";
import { linkHref, linksHref } from "./address.ts";
import { type Answer, answerProposal, changeLink, grant, grantsOf, openProposal } from "./changes.ts";
import { linkMessages, sayLink } from "./messages.ts";
import { LinkFilter, LinkForm, LinkPath } from "./schema.ts";
import * as store from "./store.ts";
import { Dispute, GrantForm, TermsForm } from "./terms.ts";
import { EditPage } from "./views/changes.tsx";
import { DeclareForm } from "./views/declare.tsx";
import { exportColumns, LinkListPage } from "./views/list.tsx";
import { LinkView, titleOf } from "./views/page.tsx";

const PAGE = 50;
const MOST_ROWS = 5000;

const list = get("/clusters/:cluster/links", {
  rule: "cluster.see",
  summary: "The links of a cluster, filtered by type, origin and organisation",
  params: ClusterPath,
  query: LinkFilter,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query, path, search }) => {
    const say = sayLink(ctx.locale);
    if (query.format) return exported(ctx, query, query.format);
    const found = await listLinks(ctx, query, PAGE);
    const declarer = await findDeclarer(ctx);
    return page(
      { title: say("links.title"), ...(query.waiting ? { personal: true } : {}) },
      <LinkListPage
        ctx={ctx}
        path={path}
        query={queryOf(search)}
        filter={query}
        list={found}
        mayDeclare={declarer !== null && can(ctx.actor, "link.declare", declarer)}
        mayAnswer={ctx.actor.organisationId !== null}
      />,
    );
  },
});

async function exported(ctx: Context, filter: LinkFilter, format: "csv" | "xlsx"): Promise<Reply> {
  const { cursor: _, ...whole } = filter;
  const { items } = await listLinks(ctx, { ...whole, cursor: undefined }, MOST_ROWS);
  const name = `${ctx.cluster!.slug}-links.${format}`;
  const columns = exportColumns(ctx.locale);
  return format === "csv"
    ? file(name, "text/csv; charset=utf-8", toCsv(columns, items))
    : file(name, XLSX, await toXlsx(columns, items, sayLink(ctx.locale)("links.title")));
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const queryOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));

const declareForm = get("/clusters/:cluster/links/new", {
  rule: "link.declare",
  summary: "The form to declare a link of the organisation acted for",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => findDeclarer(ctx),
  handle: ({ ctx, csrf, search, subject }) =>
    formPage(ctx, csrf, subject.id, {
      other: search.get("with") ?? "",
      strength: "3",
      visibility: "cluster",
    }),
});

async function formPage(
  ctx: Context,
  csrf: string,
  ownId: string,
  values: Record<string, string | string[]>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const { own, members } = await ctx.read(async (db) => {
    const [self] = await store.endsById(db, ctx.actor, [ownId]);
    const known = await store.memberEnds(db, ctx.actor, here(ctx), ctx.today());
    const asked = [values.other ?? ""].flat()[0] ?? "";
    const extra =
      asked && !known.some((end) => end.slug === asked) ? await store.endsBySlug(db, ctx.actor, [asked]) : [];
    return { own: self, members: [...extra, ...known] };
  });
  if (!own) return problem("not-found");
  return page(
    { title: sayLink(ctx.locale)("declare.title"), personal: true },
    <DeclareForm ctx={ctx} csrf={csrf} own={own} members={members} values={values} problems={problems} />,
    problems ? 422 : 200,
  );
}

const declare = post("/clusters/:cluster/links/new", {
  rule: "link.declare",
  summary: "Declares a link of the organisation acted for; the other side is asked to confirm it",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => findDeclarer(ctx),
  handle: async ({ ctx, csrf, body, subject }) => {
    const say = sayLink(ctx.locale);
    const typed = body as Record<string, string | string[]>;
    const again = (problems: Record<string, string>) => formPage(ctx, csrf, subject.id, typed, problems);
    const parsed = LinkForm.safeParse(typed);
    if (!parsed.success) return again(problemSentences(zodProblems(parsed.error), ctx.locale, own(ctx)));
    const declared = await declareLink(ctx, subject, parsed.data);
    if (declared.ok) return redirect(linkHref(ctx.cluster!, declared.value), "link.declared");
    const { problem: reason } = declared;
    if (reason === "unknown-organisation" || reason === "with-itself")
      return again({ other: say(`problem.${reason}`) });
    if (reason === "unknown-wall") return again({ wall: say("problem.unknown-organisation") });
    if (reason === "already-declared") return again({ statement: say("problem.already-declared") });
    return again({ wall: say(`problem.${reason}`) });
  },
});

const own = (ctx: Context) => (key: string) => {
  const name = `problem.${key}`;
  return name in linkMessages ? sayLink(ctx.locale)(name as keyof typeof linkMessages) : undefined;
};

interface LinkAsk {
  ctx: Context;
  csrf: string;
  params: { id: string };
  subject: LinkSubject;
}

async function linkPage({ ctx, csrf, params, subject }: LinkAsk, wrong?: string): Promise<Reply> {
  const found = await readLink(ctx, params.id);
  if (!found) return problem("not-found");
  const mayChange = can(ctx.actor, "link.change", subject);
  return page(
    { title: titleOf(ctx, found.link), ...(found.link.visibility === "public" ? {} : { personal: true }) },
    <LinkView
      ctx={ctx}
      csrf={csrf}
      found={found}
      proposal={ctx.actor.organisationId === null ? null : await openProposal(ctx, params.id)}
      grants={ctx.actor.organisationId === null ? [] : await grantsOf(ctx, params.id)}
      mayChange={mayChange}
      mayGrant={can(ctx.actor, "link.grant", subject)}
      problem={wrong}
    />,
    wrong ? 422 : 200,
  );
}

const one = get("/clusters/:cluster/links/:id", {
  rule: "link.see",
  summary: "One link: where it stands, whose turn it is, and the records it follows from",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: (ask) => linkPage(ask),
});

const NOTICE = {
  confirmed: "link.confirmed",
  disputed: "link.disputed",
  withdrawn: "link.withdrawn",
  ended: "link.ended",
} as const;

const act = (name: "confirm" | "withdraw", rule: "link.confirm" | "link.withdraw", summary: string) =>
  post(`/clusters/:cluster/links/:id/${name}`, {
    rule,
    summary,
    params: LinkPath,
    subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
    handle: async ({ ctx, params }) => {
      const done = await actOnLink(ctx, params.id, name);
      if (!done.ok) return problem(done.problem === "not-found" ? "not-found" : "conflict");
      const stays = done.value === "confirmed" || done.value === "ended";
      return redirect(
        stays ? linkHref(ctx.cluster!, params.id) : linksHref(ctx.cluster!),
        NOTICE[done.value],
      );
    },
  });

const dispute = post("/clusters/:cluster/links/:id/dispute", {
  rule: "link.confirm",
  summary: "Disputes a link that the other side declared, with a reason",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async (ask) => {
    const { ctx, params } = ask;
    const parsed = Dispute.safeParse(ask.body);
    if (!parsed.success)
      return linkPage(ask, problemSentences(zodProblems(parsed.error), ctx.locale).reason ?? "");
    const done = await actOnLink(ctx, params.id, "dispute", parsed.data.reason);
    if (!done.ok) return problem(done.problem === "not-found" ? "not-found" : "conflict");
    return redirect(linkHref(ctx.cluster!, params.id), "link.disputed");
  },
});

async function editPage(
  { ctx, csrf, params }: LinkAsk,
  values?: Record<string, string | string[]>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const found = await readLink(ctx, params.id);
  if (!found || (found.link.origin === "declared" && found.link.declaredFor !== ctx.actor.organisationId))
    return problem("not-found");
  return page(
    { title: sayLink(ctx.locale)("edit.title"), personal: true },
    <EditPage ctx={ctx} csrf={csrf} link={found.link} values={values} problems={problems} />,
    problems ? 422 : 200,
  );
}

const edit = get("/clusters/:cluster/links/:id/edit", {
  rule: "link.change",
  summary: "The form to say a link anew, or to propose a change of what both sides have said",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: (ask) => editPage(ask),
});

const change = post("/clusters/:cluster/links/:id/edit", {
  rule: "link.change",
  summary: "Says a link anew, or proposes a change of what both sides have said",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async (ask) => {
    const { ctx, params } = ask;
    const typed = ask.body as Record<string, string | string[]>;
    const parsed = TermsForm.safeParse(typed);
    if (!parsed.success)
      return editPage(ask, typed, problemSentences(zodProblems(parsed.error), ctx.locale, own(ctx)));
    const done = await changeLink(ctx, params.id, parsed.data);
    if (done.ok) return redirect(linkHref(ctx.cluster!, params.id), `link.${done.value}`);
    if (done.problem === "not-found") return problem("not-found");
    if (done.problem === "changed-meanwhile") return problem("conflict");
    const field = done.problem === "nothing-new" || done.problem === "proposed-already" ? "" : "until";
    return editPage(ask, typed, { [field]: sayLink(ctx.locale)(`problem.${done.problem}`) });
  },
});

const ANSWERED = {
  accept: "link.accepted",
  refuse: "link.refused",
  "take-back": "link.proposal.withdrawn",
} as const;

const answered = (answer: Answer, summary: string) =>
  post(`/clusters/:cluster/links/:id/proposal/${answer}`, {
    rule: "link.change",
    summary,
    params: LinkPath,
    subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
    handle: async ({ ctx, params }) => {
      const done = await answerProposal(ctx, params.id, answer);
      if (done.ok) return redirect(linkHref(ctx.cluster!, params.id), ANSWERED[answer]);
      return problem(done.problem === "not-found" ? "not-found" : "conflict");
    },
  });

const granting = post("/clusters/:cluster/links/:id/grant", {
  rule: "link.grant",
  summary: "Lets the other side of a link see or edit what is the own organisation's, or takes that back",
  params: LinkPath,
  subject: ({ ctx, params }) => findLinkSubject(ctx, params.id),
  handle: async ({ ctx, params, body }) => {
    const parsed = GrantForm.safeParse(body);
    if (!parsed.success) return problem("unprocessable");
    const done = await grant(ctx, params.id, parsed.data.may);
    return done.ok ? redirect(linkHref(ctx.cluster!, params.id), "link.granted") : problem("not-found");
  },
});

export const linkPages: Route[] = [
  list,
  declareForm,
  declare,
  one,
  act("confirm", "link.confirm", "Confirms a link that the other side declared"),
  dispute,
  act("withdraw", "link.withdraw", "Takes back a link that was declared, or ends one that was confirmed"),
  edit,
  change,
  answered("accept", "Accepts the change of a link that the other side proposed"),
  answered("refuse", "Refuses the change of a link that the other side proposed"),
  answered("take-back", "Takes back the change of a link that was proposed"),
  granting,
];
