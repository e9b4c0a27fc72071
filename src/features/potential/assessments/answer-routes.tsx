import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
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
import { fieldId } from "../../../ui/index.ts";
import { openByLetter } from "../../notices/feature.ts";
import { answerHref, assessmentHref } from "../address.ts";
import { sayPotential } from "../messages.ts";
import { AssessmentPath } from "../schema.ts";
import * as actions from "./actions.ts";
import {
  AnswerPage,
  GoneLink,
  openedAt,
  questionField,
  saidIn,
  shownIn,
  type Typed,
} from "./answer-view.tsx";
import { asked } from "./scoring.ts";
import { ASSESSMENT_ASKS, valuesOf } from "./store.ts";
import { assessmentSubject, openedBy } from "./subject.ts";

const PartQuery = z.object({ part: z.coerce.number().int().min(1).max(13).optional().catch(undefined) });
const Token = z.object({ token: z.string().max(100) });

/** For whoever came by the letter, as far as its person may still answer. */
async function byLetter(ask: Parameters<typeof openByLetter>[0]): Promise<Open | null> {
  const found = await openByLetter(ask, ASSESSMENT_ASKS);
  const opened = found && (await actions.readAssessment(found.ctx, found.asked.subjectId));
  return opened && can(found.ctx.actor, "assessment.answer", opened.assessment)
    ? { ctx: found.ctx, opened }
    : null;
}

interface Open {
  ctx: Context;
  opened: actions.Opened;
}

const sections = ({ opened }: Open) => opened.round.content.sections.length;

/** Where somebody comes back to: the first part with an open question. */
function partOf(open: Open, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.min(wanted, sections(open) + 1);
  const { round, kept } = open.opened;
  const at = round.content.sections.findIndex(({ key }) =>
    round.content.questions.some((one) => one.section === key && !one.when && !kept.has(one.key)),
  );
  return at < 0 ? sections(open) + 1 : at + 1;
}

