import { speaker } from "../../../kernel/messages.ts";

export const fieldMessages = {
  "fields.title": { en: "Own fields", de: "Eigene Felder" },
  "fields.lede": {
    en: "{total, plural, =0 {The team has no fields of its own yet. They hold what no profile asks for: the contact of the last visit, a share, a date to come back to.} one {One field of the team’s own, seen by nobody else.} other {# fields of the team’s own, seen by nobody else.}}",
    de: "{total, plural, =0 {Das Team hat noch keine eigenen Felder. Sie halten fest, wonach kein Profil fragt: wer zuletzt besucht wurde, einen Anteil, einen Termin.} one {Ein eigenes Feld des Teams; sonst sieht es niemand.} other {# eigene Felder des Teams; sonst sieht sie niemand.}}",
  },
  "fields.make": { en: "Make fields", de: "Felder anlegen" },
  "fields.keep": { en: "All fields", de: "Alle Felder" },
  "fields.none": { en: "The team has no fields of its own.", de: "Das Team hat keine eigenen Felder." },
  "fields.empty": { en: "not filled in", de: "nicht ausgefüllt" },
  "fields.saved": { en: "The fields are saved.", de: "Die Felder sind gespeichert." },
  "fields.ended": { en: "No longer in use", de: "Nicht mehr in Gebrauch" },
  "fields.file": { en: "fields", de: "felder" },
  "field.new": { en: "New field", de: "Neues Feld" },
  "field.edit": { en: "Edit the field “{name}”", de: "Feld „{name}“ bearbeiten" },
  "field.add": { en: "Add field", de: "Feld anlegen" },
  "field.name": { en: "Name", de: "Name" },
  "field.name.en": { en: "Name in English", de: "Name auf Englisch" },
  "field.name.de": { en: "Name in German", de: "Name auf Deutsch" },
  "field.kind": { en: "Kind", de: "Art" },
  "field.kind.hint": {
    en: "The kind stays as it is once the field is there.",
    de: "Die Art bleibt, sobald das Feld angelegt ist.",
  },
  "field.key": { en: "Key", de: "Schlüssel" },
  "field.choices": { en: "Choices", de: "Auswahl" },
  "field.choices.hint": {
    en: "One on each line. Only for the kind “choice”.",
    de: "Je Zeile eine. Nur für die Art „Auswahl“.",
  },
  "field.choice": { en: "Choice {nth}", de: "Möglichkeit {nth}" },
  "field.choice.used": {
    en: "{count, plural, =0 {held by no organisation} one {held by one organisation} other {held by # organisations}}",
    de: "{count, plural, =0 {bei keiner Organisation} one {bei einer Organisation} other {bei # Organisationen}}",
  },
  "field.choice.hint": {
    en: "A new name is taken over wherever the choice is held. An emptied line is no longer offered and stays where it is held.",
    de: "Ein neuer Name gilt überall, wo die Möglichkeit steht. Eine geleerte Zeile wird nicht mehr angeboten und bleibt, wo sie steht.",
  },
  "field.choice.more": { en: "Further choices", de: "Weitere Möglichkeiten" },
  "field.choice.more.hint": { en: "One on each line.", de: "Je Zeile eine." },
  "field.count": { en: "Organisations", de: "Organisationen" },
  "field.order": { en: "Order", de: "Reihenfolge" },
  "field.up": { en: "Move “{name}” up", de: "„{name}“ nach oben" },
  "field.down": { en: "Move “{name}” down", de: "„{name}“ nach unten" },
  "field.open": { en: "Edit", de: "Bearbeiten" },
  "field.end": { en: "Take out of use", de: "Außer Gebrauch nehmen" },
  "field.reopen": { en: "Use again", de: "Wieder verwenden" },
  "field.added": { en: "The field is there.", de: "Das Feld ist angelegt." },
  "field.changed": { en: "The field is changed.", de: "Das Feld ist geändert." },
  "field.end.done": {
    en: "The field is out of use. What it holds is kept.",
    de: "Das Feld ist außer Gebrauch. Was es enthält, bleibt.",
  },
  "field.reopen.done": { en: "The field is in use again.", de: "Das Feld ist wieder in Gebrauch." },
  "kind.text": { en: "Text", de: "Text" },
  "kind.number": { en: "Number", de: "Zahl" },
  "kind.choice": { en: "Choice", de: "Auswahl" },
  "kind.date": { en: "Date", de: "Datum" },
  "field.name-taken": {
    en: "There is a field of that name already.",
    de: "Ein Feld dieses Namens gibt es schon.",
  },
  "field.too-many": {
    en: "There are as many fields as there may be. One that is out of use can be used again.",
    de: "Mehr Felder gehen nicht. Eines außer Gebrauch lässt sich wieder verwenden.",
  },
  "field.choice-twice": { en: "Two choices have the same name.", de: "Zwei Möglichkeiten heißen gleich." },
  "field.choices-missing": {
    en: "A choice needs at least one option.",
    de: "Eine Auswahl braucht mindestens eine Möglichkeit.",
  },
  "value.not-a-number": {
    en: "Please write a number, as 1234.5.",
    de: "Bitte eine Zahl eingeben, wie 1234,5.",
  },
  "value.not-a-date": {
    en: "Please write a date, as 2026-11-24.",
    de: "Bitte ein Datum eingeben, wie 24.11.2026.",
  },
  "value.not-a-choice": {
    en: "Please choose one of the options.",
    de: "Bitte eine der Möglichkeiten wählen.",
  },
  "value.too-long": { en: "At most 2,000 characters.", de: "Höchstens 2.000 Zeichen." },
  "value.not-text": { en: "This does not have the expected form.", de: "Das hat nicht die erwartete Form." },
  "value.unknown-field": { en: "There is no such field.", de: "Ein solches Feld gibt es nicht." },
} as const;

export const sayField = speaker(fieldMessages);
