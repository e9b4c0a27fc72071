import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { file, get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { problemSentences, queryOf, toCsv, toXlsx, zodProblems } from "../../../ui/index.ts";
import { membersSeen } from "../needs/around.ts";
import { CLUSTER_EXAMPLE } from "../needs/cluster.ts";
import { planOf } from "./about.ts";
import { actOn } from "./act.ts";
import { introductionHref, introductionsHref } from "./address.ts";
import { askForIntroduction } from "./ask.ts";
import { BoardPage } from "./board/view.tsx";
import { type IntroductionNotice, sayIntroduction, told } from "./messages.ts";
import type { Act } from "./rules.ts";
import {
  type About,
  AboutQuery,
  IntroductionFilter,
  IntroductionForm,
  IntroductionPath,
  MessageForm,
  NoteForm,
  ReasonForm,
} from "./schema.ts";
import { askedLately, countsOf, listIntroductions, settingsOf } from "./store.ts";
import { askedIntroduction, askingSubject, hereSubject, introductionSubject } from "./subject.ts";
import { markRead, readsThread, write } from "./thread.ts";
import { AskForm, ChoosePage } from "./views/form.tsx";
import { exportColumns, ListPage } from "./views/list.tsx";
import { titleOf } from "./views/names.ts";
import type { IntroductionPageProps } from "./views/page.tsx";
import { IntroductionPage } from "./views/page.tsx";
import { readWhole } from "./whole.ts";

const PAGE = 50;
const MOST_CARDS = 300;
const MOST_ROWS = 5000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const isTeam = (ctx: Context) => ctx.actor.office === "manager" || ctx.actor.office === "facilitator";

const list = get("/clusters/:cluster/introductions", {
  rule: "introduction.list",
  summary: "The introductions one takes part in; for the team the board of those it knows of",
  params: ClusterPath,
  query: IntroductionFilter,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, query, path, search }) => {
    if (query.format) return exported(ctx, query, query.format);
    const team = isTeam(ctx);
    const say = sayIntroduction(ctx.locale);
    const frame = { title: say("list.title"), personal: true };
    const shared = {
      ctx,
      filter: query,
      counts: await ctx.read((db) => countsOf(db, ctx.actor)),
      team,
      mayAsk: can(ctx.actor, "introduction.ask", {
        clusterId: ctx.cluster!.id,
        organisationId: ctx.actor.organisationId,
      }),
      maySet: can(ctx.actor, "introduction.settings", { clusterId: ctx.cluster!.id }),
    };
    if (team && query.view !== "table" && !query.waiting) {
      const { items } = await ctx.read((db) =>
        listIntroductions(
          db,
          ctx.actor,
          { state: ["proposed", "asked", "accepted", "met"], outcome: [] },
          MOST_CARDS,
        ),
      );
      const waitsLongest = items.toSorted((a, b) => a.turnAt.getTime() - b.turnAt.getTime());
      return page({ ...frame, islands: ["board.island"] }, <BoardPage {...shared} cards={waitsLongest} />);
    }
    const found = await ctx.read((db) => listIntroductions(db, ctx.actor, query, PAGE));
    return page(frame, <ListPage {...shared} path={path} query={queryOf(search)} list={found} />);
  },
});

async function exported(ctx: Context, filter: IntroductionFilter, format: "csv" | "xlsx"): Promise<Reply> {
  const { items } = await ctx.read((db) =>
    listIntroductions(db, ctx.actor, { ...filter, cursor: undefined }, MOST_ROWS),
  );
  const name = `${ctx.cluster!.slug}-introductions.${format}`;
  const columns = exportColumns(ctx);
  return format === "csv"
    ? file(name, "text/csv; charset=utf-8", toCsv(columns, items))
    : file(name, XLSX, await toXlsx(columns, items, sayIntroduction(ctx.locale)("list.title")));
}

async function askPage(
  ctx: Context,
  csrf: string,
  about: About,
  values: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const say = sayIntroduction(ctx.locale);
  const frame = { title: say(isTeam(ctx) ? "form.title.team" : "form.title"), personal: true };
  const planned = await planOf(ctx, about);
  if (!planned.ok) {
    if (planned.problem === "unknown-about") return problem("not-found");
    const members = await ctx.read((db) =>
      membersSeen(db, ctx.actor, { clusterId: ctx.cluster!.id, today: ctx.today() }),
    );
    const others = members.filter(({ id }) => id !== ctx.actor.organisationId);
    const asked = about.organisation || about.for || problems;
    return page(
      frame,
      <ChoosePage
        ctx={ctx}
        about={about}
        members={others}
        both={isTeam(ctx)}
        problem={asked ? say(`problem.${planned.problem}`) : undefined}
      />,
      problems ? 422 : 200,
    );
  }
  const { settings, asked } = await ctx.read(async (db) => ({
    settings: await settingsOf(db, ctx.cluster!.id),
    asked: await askedLately(db, planned.value.from.id, ctx.now()),
  }));
  const teaser = planned.value.need?.teaser ?? "";
  return page(
    frame,
    <AskForm
      ctx={ctx}
      csrf={csrf}
      about={about}
      plan={planned.value}
      settings={settings}
      asked={asked}
      values={{ ...(planned.value.hidden === "from" ? { told: teaser } : {}), ...values }}
      problems={problems}
    />,
    problems ? 422 : 200,
  );
}

