import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, created, empty, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { CLUSTER_EXAMPLE } from "../needs/cluster.ts";
import { actOn } from "./act.ts";
import { askForIntroduction } from "./ask.ts";
import { answerOutcome, claimOutcome, sayOutcome } from "./outcomes/actions.ts";
import { answerLink } from "./outcomes/link.ts";
import { ClaimBody, ConfirmBody, LinkBody, OutcomeBody } from "./outcomes/schema.ts";
import {
  IntroductionList,
  IntroductionOut,
  presentIntroduction,
  presentMessages,
  presentOutcome,
  presentTalk,
  WholeIntroduction,
} from "./present.ts";
import type { Act } from "./rules.ts";
import {
  IntroductionPath,
  IntroductionQuery,
  MessageBody,
  NewIntroduction,
  NoteBody,
  OutcomePath,
  ReasonBody,
  TalkPath,
} from "./schema.ts";
import { listIntroductions } from "./store.ts";
import {
  askedIntroduction,
  askingSubject,
  findIntroduction,
  hereSubject,
  introductionSubject,
  partyIn,
} from "./subject.ts";
import { acceptTalk, endTalk, proposeTalk, setZone, type TalkEnd } from "./talks/actions.ts";
import { SlotBody, TalkBody, timesOf, ZoneBody } from "./talks/schema.ts";
import { write } from "./thread.ts";
import { readWhole } from "./whole.ts";

const ALL = "/api/v1/clusters/:cluster/introductions";
const ONE = `${ALL}/:introduction`;

const list = api.get(ALL, {
  rule: "introduction.list",
  summary: "The introductions one takes part in or, for the team, knows of",
  params: ClusterPath,
  query: IntroductionQuery,
  answer: IntroductionList,
  example: CLUSTER_EXAMPLE,
  subject: hereSubject,
  handle: async ({ ctx, query: { limit, ...filter } }) => {
    const { items, total, next } = await ctx.read((db) => listIntroductions(db, ctx.actor, filter, limit));
    return json({ items: items.map((row) => presentIntroduction(ctx, row)), total, next });
  },
});

const whole = async (ctx: Context, id: string): Promise<Reply> => {
  const row = await findIntroduction(ctx, id);
  if (!row) return problem("not-found");
  const { thread, talks, outcomes } = await readWhole(ctx, row);
  return json({
    ...presentIntroduction(ctx, row),
    messages: thread ? presentMessages(thread) : null,
    talks: talks.map(presentTalk),
    outcomes: outcomes.map(presentOutcome),
  });
};

const one = api.get(ONE, {
  rule: "introduction.see",
  summary: "One introduction with its conversation, talks and what came of it",
  params: IntroductionPath,
  answer: WholeIntroduction,
  subject: introductionSubject,
  handle: ({ ctx, params }) => whole(ctx, params.introduction),
});

const ask = api.post(ALL, {
  rule: "introduction.ask",
  summary: "Asks for an introduction; the team proposes one to two others",
  params: ClusterPath,
  body: NewIntroduction,
  answer: IntroductionOut,
  example: CLUSTER_EXAMPLE,
  subject: askingSubject,
  handle: async ({ ctx, body }) => {
    const done = await askForIntroduction(ctx, body);
    if (!done.ok) {
      if (done.problem === "unknown-about") return problem("not-found");
      if (done.problem === "too-many") return problem("too-many", done.problem);
      if (done.problem === "already-open" || done.problem === "declined-lately")
        return problem("conflict", done.problem);
      return problem("unprocessable", undefined, [{ field: "", problem: done.problem }]);
    }
    const row = await findIntroduction(ctx, done.value);
    if (!row) return problem("not-found");
    return created(
      presentIntroduction(ctx, row),
      `/api/v1/clusters/${ctx.cluster!.slug}/introductions/${done.value}`,
    );
  },
});

const act = (name: Act, summary: string) =>
  api.post(`${ONE}/${name}`, {
    rule: "introduction.act",
    summary,
    params: IntroductionPath,
    body: name === "pass-on" ? NoteBody : ReasonBody,
    answer: WholeIntroduction,
    subject: introductionSubject,
    handle: async ({ ctx, params, body }) => {
      const done = await actOn(ctx, askedIntroduction(ctx), name, body as { reason?: string; note?: string });
      if (done.ok) return whole(ctx, params.introduction);
      if (done.problem === "needs-reason")
        return problem("unprocessable", undefined, [{ field: "reason", problem: "required" }]);
      return problem("conflict", done.problem);
    },
  });

const say = api.post(`${ONE}/messages`, {
  rule: "introduction.act",
  summary: "Writes to the other side of an introduction both have said yes to",
  params: IntroductionPath,
  body: MessageBody,
  subject: introductionSubject,
  handle: async ({ ctx, body }) => {
    const done = await write(ctx, askedIntroduction(ctx), body.text);
    return done.ok ? empty : problem("conflict", done.problem);
  },
});

const propose = api.post(`${ONE}/talks`, {
  rule: "introduction.speak",
  summary: "Proposes up to five times for a talk; both sides hold them until there is an answer",
  params: IntroductionPath,
  body: TalkBody,
  answer: WholeIntroduction,
  subject: introductionSubject,
  handle: async ({ ctx, params, body: { slots, ...rest } }) => {
    const done = await proposeTalk(ctx, askedIntroduction(ctx), { ...rest, times: timesOf(slots) });
    if (done.ok) return whole(ctx, params.introduction);
    if (done.problem === "proposed-already" || done.problem === "not-yours")
      return problem("conflict", done.problem);
    return problem("unprocessable", undefined, [{ field: "slots", problem: done.problem }]);
  },
});

