import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
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
import type { OrganisationId } from "../../../kernel/actor.ts";
import { displayName, Notice, PageHead } from "../../../ui/index.ts";
import { openByLetter } from "../../notices/feature.ts";
import * as actions from "./actions.ts";
import { answerHref } from "./address.ts";
import { AnswerPage } from "./answer-view.tsx";
import { allAnswerFields, readAnswer, type Typed } from "./form.ts";
import { sayCampaign } from "./messages.ts";
import { AnswerToken, AnswerValues, CampaignPath } from "./schema.ts";
import { CAMPAIGN_ASKS } from "./store.ts";
import { titleOf } from "./views.tsx";

interface Open {
  ctx: Context;
  asked: actions.ToAnswer;
  organisationId: OrganisationId;
}

const asked = new WeakMap<Context, actions.ToAnswer>();

/** For somebody signed in: the organisation acted for was asked, and the person writes for it. */
const answerSubject = async ({ ctx, params }: { ctx: Context; params: { campaign: string } }) => {
  const found = ctx.cluster ? await actions.readToAnswer(ctx, params.campaign) : null;
  if (!found) return null;
  asked.set(ctx, found);
  return { clusterId: found.campaign.clusterId, organisationId: ctx.actor.organisationId };
};

/** For whoever came by the letter, as far as its person may still answer. */
async function byLetter(ask: Parameters<typeof openByLetter>[0]): Promise<Open | null> {
  const opened = await openByLetter(ask, CAMPAIGN_ASKS);
  if (!opened) return null;
  const { ctx, asked: letter } = opened;
  if (!can(ctx.actor, "campaign.answer", letter)) return null;
  const found = await actions.readToAnswer(ctx, letter.subjectId);
  return found && { ctx, asked: found, organisationId: letter.organisationId };
}

async function answerPage(
  { ctx, asked: found, organisationId }: Open,
  { csrf, action, linked }: { csrf?: string; action: string; linked: boolean },
  typed?: Typed,
  problems?: Record<string, string>,
): Promise<Reply> {
  const organisation = await ctx.read((db) =>
    db.selectFrom("organisation").select("name").where("id", "=", organisationId).executeTakeFirst(),
  );
  return page(
    { title: titleOf(found.campaign, ctx), personal: true },
    <AnswerPage
      {...{ ctx, csrf, action, linked, problems }}
      organisation={displayName(organisation?.name ?? "")}
      asked={found}
      values={typed ?? found.before?.answers ?? {}}
    />,
    problems ? 422 : 200,
  );
}

/** Reads what was typed and keeps it; what is wrong comes back at its field. */
async function save(open: Open, typed: Typed): Promise<Record<string, string> | null> {
  const { ctx, asked: found, organisationId } = open;
  const read = readAnswer(ctx, found.campaign, typed);
  if (!read.ok) return read.problems;
  const done = await actions.answer(ctx, found, organisationId, read.value);
  if (done.ok) return null;
  const fields = allAnswerFields(found.campaign, ctx.locale).map(({ name }) => name);
  const { field, problem: why } = done.wrong;
  return { [fields.includes(field) ? field : ""]: sayCampaign(ctx.locale)(`problem.${why}`) };
}

const gone = (ctx: Context): Reply => {
  const say = sayCampaign(ctx.locale);
  return page(
    { title: say("answer.gone"), personal: true },
    <>
      <PageHead title={say("answer.gone")} />
      <Notice tone="wait">{say("answer.gone.text")}</Notice>
    </>,
    409,
  );
};

const PATH = "/clusters/:cluster/campaigns/:campaign/answer";

export const answerRoutes: Route[] = [
  get("/answer/:token", {
    rule: "everyone",
    summary: "The questions of a campaign, for whom the letter went to; no sign-in needed",
    params: AnswerToken,
    handle: async (ask) => {
      const open = await byLetter(ask);
      return open ? answerPage(open, { csrf: ask.csrf, action: ask.path, linked: false }) : gone(ask.ctx);
    },
  }),
  post("/answer/:token", {
    rule: "everyone",
    summary: "Keeps the answers in the name of whom the letter went to",
    params: AnswerToken,
    handle: async (ask) => {
      const open = await byLetter(ask);
      if (!open) return gone(ask.ctx);
      const typed = ask.body as Typed;
      const problems = await save(open, typed);
      return problems
        ? answerPage(open, { csrf: ask.csrf, action: ask.path, linked: false }, typed, problems)
        : redirect(ask.path);
    },
  }),
  get(PATH, {
    rule: "campaign.answer",
    summary: "The questions of a campaign, for a member that was asked",
    params: CampaignPath,
    subject: answerSubject,
    handle: ({ ctx, csrf, path }) =>
      answerPage(
        { ctx, asked: asked.get(ctx)!, organisationId: ctx.actor.organisationId! },
        { csrf, action: path, linked: true },
      ),
  }),
  post(PATH, {
    rule: "campaign.answer",
    summary: "Keeps the answers of a member that was asked",
    params: CampaignPath,
    subject: answerSubject,
    handle: async ({ ctx, csrf, body }) => {
      const open = { ctx, asked: asked.get(ctx)!, organisationId: ctx.actor.organisationId! };
      const action = answerHref(ctx.cluster!, open.asked.campaign.id);
      const typed = body as Typed;
      const problems = await save(open, typed);
      return problems ? answerPage(open, { csrf, action, linked: true }, typed, problems) : redirect(action);
    },
  }),
  api.put("/api/v1/clusters/:cluster/campaigns/:campaign/answer", {
    rule: "campaign.answer",
    summary:
      "Answers a campaign for the organisation acted for; needs named in it become that organisation's needs",
    params: CampaignPath,
    body: AnswerValues,
    subject: answerSubject,
    handle: async ({ ctx, body }) => {
      const done = await actions.answer(ctx, asked.get(ctx)!, ctx.actor.organisationId!, body);
      if (done.ok) return json({ needs: done.needs });
      const say = sayCampaign(ctx.locale);
      const sentence = say(`problem.${done.wrong.problem}`);
      return problem("unprocessable", sentence, [{ field: done.wrong.field, problem: sentence }]);
    },
  }),
];
