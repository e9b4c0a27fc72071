import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/**
 * After a role has ended. The role itself is gone with the next request, and with it tokens, links in letters and notices told to it;
 * who holds no other one is signed out everywhere. Who left by themselves stays signed in: their account is theirs.
 */
export async function signOutWithoutRole(ctx: Context, desk: Desk, personId: PersonId): Promise<void> {
  if (personId === ctx.actor.personId) return;
  const left = await ctx.system("whether any role is left to who was removed", ({ db }) =>
    hasRole(db, personId, ctx.today()),
  );
  if (!left) await desk.accounts.endSessions(personId);
}

async function hasRole(db: Db, personId: PersonId, today: string): Promise<boolean> {
  const held = await db
    .selectFrom("seat")
    .select("id")
    .where("personId", "=", personId)
    .where("since", "<=", today)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", today)]))
    .unionAll(
      db
        .selectFrom("office")
        .select("id")
        .where("personId", "=", personId)
        .where("since", "<=", today)
        .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", today)])),
    )
    .unionAll(db.selectFrom("person").select("id").where("id", "=", personId).where("operator", "=", true))
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}
