import { speaker } from "../../../kernel/messages.ts";

export const labelMessages = {
  "labels.title": { en: "Labels", de: "Etiketten" },
  "labels.lede": {
    en: "{total, plural, =0 {The team has no labels yet. They sort members for the team alone: whom to visit, who is about to leave, who speaks at the next event.} one {One label, seen by the team alone.} other {# labels, seen by the team alone.}}",
    de: "{total, plural, =0 {Das Team hat noch keine Etiketten. Sie ordnen Mitglieder nur für das Team: wen besuchen, wer geht vielleicht, wer spricht beim nächsten Treffen.} one {Ein Etikett, nur für das Team sichtbar.} other {# Etiketten, nur für das Team sichtbar.}}",
  },
  "labels.none": { en: "No label is put on yet.", de: "Noch kein Etikett angebracht." },
  "labels.make": { en: "Make labels", de: "Etiketten anlegen" },
  "labels.keep": { en: "All labels", de: "Alle Etiketten" },
  "labels.save": { en: "Put on", de: "Anbringen" },
  "labels.saved": { en: "The labels are as chosen.", de: "Die Etiketten sind wie gewählt." },
  "label.new": { en: "New label", de: "Neues Etikett" },
  "label.edit": { en: "Edit the label “{name}”", de: "Etikett „{name}“ bearbeiten" },
  "label.add": { en: "Add label", de: "Etikett anlegen" },
  "label.name": { en: "Name", de: "Name" },
  "label.tone": { en: "Colour", de: "Farbe" },
  "tone.plain": { en: "Plain", de: "Neutral" },
  "tone.good": { en: "Verdigris: good", de: "Grünspan: gut" },
  "tone.wait": { en: "Brass: waits", de: "Messing: wartet" },
  "tone.stop": { en: "Brick: stop", de: "Ziegel: halt" },
  "label.count": { en: "Organisations", de: "Organisationen" },
  "label.open": { en: "Edit", de: "Bearbeiten" },
  "label.remove": { en: "Remove label", de: "Etikett entfernen" },
  "label.added": { en: "The label is there.", de: "Das Etikett ist angelegt." },
  "label.changed": { en: "The label is changed.", de: "Das Etikett ist geändert." },
  "label.restored": {
    en: "The label is back, on all organisations that had it.",
    de: "Das Etikett ist wieder da, an allen Organisationen, die es hatten.",
  },
  "label.gone": { en: "The label is removed.", de: "Das Etikett ist entfernt." },
  "label.undo": { en: "Undo", de: "Rückgängig" },
  "label.name-taken": {
    en: "There is a label of that name already.",
    de: "Ein Etikett dieses Namens gibt es schon.",
  },
  "labels.file": { en: "labels", de: "etiketten" },
} as const;

export const sayLabel = speaker(labelMessages);
