import { randomBytes } from "node:crypto";
import type { Context } from "../../access/context.ts";
import type { Outside, OutsideProblem } from "../../access/outside.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { ALL, ORGANISATION_KINDS } from "./rules.ts";
import type { NewWebhook } from "./schema.ts";
import { webhookById } from "./store.ts";

const MOST = 20;

export type KeepProblem = OutsideProblem | "too-many" | "kind-not-yours";

export const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** The value is the secret. It is shown this once. */
export async function addWebhook(
  ctx: Context,
  outside: Outside,
  wanted: NewWebhook,
): Promise<Result<{ id: string; secret: string }, KeepProblem>> {
  const { actor } = ctx;
  const own = actor.office === "manager" ? null : actor.organisationId;
  const allowed: readonly string[] = ORGANISATION_KINDS;
  if (own && wanted.kinds.some((kind) => kind !== ALL && !allowed.includes(kind)))
    return refuse("kind-not-yours");
  const problem = await outside.check(wanted.url);
  if (problem) return refuse(problem);
  const id = uuidv7();
  const secret = newSecret();
  return ctx.write(async ({ db, audit }) => {
    const held = await db
      .selectFrom("webhook")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("clusterId", "=", ctx.cluster!.id)
      .where("organisationId", own ? "=" : "is", own)
      .executeTakeFirstOrThrow();
    if (Number(held.count) >= MOST) return refuse("too-many");
    await db
      .insertInto("webhook")
      .values({
        clusterId: ctx.cluster!.id,
        id,
        organisationId: own,
        personId: actor.personId!,
        actingAs: ctx.acting!,
        name: wanted.name,
        url: wanted.url,
        kinds: wanted.kinds,
        secret,
      })
      .execute();
    audit({
      action: "webhook.add",
      subjectKind: "webhook",
      subjectId: id,
      after: { name: wanted.name, host: new URL(wanted.url).host, kinds: wanted.kinds },
    });
    return ok({ id, secret });
  });
}

/** On again, also after it was given up; or not for a while. What waited meanwhile goes out then. */
export async function setState(
  ctx: Context,
  id: string,
  state: "on" | "paused",
): Promise<Result<null, "not-found">> {
  const done = await changed(
    ctx,
    id,
    { state, ...(state === "on" ? { failingSince: null } : {}) },
    `webhook.${state}`,
  );
  if (!done.ok || state === "paused") return done;
  const clusterId = ctx.cluster!.id;
  await ctx.system("a webhook is switched on again", async ({ db, enqueue }) => {
    const waiting = await db
      .selectFrom("webhookDelivery")
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("webhookId", "=", id)
      .where("state", "=", "waiting")
      .execute();
    for (const row of waiting)
      await enqueue("webhooks.deliver", { clusterId, id: row.id }, { key: `webhooks.deliver:${row.id}` });
  });
  return done;
}

/** A new secret; the old one is worth nothing from now on. */
export async function renewSecret(ctx: Context, id: string): Promise<Result<string, "not-found">> {
  const secret = newSecret();
  const done = await changed(ctx, id, { secret }, "webhook.secret");
  return done.ok ? ok(secret) : done;
}

const changed = (
  ctx: Context,
  id: string,
  set: { state?: "on" | "paused"; failingSince?: null; secret?: string },
  action: string,
): Promise<Result<null, "not-found">> =>
  ctx.write(async ({ db, audit }) => {
    const row = await webhookById(db, ctx.actor, id);
    if (!row) return refuse("not-found");
    await db
      .updateTable("webhook")
      .set(set)
      .where("clusterId", "=", ctx.cluster!.id)
      .where("id", "=", id)
      .execute();
    audit({ action, subjectKind: "webhook", subjectId: id });
    return ok(null);
  });

export const removeWebhook = (ctx: Context, id: string): Promise<Result<null, "not-found">> =>
  ctx.write(async ({ db, audit }) => {
    const row = await webhookById(db, ctx.actor, id);
    if (!row) return refuse("not-found");
    await db.deleteFrom("webhook").where("clusterId", "=", ctx.cluster!.id).where("id", "=", id).execute();
    audit({
      action: "webhook.remove",
      subjectKind: "webhook",
      subjectId: id,
      before: { name: row.name, host: new URL(row.url).host },
    });
    return ok(null);
  });

/** Sends something harmless, to see whether the other side listens. What is on its way is the house's own: its keeper only reads it. */
export async function tryWebhook(ctx: Context, webhookId: string): Promise<Result<null, "not-found">> {
  const clusterId = ctx.cluster!.id;
  if (!(await ctx.read((db) => webhookById(db, ctx.actor, webhookId)))) return refuse("not-found");
  await ctx.system("a webhook is tried", async ({ db, enqueue }) => {
    const id = uuidv7();
    await db
      .insertInto("webhookDelivery")
      .values({ clusterId, id, webhookId, type: "kontor.webhook.try" })
      .execute();
    await enqueue("webhooks.deliver", { clusterId, id });
  });
  return ok(null);
}

/** Tries a dead letter again, from the beginning. */
export async function retry(ctx: Context, webhookId: string, id: string): Promise<Result<null, "not-found">> {
  const clusterId = ctx.cluster!.id;
  if (!(await ctx.read((db) => webhookById(db, ctx.actor, webhookId)))) return refuse("not-found");
  return ctx.system("a webhook's dead letter is sent again", async ({ db, enqueue }) => {
    const row = await db
      .updateTable("webhookDelivery")
      .set({ state: "waiting", attempts: 0, nextAt: null })
      .where("clusterId", "=", clusterId)
      .where("webhookId", "=", webhookId)
      .where("id", "=", id)
      .where("state", "=", "dead")
      .returning("id")
      .executeTakeFirst();
    if (!row) return refuse("not-found");
    await enqueue("webhooks.deliver", { clusterId, id });
    return ok(null);
  });
}
