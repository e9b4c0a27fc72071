import type { Messages } from "../../../kernel/messages.ts";

export const scheduleMessages = {
  "schedule.title": { en: "My talks at {title}", de: "Eigene Gespräche: {title}" },
  "schedule.lede": {
    en: "{count, plural, =0 {No talks} one {One talk} other {# talks}}, {day}, in {zone}.",
    de: "{count, plural, =0 {Keine Gespräche} one {Ein Gespräch} other {# Gespräche}}, {day}, Uhrzeiten in {zone}.",
  },
  "schedule.lede.waiting": {
    en: "The talks are not planned yet. You get a letter with your schedule as soon as they are.",
    de: "Die Gespräche sind noch nicht geplant. Sobald sie es sind, kommt ein Brief mit dem Plan.",
  },
  "schedule.none": {
    en: "The plan has no talk for you: none of the wishes could be met. The team knows, and fills what is freed.",
    de: "Der Plan hat kein Gespräch für Sie: Keiner der Wünsche ließ sich erfüllen. Das Team weiß es und füllt, was frei wird.",
  },
  "schedule.calendar": { en: "Calendar file", de: "Kalenderdatei" },
  "schedule.print": {
    en: "The page prints as a list of talks.",
    de: "Die Seite lässt sich als Gesprächsliste drucken.",
  },
  "schedule.off": { en: "Called off", de: "Abgesagt" },
  "column.time": { en: "Time", de: "Zeit" },
  "column.with": { en: "With", de: "Mit" },
  "column.at": { en: "At", de: "Wo" },
  "column.result": { en: "What came of it", de: "Was daraus wurde" },
  "act.say": { en: "Say what came of it", de: "Sagen, was daraus wurde" },
  "act.look": { en: "Prepare", de: "Vorbereiten" },
  "goes-on": { en: "Both want to go on", de: "Beide möchten weitersprechen" },
  "calendar.with": { en: "Talk with {name}", de: "Gespräch mit {name}" },

  "schedules.title": { en: "All schedules of {title}", de: "Alle Pläne: {title}" },
  "schedules.lede": {
    en: "{count, plural, =0 {Nobody has a talk.} one {One person has talks.} other {# people have talks.}} Printed, none is torn across two pages.",
    de: "{count, plural, =0 {Niemand hat ein Gespräch.} one {Eine Person hat Gespräche.} other {# Personen haben Gespräche.}} Gedruckt wird keiner über zwei Seiten zerrissen.",
  },

  "meeting.title": { en: "Talk with {name}", de: "Gespräch mit {name}" },
  "meeting.title.team": { en: "{one} and {other}", de: "{one} und {other}" },
  "meeting.lede.draft": {
    en: "{when}, {place}. A draft that only the team sees.",
    de: "{when}, {place}. Ein Entwurf, den nur das Team sieht.",
  },
  "meeting.lede.planned": { en: "{when}, {place}.", de: "{when}, {place}." },
  "meeting.lede.now": {
    en: "{when}, {place}. Say afterwards what came of it.",
    de: "{when}, {place}. Danach lässt sich sagen, was daraus wurde.",
  },
  "meeting.lede.held": { en: "It was held {when}.", de: "Es wurde geführt: {when}." },
  "meeting.lede.no-show": {
    en: "It was to be {when}, and was not held.",
    de: "Es war geplant für {when} und fiel aus.",
  },
  "meeting.lede.cancelled": {
    en: "It was called off: {because}",
    de: "Es wurde abgesagt: {because}",
  },
  "meeting.they": { en: "What {name} says", de: "Was {name} sagt" },
  "meeting.they.nothing": {
    en: "They have written nothing about themselves.",
    de: "Sie haben nichts über sich geschrieben.",
  },
  "meeting.note": { en: "Your notes", de: "Eigene Notizen" },
  "field.note": { en: "Notes", de: "Notizen" },
  "field.note.hint": {
    en: "Only your organisation reads them.",
    de: "Die liest nur die eigene Organisation.",
  },
  "meeting.answer": { en: "What came of it", de: "Was daraus wurde" },
  "field.result": { en: "After the talk", de: "Nach dem Gespräch" },
  "field.result.hint": {
    en: "The team sees your answer; the other side only learns that both want to go on, if both do.",
    de: "Das Team sieht die Antwort; die andere Seite erfährt nur, dass beide weitersprechen möchten, wenn es so ist.",
  },
  "meeting.goes-on": {
    en: "Both of you want to go on. The contact is kept as an introduction, so that what comes of it is on record.",
    de: "Beide Seiten möchten weitersprechen. Der Kontakt ist als Vermittlung festgehalten, damit belegt ist, was daraus wird.",
  },
  "meeting.introduction": { en: "To the introduction", de: "Zur Vermittlung" },
  "meeting.not-yet": {
    en: "What came of it can be said once the talk has begun.",
    de: "Was daraus wurde, lässt sich sagen, sobald das Gespräch begonnen hat.",
  },
  "attendance.title": { en: "Who was there", de: "Wer da war" },
  "attendance.both": { en: "Both were there", de: "Beide waren da" },
  "attendance.missing": { en: "{name} was missing", de: "{name} fehlte" },
  "attendance.none": { en: "Nobody came", de: "Niemand kam" },
  "attendance.lede": {
    en: "What the sides say themselves is taken over; the team can put it right.",
    de: "Was die Seiten selbst sagen, wird übernommen; das Team kann es berichtigen.",
  },
  "answers.title": { en: "What they said", de: "Was sie sagten" },
  "answers.none": { en: "Nobody has answered yet.", de: "Noch hat niemand geantwortet." },
  "done.answered": { en: "Thank you. It is noted.", de: "Danke. Es ist notiert." },
  "done.note": { en: "The notes are saved.", de: "Die Notizen sind gespeichert." },
  "done.attendance": { en: "Noted.", de: "Notiert." },
  "problem.not-yet": { en: "The talk has not begun yet.", de: "Das Gespräch hat noch nicht begonnen." },

  "told.open": {
    en: "“{title}” on {day} is open for registration, until {until}.",
    de: "„{title}“ am {day}: Die Anmeldung ist offen, bis {until}.",
  },
  "told.wish": {
    en: "Say whom you would like to meet at “{title}”, until {until}.",
    de: "Sagt, wen ihr bei „{title}“ treffen möchtet, bis {until}.",
  },
  "told.plan": {
    en: "“{title}” on {day} waits for the plan of its talks.",
    de: "„{title}“ am {day} wartet auf den Plan der Gespräche.",
  },
  "told.results": {
    en: "What came of your talks at “{title}”? It takes one click each.",
    de: "Was wurde aus den Gesprächen bei „{title}“? Ein Klick je Gespräch genügt.",
  },
  "told.published": {
    en: "Your schedule for “{title}” is ready: {talks, plural, =0 {no talks} one {one talk} other {# talks}}.",
    de: "Der Plan für „{title}“ ist da: {talks, plural, =0 {keine Gespräche} one {ein Gespräch} other {# Gespräche}}.",
  },
  "told.changed": {
    en: "Your schedule for “{title}” has changed: {talks, plural, =0 {no talks} one {one talk} other {# talks}}.",
    de: "Der Plan für „{title}“ hat sich geändert: {talks, plural, =0 {keine Gespräche} one {ein Gespräch} other {# Gespräche}}.",
  },
  "told.cancelled": { en: "“{title}” was called off.", de: "„{title}“ wurde abgesagt." },
  "letter.published.subject": { en: "Your talks at {title}", de: "Gespräche bei {title}" },
  "letter.published.body": {
    en: "Hello {name},\n\nhere is your schedule for {title}, {day} from {time} ({zone}), {place}:\n\n{talks}\n\nThe calendar file with this letter puts the talks into your calendar. Should you not be able to come, please say so here, so that the others are told:\n\n{url}\n",
    de: "Guten Tag {name},\n\nhier ist der Plan für {title}, {day} ab {time} ({zone}), {place}:\n\n{talks}\n\nDie Kalenderdatei zu diesem Brief trägt die Gespräche in den Kalender ein. Wer nicht kommen kann, sagt es bitte hier, damit die anderen es erfahren:\n\n{url}\n",
  },
  "letter.changed.subject": { en: "Changed: your talks at {title}", de: "Geändert: Gespräche bei {title}" },
  "letter.changed.body": {
    en: "Hello {name},\n\nyour schedule for {title}, {day} ({zone}), has changed. This is how it stands now:\n\n{talks}\n\nThe calendar file with this letter changes your calendar as well.\n\n{url}\n",
    de: "Guten Tag {name},\n\nder Plan für {title}, {day} ({zone}), hat sich geändert. So steht er jetzt:\n\n{talks}\n\nDie Kalenderdatei zu diesem Brief ändert auch den Kalender.\n\n{url}\n",
  },
  "letter.cancelled.subject": { en: "Called off: {title}", de: "Abgesagt: {title}" },
  "letter.cancelled.body": {
    en: "Hello {name},\n\n{title}, planned for {day}, was called off: {because}\n{talks}\n{url}\n",
    de: "Guten Tag {name},\n\n{title}, geplant für {day}, wurde abgesagt: {because}\n{talks}\n{url}\n",
  },
  "letter.line": { en: "{time}  {with}  ({place})", de: "{time}  {with}  ({place})" },
  "letter.line.new": { en: "{time}  {with}  ({place})  NEW", de: "{time}  {with}  ({place})  NEU" },
  "letter.line.off": { en: "{time}  {with}  CALLED OFF", de: "{time}  {with}  ABGESAGT" },
  "letter.no-talks": {
    en: "No talks: none of the wishes could be met so far.",
    de: "Keine Gespräche: Bisher ließ sich keiner der Wünsche erfüllen.",
  },
} satisfies Messages;
