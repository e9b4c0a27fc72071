import { speaker } from "../../../kernel/messages.ts";

export const directoryMessages = {
  organisations: { en: "Organisations", de: "Organisationen" },
  members: { en: "Members", de: "Mitglieder" },
  "whole.lede": {
    en: "{count, plural, =0 {No organisation fits what is asked.} one {One organisation fits what is asked.} other {{count, number} organisations fit what is asked.}}",
    de: "{count, plural, =0 {Keine Organisation passt zur Anfrage.} one {Eine Organisation passt zur Anfrage.} other {{count, number} Organisationen passen zur Anfrage.}}",
  },
  "whole.lede.all": {
    en: "{count, plural, =0 {No organisation is public here yet.} one {One organisation is public here.} other {{count, number} organisations with what they can do, where they are and whom they work with.}}",
    de: "{count, plural, =0 {Noch ist hier keine Organisation öffentlich.} one {Eine Organisation ist hier öffentlich.} other {{count, number} Organisationen: was sie können, wo sie sind und mit wem sie arbeiten.}}",
  },
  "cluster.lede": {
    en: "{count, plural, =0 {No member fits what is asked.} one {One member fits what is asked.} other {{count, number} members fit what is asked.}}",
    de: "{count, plural, =0 {Kein Mitglied passt zur Anfrage.} one {Ein Mitglied passt zur Anfrage.} other {{count, number} Mitglieder passen zur Anfrage.}}",
  },
  "cluster.lede.all": {
    en: "{count, plural, =0 {{cluster} has no members to show yet.} one {{cluster} has one member.} other {{cluster} has {count, number} members.}}",
    de: "{count, plural, =0 {{cluster} hat noch keine Mitglieder zu zeigen.} one {{cluster} hat ein Mitglied.} other {{cluster} hat {count, number} Mitglieder.}}",
  },
  "near.known": {
    en: "Within {km, number} km of {place}.",
    de: "Im Umkreis von {km, number} km um {place}.",
  },
  "near.unknown": {
    en: "No place called “{place}” is known here, so the distance was left out.",
    de: "Ein Ort namens „{place}“ ist hier nicht bekannt; die Entfernung blieb deshalb außer Acht.",
  },
  close: {
    en: "Nothing is spelled “{query}”. These names come close.",
    de: "Nichts schreibt sich „{query}“. Diese Namen kommen dem nahe.",
  },
  search: { en: "Search organisations", de: "Organisationen suchen" },
  "search.hint": { en: "Name, place, field", de: "Name, Ort, Fach" },
  "facet.kind": { en: "Kind", de: "Art" },
  "facet.size": { en: "Size", de: "Größe" },
  "facet.industry": { en: "Industry", de: "Branche" },
  "facet.country": { en: "Country", de: "Land" },
  "facet.region": { en: "Region", de: "Region" },
  "facet.competence": { en: "Competence", de: "Kompetenz" },
  "facet.cluster": { en: "Cluster", de: "Cluster" },
  "facet.role": { en: "Membership", de: "Mitgliedschaft" },
  "near.title": { en: "Near a place", de: "In der Nähe" },
  "near.place": { en: "Town", de: "Ort" },
  "near.km": { en: "Within", de: "Umkreis" },
  "near.apply": { en: "Show what is near", de: "Umkreis anwenden" },
  sort: { en: "Order", de: "Sortierung" },
  "sort.relevance": { en: "best fit", de: "beste Treffer" },
  "sort.name": { en: "name", de: "Name" },
  "sort.-projects": { en: "most projects", de: "meiste Projekte" },
  "sort.distance": { en: "distance", de: "Entfernung" },
  "column.name": { en: "Name", de: "Name" },
  "column.short": { en: "Short name", de: "Kurzname" },
  "column.kind": { en: "Kind", de: "Art" },
  "column.size": { en: "Size", de: "Größe" },
  "column.city": { en: "Place", de: "Ort" },
  "column.country": { en: "Country", de: "Land" },
  "column.nuts": { en: "NUTS region", de: "NUTS-Region" },
  "column.lat": { en: "Latitude", de: "Breite" },
  "column.lon": { en: "Longitude", de: "Länge" },
  "column.competences": { en: "Competences", de: "Kompetenzen" },
  "column.projects": { en: "Projects", de: "Projekte" },
  "column.clusters": { en: "Clusters", de: "Cluster" },
  "column.role": { en: "Membership", de: "Mitgliedschaft" },
  "column.since": { en: "Since", de: "Seit" },
  "column.distance": { en: "Distance", de: "Entfernung" },
  "column.url": { en: "Website", de: "Website" },
  "column.source": { en: "Source", de: "Quelle" },
  "column.source-on": { en: "Source of", de: "Stand der Quelle" },
  "column.address": { en: "Page", de: "Seite" },
  projects: {
    en: "{count, plural, =0 {no public project} one {one project} other {{count, number} projects}}",
    de: "{count, plural, =0 {kein öffentliches Projekt} one {ein Projekt} other {{count, number} Projekte}}",
  },
  "role.since": { en: "{role} since {year}", de: "{role} seit {year}" },
  "table.caption": { en: "Organisations found", de: "Gefundene Organisationen" },
  "map.label": {
    en: "{count, plural, one {One organisation on the map} other {{count, number} organisations on the map}}",
    de: "{count, plural, one {Eine Organisation auf der Karte} other {{count, number} Organisationen auf der Karte}}",
  },
  "map.unplaced": {
    en: "{count, plural, one {One has no known place.} other {{count, number} have no known place.}}",
    de: "{count, plural, one {Von einer ist der Ort unbekannt.} other {Von {count, number} ist der Ort unbekannt.}}",
  },
  "map.twin": { en: "Places as a table", de: "Orte als Tabelle" },
  "map.town": { en: "Town and around", de: "Ort und Umgebung" },
  "map.count": { en: "Organisations", de: "Organisationen" },
  empty: {
    en: "Nothing fits all of this at once. Fewer filters or other words show more.",
    de: "Nichts passt zu allem zugleich. Weniger Filter oder andere Wörter zeigen mehr.",
  },
  "empty.none": {
    en: "No organisation is here yet. The importer brings them in from public sources.",
    de: "Noch ist keine Organisation da. Der Import holt sie aus öffentlichen Quellen.",
  },
  "empty.act": { en: "Show all organisations", de: "Alle Organisationen zeigen" },
  "empty.elsewhere": { en: "Search outside this cluster too", de: "Auch außerhalb dieses Clusters suchen" },
  instead: { en: "Looking for a field of work?", de: "Ein Arbeitsgebiet gesucht?" },
  "export.cut": {
    en: "A file holds at most {most, number} rows.",
    de: "Eine Datei fasst höchstens {most, number} Zeilen.",
  },
  "file.name": { en: "organisations", de: "organisationen" },
  source: { en: "From {sources}.", de: "Aus {sources}." },
  "source.declared": { en: "statements of the organisations", de: "Angaben der Organisationen" },

  "kind.enterprise": { en: "Enterprise", de: "Unternehmen" },
  "kind.research": { en: "Research", de: "Forschung" },
  "kind.authority": { en: "Authority", de: "Behörde" },
  "kind.development": { en: "Development", de: "Förderung" },
  "kind.association": { en: "Association", de: "Verband, Verein" },
  "kind.finance": { en: "Finance", de: "Finanzierung" },
  "kind.service": { en: "Service", de: "Dienstleister" },
  "kind.inventor": { en: "Inventor", de: "Erfinderin, Erfinder" },
  "size.micro": { en: "Micro", de: "Kleinst" },
  "size.small": { en: "Small", de: "Klein" },
  "size.medium": { en: "Medium", de: "Mittel" },
  "size.sme": { en: "Small or medium", de: "Klein oder mittel" },
  "size.large": { en: "Large", de: "Groß" },
  "role.anchor": { en: "Anchor", de: "Ankerunternehmen" },
  "role.core": { en: "Core member", de: "Kernmitglied" },
  "role.associate": { en: "Associate", de: "Assoziiert" },
  "role.partner": { en: "Partner", de: "Partner" },
  "role.applicant": { en: "Applicant", de: "In Aufnahme" },
} as const;

export const sayOfDirectory = speaker(directoryMessages);
export type DirectorySay = ReturnType<typeof sayOfDirectory>;
type Key = keyof typeof directoryMessages;

/** The words for a value of a closed list; an unknown value stays as it is. */
export const wordFor = (
  say: DirectorySay,
  list: "kind" | "size" | "role" | "sort",
  value: string,
): string => {
  const key = `${list}.${value}`;
  return key in directoryMessages ? say(key as Key) : value;
};
