import type { Context } from "../../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../../ui/index.ts";
import { introductionHref } from "../address.ts";
import { introductionPage, texts } from "../routes.tsx";
import { IntroductionPath, OutcomePath } from "../schema.ts";
import { askedIntroduction, introductionSubject } from "../subject.ts";
import { OUTCOMES } from "../words.ts";
import { answerOutcome, claimOutcome, sayOutcome } from "./actions.ts";
import { answerLink } from "./link.ts";
import { outcomeMessages, sayOutcome as words } from "./messages.ts";
import { maySay } from "./rules.ts";
import { ClaimForm, ConfirmForm, LinkForm, OutcomeForm } from "./schema.ts";
import { OutcomeFormPage } from "./view.tsx";

const notice = (key: keyof typeof outcomeMessages) => `introductions.${key}`;

function formPage(
  ctx: Context,
  csrf: string,
  values: Record<string, string>,
  problems?: Record<string, string>,
): Reply {
  const row = askedIntroduction(ctx);
  if (!maySay(row.state)) return problem("conflict");
  return page(
    { title: words(ctx.locale)("outcome.say"), personal: true },
    <OutcomeFormPage ctx={ctx} csrf={csrf} row={row} values={values} problems={problems} />,
    problems ? 422 : 200,
  );
}

const form = get("/clusters/:cluster/introductions/:introduction/outcomes/new", {
  rule: "introduction.speak",
  summary: "The form to say what came of an introduction",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: ({ ctx, csrf, search }) => {
    const kind = OUTCOMES.find((one) => one === search.get("kind"));
    return formPage(ctx, csrf, kind ? { kind } : {});
  },
});

const own = (ctx: Context) => (key: string) => {
  const name = `problem.outcome.${key}`;
  return name in outcomeMessages ? words(ctx.locale)(name as keyof typeof outcomeMessages) : undefined;
};

const say = post("/clusters/:cluster/introductions/:introduction/outcomes", {
  rule: "introduction.speak",
  summary: "Says what came of an introduction; the other side is asked to confirm it",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: async ({ ctx, csrf, body }) => {
    const row = askedIntroduction(ctx);
    const typed = texts(body);
    const parsed = OutcomeForm.safeParse({ ...typed, cents: typed.value });
    if (!parsed.success) {
      const { cents, ...found } = problemSentences(zodProblems(parsed.error), ctx.locale, own(ctx));
      return formPage(ctx, csrf, typed, { ...found, ...(cents ? { value: cents } : {}) });
    }
    const done = await sayOutcome(ctx, row, parsed.data);
    if (done.ok)
      return redirect(
        `${introductionHref(ctx.cluster!, row.id)}#outcome`,
        notice(done.value.confirmed ? "outcome.done.confirmed" : "outcome.done.stated"),
      );
    const field = done.problem === "in-the-future" ? "happenedOn" : "kind";
    return formPage(ctx, csrf, typed, { [field]: words(ctx.locale)(`problem.outcome.${done.problem}`) });
  },
});

function refused(ctx: Context, csrf: string, why: string): Reply | Promise<Reply> {
  if (why === "not-found") return problem("not-found");
  const sentence = own(ctx)(why) ?? words(ctx.locale)("problem.outcome.not-open");
  return introductionPage({ ctx, csrf }, { problems: { form: "outcome", sentence } });
}

const answer = (how: "confirm" | "dispute" | "withdraw", summary: string) =>
  post(`/clusters/:cluster/introductions/:introduction/outcomes/:outcome/${how}`, {
    rule: "introduction.speak",
    summary,
    params: OutcomePath,
    subject: introductionSubject,
    handle: async ({ ctx, csrf, params, body }) => {
      const row = askedIntroduction(ctx);
      const sums = ConfirmForm.safeParse(body).data?.sums ?? false;
      const done = await answerOutcome(ctx, row, params.outcome, how, sums);
      if (!done.ok) return refused(ctx, csrf, done.problem);
      return redirect(
        `${introductionHref(ctx.cluster!, row.id)}#outcome`,
        notice(how === "confirm" ? "outcome.done.confirmed" : "outcome.done.answered"),
      );
    },
  });

const claim = post("/clusters/:cluster/introductions/:introduction/outcomes/:outcome/claims", {
  rule: "introduction.act",
  summary: "Says which other programme counts the same outcome as its own",
  params: OutcomePath,
  subject: introductionSubject,
  handle: async ({ ctx, csrf, params, body }) => {
    const row = askedIntroduction(ctx);
    const parsed = ClaimForm.safeParse(body);
    if (!parsed.success) return refused(ctx, csrf, "not-open");
    const done = await claimOutcome(ctx, row, params.outcome, parsed.data.programme);
    return done.ok
      ? redirect(`${introductionHref(ctx.cluster!, row.id)}#outcome`, notice("outcome.done.claimed"))
      : problem("not-found");
  },
});

const link = post("/clusters/:cluster/introductions/:introduction/outcomes/:outcome/link", {
  rule: "introduction.speak",
  summary: "Agrees that a link in the network follows from a confirmed outcome, or does not",
  params: OutcomePath,
  subject: introductionSubject,
  handle: async ({ ctx, params, body }) => {
    const row = askedIntroduction(ctx);
    const parsed = LinkForm.safeParse(body);
    if (!parsed.success) return problem("unprocessable");
    const done = await answerLink(ctx, row, params.outcome, parsed.data.link);
    return done.ok
      ? redirect(`${introductionHref(ctx.cluster!, row.id)}#outcome`, notice("outcome.done.linked"))
      : problem("not-found");
  },
});

export const outcomePages: Route[] = [
  form,
  say,
  answer("confirm", "Confirms what the other side said came of it"),
  answer("dispute", "Says that one sees differently what came of it"),
  answer("withdraw", "Takes back what one said came of it"),
  claim,
  link,
];
