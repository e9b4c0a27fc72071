import type { Context } from "../../../../access/context.ts";
import { displayName, formatDate } from "../../../../ui/index.ts";
import { sayIntroduction } from "../messages.ts";
import { CLOSE_DAYS, days, turnOf } from "../rules.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import { momentIn } from "../talks/zone.ts";
import type { Party, Side } from "../words.ts";

/** A side by name; one that stays unnamed to the asker is called so. */
export function nameOf({ locale }: Pick<Context, "locale">, row: Introduction, side: Side): string {
  const say = sayIntroduction(locale);
  const [id, name] = side === "from" ? [row.fromId, row.fromName] : [row.toId, row.toName];
  if (id === null) return say("unnamed");
  return name === null ? say("somebody") : displayName(name);
}

export const slugOf = (row: Introduction, side: Side) => (side === "from" ? row.fromSlug : row.toSlug);

export const titleOf = (ctx: Pick<Context, "locale">, row: Introduction): string =>
  sayIntroduction(ctx.locale)("page.title", { from: nameOf(ctx, row, "from"), to: nameOf(ctx, row, "to") });

/** The time zone in which a party reads times. */
export const zoneOf = (row: Introduction, party: Party): string =>
  (party === "from" ? row.fromZone : party === "to" ? row.toZone : null) ?? "Europe/Berlin";

/** Whose turn it is, from where the asker stands. */
export function turnWords(ctx: Context, row: Introduction): string {
  const say = sayIntroduction(ctx.locale);
  const turn = turnOf(row);
  const party = partyIn(ctx, row);
  if (turn.length === 0) return say("turn.nobody");
  if (turn.length > 1) return say("turn.both");
  const [one] = turn;
  if (one === party) return say("turn.you");
  return one === "team" ? say("turn.team") : nameOf(ctx, row, one as Side);
}

/** Where it stands, whose turn it is, until when, and what happens if nobody acts. */
export function standingOf(ctx: Context, row: Introduction): string {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const party = partyIn(ctx, row);
  const values = {
    from: nameOf(ctx, row, "from"),
    to: nameOf(ctx, row, "to"),
    day: row.expiresAt ? formatDate(row.expiresAt, locale) : "",
  };
  switch (row.state) {
    case "proposed":
      if (row.origin === "team")
        return say(party === "team" ? "state.proposed.team.team" : "state.proposed.team.from", values);
      return say(party === "team" ? "state.proposed.member.team" : "state.proposed.member.from", values);
    case "asked":
      if (party === "to" && row.hidden === "from") return say("state.asked.to.unnamed", values);
      if (party === "to" && row.hidden === "to") return say("state.asked.to.owner", values);
      return say(`state.asked.${party}`, values);
    case "accepted":
      if (row.talkAt && row.talkAt > ctx.now())
        return say("state.accepted.talk", { moment: momentIn(row.talkAt, zoneOf(row, party), locale) });
      return say(party === "team" ? "state.accepted.team" : "state.accepted", values);
    case "met": {
      const met = row.metAt ?? row.movedAt;
      return say(party === "team" ? "state.met.team" : "state.met", {
        day: formatDate(met, locale),
        end: formatDate(row.expiresAt ?? days(met, CLOSE_DAYS), locale),
      });
    }
    default: {
      const ended = say(`state.${row.state}`, {
        day: formatDate(row.closedAt ?? row.movedAt, locale),
        who: enderOf(ctx, row, party),
      });
      const reason = row.reason ? ` ${say("state.reason", { reason: row.reason })}` : "";
      const later = row.state === "closed" && row.metAt ? ` ${say("state.closed.later")}` : "";
      return `${ended}${reason}${later}`;
    }
  }
}

function enderOf(ctx: Context, row: Introduction, party: Party): string {
  const say = sayIntroduction(ctx.locale);
  if (row.endedBy === party) return say("by.you");
  if (row.endedBy === "team") return say("by.team");
  if (row.endedBy === "from" || row.endedBy === "to")
    return say("by.from", { name: nameOf(ctx, row, row.endedBy) });
  return say("by.house");
}

/** What it waits for, in a few words: for a card and a list. */
export function waitOf(ctx: Context, row: Introduction): string {
  const say = sayIntroduction(ctx.locale);
  const party = partyIn(ctx, row);
  switch (row.state) {
    case "proposed":
      return row.origin === "team"
        ? say("wait.from", { name: nameOf(ctx, row, "from") })
        : say("wait.pass-on");
    case "asked":
      return say("wait.to", { name: nameOf(ctx, row, "to") });
    case "accepted":
      if (row.talkBy)
        return say("wait.slot", { name: nameOf(ctx, row, row.talkBy === "from" ? "to" : "from") });
      return row.talkAt && row.talkAt > ctx.now()
        ? say("wait.talk", { moment: momentIn(row.talkAt, zoneOf(row, party), ctx.locale) })
        : say("wait.times");
    case "met":
      if (row.outcomeState === "stated") return say("wait.confirm");
      return row.metAt && row.secondAskedAt === null
        ? say("wait.outcome", { day: formatDate(days(row.metAt, row.firstAskedAt ? 91 : 14), ctx.locale) })
        : "";
    default:
      return "";
  }
}
