import { createHmac, timingSafeEqual } from "node:crypto";
import type { Db } from "../../../kernel/gateway.ts";
import { newSecret } from "../../../kernel/token.ts";

/** What a person's addresses for unsubscribing are signed with. It never changes, so that old letters keep their word. */
export async function letterKeyOf(db: Db, personId: string): Promise<string> {
  await db
    .insertInto("noticeSecret")
    .values({ personId, letterKey: newSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { letterKey } = await db
    .selectFrom("noticeSecret")
    .select("letterKey")
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  return letterKey;
}

/** Every topic at once: of a digest, which is about many. */
export const ALL = "all";

const signature = (key: string, personId: string, topic: string) =>
  createHmac("sha256", key).update(`unsubscribe:${personId}:${topic}`).digest("base64url");

export const unsubscribePath = (key: string, personId: string, topic: string) =>
  `/unsubscribe/${personId}.${topic}.${signature(key, personId, topic)}`;

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z][a-z.-]{0,39})\.([A-Za-z0-9_-]{43})$/;

/** Whose letters about what a token ends; signed by nobody yet. */
export function readToken(token: string): { personId: string; topic: string; mac: string } | null {
  const [, personId, topic, mac] = TOKEN.exec(token) ?? [];
  return personId && topic && mac ? { personId, topic, mac } : null;
}

export function signedBy(key: string, token: { personId: string; topic: string; mac: string }): boolean {
  const right = Buffer.from(signature(key, token.personId, token.topic));
  const given = Buffer.from(token.mac);
  return right.length === given.length && timingSafeEqual(right, given);
}
