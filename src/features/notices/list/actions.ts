import type { Context } from "../../../access/context.ts";
import type { Acting, Identity } from "../../../access/identity.ts";
import { actingOf, heldBy } from "../telling/addressed.ts";
import { type Filter, noticeList, readAll, readOne, topicCounts, unreadCount } from "./store.ts";

export const myNotices = (
  ctx: Context,
  identity: Identity,
  filter: Filter,
  place: { limit: number; cursor?: string | undefined },
) =>
  ctx.read(async (db) => {
    const [list, unread, topics] = await Promise.all([
      noticeList(db, identity, filter, place),
      unreadCount(db, identity),
      topicCounts(db, identity, filter),
    ]);
    return { list, unread, topics };
  });

export type MyNotices = Awaited<ReturnType<typeof myNotices>>;

export const myUnread = (ctx: Context): Promise<number> => {
  const { identity } = ctx;
  return identity ? ctx.read((db) => unreadCount(db, identity)) : Promise.resolve(0);
};

/** Where the notice leads, and the role it was told to where that is not the one acted from now. */
export async function openNotice(
  ctx: Context,
  identity: Identity,
  id: string,
): Promise<{ href: string; acting: Acting | null } | null> {
  const notice = await ctx.write(({ db }) => readOne(db, identity, id, ctx.now()));
  if (!notice) return null;
  const held = heldBy(identity);
  const roles = notice.addressed.filter((role) => held.includes(role)).map((role) => actingOf([role]));
  const right = roles.length === 0 || roles.includes(ctx.acting);
  return { href: notice.href, acting: right ? null : roles[0]! };
}

export const readNotices = (ctx: Context, identity: Identity, filter: Filter): Promise<number> =>
  ctx.write(({ db }) => readAll(db, identity, filter, ctx.now()));
