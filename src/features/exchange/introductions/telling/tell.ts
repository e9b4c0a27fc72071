import type { Job } from "../../../../access/feature.ts";
import type { SystemUnit, Unit } from "../../../../kernel/gateway.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import { displayName, formatDate } from "../../../../ui/index.ts";
import { type NewNotice, type NoticeAct, type NoticeLink, notify } from "../../../notices/feature.ts";
import { introductionHref, introductionsHref } from "../address.ts";
import { turnOf } from "../rules.ts";
import { calendarLetters } from "../talks/letter.ts";
import { momentIn } from "../talks/zone.ts";
import { OUTCOME_WORDS, type OutcomeKind, otherSide, type Party, type Side } from "../words.ts";
import type { News, Tell } from "./enqueue.ts";
import { sayTold, type tellingMessages } from "./messages.ts";
import { type Around, loadAround, type Talk, talkOf } from "./store.ts";

export const TOPIC = "introductions";

/** Whoever acts may not know whom it concerns: here the house does, and says to each no more than they may know. */
export const tellJob: Job = (payload, house) =>
  house.system("telling of an introduction", (unit) =>
    tellNow(unit, payload as unknown as Tell, house.publicUrl),
  );

export async function tellNow(unit: SystemUnit, tell: Tell, publicUrl: string): Promise<void> {
  const around = await loadAround(unit.db, tell.introduction);
  if (!around) return;
  const talk = tell.talk ? await talkOf(unit.db, around, tell.talk) : null;
  const outcome = tell.outcome ? await outcomeOf(unit, around, tell.outcome) : null;
  for (const party of hearsOf(around, tell)) {
    const notice = noticeFor(around, tell, party, { talk, outcome });
    if (notice) await notify(unit, notice);
  }
  if (talk && (tell.about === "talk-agreed" || tell.about === "talk-cancelled"))
    await calendarLetters(unit, around, talk, tell.about === "talk-cancelled", publicUrl);
}

async function outcomeOf({ db }: Unit, { clusterId }: Around, id: string): Promise<OutcomeKind | null> {
  const row = await db
    .selectFrom("outcome")
    .select("kind")
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .executeTakeFirst();
  return (row?.kind ?? null) as OutcomeKind | null;
}

/** Whom it concerns. Whoever was never asked is told nothing, and the team only of what it knows of. */
function hearsOf(around: Around, { about, by }: Pick<Tell, "about" | "by">): Party[] {
  const wasAsked = around.askedAt !== null;
  const sides: Side[] = wasAsked ? ["from", "to"] : ["from"];
  const team: Party[] = around.via === "team" && around.mediated ? ["team"] : [];
  const but = (parties: readonly Party[]) => parties.filter((party) => party !== by);
  switch (about) {
    case "proposed":
      return around.origin === "team" ? ["from"] : team;
    case "asked":
      return ["to"];
    case "reminded":
      return turnOf(around).filter((party) => party !== "team" || team.length > 0);
    case "outcome-asked":
    case "talk-expired":
      return sides;
    case "met":
    case "closed":
    case "talk-proposed":
    case "talk-declined":
    case "talk-withdrawn":
    case "talk-agreed":
    case "talk-cancelled":
    case "outcome-stated":
    case "outcome-confirmed":
    case "outcome-disputed":
      return by === "team" || by === undefined ? sides : but(sides);
    default:
      return but([...sides, ...team]);
  }
}

interface With {
  talk: Talk | null;
  outcome: OutcomeKind | null;
}

