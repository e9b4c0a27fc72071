import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
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
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { teamSubject } from "../team-subject.ts";
import * as actions from "./actions.ts";
import { campaignHref, campaignsHref } from "./address.ts";
import { questionText, readCampaign, type Typed, typedOf } from "./form.ts";
import { sayCampaign } from "./messages.ts";
import { CampaignList, CampaignOut, CampaignPath, CampaignValues, ResultsOut } from "./schema.ts";
import type { CampaignCounted } from "./store.ts";
import { CampaignForm, CampaignPage, CampaignsPage, said, titleOf } from "./views.tsx";

const BASE = "/clusters/:cluster/campaigns";
const EXAMPLE = { cluster: "maritime" };
const ListQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined) });

const asked = new WeakMap<Context, CampaignCounted>();
const campaignSubject = async ({ ctx, params }: { ctx: Context; params: { campaign: string } }) => {
  const campaign = ctx.cluster ? await actions.findCampaign(ctx, params.campaign) : undefined;
  if (!campaign) return null;
  asked.set(ctx, campaign);
  return { clusterId: campaign.clusterId };
};

const form = (
  ctx: Context,
  csrf: string,
  action: string,
  values: Typed,
  problems?: Record<string, string>,
): Reply => {
  const title = sayCampaign(ctx.locale)(asked.get(ctx) ? "campaign.edit" : "campaigns.new");
  return page(
    { title, personal: true },
    <CampaignForm {...{ ctx, csrf, action, title, values, problems }} />,
    problems ? 422 : 200,
  );
};

async function resultsPage(ctx: Context, csrf: string): Promise<Reply> {
  const campaign = asked.get(ctx)!;
  const results = await actions.readResults(ctx, campaign);
  return page(
    { title: titleOf(campaign, ctx), personal: true },
    <CampaignPage ctx={ctx} csrf={csrf} results={results} />,
  );
}

async function answersFile(ctx: Context, format: (typeof FORMATS)[number]): Promise<Reply> {
  const campaign = asked.get(ctx)!;
  const { answers } = await actions.readResults(ctx, campaign);
  const say = sayCampaign(ctx.locale);
  return listFile(
    format,
    `${ctx.cluster!.slug}-${say("answers.file")}`,
    [
      { label: say("answers.member"), value: (one) => one.name, width: 40 },
      { label: say("answers.when"), value: (one) => one.answeredAt.toISOString().slice(0, 10) },
      ...campaign.questions.map((question) => ({
        label: questionText(question, ctx.locale),
        value: (one: (typeof answers)[number]) => said(ctx, question.kind, one.answers[question.key] ?? ""),
        width: 40,
      })),
    ],
    answers,
  );
}

const BLANK: Typed = { remindAfter: "7", roles: [] };

