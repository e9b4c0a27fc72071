import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act } from "../../../access/feature.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { actOn } from "./act.ts";
import { introductionHref } from "./address.ts";
import { sayIntroduction } from "./messages.ts";
import { answerOutcome, only, sayOutcome } from "./outcomes/actions.ts";
import { sayOutcome as wordsOfOutcome } from "./outcomes/messages.ts";
import { say as mayBeSaid } from "./outcomes/rules.ts";
import { outcomesOf } from "./outcomes/store.ts";
import { actsOf } from "./rules.ts";
import type { Introduction } from "./store.ts";
import { findIntroduction, introductionVisible, partyIn } from "./subject.ts";
import { acceptTalk } from "./talks/actions.ts";
import { sayTalk } from "./talks/messages.ts";
import { talksOf } from "./talks/store.ts";
import { clockIn, momentIn } from "./talks/zone.ts";
import { aboutOf } from "./views/list.tsx";
import { standingOf, titleOf, zoneOf } from "./views/names.ts";
import { OUTCOME_WORDS, OUTCOMES, type OutcomeKind } from "./words.ts";

/** An introduction this person may act in now; `state` binds a letter to how it stood when it was written. */
async function actable(ctx: Context, id: string | undefined, state?: string): Promise<Introduction | null> {
  if (!id || !ctx.cluster) return null;
  const row = await findIntroduction(ctx, id);
  if (!row || (state !== undefined && row.state !== state)) return null;
  return can(ctx.actor, "introduction.act", introductionVisible(row)) ? row : null;
}

const answering = (act: "accept" | "decline"): Act => ({
  offer: async (ctx, { introduction, state }) => {
    const row = await actable(ctx, introduction, state);
    if (!row || !actsOf(row, partyIn(ctx, row)).includes(act)) return null;
    const say = sayIntroduction(ctx.locale);
    return {
      title: say(`act-mail.${act}`),
      text: [titleOf(ctx, row), aboutOf(ctx, row), row.message, standingOf(ctx, row)]
        .filter(Boolean)
        .join("\n\n"),
      button: say(`act.${act}`),
      href: introductionHref(ctx.cluster!, row.id),
    };
  },
  perform: async (ctx, { introduction, state }) => {
    const say = sayIntroduction(ctx.locale);
    const row = await actable(ctx, introduction, state);
    const done = row ? await actOn(ctx, row, act) : null;
    if (!row || !done?.ok) return refuse(say("act-mail.gone"));
    const said =
      done.value === "accepted" ? "done.accepted" : done.value === "asked" ? "done.asked" : "done.declined";
    return ok({ done: say(said), to: introductionHref(ctx.cluster!, row.id) });
  },
});

async function openSlot(ctx: Context, { introduction, talk, slot }: Readonly<Record<string, string>>) {
  const row = await actable(ctx, introduction);
  if (!row) return null;
  const found = (await ctx.read((db) => talksOf(db, row))).find(({ id }) => id === talk);
  const time = found?.slots.find(({ id }) => id === slot);
  const party = partyIn(ctx, row);
  if (!found || !time || found.state !== "proposed" || time.state !== "held" || found.by === party)
    return null;
  return { row, talk: found, time, zone: zoneOf(row, party) };
}

const taking: Act = {
  offer: async (ctx, subject) => {
    const found = await openSlot(ctx, subject);
    if (!found) return null;
    const say = sayTalk(ctx.locale);
    const moment = `${momentIn(found.time.startsAt, found.zone, ctx.locale)} – ${clockIn(found.time.endsAt, found.zone, ctx.locale)}`;
    return {
      title: say("talk.act.title"),
      text: `${titleOf(ctx, found.row)}. ${say("talk.act.text", { moment })}`,
      button: say("talk.choose", { moment }),
      href: introductionHref(ctx.cluster!, found.row.id),
    };
  },
  perform: async (ctx, subject) => {
    const say = sayTalk(ctx.locale);
    const found = await openSlot(ctx, subject);
    const done = found ? await acceptTalk(ctx, found.row, found.talk.id, found.time.id) : null;
    if (!found || !done?.ok) return refuse(say("talk.act.gone"));
    return ok({ done: say("talk.agreed"), to: introductionHref(ctx.cluster!, found.row.id) });
  },
};

const kindCalled = (text: string | undefined) => OUTCOMES.find((kind) => kind === text);

async function sayable(ctx: Context, introduction: string | undefined, kind: OutcomeKind | undefined) {
  const row = await actable(ctx, introduction);
  const party = row ? partyIn(ctx, row) : "team";
  if (!row || !kind || party === "team") return null;
  const said = await ctx.read((db) => outcomesOf(db, row));
  return mayBeSaid(row.state, said, { by: party, kind }).ok ? row : null;
}

const saying: Act = {
  offer: async (ctx, { introduction, kind }) => {
    const found = kindCalled(kind);
    const row = await sayable(ctx, introduction, found);
    if (!row || !found) return null;
    const say = wordsOfOutcome(ctx.locale);
    return {
      title: say("outcome.act.title"),
      text: `${titleOf(ctx, row)}: ${OUTCOME_WORDS[found][ctx.locale]}.`,
      button: OUTCOME_WORDS[found][ctx.locale],
      href: introductionHref(ctx.cluster!, row.id),
    };
  },
  perform: async (ctx, { introduction, kind }) => {
    const say = wordsOfOutcome(ctx.locale);
    const found = kindCalled(kind);
    const row = await sayable(ctx, introduction, found);
    const done = row && found ? await sayOutcome(ctx, row, only(found)) : null;
    if (!row || !done?.ok) return refuse(say("outcome.act.gone"));
    return ok({
      done: say(done.value.confirmed ? "outcome.done.confirmed" : "outcome.done.stated"),
      to: introductionHref(ctx.cluster!, row.id),
    });
  },
};

async function confirmable(ctx: Context, { introduction, outcome }: Readonly<Record<string, string>>) {
  const row = await actable(ctx, introduction);
  if (!row) return null;
  const one = (await ctx.read((db) => outcomesOf(db, row))).find(({ id }) => id === outcome);
  const party = partyIn(ctx, row);
  return one && one.state === "stated" && party !== "team" && one.by !== party ? { row, one } : null;
}

const confirming: Act = {
  offer: async (ctx, subject) => {
    const found = await confirmable(ctx, subject);
    if (!found) return null;
    const say = wordsOfOutcome(ctx.locale);
    return {
      title: say("outcome.act.confirm"),
      text: `${titleOf(ctx, found.row)}: ${OUTCOME_WORDS[found.one.kind][ctx.locale]}.`,
      button: say("outcome.confirm"),
      href: introductionHref(ctx.cluster!, found.row.id),
    };
  },
  perform: async (ctx, subject) => {
    const say = wordsOfOutcome(ctx.locale);
    const found = await confirmable(ctx, subject);
    const done = found ? await answerOutcome(ctx, found.row, found.one.id, "confirm") : null;
    if (!found || !done?.ok) return refuse(say("outcome.act.gone"));
    return ok({ done: say("outcome.done.confirmed"), to: introductionHref(ctx.cluster!, found.row.id) });
  },
};

/** What letters about introductions offer to do at once. */
export const introductionActs: Record<string, Act> = {
  "introduction.accept": answering("accept"),
  "introduction.decline": answering("decline"),
  "introduction.outcome": saying,
  "talk.accept": taking,
  "outcome.confirm": confirming,
};