function answerPage(
  open: Open,
  { csrf, action, results }: { csrf: string; action: string; results: string | null },
  at: number,
  typed?: Typed,
  problems?: Record<string, string>,
): Reply {
  const say = sayPotential(open.ctx.locale);
  if (!actions.takesAnswers(open.opened.round, open.ctx.today()))
    return results
      ? redirect(results)
      : page({ title: say("answer.over"), personal: true }, <p>{say("answer.over")}</p>, 409);
  return page(
    {
      title: open.opened.round.content.title[open.ctx.locale],
      personal: true,
      islands: at > sections(open) ? [] : ["draft.island"],
    },
    <AnswerPage
      ctx={open.ctx}
      opened={open.opened}
      {...{ csrf, action, at, typed, results }}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

async function keep(
  open: Open,
  where: { csrf: string; action: string; results: string | null },
  at: number,
  typed: Typed,
): Promise<Reply> {
  const say = sayPotential(open.ctx.locale);
  if (at > sections(open)) {
    const done = await actions.submit(open.ctx, open.opened, typed.shared === "on");
    if (!done.ok) return answerPage(open, where, at, typed, { "": say(`problem.${done.problem}`) });
    return redirect(where.results ?? `${where.action}?part=${at}`);
  }
  const { round } = open.opened;
  const { wrong, now } = await actions.keepAnswers(
    open.ctx,
    open.opened,
    saidIn(open.opened, at, typed),
    openedAt(typed, open.ctx.now()),
  );
  const problems = Object.fromEntries(
    Object.entries(wrong).map(([key, why]) => [questionField(key), say(`problem.${why}`)]),
  );
  const wrongs = Object.keys(problems).length;
  // Sent by the page itself while somebody types: nobody looks at an answer.
  if (typed.as === "draft" && wrongs === 0) return empty;
  if (wrongs > 0) return answerPage(open, where, at, typed, problems);
  // What an answer has just opened is asked before the next part.
  const shown = shownIn(typed);
  const opens = asked(round.content, Object.fromEntries(now)).find(
    ({ key, section }) => section === round.content.sections[at - 1]?.key && shown && !shown.includes(key),
  );
  return redirect(
    opens
      ? `${where.action}?part=${at}#${fieldId(questionField(opens.key))}`
      : `${where.action}?part=${at + 1}`,
  );
}

const PATH = "/clusters/:cluster/potential/assessments/:assessment/answer";
const API = "/api/v1/clusters/:cluster/potential/assessments/:assessment";
const pathOf = (path: string) => path.split("?")[0]!;

export const answerRoutes: Route[] = [
  get("/assess/:token", {
    rule: "everyone",
    summary: "The questions of an assessment, for whom the letter went to; no sign-in needed",
    params: Token,
    query: PartQuery,
    handle: async (ask) => {
      const open = await byLetter(ask);
      if (!open)
        return page(
          { title: sayPotential(ask.ctx.locale)("answer.gone"), personal: true },
          <GoneLink ctx={ask.ctx} />,
          409,
        );
      return answerPage(
        open,
        { csrf: ask.csrf, action: pathOf(ask.path), results: null },
        partOf(open, ask.query.part),
      );
    },
  }),
  post("/assess/:token", {
    rule: "everyone",
    summary: "Keeps the answers of one part in the name of whom the letter went to",
    params: Token,
    query: PartQuery,
    handle: async (ask) => {
      const open = await byLetter(ask);
      if (!open)
        return page(
          { title: sayPotential(ask.ctx.locale)("answer.gone"), personal: true },
          <GoneLink ctx={ask.ctx} />,
          409,
        );
      return keep(
        open,
        { csrf: ask.csrf, action: pathOf(ask.path), results: null },
        partOf(open, ask.query.part),
        ask.body as Typed,
      );
    },
  }),
  get(PATH, {
    rule: "assessment.answer",
    summary: "The questions of an assessment, part by part",
    params: AssessmentPath,
    query: PartQuery,
    subject: assessmentSubject,
    handle: ({ ctx, csrf, query }) => {
      const opened = openedBy(ctx);
      const open = { ctx, opened };
      const { id } = opened.assessment;
      return answerPage(
        open,
        { csrf, action: answerHref(ctx.cluster!, id), results: assessmentHref(ctx.cluster!, id) },
        partOf(open, query.part),
      );
    },
  }),
  post(PATH, {
    rule: "assessment.answer",
    summary: "Keeps the answers of one part, or hands the assessment in",
    params: AssessmentPath,
    query: PartQuery,
    subject: assessmentSubject,
    handle: ({ ctx, csrf, query, body }) => {
      const opened = openedBy(ctx);
      const open = { ctx, opened };
      const { id } = opened.assessment;
      return keep(
        open,
        { csrf, action: answerHref(ctx.cluster!, id), results: assessmentHref(ctx.cluster!, id) },
        partOf(open, query.part),
        body as Typed,
      );
    },
  }),
  post("/clusters/:cluster/potential/assessments/:assessment/share", {
    rule: "assessment.answer",
    summary: "Lets the team read the answers, or no longer",
    params: AssessmentPath,
    subject: assessmentSubject,
    handle: async ({ ctx, body }) => {
      const opened = openedBy(ctx);
      const shared = (body as Typed).shared === "yes";
      if (opened.assessment.organisationId) await actions.share(ctx, opened, shared);
      return redirect(
        assessmentHref(ctx.cluster!, opened.assessment.id),
        shared ? "result.share.done" : "result.unshare.done",
      );
    },
  }),
  api.put(`${API}/answers/:question`, {
    rule: "assessment.answer",
    summary: "Keeps one answer; null takes it back",
    params: AssessmentPath.extend({ question: z.string().max(60) }),
    body: z.strictObject({
      value: z.union([z.string().max(4000), z.number(), z.array(z.string().max(60)).max(16), z.null()]),
      evidence: z.string().max(1000).optional(),
    }),
    subject: assessmentSubject,
    handle: async ({ ctx, params, body }) => {
      const { wrong } = await actions.keepAnswers(ctx, openedBy(ctx), [
        { question: params.question, raw: body.value, evidence: body.evidence },
      ]);
      const why = wrong[params.question];
      if (!why) return empty;
      const sentence = sayPotential(ctx.locale)(`problem.${why}`);
      return problem("unprocessable", sentence, [{ field: "value", problem: sentence }]);
    },
  }),
  api.post(`${API}/submit`, {
    rule: "assessment.answer",
    summary: "Hands an assessment in; shared lets the team read its answers",
    params: AssessmentPath,
    body: z.strictObject({ shared: z.boolean() }),
    answer: z.object({ state: z.literal("submitted"), answered: z.number().int() }),
    subject: assessmentSubject,
    handle: async ({ ctx, body }) => {
      const opened = openedBy(ctx);
      const done = await actions.submit(ctx, opened, body.shared);
      if (!done.ok) return problem("conflict", sayPotential(ctx.locale)(`problem.${done.problem}`));
      return json({ state: "submitted", answered: Object.keys(valuesOf(opened.kept)).length });
    },
  }),
  api.put(`${API}/shared`, {
    rule: "assessment.answer",
    summary: "Lets the team read the answers of an assessment, or no longer",
    params: AssessmentPath,
    body: z.strictObject({ shared: z.boolean() }),
    subject: assessmentSubject,
    handle: async ({ ctx, body }) => {
      const opened = openedBy(ctx);
      if (opened.assessment.organisationId) await actions.share(ctx, opened, body.shared);
      return empty;
    },
  }),
];
