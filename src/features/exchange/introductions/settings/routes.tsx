import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import { api, get, json, page, post, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { Form, PageHead, problemSentences, zodProblems } from "../../../../ui/index.ts";
import { CLUSTER_EXAMPLE } from "../../needs/cluster.ts";
import { introductionsHref } from "../address.ts";
import { sayIntroduction, told } from "../messages.ts";
import { texts } from "../routes.tsx";
import { SettingsBody, SettingsForm } from "../schema.ts";
import { type Settings, settingsOf } from "../store.ts";
import { hereSubject } from "../subject.ts";

const current = (ctx: Context) => ctx.read((db) => settingsOf(db, ctx.cluster!.id));

/** How often an organisation may ask, and how long an answer may take: from now on, for questions not yet asked. */
async function keep(ctx: Context, settings: Settings): Promise<void> {
  const clusterId = ctx.cluster!.id;
  const before = await current(ctx);
  await ctx.write(async (unit) => {
    await unit.db
      .insertInto("introductionSetting")
      .values({ clusterId, ...settings })
      .onConflict((conflict) => conflict.column("clusterId").doUpdateSet(settings))
      .execute();
    unit.audit({
      action: "introduction.settings",
      subjectKind: "cluster",
      subjectId: clusterId,
      before,
      after: settings,
    });
  });
}

async function settingsPage(
  ctx: Context,
  csrf: string,
  typed?: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const say = sayIntroduction(ctx.locale);
  const settings = await current(ctx);
  const here = introductionsHref(ctx.cluster!);
  return page(
    { title: say("settings.title"), personal: true },
    <>
      <PageHead
        kicker={<a href={here}>{say("list.title")}</a>}
        title={say("settings.title")}
        lede={say("settings.lede", { ...settings })}
      />
      <Form
        locale={ctx.locale}
        action={`${here}/settings`}
        csrf={csrf}
        fields={[
          {
            name: "perWeek",
            label: say("settings.per-week"),
            type: "number",
            min: 1,
            max: 1000,
            required: true,
          },
          {
            name: "answerDays",
            label: say("settings.answer-days"),
            type: "number",
            min: 2,
            max: 90,
            required: true,
          },
        ]}
        values={typed ?? { perWeek: settings.perWeek, answerDays: settings.answerDays }}
        problems={problems}
        cancel={{ href: here }}
      />
    </>,
    problems ? 422 : 200,
  );
}

const show = get("/clusters/:cluster/introductions/settings", {
  rule: "introduction.settings",
  summary: "How often an organisation may ask for introductions, and how long an answer may take",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: ({ ctx, csrf }) => settingsPage(ctx, csrf),
});

const change = post("/clusters/:cluster/introductions/settings", {
  rule: "introduction.settings",
  summary: "Says how often an organisation may ask for introductions, and how long an answer may take",
  params: ClusterPath,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, csrf, body }) => {
    const parsed = SettingsForm.safeParse(body);
    if (!parsed.success)
      return settingsPage(ctx, csrf, texts(body), problemSentences(zodProblems(parsed.error), ctx.locale));
    await keep(ctx, parsed.data);
    return redirect(`${introductionsHref(ctx.cluster!)}/settings`, told("settings.saved"));
  },
});

const read = api.get("/api/v1/clusters/:cluster/introductions/settings", {
  rule: "introduction.list",
  summary: "How often an organisation may ask for introductions, and how long an answer may take",
  params: ClusterPath,
  answer: SettingsBody,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx }) => json(await current(ctx)),
});

const write = api.put("/api/v1/clusters/:cluster/introductions/settings", {
  rule: "introduction.settings",
  summary: "Says how often an organisation may ask for introductions, and how long an answer may take",
  params: ClusterPath,
  body: SettingsBody,
  answer: SettingsBody,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, body }) => {
    await keep(ctx, body);
    return json(await current(ctx));
  },
});

export const settingsRoutes: Route[] = [show, change, read, write];
