import type { Locale } from "../kernel/locale.ts";

/** Making an Intl formatter costs a hundred times more than using it, so each is made once. */
function cached<F>(make: (tag: string, option: string) => F): (locale: Locale, option?: string) => F {
  const made = new Map<string, F>();
  return (locale, option = "") => {
    const key = `${locale} ${option}`;
    let formatter = made.get(key);
    if (!formatter) {
      formatter = make(locale === "de" ? "de-DE" : "en-GB", option);
      made.set(key, formatter);
    }
    return formatter;
  };
}

/** Where the readers live: instants are shown by their clock. */
const ZONE = "Europe/Berlin";

const numbers = cached(
  (tag, digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: Number(digits) }),
);
const compacts = cached(
  (tag) => new Intl.NumberFormat(tag, { notation: "compact", maximumSignificantDigits: 3 }),
);
const percents = cached(
  (tag, digits) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: Number(digits) }),
);
const changes = cached(
  (tag, digits) =>
    new Intl.NumberFormat(tag, { signDisplay: "exceptZero", maximumFractionDigits: Number(digits) }),
);
const moneys = cached(
  (tag, currency) =>
    new Intl.NumberFormat(tag, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }),
);
const compactMoneys = cached(
  (tag, currency) =>
    new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      notation: "compact",
      maximumSignificantDigits: 3,
    }),
);
const dates = cached(
  (tag, zone) =>
    new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric", timeZone: zone }),
);
const times = cached(
  (tag, zone) =>
    new Intl.DateTimeFormat(tag, {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: zone,
    }),
);
const months = cached(
  (tag, zone) => new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: zone }),
);
const days = cached(
  (tag, zone) =>
    new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", timeZone: zone }),
);
const ages = cached((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
const lists = cached(
  (tag, type) => new Intl.ListFormat(tag, { type: type as "conjunction" | "disjunction" }),
);
const kilometres = cached(
  (tag, digits) =>
    new Intl.NumberFormat(tag, { style: "unit", unit: "kilometer", maximumFractionDigits: Number(digits) }),
);
const metres = cached((tag) => new Intl.NumberFormat(tag, { style: "unit", unit: "meter" }));
const regions = cached((tag) => new Intl.DisplayNames(tag, { type: "region", fallback: "code" }));

export const formatNumber = (value: number, locale: Locale, digits = 0) =>
  numbers(locale, String(digits)).format(value);

/** 8.4 M rather than 8,412,000: for a glance, never where somebody calculates. */
export const formatCompact = (value: number, locale: Locale) => compacts(locale).format(value);

/** Euros, not cents; whole amounts without ",00". */
export const formatMoney = (value: number, locale: Locale, currency = "EUR") =>
  moneys(locale, currency).format(value);

export const formatCompactMoney = (value: number, locale: Locale, currency = "EUR") =>
  compactMoneys(locale, currency).format(value);

/** Takes a share: 0.82 is 82 %. */
export const formatPercent = (share: number, locale: Locale, digits = 0) =>
  percents(locale, String(digits)).format(share);

/** With its sign: +6, −3. */
export const formatChange = (value: number, locale: Locale, digits = 0) =>
  changes(locale, String(digits)).format(value);

/** A calendar day as text (`2024-03-01`) is the same day everywhere; a `Date` is an instant, read by the readers' clock. */
export type Day = string | Date;

export const formatDate = (day: Day, locale: Locale) => dates(locale, zoneOf(day)).format(dateOf(day));
export const formatTime = (day: Day, locale: Locale) => times(locale, zoneOf(day)).format(dateOf(day));
export const formatMonth = (day: Day, locale: Locale) => months(locale, zoneOf(day)).format(dateOf(day));
/** "Tuesday, 24 November": the line above a first screen. */
export const formatWeekday = (day: Day, locale: Locale) => days(locale, zoneOf(day)).format(dateOf(day));

/** From the year when only that is known, to both years when they differ: "2018", "2018–2021", "since 2018" is a page's own word. */
export const formatYears = (from: Day | undefined, to: Day | undefined) => {
  const [first, last] = [from && dateOf(from).getUTCFullYear(), to && dateOf(to).getUTCFullYear()];
  if (first === last || last === undefined) return first === undefined ? "" : String(first);
  return first === undefined ? `–${last}` : `${first}–${last}`;
};

const STEPS = [
  ["year", 31_556_952],
  ["month", 2_629_746],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "12 days ago", "in 3 hours", "gestern": the largest step that fits, as a person would say it. */
export function formatAge(day: Day, now: Date, locale: Locale): string {
  const seconds = (dateOf(day).getTime() - now.getTime()) / 1000;
  // A day without a time is not so many hours ago.
  if (typeof day === "string" && day.length === 10 && Math.abs(seconds) < 86_400)
    return ages(locale).format(0, "day");
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return ages(locale).format(0, "second");
  return ages(locale).format(Math.trunc(seconds / step[1]), step[0]);
}

/** Kilometres in; below one it speaks in metres, below ten with one decimal. */
export const formatDistance = (km: number, locale: Locale) =>
  km < 1
    ? metres(locale).format(Math.round(km * 100) * 10)
    : kilometres(locale, km < 10 ? "1" : "0").format(km);

export const formatList = (
  words: Iterable<string>,
  locale: Locale,
  type: "conjunction" | "disjunction" = "conjunction",
) => lists(locale, type).format(words);

/** A country by its two letters. EU sources write EL and UK for what ISO calls GR and GB. */
export function formatCountry(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const key = locale + code;
  let name = countries.get(key);
  if (name === undefined) {
    name = countryCalled(code, locale);
    countries.set(key, name);
  }
  return name;
}

/** Asking Intl for a name takes longer than all the rest of a list of countries; there are at most 676 codes. */
const countries = new Map<string, string>();

function countryCalled(code: string, locale: Locale): string {
  const iso = code === "EL" ? "GR" : code === "UK" ? "GB" : code;
  return regions(locale).of(iso) ?? code;
}

const isDay = (day: Day) => typeof day === "string" && day.length === 10;
const dateOf = (day: Day) => (typeof day === "string" ? new Date(day) : day);
const zoneOf = (day: Day) => (isDay(day) ? "UTC" : ZONE);
