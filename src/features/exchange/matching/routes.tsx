import type { Context } from "../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { askedItem, needSubject } from "../needs/subject.ts";
import { judgeSuggestion, mayJudge } from "./actions.ts";
import { matchesHref } from "./address.ts";
import { similarNeeds } from "./fits.ts";
import { matchesForNeed } from "./matches.ts";
import { MatchesPage, matchColumns, type WrongWord } from "./matches-page.tsx";
import { sayMatch } from "./messages.ts";
import { outsideFor } from "./outside.ts";
import { OutsidePage, outsideColumns } from "./outside-page.tsx";
import { JudgeForm, ListQuery, NeedPath, SuggestedPath } from "./schema.ts";

const MOST_ROWS = 500;

/** As many as somebody reads; the rest is one step away. */
const FIRST = 10;

async function matchesPage(
  { ctx, csrf, query }: { ctx: Context; csrf: string; query: { show?: "all" | undefined } },
  wrong?: WrongWord,
): Promise<Reply> {
  const need = askedItem(ctx);
  const matches = await matchesForNeed(ctx, need, { limit: query.show || wrong ? MOST_ROWS : FIRST });
  const similar = await similarNeeds(ctx, need);
  return page(
    { title: `${sayMatch(ctx.locale)("matches.title")}: ${need.title}`, personal: true },
    <MatchesPage
      {...{ ctx, csrf, need, matches, similar, wrong }}
      mayJudge={mayJudge(ctx, need)}
      judges={(organisationId) => mayJudge(ctx, need, organisationId)}
    />,
    wrong ? 422 : 200,
  );
}

const home = (ctx: Context) => matchesHref(ctx.cluster!, askedItem(ctx).id);

export const matchRoutes: Route[] = [
  get("/clusters/:cluster/needs/:need/matches", {
    rule: "need.matches",
    summary: "Whom to talk to about a need, and why, in words and percent",
    params: NeedPath,
    query: ListQuery,
    subject: (ask) => needSubject(ask),
    handle: async (ask) => {
      const { ctx, query } = ask;
      if (!query.format) return matchesPage(ask);
      const { items } = await matchesForNeed(ctx, askedItem(ctx), { limit: MOST_ROWS, noted: false });
      return listFile(query.format, `${ctx.cluster!.slug}-matches`, matchColumns(ctx.locale), items);
    },
  }),
  get("/clusters/:cluster/needs/:need/matches/outside", {
    rule: "need.matches",
    summary: "Organisations outside the cluster whose public projects are close to a need",
    params: NeedPath,
    query: ListQuery,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, query }) => {
      const need = askedItem(ctx);
      const found = await outsideFor(ctx, need);
      if (query.format)
        return listFile(query.format, `${ctx.cluster!.slug}-outside`, outsideColumns(ctx.locale), found);
      return page(
        { title: `${sayMatch(ctx.locale)("outside.title")}: ${need.title}`, personal: true },
        <OutsidePage ctx={ctx} need={need} found={found} />,
      );
    },
  }),
  post("/clusters/:cluster/needs/:need/matches/:organisation/judge", {
    rule: "need.judge",
    summary: "Says of a suggested organisation that it is good, or why it is not relevant",
    params: SuggestedPath,
    subject: (ask) => needSubject(ask),
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const form = JudgeForm.safeParse(body);
      if (!form.success) return problem("unprocessable");
      const done = await judgeSuggestion(ctx, askedItem(ctx), params.organisation, form.data);
      if (done.ok) return redirect(home(ctx), "matches.judged");
      if (done.problem !== "needs-reason") return problem("not-found");
      const typed = { reason: form.data.reason ?? undefined, note: form.data.note ?? undefined };
      return matchesPage(ask, {
        about: params.organisation,
        problem: sayMatch(ctx.locale)("problem.needs-reason"),
        typed,
      });
    },
  }),
  post("/clusters/:cluster/needs/:need/matches/:organisation/unjudge", {
    rule: "need.judge",
    summary: "Takes back what was said of a suggested organisation",
    params: SuggestedPath,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, params }) => {
      const done = await judgeSuggestion(ctx, askedItem(ctx), params.organisation, null);
      return done.ok || done.problem === "nothing-said"
        ? redirect(home(ctx), "matches.unjudged")
        : problem("not-found");
    },
  }),
];
