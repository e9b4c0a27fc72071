import { z } from "zod";
import { get, page, post, type Reply, redirect } from "../../../access/route.ts";
import { backInside } from "../../../kernel/back.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { secondStep, signIn, signInByPasskey } from "./actions.ts";
import { arrive, linkSignedIn, PROVIDER_PROBLEMS, type ProviderProblem } from "./provider.ts";
import { SecondStepPage, type SecondStepProps, SignInPage, type SignInProps } from "./view.tsx";

const text = (most: number) => z.string().max(most).catch("");
const next = z.string().optional().catch(undefined);
const Typed = z.object({
  email: text(254).transform((email) => email.trim().toLowerCase()),
  password: text(128),
  demo: text(254),
  next,
});
const Refused = z.enum([...PROVIDER_PROBLEMS, "second.outdated", "passkey.refused", "sign-in.later"]);

const frame = (locale: Locale) => ({ title: say(locale)("sign-in.title"), islands: ["passkey.island"] });
const form = (props: SignInProps, status: 200 | 422 = 200): Reply =>
  page(frame(props.locale), <SignInPage {...props} />, status);

const stepForm = (props: SecondStepProps, status: 200 | 422 = 200): Reply =>
  page({ title: say(props.locale)("second.title"), personal: true }, <SecondStepPage {...props} />, status);

/** Into the house, or to the question for the second factor. */
const onwards = (
  { step, setCookies }: { step: "in" | "second-factor"; setCookies: readonly string[] },
  to: string,
): Reply => ({
  kind: "redirect",
  to: step === "in" ? to : `/sign-in/second-factor?next=${encodeURIComponent(to)}`,
  setCookies,
});

const turnedAway = (
  problem: ProviderProblem | "second.outdated",
  setCookies: readonly string[] = [],
): Reply => ({
  kind: "redirect",
  to: `/sign-in?refused=${problem}`,
  setCookies,
});

export const signInRoutes = [
  get("/sign-in", {
    rule: "everyone",
    summary: "The form with which one signs in",
    query: z.object({ next, refused: Refused.optional().catch(undefined) }),
    handle: ({ ctx, desk, query }) => {
      const to = backInside(query.next, "/today");
      if (ctx.identity) return redirect(to);
      return form({
        locale: ctx.locale,
        next: to,
        demoLogins: desk.demoLogins,
        provider: desk.accounts.provider?.name ?? null,
        refused: query.refused,
      });
    },
  }),
  post("/sign-in", {
    rule: "everyone",
    summary: "Signs in with e-mail and password",
    handle: async ({ ctx, desk, body }) => {
      const typed = Typed.parse(body);
      const to = backInside(typed.next, "/today");
      const demo = desk.demoLogins.find((login) => login.email === typed.demo);
      const { email, password } = demo ?? typed;
      const result = await signIn(ctx, desk, { email, password });
      if (result.ok) return onwards(result.value, to);
      return form(
        {
          locale: ctx.locale,
          next: to,
          demoLogins: desk.demoLogins,
          provider: desk.accounts.provider?.name ?? null,
          email: typed.email,
          problem: result.problem,
        },
        422,
      );
    },
  }),
  get("/sign-in/second-factor", {
    rule: "everyone",
    summary: "Asks for the second factor, after the first one was right",
    query: z.object({ next }),
    handle: ({ ctx, query }) => stepForm({ locale: ctx.locale, next: backInside(query.next, "/today") }),
  }),
  post("/sign-in/second-factor", {
    rule: "everyone",
    summary: "Signs in with a code of the other device or a recovery code",
    handle: async ({ ctx, desk, body }) => {
      const typed = z.object({ code: text(40), next }).parse(body);
      const to = backInside(typed.next, "/today");
      const result = await secondStep(ctx, desk, typed.code);
      if (result.ok) return onwards(result.value, to);
      if (result.problem === "second.outdated") return turnedAway(result.problem);
      return stepForm({ locale: ctx.locale, next: to, problem: result.problem }, 422);
    },
  }),
  post("/sign-in/passkey/question", {
    rule: "everyone",
    summary: "What a passkey is to sign, bound to this browser",
    handle: async ({ desk }) => {
      const { options, setCookie } = await desk.accounts.askForPasskey(null);
      return {
        kind: "said",
        status: 200,
        type: "application/json",
        body: JSON.stringify(options),
        headers: { "set-cookie": setCookie },
      };
    },
  }),
  post("/sign-in/passkey", {
    rule: "everyone",
    summary: "Signs in with a passkey",
    handle: async ({ ctx, desk, body }) => {
      const typed = z.object({ answer: text(20_000), next }).parse(body);
      const to = backInside(typed.next, "/today");
      const result = await signInByPasskey(ctx, desk, typed.answer);
      return result.ok
        ? onwards(result.value, to)
        : redirect(`/sign-in?refused=${result.problem}&next=${encodeURIComponent(to)}`);
    },
  }),
  get("/sign-in/provider", {
    rule: "everyone",
    summary: "Leads to the other house that vouches for people",
    query: z.object({ next }),
    handle: async ({ desk, query }) => {
      const asked = await desk.accounts.askProvider(backInside(query.next, "/today"), null);
      if (!asked) return turnedAway("provider.silent");
      return { kind: "redirect", to: asked.to, setCookies: [asked.setCookie] };
    },
  }),
  get("/sign-in/provider/answer", {
    rule: "everyone",
    summary: "Where the other house sends people back to",
    handle: async ({ ctx, desk, search, publicUrl, csrf }) => {
      const answer = await desk.accounts.providerAnswer(search);
      const { setCookies } = answer;
      if (!answer.ok) return turnedAway(`provider.${answer.problem}`, setCookies);
      if (answer.known.linkTo !== null) {
        // An API token is no browser: it must not get itself a way in.
        const linked =
          csrf === ""
            ? ({ ok: false, problem: "provider.outdated" } as const)
            : await linkSignedIn(ctx, desk, answer.known, publicUrl);
        if (!linked.ok)
          return { kind: "redirect", to: `/account/security?refused=${linked.problem}`, setCookies };
        return { kind: "redirect", to: "/account/security", notice: "provider-linked", setCookies };
      }
      const arrived = await arrive(ctx, desk, answer.known, publicUrl);
      if (!arrived.ok) return turnedAway(arrived.problem, setCookies);
      return onwards(
        { ...arrived.value, setCookies: [...setCookies, ...arrived.value.setCookies] },
        arrived.value.isNew ? "/invitations" : answer.next,
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
