import type { Context } from "../../../access/context.ts";
import type { Identity } from "../../../access/identity.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { ALL, readToken, signedBy } from "../telling/letter-key.ts";
import { EVERYTHING, type Frequency } from "../telling/rules.ts";
import type { Features } from "../topics.ts";
import type { NewChoices } from "./schema.ts";
import { choicesOfPerson, choose, chooseSilence } from "./store.ts";

export const myChoices = (ctx: Context, identity: Identity) =>
  ctx.read((db) => choicesOfPerson(db, identity.personId));

export async function keepChoices(
  ctx: Context,
  identity: Identity,
  features: Features,
  { everything, topics = {} }: NewChoices,
): Promise<Result<null, "unknown-topic">> {
  const known = new Set(features.topics().map(({ topic }) => topic));
  if (Object.keys(topics).some((topic) => !known.has(topic))) return refuse("unknown-topic");
  const wanted: Record<string, Frequency | null> = {
    ...topics,
    ...(everything === undefined ? {} : { [EVERYTHING]: everything }),
  };
  return ctx.write(async ({ db, audit }) => {
    const before = await choicesOfPerson(db, identity.personId);
    await choose(db, identity.personId, wanted);
    audit({
      action: "notices.choose",
      subjectKind: "person",
      subjectId: identity.personId,
      before,
      after: await choicesOfPerson(db, identity.personId),
    });
    return ok(null);
  });
}

export interface Unsubscribing {
  personId: string;
  topic: string;
  email: string;
}

/** Whose letters about what this address would end; `null` where it was not made here. */
export async function unsubscribing(ctx: Context, token: string): Promise<Unsubscribing | null> {
  const read = readToken(token);
  if (!read) return null;
  const row = await ctx.system("whose letters an address ends", ({ db }) =>
    db
      .selectFrom("noticeSecret")
      .innerJoin("person", "person.id", "noticeSecret.personId")
      .select(["noticeSecret.letterKey", "person.email"])
      .where("person.id", "=", read.personId)
      .executeTakeFirst(),
  );
  return row && signedBy(row.letterKey, read)
    ? { personId: read.personId, topic: read.topic, email: row.email }
    : null;
}

/** Done by whoever holds the letter, signed in or not: it can only make letters rarer. */
export const unsubscribe = (ctx: Context, { personId, topic }: Unsubscribing): Promise<void> =>
  ctx.system("unsubscribed by a letter's address", async ({ db, audit }) => {
    const before = await choicesOfPerson(db, personId);
    if (topic === ALL) await chooseSilence(db, personId);
    else await choose(db, personId, { [topic]: "never" });
    audit({
      action: "notices.unsubscribe",
      subjectKind: "person",
      subjectId: personId,
      before,
      after: await choicesOfPerson(db, personId),
    });
  });
