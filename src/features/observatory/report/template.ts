import type { FigureKey } from "./catalogue.ts";
import { type SectionKind, type Words, words } from "./words.ts";

/** What a report begins as. The self-check is not among it: the team may add it to a report for the cluster. */
export const TEMPLATE: readonly SectionKind[] = [
  "year",
  "members",
  "network",
  "exchange",
  "events",
  "projects",
  "potential",
  "region",
  "stories",
  "outlook",
];

export const BEGINNING: Readonly<Record<SectionKind, { title: Words; figures: readonly FigureKey[] }>> = {
  year: {
    title: words("The year in figures", "Das Jahr in Zahlen"),
    figures: [
      "members",
      "members-joined",
      "network-links",
      "needs-opened",
      "introductions",
      "events",
      "projects-begun",
      "projects-funding",
    ],
  },
  members: {
    title: words("Members", "Mitglieder"),
    figures: ["members", "members-trend", "members-kinds", "members-joined", "members-left"],
  },
  network: {
    title: words("Links and network", "Verbindungen und Netzwerk"),
    figures: ["network-joined", "network-density", "links-new", "network-links", "network-reach"],
  },
  exchange: {
    title: words("Needs, offers and introductions", "Bedarfe, Angebote und Vermittlungen"),
    figures: ["needs-met", "introductions", "needs-opened", "offers-opened", "outcomes"],
  },
  events: { title: words("Events", "Veranstaltungen"), figures: ["events", "event-guests"] },
  projects: {
    title: words("Projects", "Projekte"),
    figures: ["projects-funding", "projects-years", "projects-begun"],
  },
  potential: { title: words("Potential", "Potenzial"), figures: ["stage", "potential-index"] },
  region: {
    title: words("Region and specialisation", "Region und Spezialisierung"),
    figures: ["region-strengths"],
  },
  "self-check": {
    title: words("Self-check", "Selbstprüfung"),
    figures: ["cooperating-share", "contacted-share", "science-share", "retention"],
  },
  stories: { title: words("Stories", "Geschichten"), figures: [] },
  outlook: { title: words("Outlook", "Ausblick"), figures: [] },
  own: { title: words("A section of one's own", "Ein eigener Abschnitt"), figures: [] },
};

/** What kinds of sections are called where one is added. */
export const kindTitle = (kind: SectionKind): Words => BEGINNING[kind].title;
