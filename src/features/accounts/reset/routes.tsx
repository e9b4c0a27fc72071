import { z } from "zod";
import { api, empty, get, page, post, problem, redirect } from "../../../access/route.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { sentencesOf } from "../terms/typed.ts";
import { Address, askForReset, NewPassword, setForgotten, whoseReset } from "./actions.ts";
import { AskForReset, ChoosePassword, DeadLink } from "./view.tsx";

const frame = (locale: Locale) => ({ title: say(locale)("reset.title"), personal: true });
const Asked = z.object({ email: Address });
const Chosen = z.object({ password: NewPassword });
const Token = z.object({ token: z.string().max(100) });

const dead = (locale: Locale) =>
  page(
    frame(locale),
    <DeadLink locale={locale} again={{ label: say(locale)("reset.again"), href: "/reset" }} />,
    409,
  );

export const resetRoutes = [
  get("/reset", {
    rule: "everyone",
    summary: "Asks for a letter with which to set a new password",
    handle: ({ ctx: { locale }, csrf }) => page(frame(locale), <AskForReset locale={locale} csrf={csrf} />),
  }),
  post("/reset", {
    rule: "everyone",
    summary: "Sends the letter; the answer is the same for every address",
    handle: async ({ ctx, desk, body, csrf }) => {
      const { locale } = ctx;
      const asked = Asked.safeParse(body);
      const typed = (body as Record<string, unknown>).email;
      const form = { locale, csrf, values: { email: typeof typed === "string" ? typed : "" } };
      if (!asked.success)
        return page(
          frame(locale),
          <AskForReset {...form} problems={sentencesOf(asked.error, locale)} />,
          422,
        );
      const sent = await askForReset(ctx, desk, asked.data.email);
      if (!sent.ok)
        return page(
          frame(locale),
          <AskForReset {...form} problems={{ "": say(locale)(sent.problem) }} />,
          422,
        );
      return page(frame(locale), <AskForReset {...form} sent />);
    },
  }),
  api.post("/api/v1/reset", {
    rule: "everyone",
    summary: "Asks for a letter with which to set a new password; the answer is the same for every address",
    body: z.strictObject({ email: Address }),
    handle: async ({ ctx, desk, body }) => {
      const sent = await askForReset(ctx, desk, body.email);
      return sent.ok ? empty : problem("too-many");
    },
  }),
  get("/reset/:token", {
    rule: "everyone",
    summary: "The form that a letter's link opens; opening it changes nothing",
    params: Token,
    handle: async ({ ctx, csrf, params, path }) => {
      const { locale } = ctx;
      const person = await whoseReset(ctx, params.token);
      if (!person) return dead(locale);
      return page(
        frame(locale),
        <ChoosePassword locale={locale} csrf={csrf} email={person.email} action={path} />,
      );
    },
  }),
  post("/reset/:token", {
    rule: "everyone",
    summary: "Sets the new password, once, and ends every session",
    params: Token,
    handle: async ({ ctx, desk, csrf, params, body, path, publicUrl }) => {
      const { locale } = ctx;
      const person = await whoseReset(ctx, params.token);
      if (!person) return dead(locale);
      const chosen = Chosen.safeParse(body);
      if (!chosen.success)
        return page(
          frame(locale),
          <ChoosePassword
            locale={locale}
            csrf={csrf}
            email={person.email}
            action={path}
            problems={sentencesOf(chosen.error, locale)}
          />,
          422,
        );
      const set = await setForgotten(ctx, desk, params.token, chosen.data.password, publicUrl);
      return set.ok ? redirect("/sign-in", "reset-done") : dead(locale);
    },
  }),
];
