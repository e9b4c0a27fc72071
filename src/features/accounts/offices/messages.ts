import type { Messages } from "../../../kernel/messages.ts";

export const officeMessages = {
  "team.title": { en: "Team", de: "Team" },
  "team.lede": {
    en: "{now, plural, =0 {Nobody works for {cluster} today.} one {One person works for {cluster} today.} other {# people work for {cluster} today.}}",
    de: "{now, plural, =0 {Heute arbeitet niemand für {cluster}.} one {Heute arbeitet eine Person für {cluster}.} other {Heute arbeiten # Personen für {cluster}.}}",
  },
  "team.empty": { en: "Nobody holds an office today.", de: "Heute hat niemand ein Amt." },
  "office.give": { en: "Give an office", de: "Amt vergeben" },
  "office.manager.hint": {
    en: "runs the cluster, gives offices, reads the log",
    de: "leitet den Cluster, vergibt Ämter, liest das Protokoll",
  },
  "office.facilitator.hint": {
    en: "brings members together, keeps their records",
    de: "bringt Mitglieder zusammen, pflegt ihre Angaben",
  },
  "office.analyst.hint": { en: "reads and works with the figures", de: "liest und arbeitet mit den Zahlen" },
  "office.auditor.hint": { en: "reads the log", de: "liest das Protokoll" },
  "office-given": {
    en: "Who works for the team already has the new office now. Anybody else gets an invitation by letter, and the office by accepting it.",
    de: "Wer schon zum Team gehört, hat jetzt auch das neue Amt. Alle anderen bekommen eine Einladung als Brief und mit dem Annehmen das Amt.",
  },
  "office-ended": {
    en: "The office has ended. Other roles of the person stay.",
    de: "Das Amt ist beendet. Andere Rollen der Person bleiben.",
  },
  "office-changed": { en: "The office is changed.", de: "Das Amt ist geändert." },
  "office-last-one": {
    en: "This is the last manager. Give somebody else that office first.",
    de: "Das ist das letzte Clustermanagement. Erst jemand anderem dieses Amt geben.",
  },
  "office.letter.subject": { en: "An office in {cluster}", de: "Ein Amt bei {cluster}" },
  "office.letter.body": {
    en: "Dear {name},\n\nfrom {since} you work for {cluster} as: {role}.\nAll your roles stand on the page of your account:",
    de: "Guten Tag, {name},\n\nab dem {since} gilt für {cluster} das Amt: {role}.\nAlle Rollen stehen auf der Seite des Kontos:",
  },
} satisfies Messages;
