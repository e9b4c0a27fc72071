import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const talkMessages = {
  "talk.title": { en: "Talk", de: "Gespräch" },
  "talk.with": { en: "Talk with {other}", de: "Gespräch mit {other}" },
  "talk.in-confidence": { en: "Talk (arranged through Kontor)", de: "Gespräch (über Kontor vereinbart)" },
  "talk.letter": {
    en: "{moment} to {end} ({zone}). {how}{place, select, none {} other {: {place}}}.",
    de: "{moment} bis {end} ({zone}). {how}{place, select, none {} other {: {place}}}.",
  },
  "talk.letter.file": {
    en: "The calendar file goes with this letter. What you agreed on, and the way to call it off:",
    de: "Die Kalenderdatei liegt diesem Brief bei. Was vereinbart ist, und wie es sich absagen lässt:",
  },
  "talk.letter.off": {
    en: "The talk is called off. The file with this letter takes it out of your calendar.",
    de: "Das Gespräch ist abgesagt. Die Datei zu diesem Brief nimmt es aus Ihrem Kalender.",
  },
  "talk.subject": { en: "{what}: {moment}", de: "{what}: {moment}" },
  "talk.subject.off": { en: "Called off: {what}, {moment}", de: "Abgesagt: {what}, {moment}" },
  "talk.lede.none": {
    en: "No talk is arranged yet. Propose up to {most} times; both sides hold them until {days} days have passed or somebody answers.",
    de: "Noch ist kein Gespräch vereinbart. Schlagen Sie bis zu {most} Zeiten vor; beide Seiten halten sie frei, bis geantwortet ist, längstens {days} Tage.",
  },
  "talk.lede.form": {
    en: "Propose up to {most} times. Both sides hold them until {other} answers, {days} days at most; the others are free again then.",
    de: "Schlagen Sie bis zu {most} Zeiten vor. Beide Seiten halten sie frei, bis {other} antwortet, höchstens {days} Tage; die übrigen sind dann wieder frei.",
  },
  "talk.kept": { en: "Times you keep already", de: "Zeiten, die Sie schon freihalten" },
  "talk.kept.none": {
    en: "You keep no time for another talk.",
    de: "Sie halten keine Zeit für ein anderes Gespräch frei.",
  },
  "talk.kept.held": { en: "held for an answer", de: "bis zur Antwort freigehalten" },
  "talk.kept.agreed": { en: "agreed", de: "vereinbart" },
  "talk.again": { en: "Propose another talk", de: "Ein weiteres Gespräch vorschlagen" },
  "talk.lede.you": {
    en: "{other} proposes these times. Your answer is waited for until {moment}; then they are free again for both of you.",
    de: "{other} schlägt diese Zeiten vor. Ihre Antwort wird bis {moment} erwartet; danach sind sie für beide wieder frei.",
  },
  "talk.lede.other": {
    en: "You proposed these times and hold them until {moment}. {other} is to choose; without an answer they are free again for both of you.",
    de: "Sie haben diese Zeiten vorgeschlagen und halten sie bis {moment} frei. {other} soll wählen; ohne Antwort sind sie für beide wieder frei.",
  },
  "talk.lede.agreed": {
    en: "The talk is on {moment} ({zone}).",
    de: "Das Gespräch ist am {moment} ({zone}).",
  },
  "talk.lede.theirs": {
    en: "For the other side that is {moment} ({zone}).",
    de: "Für die andere Seite ist das {moment} ({zone}).",
  },
  "talk.choose": { en: "Take {moment}", de: "{moment} nehmen" },
  "talk.none-suits": { en: "None of them suits", de: "Keine passt" },
  "talk.take-back": { en: "Take the times back", de: "Zeiten zurückziehen" },
  "talk.call-off": { en: "Call it off", de: "Absagen" },
  "talk.file": { en: "Calendar file", de: "Kalenderdatei" },
  "talk.propose": { en: "Propose times", de: "Zeiten vorschlagen" },
  "talk.field.start": { en: "Time {n}", de: "Zeit {n}" },
  "talk.field.optional": { en: "optional", de: "freiwillig" },
  "talk.field.start.hint": {
    en: "Day and hour, as the clocks of your time zone show",
    de: "Tag und Uhrzeit nach den Uhren Ihrer Zeitzone",
  },
  "talk.field.minutes": { en: "Length", de: "Dauer" },
  "talk.minutes": { en: "{count} minutes", de: "{count} Minuten" },
  "talk.field.zone": { en: "Your time zone", de: "Ihre Zeitzone" },
  "talk.field.how": { en: "How", de: "Wie" },
  "talk.field.place": { en: "Link, number or place", de: "Link, Nummer oder Ort" },
  "talk.field.note": { en: "A word with it", de: "Ein Wort dazu" },
  "talk.past": {
    en: "The talk was on {moment}.",
    de: "Das Gespräch war am {moment}.",
  },
  "talk.missed": { en: "It did not take place", de: "Es hat nicht stattgefunden" },
  "talk.proposed": {
    en: "The times are proposed; both sides hold them.",
    de: "Die Zeiten sind vorgeschlagen; beide Seiten halten sie frei.",
  },
  "talk.agreed": {
    en: "The talk is agreed; both sides get a calendar file.",
    de: "Das Gespräch ist vereinbart; beide Seiten bekommen eine Kalenderdatei.",
  },
  "talk.declined": {
    en: "The times are free again. Propose others if you like.",
    de: "Die Zeiten sind wieder frei. Schlagen Sie gern andere vor.",
  },
  "talk.withdrawn": {
    en: "The times are taken back and free again.",
    de: "Die Zeiten sind zurückgezogen und wieder frei.",
  },
  "talk.cancelled": {
    en: "The talk is called off; the other side is told.",
    de: "Das Gespräch ist abgesagt; die andere Seite erfährt es.",
  },
  "talk.missed.done": {
    en: "Noted. Propose new times if you like.",
    de: "Vermerkt. Schlagen Sie gern neue Zeiten vor.",
  },
  "talk.act.title": { en: "Agree to this time", de: "Dieser Zeit zustimmen" },
  "talk.act.text": { en: "The talk would be on {moment}.", de: "Das Gespräch wäre am {moment}." },
  "talk.act.gone": { en: "This time is not to be had any more.", de: "Diese Zeit ist nicht mehr zu haben." },

  "problem.talk.no-times": { en: "Give at least one time.", de: "Nennen Sie mindestens eine Zeit." },
  "problem.talk.too-many-times": { en: "Give five times at most.", de: "Nennen Sie höchstens fünf Zeiten." },
  "problem.talk.too-soon": {
    en: "Each time has to be at least two hours ahead.",
    de: "Jede Zeit muss mindestens zwei Stunden voraus liegen.",
  },
  "problem.talk.too-far": {
    en: "Each time has to be within half a year.",
    de: "Jede Zeit muss innerhalb eines halben Jahres liegen.",
  },
  "problem.talk.wrong-length": {
    en: "A talk takes from 15 minutes to 8 hours.",
    de: "Ein Gespräch dauert 15 Minuten bis 8 Stunden.",
  },
  "problem.talk.times-overlap": {
    en: "Two of these times overlap.",
    de: "Zwei dieser Zeiten überschneiden sich.",
  },
  "problem.talk.kept-already": {
    en: "You already keep one of these times for another talk.",
    de: "Eine dieser Zeiten halten Sie schon für ein anderes Gespräch frei.",
  },
  "problem.talk.proposed-already": {
    en: "Times are proposed already, or a talk is agreed.",
    de: "Es sind schon Zeiten vorgeschlagen, oder ein Gespräch ist vereinbart.",
  },
  "problem.talk.not-proposed": {
    en: "This time is not to be had any more.",
    de: "Diese Zeit ist nicht mehr zu haben.",
  },
  "problem.talk.over": { en: "This time has passed.", de: "Diese Zeit ist vorbei." },
  "problem.talk.not-a-time": {
    en: "Write day and hour, as 2026-11-24T10:00.",
    de: "Schreiben Sie Tag und Uhrzeit, etwa 2026-11-24T10:00.",
  },
  "problem.talk.not-yours": { en: "It is the other side's turn.", de: "Die andere Seite ist am Zug." },
} satisfies Messages;

export const sayTalk = speaker(talkMessages);
