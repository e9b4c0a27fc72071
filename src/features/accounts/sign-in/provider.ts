import type { Identified, SignedIn } from "../../../access/accounts.ts";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { waitingInvitation } from "../invitations/accept.ts";
import { changeLetter } from "../reset/letters.ts";
import { isWelcome } from "./actions.ts";

export const PROVIDER_PROBLEMS = [
  "provider.failed",
  "provider.outdated",
  "provider.silent",
  "provider.unverified",
  "provider.unverified-here",
  "provider.unknown",
  "provider.taken",
] as const;
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number];

interface Arrived extends Pick<SignedIn, "step" | "setCookies"> {
  /** Came by an invitation, which is still to be accepted. */
  isNew: boolean;
}

/**
 * Who comes from another house is known here by what was linked before, or by an address that both houses have verified. Nobody is
 * let in on an address that somebody merely wrote down.
 */
export async function arrive(
  ctx: Context,
  desk: Desk,
  known: Identified,
  publicUrl: string,
): Promise<Result<Arrived, ProviderProblem>> {
  const met = known.personId
    ? ok({ personId: known.personId, isNew: false })
    : await meet(ctx, desk, known, publicUrl);
  if (!met.ok) return met;
  const { personId, isNew } = met.value;
  const signedIn = await desk.accounts.signInVouched(personId);
  const welcome = await isWelcome(ctx, desk, personId, { by: "provider", step: signedIn.step });
  return welcome ? ok({ ...signedIn, isNew }) : refuse("provider.unknown");
}

/** The first time: the person with this address, or a new one whom an invitation waits for. */
async function meet(
  ctx: Context,
  desk: Desk,
  { email, emailVerified, subject, name }: Identified,
  publicUrl: string,
): Promise<Result<{ personId: PersonId; isNew: boolean }, ProviderProblem>> {
  if (!email || !emailVerified) return refuse("provider.unverified");
  const found = await ctx.system("who comes from another house", async ({ db }) => ({
    person: await db
      .selectFrom("person")
      .select(["id", "name", "email", "locale", "suspendedAt"])
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .executeTakeFirst(),
    invited: await waitingInvitation(db, email),
  }));
  if (found.person) {
    const { person } = found;
    if (person.suspendedAt) return refuse("provider.unknown");
    if (!(await desk.accounts.security(person.id)).addressVerified) return refuse("provider.unverified-here");
    await link(ctx, desk, { ...person, locale: person.locale as Locale }, subject, publicUrl);
    return ok({ personId: person.id, isNew: false });
  }
  if (!found.invited) return refuse("provider.unknown");
  const person = {
    id: uuidv7(),
    name: found.invited.name ?? name ?? email.split("@")[0]!,
    email,
    locale: found.invited.locale,
  };
  await desk.accounts.addVouched(person.id, person.name, email);
  await ctx.system("an invited person came from another house", async ({ db, audit }) => {
    await db.insertInto("person").values(person).execute();
    audit({ action: "person.add", subjectKind: "person", subjectId: person.id, after: { by: "provider" } });
  });
  await link(ctx, desk, person, subject, publicUrl);
  return ok({ personId: person.id, isNew: true });
}

interface Linked {
  id: PersonId;
  name: string;
  email: string;
  locale: Locale;
}

async function link(ctx: Context, desk: Desk, person: Linked, subject: string, publicUrl: string) {
  await desk.accounts.linkProvider(person.id, subject);
  await ctx.system("linked with another house", async ({ audit, mail }) => {
    audit({
      action: "account.link",
      subjectKind: "person",
      subjectId: person.id,
      after: { provider: desk.accounts.provider?.name, address: desk.address },
    });
    await mail(changeLetter(person, "link", { now: ctx.now(), address: desk.address, publicUrl }));
  });
}

/** A signed-in person says that this identity elsewhere is theirs. */
export async function linkSignedIn(
  ctx: Context,
  desk: Desk,
  known: Identified,
  publicUrl: string,
): Promise<Result<null, ProviderProblem>> {
  const { identity } = ctx;
  if (!identity || identity.personId !== known.linkTo) return refuse("provider.outdated");
  if (known.personId === identity.personId) return ok(null);
  if (known.personId !== null) return refuse("provider.taken");
  await link(ctx, desk, { ...identity, id: identity.personId }, known.subject, publicUrl);
  return ok(null);
}
