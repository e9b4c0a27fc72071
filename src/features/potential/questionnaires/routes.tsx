import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { questionnaireHref, TAKEN } from "../address.ts";
import { findQuestionnaire } from "../index/actions.ts";
import { expertWeights, pairsOf } from "../index/weights.ts";
import { sayPotential } from "../messages.ts";
import { QuestionnairePath } from "../schema.ts";
import { readEdited, readJudgements, saveJudgements, saveQuestionnaire, type Typed } from "./edit.ts";
import { Questionnaire } from "./schema.ts";
import { isShipped } from "./shipped.ts";
import { judgementsOf, questionnairesOf } from "./store.ts";
import { EditPage, QuestionsPage, typedOf, WeightsPage } from "./views.tsx";

const BASE = "/clusters/:cluster/potential/:questionnaire";
const EXAMPLE = { cluster: "aviation", questionnaire: "innovation-potential" };

const found = new WeakMap<Context, Questionnaire>();
const questionnaireSubject = async ({ ctx, params }: { ctx: Context; params: { questionnaire: string } }) => {
  const questionnaire = ctx.cluster ? await findQuestionnaire(ctx, params.questionnaire) : null;
  if (!questionnaire) return null;
  found.set(ctx, questionnaire);
  return { clusterId: ctx.cluster!.id };
};

const edit = (ctx: Context, csrf: string, values: Typed, problems?: Record<string, string>): Reply =>
  page(
    { title: sayPotential(ctx.locale)("edit.title"), personal: true },
    <EditPage {...{ ctx, csrf, values, problems }} questionnaire={found.get(ctx)!} />,
    problems ? 422 : 200,
  );

async function weights(
  ctx: Context,
  csrf: string,
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const questionnaire = found.get(ctx)!;
  const judgements = await ctx.read((db) => judgementsOf(db, ctx.cluster!.id, questionnaire.key));
  return page(
    { title: sayPotential(ctx.locale)("weights.keep"), personal: true },
    <WeightsPage
      {...{ ctx, csrf, questionnaire, judgements }}
      {...(typed ? { typed } : {})}
      {...(problems ? { problems } : {})}
    />,
    problems ? 422 : 200,
  );
}

const keysOf = (ctx: Context) =>
  ctx.read(async (db) => (await questionnairesOf(db, ctx.cluster!.id)).map(({ key }) => key));

export const questionnaireRoutes: Route[] = [
  get(`${BASE}/questions`, {
    rule: "potential.see",
    summary: "A questionnaire with its scales, branches and what is read from records",
    params: QuestionnairePath,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: ({ ctx }) =>
      page(
        { title: found.get(ctx)!.title[ctx.locale], personal: true },
        <QuestionsPage ctx={ctx} questionnaire={found.get(ctx)!} />,
      ),
  }),
  get(`${BASE}/edit`, {
    rule: "questionnaire.keep",
    summary: "The form to copy a questionnaire that ships, or to change the cluster's own",
    params: QuestionnairePath,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: ({ ctx, csrf }) => edit(ctx, csrf, typedOf(found.get(ctx)!)),
  }),
  post(`${BASE}/edit`, {
    rule: "questionnaire.keep",
    summary: "Keeps a questionnaire as a new version of the cluster's own",
    params: QuestionnairePath,
    subject: questionnaireSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readEdited(ctx, found.get(ctx)!, typed, await keysOf(ctx));
      if (!read.ok) return edit(ctx, csrf, typed, read.problems);
      if (!(await saveQuestionnaire(ctx, read.value)))
        return edit(ctx, csrf, typed, { "": sayPotential(ctx.locale)("problem.newer") });
      return redirect(`${questionnaireHref(ctx.cluster!, read.value.key)}/questions`, "questions.saved");
    },
  }),
  get(`${BASE}/weights`, {
    rule: "questionnaire.keep",
    summary: "The form to judge the parts of a questionnaire in pairs",
    params: QuestionnairePath,
    example: EXAMPLE,
    subject: questionnaireSubject,
    handle: ({ ctx, csrf }) => weights(ctx, csrf),
  }),
  post(`${BASE}/weights`, {
    rule: "questionnaire.keep",
    summary: "Keeps the judgements; the weights follow from them",
    params: QuestionnairePath,
    subject: questionnaireSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readJudgements(ctx, found.get(ctx)!, typed);
      if (!read.ok) return weights(ctx, csrf, typed, read.problems);
      await saveJudgements(ctx, found.get(ctx)!, read.value);
      return redirect(`${questionnaireHref(ctx.cluster!, found.get(ctx)!.key)}/weights`, "weights.saved");
    },
  }),
];

const API = "/api/v1/clusters/:cluster/potential/questionnaires";

export const questionnaireApi: Route[] = [
  api.post(API, {
    rule: "questionnaire.keep",
    summary: "Keeps a questionnaire of the cluster's own: a new one, or the next version of one",
    params: ClusterPath,
    body: Questionnaire,
    answer: Questionnaire,
    subject: ({ ctx }: { ctx: Context }) =>
      Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null),
    handle: async ({ ctx, params, body }) => {
      const before = await findQuestionnaire(ctx, body.key);
      // Versions follow one another: whoever worked from an older one has to look again.
      if (isShipped(body.key) || TAKEN.includes(body.key) || body.version !== (before?.version ?? 0) + 1)
        return problem("conflict", sayPotential(ctx.locale)("problem.key"));
      if (!(await saveQuestionnaire(ctx, body)))
        return problem("conflict", sayPotential(ctx.locale)("problem.newer"));
      return created(body, `/api/v1/clusters/${params.cluster}/potential/questionnaires/${body.key}`);
    },
  }),
  api.put(`${API}/:questionnaire/weights`, {
    rule: "questionnaire.keep",
    summary: "Keeps judgements of pairs, by `a:b` how many times as important a is; says how well they agree",
    params: QuestionnairePath,
    body: z.strictObject({
      judgements: z.record(
        z.string().max(130),
        z
          .number()
          .min(1 / 9)
          .max(9),
      ),
    }),
    answer: z.object({ weights: z.record(z.string(), z.number()), consistencyRatio: z.number().nullable() }),
    subject: questionnaireSubject,
    handle: async ({ ctx, body }) => {
      const questionnaire = found.get(ctx)!;
      const keys = questionnaire.sections.map(({ key }) => key);
      const pairs = pairsOf(keys).map(([a, b]) => `${a}:${b}`);
      const missing = pairs.find((pair) => body.judgements[pair] === undefined);
      const extra = Object.keys(body.judgements).find((pair) => !pairs.includes(pair));
      const wrong = missing ?? extra;
      if (wrong !== undefined) {
        const sentence = sayPotential(ctx.locale)("problem.judgement");
        return problem("unprocessable", sentence, [{ field: `judgements.${wrong}`, problem: sentence }]);
      }
      await saveJudgements(ctx, questionnaire, body.judgements);
      const { weights: own, consistencyRatio } = expertWeights(keys, body.judgements)!;
      return json({
        weights: Object.fromEntries(keys.map((key, at) => [key, own[at]!])),
        consistencyRatio: Number.isFinite(consistencyRatio) ? consistencyRatio : null,
      });
    },
  }),
];
