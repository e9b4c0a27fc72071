import { type Messages, speaker } from "../../../../kernel/messages.ts";

/**
 * What letters and notices say. `{other}` is the other side by name; where something is kept in confidence the `.quiet` sentence names
 * nothing, and `{thing}` says only whether it is one's own.
 */
export const tellingMessages = {
  "told.thing.own": { en: "something you keep in confidence", de: "etwas, das Sie vertraulich halten" },
  "told.thing.other": { en: "an introduction kept in confidence", de: "einer vertraulichen Vermittlung" },
  "told.proposed": {
    en: "The cluster team proposes an introduction to {other}.",
    de: "Das Clusterteam schlägt eine Vermittlung mit {other} vor.",
  },
  "told.proposed.quiet": {
    en: "There is a proposal on {thing}.",
    de: "Es gibt einen Vorschlag zu {thing}.",
  },
  "told.to-pass-on": {
    en: "{from} asks the team for an introduction to {to}.",
    de: "{from} bittet das Team um eine Vermittlung mit {to}.",
  },
  "told.to-pass-on.quiet": {
    en: "A member asks the team for an introduction in confidence.",
    de: "Ein Mitglied bittet das Team um eine vertrauliche Vermittlung.",
  },
  "told.asked": {
    en: "{other} asks for an introduction to you.",
    de: "{other} bittet um eine Vermittlung mit Ihnen.",
  },
  "told.asked.quiet": {
    en: "Somebody who stays unnamed for now asks for an introduction to you.",
    de: "Jemand, der vorerst ungenannt bleibt, bittet um eine Vermittlung mit Ihnen.",
  },
  "told.asked.owner": {
    en: "There is a question about something you keep in confidence.",
    de: "Es gibt eine Anfrage zu etwas, das Sie vertraulich halten.",
  },
  "told.accepted": {
    en: "The introduction between you and {other} is agreed: propose times for a talk.",
    de: "Die Vermittlung zwischen Ihnen und {other} ist zugesagt: Schlagen Sie Zeiten für ein Gespräch vor.",
  },
  "told.accepted.quiet": { en: "There is a yes to {thing}.", de: "Es gibt eine Zusage zu {thing}." },
  "told.accepted.team": {
    en: "{from} and {to} have both said yes to the introduction.",
    de: "{from} und {to} haben der Vermittlung zugesagt.",
  },
  "told.declined": {
    en: "The introduction to {other} was declined.",
    de: "Die Vermittlung mit {other} wurde abgelehnt.",
  },
  "told.declined.quiet": { en: "There is an answer to {thing}.", de: "Es gibt eine Antwort zu {thing}." },
  "told.declined.team": {
    en: "The introduction of {from} to {to} was declined.",
    de: "Die Vermittlung von {from} mit {to} wurde abgelehnt.",
  },
  "told.withdrawn": {
    en: "The introduction to {other} was taken back.",
    de: "Die Vermittlung mit {other} wurde zurückgezogen.",
  },
  "told.withdrawn.quiet": {
    en: "A question was taken back: {thing}.",
    de: "Eine Anfrage wurde zurückgezogen, zu {thing}.",
  },
  "told.withdrawn.team": {
    en: "The introduction of {from} to {to} was taken back.",
    de: "Die Vermittlung von {from} mit {to} wurde zurückgezogen.",
  },
  "told.expired": {
    en: "The introduction to {other} has expired: nobody answered in time.",
    de: "Die Vermittlung mit {other} ist abgelaufen: Niemand hat rechtzeitig geantwortet.",
  },
  "told.expired.quiet": {
    en: "A question has expired without an answer: {thing}.",
    de: "Eine Anfrage ist ohne Antwort abgelaufen, zu {thing}.",
  },
  "told.expired.team": {
    en: "The introduction of {from} to {to} has expired.",
    de: "Die Vermittlung von {from} mit {to} ist abgelaufen.",
  },
  "told.met": {
    en: "{other} says that you have spoken with one another.",
    de: "{other} sagt, dass Sie miteinander gesprochen haben.",
  },
  "told.met.quiet": { en: "There is news of {thing}.", de: "Es gibt Neues zu {thing}." },
  "told.closed": {
    en: "The introduction between you and {other} was closed.",
    de: "Die Vermittlung zwischen Ihnen und {other} wurde abgeschlossen.",
  },
  "told.closed.quiet": { en: "There is news of {thing}.", de: "Es gibt Neues zu {thing}." },
  "told.written": { en: "{other} has written to you.", de: "{other} hat Ihnen geschrieben." },
  "told.written.quiet": {
    en: "There is a message on {thing}.",
    de: "Es gibt eine Nachricht zu {thing}.",
  },
  "told.written.team": {
    en: "There is a message in the introduction of {from} to {to}.",
    de: "Es gibt eine Nachricht in der Vermittlung von {from} mit {to}.",
  },
  "told.reminded.answer": {
    en: "{other} waits for your answer to an introduction, until {day}.",
    de: "{other} wartet auf Ihre Antwort zu einer Vermittlung, bis {day}.",
  },
  "told.reminded.answer.quiet": {
    en: "Your answer is waited for until {day}, on {thing}.",
    de: "Ihre Antwort wird bis {day} erwartet, zu {thing}.",
  },
  "told.reminded.talk": {
    en: "You and {other} have not found a time to talk yet; the introduction ends on {day}.",
    de: "Sie und {other} haben noch keine Zeit für ein Gespräch gefunden; die Vermittlung endet am {day}.",
  },
  "told.reminded.talk.quiet": {
    en: "No time for a talk has been found yet, on {thing}.",
    de: "Noch ist keine Zeit für ein Gespräch gefunden, zu {thing}.",
  },
  "told.reminded.team": {
    en: "An introduction between {from} and {to} waits for the team, until {day}.",
    de: "Eine Vermittlung zwischen {from} und {to} wartet auf das Team, bis {day}.",
  },
  "told.reminded.team.quiet": {
    en: "A confidential introduction waits for the team, until {day}.",
    de: "Eine vertrauliche Vermittlung wartet auf das Team, bis {day}.",
  },
  "told.talk-proposed": {
    en: "{other} proposes {count, plural, one {a time} other {# times}} for a talk.",
    de: "{other} schlägt {count, plural, one {eine Zeit} other {# Zeiten}} für ein Gespräch vor.",
  },
  "told.talk-proposed.quiet": {
    en: "{count, plural, one {A time is} other {# times are}} proposed for a talk on {thing}.",
    de: "{count, plural, one {Eine Zeit ist} other {# Zeiten sind}} für ein Gespräch vorgeschlagen, zu {thing}.",
  },
  "told.talk-agreed": {
    en: "Your talk with {other} is on {moment}.",
    de: "Ihr Gespräch mit {other} ist am {moment}.",
  },
  "told.talk-agreed.quiet": {
    en: "A talk is agreed for {moment}, on {thing}.",
    de: "Ein Gespräch ist vereinbart am {moment}, zu {thing}.",
  },
  "told.talk-declined": {
    en: "None of the times you proposed suits {other}.",
    de: "Keine der Zeiten, die Sie vorgeschlagen haben, passt {other}.",
  },
  "told.talk-declined.quiet": {
    en: "None of the proposed times suits, on {thing}.",
    de: "Keine der vorgeschlagenen Zeiten passt, zu {thing}.",
  },
  "told.talk-expired": {
    en: "The times proposed for a talk with {other} have expired and are free again for both of you.",
    de: "Die Zeiten für ein Gespräch mit {other} sind abgelaufen und für Sie beide wieder frei.",
  },
  "told.talk-expired.quiet": {
    en: "The times proposed for a talk have expired and are free again, on {thing}.",
    de: "Die vorgeschlagenen Zeiten sind abgelaufen und wieder frei, zu {thing}.",
  },
  "told.talk-withdrawn": {
    en: "{other} has taken back the times proposed for a talk.",
    de: "{other} hat die vorgeschlagenen Zeiten zurückgezogen.",
  },
  "told.talk-withdrawn.quiet": {
    en: "The proposed times were taken back, on {thing}.",
    de: "Die vorgeschlagenen Zeiten wurden zurückgezogen, zu {thing}.",
  },
  "told.talk-cancelled": {
    en: "The talk with {other} on {moment} is called off.",
    de: "Das Gespräch mit {other} am {moment} ist abgesagt.",
  },
  "told.talk-cancelled.quiet": {
    en: "The talk on {moment} is called off, on {thing}.",
    de: "Das Gespräch am {moment} ist abgesagt, zu {thing}.",
  },
  "told.outcome-asked": {
    en: "What has come of your talk with {other}?",
    de: "Was ist aus Ihrem Gespräch mit {other} geworden?",
  },
  "told.outcome-asked.quiet": {
    en: "What has come of the talk on {thing}?",
    de: "Was ist aus dem Gespräch zu {thing} geworden?",
  },
  "told.outcome-stated": {
    en: "{other} says what came of your talk: {outcome}. Do you agree?",
    de: "{other} sagt, was aus Ihrem Gespräch wurde: {outcome}. Stimmen Sie zu?",
  },
  "told.outcome-stated.quiet": {
    en: "The other side says what came of the talk on {thing}. Do you agree?",
    de: "Die andere Seite sagt, was aus dem Gespräch wurde, zu {thing}. Stimmen Sie zu?",
  },
  "told.outcome-confirmed": {
    en: "{other} confirms what you said came of your talk: {outcome}.",
    de: "{other} bestätigt, was Sie als Ergebnis genannt haben: {outcome}.",
  },
  "told.outcome-confirmed.quiet": {
    en: "What you said came of the talk is confirmed, on {thing}.",
    de: "Das genannte Ergebnis ist bestätigt, zu {thing}.",
  },
  "told.outcome-disputed": {
    en: "{other} sees differently what came of your talk.",
    de: "{other} sieht anders, was aus Ihrem Gespräch wurde.",
  },
  "told.outcome-disputed.quiet": {
    en: "The other side sees differently what came of the talk, on {thing}.",
    de: "Die andere Seite sieht das Ergebnis anders, zu {thing}.",
  },
  "told.somebody": { en: "The other side", de: "Die andere Seite" },
} satisfies Messages;

export const sayTold = speaker(tellingMessages);