const accept = api.post(`${ONE}/talks/:talk/accept`, {
  rule: "introduction.speak",
  summary: "Takes one of the times the other side proposed; the others are free again for both",
  params: TalkPath,
  body: SlotBody,
  answer: WholeIntroduction,
  subject: introductionSubject,
  handle: async ({ ctx, params, body }) => {
    const done = await acceptTalk(ctx, askedIntroduction(ctx), params.talk, body.slot);
    if (done.ok) return whole(ctx, params.introduction);
    return problem(done.problem === "not-found" ? "not-found" : "conflict", done.problem);
  },
});

const end = (path: string, name: TalkEnd, summary: string) =>
  api.post(`${ONE}/talks/:talk/${path}`, {
    rule: "introduction.speak",
    summary,
    params: TalkPath,
    answer: WholeIntroduction,
    subject: introductionSubject,
    handle: async ({ ctx, params }) => {
      const done = await endTalk(ctx, askedIntroduction(ctx), params.talk, name);
      if (done.ok) return whole(ctx, params.introduction);
      return problem(done.problem === "not-found" ? "not-found" : "conflict", done.problem);
    },
  });

const sayWhat = api.post(`${ONE}/outcomes`, {
  rule: "introduction.speak",
  summary: "Says what came of an introduction; the same as the other side said confirms it",
  params: IntroductionPath,
  body: OutcomeBody,
  answer: z.object({ id: z.uuid(), confirmed: z.boolean() }),
  subject: introductionSubject,
  handle: async ({ ctx, body }) => {
    const done = await sayOutcome(ctx, askedIntroduction(ctx), body);
    if (done.ok) return json(done.value);
    if (done.problem === "in-the-future")
      return problem("unprocessable", undefined, [{ field: "happenedOn", problem: done.problem }]);
    return problem("conflict", done.problem);
  },
});

const answered = (how: "confirm" | "dispute" | "withdraw", summary: string) =>
  api.post(`${ONE}/outcomes/:outcome/${how}`, {
    rule: "introduction.speak",
    summary,
    params: OutcomePath,
    ...(how === "confirm" ? { body: ConfirmBody } : {}),
    answer: WholeIntroduction,
    subject: introductionSubject,
    handle: async ({ ctx, params, body }) => {
      const sums = how === "confirm" && (body as unknown as { sums: boolean }).sums;
      const done = await answerOutcome(ctx, askedIntroduction(ctx), params.outcome, how, sums);
      if (done.ok) return whole(ctx, params.introduction);
      return problem(done.problem === "not-found" ? "not-found" : "conflict", done.problem);
    },
  });

const claim = api.post(`${ONE}/outcomes/:outcome/claims`, {
  rule: "introduction.act",
  summary: "Says which other programme counts the same outcome as its own",
  params: OutcomePath,
  body: ClaimBody,
  subject: introductionSubject,
  handle: async ({ ctx, params, body }) => {
    const done = await claimOutcome(ctx, askedIntroduction(ctx), params.outcome, body.programme);
    return done.ok ? empty : problem("not-found");
  },
});

const link = api.put(`${ONE}/outcomes/:outcome/link`, {
  rule: "introduction.speak",
  summary: "Agrees that a link in the network follows from a confirmed outcome, or does not",
  params: OutcomePath,
  body: LinkBody,
  answer: z.object({ link: z.uuid().nullable() }),
  subject: introductionSubject,
  handle: async ({ ctx, params, body }) => {
    const done = await answerLink(ctx, askedIntroduction(ctx), params.outcome, body.link);
    return done.ok ? json({ link: done.value.linkId }) : problem("not-found");
  },
});

const zone = api.put(`${ONE}/zone`, {
  rule: "introduction.speak",
  summary: "Says in which time zone one reads the times of an introduction",
  params: IntroductionPath,
  body: ZoneBody,
  subject: introductionSubject,
  handle: async ({ ctx, body }) => {
    const row = askedIntroduction(ctx);
    const party = partyIn(ctx, row);
    if (party === "team") return problem("not-found");
    await ctx.write((unit) => setZone(unit, row, party, body.zone));
    return empty;
  },
});

export const introductionApi: Route[] = [
  list,
  one,
  ask,
  act("pass-on", "Passes a member's question on to the side it is meant for"),
  act("accept", "Says yes; with the second yes each side is told who the other is"),
  act("decline", "Says no, with a reason if one likes"),
  act("withdraw", "Takes a question or proposal back"),
  act("met", "Says that the two have spoken"),
  act("close", "Closes an introduction"),
  say,
  propose,
  accept,
  end("decline", "decline", "Says that none of the proposed times suits; they are free again"),
  end("withdraw", "withdraw", "Takes the proposed times back; they are free again"),
  end("cancel", "cancel", "Calls an agreed talk off"),
  end("missed", "miss", "Says that an agreed talk did not take place"),
  sayWhat,
  answered("confirm", "Confirms what the other side said came of it"),
  answered("dispute", "Says that one sees differently what came of it"),
  answered("withdraw", "Takes back what one said came of it"),
  claim,
  link,
  zone,
];
