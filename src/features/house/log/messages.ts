import { type Messages, speaker } from "../../../kernel/messages.ts";
import { exchangeSentences } from "./exchange-sentences.ts";
import { registrySentences } from "./registry-sentences.ts";

/** `log.` and the name of an action: its sentence. An action without one is told by its name. */
export const logMessages = {
  ...registrySentences,
  ...exchangeSentences,
  "log.other": { en: "{who}: {action} ({subject})", de: "{who}: {action} ({subject})" },
  "log.somebody": { en: "Somebody", de: "Jemand" },
  "log.somebody.object": { en: "somebody", de: "jemand" },
  "log.an-organisation": { en: "an organisation", de: "eine Organisation" },

  "log.seat.give": {
    en: "{who} gave {person} the seat {role} in {organisation}.",
    de: "{who} hat {person} den Sitz {role} bei {organisation} gegeben.",
  },
  "log.seat.end": {
    en: "{who} ended the seat {role} of {person} in {organisation}.",
    de: "{who} hat den Sitz {role} von {person} bei {organisation} beendet.",
  },
  "log.office.give": {
    en: "{who} gave {person} the office {role}.",
    de: "{who} hat {person} das Amt {role} gegeben.",
  },
  "log.office.end": {
    en: "{who} ended the office {role} of {person}.",
    de: "{who} hat das Amt {role} von {person} beendet.",
  },
  "log.seat.change": {
    en: "{who} changed the seat of {person} in {organisation} to {role}.",
    de: "{who} hat den Sitz von {person} bei {organisation} in {role} geändert.",
  },
  "log.office.change": {
    en: "{who} changed the office of {person} to {role}.",
    de: "{who} hat das Amt von {person} in {role} geändert.",
  },
  "log.invitation.make": {
    en: "{who} invited somebody as {role}.",
    de: "{who} hat jemanden als {role} eingeladen.",
  },
  "log.invitation.send": {
    en: "{who} sent an invitation as {role} again.",
    de: "{who} hat eine Einladung als {role} erneut gesendet.",
  },
  "log.invitation.withdraw": {
    en: "{who} withdrew an invitation as {role}.",
    de: "{who} hat eine Einladung als {role} zurückgezogen.",
  },
  "log.invitation.accept": {
    en: "{person} accepted an invitation as {role}.",
    de: "{person} hat eine Einladung als {role} angenommen.",
  },
  "log.join.ask": {
    en: "{person} asked to join {organisation}.",
    de: "{person} hat um Aufnahme bei {organisation} gebeten.",
  },
  "log.join.withdraw": {
    en: "{who} took back the request to join {organisation}.",
    de: "{who} hat die Bitte um Aufnahme bei {organisation} zurückgezogen.",
  },
  "log.join.confirm": {
    en: "{who} let {person} join {organisation}.",
    de: "{who} hat {person} bei {organisation} aufgenommen.",
  },
  "log.join.decline": {
    en: "{who} declined the request of {person} to join {organisation}.",
    de: "{who} hat die Bitte von {person} um Aufnahme bei {organisation} abgelehnt.",
  },
  "log.domain.declare": {
    en: "{who} declared a mail domain of {organisation}.",
    de: "{who} hat eine Mail-Domain von {organisation} angegeben.",
  },
  "log.domain.end": {
    en: "{who} ended a mail domain of {organisation}.",
    de: "{who} hat eine Mail-Domain von {organisation} beendet.",
  },
  "log.session.open": { en: "{person} signed in.", de: "{person} hat sich angemeldet." },
  "log.person.add": {
    en: "{who} added the account of {person}.",
    de: "{who} hat das Konto von {person} angelegt.",
  },
  "log.person.language": { en: "{who} chose another language.", de: "{who} hat die Sprache gewechselt." },
  "log.token.make": { en: "{who} made an API token.", de: "{who} hat einen API-Schlüssel erzeugt." },
  "log.token.revoke": { en: "{who} revoked an API token.", de: "{who} hat einen API-Schlüssel widerrufen." },
  "log.link.declare": {
    en: "{who} declared a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} angegeben.",
  },
  "log.link.confirm": {
    en: "{who} confirmed a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} bestätigt.",
  },
  "log.link.withdraw": {
    en: "{who} withdrew a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} zurückgezogen.",
  },
  "log.link.decline": {
    en: "{who} declined a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} abgelehnt.",
  },
  "log.link.end": {
    en: "{who} ended a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} beendet.",
  },
  "log.network.export": {
    en: "{who} took the network out as a file.",
    de: "{who} hat das Netz als Datei mitgenommen.",
  },
  "log.demo.clusters": {
    en: "{who} laid out the clusters of the demonstration.",
    de: "{who} hat die Cluster der Vorführung angelegt.",
  },
  "log.demo.filled": {
    en: "{who} completed the demonstration.",
    de: "{who} hat die Vorführung fertiggestellt.",
  },
  "log.fact.add": {
    en: "{who} added something about {organisation}.",
    de: "{who} hat etwas über {organisation} ergänzt.",
  },
  "log.fact.change": {
    en: "{who} changed something about {organisation}.",
    de: "{who} hat etwas über {organisation} geändert.",
  },
  "log.fact.remove": {
    en: "{who} removed something about {organisation}.",
    de: "{who} hat etwas über {organisation} entfernt.",
  },
  "log.fact.restore": {
    en: "{who} brought back something about {organisation}.",
    de: "{who} hat etwas über {organisation} zurückgeholt.",
  },
  "log.organisation.change": {
    en: "{who} changed the public identity of {organisation}.",
    de: "{who} hat die öffentlichen Angaben von {organisation} geändert.",
  },
  "log.organisation.export": {
    en: "{who} took a list of organisations out as a file.",
    de: "{who} hat eine Liste von Organisationen als Datei mitgenommen.",
  },
  "log.audit.export": {
    en: "{who} took the log out as a file.",
    de: "{who} hat das Protokoll als Datei mitgenommen.",
  },
  "log.waiting.export": {
    en: "{who} took a list of what waits out as a file.",
    de: "{who} hat eine Liste des Wartenden als Datei mitgenommen.",
  },
  "log.audit.verify": {
    en: "{who} walked the chain of the log: {count, plural, one {one entry} other {# entries}}.",
    de: "{who} hat die Kette des Protokolls abgeschritten: {count, plural, one {ein Eintrag} other {# Einträge}}.",
  },
  "log.job.retry": {
    en: "{who} started a failed job again.",
    de: "{who} hat einen gescheiterten Auftrag neu gestartet.",
  },
  "log.cordis.import": {
    en: "{who} imported an edition of CORDIS.",
    de: "{who} hat eine Ausgabe von CORDIS eingelesen.",
  },

  "log.title": { en: "Log", de: "Protokoll" },
  "log.lede": {
    en: "{total, plural, one {One entry.} other {# entries.}} Each is chained to the one before: none can be changed or left out unseen.",
    de: "{total, plural, one {Ein Eintrag.} other {# Einträge.}} Jeder ist an den davor gekettet: keiner lässt sich unbemerkt ändern oder weglassen.",
  },
  "log.lede.empty": {
    en: "Nothing has been written yet. Every change here will be, with who made it, for whom and from where.",
    de: "Noch nichts geschrieben. Jede Änderung wird hier stehen: wer, für wen und woher.",
  },
  "log.any": { en: "any", de: "alle" },
  "log.lede.filtered": {
    en: "{total, plural, =0 {No entry is} one {One entry is} other {# entries are}} like that.",
    de: "{total, plural, =0 {Kein Eintrag ist} one {Ein Eintrag ist} other {# Einträge sind}} so.",
  },
  "log.empty": { en: "No entry matches these filters.", de: "Zu diesen Filtern gibt es keinen Eintrag." },
  "log.empty.act": { en: "Show all", de: "Alle zeigen" },
  "log.at": { en: "When", de: "Wann" },
  "log.what": { en: "What", de: "Was" },
  "log.who": { en: "Who", de: "Wer" },
  "log.action": { en: "Action", de: "Handlung" },
  "log.subject": { en: "About", de: "Worüber" },
  "log.door": { en: "From where", de: "Woher" },
  "log.acting": { en: "Acting as", de: "Handelnd als" },
  "log.from": { en: "From", de: "Von" },
  "log.to": { en: "To", de: "Bis" },
  "log.address": { en: "Address", de: "Adresse" },
  "log.hash": { en: "Hash", de: "Prüfsumme" },
  "log.filter": { en: "Filter", de: "Filtern" },
  "door.page": { en: "page", de: "Seite" },
  "door.api": { en: "API", de: "API" },
  "door.letter": { en: "letter", de: "Brief" },
  "door.command": { en: "command", de: "Befehl" },
  "door.job": { en: "job", de: "Auftrag" },
} satisfies Messages;

export const sayLog = speaker(logMessages);
