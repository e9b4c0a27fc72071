import type { Context } from "../../../access/context.ts";
import type { Identity } from "../../../access/identity.ts";
import type { Desk } from "../../../access/route.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { AuditNote, SystemUnit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Addressee, type Change, changeLetter, linkLetter } from "../reset/letters.ts";
import { type LinkBehind, linkBehind, makeLink, spendLink } from "../reset/link.ts";
import { makeLimit, makeTries } from "../sign-in/tries.ts";

const tries = makeTries();
const letters = makeTries({ points: 4, duration: 900 });
/** From however many accounts: an address to confirm may be a stranger's. */
const to = makeLimit({ points: 4, duration: 3600 });

/** A person at their own account. */
export interface Own {
  ctx: Context;
  desk: Desk;
  me: Identity;
  publicUrl: string;
}
export const ownOf = ({ ctx, desk, publicUrl }: Omit<Own, "me">): Own => ({
  ctx,
  desk,
  publicUrl,
  me: ctx.identity!,
});

export type Proof = "security.later" | "security.password-wrong" | "security.sign-in-anew";

const FRESH_MS = 600_000;

/** The password once more; where there is none, that they have only just signed in. A browser left open is neither. */
export async function proven({ ctx, desk, me }: Own, password: string): Promise<Result<null, Proof>> {
  if (!(await desk.accounts.security(me.personId)).password) {
    const here = (await desk.accounts.sessions(me.personId)).find((session) => session.current);
    const fresh = here && here.since.getTime() > ctx.now().getTime() - FRESH_MS;
    return fresh ? ok(null) : refuse("security.sign-in-anew");
  }
  if (!(await tries.take(me.personId, desk.address))) return refuse("security.later");
  if (!(await desk.accounts.passwordIs(me.personId, password))) return refuse("security.password-wrong");
  await tries.forgive(me.personId, desk.address);
  return ok(null);
}

/** Into the log and, where it changes who can get in, to the person. */
async function told(
  { ctx, desk, me, publicUrl }: Own,
  note: Omit<AuditNote, "subjectKind">,
  change?: Change,
) {
  await ctx.write(async ({ audit, mail }) => {
    audit({ subjectKind: "person", subjectId: me.personId, ...note });
    if (change) await mail(changeLetter(me, change, { now: ctx.now(), address: desk.address, publicUrl }));
  });
}

export async function endSession(own: Own, sessionId: string): Promise<boolean> {
  const ended = await own.desk.accounts.endSession(own.me.personId, sessionId);
  if (ended) await told(own, { action: "session.end", after: { sessionId } });
  return ended;
}

export async function endSessions(own: Own, but?: "this one"): Promise<number> {
  const count = await own.desk.accounts.endSessions(own.me.personId, but);
  await told(own, { action: "session.end-others", after: { count } });
  return count;
}

export async function changePassword(own: Own, old: string, chosen: string): Promise<Result<null, Proof>> {
  const proof = await proven(own, old);
  if (!proof.ok) return proof;
  await own.desk.accounts.setPassword(own.me.personId, chosen);
  await own.ctx.system("letters on their way are worth nothing now", async ({ db }) => {
    await db.deleteFrom("accountLink").where("personId", "=", own.me.personId).execute();
  });
  const sessionsEnded = await own.desk.accounts.endSessions(own.me.personId, "this one");
  await told(own, { action: "account.password", after: { by: "old password", sessionsEnded } }, "password");
  return ok(null);
}

/** Says the same whether the address is free or taken: nobody learns who else has an account. */
export async function askForAddress(own: Own, email: string): Promise<Result<null, "security.later">> {
  const { ctx, desk, me, publicUrl } = own;
  if (!(await letters.take(me.personId, desk.address))) return refuse("security.later");
  if (!(await to(email))) return ok(null);
  await ctx.system("a letter to confirm an address", async (unit) => {
    const { db, audit } = unit;
    // In both cases the link of an earlier letter is worth nothing from now on: it tells nothing of this address.
    await db
      .deleteFrom("accountLink")
      .where("personId", "=", me.personId)
      .where("kind", "=", "address")
      .execute();
    const taken = await db
      .selectFrom("person")
      .select("id")
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .where("id", "<>", me.personId)
      .executeTakeFirst();
    if (taken) return;
    await confirmLetter(unit, { ...me, id: me.personId, email }, { now: ctx.now(), publicUrl });
    audit({ action: "account.address-letter", subjectKind: "person", subjectId: me.personId });
  });
  return ok(null);
}

