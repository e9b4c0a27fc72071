import { z } from "zod";
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
import { ChartParam, chartFile, displayName } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { questionnaireHref, roundHref } from "../address.ts";
import { findQuestionnaire } from "../index/actions.ts";
import { saidValue } from "../index/looked-table.tsx";
import type { RoundResult } from "../index/round-result.ts";
import { resultOf } from "../index/store.ts";
import { sayPotential } from "../messages.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import { AssessmentPath, QuestionnairePath, RoundPath } from "../schema.ts";
import * as actions from "./actions.ts";
import type { Typed } from "./answer-view.tsx";
import { ResultPage } from "./result-view.tsx";
import { AskForm, RoundPage } from "./round-view.tsx";
import { followRound, membersSeen, type Round, roundBy, valuesOf } from "./store.ts";
import { assessmentSubject, openedBy } from "./subject.ts";

const FileQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined), chart: ChartParam });

const NewRound = z.strictObject({
  due: z.iso.date(),
  remindAfter: z.number().int().min(1).max(60).default(7),
  members: z.array(z.string().max(120)).max(5000).default([]),
});

const questionnaires = new WeakMap<Context, Questionnaire>();
const questionnaireSubject = async ({ ctx, params }: { ctx: Context; params: { questionnaire: string } }) => {
  const found = ctx.cluster ? await findQuestionnaire(ctx, params.questionnaire) : null;
  if (!found) return null;
  questionnaires.set(ctx, found);
  return { clusterId: ctx.cluster!.id };
};

const rounds = new WeakMap<Context, Round>();
const roundSubject = async ({ ctx, params }: { ctx: Context; params: { round: string } }) => {
  const found = ctx.cluster ? await ctx.read((db) => roundBy(db, ctx.cluster!.id, params.round)) : null;
  if (!found) return null;
  rounds.set(ctx, found);
  return { clusterId: found.clusterId };
};

async function askForm(
  ctx: Context,
  csrf: string,
  values: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const questionnaire = questionnaires.get(ctx)!;
  const members =
    questionnaire.about === "cluster"
      ? []
      : await ctx.read((db) => membersSeen(db, ctx.actor, ctx.cluster!.id, ctx.today()));
  return page(
    { title: questionnaire.title[ctx.locale], personal: true },
    <AskForm {...{ ctx, csrf, questionnaire, members, values, problems }} />,
    problems ? 422 : 200,
  );
}

const inDays = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

const BASE = "/clusters/:cluster/potential";
const EXAMPLE = { cluster: "aviation", questionnaire: "innovation-potential" };

