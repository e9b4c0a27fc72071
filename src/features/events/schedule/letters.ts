import type { SystemUnit } from "../../../kernel/gateway.ts";
import { isLocale, type Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { eventHref, scheduleHref } from "../address.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { comersOf } from "../registrations/comers.ts";
import { sayDay, saySpan, sayZone, timeIn } from "../times.ts";
import type { MeetingState } from "../words.ts";
import { type CalendarTalk, calendarForLetter } from "./calendar.ts";

export type About = "published" | "changed" | "cancelled";

export interface ToTell {
  event: EventRow;
  about: About;
  /** Talks written at this moment are what changed. */
  at: Date;
  except?: string | undefined;
}

interface Comer {
  id: string;
  organisationId: string;
  personId: string | null;
  name: string | null;
  email: string | null;
  locale: string | null;
}

/**
 * Letters with the schedule as it stands, to those concerned: at first everybody, later whoever's talks changed. It is read anew from the talks, so
 * that a letter sent late says nothing that is not so any more.
 */
export async function tellSchedules(unit: SystemUnit, told: ToTell, publicUrl: string): Promise<number> {
  const { event, about, at, except } = told;
  const { slug } = await unit.db
    .selectFrom("cluster")
    .select("slug")
    .where("id", "=", event.clusterId)
    .executeTakeFirstOrThrow();
  const talks = await talksByComer(unit, event);
  let letters = 0;
  for (const comer of await comersOf(unit.db, event).where("r.state", "=", "registered").execute()) {
    const own = talks.get(comer.id) ?? [];
    if (comer.id === except || (about === "changed" && !own.some((talk) => isAt(talk, at)))) continue;
    await tellOne(unit, { comer, own, told, slug, publicUrl });
    letters += 1;
  }
  return letters;
}

const isAt = (talk: CalendarTalk, at: Date) => talk.updatedAt.getTime() === at.getTime();

async function tellOne(
  unit: SystemUnit,
  {
    comer,
    own,
    told: { event, about, at },
    slug,
    publicUrl,
  }: { comer: Comer; own: readonly CalendarTalk[]; told: ToTell; slug: string; publicUrl: string },
) {
  const title = event.title.slice(0, 120);
  const standing = own.filter(({ state }) => state !== "cancelled");
  const path = about === "cancelled" ? eventHref({ slug }, event.id) : scheduleHref({ slug }, event.id);
  const sentence = (locale: Locale) => sayEvents(locale)(`told.${about}`, { title, talks: standing.length });
  await notify(unit, {
    to: comer.personId ? { person: comer.personId } : { organisation: comer.organisationId },
    clusterId: event.clusterId,
    topic: "events",
    text: { en: sentence("en"), de: sentence("de") },
    href: path,
    key: `event:${event.id}:${comer.id}`,
    wall: event.wall,
  });
  if (!comer.email) return;
  const locale = isLocale(comer.locale) ? comer.locale : "en";
  const say = sayEvents(locale);
  const line = (talk: CalendarTalk) =>
    say(
      isAt(talk, at) && about === "changed"
        ? `letter.line.${talk.state === "cancelled" ? "off" : "new"}`
        : "letter.line",
      {
        time: `${sayDay(talk.fromAt, event.zone, locale)}, ${saySpan(talk.fromAt, talk.toAt, event.zone)}`,
        with: talk.with,
        place: talk.link ? `${talk.place}, ${talk.link}` : talk.place,
      },
    );
  const lines = own
    .filter((talk) => talk.state !== "cancelled" || (about === "changed" && isAt(talk, at)))
    .map(line);
  const calendar =
    about === "cancelled"
      ? calendarForLetter(
          own.map((talk) => ({ ...talk, state: "cancelled" as const, sequence: talk.sequence + 1 })),
          wordsOf(event, locale),
          publicUrl,
          eventHref({ slug }, event.id),
        )
      : calendarForLetter(own, wordsOf(event, locale), publicUrl, eventHref({ slug }, event.id));
  await unit.mail({
    to: comer.email,
    subject: say(`letter.${about}.subject`, { title }),
    body: say(`letter.${about}.body`, {
      name: comer.name ?? "",
      title,
      day: sayDay(event.startsAt, event.zone, locale),
      time: timeIn(event.zone, event.startsAt),
      zone: sayZone(event.startsAt, event.zone, locale),
      place: event.place ?? say("place.none"),
      because: event.cancelledBecause ?? say("because.none"),
      talks: about === "cancelled" ? "" : lines.length > 0 ? lines.join("\n") : say("letter.no-talks"),
      url: `${publicUrl}${path}`,
    }),
    ...(calendar ? { calendar } : {}),
  });
}

export const wordsOf = (event: Pick<EventRow, "title">, locale: Locale) => ({
  title: event.title,
  talkWith: (name: string) => sayEvents(locale)("calendar.with", { name }),
});

/** Every talk of everybody, named from each side; with both sides' names, for these letters go to those who talk. */
async function talksByComer(
  unit: SystemUnit,
  { clusterId, id }: EventRow,
): Promise<Map<string, CalendarTalk[]>> {
  const rows = await unit.db
    .selectFrom("meeting as m")
    .innerJoin("eventSlot as s", (join) =>
      join.onRef("s.clusterId", "=", "m.clusterId").onRef("s.id", "=", "m.slotId"),
    )
    .innerJoin("eventTable as t", (join) =>
      join.onRef("t.clusterId", "=", "m.clusterId").onRef("t.id", "=", "m.tableId"),
    )
    .innerJoin("meetingParty as own", (join) =>
      join.onRef("own.clusterId", "=", "m.clusterId").onRef("own.meetingId", "=", "m.id"),
    )
    .innerJoin("meetingParty as other", (join) =>
      join
        .onRef("other.clusterId", "=", "m.clusterId")
        .onRef("other.meetingId", "=", "m.id")
        .onRef("other.registrationId", "<>", "own.registrationId"),
    )
    .innerJoin("registration as r", (join) =>
      join.onRef("r.clusterId", "=", "other.clusterId").onRef("r.id", "=", "other.registrationId"),
    )
    .innerJoin("organisation as o", "o.id", "r.organisationId")
    .leftJoin("person as p", "p.id", "r.personId")
    .select([
      "own.registrationId",
      "m.id",
      "m.state",
      "m.sequence",
      "s.fromAt",
      "s.toAt",
      "m.updatedAt",
      "t.name as place",
      "t.link",
      "o.name as organisation",
      "p.name as person",
    ])
    .where("m.clusterId", "=", clusterId)
    .where("m.eventId", "=", id)
    .where("m.state", "<>", "draft")
    .orderBy("s.fromAt")
    .execute();
  const talks = new Map<string, CalendarTalk[]>();
  for (const { registrationId, organisation, person, state, ...row } of rows) {
    const list = talks.get(registrationId) ?? [];
    list.push({ ...row, state: state as MeetingState, with: withWhom(organisation, person) });
    talks.set(registrationId, list);
  }
  return talks;
}

export const withWhom = (organisation: string, person: string | null) =>
  person ? `${person}, ${displayName(organisation)}` : displayName(organisation);
