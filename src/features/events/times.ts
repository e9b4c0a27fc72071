import type { Locale } from "../../kernel/locale.ts";

/** Clocks an event may go by: those of Europe, and the one that is nobody's. Programs may name any other. */
export const ZONES: readonly string[] = [
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.startsWith("Europe/")),
  "UTC",
];
const KNOWN = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
export const isZone = (zone: string) => KNOWN.has(zone);

const clocks = new Map<string, Intl.DateTimeFormat>();
function formatter(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  let made = clocks.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
    clocks.set(key, made);
  }
  return made;
}

const NUMBERS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

/** What a clock of the zone shows at this instant, read as if it were UTC. */
function shown(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatter("en-GB", zone, NUMBERS)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
}

/** The instant at which clocks of the zone show this day and time. Of a time that comes twice, the first; a time left out, an hour later. */
export function instantOf(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsets = [-1, 0, 1].map((days) => {
    const near = wanted + days * 86_400_000;
    return shown(near, zone) - near;
  });
  const fits = [...new Set(offsets)]
    .map((offset) => wanted - offset)
    .filter((at) => shown(at, zone) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : wanted - offsets[0]!);
}

/** As in `2026-12-01`. */
export const dayIn = (zone: string, instant: Date): string =>
  new Date(shown(instant.getTime(), zone)).toISOString().slice(0, 10);
/** As in `09:30`. */
export const timeIn = (zone: string, instant: Date): string =>
  new Date(shown(instant.getTime(), zone)).toISOString().slice(11, 16);

const tagOf = (locale: Locale) => (locale === "de" ? "de-DE" : "en-GB");

/** "Tue, 1 Dec 2026" */
export const sayDay = (instant: Date, zone: string, locale: Locale): string =>
  formatter(tagOf(locale), zone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(instant);

/** "Tue, 1 Dec 2026, 09:30" */
export const sayMoment = (instant: Date, zone: string, locale: Locale): string =>
  `${sayDay(instant, zone, locale)}, ${timeIn(zone, instant)}`;

/** An ending as people say it: what ends with a day is named by that day, not by the midnight after it. */
export const sayUntil = (instant: Date, zone: string, locale: Locale): string =>
  timeIn(zone, instant) === "00:00"
    ? sayDay(new Date(instant.getTime() - 1), zone, locale)
    : sayMoment(instant, zone, locale);

export const saySpan = (from: Date, to: Date, zone: string): string =>
  `${timeIn(zone, from)}–${timeIn(zone, to)}`;

/** "CET", or how far from UTC where the zone has no letters of its own. */
export const sayZone = (instant: Date, zone: string, locale: Locale): string =>
  formatter(tagOf(locale), zone, { timeZoneName: "short" })
    .formatToParts(instant)
    .find(({ type }) => type === "timeZoneName")?.value ?? zone;

export interface Span {
  from: Date;
  to: Date;
}

/** Talks one after the other from the beginning of a session, with a pause between two, as long as they fit. */
export function slotsOf(session: Span, talkMinutes: number, pauseMinutes: number): Span[] {
  const talk = talkMinutes * 60_000;
  const slots: Span[] = [];
  for (
    let from = session.from.getTime();
    from + talk <= session.to.getTime();
    from += talk + pauseMinutes * 60_000
  )
    slots.push({ from: new Date(from), to: new Date(from + talk) });
  return slots;
}
