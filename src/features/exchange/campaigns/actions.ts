import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { BLANK } from "../needs/schema.ts";
import { afterwards } from "../needs/state.ts";
import { insertItem } from "../needs/write.ts";
import { mayBeSent, type SendProblem, takesAnswers, type Wrong, wrongWith } from "./rules.ts";
import type { AnswerValues, CampaignValues, WantedNeed } from "./schema.ts";
import * as store from "./store.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("A campaign belongs to a cluster.");
  return ctx.cluster.id;
};

export const listCampaigns = (ctx: Context) => ctx.read((db) => store.campaignsOf(db, here(ctx)));
export const findCampaign = (ctx: Context, id: string) =>
  ctx.read((db) => store.campaignBy(db, here(ctx), id));

const columns = (values: CampaignValues) => ({
  titleEn: values.titleEn,
  titleDe: values.titleDe,
  introEn: values.introEn,
  introDe: values.introDe,
  questions: JSON.stringify(values.questions),
  roles: values.roles,
  due: values.due,
  remindAfter: values.remindAfter,
});

export const createCampaign = (ctx: Context, values: CampaignValues): Promise<string> =>
  ctx.write(async (unit) => {
    const id = uuidv7();
    await unit.db
      .insertInto("campaign")
      .values({ clusterId: here(ctx), id, ...columns(values), createdBy: ctx.actor.personId })
      .execute();
    unit.audit({
      action: "campaign.write",
      subjectKind: "campaign",
      subjectId: id,
      after: { title: values.titleEn, due: values.due, questions: values.questions.length },
    });
    return id;
  });

/** Only what nobody was asked yet can be asked differently. */
export const changeCampaign = (
  ctx: Context,
  id: string,
  values: CampaignValues,
): Promise<Result<null, "not-a-draft">> =>
  ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("campaign")
      .set((eb) => ({ ...columns(values), version: eb("version", "+", 1) }))
      .where("clusterId", "=", here(ctx))
      .where("id", "=", id)
      .where("state", "=", "draft")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-a-draft");
    unit.audit({
      action: "campaign.write",
      subjectKind: "campaign",
      subjectId: id,
      after: { title: values.titleEn, due: values.due, questions: values.questions.length },
    });
    return ok(null);
  });

/** Sends the questions to all members that fit. The letters are a job of this transaction. */
export async function sendCampaign(
  ctx: Context,
  campaign: store.Campaign,
): Promise<Result<{ members: number }, SendProblem>> {
  const may = mayBeSent(campaign, ctx.today());
  if (!may.ok) return may;
  const reached = await reach(ctx, campaign);
  if (reached.members === 0) return refuse("nobody-to-ask");
  return ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("campaign")
      .set({ state: "open", openedAt: ctx.now() })
      .where("clusterId", "=", campaign.clusterId)
      .where("id", "=", campaign.id)
      .where("state", "=", "draft")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-a-draft");
    await unit.enqueue(
      "exchange.campaigns.letters",
      { clusterId: campaign.clusterId, id: campaign.id },
      { key: `exchange.campaigns.letters:${campaign.id}` },
    );
    unit.audit({
      action: "campaign.send",
      subjectKind: "campaign",
      subjectId: campaign.id,
      after: { members: reached.members },
    });
    return ok({ members: reached.members });
  });
}

export interface Reach {
  /** Members with somebody who can answer, and how many people that is. */
  members: number;
  people: number;
  unreached: { slug: string; name: string }[];
}

/** Whom the letters would reach, counted without saying who they are; of a campaign that was sent, whom they reached that day. */
export async function reach(
  ctx: Context,
  campaign: Pick<store.Campaign, "roles"> & Partial<Pick<store.Campaign, "openedAt">>,
): Promise<Reach> {
  const day = campaign.openedAt?.toISOString().slice(0, 10) ?? ctx.today();
  const all = await ctx.system("counting whom a campaign reaches", ({ db }) =>
    store.addressees(db, here(ctx), campaign.roles, day),
  );
  const reachable = new Set(all.filter(({ email }) => email !== null).map((one) => one.organisationId));
  const unreached = new Map(
    all.filter((one) => !reachable.has(one.organisationId)).map(({ slug, name }) => [slug, { slug, name }]),
  );
  return {
    members: reachable.size,
    people: all.filter(({ email }) => email !== null).length,
    unreached: [...unreached.values()],
  };
}

export const closeCampaign = (ctx: Context, id: string): Promise<Result<null, "not-open">> =>
  ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("campaign")
      .set({ state: "closed", closedAt: ctx.now() })
      .where("clusterId", "=", here(ctx))
      .where("id", "=", id)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-open");
    unit.audit({ action: "campaign.close", subjectKind: "campaign", subjectId: id });
    return ok(null);
  });

/** Nobody was asked: nothing of anybody's is lost. */
export const removeCampaign = (ctx: Context, id: string): Promise<Result<null, "not-a-draft">> =>
  ctx.write(async (unit) => {
    const { numDeletedRows } = await unit.db
      .deleteFrom("campaign")
      .where("clusterId", "=", here(ctx))
      .where("id", "=", id)
      .where("state", "=", "draft")
      .executeTakeFirst();
    if (numDeletedRows === 0n) return refuse("not-a-draft");
    unit.audit({ action: "campaign.remove", subjectKind: "campaign", subjectId: id });
    return ok(null);
  });

