import type { Messages } from "../../../kernel/messages.ts";

export const peopleMessages = {
  "people.title": { en: "People", de: "Personen" },
  "people.lede": {
    en: "{total, plural, =0 {Nobody has an account} one {One person has an account} other {# people have an account}}, {suspended, plural, =0 {nobody is suspended} one {one is suspended} other {# are suspended}}.",
    de: "{total, plural, =0 {Niemand hat ein Konto} one {Eine Person hat ein Konto} other {# Personen haben ein Konto}}, {suspended, plural, =0 {niemand ist gesperrt} one {eine ist gesperrt} other {# sind gesperrt}}.",
  },
  "people.found": {
    en: "{total, plural, =0 {Nobody fits “{query}”.} one {One person fits “{query}”.} other {# people fit “{query}”.}}",
    de: "{total, plural, =0 {Niemand passt zu „{query}“.} one {Eine Person passt zu „{query}“.} other {# Personen passen zu „{query}“.}}",
  },
  "people.search": { en: "Search by name or address", de: "Nach Name oder Adresse suchen" },
  "people.all": { en: "Show everybody", de: "Alle zeigen" },
  "people.name": { en: "Name", de: "Name" },
  "people.email": { en: "Address", de: "Adresse" },
  "people.since": { en: "Since", de: "Seit" },
  "people.factor": { en: "Second factor", de: "Zweiter Faktor" },
  "people.factor.yes": { en: "yes", de: "ja" },
  "people.factor.no": { en: "no", de: "nein" },
  "people.seen": { en: "Last seen", de: "Zuletzt gesehen" },
  "people.never": { en: "not signed in", de: "nicht angemeldet" },
  "people.state": { en: "State", de: "Stand" },
  "people.active": { en: "active", de: "aktiv" },
  "people.suspended": { en: "suspended", de: "gesperrt" },
  "people.operator": { en: "operator", de: "Betrieb" },
  "people.self": { en: "you", de: "eigenes Konto" },
  "people.suspend": { en: "Suspend", de: "Sperren" },
  "people.suspend.ask": { en: "Really suspend?", de: "Wirklich sperren?" },
  "people.restore": { en: "Restore", de: "Freigeben" },
  "person-suspended": {
    en: "The person is suspended: sessions, tokens and feeds stopped at once.",
    de: "Die Person ist gesperrt: Sitzungen, Schlüssel und Feeds enden sofort.",
  },
  "person-restored": {
    en: "The person can sign in again.",
    de: "Die Person kann sich wieder anmelden.",
  },
} satisfies Messages;
