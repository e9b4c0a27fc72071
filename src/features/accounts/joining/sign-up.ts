import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import type { Db, Letter } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { hashToken, newToken } from "../../../kernel/token.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { Email, type NewPerson } from "../invitations/schema.ts";
import { accountOf } from "../invitations/store.ts";
import { say } from "../messages.ts";
import { makeLimit } from "../sign-in/tries.ts";
import { domainOf, isFreemail } from "./freemail.ts";
import { addRequest, type Organisation } from "./requests.ts";
import { answerersOf, organisationOfDomain } from "./store.ts";

export const NewSignUp = z.strictObject({ name: z.string().trim().min(1).max(200), email: Email });
export type NewSignUp = z.output<typeof NewSignUp>;

const LINK_HOURS = 24;
/** Nobody lets this house write many letters to others: so many an hour from one address, and to one. */
const from = makeLimit({ points: 20, duration: 3600 });
const to = makeLimit({ points: 3, duration: 3600 });

export type SignUpProblem = "domain.freemail" | "sign-up.later";

/**
 * A letter to the address, whose link proves it. Whether the address has an account, and whether an organisation has declared its domain,
 * is said in the letter, to who can read it. In each case the same is asked of the database and one letter is written.
 */
export async function askForLink(
  ctx: Context,
  desk: Desk,
  wanted: NewSignUp,
  publicUrl: string,
): Promise<Result<null, SignUpProblem>> {
  const { email } = wanted;
  if (isFreemail(domainOf(email))) return refuse("domain.freemail");
  if (!(await from(desk.address))) return refuse("sign-up.later");
  // Too many letters to one address end silently: who asked cannot tell, and who receives is left alone.
  if (!(await to(email))) return ok(null);
  await ctx.system("somebody without an account asks to join", async ({ db, mail }) => {
    const organisation = await organisationOfDomain(db, domainOf(email));
    const known = await accountOf(db, email);
    await db.deleteFrom("signUp").where("expiresAt", "<", ctx.now()).execute();
    if (!organisation) return mail(nobodysLetter(email, ctx.locale));
    const t = say(ctx.locale);
    const named = { organisation: displayName(organisation.name) };
    const [text, link] = known
      ? [
          t("sign-up.letter.known", named),
          `/sign-in?next=${encodeURIComponent(`/organisations/${organisation.slug}/join`)}`,
        ]
      : await proof(db, ctx, wanted, organisation);
    await mail({
      to: email,
      subject: t("sign-up.letter.subject", named),
      body: [text, `${publicUrl}${link}`, t("sign-up.letter.not-you"), ""].join("\n\n"),
    });
  });
  return ok(null);
}

async function proof(db: Db, ctx: Context, { name, email }: NewSignUp, organisation: Organisation) {
  const token = newToken();
  const expiresAt = new Date(ctx.now().getTime() + LINK_HOURS * 3_600_000);
  await db
    .insertInto("signUp")
    .values({
      id: uuidv7(),
      ...{ email, name, expiresAt },
      locale: ctx.locale,
      organisationId: organisation.id,
      tokenHash: hashToken(token),
      createdAt: ctx.now(),
    })
    .execute();
  const text = say(ctx.locale)("sign-up.letter.body", { name, day: formatDate(expiresAt, ctx.locale) });
  return [text, `/join/${token}`] as const;
}

function nobodysLetter(email: string, locale: Locale): Letter {
  const t = say(locale);
  return {
    to: email,
    subject: t("sign-up.letter.subject.nobody"),
    body: `${t("sign-up.letter.nobody", { domain: domainOf(email) })}\n\n${t("sign-up.letter.not-you")}\n`,
  };
}

export interface SignUp {
  id: string;
  email: string;
  name: string;
  organisation: Organisation;
}

/** The link of the letter, while it is worth something. Who opens it is not known yet. */
export const openSignUp = (ctx: Context, token: string): Promise<SignUp | null> =>
  ctx.system("a proof of address was opened", async ({ db }) => {
    const found = await db
      .selectFrom("signUp")
      .innerJoin("organisation", "organisation.id", "signUp.organisationId")
      .select(["signUp.id", "signUp.email", "signUp.name"])
      .select(["organisation.id as organisationId", "organisation.name as organisation", "organisation.slug"])
      .where("signUp.tokenHash", "=", hashToken(token))
      .where("signUp.usedAt", "is", null)
      .where("signUp.expiresAt", ">", ctx.now())
      .executeTakeFirst();
    // An account made in the meantime is entered by its own door.
    if (!found || (await accountOf(db, found.email))) return null;
    const { id, email, name, organisationId, organisation, slug } = found;
    return { id, email, name, organisation: { id: organisationId, name: organisation, slug } };
  });

/** The account, and in the same breath the request to join: the domain is asked again, it may have been given up since. */
export async function signUp(
  ctx: Context,
  desk: Desk,
  token: string,
  person: NewPerson,
): Promise<Result<{ organisation: Organisation; cookies: readonly string[] | null }, "sign-up.dead">> {
  const opened = await openSignUp(ctx, token);
  if (!opened) return refuse("sign-up.dead");
  const claimed = await ctx.system("a proof of address was used", ({ db }) =>
    db
      .updateTable("signUp")
      .set({ usedAt: ctx.now() })
      .where("id", "=", opened.id)
      .where("usedAt", "is", null)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!claimed) return refuse("sign-up.dead");
  const { email, organisation } = opened;
  const id = await desk.addAccount({ ...person, email });
  await ctx.system("asking to join with a new account", async (unit) => {
    const still = await organisationOfDomain(unit.db, domainOf(email));
    const answerers = await answerersOf(unit.db, organisation.id, ctx.today());
    if (still?.id === organisation.id && answerers.owners + answerers.teams.length > 0)
      await addRequest(unit, { id, name: person.name, email }, organisation, answerers);
  });
  const opens = await desk.signIn(email, person.password);
  return ok({ organisation, cookies: opens?.setCookies ?? null });
}
