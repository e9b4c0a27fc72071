import { z } from "zod";
import type { Context } from "../../access/context.ts";
import { actingRole } from "../../access/identity.ts";
import { post } from "../../access/route.ts";
import { backInside } from "../../kernel/back.ts";
import { isLocale } from "../../kernel/locale.ts";

const one = z.string().max(2000).optional().catch(undefined);
const Preferences = z.object({ theme: one, language: one, back: one });
const ActAs = z.object({ as: one, back: one });

/** What the browser remembers about how one likes it, and as whom one acts. */
export const choiceRoutes = [
  post("/act-as", {
    rule: "signed-in",
    summary: "Changes the role one acts from",
    handle: ({ ctx, body }) => {
      const { as, back } = ActAs.parse(body);
      const role = ctx.identity ? actingRole(ctx.identity, as) : null;
      // The page one was on may not exist for the new role; its first screen does.
      const to = backInside(back, "/today").startsWith("/account") ? "/account" : "/today";
      return { kind: "redirect", to, cookies: { kontor_as: role } };
    },
  }),
  post("/preferences", {
    rule: "everyone",
    summary: "Remembers colours and language",
    handle: async ({ ctx, body }) => {
      const { theme, language, back } = Preferences.parse(body);
      const cookies: Record<string, string | null> = {};
      if (theme === "light" || theme === "dark") cookies.kontor_theme = theme;
      if (theme === "system") cookies.kontor_theme = null;
      if (isLocale(language)) {
        cookies.kontor_lang = language;
        await rememberLanguage(ctx, language);
      }
      return { kind: "redirect", to: withoutLanguage(backInside(back, "/")), cookies };
    },
  }),
];

/** Letters are written in the language a person chose, so it is kept with the person as well. */
async function rememberLanguage(ctx: Context, locale: "en" | "de") {
  const { identity } = ctx;
  if (!identity || identity.locale === locale) return;
  await ctx.write(async ({ db, audit }) => {
    await db.updateTable("person").set({ locale }).where("id", "=", identity.personId).execute();
    audit({
      action: "person.language",
      subjectKind: "person",
      subjectId: identity.personId,
      before: { locale: identity.locale },
      after: { locale },
    });
  });
}

/** An address that still asks for the old language would undo the choice. */
function withoutLanguage(back: string): string {
  const url = new URL(back, "http://inside.invalid");
  url.searchParams.delete("lang");
  return `${url.pathname}${url.search}${url.hash}`;
}