const form = get("/clusters/:cluster/introductions/new", {
  rule: "introduction.ask",
  summary: "The form that asks for an introduction, about a need or an offer",
  params: ClusterPath,
  query: AboutQuery,
  example: CLUSTER_EXAMPLE,
  subject: askingSubject,
  handle: ({ ctx, csrf, query }) => askPage(ctx, csrf, query, {}),
});

const FIELD: Readonly<Record<string, string>> = {
  "names-itself": "message",
  "team-does-not-know": "via",
};

const ask = post("/clusters/:cluster/introductions/new", {
  rule: "introduction.ask",
  summary: "Asks for an introduction, or proposes one to two others",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: askingSubject,
  handle: async ({ ctx, csrf, body }) => {
    const say = sayIntroduction(ctx.locale);
    const typed = texts(body);
    const about = AboutQuery.parse(typed);
    const parsed = IntroductionForm.safeParse(body);
    if (!parsed.success)
      return askPage(ctx, csrf, about, typed, problemSentences(zodProblems(parsed.error), ctx.locale));
    const done = await askForIntroduction(ctx, parsed.data);
    if (!done.ok)
      return askPage(ctx, csrf, about, typed, {
        [FIELD[done.problem] ?? ""]: say(`problem.${done.problem}`),
      });
    return redirect(
      introductionHref(ctx.cluster!, done.value),
      told(isTeam(ctx) || parsed.data.via === "team" ? "done.proposed" : "done.asked"),
    );
  },
});

const one = get("/clusters/:cluster/introductions/:introduction", {
  rule: "introduction.see",
  summary: "One introduction: where it stands, whose turn it is, until when, the talk and what came of it",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: async (ask) => {
    const reply = await introductionPage(ask);
    if (readsThread(ask.ctx, askedIntroduction(ask.ctx))) await markRead(ask.ctx, askedIntroduction(ask.ctx));
    return reply;
  },
});

/** The page as it stands; with what was typed into a form that came back. */
export async function introductionPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  again: Pick<IntroductionPageProps, "typed" | "problems"> = {},
): Promise<Reply> {
  const row = askedIntroduction(ctx);
  const whole = await readWhole(ctx, row);
  return page(
    { title: titleOf(ctx, row), personal: true },
    <IntroductionPage ctx={ctx} csrf={csrf} row={row} {...whole} mayAct={mayAct(ctx)} {...again} />,
    again.problems ? 422 : 200,
  );
}

const mayAct = (ctx: Context) =>
  !ctx.actor.readOnly &&
  (ctx.actor.office !== null || ctx.actor.seatRole === "owner" || ctx.actor.seatRole === "editor");

export const texts = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body as Record<string, string | string[]>).map(([name, value]) => [
      name,
      [value].flat()[0] ?? "",
    ]),
  );

const DONE: Readonly<Record<string, IntroductionNotice>> = {
  asked: "done.asked",
  accepted: "done.accepted",
  declined: "done.declined",
  withdrawn: "done.withdrawn",
  met: "done.met",
  closed: "done.closed",
};

const act = (name: Act, summary: string) =>
  post(`/clusters/:cluster/introductions/:introduction/${name}`, {
    rule: "introduction.act",
    summary,
    params: IntroductionPath,
    subject: introductionSubject,
    handle: async ({ ctx, csrf, body }) => {
      const row = askedIntroduction(ctx);
      const typed = texts(body);
      const words = name === "pass-on" ? NoteForm.safeParse(body) : ReasonForm.safeParse(body);
      if (!words.success) {
        const [sentence] = Object.values(problemSentences(zodProblems(words.error), ctx.locale));
        return introductionPage({ ctx, csrf }, { typed, problems: { form: "act", sentence: sentence! } });
      }
      const done = await actOn(ctx, row, name, words.data);
      if (!done.ok)
        return done.problem === "changed-meanwhile"
          ? problem("conflict")
          : introductionPage(
              { ctx, csrf },
              {
                typed,
                problems: { form: "act", sentence: sayIntroduction(ctx.locale)(`problem.${done.problem}`) },
              },
            );
      const gone =
        row.state === "proposed" && done.value === "declined" && row.fromId !== ctx.actor.organisationId;
      return redirect(
        gone && !isTeam(ctx) ? introductionsHref(ctx.cluster!) : introductionHref(ctx.cluster!, row.id),
        told(DONE[done.value]!),
      );
    },
  });

const say = post("/clusters/:cluster/introductions/:introduction/messages", {
  rule: "introduction.act",
  summary: "Writes to the other side of an introduction both have said yes to",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: async ({ ctx, csrf, body }) => {
    const row = askedIntroduction(ctx);
    const parsed = MessageForm.safeParse(body);
    if (!parsed.success) {
      const [sentence] = Object.values(problemSentences(zodProblems(parsed.error), ctx.locale));
      return introductionPage(
        { ctx, csrf },
        { typed: texts(body), problems: { form: "thread", sentence: sentence! } },
      );
    }
    const done = await write(ctx, row, parsed.data.text);
    if (!done.ok) return problem("conflict");
    return redirect(`${introductionHref(ctx.cluster!, row.id)}#thread`, told("done.written"));
  },
});

export const introductionPages: Route[] = [
  list,
  form,
  ask,
  one,
  act("pass-on", "Passes a member's question on to the side it is meant for"),
  act("accept", "Says yes; with the second yes each side is told who the other is"),
  act("decline", "Says no, with a reason if one likes"),
  act("withdraw", "Takes a question or proposal back"),
  act("met", "Says that the two have spoken"),
  act("close", "Closes an introduction"),
  say,
];
