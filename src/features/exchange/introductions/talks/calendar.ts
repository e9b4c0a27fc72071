import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { localOf, offsetMinutes } from "./zone.ts";

export interface CalendarEntry {
  /** Of the talk: the same in every change of it. */
  id: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  summary: string;
  description: string;
  place: string;
  href: string;
  /** When it was agreed or called off. */
  at: Date;
  calledOff: boolean;
}

/** A calendar file with one talk, in its reader's own time zone. One that was called off takes itself out of the calendar again. */
export function calendarOf(entry: CalendarEntry, locale: "en" | "de"): string {
  const calendar = ical({
    prodId: { company: "Kontor", product: "Kontor", language: locale.toUpperCase() },
    method: entry.calledOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `talk-${entry.id}@kontor`,
    sequence: entry.sequence,
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: entry.at,
    summary: entry.summary,
    description: entry.description,
    ...(entry.place ? { location: entry.place } : {}),
    url: entry.href,
    status: entry.calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return inZone(calendar.toString(), entry);
}

/** The library writes instants in UTC; here they are turned to the zone, which the file then has to describe. */
function inZone(file: string, { startsAt, endsAt, zone }: CalendarEntry): string {
  if (zone === "UTC") return file;
  const local = (at: Date) => `${localOf(at, zone).replaceAll(/[-:]/g, "")}00`;
  return file
    .replace(/^DTSTART:\d{8}T\d{6}Z/m, `DTSTART;TZID=${zone}:${local(startsAt)}`)
    .replace(/^DTEND:\d{8}T\d{6}Z/m, `DTEND;TZID=${zone}:${local(endsAt)}`)
    .replace("BEGIN:VEVENT", `${zoneOn(startsAt, zone)}BEGIN:VEVENT`);
}

/** The zone as its clocks stand on that day; the file speaks of no other. */
function zoneOn(at: Date, zone: string): string {
  const minutes = offsetMinutes(at, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
    "",
  ].join("\r\n");
}
