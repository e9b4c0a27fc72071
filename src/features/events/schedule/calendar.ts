import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MeetingState } from "../words.ts";

export interface CalendarTalk {
  id: string;
  state: MeetingState;
  sequence: number;
  fromAt: Date;
  toAt: Date;
  updatedAt: Date;
  /** Whom one meets. */
  with: string;
  place: string;
  link: string | null;
}

export interface CalendarWords {
  title: string;
  talkWith: (name: string) => string;
}

/** More than a letter carries: what is left out is on the page. */
const MOST_LETTER = 19_000;

/**
 * Talks as a calendar's file. Instants are in UTC, so that every calendar shows them by its reader's own clock; what was called off is taken
 * out again by its number.
 */
export function calendarOf(
  talks: readonly CalendarTalk[],
  { title, talkWith }: CalendarWords,
  publicUrl: string,
  eventPath: string,
): string {
  const calendar = ical({
    name: title,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Kontor", product: "Events" },
  });
  const host = new URL(publicUrl).hostname;
  for (const talk of talks)
    calendar.createEvent({
      id: `${talk.id}@${host}`,
      sequence: talk.sequence,
      status: talk.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: talk.fromAt,
      end: talk.toAt,
      stamp: talk.updatedAt,
      summary: talkWith(talk.with),
      description: title,
      location: talk.link ?? talk.place,
      url: `${publicUrl}${eventPath}/meetings/${talk.id}`,
    });
  return calendar.toString();
}

/** As many of the next talks as a letter carries. */
export function calendarForLetter(
  talks: readonly CalendarTalk[],
  words: CalendarWords,
  publicUrl: string,
  eventPath: string,
): string {
  for (let many = talks.length; many > 0; many--) {
    const text = calendarOf(talks.slice(0, many), words, publicUrl, eventPath);
    if (text.length <= MOST_LETTER) return text;
  }
  return "";
}
