import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import type { Job } from "../../../access/feature.ts";
import type { Desk } from "../../../access/route.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { makeLimit, makeTries } from "../sign-in/tries.ts";
import { changeLetter, linkLetter } from "./letters.ts";
import { linkBehind, makeLink, spendLink } from "./link.ts";

/** One address, as text: a list of addresses would send one person's link to another. */
export const Address = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const NewPassword = z.string().min(12).max(128);

const tries = makeTries({ points: 4, duration: 900 });
/** From however many addresses somebody asks: more letters end silently, and the link of the last works for as long. */
const letters = makeLimit({ points: 3, duration: 3600 });

/** Whether there is such an account is looked up later, in a job: the answer and its time are the same for every address. */
export async function askForReset(
  ctx: Context,
  desk: Desk,
  email: string,
): Promise<Result<null, "reset.later">> {
  if (!(await tries.take(email, desk.address))) return refuse("reset.later");
  if (!(await letters(email))) return ok(null);
  await ctx.system("a new password was asked for", ({ enqueue }) => enqueue("account.reset", { email }));
  return ok(null);
}

const Payload = z.object({ email: Address });

/** Writes the letter, where there is somebody to write to. */
export const sendReset: Job = async (payload, house) => {
  const { email } = Payload.parse(payload);
  await house.system("a new password was asked for", async ({ db, mail, audit }) => {
    const person = await db
      .selectFrom("person")
      .select(["id", "name", "email", "locale"])
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .where("suspendedAt", "is", null)
      .executeTakeFirst();
    if (!person) return;
    const token = await makeLink(db, "reset", person, house.now());
    const to = { ...person, locale: person.locale as Locale };
    await mail(linkLetter(to, "reset", `${house.publicUrl}/reset/${token}`));
    audit({ action: "account.reset-letter", subjectKind: "person", subjectId: person.id });
  });
};

export const whoseReset = (ctx: Context, token: string) =>
  ctx.system("whose link this is", ({ db }) => linkBehind(db, "reset", token, ctx.now()));

/** Having read the letter proves the address. It proves no second factor: that stays, and is asked for at the next sign-in. */
export async function setForgotten(
  ctx: Context,
  desk: Desk,
  token: string,
  password: string,
  publicUrl: string,
): Promise<Result<null, "dead">> {
  return ctx.system("a link from a letter", async ({ db, audit, mail }) => {
    const person = await linkBehind(db, "reset", token, ctx.now());
    // An address that was changed in between has taken its letters' worth along.
    if (!person || person.email !== person.oldEmail || !(await spendLink(db, "reset", token)))
      return refuse("dead");
    await desk.accounts.setPassword(person.id, password);
    await desk.accounts.setAddress(person.id, person.email);
    const ended = await desk.accounts.endSessions(person.id);
    // Whoever knew the old password may have left doors open: letters on their way, tokens, a feed.
    await db.deleteFrom("accountLink").where("personId", "=", person.id).execute();
    await db
      .updateTable("apiToken")
      .set({ revokedAt: ctx.now() })
      .where("personId", "=", person.id)
      .where("revokedAt", "is", null)
      .execute();
    await db.updateTable("noticeSecret").set({ feedHash: null }).where("personId", "=", person.id).execute();
    audit({
      action: "account.password",
      subjectKind: "person",
      subjectId: person.id,
      after: { by: "letter", sessionsEnded: ended, address: desk.address },
    });
    await mail(
      changeLetter({ ...person, locale: person.locale as Locale }, "password", {
        now: ctx.now(),
        address: desk.address,
        publicUrl,
      }),
    );
    return ok(null);
  });
}
