import { speaker } from "../../../kernel/messages.ts";

export const noteMessages = {
  "team.title": { en: "For the team", de: "Für das Team" },
  "team.of": { en: "For the team: {name}", de: "Für das Team: {name}" },
  "team.lede": {
    en: "Only the team of {cluster} sees this, neither {name} nor any other organisation.",
    de: "Das sieht nur das Team von {cluster}, weder {name} noch eine andere Organisation.",
  },
  "team.lede.kept": {
    en: "{notes, plural, =0 {No note} one {One note} other {# notes}}, {labels, plural, =0 {no label} one {one label} other {# labels}}, {fields, plural, =0 {no field filled in} one {one field filled in} other {# fields filled in}}.",
    de: "{notes, plural, =0 {Keine Notiz} one {Eine Notiz} other {# Notizen}}, {labels, plural, =0 {kein Etikett} one {ein Etikett} other {# Etiketten}}, {fields, plural, =0 {kein Feld ausgefüllt} one {ein Feld ausgefüllt} other {# Felder ausgefüllt}}.",
  },
  "team.back": { en: "To the profile", de: "Zum Profil" },
  "team.open": { en: "Notes, labels, fields", de: "Notizen, Etiketten, Felder" },
  "team.nothing": {
    en: "Nothing has been written down here yet.",
    de: "Hier ist noch nichts festgehalten.",
  },
  "team.only": { en: "Only the team sees this.", de: "Das sieht nur das Team." },
  "notes.title": { en: "Notes", de: "Notizen" },
  "notes.lede": {
    en: "{total, plural, =0 {No note has been written yet.} one {One note of the team, seen by nobody else.} other {# notes of the team, seen by nobody else.}}",
    de: "{total, plural, =0 {Noch keine Notiz geschrieben.} one {Eine Notiz des Teams; sonst sieht sie niemand.} other {# Notizen des Teams; sonst sieht sie niemand.}}",
  },
  "notes.lede.found": {
    en: "{total, plural, =0 {No note says “{query}”.} one {One note says “{query}”.} other {# notes say “{query}”.}}",
    de: "{total, plural, =0 {Keine Notiz spricht von „{query}“.} one {Eine Notiz spricht von „{query}“.} other {# Notizen sprechen von „{query}“.}}",
  },
  "notes.search": { en: "Search notes", de: "Notizen durchsuchen" },
  "notes.empty": {
    en: "Notes are written on the page of an organisation, under “For the team”.",
    de: "Notizen entstehen auf der Seite einer Organisation, unter „Für das Team“.",
  },
  "notes.empty.act": { en: "To the members", de: "Zu den Mitgliedern" },
  "notes.none": { en: "No note about {name} yet.", de: "Noch keine Notiz zu {name}." },
  "notes.all": { en: "Show all notes", de: "Alle Notizen zeigen" },
  "note.text": { en: "Note", de: "Notiz" },
  "note.text.hint": {
    en: "What was said on the telephone, what they look for, what to ask next time.",
    de: "Was am Telefon gesagt wurde, was gesucht wird, was beim nächsten Mal zu fragen ist.",
  },
  "note.write": { en: "Write note", de: "Notiz schreiben" },
  "note.edit": { en: "Edit", de: "Bearbeiten" },
  "note.open": { en: "Open", de: "Öffnen" },
  "note.remove": { en: "Remove", de: "Entfernen" },
  "note.remove.this": { en: "Remove the note of {when}", de: "Notiz vom {when} entfernen" },
  "note.edit.this": { en: "Edit the note of {when}", de: "Notiz vom {when} bearbeiten" },
  "note.by": { en: "{who}, {when}", de: "{who}, {when}" },
  "note.edited": { en: "edited {when}", de: "bearbeitet {when}" },
  "note.somebody": { en: "Somebody", de: "Jemand" },
  "note.added": { en: "The note is written.", de: "Die Notiz ist geschrieben." },
  "note.changed": { en: "The note is changed.", de: "Die Notiz ist geändert." },
  "note.restored": { en: "The note is back.", de: "Die Notiz ist wieder da." },
  "note.gone": { en: "The note is removed.", de: "Die Notiz ist entfernt." },
  "note.undo": { en: "Undo", de: "Rückgängig" },
  "note.form": { en: "Note on {name}", de: "Notiz zu {name}" },
  "note.versions": { en: "What it said before", de: "Was dort vorher stand" },
  "note.version": { en: "Version {version}", de: "Fassung {version}" },
  "note.conflict": {
    en: "Somebody changed this note meanwhile. It now says what stands below; saving again puts yours in its place.",
    de: "Diese Notiz wurde inzwischen geändert. Unten steht, was sie jetzt sagt; erneutes Speichern setzt die eigene Fassung an ihre Stelle.",
  },
  "column.note.organisation": { en: "Organisation", de: "Organisation" },
  "column.note.text": { en: "Note", de: "Notiz" },
  "column.note.who": { en: "Written by", de: "Geschrieben von" },
  "column.note.when": { en: "Written", de: "Geschrieben am" },
  "column.note.edited": { en: "Edited", de: "Bearbeitet am" },
  "notes.file": { en: "notes", de: "notizen" },
} as const;

export const sayNote = speaker(noteMessages);