/** The letter whose link proves that an address is a person's. */
export async function confirmLetter(
  { db, mail }: SystemUnit,
  person: Addressee & { id: PersonId },
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<void> {
  const token = await makeLink(db, "address", person, now);
  await mail(linkLetter(person, "address", `${publicUrl}/sign-in/address/${token}`));
}

export const whoseAddress = (ctx: Context, token: string) =>
  ctx.system("whose link this is", ({ db }) => linkBehind(db, "address", token, ctx.now()));

/**
 * A letter to an address with a slip of the pen reaches somebody else, who must not get the account by it: to another address it is moved
 * by its person alone, signed in. One's present address is confirmed by whoever reads its letters.
 */
export const mayConfirm = (ctx: Context, { id, email, oldEmail }: NonNullable<LinkBehind>) =>
  email === oldEmail.toLowerCase() || ctx.identity?.personId === id;

/** The link came to the address, so the address is theirs. The old one hears of it. */
export async function confirmAddress(
  ctx: Context,
  desk: Desk,
  token: string,
  publicUrl: string,
): Promise<Result<null, "dead">> {
  class Taken extends Error {}
  const confirmed = ctx.system("a link from a letter", async ({ db, audit, mail }) => {
    const person = await linkBehind(db, "address", token, ctx.now());
    if (!person || !mayConfirm(ctx, person) || !(await spendLink(db, "address", token))) return false;
    const other = await db
      .selectFrom("person")
      .select("id")
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", person.email))
      .where("id", "<>", person.id)
      .executeTakeFirst();
    if (other) return false;
    const changed = person.email !== person.oldEmail.toLowerCase();
    if (changed)
      await db.updateTable("person").set({ email: person.email }).where("id", "=", person.id).execute();
    audit({
      action: changed ? "account.address" : "account.address-verify",
      subjectKind: "person",
      subjectId: person.id,
      ...(changed ? { before: { email: person.oldEmail } } : {}),
      after: { email: person.email },
    });
    if (changed) {
      const old = { ...person, email: person.oldEmail, locale: person.locale as Locale };
      await mail(changeLetter(old, "address", { now: ctx.now(), address: desk.address, publicUrl }));
    }
    // Last, because it is the one thing that the transaction cannot take back.
    if (!(await desk.accounts.setAddress(person.id, person.email))) throw new Taken();
    return true;
  });
  const done = await confirmed.catch((error: unknown) => {
    if (error instanceof Taken) return false;
    throw error;
  });
  return done ? ok(null) : refuse("dead");
}

export async function beginSecondFactor(own: Own, password: string): Promise<Result<null, Proof>> {
  const proof = await proven(own, password);
  if (!proof.ok) return proof;
  await own.desk.accounts.beginSecondFactor(password);
  return ok(null);
}

/** The value: headers of the renewed session. */
export async function confirmSecondFactor(
  own: Own,
  code: string,
): Promise<Result<readonly string[], "factor.wrong" | "security.later">> {
  if (!(await tries.take(`code ${own.me.personId}`, own.desk.address))) return refuse("security.later");
  const setCookies = await own.desk.accounts.confirmSecondFactor(own.me.personId, code);
  if (!setCookies) return refuse("factor.wrong");
  await told(own, { action: "account.second-factor-on" }, "second-factor-on");
  return ok(setCookies);
}

export async function endSecondFactor(own: Own, password: string): Promise<Result<readonly string[], Proof>> {
  const proof = await proven(own, password);
  if (!proof.ok) return proof;
  const setCookies = await own.desk.accounts.endSecondFactor(password);
  await told(own, { action: "account.second-factor-off" }, "second-factor-off");
  return ok(setCookies);
}

export async function newRecoveryCodes(
  own: Own,
  password: string,
): Promise<Result<readonly string[], Proof>> {
  const proof = await proven(own, password);
  if (!proof.ok) return proof;
  const codes = await own.desk.accounts.newRecoveryCodes(password);
  await told(own, { action: "account.recovery-codes" }, "recovery-codes");
  return ok(codes);
}

export async function addPasskey(
  own: Own,
  { name, answer, password }: { name: string; answer: string; password: string },
): Promise<Result<null, Proof | "passkeys.refused">> {
  const proof = await proven(own, password);
  if (!proof.ok) return proof;
  if (!(await own.desk.accounts.addPasskey(own.me.personId, name, answer))) return refuse("passkeys.refused");
  await told(own, { action: "account.passkey-add", after: { name } }, "passkey-add");
  return ok(null);
}

export async function namePasskey(own: Own, id: string, name: string): Promise<boolean> {
  const named = await own.desk.accounts.namePasskey(own.me.personId, id, name);
  if (named) await told(own, { action: "account.passkey-name", after: { name } });
  return named;
}

export async function removePasskey(own: Own, id: string): Promise<boolean> {
  const name = await own.desk.accounts.removePasskey(own.me.personId, id);
  if (name !== null)
    await told(own, { action: "account.passkey-remove", before: { name } }, "passkey-remove");
  return name !== null;
}

/** The way to the other house, to link it with this account: from a form of ours alone, and with a proof. */
export async function askToLink(
  own: Own,
  password: string,
): Promise<Result<{ to: string; setCookie: string }, Proof | "provider.silent">> {
  const proof = await proven(own, password);
  if (!proof.ok) return proof;
  const asked = await own.desk.accounts.askProvider("/account/security", own.me.personId);
  return asked ? ok(asked) : refuse("provider.silent");
}

export async function unlinkProvider(own: Own): Promise<boolean> {
  const unlinked = await own.desk.accounts.unlinkProvider(own.me.personId);
  if (unlinked) await told(own, { action: "account.unlink" }, "unlink");
  return unlinked;
}
