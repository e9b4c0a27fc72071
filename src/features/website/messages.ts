import { speaker } from "../../kernel/messages.ts";

export const websiteMessages = {
  "nav.clusters": { en: "Clusters", de: "Cluster" },
  "nav.organisations": { en: "Organisations", de: "Organisationen" },
  "nav.projects": { en: "Projects", de: "Projekte" },
  "nav.members": { en: "Members", de: "Mitglieder" },
  "nav.registry": { en: "Registry", de: "Verzeichnis" },
  "nav.site": { en: "Public site", de: "Öffentliche Seite" },

  "home.kicker": { en: "A region and its clusters", de: "Eine Region und ihre Cluster" },
  "home.title": { en: "Clusters of this region", de: "Cluster dieser Region" },
  "home.lede": {
    en: "{clusters, plural, =0 {No cluster is public here yet.} one {One cluster} other {{clusters, number} clusters}}{clusters, plural, =0 {} other { with {organisations, number} organisations: who they are, what they can do and whom they work with.}}",
    de: "{clusters, plural, =0 {Noch ist hier kein Cluster öffentlich.} one {Ein Cluster} other {{clusters, number} Cluster}}{clusters, plural, =0 {} other { mit {organisations, number} Organisationen: wer sie sind, was sie können und mit wem sie arbeiten.}}",
  },
  "home.search": { en: "Search organisations", de: "Organisationen suchen" },
  "home.search.hint": { en: "Name, place, field", de: "Name, Ort, Fach" },
  "home.clusters": { en: "The clusters and what they are good at", de: "Die Cluster und ihre Stärken" },
  "home.map": { en: "Where they are", de: "Wo sie sind" },
  "home.map.label": {
    en: "{count, plural, one {One member of the clusters on the map} other {{count, number} members of the clusters on the map}}",
    de: "{count, plural, one {Ein Mitglied der Cluster auf der Karte} other {{count, number} Mitglieder der Cluster auf der Karte}}",
  },
  "home.projects": { en: "Newest projects", de: "Neueste Projekte" },
  "home.what": { en: "What Kontor is", de: "Was Kontor ist" },
  "home.what.text": {
    en: "A Kontor was the trading post of the Hanse: the common house of independent merchants who compete and cooperate. This Kontor is the same for innovation clusters. It knows the actors and their links, shows the outside what they can do, and keeps the secrets of each from its rivals.",
    de: "Ein Kontor war die Niederlassung der Hanse: das gemeinsame Haus unabhängiger Kaufleute, die konkurrieren und kooperieren. Dieses Kontor ist dasselbe für Innovationscluster. Es kennt die Akteure und ihre Verbindungen, zeigt nach außen, was sie können, und bewahrt die Geheimnisse jedes Mitglieds vor seinen Rivalen.",
  },
  "home.what.open": {
    en: "It is free software. Whatever is public here is public to programs as well:",
    de: "Es ist freie Software. Was hier öffentlich ist, steht auch Programmen offen:",
  },
  "home.what.api": { en: "the API", de: "die Schnittstelle (API)" },
  "home.empty": {
    en: "A manager's first cluster appears here. The importer brings organisations and projects from public sources.",
    de: "Hier erscheint der erste Cluster. Der Import holt Organisationen und Projekte aus öffentlichen Quellen.",
  },
  all: { en: "all", de: "alle" },
  open: { en: "open", de: "öffnen" },

  "figure.clusters": {
    en: "{count, plural, one {cluster} other {clusters}}",
    de: "{count, plural, one {Cluster} other {Cluster}}",
  },
  "figure.members": {
    en: "{count, plural, one {member} other {members}}",
    de: "{count, plural, one {Mitglied} other {Mitglieder}}",
  },
  "figure.organisations": {
    en: "{count, plural, one {organisation in a cluster} other {organisations in clusters}}",
    de: "{count, plural, one {Organisation in einem Cluster} other {Organisationen in Clustern}}",
  },
  "figure.public": {
    en: "{count, plural, one {organisation with its partners} other {organisations with their partners}}",
    de: "{count, plural, one {Organisation mit ihren Partnern} other {Organisationen mit ihren Partnern}}",
  },
  "figure.projects": {
    en: "{count, plural, one {public project} other {public projects}}",
    de: "{count, plural, one {öffentliches Projekt} other {öffentliche Projekte}}",
  },
  "figure.partners": {
    en: "{count, plural, one {partner outside} other {partners outside}}",
    de: "{count, plural, one {Partner außerhalb} other {Partner außerhalb}}",
  },
  "figure.countries": {
    en: "{count, plural, one {country they are in} other {countries they are in}}",
    de: "{count, plural, one {Land, in dem sie sind} other {Länder, in denen sie sind}}",
  },

  "clusters.title": { en: "Clusters", de: "Cluster" },
  "clusters.lede": {
    en: "{count, plural, =0 {No cluster is public here yet.} one {One cluster is at home here.} other {{count, number} clusters are at home here.}}",
    de: "{count, plural, =0 {Noch ist hier kein Cluster öffentlich.} one {Ein Cluster ist hier zu Hause.} other {{count, number} Cluster sind hier zu Hause.}}",
  },
  "clusters.name": { en: "Cluster", de: "Cluster" },
  "clusters.place": { en: "Place", de: "Ort" },
  "clusters.members": { en: "Members", de: "Mitglieder" },
  "clusters.competences": { en: "Good at", de: "Stärken" },
  "clusters.founded": { en: "Founded", de: "Gegründet" },
  "clusters.url": { en: "Website", de: "Website" },
  "clusters.address": { en: "Page", de: "Seite" },
  "clusters.caption": {
    en: "Clusters with their members and competences",
    de: "Cluster mit Mitgliedern und Kompetenzen",
  },
  members: {
    en: "{count, plural, =0 {no members yet} one {one member} other {{count, number} members}}",
    de: "{count, plural, =0 {noch keine Mitglieder} one {ein Mitglied} other {{count, number} Mitglieder}}",
  },

  "site.lede": {
    en: "{members, plural, =0 {No members to show yet.} one {One member} other {{members, number} members}}{members, plural, =0 {} other { in {projects, plural, =0 {no public project} one {one public project} other {{projects, number} public projects}} with {partners, plural, =0 {nobody outside} one {one partner} other {{partners, number} partners}}.}}",
    de: "{members, plural, =0 {Noch keine Mitglieder zu zeigen.} one {Ein Mitglied} other {{members, number} Mitglieder}}{members, plural, =0 {} other { in {projects, plural, =0 {keinem öffentlichen Projekt} one {einem öffentlichen Projekt} other {{projects, number} öffentlichen Projekten}} mit {partners, plural, =0 {niemandem außerhalb} one {einem Partner} other {{partners, number} Partnern}}.}}",
  },
  "site.about": { en: "About", de: "Über den Cluster" },
  "site.about.none": {
    en: "The cluster has not described itself yet.",
    de: "Der Cluster hat sich noch nicht beschrieben.",
  },
  "site.regions": { en: "Regions", de: "Regionen" },
  "site.industries": { en: "Industries", de: "Branchen" },
  "site.founded": { en: "Founded", de: "Gegründet" },
  "site.place": { en: "Place", de: "Ort" },
  "site.url": { en: "Website", de: "Website" },
  "site.competences": { en: "What it is good at", de: "Worin er stark ist" },
  "site.competences.why": {
    en: "Fields in which more of its members have projects than elsewhere in the region; the figure counts members.",
    de: "Felder, in denen mehr seiner Mitglieder Projekte haben als sonst in der Region; die Zahl zählt Mitglieder.",
  },
  "site.competences.none": {
    en: "No project of its members names a field of work yet.",
    de: "Noch nennt kein Projekt seiner Mitglieder ein Arbeitsgebiet.",
  },
  "site.map": { en: "Where its members are", de: "Wo seine Mitglieder sind" },
  "site.network": { en: "How they are linked", de: "Wie sie verbunden sind" },
  "site.network.text": {
    en: "Every link between members that is public, with the projects it follows from, as graph and as table.",
    de: "Jede öffentliche Verbindung zwischen Mitgliedern mit den Projekten, aus denen sie folgt, als Netz und als Tabelle.",
  },
  "site.network.open": { en: "Open the network", de: "Netz öffnen" },
  "site.members": { en: "Newest members", de: "Neueste Mitglieder" },
  "site.members.none": { en: "No member is public yet.", de: "Noch ist kein Mitglied öffentlich." },
  "site.projects": { en: "Newest projects", de: "Neueste Projekte" },
  "site.projects.none": { en: "No project is public yet.", de: "Noch ist kein Projekt öffentlich." },
  since: { en: "since {date}", de: "seit {date}" },
  signed: { en: "signed {date}", de: "unterzeichnet {date}" },
  source: {
    en: "Projects and partners from CORDIS, © European Union, CC BY 4.0.",
    de: "Projekte und Partner aus CORDIS, © Europäische Union, CC BY 4.0.",
  },

  "feed.region": { en: "New members and projects", de: "Neue Mitglieder und Projekte" },
  "feed.cluster": {
    en: "{cluster}: new members and projects",
    de: "{cluster}: neue Mitglieder und Projekte",
  },
  "feed.member": {
    en: "{organisation} is a member of {cluster}",
    de: "{organisation} ist Mitglied von {cluster}",
  },
  "feed.project": { en: "Project: {title}", de: "Projekt: {title}" },

  "accessibility.title": { en: "Accessibility", de: "Barrierefreiheit" },
  "accessibility.lede": {
    en: "Kontor is built to be used by everybody; the measure is WCAG 2.2, level AA.",
    de: "Kontor ist so gebaut, dass alle es nutzen können; Maßstab ist WCAG 2.2, Stufe AA.",
  },
  "accessibility.how": { en: "What that means here", de: "Was das hier bedeutet" },
  "accessibility.script": {
    en: "Every public page can be read without script; search, filters and pages of a list are plain links and forms.",
    de: "Jede öffentliche Seite ist ohne Skript lesbar; Suche, Filter und das Blättern sind einfache Links und Formulare.",
  },
  "accessibility.keyboard": {
    en: "Everything can be reached and used with the keyboard. The first stop of each page skips to its content.",
    de: "Alles ist mit der Tastatur erreichbar und bedienbar. Der erste Halt jeder Seite springt zum Inhalt.",
  },
  "accessibility.charts": {
    en: "Charts, maps and networks have the same facts beside them as a list or table.",
    de: "Diagramme, Karten und Netze haben dieselben Angaben als Liste oder Tabelle neben sich.",
  },
  "accessibility.colour": {
    en: "Colours keep the contrast of level AA in light and dark; nothing is said by colour alone.",
    de: "Farben halten den Kontrast der Stufe AA, hell wie dunkel; nichts wird nur durch Farbe gesagt.",
  },
  "accessibility.limits": { en: "What is not there yet", de: "Was noch fehlt" },
  "accessibility.limits.text": {
    en: "Names and texts from public registers stand in the language they were entered in and are not marked as such. There is no version in plain language or sign language.",
    de: "Namen und Texte aus öffentlichen Registern stehen in der Sprache, in der sie eingetragen wurden, und sind nicht entsprechend ausgezeichnet. Eine Fassung in Leichter Sprache oder Gebärdensprache gibt es nicht.",
  },
} as const;

export const sayOfWebsite = speaker(websiteMessages);
