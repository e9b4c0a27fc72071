import type { Messages } from "../../../kernel/messages.ts";

export const firstDayMessages = {
  "first-day.title": { en: "First steps", de: "Erste Schritte" },
  "first-day.lede": {
    en: "{done} of {all} done. The list goes when all are.",
    de: "{done} von {all} getan. Sind alle getan, verschwindet die Liste.",
  },
  "first-day.done": { en: "Done: {steps}.", de: "Getan: {steps}." },
  "first-day.profile.short": { en: "profile", de: "Profil" },
  "first-day.logo.short": { en: "logo", de: "Logo" },
  "first-day.competence.short": { en: "competence", de: "Kompetenz" },
  "first-day.colleague.short": { en: "colleague", de: "Einladung" },
  "first-day.domain.short": { en: "mail domain", de: "Mail-Domain" },
  "first-day.second-factor.short": { en: "second factor", de: "zweiter Faktor" },
  "first-day.notices.short": { en: "letters", de: "Briefe" },
  "first-day.link.short": { en: "link", de: "Verbindung" },
  "first-day.dismiss": { en: "Put aside", de: "Weglegen" },
  "first-day.profile": {
    en: "Fill in the profile: {percent} of 60 per cent",
    de: "Das Profil ausfüllen: {percent} von 60 Prozent",
  },
  "first-day.profile.why": {
    en: "What others find is what stands there.",
    de: "Andere finden, was dort steht.",
  },
  "first-day.logo": { en: "Add the logo", de: "Das Logo hinzufügen" },
  "first-day.logo.why": {
    en: "It stands on every card of the directory.",
    de: "Es steht auf jeder Karte des Verzeichnisses.",
  },
  "first-day.competence": { en: "Name a first competence", de: "Eine erste Kompetenz nennen" },
  "first-day.competence.why": {
    en: "Partners are suggested by what both can do.",
    de: "Partner werden nach gemeinsamen Kompetenzen vorgeschlagen.",
  },
  "first-day.colleague": {
    en: "Invite a colleague",
    de: "Jemanden aus dem Haus einladen",
  },
  "first-day.colleague.why": {
    en: "So that somebody answers when you are away.",
    de: "Damit auch bei Abwesenheit jemand antwortet.",
  },
  "first-day.domain": {
    en: "Declare your mail domain",
    de: "Die eigene Mail-Domain angeben",
  },
  "first-day.domain.why": {
    en: "Colleagues can then ask to join by themselves.",
    de: "Dann können andere aus dem Haus selbst um Aufnahme bitten.",
  },
  "first-day.second-factor": {
    en: "Turn on the second factor",
    de: "Den zweiten Faktor einschalten",
  },
  "first-day.second-factor.why": {
    en: "A stolen password then opens nothing.",
    de: "Ein gestohlenes Passwort öffnet dann nichts.",
  },
  "first-day.notices": {
    en: "Choose how often letters come",
    de: "Wählen, wie oft Briefe kommen",
  },
  "first-day.notices.why": {
    en: "At once, daily, weekly, monthly or not at all.",
    de: "Sofort, täglich, wöchentlich, monatlich oder gar nicht.",
  },
  "first-day.link": { en: "Declare a first link", de: "Eine erste Verbindung angeben" },
  "first-day.link.why": {
    en: "A supplier, a customer, a partner: the network begins with it.",
    de: "Lieferant, Kundin, Partner: Damit beginnt das Netz.",
  },
  "first-day.again": { en: "Show the first steps again", de: "Erste Schritte wieder zeigen" },
  "first-day.again.what": {
    en: "The list of first steps was put aside for {organisation}.",
    de: "Die Liste der ersten Schritte ist für {organisation} weggelegt.",
  },
  "first-day-dismissed": {
    en: "The first steps are put aside. Your account brings them back.",
    de: "Die ersten Schritte sind weggelegt. Das Konto holt sie zurück.",
  },
} satisfies Messages;
