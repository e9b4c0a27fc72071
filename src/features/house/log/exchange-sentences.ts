import type { Messages } from "../../../kernel/messages.ts";

/** What happens in the exchange and at events, as far as whoever reads the log may know of it. */
export const exchangeSentences = {
  "log.need.write": {
    en: "{who} wrote down a need of {organisation}.",
    de: "{who} hat einen Bedarf von {organisation} notiert.",
  },
  "log.need.edit": {
    en: "{who} changed a need of {organisation}.",
    de: "{who} hat einen Bedarf von {organisation} geändert.",
  },
  "log.need.gather": {
    en: "{who} wrote down in a visit what {organisation} looks for.",
    de: "{who} hat bei einem Besuch notiert, was {organisation} sucht.",
  },
  "log.need.repeat": {
    en: "The next need of a series of {organisation} was drafted.",
    de: "In einer Reihe von {organisation} wurde der nächste Bedarf entworfen.",
  },
  "log.need.remove": {
    en: "{who} removed a draft of {organisation}.",
    de: "{who} hat einen Entwurf von {organisation} entfernt.",
  },
  "log.need.file.add": {
    en: "{who} added a file to a need of {organisation}.",
    de: "{who} hat einem Bedarf von {organisation} eine Datei beigefügt.",
  },
  "log.need.file.remove": {
    en: "{who} removed a file of a need of {organisation}.",
    de: "{who} hat eine Datei eines Bedarfs von {organisation} entfernt.",
  },
  "log.need.open": {
    en: "A need of {organisation} is open.",
    de: "Ein Bedarf von {organisation} ist offen.",
  },
  "log.need.in-talks": {
    en: "A need of {organisation} is in talks.",
    de: "Ein Bedarf von {organisation} ist im Gespräch.",
  },
  "log.need.met": {
    en: "A need of {organisation} is met.",
    de: "Ein Bedarf von {organisation} ist gedeckt.",
  },
  "log.need.closed": {
    en: "A need of {organisation} is closed.",
    de: "Ein Bedarf von {organisation} ist geschlossen.",
  },
  "log.need.expired": {
    en: "A need of {organisation} has expired.",
    de: "Ein Bedarf von {organisation} ist abgelaufen.",
  },
  "log.offer.write": {
    en: "{who} wrote down an offer of {organisation}.",
    de: "{who} hat ein Angebot von {organisation} notiert.",
  },
  "log.offer.edit": {
    en: "{who} changed an offer of {organisation}.",
    de: "{who} hat ein Angebot von {organisation} geändert.",
  },
  "log.offer.gather": {
    en: "{who} wrote down in a visit what {organisation} has.",
    de: "{who} hat bei einem Besuch notiert, was {organisation} hat.",
  },
  "log.offer.repeat": {
    en: "The next offer of a series of {organisation} was drafted.",
    de: "In einer Reihe von {organisation} wurde das nächste Angebot entworfen.",
  },
  "log.offer.remove": {
    en: "{who} removed a draft of {organisation}.",
    de: "{who} hat einen Entwurf von {organisation} entfernt.",
  },
  "log.offer.file.add": {
    en: "{who} added a file to an offer of {organisation}.",
    de: "{who} hat einem Angebot von {organisation} eine Datei beigefügt.",
  },
  "log.offer.file.remove": {
    en: "{who} removed a file of an offer of {organisation}.",
    de: "{who} hat eine Datei eines Angebots von {organisation} entfernt.",
  },
  "log.offer.open": {
    en: "An offer of {organisation} is open.",
    de: "Ein Angebot von {organisation} ist offen.",
  },
  "log.offer.in-talks": {
    en: "An offer of {organisation} is in talks.",
    de: "Ein Angebot von {organisation} ist im Gespräch.",
  },
  "log.offer.met": {
    en: "An offer of {organisation} is met.",
    de: "Ein Angebot von {organisation} ist gedeckt.",
  },
  "log.offer.closed": {
    en: "An offer of {organisation} is closed.",
    de: "Ein Angebot von {organisation} ist geschlossen.",
  },
  "log.offer.expired": {
    en: "An offer of {organisation} has expired.",
    de: "Ein Angebot von {organisation} ist abgelaufen.",
  },
  "log.match.judged": {
    en: "{who} said whether a suggestion fits.",
    de: "{who} hat gesagt, ob ein Vorschlag passt.",
  },
  "log.match.judgement-taken-back": {
    en: "{who} took back what was said of a suggestion.",
    de: "{who} hat eine Aussage zu einem Vorschlag zurückgenommen.",
  },
  "log.campaign.write": { en: "{who} drafted a campaign.", de: "{who} hat eine Umfrage entworfen." },
  "log.campaign.send": {
    en: "{who} sent a campaign to the members.",
    de: "{who} hat eine Umfrage an die Mitglieder geschickt.",
  },
  "log.campaign.close": { en: "A campaign was closed.", de: "Eine Umfrage wurde geschlossen." },
  "log.campaign.remove": {
    en: "{who} removed the draft of a campaign.",
    de: "{who} hat den Entwurf einer Umfrage entfernt.",
  },
  "log.campaign.answer": {
    en: "{organisation} answered a campaign.",
    de: "{organisation} hat auf eine Umfrage geantwortet.",
  },
  "log.introduction.ask": {
    en: "{who} asked for an introduction.",
    de: "{who} hat um ein Bekanntmachen gebeten.",
  },
  "log.introduction.pass-on": {
    en: "{who} passed an introduction on to the other side.",
    de: "{who} hat ein Bekanntmachen an die andere Seite weitergegeben.",
  },
  "log.introduction.accept": {
    en: "{who} accepted an introduction.",
    de: "{who} hat ein Bekanntmachen angenommen.",
  },
  "log.introduction.decline": {
    en: "{who} declined an introduction.",
    de: "{who} hat ein Bekanntmachen abgelehnt.",
  },
  "log.introduction.withdraw": {
    en: "{who} withdrew an introduction.",
    de: "{who} hat ein Bekanntmachen zurückgezogen.",
  },
  "log.introduction.met": {
    en: "The two of an introduction have met.",
    de: "Die beiden eines Bekanntmachens haben sich getroffen.",
  },
  "log.introduction.close": {
    en: "An introduction was closed.",
    de: "Ein Bekanntmachen wurde abgeschlossen.",
  },
  "log.introduction.expire": {
    en: "An introduction expired without an answer.",
    de: "Ein Bekanntmachen ist ohne Antwort abgelaufen.",
  },
  "log.introduction.write": {
    en: "{who} wrote to the other side of an introduction.",
    de: "{who} hat der anderen Seite eines Bekanntmachens geschrieben.",
  },
  "log.introduction.settings": {
    en: "{who} changed how often members may ask for introductions.",
    de: "{who} hat geändert, wie oft Mitglieder um ein Bekanntmachen bitten dürfen.",
  },
  "log.outcome.link": {
    en: "A link was made of an introduction.",
    de: "Aus einem Bekanntmachen wurde eine Verbindung.",
  },
  "log.event.add": { en: "{who} made an event.", de: "{who} hat eine Veranstaltung angelegt." },
  "log.event.change": { en: "{who} changed an event.", de: "{who} hat eine Veranstaltung geändert." },
  "log.event.publish": {
    en: "{who} published the plan of an event.",
    de: "{who} hat den Plan einer Veranstaltung veröffentlicht.",
  },
  "log.event.plan": {
    en: "The talks of an event were planned.",
    de: "Die Gespräche einer Veranstaltung wurden geplant.",
  },
  "log.event.cancel": { en: "{who} cancelled an event.", de: "{who} hat eine Veranstaltung abgesagt." },
  "log.event.drop": {
    en: "Somebody dropped out of an event, and the plan was mended.",
    de: "Jemand hat eine Veranstaltung abgesagt, und der Plan wurde angepasst.",
  },
  "log.event.rule": {
    en: "{who} changed who may meet whom at an event.",
    de: "{who} hat geändert, wer bei einer Veranstaltung wen treffen darf.",
  },
  "log.event.tables": {
    en: "{who} changed the tables of an event.",
    de: "{who} hat die Tische einer Veranstaltung geändert.",
  },
  "log.registration.add": {
    en: "{organisation} registered for an event.",
    de: "{organisation} hat sich zu einer Veranstaltung angemeldet.",
  },
  "log.registration.change": {
    en: "A registration of {organisation} was changed.",
    de: "Eine Anmeldung von {organisation} wurde geändert.",
  },
} satisfies Messages;
