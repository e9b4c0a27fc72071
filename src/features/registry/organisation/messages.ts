import { type Messages, speaker } from "../../../kernel/messages.ts";
import { factMessages } from "./facts/messages.ts";
import { identityMessages } from "./identity/messages.ts";
import { logoMessages } from "./logo/messages.ts";
import { profileMessages } from "./profile/messages.ts";
import { vocabularyMessages } from "./vocabulary/messages.ts";

const pageMessages = {
  "kind.enterprise": { en: "Enterprise", de: "Unternehmen" },
  "kind.research": { en: "Research", de: "Forschung" },
  "kind.authority": { en: "Authority", de: "Behörde" },
  "kind.development": { en: "Development institution", de: "Förderinstitution" },
  "kind.association": { en: "Association", de: "Verband oder Verein" },
  "kind.finance": { en: "Finance", de: "Finanzierung" },
  "kind.service": { en: "Service", de: "Dienstleister im Cluster" },
  "kind.inventor": { en: "Inventor", de: "Erfinder" },

  "size.micro": { en: "micro", de: "Kleinstunternehmen" },
  "size.small": { en: "small", de: "klein" },
  "size.medium": { en: "medium", de: "mittel" },
  "size.large": { en: "large", de: "groß" },
  "size.sme": { en: "small or medium", de: "klein oder mittel" },

  "member.anchor": { en: "anchor member", de: "Ankermitglied" },
  "member.core": { en: "core member", de: "Kernmitglied" },
  "member.associate": { en: "associate member", de: "assoziiertes Mitglied" },
  "member.partner": { en: "partner", de: "Partner" },
  "member.applicant": { en: "applicant", de: "Bewerber" },
  "member.since": { en: "{role} since {year}", de: "{role} seit {year}" },
  "member.not": { en: "not a member, partner of members", de: "kein Mitglied, Partner von Mitgliedern" },

  "lede.projects": {
    en: "{projects, plural, =0 {No public project is known} one {One public project} other {# public projects}}{first, select, none {} other { since {first} with {partners, plural, =0 {no partner} one {one partner} other {# partners}}}}.",
    de: "{projects, plural, =0 {Kein öffentliches Projekt ist bekannt} one {Ein öffentliches Projekt} other {# öffentliche Projekte}}{first, select, none {} other { seit {first} mit {partners, plural, =0 {keinem Partner} one {einem Partner} other {# Partnern}}}}.",
  },
  "lede.place": { en: "In {place}.", de: "In {place}." },
  "lede.works": { en: "Works on {what}.", de: "Arbeitet an: {what}." },

  "act.edit": { en: "Edit", de: "Bearbeiten" },
  "act.link": { en: "Declare a link", de: "Verbindung angeben" },
  "act.needs": { en: "Needs", de: "Bedarfe" },
  "act.offers": { en: "Offers", de: "Angebote" },
  "act.seats": { en: "People", de: "Personen" },
  "act.inside": { en: "See it in {cluster}", de: "Ansehen: {cluster}" },

  "competences.title": { en: "Competences", de: "Kompetenzen" },
  "competences.all": {
    en: "{count, plural, one {one} other {#}} from {projects, plural, one {one project} other {# projects}}",
    de: "{count, plural, one {eine} other {#}} aus {projects, plural, one {einem Projekt} other {# Projekten}}",
  },
  "competences.empty": {
    en: "Nothing is known yet: competences follow from projects, and none of them is classified.",
    de: "Noch ist nichts bekannt: Kompetenzen folgen aus Projekten, und keines davon ist eingeordnet.",
  },
  "competences.source": {
    en: "Derived from public projects by EuroSciVoc; each opens its projects.",
    de: "Abgeleitet aus öffentlichen Projekten nach EuroSciVoc; jede öffnet ihre Projekte.",
  },

  "projects.title": { en: "Projects", de: "Projekte" },
  "projects.all": { en: "all {count}", de: "alle {count}" },
  "projects.empty": { en: "No project is known yet.", de: "Noch ist kein Projekt bekannt." },
  "projects.find": { en: "Find projects", de: "Projekte suchen" },
  "projects.project": { en: "Project", de: "Projekt" },
  "projects.role": { en: "Role", de: "Rolle" },
  "projects.time": { en: "Time", de: "Zeit" },
  "projects.money": { en: "EU contribution", de: "EU-Beitrag" },
  "role.coordinator": { en: "coordinates", de: "koordiniert" },
  "role.participant": { en: "takes part", de: "nimmt teil" },
  "role.associated-partner": { en: "associated", de: "assoziiert" },
  "role.third-party": { en: "third party", de: "Drittbeteiligung" },

  "partners.title": { en: "Partners", de: "Partner" },
  "partners.of": { en: "Partners of {name}", de: "Partner von {name}" },
  "partners.lede": {
    en: "{total, plural, =0 {No partner is known.} one {One organisation has worked in a project with {name}.} other {# organisations have worked in projects with {name}, the strongest first.}}",
    de: "{total, plural, =0 {Kein Partner bekannt.} one {Eine Organisation hat in einem Projekt mit {name} gearbeitet.} other {# Organisationen haben in Projekten mit {name} gearbeitet, die stärksten zuerst.}}",
  },
  "partners.empty": {
    en: "No partner follows from public projects yet.",
    de: "Aus öffentlichen Projekten folgt noch kein Partner.",
  },
  "partners.partner": { en: "Partner", de: "Partner" },
  "partners.kind": { en: "Kind", de: "Art" },
  "partners.place": { en: "Place", de: "Ort" },
  "partners.country": { en: "Country", de: "Land" },
  "partners.shared": { en: "Shared projects", de: "Gemeinsame Projekte" },
  "partners.strength": { en: "Strength", de: "Stärke" },
  "partners.time": { en: "Time", de: "Zeit" },
  "partners.source": {
    en: "Strength: each shared project spreads a weight of 1 over the other organisations in it.",
    de: "Stärke: Jedes gemeinsame Projekt verteilt ein Gewicht von 1 auf die übrigen beteiligten Organisationen.",
  },

  "links.title": { en: "Links", de: "Verbindungen" },
  "links.as-graph": { en: "as graph", de: "als Netz" },
  "links.empty": {
    en: "No link beyond shared projects is known here.",
    de: "Über gemeinsame Projekte hinaus ist hier keine Verbindung bekannt.",
  },
  "links.with": { en: "With", de: "Mit" },
  "links.relation": { en: "Relation", de: "Beziehung" },
  "links.digital": { en: "Digital level", de: "Digitale Stufe" },
  "links.origin": { en: "Origin", de: "Herkunft" },
  "links.time": { en: "Time", de: "Zeit" },

  "who.title": { en: "Who they are", de: "Steckbrief" },
  "who.name": { en: "Registered as", de: "Registriert als" },
  "who.short": { en: "Short name", de: "Kurzname" },
  "who.kind": { en: "Kind", de: "Art" },
  "who.size": { en: "Size", de: "Größe" },
  "who.industries": { en: "Industries (NACE)", de: "Branchen (NACE)" },
  "who.address": { en: "Address", de: "Anschrift" },
  "who.country": { en: "Country", de: "Land" },
  "who.region": { en: "Region (NUTS)", de: "Region (NUTS)" },
  "who.url": { en: "Website", de: "Website" },
  "who.vat": { en: "VAT number", de: "USt-IdNr." },
  "who.lei": { en: "LEI", de: "LEI" },
  "who.ror": { en: "ROR", de: "ROR" },
  "who.pic": { en: "Participant code (PIC)", de: "Teilnehmercode (PIC)" },
  "who.register": { en: "Register number", de: "Registernummer" },
  "who.clusters": { en: "Clusters", de: "Cluster" },
  "who.declared": { en: "the organisation itself", de: "der Organisation selbst" },

  "similar.title": { en: "Similar organisations", de: "Ähnliche Organisationen" },
  "similar.title.here": { en: "Similar in the cluster", de: "Ähnliche im Cluster" },
  "similar.alike": { en: "alike: {what}", de: "ähnlich: {what}" },
  "similar.together": {
    en: "{count, plural, =0 {no shared project yet} one {one shared project} other {# shared projects}}",
    de: "{count, plural, =0 {noch kein gemeinsames Projekt} one {ein gemeinsames Projekt} other {# gemeinsame Projekte}}",
  },
  "similar.source": {
    en: "By shared competences, the rare ones counting more; 100 % is the same profile.",
    de: "Nach gemeinsamen Kompetenzen, seltene zählen mehr; 100 % ist dasselbe Profil.",
  },
  "map.title": { en: "Where they work together", de: "Wo sie zusammenarbeiten" },
  "map.place": { en: "Place", de: "Ort" },
  "map.strongest": {
    en: "With {count, plural, one {its partner} other {its # strongest partners}}.",
    de: "Mit {count, plural, one {dem Partner} other {den # stärksten Partnern}}.",
  },
  "source.invented": { en: "invented for the demonstration", de: "für die Demonstration erfunden" },
  "map.label": {
    en: "Map of {name} and its strongest partners",
    de: "Karte von {name} und den stärksten Partnern",
  },
} satisfies Messages;

/** What the pages of an organisation say, and the notices of their forms. */
export const organisationMessages = {
  ...pageMessages,
  ...factMessages,
  ...identityMessages,
  ...profileMessages,
  ...logoMessages,
  ...vocabularyMessages,
} satisfies Messages;

export const sayOrganisation = speaker(pageMessages);
export type OrganisationMessage = keyof typeof pageMessages;
export const isOrganisationMessage = (key: string): key is OrganisationMessage => key in pageMessages;