export const assessmentRoutes: Route[] = [
  get(`${BASE}/:questionnaire/ask`, {
    rule: "potential.ask",
    summary: "The form that opens a round of questions",
    params: QuestionnairePath,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: ({ ctx, csrf }) => askForm(ctx, csrf, { due: inDays(ctx.today(), 28), remindAfter: "7" }),
  }),
  post(`${BASE}/:questionnaire/rounds`, {
    rule: "potential.ask",
    summary: "Opens a round of questions and writes to the members",
    params: QuestionnairePath,
    subject: questionnaireSubject,
    handle: async ({ ctx, csrf, body }) => {
      const say = sayPotential(ctx.locale);
      const typed = body as Typed;
      const read = NewRound.safeParse({
        due: String(typed.due ?? ""),
        ...(typed.remindAfter === undefined ? {} : { remindAfter: Number(typed.remindAfter) }),
        members: [typed.members ?? []].flat(),
      });
      if (!read.success) {
        const wrong = read.error.issues.map(({ path }) => String(path[0]));
        return askForm(ctx, csrf, typed, {
          ...(wrong.includes("due") ? { due: say("problem.due") } : {}),
          ...(wrong.includes("remindAfter") ? { remindAfter: say("problem.remind") } : {}),
        });
      }
      const done = await actions.openRound(ctx, questionnaires.get(ctx)!, read.data);
      return done.ok
        ? redirect(roundHref(ctx.cluster!, done.value.id), "rounds.opened")
        : askForm(ctx, csrf, typed, {
            [done.problem === "over-already" ? "due" : ""]: say(`problem.${done.problem}`),
          });
    },
  }),
  get(`${BASE}/rounds/:round`, {
    rule: "potential.follow",
    summary: "A round of questions: who was asked, who has answered",
    params: RoundPath,
    query: FileQuery,
    subject: roundSubject,
    handle: async ({ ctx, csrf, query }) => {
      const round = rounds.get(ctx)!;
      const say = sayPotential(ctx.locale);
      const followed = await ctx.read((db) => followRound(db, ctx.actor, round));
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-${say("rounds.file")}`,
          [
            { label: say("column.member"), value: (one) => one.name ?? "", width: 40 },
            {
              label: say("column.state"),
              value: (one) => say(one.state === "submitted" ? "state.submitted" : "state.begun"),
            },
            { label: say("column.reminders"), value: (one) => one.reminders },
            { label: say("column.index"), value: (one) => (one.index === null ? "" : Math.round(one.index)) },
          ],
          followed,
        );
      const content = <RoundPage {...{ ctx, csrf, round, followed }} />;
      const name = `${ctx.cluster!.slug}-${round.questionnaire}-${say("rounds.file")}`;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: round.content.title[ctx.locale], personal: true }, content);
    },
  }),
  post(`${BASE}/rounds/:round/close`, {
    rule: "potential.ask",
    summary: "Closes a round before its last day",
    params: RoundPath,
    subject: roundSubject,
    handle: async ({ ctx }) => {
      const round = rounds.get(ctx)!;
      const done = await actions.closeRound(ctx, round);
      return done.ok
        ? redirect(questionnaireHref(ctx.cluster!, round.questionnaire), "rounds.closed")
        : redirect(roundHref(ctx.cluster!, round.id), `problem.${done.problem}`);
    },
  }),
  get(`${BASE}/assessments/:assessment`, {
    rule: "assessment.see",
    summary: "An assessment: its answers, its index, its place among the cluster's quartiles",
    params: AssessmentPath,
    query: FileQuery,
    subject: assessmentSubject,
    handle: async ({ ctx, csrf, query }) => {
      const opened = openedBy(ctx);
      const { round, score } = opened;
      const say = sayPotential(ctx.locale);
      const result = await ctx.read((db) => resultOf<RoundResult>(db, round.clusterId, "round", round.id));
      const name = `${ctx.cluster!.slug}-${round.questionnaire}-${say("result.file")}`;
      if (query.format)
        return listFile(
          query.format,
          name,
          [
            {
              label: say("column.what"),
              width: 60,
              value: (one) =>
                [...round.content.questions, ...round.content.indicators].find(({ key }) => key === one.key)
                  ?.text[ctx.locale] ?? one.key,
            },
            { label: say("column.section"), value: (one) => one.section },
            { label: say("column.source"), value: (one) => say(`looked.${one.source}`) },
            {
              label: say("column.value"),
              value: (one) => saidValue(ctx, round.content, one) ?? "",
              width: 40,
            },
            { label: say("column.score"), value: (one) => one.score ?? "" },
          ],
          [...(score?.value.looked ?? [])],
        );
      const content = <ResultPage {...{ ctx, csrf, opened, result }} />;
      if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
      return page({ title: round.content.title[ctx.locale], personal: true }, content);
    },
  }),
];

const API = "/api/v1/clusters/:cluster/potential";
const RoundOut = z.object({
  id: z.uuid(),
  questionnaire: z.string(),
  version: z.number().int(),
  about: z.enum(["member", "cluster"]),
  state: z.enum(["open", "closed"]),
  due: z.string(),
});
const told = (round: Round): z.input<typeof RoundOut> => ({
  id: round.id,
  questionnaire: round.questionnaire,
  version: round.questionnaireVersion,
  about: round.about,
  state: round.state,
  due: round.due,
});

export const assessmentApi: Route[] = [
  api.post(`${API}/questionnaires/:questionnaire/rounds`, {
    rule: "potential.ask",
    summary: "Opens a round of questions and writes to the members",
    params: QuestionnairePath,
    body: NewRound,
    answer: RoundOut.extend({ asked: z.number().int() }),
    subject: questionnaireSubject,
    handle: async ({ ctx, params, body }) => {
      const done = await actions.openRound(ctx, questionnaires.get(ctx)!, body);
      if (!done.ok) return problem("conflict", sayPotential(ctx.locale)(`problem.${done.problem}`));
      const { round, followed } = await ctx.read(async (db) => {
        const opened = (await roundBy(db, ctx.cluster!.id, done.value.id))!;
        return { round: opened, followed: await followRound(db, ctx.actor, opened) };
      });
      return created(
        // As many as the asker sees: others may have been asked.
        { ...told(round), asked: followed.length },
        `/api/v1/clusters/${params.cluster}/potential/rounds/${done.value.id}`,
      );
    },
  }),
  api.get(`${API}/rounds/:round`, {
    rule: "potential.follow",
    summary: "A round of questions: who was asked, who has answered",
    params: RoundPath,
    answer: RoundOut.extend({
      asked: z.array(
        z.object({
          assessment: z.uuid(),
          organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
          state: z.enum(["open", "submitted"]),
          shared: z.boolean(),
          reminders: z.number().int(),
          index: z.number().nullable(),
        }),
      ),
    }),
    subject: roundSubject,
    handle: async ({ ctx }) => {
      const round = rounds.get(ctx)!;
      const followed = await ctx.read((db) => followRound(db, ctx.actor, round));
      return json({
        ...told(round),
        asked: followed.map((one) => ({
          assessment: one.id,
          organisation: one.slug && one.name ? { slug: one.slug, name: displayName(one.name) } : null,
          state: one.state,
          shared: one.shared,
          reminders: one.reminders,
          index: one.index,
        })),
      });
    },
  }),
  api.post(`${API}/rounds/:round/close`, {
    rule: "potential.ask",
    summary: "Closes a round before its last day",
    params: RoundPath,
    subject: roundSubject,
    handle: async ({ ctx }) => {
      const done = await actions.closeRound(ctx, rounds.get(ctx)!);
      return done.ok ? empty : problem("conflict", sayPotential(ctx.locale)(`problem.${done.problem}`));
    },
  }),
  api.get(`${API}/assessments/:assessment`, {
    rule: "assessment.see",
    summary: "An assessment with its answers and what was computed of them",
    params: AssessmentPath,
    answer: z.object({
      id: z.uuid(),
      round: RoundOut,
      state: z.enum(["open", "submitted"]),
      shared: z.boolean(),
      answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      computedAt: z.iso.datetime().nullable(),
      index: z.record(z.string(), z.number()),
      sections: z.record(z.string(), z.number().nullable()),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
      rank: z.object({ low: z.number(), high: z.number(), of: z.number().int() }).nullable(),
    }),
    subject: assessmentSubject,
    handle: ({ ctx }) => {
      const { assessment, round, kept, score } = openedBy(ctx);
      return json({
        id: assessment.id,
        round: told(round),
        state: assessment.state,
        shared: assessment.shared,
        answers: valuesOf(kept),
        computedAt: score ? new Date(score.computedAt).toISOString() : null,
        index: score?.value.index ?? {},
        sections: Object.fromEntries(
          round.content.sections.map(({ key }, at) => [key, score?.value.sections[at] ?? null]),
        ),
        interval: score?.value.interval ?? null,
        rank: score?.value.rank ?? null,
      });
    },
  }),
];
