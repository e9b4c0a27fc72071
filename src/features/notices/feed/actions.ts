import type { Context } from "../../../access/context.ts";
import type { Identity } from "../../../access/identity.ts";
import type { Desk } from "../../../access/route.ts";
import { hashToken, newSecret, SECRET } from "../../../kernel/token.ts";
import { noticeList } from "../list/store.ts";
import { letterKeyOf } from "../telling/letter-key.ts";

export const feedSince = (ctx: Context, identity: Identity): Promise<Date | null> =>
  ctx.read(async (db) => {
    const row = await db
      .selectFrom("noticeSecret")
      .select("feedMadeAt")
      .where("personId", "=", identity.personId)
      .executeTakeFirst();
    return row?.feedMadeAt ?? null;
  });

/** The path of a feed nobody can guess, shown this once. An earlier one is worth nothing any more. */
export function makeFeed(ctx: Context, identity: Identity): Promise<string> {
  return ctx.write(async ({ db, audit }) => {
    const secret = newSecret();
    const { personId } = identity;
    // The row of the person's secrets has to be there first.
    await letterKeyOf(db, personId);
    await db
      .updateTable("noticeSecret")
      .set({ feedHash: hashToken(secret), feedMadeAt: ctx.now() })
      .where("personId", "=", personId)
      .execute();
    audit({ action: "feed.make", subjectKind: "person", subjectId: personId });
    return `/feeds/notices/${secret}`;
  });
}

export function endFeed(ctx: Context, identity: Identity): Promise<void> {
  return ctx.write(async ({ db, audit }) => {
    const { personId } = identity;
    await db
      .updateTable("noticeSecret")
      .set({ feedHash: null, feedMadeAt: null })
      .where("personId", "=", personId)
      .execute();
    audit({ action: "feed.end", subjectKind: "person", subjectId: personId });
  });
}

const MOST_ENTRIES = 50;

/** What the feed of this secret tells now; `null` once it has ended or its person is suspended. */
export async function feedOf(ctx: Context, desk: Desk, secret: string) {
  if (!SECRET.test(secret)) return null;
  const row = await ctx.system("whose feed it is", ({ db }) =>
    db
      .selectFrom("noticeSecret")
      .select("personId")
      .where("feedHash", "=", hashToken(secret))
      .executeTakeFirst(),
  );
  const person = row && (await desk.as({ personId: row.personId, acting: null, clusterId: null }));
  const identity = person?.identity;
  if (!person || !identity) return null;
  const { items } = await person.read((db) =>
    noticeList(db, identity, {}, { limit: MOST_ENTRIES, byTime: true }),
  );
  return { person: identity, items };
}
