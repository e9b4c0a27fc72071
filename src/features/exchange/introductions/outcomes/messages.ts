import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const outcomeMessages = {
  "outcome.title": { en: "What came of it", de: "Was daraus wurde" },
  "outcome.none": {
    en: "Nothing is said yet. One side says what came of it, the other confirms.",
    de: "Noch ist nichts gesagt. Eine Seite sagt, was daraus wurde, die andere bestätigt es.",
  },
  "outcome.lede": {
    en: "{other} is asked to confirm what you say. What is worth money stays between the two of you.",
    de: "{other} wird gebeten zu bestätigen, was Sie sagen. Was Geld wert ist, bleibt zwischen Ihnen beiden.",
  },
  "outcome.said-on": { en: "Said on", de: "Gesagt am" },
  "outcome.say": { en: "Say what came of it", de: "Sagen, was daraus wurde" },
  "outcome.kind": { en: "What came of it", de: "Was daraus wurde" },
  "outcome.happened": { en: "On which day", de: "An welchem Tag" },
  "outcome.value": { en: "Value in euros", de: "Wert in Euro" },
  "outcome.value.hint": {
    en: "In confidence: only the two of you read it.",
    de: "Vertraulich: Nur Sie beide lesen ihn.",
  },
  "outcome.sums": {
    en: "It may count in the cluster's sums, which are shown from three pairs on and rounded",
    de: "Er darf in den Summen des Clusters zählen, die erst ab drei Paaren und gerundet gezeigt werden",
  },
  "outcome.note": { en: "A word about it", de: "Ein Wort dazu" },
  "outcome.programmes": {
    en: "Other programmes that count it as theirs",
    de: "Andere Programme, die es sich anrechnen",
  },
  "outcome.programmes.hint": { en: "One on each line", de: "Eines in jeder Zeile" },
  "outcome.stated": {
    en: "said by {name}, not confirmed yet",
    de: "gesagt von {name}, noch nicht bestätigt",
  },
  "outcome.confirmed": { en: "confirmed by both sides", de: "von beiden Seiten bestätigt" },
  "outcome.disputed": {
    en: "said by {name}; the other side sees it differently",
    de: "gesagt von {name}; die andere Seite sieht es anders",
  },
  "outcome.confirm": { en: "Confirm", de: "Bestätigen" },
  "outcome.dispute": { en: "We see it differently", de: "Wir sehen es anders" },
  "outcome.withdraw": { en: "Take it back", de: "Zurücknehmen" },
  "outcome.worth": { en: "Value", de: "Wert" },
  "outcome.on": { en: "On", de: "Am" },
  "outcome.claims": { en: "Counted by", de: "Angerechnet von" },
  "outcome.claim": { en: "Another programme counts it", de: "Ein weiteres Programm rechnet es sich an" },
  "outcome.claim.name": { en: "Programme", de: "Programm" },
  "outcome.claim.add": { en: "Add", de: "Hinzufügen" },
  "outcome.link": { en: "Show it as a link in the network?", de: "Als Verbindung im Netz zeigen?" },
  "outcome.link.ask": {
    en: "Where both sides agree, a link follows from this outcome, seen by the members of the cluster.",
    de: "Sind beide Seiten einverstanden, folgt aus diesem Ergebnis eine Verbindung, die die Mitglieder des Clusters sehen.",
  },
  "outcome.link.yes": { en: "Yes, show the link", de: "Ja, Verbindung zeigen" },
  "outcome.link.no": { en: "No", de: "Nein" },
  "outcome.link.waits": {
    en: "You agree to the link; {name} has not answered yet.",
    de: "Sie stimmen der Verbindung zu; {name} hat noch nicht geantwortet.",
  },
  "outcome.link.there": { en: "A link follows from it.", de: "Eine Verbindung folgt daraus." },
  "outcome.done.stated": {
    en: "Said. The other side is asked to confirm it.",
    de: "Gesagt. Die andere Seite wird um Bestätigung gebeten.",
  },
  "outcome.done.confirmed": { en: "Confirmed by both sides.", de: "Von beiden Seiten bestätigt." },
  "outcome.done.answered": {
    en: "Noted; the other side is told.",
    de: "Vermerkt; die andere Seite erfährt es.",
  },
  "outcome.done.claimed": { en: "Added.", de: "Hinzugefügt." },
  "outcome.done.linked": { en: "Noted.", de: "Vermerkt." },
  "outcome.act.title": { en: "Say what came of the talk", de: "Sagen, was aus dem Gespräch wurde" },
  "outcome.act.confirm": {
    en: "Confirm what came of the talk",
    de: "Bestätigen, was aus dem Gespräch wurde",
  },
  "outcome.act.gone": {
    en: "This has been answered in another way.",
    de: "Das ist auf andere Weise beantwortet worden.",
  },
  "problem.outcome.not-yet": {
    en: "That can be said once you have spoken.",
    de: "Das lässt sich sagen, sobald Sie gesprochen haben.",
  },
  "problem.outcome.said-already": { en: "You have said so already.", de: "Das haben Sie schon gesagt." },
  "problem.outcome.not-yours": {
    en: "That is for the other side to answer.",
    de: "Das zu beantworten ist Sache der anderen Seite.",
  },
  "problem.outcome.not-open": { en: "It has been answered already.", de: "Es ist schon beantwortet." },
  "problem.outcome.not-found": { en: "It is not to be found any more.", de: "Es ist nicht mehr zu finden." },
  "problem.outcome.in-the-future": { en: "The day lies in the future.", de: "Der Tag liegt in der Zukunft." },
  "problem.outcome.value": {
    en: "Write an amount in euros, as 12500 or 12500.50.",
    de: "Schreiben Sie einen Betrag in Euro, etwa 12500 oder 12500,50.",
  },

  "figures.title": { en: "What came of introductions", de: "Was aus Vermittlungen wurde" },
  "figures.lede": {
    en: "{confirmed, plural, =0 {No outcome was confirmed} one {One outcome was confirmed} other {# outcomes were confirmed}} by both sides in {year}, of {asked, plural, one {one introduction} other {# introductions}} asked for.",
    de: "{confirmed, plural, =0 {Kein Ergebnis wurde} one {Ein Ergebnis wurde} other {# Ergebnisse wurden}} {year} von beiden Seiten bestätigt, bei {asked, plural, one {einer angefragten Vermittlung} other {# angefragten Vermittlungen}}.",
  },
  "figures.by-month": { en: "Outcomes by month and kind", de: "Ergebnisse nach Monat und Art" },
  "figures.month": { en: "Month", de: "Monat" },
  "figures.total": { en: "Together", de: "Zusammen" },
  "figures.sums": { en: "Values both sides let be counted", de: "Werte, die beide Seiten zählen lassen" },
  "figures.sums.none": {
    en: "No kind has three pairs yet whose two sides both let the value be counted.",
    de: "Noch hat keine Art drei Paare, deren beide Seiten den Wert zählen lassen.",
  },
  "figures.sums.note": {
    en: "Shown from three pairs on and rounded to two figures, so that no single value can be told from it.",
    de: "Erst ab drei Paaren gezeigt und auf zwei Stellen gerundet, damit sich kein einzelner Wert ablesen lässt.",
  },
  "figures.records": { en: "Records", de: "Ergebnisse" },
  "figures.sum": { en: "Sum", de: "Summe" },
  "figures.asked": { en: "asked for", de: "angefragt" },
  "figures.accepted": { en: "accepted", de: "zugesagt" },
  "figures.met": { en: "met", de: "gesprochen" },
  "figures.confirmed": { en: "with a confirmed outcome", de: "mit bestätigtem Ergebnis" },
  "figures.unanswered": { en: "expired", de: "abgelaufen" },
  "figures.empty": {
    en: "No outcome is known yet. Both sides are asked two weeks and three months after a talk.",
    de: "Noch ist kein Ergebnis bekannt. Beide Seiten werden zwei Wochen und drei Monate nach einem Gespräch gefragt.",
  },
  "figures.confirmed-only": {
    en: "Only what both sides have confirmed is counted; what keeps the team out is not.",
    de: "Gezählt wird nur, was beide Seiten bestätigt haben und wovon das Team weiß.",
  },
  "figures.claims": { en: "Counted by other programmes too", de: "Auch von anderen Programmen angerechnet" },
} satisfies Messages;

export const sayOutcome = speaker(outcomeMessages);
