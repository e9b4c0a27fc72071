import type { PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { hashToken, newSecret } from "../../../kernel/token.ts";

export const LINK_KINDS = { reset: { hours: 1 }, address: { hours: 48 } } as const;
export type LinkKind = keyof typeof LINK_KINDS;

/** A link for a letter, kept as a hash. A newer one of its kind makes the older ones worthless. */
export async function makeLink(
  db: Db,
  kind: LinkKind,
  person: { id: PersonId; email: string },
  now: Date,
): Promise<string> {
  const token = newSecret();
  await db.deleteFrom("accountLink").where("personId", "=", person.id).where("kind", "=", kind).execute();
  await db
    .insertInto("accountLink")
    .values({
      hash: hashToken(token),
      kind,
      personId: person.id,
      email: person.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_KINDS[kind].hours * 3_600_000),
    })
    .execute();
  return token;
}

/** Whose link it is, without using it up: mail scanners open links too. */
export const linkBehind = (db: Db, kind: LinkKind, token: string, now: Date) =>
  db
    .selectFrom("accountLink")
    .innerJoin("person", "person.id", "accountLink.personId")
    .select(["person.id", "person.name", "person.locale", "person.email as oldEmail", "accountLink.email"])
    .where("accountLink.hash", "=", hashToken(token))
    .where("accountLink.kind", "=", kind)
    .where("accountLink.expiresAt", ">", now)
    .where("person.suspendedAt", "is", null)
    .executeTakeFirst();

export type LinkBehind = Awaited<ReturnType<typeof linkBehind>>;

/** Uses it up; `false` when somebody was faster. */
export async function spendLink(db: Db, kind: LinkKind, token: string): Promise<boolean> {
  const spent = await db
    .deleteFrom("accountLink")
    .where("hash", "=", hashToken(token))
    .where("kind", "=", kind)
    .returning("hash")
    .executeTakeFirst();
  return spent !== undefined;
}
