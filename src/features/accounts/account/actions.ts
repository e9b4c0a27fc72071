import type { Context } from "../../../access/context.ts";
import type { Identity } from "../../../access/identity.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { hashToken, newToken } from "../../../kernel/token.ts";
import { grantToken, type NewToken, type TokenProblem, tokenState } from "./rules.ts";
import { rolesEverHeld, tokensOf } from "./store.ts";

export const myAccount = (ctx: Context, identity: Identity) =>
  ctx.read(async (db) => ({
    tokens: await tokensOf(db, identity.personId),
    roles: await rolesEverHeld(db, identity.personId),
  }));

export type MyAccount = Awaited<ReturnType<typeof myAccount>>;

/** The value is the token itself. It is shown this once: only its hash is kept. */
export function makeToken(
  ctx: Context,
  identity: Identity,
  wanted: NewToken,
): Promise<Result<string, TokenProblem>> {
  return ctx.write(async ({ db, audit }) => {
    const now = ctx.now();
    const live = (await tokensOf(db, identity.personId)).filter((token) => tokenState(token, now) === "live");
    const granted = grantToken(wanted, ctx.acting, live.length, now);
    if (!granted.ok) return granted;

    const token = newToken();
    const id = uuidv7();
    const { name, scope } = wanted;
    await db
      .insertInto("apiToken")
      .values({
        id,
        personId: identity.personId,
        name,
        scope,
        hash: hashToken(token),
        createdAt: now,
        ...granted.value,
      })
      .execute();
    audit({
      action: "token.make",
      subjectKind: "token",
      subjectId: id,
      after: {
        name,
        scope,
        actingAs: granted.value.actingAs,
        expiresAt: granted.value.expiresAt.toISOString(),
      },
    });
    return ok(token);
  });
}

export function revokeToken(
  ctx: Context,
  identity: Identity,
  id: string,
): Promise<Result<null, "not-found">> {
  return ctx.write(async ({ db, audit }) => {
    const revoked = await db
      .updateTable("apiToken")
      .set({ revokedAt: ctx.now() })
      .where("id", "=", id)
      .where("personId", "=", identity.personId)
      .where("revokedAt", "is", null)
      .returning(["name"])
      .executeTakeFirst();
    if (!revoked) return refuse("not-found");
    audit({ action: "token.revoke", subjectKind: "token", subjectId: id, before: { name: revoked.name } });
    return ok(null);
  });
}
