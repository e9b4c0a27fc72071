import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const factMessages = {
  "facts.title": { en: "In its own words", de: "Was die Organisation über sich sagt" },
  "facts.add": { en: "Add a fact", de: "Angabe hinzufügen" },
  "facts.empty": {
    en: "Nothing has been said yet beyond the public identity.",
    de: "Über die öffentlichen Angaben hinaus ist noch nichts gesagt.",
  },
  "facts.empty.public": {
    en: "Nothing beyond the register data is public.",
    de: "Über die Registerdaten hinaus ist nichts öffentlich.",
  },
  "facts.who": {
    en: "{open, plural, =0 {Nothing of it is public} one {One fact is public} other {# facts are public}}; {inner, plural, =0 {none is} one {one is} other {# are}} for fewer eyes.",
    de: "{open, plural, =0 {Nichts davon ist öffentlich} one {Eine Angabe ist öffentlich} other {# Angaben sind öffentlich}}; {inner, plural, =0 {keine ist} one {eine ist} other {# sind}} für weniger Augen bestimmt.",
  },
  "facts.walls": { en: "Never shown to {names}.", de: "Niemals sichtbar für {names}." },
  "facts.edit": { en: "edit", de: "bearbeiten" },
  "facts.remove": { en: "Remove", de: "Entfernen" },

  "field.description": { en: "Description", de: "Beschreibung" },
  "field.products": { en: "Products and services", de: "Produkte und Leistungen" },
  "field.capacity": { en: "Free capacity", de: "Freie Kapazität" },
  "field.certificates": { en: "Certificates", de: "Zertifikate" },
  "field.machines": { en: "Machines and equipment", de: "Maschinen und Ausstattung" },
  "field.contact": { en: "Contact", de: "Kontakt" },
  "field.languages": { en: "Languages", de: "Sprachen" },
  "field.staff": { en: "Staff", de: "Beschäftigte" },
  "field.turnover": { en: "Turnover", de: "Umsatz" },
  "field.interests": { en: "Interests", de: "Interessen" },

  "language.en": { en: "English", de: "Englisch" },
  "language.de": { en: "German", de: "Deutsch" },

  "form.new": { en: "Say something about {name}", de: "Etwas über {name} sagen" },
  "form.edit": { en: "Change what is said about {name}", de: "Ändern, was über {name} gesagt ist" },
  "form.lede": {
    en: "One statement, with who sees it. It carries your name and today's date.",
    de: "Eine Aussage, und wer sie sieht. Sie trägt deinen Namen und das heutige Datum.",
  },
  "form.field": { en: "About", de: "Worüber" },
  "form.value": { en: "What is the case", de: "Was der Fall ist" },
  "form.language": { en: "Written in", de: "Geschrieben auf" },
  "form.language.hint": {
    en: "Leave open what reads the same in every language.",
    de: "Offen lassen, was in jeder Sprache gleich lautet.",
  },
  "form.visibility": { en: "Who sees it", de: "Wer es sieht" },
  "form.wall": { en: "Never shown to", de: "Niemals sichtbar für" },
  "form.wall.hint": {
    en: "For rivals: whoever is ticked does not see it, whatever stands above.",
    de: "Für Wettbewerber: Wer angekreuzt ist, sieht es nicht, was auch immer oben steht.",
  },
  "visibility.public": { en: "Everybody, also outside", de: "Alle, auch außerhalb" },
  "visibility.peers": {
    en: "The cluster, authorities and federated clusters",
    de: "Cluster, Behörden und verbundene Cluster",
  },
  "visibility.cluster": { en: "The cluster", de: "Das Cluster" },
  "visibility.organisation": { en: "Only people of the organisation", de: "Nur Personen der Organisation" },
  "visibility.private": { en: "Only you", de: "Nur für dich" },

  "problem.would-not-see-it": {
    en: "You would not see it yourself any more: choose another level, or take your own organisation off the list.",
    de: "Du würdest es selbst nicht mehr sehen: eine andere Stufe wählen oder die eigene Organisation von der Liste nehmen.",
  },
  "problem.would-wall-the-owner": {
    en: "It is about this organisation: it cannot be hidden from it.",
    de: "Es geht um diese Organisation: Vor ihr lässt es sich nicht verbergen.",
  },
  "problem.other-field": {
    en: "What it is about cannot be changed: remove it and say it anew.",
    de: "Worum es geht, lässt sich nicht ändern: entfernen und neu angeben.",
  },
  "problem.unknown-wall": {
    en: "One of these organisations is not known here.",
    de: "Eine dieser Organisationen ist hier nicht bekannt.",
  },

  "conflict.title": { en: "Somebody changed this meanwhile", de: "Das hat inzwischen jemand geändert" },
  "conflict.text": {
    en: "Below stands what you typed; nothing is lost. This is what {who} wrote {age}:",
    de: "Unten steht, was du eingegeben hast; nichts ist verloren. Das hat {who} {age} geschrieben:",
  },
  "conflict.somebody": { en: "somebody else", de: "jemand anderes" },
  "conflict.save": { en: "Save mine instead", de: "Meine Fassung speichern" },

  "fact.added": { en: "The fact is saved.", de: "Die Angabe ist gespeichert." },
  "fact.changed": { en: "The change is saved.", de: "Die Änderung ist gespeichert." },
  "fact.restored": { en: "The fact is back.", de: "Die Angabe ist wieder da." },
  "fact.gone": { en: "The fact is removed.", de: "Die Angabe ist entfernt." },
  "fact.undo": { en: "Undo", de: "Rückgängig machen" },
} satisfies Messages;

export const sayFact = speaker(factMessages);
