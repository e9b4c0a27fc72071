import type { Messages } from "../../../kernel/messages.ts";

export const letterMessages = {
  "letter.act": {
    en: "{label} (without signing in, once, until {day}):",
    de: "{label} (ohne Anmeldung, einmalig, bis {day}):",
  },
  "letter.often": {
    en: "How often letters come about what:",
    de: "Wie oft worüber Briefe kommen:",
  },
  "letter.no-more": {
    en: "No more letters about “{topic}”:",
    de: "Keine Briefe mehr über „{topic}“:",
  },
  "letter.no-more.all": {
    en: "No more letters about notices at all:",
    de: "Gar keine Briefe mehr über Mitteilungen:",
  },
  "digest.subject": {
    en: "{count, plural, one {One notice} other {# notices}} · Kontor",
    de: "{count, plural, one {Eine Mitteilung} other {# Mitteilungen}} · Kontor",
  },
  "digest.head": {
    en: "{count, plural, one {There is one new notice} other {There are # new notices}} for {name}.",
    de: "{count, plural, one {Es gibt eine neue Mitteilung} other {Es gibt # neue Mitteilungen}} für {name}.",
  },
  "digest.nowhere": { en: "Kontor", de: "Kontor" },
  "digest.all": { en: "All notices:", de: "Alle Mitteilungen:" },
} satisfies Messages;
