import { speaker } from "../kernel/messages.ts";

/** What the layout and the components say by themselves; a page brings the rest. */
export const messages = {
  skip: { en: "Skip to content", de: "Zum Inhalt springen" },
  menu: { en: "Menu", de: "Menü" },
  close: { en: "Close", de: "Schließen" },
  navigation: { en: "Main navigation", de: "Hauptnavigation" },
  language: { en: "Language", de: "Sprache" },
  theme: { en: "Colours", de: "Farben" },
  "theme.system": { en: "Auto", de: "Auto" },
  "theme.light": { en: "Light", de: "Hell" },
  "theme.dark": { en: "Dark", de: "Dunkel" },
  "theme.system.long": { en: "Colours as the device has them", de: "Farben wie auf dem Gerät" },
  "theme.light.long": { en: "Light colours", de: "Helle Farben" },
  "theme.dark.long": { en: "Dark colours", de: "Dunkle Farben" },
  "act-as": { en: "Act as", de: "Handeln als" },
  change: { en: "Change", de: "Wechseln" },
  "sign-out": { en: "Sign out", de: "Abmelden" },
  "sign-in": { en: "Sign in", de: "Anmelden" },
  home: { en: "Kontor, start page", de: "Kontor, Startseite" },
  breadcrumbs: { en: "You are here", de: "Standort" },
  "made-with": { en: "Made with Kontor, free software", de: "Gemacht mit Kontor, freier Software" },
  views: { en: "Show as", de: "Darstellung" },
  "view.cards": { en: "Cards", de: "Karten" },
  "view.table": { en: "Table", de: "Tabelle" },
  "view.map": { en: "Map", de: "Landkarte" },
  "view.list": { en: "List", de: "Liste" },
  "view.graph": { en: "Graph", de: "Netz" },
  pages: { en: "Pages", de: "Seiten" },
  previous: { en: "Previous", de: "Zurück" },
  first: { en: "Back to the first", de: "Zum Anfang" },
  next: { en: "Next", de: "Weiter" },
  shown: {
    en: "{total, plural, =0 {None found} one {# found} other {# found}}",
    de: "{total, plural, =0 {Nichts gefunden} one {# gefunden} other {# gefunden}}",
  },
  "shown.part": { en: "{shown} of {total}", de: "{shown} von {total}" },
  search: { en: "Search", de: "Suchen" },
  filters: { en: "Filter", de: "Filter" },
  "filter.apply": { en: "Apply", de: "Anwenden" },
  "filter.clear": { en: "Clear all filters", de: "Alle Filter lösen" },
  "filter.remove": { en: "Remove filter: {label}", de: "Filter entfernen: {label}" },
  "filter.more": {
    en: "{count, plural, one {# more} other {# more}}",
    de: "{count, plural, one {# weitere} other {# weitere}}",
  },
  "sort.up": { en: "sort ascending", de: "aufsteigend sortieren" },
  "sort.down": { en: "sort descending", de: "absteigend sortieren" },
  download: { en: "Download as", de: "Herunterladen als" },
  optional: { en: "optional", de: "freiwillig" },
  choose: { en: "Choose …", de: "Auswählen …" },
  save: { en: "Save", de: "Speichern" },
  cancel: { en: "Cancel", de: "Abbrechen" },
  problems: {
    en: "{count, plural, one {One entry needs another look} other {# entries need another look}}",
    de: "{count, plural, one {Eine Angabe braucht noch einen Blick} other {# Angaben brauchen noch einen Blick}}",
  },

  declared: { en: "declared by {who}", de: "angegeben von {who}" },
  "declared.somebody": { en: "declared", de: "angegeben" },
  confirmed: { en: "confirmed by {who}", de: "bestätigt von {who}" },
  "confirmed.not": { en: "not confirmed yet", de: "noch nicht bestätigt" },
  derived: {
    en: "derived from {count, plural, one {# record} other {# records}}",
    de: "abgeleitet aus {count, plural, one {# Eintrag} other {# Einträgen}}",
  },
  imported: { en: "from {who}", de: "aus {who}" },

  visibility: { en: "Who sees this", de: "Wer das sieht" },
  "visibility.public": { en: "Public", de: "Öffentlich" },
  "visibility.peers": { en: "Federated clusters", de: "Verbundene Cluster" },
  "visibility.cluster": { en: "Cluster", de: "Cluster" },
  "visibility.group": { en: "Group", de: "Gruppe" },
  "visibility.organisation": { en: "Own organisation", de: "Eigene Organisation" },
  "visibility.private": { en: "Only you", de: "Nur für dich" },
  "visibility.walled": {
    en: "{count, plural, one {hidden from # organisation} other {hidden from # organisations}}",
    de: "{count, plural, one {verborgen vor # Organisation} other {verborgen vor # Organisationen}}",
  },

  "problem.400.title": { en: "That address cannot be read", de: "Diese Adresse lässt sich nicht lesen" },
  "problem.400.text": {
    en: "Something in the address or the form does not have the shape it should have. Going back and trying again usually helps.",
    de: "Etwas in der Adresse oder im Formular hat nicht die erwartete Form. Meist hilft es, zurückzugehen und es erneut zu versuchen.",
  },
  "problem.401.title": { en: "Please sign in", de: "Bitte anmelden" },
  "problem.401.text": {
    en: "This page is for people with an account here.",
    de: "Diese Seite ist für Personen mit einem Konto.",
  },
  "problem.403.title": { en: "That is not yours to do", de: "Dafür fehlt die Berechtigung" },
  "problem.403.text": {
    en: "Your role here does not include this step. The cluster team can tell who may do it.",
    de: "Die eigene Rolle umfasst diesen Schritt nicht. Das Clusterteam weiß, wer ihn tun darf.",
  },
  "problem.404.title": { en: "Nothing is here", de: "Hier ist nichts" },
  "problem.404.text": {
    en: "The page does not exist, or it is not meant for you. Check the address, or start from the first page.",
    de: "Die Seite gibt es nicht, oder sie ist nicht für diese Augen bestimmt. Adresse prüfen oder auf der Startseite beginnen.",
  },
  "problem.409.title": { en: "Somebody was faster", de: "Jemand war schneller" },
  "problem.409.text": {
    en: "The record changed while this page was open. Load it again and look at the new state first.",
    de: "Der Eintrag hat sich geändert, während die Seite offen war. Neu laden und erst den neuen Stand ansehen.",
  },
  "problem.413.title": { en: "That is too large", de: "Das ist zu groß" },
  "problem.413.text": {
    en: "What was sent is larger than this place accepts.",
    de: "Die Sendung ist größer, als diese Stelle annimmt.",
  },
  "problem.429.title": { en: "A little slower, please", de: "Bitte etwas langsamer" },
  "problem.429.text": {
    en: "Too many requests came from this address. It works again in a minute.",
    de: "Von dieser Adresse kamen zu viele Anfragen. In einer Minute geht es weiter.",
  },
  "problem.500.title": { en: "Something broke on our side", de: "Bei uns ist etwas kaputt" },
  "problem.500.text": {
    en: "The fault has been recorded with the number below. Nothing you entered before was lost.",
    de: "Der Fehler ist unter der Nummer unten vermerkt. Was vorher gespeichert war, ist nicht verloren.",
  },
  "problem.503.title": { en: "Back in a moment", de: "Gleich wieder da" },
  "problem.503.text": {
    en: "The house is just starting. Try again in a few seconds.",
    de: "Das Haus startet gerade. In ein paar Sekunden erneut versuchen.",
  },
  "problem.reference": { en: "Reference {id}", de: "Vorgang {id}" },
  "problem.home": { en: "To the first page", de: "Zur Startseite" },

  "wrong.required": { en: "Please fill this in.", de: "Bitte ausfüllen." },
  "wrong.choose": { en: "Please choose one of the options.", de: "Bitte eine der Möglichkeiten wählen." },
  "wrong.too-short": {
    en: "{least, plural, one {At least # character, please.} other {At least # characters, please.}}",
    de: "{least, plural, one {Bitte mindestens # Zeichen.} other {Bitte mindestens # Zeichen.}}",
  },
  "wrong.too-long": {
    en: "{most, plural, one {At most # character, please.} other {At most # characters, please.}}",
    de: "{most, plural, one {Bitte höchstens # Zeichen.} other {Bitte höchstens # Zeichen.}}",
  },
  "wrong.too-few": {
    en: "Choose at least {least, number}, please.",
    de: "Bitte mindestens {least, number} auswählen.",
  },
  "wrong.too-many": {
    en: "Choose at most {most, number}, please.",
    de: "Bitte höchstens {most, number} auswählen.",
  },
  "wrong.too-small": {
    en: "The smallest value is {least, number}.",
    de: "Der kleinste Wert ist {least, number}.",
  },
  "wrong.too-big": { en: "The largest value is {most, number}.", de: "Der größte Wert ist {most, number}." },
  "wrong.too-early": { en: "That date is too early.", de: "Dieses Datum ist zu früh." },
  "wrong.too-late": { en: "That date is too late.", de: "Dieses Datum ist zu spät." },
  "wrong.not-an-email": {
    en: "That is not an e-mail address yet: it needs a name, an @ and a place.",
    de: "Das ist noch keine E-Mail-Adresse: Es braucht Name, @ und Ort.",
  },
  "wrong.not-a-url": {
    en: "A web address begins with https://.",
    de: "Eine Webadresse beginnt mit https://.",
  },
  "wrong.not-a-number": { en: "Please write a number.", de: "Bitte eine Zahl eingeben." },
  "wrong.not-a-date": {
    en: "Please write a date that exists.",
    de: "Bitte ein Datum eingeben, das es gibt.",
  },
  "wrong.unknown-field": {
    en: "This form has no such field: {fields}",
    de: "Dieses Feld gibt es im Formular nicht: {fields}",
  },
  "wrong.invalid": { en: "This does not have the expected form.", de: "Das hat nicht die erwartete Form." },

  "chart.data": { en: "Figures as a table", de: "Zahlen als Tabelle" },
  "chart.source": { en: "Source: {source}", de: "Quelle: {source}" },
  "chart.empty": { en: "There are no figures to draw yet.", de: "Noch gibt es keine Zahlen zu zeichnen." },
  "chart.rest": {
    en: "{count, plural, one {and # more in the table} other {and # more in the table}}",
    de: "{count, plural, one {und # weiterer in der Tabelle} other {und # weitere in der Tabelle}}",
  },
  "map.here": {
    en: "{count, plural, one {# place here} other {# places here}}",
    de: "{count, plural, one {# Ort hier} other {# Orte hier}}",
  },
  "map.empty": { en: "None of these has a known place.", de: "Von keinem davon ist der Ort bekannt." },
  "map.outside": {
    en: "{count, plural, one {# lies outside this map} other {# lie outside this map}}",
    de: "{count, plural, one {# liegt außerhalb dieser Karte} other {# liegen außerhalb dieser Karte}}",
  },
  "map.fewer": { en: "less", de: "weniger" },
  "map.more": { en: "more", de: "mehr" },
} as const;

export type UiMessage = keyof typeof messages;
export const uiSay = speaker(messages);
