import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";

/**
 * Whether the asker has shown that their address is theirs: one that somebody else typed for them gives no right to what is meant for
 * that address.
 */
export const addressProven = async (ctx: Context, desk: Pick<Desk, "accounts">): Promise<boolean> =>
  ctx.identity !== null && (await desk.accounts.security(ctx.identity.personId)).addressVerified;
