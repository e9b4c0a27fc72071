import { speaker } from "../../../kernel/messages.ts";

export const searchMessages = {
  "searches.title": { en: "Saved searches", de: "Gemerkte Suchen" },
  "searches.lede": {
    en: "{total, plural, =0 {Nothing is saved yet.} one {One saved search} other {# saved searches}}{watched, plural, =0 {} other {, # with alerts}}.",
    de: "{total, plural, =0 {Noch ist nichts gemerkt.} one {Eine gemerkte Suche} other {# gemerkte Suchen}}{watched, plural, =0 {} other {, # mit Meldung}}.",
  },
  "searches.lede.none": { en: "No search is saved yet.", de: "Noch ist keine Suche gemerkt." },
  "searches.empty": {
    en: "Search organisations or projects, narrow the list, and choose “Save this search”. What is new in it can come by mail.",
    de: "Organisationen oder Projekte suchen, die Liste eingrenzen und „Suche merken“ wählen. Neues darin kann per E-Mail kommen.",
  },
  "searches.empty.act": { en: "Search organisations", de: "Organisationen suchen" },
  "searches.file": { en: "searches", de: "suchen" },
  "searches.topic": { en: "New results of saved searches", de: "Neue Treffer gemerkter Suchen" },
  "search.new": { en: "Save this search", de: "Suche merken" },
  "search.new.lede": {
    en: "{count, plural, =0 {It finds nothing today.} one {It finds one result today.} other {It finds {count, number} results today.}}",
    de: "{count, plural, =0 {Heute findet sie nichts.} one {Heute findet sie einen Treffer.} other {Heute findet sie {count, number} Treffer.}}",
  },
  "search.edit": { en: "The search “{name}”", de: "Die Suche „{name}“" },
  "search.name": { en: "Name", de: "Name" },
  "search.what": { en: "Where", de: "Wo" },
  "search.filter": { en: "Asked for", de: "Gefragt nach" },
  "search.everything": { en: "everything", de: "alles" },
  "search.alert": { en: "Tell me what is new", de: "Neues melden" },
  "search.alert.hint": {
    en: "Only what can be seen from the role in which the search was saved. How letters come is chosen with the notices.",
    de: "Nur, was aus der Rolle zu sehen ist, in der die Suche gemerkt wurde. Wie Post kommt, steht bei den Mitteilungen.",
  },
  "search.asked": { en: "Last looked", de: "Zuletzt gesucht" },
  "search.open": { en: "Open the list", de: "Liste öffnen" },
  "search.change": { en: "Change", de: "Ändern" },
  "search.remove": { en: "Delete search", de: "Suche löschen" },
  "search.saved": { en: "The search is saved.", de: "Die Suche ist gemerkt." },
  "search.changed": { en: "The search is changed.", de: "Die Suche ist geändert." },
  "search.removed": { en: "The search is deleted.", de: "Die Suche ist gelöscht." },
  "search.many": {
    en: "This finds more than {most, number} results. Alerts need a narrower search.",
    de: "Das findet mehr als {most, number} Treffer. Zum Melden muss die Suche enger sein.",
  },
  "search.too-many": {
    en: "There are {most} saved searches already. One has to go first.",
    de: "Es gibt schon {most} gemerkte Suchen. Eine muss erst weg.",
  },
  "search.no-role": {
    en: "This list cannot be seen from the current role.",
    de: "Diese Liste ist aus der jetzigen Rolle nicht zu sehen.",
  },
  "paused.role": {
    en: "rests: the role it was saved in has ended",
    de: "ruht: die Rolle, in der sie gemerkt wurde, ist beendet",
  },
  "paused.many": { en: "rests: it finds too much", de: "ruht: sie findet zu viel" },
  "alert.off": { en: "Not at all", de: "Gar nicht" },
  "alert.at-once": { en: "At once", de: "Sofort" },
  "alert.daily": { en: "Daily", de: "Täglich" },
  "alert.weekly": { en: "Weekly", de: "Wöchentlich" },
  "what.organisations": { en: "Organisations", de: "Organisationen" },
  "what.projects": { en: "Projects", de: "Projekte" },
  "told.new": {
    en: "{count, plural, one {New in your search “{name}”} other {# new in your search “{name}”}}: {results}.",
    de: "{count, plural, one {Neu in der Suche „{name}“} other {# neu in der Suche „{name}“}}: {results}.",
  },
} as const;

export const saySearch = speaker(searchMessages);
