import { raw } from "hono/html";
import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Db } from "../kernel/gateway.ts";
import type { Context } from "./context.ts";
import type { Reply } from "./route.ts";

interface Kept {
  reply: Reply;
  size: number;
}

const kept = new LRUCache<string, Kept>({ maxSize: 30_000_000, sizeCalculation: ({ size }) => size });

/**
 * A page or answer as somebody sees it who is nobody here. It is the same for all of them, so it is drawn once and given again until
 * something public changes. Who is signed in never gets it and never leaves one: what they see is worked out for them alone.
 *
 * Only for what is drawn from the commons, the clusters, who belongs to them, and nothing else; `address` tells all that was asked.
 * What else a page is drawn from has to be in it too; then it is a question that is asked again once the page is drawn.
 */
export async function forStrangers(
  ctx: Context,
  address: string | (() => Promise<string>),
  draw: () => Promise<Reply>,
): Promise<Reply> {
  if (ctx.identity !== null || ctx.actor.personId !== null) return draw();
  const key = await keyNow(ctx, address);
  const before = kept.get(key);
  if (before) return before.reply;
  const reply = await draw();
  const drawn = await finished(reply);
  if (!drawn) return reply;
  // What changed while it was drawn must not stand under what was before.
  if ((await keyNow(ctx, address)) === key) kept.set(key, drawn);
  return drawn.reply;
}

async function keyNow(ctx: Context, asked: string | (() => Promise<string>)): Promise<string> {
  const address = typeof asked === "string" ? asked : await asked();
  const state = await ctx.read((db) => publicState(db));
  return [state, ctx.today(), ctx.locale, ctx.cluster?.id ?? "", address].join(" ");
}

/**
 * Changes whenever what strangers see may change: `touch_commons` counts changes of the commons, `touch_clusters` those of clusters,
 * memberships and the installation's settings. Whoever writes those calls it. What begins or ends by its date alone needs no call,
 * for today is a part of the key. The database's own number tells one installation from another in one process.
 */
async function publicState(db: Db): Promise<string> {
  const result = await sql<{ state: string }>`
    select concat_ws(':', (select oid from pg_database where datname = current_database()), version, clusters) as state
    from commons_version`.execute(db);
  return result.rows[0]!.state;
}

/** Drawn to the last letter; `null` for what is not worth keeping. */
async function finished(reply: Reply): Promise<Kept | null> {
  if (reply.kind === "json") return { reply, size: JSON.stringify(reply.body).length + 1 };
  if (reply.kind !== "page" || reply.status !== 200) return null;
  const html = String(await (reply.content as { toString(): string | Promise<string> }).toString());
  return { reply: { ...reply, content: raw(html) }, size: html.length + 1 };
}
