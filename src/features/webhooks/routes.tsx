import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import {
  type Ask,
  api,
  created,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../access/route.ts";
import { decodeCursor } from "../../kernel/page.ts";
import type { Result } from "../../kernel/result.ts";
import type { Visible } from "../../kernel/visibility.ts";
import { problemSentences, zodProblems } from "../../ui/index.ts";
import { clusterSubject } from "../house/feature.ts";
import { addWebhook, removeWebhook, renewSecret, retry, setState, tryWebhook } from "./actions.ts";
import { say } from "./messages.ts";
import { Delivery, DeliveryPath, list, NewWebhook, Webhook, WebhookForm, WebhookPath } from "./schema.ts";
import {
  countsOf,
  type DeliveryRow,
  deliveriesOf,
  type WebhookRow,
  webhookById,
  webhooksOf,
} from "./store.ts";
import { SecretPage, WebhookPage, WebhooksPage } from "./view.tsx";

const PATH = "/clusters/:cluster/webhooks";
const API = `/api/v1${PATH}`;
const rule = "webhook.keep" as const;
const example = { cluster: "aviation" };
const subject = clusterSubject;

/** One of one's own; any other answers like none. */
const ownWebhook = async (ask: { ctx: Context; params: { webhook: string } }) =>
  (await ask.ctx.read((db) => webhookById(db, ask.ctx.actor, ask.params.webhook))) ? subject(ask) : null;

const base = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/webhooks`;

type Asked = Ask<unknown, unknown, unknown, Visible>;

async function listPage(
  { ctx, csrf }: Asked,
  typed: { values?: Record<string, string | string[]>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const { webhooks, count } = await ctx.read(async (db) => {
    const webhooks = await webhooksOf(db, ctx.actor);
    return {
      webhooks,
      count: await countsOf(
        db,
        ctx.cluster!.id,
        webhooks.map(({ id }) => id),
      ),
    };
  });
  return page(
    { title: say(ctx.locale)("title"), personal: true },
    <WebhooksPage
      {...{ locale: ctx.locale, base: base(ctx), webhooks, count, csrf, ...typed }}
      ofOrganisation={ctx.actor.office !== "manager"}
    />,
    typed.problems ? 422 : 200,
  );
}

const secretPage = (ctx: Context, id: string, secret: string): Reply =>
  page(
    { title: say(ctx.locale)("secret.title"), personal: true },
    <SecretPage locale={ctx.locale} secret={secret} href={`${base(ctx)}/${id}`} />,
  );

/** One act on one webhook, and back to it. */
const act = (
  name: string,
  summary: string,
  notice: string,
  work: (ctx: Context, id: string) => Promise<Result<null, "not-found">>,
  away = false,
) =>
  post(`${PATH}/:webhook/${name}`, {
    rule,
    summary,
    params: WebhookPath,
    subject: ownWebhook,
    handle: async ({ ctx, params }) => {
      const done = await work(ctx, params.webhook);
      if (!done.ok) return problem("not-found");
      return redirect(away ? base(ctx) : `${base(ctx)}/${params.webhook}`, notice);
    },
  });

const iso = (date: Date | null) => date?.toISOString() ?? null;

const told = (row: WebhookRow): z.output<typeof Webhook> => ({
  id: row.id,
  name: row.name,
  url: row.url,
  kinds: row.kinds,
  organisation: row.organisation,
  state: row.state as "on",
  failingSince: iso(row.failingSince),
  createdAt: row.createdAt.toISOString(),
});

const sent = (row: DeliveryRow): z.output<typeof Delivery> => ({
  id: row.id,
  type: row.type,
  state: row.state as "waiting",
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  triedAt: iso(row.triedAt),
  nextAt: iso(row.nextAt),
  status: row.status,
  problem: row.problem,
});

const Cursor = z.object({ cursor: z.string().max(300).optional() });
const afterOf = (cursor: string | undefined): readonly [string, string] | null => {
  const values = cursor ? decodeCursor(cursor, 2) : null;
  const [at, id] = values ?? [];
  return z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success
    ? [String(at), String(id)]
    : null;
};

export const webhookRoutes = [
  get(PATH, {
    rule,
    summary: "Which programs hear of what happens here",
    params: ClusterPath,
    example,
    subject,
    handle: (ask) => listPage(ask),
  }),
  post(PATH, {
    rule,
    summary: "Adds a webhook and shows its secret once",
    params: ClusterPath,
    example,
    subject,
    handle: async (ask) => {
      const { ctx } = ask;
      const { csrf: _, ...values } = ask.body as Record<string, string | string[]>;
      const typed = WebhookForm.safeParse(values);
      if (!typed.success)
        return listPage(ask, { values, problems: problemSentences(zodProblems(typed.error), ctx.locale) });
      const added = await addWebhook(ctx, ask.desk.outside, typed.data);
      if (added.ok) return secretPage(ctx, added.value.id, added.value.secret);
      const field = added.problem === "kind-not-yours" ? "kinds" : added.problem === "too-many" ? "" : "url";
      return listPage(ask, { values, problems: { [field]: say(ctx.locale)(added.problem) } });
    },
  }),
  get(`${PATH}/:webhook`, {
    rule,
    summary: "A webhook and what was sent to it",
    params: WebhookPath,
    query: z.object({ cursor: z.string().max(300).optional().catch(undefined) }),
    subject: ownWebhook,
    handle: async ({ ctx, params, query, search, csrf }) => {
      const found = await ctx.read(async (db) => {
        const webhook = await webhookById(db, ctx.actor, params.webhook);
        return (
          webhook && {
            webhook,
            deliveries: await deliveriesOf(db, ctx.cluster!.id, webhook.id, {
              limit: 50,
              after: afterOf(query.cursor),
            }),
          }
        );
      });
      if (!found) return problem("not-found");
      return page(
        { title: found.webhook.name, personal: true },
        <WebhookPage
          {...{ locale: ctx.locale, base: base(ctx), csrf, now: ctx.now(), ...found }}
          query={Object.fromEntries(search)}
        />,
      );
    },
  }),
  act("try", "Sends a trial", "tried", tryWebhook),
  act("pause", "Sends nothing for a while", "paused", (ctx, id) => setState(ctx, id, "paused")),
  act("resume", "Sends again", "resumed", (ctx, id) => setState(ctx, id, "on")),
  act("remove", "Removes a webhook", "removed", removeWebhook, true),
  post(`${PATH}/:webhook/secret`, {
    rule,
    summary: "Makes a new secret and shows it once",
    params: WebhookPath,
    subject: ownWebhook,
    handle: async ({ ctx, params }) => {
      const done = await renewSecret(ctx, params.webhook);
      return done.ok ? secretPage(ctx, params.webhook, done.value) : problem("not-found");
    },
  }),
  post(`${PATH}/:webhook/deliveries/:delivery/retry`, {
    rule,
    summary: "Sends a dead letter again",
    params: DeliveryPath,
    subject: ownWebhook,
    handle: async ({ ctx, params }) => {
      const done = await retry(ctx, params.webhook, params.delivery);
      return done.ok ? redirect(`${base(ctx)}/${params.webhook}`, "retried") : problem("not-found");
    },
  }),

  api.get(API, {
    rule,
    summary: "Which programs hear of what happens here",
    params: ClusterPath,
    query: z.strictObject({}),
    answer: list(Webhook),
    example,
    subject,
    handle: async ({ ctx }) => {
      const items = (await ctx.read((db) => webhooksOf(db, ctx.actor))).map(told);
      return json({ items, total: items.length, next: null });
    },
  }),
  api.post(API, {
    rule,
    summary: "Adds a webhook; the answer holds its secret, once",
    params: ClusterPath,
    body: NewWebhook,
    answer: z.object({ id: z.uuid(), secret: z.string() }),
    subject,
    handle: async ({ ctx, body, desk }) => {
      const added = await addWebhook(ctx, desk.outside, body);
      if (added.ok) return created(added.value, `/api/v1${base(ctx)}/${added.value.id}`);
      return added.problem === "too-many"
        ? problem("conflict", say("en")("too-many"))
        : problem("unprocessable", say("en")(added.problem));
    },
  }),
  api.get(`${API}/:webhook`, {
    rule,
    summary: "One webhook",
    params: WebhookPath,
    answer: Webhook,
    subject: ownWebhook,
    handle: async ({ ctx, params }) => {
      const row = await ctx.read((db) => webhookById(db, ctx.actor, params.webhook));
      return row ? json(told(row)) : problem("not-found");
    },
  }),
  api.delete(`${API}/:webhook`, {
    rule,
    summary: "Removes a webhook",
    params: WebhookPath,
    subject: ownWebhook,
    handle: async ({ ctx, params }) =>
      (await removeWebhook(ctx, params.webhook)).ok ? empty : problem("not-found"),
  }),
  api.post(`${API}/:webhook/state`, {
    rule,
    summary: "Switches a webhook on or pauses it",
    params: WebhookPath,
    body: z.strictObject({ state: z.enum(["on", "paused"]) }),
    subject: ownWebhook,
    handle: async ({ ctx, params, body }) =>
      (await setState(ctx, params.webhook, body.state)).ok ? empty : problem("not-found"),
  }),
  api.get(`${API}/:webhook/deliveries`, {
    rule,
    summary: "What was sent, what waits, what was given up",
    params: WebhookPath,
    query: Cursor.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }).strict(),
    answer: list(Delivery),
    subject: ownWebhook,
    handle: async ({ ctx, params, query }) => {
      const found = await ctx.read(async (db) => {
        const webhook = await webhookById(db, ctx.actor, params.webhook);
        return (
          webhook &&
          (await deliveriesOf(db, ctx.cluster!.id, webhook.id, {
            limit: query.limit,
            after: afterOf(query.cursor),
          }))
        );
      });
      return found ? json({ ...found, items: found.items.map(sent) }) : problem("not-found");
    },
  }),
  api.post(`${API}/:webhook/deliveries/:delivery/retry`, {
    rule,
    summary: "Sends a dead letter again",
    params: DeliveryPath,
    body: z.strictObject({}),
    subject: ownWebhook,
    handle: async ({ ctx, params }) =>
      (await retry(ctx, params.webhook, params.delivery)).ok ? empty : problem("not-found"),
  }),
];
