import { type Messages, speaker } from "../../kernel/messages.ts";

export const projectMessages = {
  projects: { en: "Projects", de: "Projekte" },
  "list.title": { en: "Projects", de: "Projekte" },
  "list.title.of": { en: "Projects of {names}", de: "Projekte von {names}" },
  "list.lede": {
    en: "{total, plural, =0 {No public project matches} one {One public project} other {# public projects}}, the newest first.",
    de: "{total, plural, =0 {Kein öffentliches Projekt passt} one {Ein öffentliches Projekt} other {# öffentliche Projekte}}, das neueste zuerst.",
  },
  "list.lede.cluster": {
    en: "{total, plural, =0 {No project matches} one {One project} other {# projects}} in which at least one member takes part.",
    de: "{total, plural, =0 {Kein Projekt passt} one {Ein Projekt} other {# Projekte}} mit Beteiligung mindestens eines Mitglieds.",
  },
  "list.fuzzy": {
    en: "Nothing contains “{query}” as typed; these titles look like it.",
    de: "Nichts enthält „{query}“ so wie eingegeben; diese Titel sehen ähnlich aus.",
  },
  "list.save": { en: "Save this search", de: "Suche merken" },
  "list.search": { en: "Search titles and objectives", de: "Titel und Ziele durchsuchen" },
  "list.empty": {
    en: "No project matches all of this. With fewer filters or other words there may be some.",
    de: "Kein Projekt passt zu alldem. Mit weniger Filtern oder anderen Wörtern finden sich vielleicht welche.",
  },
  "list.all": { en: "Show all projects", de: "Alle Projekte zeigen" },
  "list.source": {
    en: "Source: CORDIS, © European Union, CC BY 4.0.",
    de: "Quelle: CORDIS, © Europäische Union, CC BY 4.0.",
  },

  "facet.competence": { en: "Competence (EuroSciVoc)", de: "Kompetenz (EuroSciVoc)" },
  "facet.programme": { en: "Programme", de: "Programm" },
  "facet.year": { en: "Year of grant", de: "Jahr der Bewilligung" },
  "facet.organisation": { en: "Organisation", de: "Organisation" },

  "sort.label": { en: "Order", de: "Reihenfolge" },
  "sort.-signed": { en: "newest first", de: "neueste zuerst" },
  "sort.signed": { en: "oldest first", de: "älteste zuerst" },
  "sort.relevance": { en: "best match first", de: "beste Treffer zuerst" },

  "column.project": { en: "Project", de: "Projekt" },
  "column.title": { en: "Title", de: "Titel" },
  "column.acronym": { en: "Acronym", de: "Akronym" },
  "column.coordinator": { en: "Coordinated by", de: "Koordiniert von" },
  "column.partners": { en: "Organisations", de: "Organisationen" },
  "column.programme": { en: "Programme", de: "Programm" },
  "column.money": { en: "EU contribution", de: "EU-Beitrag" },
  "column.cost": { en: "Total cost", de: "Gesamtkosten" },
  "column.signed": { en: "Signed", de: "Bewilligt" },
  "column.starts": { en: "Starts", de: "Beginn" },
  "column.ends": { en: "Ends", de: "Ende" },
  "column.address": { en: "Address", de: "Adresse" },

  "page.kicker": { en: "Project · {programme}", de: "Projekt · {programme}" },
  "page.lede": {
    en: "{state} {count, plural, one {One organisation works} other {# organisations work}} on it{lead, select, none {} other {, led by {lead}}}.",
    de: "{state} {count, plural, one {Eine Organisation arbeitet} other {# Organisationen arbeiten}} daran{lead, select, none {} other {, unter Leitung von {lead}}}.",
  },
  "state.running": { en: "Runs from {starts} to {ends}.", de: "Läuft von {starts} bis {ends}." },
  "state.over": { en: "Ran from {starts} to {ends}.", de: "Lief von {starts} bis {ends}." },
  "state.ahead": { en: "Begins on {starts}.", de: "Beginnt am {starts}." },
  "state.terminated": { en: "Was terminated before its end.", de: "Wurde vor dem Ende abgebrochen." },
  "state.unknown": { en: "Its dates are not known.", de: "Die Laufzeit ist nicht bekannt." },

  objective: { en: "Objective", de: "Ziel" },
  "objective.language": {
    en: "As written by the project, in English.",
    de: "In den Worten des Projekts, auf Englisch.",
  },
  participants: { en: "Who takes part", de: "Wer teilnimmt" },
  "participants.empty": { en: "No participant is known.", de: "Kein Teilnehmer ist bekannt." },
  "column.organisation": { en: "Organisation", de: "Organisation" },
  "column.role": { en: "Role", de: "Rolle" },
  "column.place": { en: "Place", de: "Ort" },
  "column.member": { en: "member", de: "Mitglied" },
  sum: { en: "Sum", de: "Summe" },
  "role.coordinator": { en: "coordinates", de: "koordiniert" },
  "role.participant": { en: "takes part", de: "nimmt teil" },
  "role.associated-partner": { en: "associated", de: "assoziiert" },
  "role.third-party": { en: "third party", de: "Drittbeteiligung" },
  "role.ended": { en: "left", de: "ausgeschieden" },

  about: { en: "In figures", de: "In Zahlen" },
  "about.topic": { en: "Topic", de: "Thema" },
  "about.call": { en: "Call", de: "Ausschreibung" },
  "about.scheme": { en: "Kind of grant", de: "Art der Förderung" },
  "about.keywords": { en: "Keywords", de: "Schlagwörter" },
  "about.number": { en: "Project number", de: "Projektnummer" },
  "about.source": { en: "Source", de: "Quelle" },
  competences: { en: "Competences", de: "Kompetenzen" },
  "competences.source": {
    en: "EuroSciVoc, as the Commission classified it; each opens all its projects.",
    de: "EuroSciVoc, wie die Kommission es eingeordnet hat; jede öffnet alle ihre Projekte.",
  },
  "competences.empty": { en: "Not classified.", de: "Nicht eingeordnet." },
  map: { en: "Where it happens", de: "Wo es geschieht" },
  "map.label": { en: "Map of the organisations in {name}", de: "Karte der Organisationen in {name}" },

  "programme.HORIZON.1.1": { en: "European Research Council", de: "Europäischer Forschungsrat" },
  "programme.HORIZON.1.2": { en: "Marie Skłodowska-Curie Actions", de: "Marie-Skłodowska-Curie-Maßnahmen" },
  "programme.HORIZON.1.3": { en: "Research infrastructures", de: "Forschungsinfrastrukturen" },
  "programme.HORIZON.2.1": { en: "Health", de: "Gesundheit" },
  "programme.HORIZON.2.2": {
    en: "Culture, creativity and inclusive society",
    de: "Kultur, Kreativität und inklusive Gesellschaft",
  },
  "programme.HORIZON.2.3": { en: "Civil security for society", de: "Zivile Sicherheit für die Gesellschaft" },
  "programme.HORIZON.2.4": {
    en: "Digital, industry and space",
    de: "Digitalisierung, Industrie und Weltraum",
  },
  "programme.HORIZON.2.5": { en: "Climate, energy and mobility", de: "Klima, Energie und Mobilität" },
  "programme.HORIZON.2.6": {
    en: "Food, bioeconomy, natural resources, agriculture and environment",
    de: "Lebensmittel, Bioökonomie, natürliche Ressourcen, Landwirtschaft und Umwelt",
  },
  "programme.HORIZON.3.1": { en: "European Innovation Council", de: "Europäischer Innovationsrat" },
  "programme.HORIZON.3.2": { en: "European innovation ecosystems", de: "Europäische Innovationsökosysteme" },
  "programme.HORIZON.3.3": {
    en: "European Institute of Innovation and Technology",
    de: "Europäisches Innovations- und Technologieinstitut",
  },
  "programme.HORIZON.4.1": {
    en: "Widening participation and spreading excellence",
    de: "Ausweitung der Beteiligung und Verbreitung von Exzellenz",
  },
  "programme.HORIZON.4.2": {
    en: "Reforming the European research system",
    de: "Reform des europäischen Forschungssystems",
  },
  "programme.EURATOM2027": { en: "Euratom", de: "Euratom" },
} satisfies Messages;

export const say = speaker(projectMessages);
