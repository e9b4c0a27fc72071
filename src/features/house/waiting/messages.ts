import type { Messages } from "../../../kernel/messages.ts";

export const waitingMessages = {
  "waiting.applicants": { en: "Applications to join", de: "Anträge auf Mitgliedschaft" },
  "waiting.applications": { en: "Applications to decide", de: "Anträge zu entscheiden" },
  "waiting.applications.what": {
    en: "It is the team's turn: to ask back or to decide.",
    de: "Das Team ist am Zug: nachfragen oder entscheiden.",
  },
  "waiting.requests": {
    en: "People who want to act for a member",
    de: "Menschen, die für ein Mitglied handeln möchten",
  },
  "waiting.requests.what": {
    en: "They ask to join an organisation without an owner, so nobody there can answer.",
    de: "Sie möchten zu einer Organisation ohne Inhaberrolle; dort kann niemand antworten.",
  },
  "waiting.renewals": { en: "Memberships not renewed", de: "Nicht verlängerte Mitgliedschaften" },
  "waiting.renewals.what": {
    en: "The day of renewal has passed.",
    de: "Der Tag der Verlängerung ist vorbei.",
  },
  "waiting.duplicates": { en: "Likely duplicates", de: "Mögliche Dubletten" },
  "waiting.duplicates.what": {
    en: "Two entries that look like one organisation. Merge them, or say that they are two.",
    de: "Zwei Einträge, die nach einer Organisation aussehen. Zusammenführen oder sagen, dass es zwei sind.",
  },
  "waiting.imports": { en: "Imports not finished", de: "Nicht beendete Importe" },
  "waiting.imports.what": {
    en: "A sheet was brought and waits to be mapped, confirmed or taken up again.",
    de: "Eine Tabelle wurde gebracht und wartet auf Zuordnung, Bestätigung oder Fortsetzung.",
  },
  "waiting.file": { en: "File", de: "Datei" },
  "waiting.person": { en: "Person", de: "Person" },
  "waiting.late": { en: "overdue", de: "überfällig" },
  "waiting.links": { en: "Links nobody has confirmed", de: "Unbestätigte Verbindungen" },
  "waiting.owners": { en: "Members nobody can act for", de: "Mitglieder, für die niemand handeln kann" },
  "waiting.isolated": {
    en: "Members without a link to another",
    de: "Mitglieder ohne Verbindung zu einem anderen",
  },
  "waiting.facts": { en: "Statements older than a year", de: "Angaben, älter als ein Jahr" },
  "waiting.applicants.what": {
    en: "They asked to become members and are still outside.",
    de: "Sie möchten Mitglied werden und stehen noch draußen.",
  },
  "waiting.links.what": {
    en: "One side declared them; the other has not answered. After two weeks it is worth asking.",
    de: "Eine Seite hat sie angegeben, die andere hat noch nicht geantwortet. Nach zwei Wochen lohnt es, nachzufragen.",
  },
  "waiting.owners.what": {
    en: "No person holds the seat of an owner there: nobody can confirm links or keep their entries.",
    de: "Niemand hat dort die Inhaberrolle: Niemand kann Verbindungen bestätigen oder Angaben pflegen.",
  },
  "waiting.isolated.what": {
    en: "No joint project and no other link with a member. An introduction may help.",
    de: "Kein gemeinsames Projekt und keine andere Verbindung mit einem Mitglied. Ein Bekanntmachen kann helfen.",
  },
  "waiting.facts.what": {
    en: "They were said more than a year ago. Whoever said them should look again.",
    de: "Sie wurden vor mehr als einem Jahr gemacht. Wer sie gemacht hat, sollte noch einmal hinsehen.",
  },
  "waiting.all": { en: "all {count, number}", de: "alle {count, number}" },
  "waiting.none": { en: "Nothing of this waits.", de: "Davon wartet nichts." },
  "waiting.back": { en: "Today", de: "Heute" },
  "waiting.who": { en: "Organisation", de: "Organisation" },
  "waiting.other": { en: "Other side", de: "Gegenseite" },
  "waiting.field": { en: "Field", de: "Feld" },
  "waiting.ask": { en: "ask", de: "nachfragen" },
  "waiting.since": { en: "Since", de: "Seit" },
  "field.description": { en: "description", de: "Beschreibung" },
  "field.products": { en: "products", de: "Produkte" },
  "field.capacity": { en: "capacity", de: "Kapazität" },
  "field.certificates": { en: "certificates", de: "Zertifikate" },
  "field.machines": { en: "machines", de: "Maschinen" },
  "field.contact": { en: "contact", de: "Kontakt" },
  "field.languages": { en: "languages", de: "Sprachen" },
  "field.staff": { en: "staff", de: "Beschäftigte" },
  "field.turnover": { en: "turnover", de: "Umsatz" },
  "field.interests": { en: "interests", de: "Interessen" },
} satisfies Messages;
