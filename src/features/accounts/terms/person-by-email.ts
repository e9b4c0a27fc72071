import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Whoever gives a role knows an address, not yet the person: only whether there is an account is asked past their rights. */
export const personByEmail = (ctx: Context, email: string) =>
  ctx.system("whose address this is", async ({ db }) => {
    const found = await db
      .selectFrom("person")
      .select(["id", "name", "locale"])
      .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
      .where("suspendedAt", "is", null)
      .executeTakeFirst();
    return found ? { ...found, locale: found.locale as Locale } : null;
  });
