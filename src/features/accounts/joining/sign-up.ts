import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { hashToken, newToken } from "../../../kernel/token.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { Email, type NewPerson } from "../invitations/schema.ts";
import { accountOf } from "../invitations/store.ts";
import { say } from "../messages.ts";
import { domainOf, isFreemail } from "./freemail.ts";
import { addRequest, type Organisation } from "./requests.ts";
import { answerersOf, organisationOfDomain } from "./store.ts";

export const NewSignUp = z.strictObject({ name: z.string().trim().min(1).max(200), email: Email });
export type NewSignUp = z.output<typeof NewSignUp>;

const LINK_HOURS = 24;
/** Nobody lets this house write many letters to others: so many an hour from one address, and to one. */
const from = new RateLimiterMemory({ points: 20, duration: 3600 });
const to = new RateLimiterMemory({ points: 3, duration: 3600 });
const takes = (limiter: RateLimiterMemory, key: string) =>
  limiter.consume(key).then(
    () => true,
    () => false,
  );

export type SignUpProblem = "domain.freemail" | "sign-up.no-organisation" | "sign-up.later";

/**
 * A letter to the address, whose link proves it. What is answered depends on the domain alone: whether the address has an account is
 * said in the letter, to who can read it. Either way the same is asked of the database and one letter is written.
 */
export async function askForLink(
  ctx: Context,
  desk: Desk,
  { name, email }: NewSignUp,
  publicUrl: string,
): Promise<Result<null, SignUpProblem>> {
  const domain = domainOf(email);
  if (isFreemail(domain)) return refuse("domain.freemail");
  if (!(await takes(from, desk.address))) return refuse("sign-up.later");
  return ctx.system("somebody without an account asks to join", async ({ db, mail }) => {
    const organisation = await organisationOfDomain(db, domain);
    if (!organisation) return refuse("sign-up.no-organisation");
    // Too many letters to one address end silently: who asked cannot tell, and who receives is left alone.
    if (!(await takes(to, email))) return ok(null);
    const known = await accountOf(db, email);
    const t = say(ctx.locale);
    const token = newToken();
    const expiresAt = new Date(ctx.now().getTime() + LINK_HOURS * 3_600_000);
    const named = { organisation: displayName(organisation.name) };
    await db.deleteFrom("signUp").where("expiresAt", "<", ctx.now()).execute();
    if (!known)
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
    await mail({
      to: email,
      subject: t("sign-up.letter.subject", named),
      body: [
        known
          ? t("sign-up.letter.known", named)
          : t("sign-up.letter.body", { name, day: formatDate(expiresAt, ctx.locale) }),
        known
          ? `${publicUrl}/sign-in?next=${encodeURIComponent(`/organisations/${organisation.slug}/join`)}`
          : `${publicUrl}/join/${token}`,
        t("sign-up.letter.not-you"),
        "",
      ].join("\n\n"),
    });
    return ok(null);
  });
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
