import type { Locale } from "../../../../kernel/locale.ts";

/** The zones to choose from, each by one of its names. */
export const ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** Any name of a zone, also one of its older names; not a bare offset, which knows no summer. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(zone: string, locale: Locale | "sv", options: Intl.DateTimeFormatOptions) {
  const tag = locale === "de" ? "de-DE" : locale === "en" ? "en-GB" : "sv-SE";
  const key = `${zone} ${tag} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
    formatters.set(key, made);
  }
  return made;
}

/** How far the clocks of a zone are ahead of UTC at that moment, in minutes. */
export function offsetMinutes(at: Date, zone: string): number {
  return Math.round(
    (Date.parse(`${wallClock(at, zone)}Z`) - Math.floor(at.getTime() / 1000) * 1000) / 60_000,
  );
}

/** What the clocks of a zone show: `2026-11-24T10:00:00`. */
const wallClock = (at: Date, zone: string) =>
  formatter(zone, "sv", { dateStyle: "short", timeStyle: "medium" }).format(at).replace(" ", "T");

/** What a field for date and time shows: `2026-11-24T10:00`. */
export const localOf = (at: Date, zone: string): string => wallClock(at, zone).slice(0, 16);

/**
 * The moment at which the clocks of a zone show this. Of an hour that comes twice the first is meant; a time that the clocks jump over
 * is the moment of the jump and as long after it as it is after the missing hour's beginning.
 */
export function instantOf(local: string, zone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null;
  const asUtc = new Date(`${local}${local.length === 16 ? ":00" : ""}Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  const candidates = [
    offsetMinutes(new Date(asUtc.getTime() - 86_400_000), zone),
    offsetMinutes(new Date(asUtc.getTime() + 86_400_000), zone),
  ].map((offset) => new Date(asUtc.getTime() - offset * 60_000));
  const exact = candidates.filter((at) => localOf(at, zone) === local.slice(0, 16));
  const [first] = exact.length > 0 ? exact.toSorted((a, b) => a.getTime() - b.getTime()) : candidates;
  return first!;
}

/** "Tue, 24 Nov 2026, 10:00 CET": with the name of the zone, so that nobody mistakes it for their own. */
export const momentIn = (at: Date, zone: string, locale: Locale): string =>
  formatter(zone, locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);

/** "10:00 – 10:45": the end of what begins as `momentIn` says. */
export const clockIn = (at: Date, zone: string, locale: Locale): string =>
  formatter(zone, locale, { hour: "2-digit", minute: "2-digit" }).format(at);
