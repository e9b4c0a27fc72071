import type { Locale } from "../../kernel/locale.ts";
import { type Messages, speaker } from "../../kernel/messages.ts";
import { formatDate } from "../../ui/index.ts";

export const roleMessages = {
  "seat.owner": { en: "Owner", de: "Inhaberrolle" },
  "seat.editor": { en: "Editor", de: "Redaktion" },
  "seat.reader": { en: "Reader", de: "Leserecht" },
  "office.manager": { en: "Manager", de: "Clustermanagement" },
  "office.facilitator": { en: "Facilitator", de: "Vermittlung" },
  "office.analyst": { en: "Analyst", de: "Analyse" },
  "office.auditor": { en: "Auditor", de: "Revision" },
  "dates.since": { en: "since {since}", de: "seit {since}" },
  "dates.from": { en: "from {since}", de: "ab {since}" },
  "dates.until": { en: "{since} to {until}", de: "{since} bis {until}" },
} satisfies Messages;

const say = speaker(roleMessages);

export const seatWord = (role: string, locale: Locale) => word(["seat", "office"], role, locale);
export const officeWord = (role: string, locale: Locale) => word(["office", "seat"], role, locale);

/** The log tells of roles without always knowing of which kind they are. */
function word(kinds: readonly string[], role: string, locale: Locale): string {
  const key = kinds.map((kind) => `${kind}.${role}`).find((one) => one in roleMessages);
  return key ? say(locale)(key as "seat.owner") : role;
}

export interface Held {
  since: string;
  until: string | null;
}

/** "since 1 Apr 2012", "1 Apr 2012 to 30 Sep 2020", "from 1 Jan 2027". */
export function datesHeld({ since, until }: Held, today: string, locale: Locale): string {
  const from = formatDate(since, locale);
  if (until) return say(locale)("dates.until", { since: from, until: formatDate(until, locale) });
  return say(locale)(since > today ? "dates.from" : "dates.since", { since: from });
}

/** Half-open, as in `[since, until)`. */
export const isHeld = ({ since, until }: Held, today: string) =>
  since <= today && (until === null || until > today);
export const hasEnded = ({ until }: Held, today: string) => until !== null && until <= today;
