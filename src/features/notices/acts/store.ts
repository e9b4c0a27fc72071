import type { Db } from "../../../kernel/gateway.ts";
import { CLAIM_MS } from "./rules.ts";

export const linkBy = (db: Db, hash: string) =>
  db
    .selectFrom("actLink")
    .innerJoin("person", "person.id", "actLink.personId")
    .select(["actLink.id", "actLink.act", "actLink.subject", "actLink.personId", "actLink.acting"])
    .select(["actLink.clusterId", "actLink.expiresAt", "actLink.usedAt", "actLink.done", "actLink.doneTo"])
    .select(["person.locale"])
    .where("actLink.hash", "=", hash)
    .executeTakeFirst();

export type LinkRow = NonNullable<Awaited<ReturnType<typeof linkBy>>>;

/** Takes a link in hand: only one of two that come at once gets it. */
export async function claim(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("actLink")
    .set({ claimedAt: now })
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .where((q) => q.or([q("claimedAt", "is", null), q("claimedAt", "<", new Date(now.getTime() - CLAIM_MS))]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const letGo = (db: Db, id: string) =>
  db
    .updateTable("actLink")
    .set({ claimedAt: null })
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .execute();

export const use = (db: Db, id: string, now: Date, { done, to }: { done: string; to: string }) =>
  db
    .updateTable("actLink")
    .set({ usedAt: now, done: done.slice(0, 1000), doneTo: to.slice(0, 2000) })
    .where("id", "=", id)
    .execute();
