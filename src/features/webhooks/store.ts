import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../kernel/page.ts";

/** One's own: the manager's are the cluster's, an owner's the organisation's. Never with their secrets. */
const webhooks = (db: Db, actor: Actor) =>
  db
    .selectFrom("webhook")
    .leftJoin("organisation", "organisation.id", "webhook.organisationId")
    .select([
      "webhook.id",
      "webhook.name",
      "webhook.url",
      "webhook.kinds",
      "webhook.state",
      "webhook.failingSince",
      "webhook.createdAt",
      "webhook.organisationId",
      "organisation.name as organisation",
    ])
    .where("webhook.clusterId", "=", actor.clusterId)
    .where((eb) =>
      actor.office === "manager"
        ? eb("webhook.organisationId", "is", null)
        : eb("webhook.organisationId", "=", actor.organisationId),
    );
export type WebhookRow = Awaited<ReturnType<ReturnType<typeof webhooks>["executeTakeFirstOrThrow"]>>;

export const webhooksOf = (db: Db, actor: Actor): Promise<WebhookRow[]> =>
  webhooks(db, actor).orderBy("webhook.createdAt", "desc").orderBy("webhook.id").limit(200).execute();

export const webhookById = (db: Db, actor: Actor, id: string): Promise<WebhookRow | undefined> =>
  webhooks(db, actor).where("webhook.id", "=", id).executeTakeFirst();

/** Whether the keeper may know of an entry is asked when it is told: until then it is not there. */
const judged = sql<boolean>`(tried_at is not null or seq is null)`;

const deliveries = (db: Db, clusterId: string, webhookId: string) =>
  db
    .selectFrom("webhookDelivery")
    .select(["id", "type", "state", "attempts", "createdAt", "triedAt", "nextAt", "status", "problem", "ms"])
    .where("clusterId", "=", clusterId)
    .where("webhookId", "=", webhookId)
    .where(judged);
export type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveries>["executeTakeFirstOrThrow"]>>;

export async function deliveriesOf(
  db: Db,
  clusterId: string,
  webhookId: string,
  { limit, after }: { limit: number; after: readonly [string, string] | null },
): Promise<Page<DeliveryRow>> {
  const all = deliveries(db, clusterId, webhookId);
  const rows = await (after
    ? all.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : all
  )
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await db
    .selectFrom("webhookDelivery")
    .select(sql<number>`count(*)::int`.as("total"))
    .where("clusterId", "=", clusterId)
    .where("webhookId", "=", webhookId)
    .where(judged)
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total,
    next: rows.length > limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}

/** How it went lately, for the list: what arrived, what waits, what was given up. */
export async function countsOf(db: Db, clusterId: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom("webhookDelivery")
    .select(["webhookId", "state", sql<number>`count(*)::int`.as("count")])
    .where("clusterId", "=", clusterId)
    .where(sql<boolean>`webhook_id = any (${ids}::uuid[])`)
    .where(judged)
    .groupBy(["webhookId", "state"])
    .execute();
  return (id: string, state: DeliveryRow["state"]): number =>
    rows.find((row) => row.webhookId === id && row.state === state)?.count ?? 0;
}