export interface Results {
  campaign: store.CampaignCounted;
  rates: store.Rate[];
  answers: store.Answer[];
  needs: store.CampaignNeed[];
  silent: { slug: string; name: string; reminders: number }[];
  reach: Reach;
}

export async function readResults(ctx: Context, campaign: store.CampaignCounted): Promise<Results> {
  const { clusterId, id } = campaign;
  const [found, reached] = await Promise.all([
    ctx.read(async (db) => ({
      rates: await store.ratesOf(db, clusterId, id),
      answers: await store.answersOf(db, ctx.actor, clusterId, id),
      needs: await store.needsOf(db, ctx.actor, clusterId, id),
      silent: await store.silentMembers(db, ctx.actor, clusterId, id),
    })),
    reach(ctx, campaign),
  ]);
  return {
    campaign,
    ...found,
    silent: found.silent.map((one) => ({ ...one, reminders: Number(one.reminders) })),
    reach: reached,
  };
}

export interface ToAnswer {
  campaign: store.Campaign;
  before: { answers: Record<string, string>; answeredAt: Date } | null;
  /** What came of earlier answers of this member. */
  needs: store.CampaignNeed[];
  open: boolean;
}

/** The questionnaire as the organisation acted for finds it; `null` where it was not asked. */
export const readToAnswer = (ctx: Context, campaignId: string): Promise<ToAnswer | null> =>
  ctx.read(async (db) => {
    const { actor } = ctx;
    if (actor.organisationId === null) return null;
    const asked = await db
      .selectFrom("campaignAsk")
      .select("id")
      .where("clusterId", "=", here(ctx))
      .where("campaignId", "=", campaignId)
      .where("organisationId", "=", actor.organisationId)
      .limit(1)
      .executeTakeFirst();
    const campaign = asked && (await store.campaignBy(db, here(ctx), campaignId));
    if (!campaign) return null;
    const before = await store.ownAnswer(db, campaign.clusterId, campaignId, actor.organisationId);
    const needs = await store.needsOf(db, actor, campaign.clusterId, campaignId);
    return {
      campaign,
      before: before ?? null,
      needs: needs.filter((need) => need.organisationId === actor.organisationId),
      open: takesAnswers(campaign, ctx.today()),
    };
  });

/** Keeps the answers, and makes needs of what the member said yes to: all of it or nothing. */
export async function answer(
  ctx: Context,
  { campaign }: ToAnswer,
  organisationId: OrganisationId,
  values: AnswerValues,
): Promise<{ ok: true; needs: string[] } | { ok: false; wrong: Wrong }> {
  if (!takesAnswers(campaign, ctx.today())) return { ok: false, wrong: { problem: "over", field: "" } };
  const wrong = wrongWith(campaign.questions, values);
  if (wrong) return { ok: false, wrong };
  return ctx.write(async (unit) => {
    const said = Object.fromEntries(Object.entries(values.answers).filter(([, value]) => value !== ""));
    const row = {
      answers: JSON.stringify(said),
      personId: ctx.actor.personId,
      answeredAt: ctx.now(),
    };
    await unit.db
      .insertInto("campaignAnswer")
      .values({ clusterId: campaign.clusterId, campaignId: campaign.id, organisationId, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(["clusterId", "campaignId", "organisationId"])
          .doUpdateSet({ ...row, version: sql`campaign_answer.version + 1` }),
      )
      .execute();
    unit.audit({
      action: "campaign.answer",
      subjectKind: "campaign",
      subjectId: campaign.id,
      after: { organisationId },
    });
    const needs: string[] = [];
    for (const wanted of values.needs)
      needs.push(await needFrom(unit, ctx, campaign, organisationId, wanted));
    return { ok: true, needs };
  });
}

async function needFrom(
  unit: Unit,
  ctx: Context,
  campaign: store.Campaign,
  organisationId: OrganisationId,
  { kind, title, text, as }: WantedNeed,
): Promise<string> {
  const { clusterId } = campaign;
  // Not a sortable id: it would tell when a confidential need was written.
  const id = randomUUID();
  const state = as === "draft" ? "draft" : "open";
  const confidential = as === "match";
  await insertItem(unit, "need", {
    ...BLANK,
    ...{ kind, title, text, clusterId, id, organisationId, state },
    codes: [],
    lat: null,
    lon: null,
    language: ctx.locale,
    step: confidential ? "match" : "full",
    mediated: !confidential,
    personId: ctx.actor.personId,
    origin: "campaign",
    createdBy: ctx.actor.personId,
    at: ctx.now(),
  });
  await unit.db
    .updateTable("need")
    .set({ originNote: ctx.locale === "de" ? campaign.titleDe : campaign.titleEn })
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .execute();
  await unit.db
    .insertInto("campaignNeed")
    .values({ clusterId, campaignId: campaign.id, needId: id })
    .execute();
  unit.audit({
    action: "need.write",
    subjectKind: "need",
    subjectId: id,
    after: { organisationId, kind, title, state, campaign: campaign.id },
    ...(as === "cluster" ? {} : { ownOf: organisationId }),
  });
  await afterwards(unit, "need", { clusterId, id });
  return id;
}
