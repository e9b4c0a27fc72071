import type { Unit } from "../../../../kernel/gateway.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import { displayName } from "../../../../ui/index.ts";
import { introductionHref } from "../address.ts";
import { type Around, peopleOfSide, type Talk } from "../telling/store.ts";
import { otherSide, type Side, WAY_WORDS } from "../words.ts";
import { type CalendarEntry, calendarOf } from "./calendar.ts";
import { sayTalk } from "./messages.ts";
import { clockIn, momentIn } from "./zone.ts";

/** A letter with the calendar's file to each side, in its own time zone. Of what is kept in confidence it names nobody. */
export async function calendarLetters(
  unit: Unit,
  around: Around,
  talk: Talk,
  calledOff: boolean,
  publicUrl: string,
): Promise<void> {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  for (const side of ["from", "to"] as const) {
    const entry = entryFor(around, talk, side, { calledOff, publicUrl, at: now });
    const own = around[side];
    if (!entry || !own) continue;
    const to = await peopleOfSide(unit.db, own, { personId: talk.people[side], wall: around.wall, today });
    for (const person of to) {
      const locale: Locale = person.locale === "de" ? "de" : "en";
      const say = sayTalk(locale);
      const said = entry(locale);
      await unit.mail({
        to: person.email,
        subject: say(calledOff ? "talk.subject.off" : "talk.subject", {
          what: said.summary,
          moment: momentIn(said.startsAt, said.zone, locale),
        }),
        body: `${[
          said.description,
          "",
          say(calledOff ? "talk.letter.off" : "talk.letter.file"),
          said.href,
          "",
          "-- ",
          "Kontor",
        ].join("\n")}\n`,
        calendar: calendarOf(said, locale),
      });
    }
  }
}

/** What stands in one side's calendar, in either language. */
export function entryFor(
  around: Pick<Around, "id" | "hidden" | "from" | "to">,
  talk: Talk,
  side: Side,
  { calledOff, publicUrl, at }: { calledOff: boolean; publicUrl: string; at: Date },
): ((locale: Locale) => CalendarEntry) | null {
  const own = around[side];
  const slot = talk.agreed;
  if (!own || !slot) return null;
  const name = around[otherSide(side)]?.name;
  return (locale) => {
    const say = sayTalk(locale);
    return {
      id: talk.id,
      sequence: talk.sequence,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      zone: own.zone,
      summary:
        around.hidden || !name ? say("talk.in-confidence") : say("talk.with", { other: displayName(name) }),
      description: say("talk.letter", {
        moment: momentIn(slot.startsAt, own.zone, locale),
        end: clockIn(slot.endsAt, own.zone, locale),
        zone: own.zone,
        how: WAY_WORDS[talk.how][locale],
        place: talk.place || "none",
      }),
      place: talk.place,
      href: `${publicUrl}${introductionHref(own.cluster, around.id)}`,
      at,
      calledOff,
    };
  };
}
