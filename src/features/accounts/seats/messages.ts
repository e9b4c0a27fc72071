import type { Messages } from "../../../kernel/messages.ts";

export const seatMessages = {
  "seats.title": { en: "Seats", de: "Sitze" },
  "seats.directory": { en: "Directory (SCIM)", de: "Verzeichnis (SCIM)" },
  "seats.of": { en: "Seats of {organisation}", de: "Sitze von {organisation}" },
  "seats.lede": {
    en: "{now, plural, =0 {Nobody acts for {organisation} today.} one {One person acts for {organisation} today.} other {# people act for {organisation} today.}}",
    de: "{now, plural, =0 {Heute handelt niemand für {organisation}.} one {Heute handelt eine Person für {organisation}.} other {Heute handeln # Personen für {organisation}.}}",
  },
  "terms.now": { en: "Today", de: "Heute" },
  "terms.other": { en: "Earlier and later", de: "Früher und später" },
  "seats.empty": {
    en: "Nobody acts for this organisation yet. Give the first person a seat.",
    de: "Noch handelt niemand für diese Organisation. Der ersten Person einen Sitz geben.",
  },
  "term.person": { en: "Person", de: "Person" },
  "term.email": { en: "E-mail", de: "E-Mail" },
  "term.role": { en: "Role", de: "Rolle" },
  "term.title": { en: "Title", de: "Bezeichnung" },
  "term.title.hint": {
    en: "As on a business card: board member, professor.",
    de: "Wie auf der Visitenkarte: Vorstand, Professorin.",
  },
  "term.since": { en: "Since", de: "Seit" },
  "term.since.hint": { en: "Empty means today.", de: "Leer heißt heute." },
  "term.until": { en: "Until", de: "Bis" },
  "term.until.hint": {
    en: "The first day on which it no longer holds; empty means open.",
    de: "Der erste Tag, an dem es nicht mehr gilt; leer heißt offen.",
  },
  "term.dates": { en: "Dates", de: "Zeitraum" },
  "term.end": { en: "End", de: "Beenden" },
  "term.end.hint": { en: "Empty means at once.", de: "Leer heißt sofort." },
  "term.change": { en: "Change", de: "Ändern" },
  "term.change.hint": {
    en: "Another role begins today; API tokens made for the old one end with it.",
    de: "Eine andere Rolle beginnt heute; API-Schlüssel der alten enden mit ihr.",
  },
  "seat-left": {
    en: "Your seat has ended. Your other roles stay.",
    de: "Der eigene Sitz ist beendet. Andere Rollen bleiben.",
  },
  "seat-changed": { en: "The seat is changed.", de: "Der Sitz ist geändert." },
  "term.end.ask": { en: "Really end?", de: "Wirklich beenden?" },
  "term.end.of": { en: "End: {name}", de: "Beenden: {name}" },
  "seat.give": { en: "Give a seat", de: "Sitz vergeben" },
  "seat.owner.hint": {
    en: "gives and ends seats, writes and reads",
    de: "vergibt und beendet Sitze, schreibt und liest",
  },
  "seat.editor.hint": { en: "writes and reads", de: "schreibt und liest" },
  "seat.reader.hint": { en: "reads", de: "liest" },
  "seat-given": {
    en: "Who sits here already has the new seat now. Anybody else gets an invitation by letter, and the seat by accepting it.",
    de: "Wer hier schon einen Sitz hat, hat jetzt auch den neuen. Alle anderen bekommen eine Einladung als Brief und mit dem Annehmen den Sitz.",
  },
  "seat-ended": {
    en: "The seat has ended. Other roles of the person stay.",
    de: "Der Sitz ist beendet. Andere Rollen der Person bleiben.",
  },
  "held-already": {
    en: "This person holds that role already at that time.",
    de: "Diese Person hat diese Rolle in der Zeit schon.",
  },
  "ends-before-it-starts": { en: "The end lies before the beginning.", de: "Das Ende liegt vor dem Beginn." },
  "ended-already": { en: "It has ended already.", de: "Das ist schon beendet." },
  "seat-last-one": {
    en: "This is the last owner. Give somebody else the seat of an owner first, or ask the team of your cluster.",
    de: "Das ist die letzte Inhaberrolle. Erst jemand anderem eine geben, oder das Team des Clusters bitten.",
  },
  "seat.letter.subject": { en: "A seat in {organisation}", de: "Ein Sitz bei {organisation}" },
  "seat.letter.body": {
    en: "Dear {name},\n\nfrom {since} you act for {organisation} as: {role}.\nAll your roles stand on the page of your account:",
    de: "Guten Tag, {name},\n\nab dem {since} gilt für {organisation} die Rolle: {role}.\nAlle Rollen stehen auf der Seite des Kontos:",
  },
} satisfies Messages;
