import { z } from "zod";
import { get, page, post, type Reply, redirect } from "../../../access/route.ts";
import { backInside } from "../../../kernel/back.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { signIn } from "./actions.ts";
import { SignInPage, type SignInProps } from "./view.tsx";

const text = (most: number) => z.string().max(most).catch("");
const Typed = z.object({
  email: text(254).transform((email) => email.trim().toLowerCase()),
  password: text(128),
  demo: text(254),
  next: z.string().optional().catch(undefined),
});

const frame = (locale: Locale) => ({ title: say(locale)("sign-in.title") });
const form = (props: SignInProps, status: 200 | 422 = 200): Reply =>
  page(frame(props.locale), <SignInPage {...props} />, status);

export const signInRoutes = [
  get("/sign-in", {
    rule: "everyone",
    summary: "The form with which one signs in",
    query: z.object({ next: z.string().optional().catch(undefined) }),
    handle: ({ ctx, desk, query }) => {
      const next = backInside(query.next, "/today");
      if (ctx.identity) return redirect(next);
      return form({ locale: ctx.locale, next, demoLogins: desk.demoLogins });
    },
  }),
  post("/sign-in", {
    rule: "everyone",
    summary: "Signs in with e-mail and password",
    handle: async ({ ctx, desk, body }) => {
      const typed = Typed.parse(body);
      const next = backInside(typed.next, "/today");
      const demo = desk.demoLogins.find((login) => login.email === typed.demo);
      const { email, password } = demo ?? typed;
      const result = await signIn(ctx, desk, { email, password });
      if (result.ok) return { kind: "redirect", to: next, setCookies: result.value };
      return form(
        {
          locale: ctx.locale,
          next,
          demoLogins: desk.demoLogins,
          email: typed.email,
          problem: result.problem,
        },
        422,
      );
    },
  }),
  post("/sign-out", {
    rule: "signed-in",
    summary: "Ends the session in this browser",
    handle: async ({ desk }) => ({
      kind: "redirect",
      to: "/",
      notice: "signed-out",
      setCookies: await desk.signOut(),
      cookies: { kontor_as: null },
    }),
  }),
];