function noticeFor(around: Around, tell: Tell, party: Party, { talk, outcome }: With): NewNotice | null {
  const cluster = party === "team" ? around.cluster : around[party]?.cluster;
  if (!cluster || (party !== "team" && !around[party])) return null;
  const text = (locale: Locale) => sentence(around, tell.about, party, locale, { talk, outcome });
  const acts = actsFor(around, tell, party, talk);
  const links = tell.about === "outcome-asked" && party !== "team" ? outcomeLinks(cluster, around.id) : [];
  return {
    to:
      party === "team"
        ? { team: around.clusterId }
        : { organisation: around[party]!.id, roles: ["owner", "editor"] },
    ...(tell.person ? { except: tell.person } : {}),
    clusterId: cluster.id,
    topic: TOPIC,
    text: { en: text("en"), de: text("de") },
    // The other side knows this introduction by its id: whoever stays unnamed is led to all of theirs.
    href:
      party === around.hidden && around.toldAt === null
        ? introductionsHref(cluster)
        : introductionHref(cluster, around.id),
    key: `introduction:${around.id}:${tell.about === "written" ? "written" : "state"}`,
    wall: around.wall,
    ...(acts.length > 0 ? { act: acts, urgent: true } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
}

/** The furthest things that can come of it have a page of their own: a date, perhaps a value. */
const outcomeLinks = (cluster: { slug: string }, id: string): NoticeLink[] =>
  (["contract", "project", "order", "investment", "hire"] as const).map((kind) => ({
    text: `${OUTCOME_WORDS[kind].en} / ${OUTCOME_WORDS[kind].de}`,
    href: `${introductionHref(cluster, id)}/outcomes/new?kind=${kind}`,
  }));

function actsFor(
  around: Around,
  { about, talk: talkId, outcome }: Tell,
  party: Party,
  talk: Talk | null,
): NoticeAct[] {
  const { id: introduction, state } = around;
  const answer = about === "asked" || about === "proposed" || about === "reminded";
  if (answer && party !== "team" && (state === "asked" || state === "proposed"))
    return [
      {
        act: "introduction.accept",
        subject: { introduction, state },
        label: { en: "Say yes", de: "Zusagen" },
      },
      {
        act: "introduction.decline",
        subject: { introduction, state },
        label: { en: "Decline", de: "Ablehnen" },
      },
    ];
  if (about === "talk-proposed" && talk && talkId && party !== "team") {
    const zone = around[party]?.zone ?? "Europe/Berlin";
    return talk.slots.slice(0, 3).map((slot) => ({
      act: "talk.accept",
      subject: { introduction, talk: talkId, slot: slot.id },
      label: {
        en: `Talk on ${momentIn(slot.startsAt, zone, "en")}`,
        de: `Gespräch am ${momentIn(slot.startsAt, zone, "de")}`,
      },
    }));
  }
  if (about === "outcome-asked" && party !== "team")
    return (["nothing", "talks"] as const).map((kind) => ({
      act: "introduction.outcome",
      subject: { introduction, kind },
      label: OUTCOME_WORDS[kind],
      days: 30,
    }));
  if (about === "outcome-stated" && outcome && party !== "team")
    return [
      {
        act: "outcome.confirm",
        subject: { introduction, outcome },
        label: { en: "Confirm", de: "Bestätigen" },
        days: 60,
      },
    ];
  return [];
}

/** Names and times as far as this party may read them in a letter that lies open. */
function sentence(
  around: Around,
  about: News,
  party: Party,
  locale: Locale,
  { talk, outcome }: With,
): string {
  const say = sayTold(locale);
  const quiet = around.hidden !== null;
  const owns = party !== "team" && party === around.hidden;
  const name = (side: Side) => (around[side]?.name ? short(around[side].name) : say("told.somebody"));
  const zone = party === "team" ? "Europe/Berlin" : (around[party]?.zone ?? "Europe/Berlin");
  const values = {
    thing: say(owns ? "told.thing.own" : "told.thing.other"),
    from: quiet ? "" : name("from"),
    to: quiet ? "" : name("to"),
    other: quiet || party === "team" ? "" : name(otherSide(party)),
    day: around.expiresAt ? formatDate(around.expiresAt, locale) : "",
    count: talk?.slots.length ?? 0,
    moment: talk?.agreed ? momentIn(talk.agreed.startsAt, zone, locale) : "",
    outcome: outcome ? OUTCOME_WORDS[outcome][locale] : "",
  };
  return say(keyOf(about, party, { quiet, owns, state: around.state }), values);
}

type Key = keyof typeof tellingMessages;

function keyOf(
  about: News,
  party: Party,
  { quiet, owns, state }: { quiet: boolean; owns: boolean; state: string },
): Key {
  const suffix = quiet ? ".quiet" : party === "team" ? ".team" : "";
  if (about === "proposed" && party === "team") return quiet ? "told.to-pass-on.quiet" : "told.to-pass-on";
  if (about === "asked" && owns) return "told.asked.owner";
  if (about === "reminded") {
    if (party === "team") return quiet ? "told.reminded.team.quiet" : "told.reminded.team";
    const what = state === "accepted" ? "talk" : "answer";
    return `told.reminded.${what}${quiet ? ".quiet" : ""}`;
  }
  return `told.${about}${suffix}` as Key;
}

/** Two names and what stands between them have to fit into one sentence. */
const short = (name: string) => {
  const shown = displayName(name);
  return shown.length > 90 ? `${shown.slice(0, 89)}…` : shown;
};