export const campaignPages: Route[] = [
  get(BASE, {
    rule: "campaign.keep",
    summary: "Campaigns that ask members what they look for",
    params: ClusterPath,
    query: ListQuery,
    example: EXAMPLE,
    subject: teamSubject,
    handle: async ({ ctx, query }) => {
      const campaigns = await actions.listCampaigns(ctx);
      const say = sayCampaign(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-${say("campaigns.file")}`,
          [
            { label: say("campaigns.title"), value: (one) => titleOf(one, ctx), width: 40 },
            { label: say("field.due"), value: (one) => one.due },
            { label: say("rate.asked"), value: (one) => one.asked },
            { label: say("rate.answered"), value: (one) => one.answered },
          ],
          campaigns,
        );
      return page(
        { title: say("campaigns.title"), personal: true },
        <CampaignsPage ctx={ctx} campaigns={campaigns} />,
      );
    },
  }),
  get(`${BASE}/new`, {
    rule: "campaign.keep",
    summary: "The form for a new campaign",
    params: ClusterPath,
    example: EXAMPLE,
    subject: teamSubject,
    handle: ({ ctx, csrf }) => form(ctx, csrf, campaignsHref(ctx.cluster!), BLANK),
  }),
  post(BASE, {
    rule: "campaign.keep",
    summary: "Keeps a new campaign as a draft",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const read = readCampaign(ctx, typed);
      if (!read.ok) return form(ctx, csrf, campaignsHref(ctx.cluster!), typed, read.problems);
      const id = await actions.createCampaign(ctx, read.value);
      return redirect(campaignHref(ctx.cluster!, id), "campaign.saved");
    },
  }),
  get(`${BASE}/:campaign`, {
    rule: "campaign.keep",
    summary: "A campaign: whom it reached, who answered, and what",
    params: CampaignPath,
    query: ListQuery,
    subject: campaignSubject,
    handle: ({ ctx, csrf, query }) =>
      query.format ? answersFile(ctx, query.format) : resultsPage(ctx, csrf),
  }),
  get(`${BASE}/:campaign/edit`, {
    rule: "campaign.keep",
    summary: "The form to change a campaign that was not sent yet",
    params: CampaignPath,
    subject: campaignSubject,
    handle: ({ ctx, csrf }) =>
      asked.get(ctx)!.state === "draft"
        ? form(ctx, csrf, `${campaignHref(ctx.cluster!, asked.get(ctx)!.id)}/edit`, typedOf(asked.get(ctx)!))
        : redirect(campaignHref(ctx.cluster!, asked.get(ctx)!.id), "problem.not-a-draft"),
  }),
  post(`${BASE}/:campaign/edit`, {
    rule: "campaign.keep",
    summary: "Changes a campaign that was not sent yet",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx, csrf, body }) => {
      const typed = body as Typed;
      const { id } = asked.get(ctx)!;
      const href = campaignHref(ctx.cluster!, id);
      const read = readCampaign(ctx, typed);
      if (!read.ok) return form(ctx, csrf, `${href}/edit`, typed, read.problems);
      const done = await actions.changeCampaign(ctx, id, read.value);
      return redirect(href, done.ok ? "campaign.saved" : `problem.${done.problem}`);
    },
  }),
  post(`${BASE}/:campaign/send`, {
    rule: "campaign.keep",
    summary: "Sends the questions to all members that fit",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const campaign = asked.get(ctx)!;
      const done = await actions.sendCampaign(ctx, campaign);
      return redirect(
        campaignHref(ctx.cluster!, campaign.id),
        done.ok ? "campaign.sent" : `problem.${done.problem}`,
      );
    },
  }),
  post(`${BASE}/:campaign/close`, {
    rule: "campaign.keep",
    summary: "Ends a campaign before its last day",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const { id } = asked.get(ctx)!;
      const done = await actions.closeCampaign(ctx, id);
      return redirect(
        campaignHref(ctx.cluster!, id),
        done.ok ? "campaign.closed" : `problem.${done.problem}`,
      );
    },
  }),
  post(`${BASE}/:campaign/remove`, {
    rule: "campaign.keep",
    summary: "Removes a campaign that was not sent yet",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const { id } = asked.get(ctx)!;
      const done = await actions.removeCampaign(ctx, id);
      return done.ok
        ? redirect(campaignsHref(ctx.cluster!), "campaign.removed")
        : redirect(campaignHref(ctx.cluster!, id), `problem.${done.problem}`);
    },
  }),
];

const told = (one: CampaignCounted): z.input<typeof CampaignOut> => ({
  id: one.id,
  title: { en: one.titleEn, de: one.titleDe },
  state: one.state,
  due: one.due,
  questions: one.questions,
  asked: one.asked,
  answered: one.answered,
});

const API = "/api/v1/clusters/:cluster/campaigns";

export const campaignApi: Route[] = [
  api.get(API, {
    rule: "campaign.keep",
    summary: "Campaigns that ask members what they look for",
    params: ClusterPath,
    answer: CampaignList,
    example: EXAMPLE,
    subject: teamSubject,
    handle: async ({ ctx }) => json({ items: (await actions.listCampaigns(ctx)).map(told) }),
  }),
  api.post(API, {
    rule: "campaign.keep",
    summary: "Keeps a new campaign as a draft",
    params: ClusterPath,
    body: CampaignValues,
    answer: CampaignOut,
    subject: teamSubject,
    handle: async ({ ctx, params, body }) => {
      const id = await actions.createCampaign(ctx, body);
      const campaign = await actions.findCampaign(ctx, id);
      return created(told(campaign!), `/api/v1/clusters/${params.cluster}/campaigns/${id}`);
    },
  }),
  api.get(`${API}/:campaign`, {
    rule: "campaign.keep",
    summary: "A campaign with who answered, what, and the needs that came of it",
    params: CampaignPath,
    answer: ResultsOut,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const { campaign, rates, answers, needs, reach } = await actions.readResults(ctx, asked.get(ctx)!);
      return json({
        ...told(campaign),
        unreached: reach.unreached,
        rates,
        answers: answers.map((one) => ({
          organisation: { slug: one.slug, name: one.name },
          answeredAt: one.answeredAt.toISOString(),
          answers: one.answers,
        })),
        needs: needs.map(({ id, title, kind, organisationName }) => ({
          ...{ id, title, kind },
          organisation: organisationName,
        })),
      });
    },
  }),
  api.put(`${API}/:campaign`, {
    rule: "campaign.keep",
    summary: "Changes a campaign that was not sent yet",
    params: CampaignPath,
    body: CampaignValues,
    subject: campaignSubject,
    handle: async ({ ctx, body }) => {
      const done = await actions.changeCampaign(ctx, asked.get(ctx)!.id, body);
      return done.ok ? empty : refusal(ctx, done.problem);
    },
  }),
  api.delete(`${API}/:campaign`, {
    rule: "campaign.keep",
    summary: "Removes a campaign that was not sent yet",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const done = await actions.removeCampaign(ctx, asked.get(ctx)!.id);
      return done.ok ? empty : refusal(ctx, done.problem);
    },
  }),
  api.post(`${API}/:campaign/send`, {
    rule: "campaign.keep",
    summary: "Sends the questions to all members that fit",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const done = await actions.sendCampaign(ctx, asked.get(ctx)!);
      return done.ok ? empty : refusal(ctx, done.problem);
    },
  }),
  api.post(`${API}/:campaign/close`, {
    rule: "campaign.keep",
    summary: "Ends a campaign before its last day",
    params: CampaignPath,
    subject: campaignSubject,
    handle: async ({ ctx }) => {
      const done = await actions.closeCampaign(ctx, asked.get(ctx)!.id);
      return done.ok ? empty : refusal(ctx, done.problem);
    },
  }),
];

const refusal = (
  ctx: Context,
  reason: "not-a-draft" | "over-already" | "nobody-to-ask" | "not-open",
): Reply => problem("conflict", sayCampaign(ctx.locale)(`problem.${reason}`));
