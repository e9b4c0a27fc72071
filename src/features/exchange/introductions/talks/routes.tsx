import type { Context } from "../../../../access/context.ts";
import {
  file,
  get,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../../ui/index.ts";
import { introductionHref } from "../address.ts";
import { introductionPage, texts } from "../routes.tsx";
import { haveAgreed } from "../rules.ts";
import { IntroductionPath, TalkPath } from "../schema.ts";
import { askedIntroduction, introductionSubject, partyIn } from "../subject.ts";
import { zoneOf } from "../views/names.ts";
import { acceptTalk, endTalk, proposeTalk, setZone, type TalkEnd } from "./actions.ts";
import { calendarOf } from "./calendar.ts";
import { sayTalk, talkMessages } from "./messages.ts";
import { ownEntry } from "./own-entry.ts";
import { SlotForm, TalkForm, ZoneForm } from "./schema.ts";
import { keptBy, talksOf } from "./store.ts";
import { ProposePage } from "./view.tsx";

const notice = (key: keyof typeof talkMessages) => `introductions.${key}`;

async function proposePage(
  ctx: Context,
  csrf: string,
  values: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const row = askedIntroduction(ctx);
  if (!haveAgreed(row.state)) return problem("conflict");
  const party = partyIn(ctx, row);
  const kept = await ctx.read((db) =>
    keptBy(db, ctx.actor.organisationId!, { from: ctx.now(), states: ["held", "agreed"] }),
  );
  return page(
    { title: sayTalk(ctx.locale)("talk.propose"), personal: true },
    <ProposePage
      ctx={ctx}
      csrf={csrf}
      row={row}
      values={{ zone: zoneOf(row, party), ...values }}
      problems={problems}
      kept={kept}
    />,
    problems ? 422 : 200,
  );
}

const form = get("/clusters/:cluster/introductions/:introduction/talks/new", {
  rule: "introduction.speak",
  summary: "The form to propose times for a talk",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: ({ ctx, csrf }) => proposePage(ctx, csrf, {}),
});

const own = (ctx: Context) => (key: string) => {
  const name = `problem.talk.${key}`;
  return name in talkMessages ? sayTalk(ctx.locale)(name as keyof typeof talkMessages) : undefined;
};

const propose = post("/clusters/:cluster/introductions/:introduction/talks", {
  rule: "introduction.speak",
  summary: "Proposes up to five times for a talk; both sides hold them until there is an answer",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: async ({ ctx, csrf, body }) => {
    const row = askedIntroduction(ctx);
    const typed = texts(body);
    const parsed = TalkForm.safeParse(body);
    if (!parsed.success)
      return proposePage(ctx, csrf, typed, problemSentences(zodProblems(parsed.error), ctx.locale, own(ctx)));
    const done = await proposeTalk(ctx, row, parsed.data);
    if (done.ok) return redirect(introductionHref(ctx.cluster!, row.id), notice("talk.proposed"));
    if (done.problem === "changed-meanwhile" || done.problem === "not-found") return problem("conflict");
    return proposePage(ctx, csrf, typed, { start1: sayTalk(ctx.locale)(`problem.talk.${done.problem}`) });
  },
});

const accept = post("/clusters/:cluster/introductions/:introduction/talks/:talk/accept", {
  rule: "introduction.speak",
  summary: "Takes one of the times the other side proposed; the others are free again for both",
  params: TalkPath,
  subject: introductionSubject,
  handle: async ({ ctx, csrf, params, body }) => {
    const row = askedIntroduction(ctx);
    const parsed = SlotForm.safeParse(body);
    if (!parsed.success) return problem("unprocessable");
    const done = await acceptTalk(ctx, row, params.talk, parsed.data.slot);
    if (done.ok) return redirect(introductionHref(ctx.cluster!, row.id), notice("talk.agreed"));
    return refused(ctx, csrf, done.problem);
  },
});

function refused(ctx: Context, csrf: string, why: string): Reply | Promise<Reply> {
  if (why === "not-found") return problem("not-found");
  const key = `problem.talk.${why}`;
  if (!(key in talkMessages)) return problem("conflict");
  const sentence = sayTalk(ctx.locale)(key as keyof typeof talkMessages);
  return introductionPage({ ctx, csrf }, { problems: { form: "talk", sentence } });
}

const end = (path: string, name: TalkEnd, key: keyof typeof talkMessages, summary: string) =>
  post(`/clusters/:cluster/introductions/:introduction/talks/:talk/${path}`, {
    rule: "introduction.speak",
    summary,
    params: TalkPath,
    subject: introductionSubject,
    handle: async ({ ctx, csrf, params }) => {
      const row = askedIntroduction(ctx);
      const done = await endTalk(ctx, row, params.talk, name);
      if (done.ok) return redirect(introductionHref(ctx.cluster!, row.id), notice(key));
      return refused(ctx, csrf, done.problem);
    },
  });

const calendar = get("/clusters/:cluster/introductions/:introduction/talks/:talk/calendar.ics", {
  rule: "introduction.take-part",
  summary: "The talk as a calendar file, in one's own time zone",
  params: TalkPath,
  subject: introductionSubject,
  handle: async ({ ctx, params, publicUrl }) => {
    const row = askedIntroduction(ctx);
    const party = partyIn(ctx, row);
    if (party === "team") return problem("not-found");
    const talk = (await ctx.read((db) => talksOf(db, row))).find(({ id }) => id === params.talk);
    const entry = talk ? ownEntry(ctx, row, talk, party, publicUrl) : null;
    return entry
      ? file("talk.ics", "text/calendar; charset=utf-8", calendarOf(entry, ctx.locale))
      : problem("not-found");
  },
});

const zone = post("/clusters/:cluster/introductions/:introduction/zone", {
  rule: "introduction.speak",
  summary: "Says in which time zone one reads the times of an introduction",
  params: IntroductionPath,
  subject: introductionSubject,
  handle: async ({ ctx, body }) => {
    const row = askedIntroduction(ctx);
    const party = partyIn(ctx, row);
    const parsed = ZoneForm.safeParse(body);
    if (party === "team") return problem("not-found");
    if (!parsed.success) return problem("unprocessable");
    await ctx.write((unit) => setZone(unit, row, party, parsed.data.zone));
    return redirect(introductionHref(ctx.cluster!, row.id));
  },
});

export const talkPages: Route[] = [
  form,
  propose,
  accept,
  end(
    "decline",
    "decline",
    "talk.declined",
    "Says that none of the proposed times suits; they are free again",
  ),
  end("withdraw", "withdraw", "talk.withdrawn", "Takes the proposed times back; they are free again"),
  end("cancel", "cancel", "talk.cancelled", "Calls an agreed talk off"),
  end("missed", "miss", "talk.missed.done", "Says that an agreed talk did not take place"),
  calendar,
  zone,
];
