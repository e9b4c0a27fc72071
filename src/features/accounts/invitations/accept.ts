import type { Context } from "../../../access/context.ts";
import type { Acting } from "../../../access/identity.ts";
import type { Desk } from "../../../access/route.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { hashToken } from "../../../kernel/token.ts";
import { lockOffices } from "../offices/store.ts";
import { lockSeats } from "../seats/store.ts";
import { addressProven } from "../terms/proven.ts";
import { giveTerm } from "../terms/rules.ts";
import { type Standing, stateOf, type UseProblem, useInvitation, voidReason } from "./rules.ts";
import type { NewPerson } from "./schema.ts";
import { accountOf, type InvitationTold, invitationToldByHash, openFor, standingOf } from "./store.ts";

export type AcceptProblem = UseProblem | "sign-in-first" | "unproven" | "held-already" | "not-found";

export interface Opened {
  invitation: InvitationTold;
  problem: UseProblem | null;
  /** Whether somebody has an account with the invited address: then they sign in instead of making one. */
  hasAccount: boolean;
}

/** Who holds the link may see what it offers: they are not known yet, so the house looks it up. Opening it changes nothing. */
export const openInvitation = (ctx: Context, token: string): Promise<Opened | null> =>
  ctx.system("an invitation's link was opened", async ({ db }) => {
    const invitation = await invitationToldByHash(db, hashToken(token));
    if (!invitation) return null;
    const standing = await standingOf(db, [invitation.id], ctx.today());
    const address = ctx.identity?.email ?? invitation.email;
    const usable = useInvitation(invitation, standing.get(invitation.id)!, address, ctx.now());
    return {
      invitation,
      problem: usable.ok ? null : usable.problem,
      hasAccount: (await accountOf(db, invitation.email)) !== undefined,
    };
  });

/** Somebody without an account: having opened the link proves the address. The value opens their session. */
export async function acceptAsNew(
  ctx: Context,
  desk: Desk,
  token: string,
  person: NewPerson,
): Promise<Result<{ acting: Acting; cookies: readonly string[] | null }, AcceptProblem>> {
  const opened = await openInvitation(ctx, token);
  if (!opened) return refuse("not-found");
  if (opened.problem) return refuse(opened.problem);
  // An account is never entered by a link alone.
  if (opened.hasAccount) return refuse("sign-in-first");
  const { email } = opened.invitation;
  const personId = await desk.addAccount({ ...person, email });
  const accepted = await accept(ctx, { personId, email }, { hash: hashToken(token) });
  if (!accepted.ok) return accepted;
  const opens = await desk.signIn(email, person.password);
  return ok({ acting: accepted.value, cookies: opens?.setCookies ?? null });
}

/** Somebody signed in, by the letter's link or from the list of what waits for their address. */
export async function acceptSignedIn(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  which: { token: string } | { id: string },
): Promise<Result<Acting, AcceptProblem>> {
  const { identity } = ctx;
  if (!identity) return refuse("sign-in-first");
  // Who holds the letter's link has the address; without it the address must have been proven before.
  if ("id" in which && !(await addressProven(ctx, desk))) return refuse("unproven");
  return accept(
    ctx,
    { personId: identity.personId, email: identity.email },
    "token" in which ? { hash: hashToken(which.token) } : which,
  );
}

/**
 * Gives the role. By the house's own hand: who is invited has no right yet to what they are invited to. Everything is decided anew on
 * the locked row, for between opening and accepting much can happen.
 */
function accept(
  ctx: Context,
  person: { personId: string; email: string },
  which: { hash: string } | { id: string },
): Promise<Result<Acting, AcceptProblem>> {
  return ctx.system("an invitation was accepted", async ({ db, audit }) => {
    const invitation = await db
      .selectFrom("invitation")
      .selectAll()
      .$if("hash" in which, (query) => query.where("tokenHash", "=", (which as { hash: string }).hash))
      .$if("id" in which, (query) =>
        // By its id only who it is addressed to finds it.
        query.where("id", "=", (which as { id: string }).id).where("email", "=", person.email.toLowerCase()),
      )
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) return refuse("not-found");
    const standing = await standingOf(db, [invitation.id], ctx.today());
    const usable = useInvitation(invitation, standing.get(invitation.id)!, person.email, ctx.now());
    if (!usable.ok) return usable;

    const { organisationId, clusterId, role, title, since, until } = invitation;
    const held = organisationId ? await lockSeats(db, organisationId) : await lockOffices(db, clusterId!);
    const own = held.filter((term) => term.personId === person.personId);
    const today = ctx.today();
    const given = giveTerm({ role, title, until, since: since && since > today ? since : today }, own, today);
    if (!given.ok) return refuse(given.problem === "held-already" ? "held-already" : "expired");
    const term = { id: uuidv7(), personId: person.personId, ...given.value };
    if (organisationId)
      await db
        .insertInto("seat")
        .values({ ...term, organisationId })
        .execute();
    else
      await db
        .insertInto("office")
        .values({ ...term, clusterId: clusterId! })
        .execute();
    await db
      .updateTable("invitation")
      .set({ acceptedAt: ctx.now(), acceptedBy: person.personId })
      .where("id", "=", invitation.id)
      .execute();
    const kind = organisationId ? "seat" : "office";
    audit({
      action: "invitation.accept",
      subjectKind: kind,
      subjectId: term.id,
      after: { ...term, organisationId, invitationId: invitation.id, invitedBy: invitation.invitedBy },
      ...(clusterId ? { clusterId } : {}),
    });
    return ok(`${kind}:${term.id}` as const);
  });
}

/** What waits for one's own address; nothing for an address that is not proven. */
export async function waitingForMe(ctx: Context, desk: Pick<Desk, "accounts">): Promise<InvitationTold[]> {
  const { identity } = ctx;
  if (!identity) return [];
  const open = await ctx.system("what waits for one's own address", ({ db }) =>
    usable(db, identity.email, ctx.now(), ctx.today()),
  );
  return open.length > 0 && (await addressProven(ctx, desk)) ? open : [];
}

/**
 * Whether an invitation waits for this address: who comes with a proven address and no account is let in if one does.
 * By a unit of the house: the asker is not known yet.
 */
export async function waitingInvitation(
  db: Db,
  email: string,
): Promise<{ id: string; name: string | null; locale: "en" | "de" } | null> {
  const now = new Date();
  const [first] = await usable(db, email, now, now.toISOString().slice(0, 10));
  return first ? { id: first.id, name: first.name, locale: first.locale === "de" ? "de" : "en" } : null;
}

async function usable(db: Db, email: string, now: Date, today: string) {
  const open = await openFor(db, email, now);
  const standing = await standingOf(
    db,
    open.map((invitation) => invitation.id),
    today,
  );
  return open.filter((invitation) => {
    const stands = standing.get(invitation.id) as Standing;
    return stateOf(invitation, now) === "waiting" && voidReason(stands) === null;
  });
}
