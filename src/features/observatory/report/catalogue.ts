import type { Level, SectionKind, Shape, Unit, Words } from "./words.ts";
import { words } from "./words.ts";

export interface Kind {
  name: Words;
  shape: Shape;
  unit: Unit;
  /** What stands on the last day, and what happened in the period. */
  of: "day" | "period";
  /** The section it is at home in. */
  section: SectionKind;
  formula: Words;
  source: Words;
  /** Below the address of the cluster. */
  page: string | null;
  /** For whom it may be chosen; without it for everybody. */
  levels?: readonly Level[];
}

const REGISTRY = words(
  "registry: memberships and organisations open to those whom the report is for, behind no wall",
  "Verzeichnis: Mitgliedschaften und Organisationen, die offen sind für die, für die der Bericht ist, hinter keiner Mauer",
);
const LINKS = words(
  "registry: links that both sides confirmed, open to those whom the report is for, behind no wall",
  "Verzeichnis: von beiden Seiten bestätigte Verbindungen, offen für die, für die der Bericht ist, hinter keiner Mauer",
);
const HEALTH = words(
  "network health, as measured and kept for everybody on this level or a wider one",
  "Netzwerkgesundheit, wie gemessen und gespeichert für alle auf dieser oder einer offeneren Stufe",
);
const EXCHANGE = words(
  "exchange: what stands under its owner's name in the cluster and behind no wall; nothing confidential",
  "Austausch: was unter dem Namen des Eigentümers im Cluster steht, hinter keiner Mauer; nichts Vertrauliches",
);
const INTRODUCTIONS = words(
  "exchange: introductions the team knows of, between organisations open to those whom the report is for; none about anything confidential or walled",
  "Austausch: Vermittlungen, von denen das Team weiß, zwischen Organisationen, die offen sind für die, für die der Bericht ist; keine zu Vertraulichem oder hinter einer Mauer",
);
const EVENTS = words(
  "events open to those whom the report is for, drafts and cancelled ones left out",
  "Veranstaltungen, die offen sind für die, für die der Bericht ist, ohne Entwürfe und abgesagte",
);
const PROJECTS = words(
  "projects and participations open to those whom the report is for, of organisations that are members on the day",
  "Projekte und Beteiligungen, die offen sind für die, für die der Bericht ist, von Organisationen, die am Stichtag Mitglied sind",
);
const POTENTIAL = words(
  "potential: aggregates of at least five members, as computed and kept",
  "Potenzial: Zusammenfassungen von mindestens fünf Mitgliedern, wie berechnet und gespeichert",
);
const COCKPIT = words(
  "self-check, as computed at the end of the month",
  "Selbstprüfung, wie am Monatsende berechnet",
);
const FEW = words(
  "Told only where at least three organisations stand behind it; kinds with fewer are put together.",
  "Nur genannt, wo mindestens drei Organisationen dahinterstehen; Arten mit weniger werden zusammengefasst.",
);
const rule = (en: string, de: string): Words => words(`${en} ${FEW.en}`, `${de} ${FEW.de}`);

const check = (en: string, de: string, formulaEn: string, formulaDe: string): Kind => ({
  name: words(en, de),
  shape: "number",
  unit: "percent",
  of: "day",
  section: "self-check",
  formula: words(formulaEn, formulaDe),
  source: COCKPIT,
  page: null,
  levels: ["cluster"],
});

/** Every figure a report can have. What one needs that is here is how it is made, in words and in `figures/`. */
export const CATALOGUE = {
  members: {
    name: words("Members", "Mitglieder"),
    shape: "number",
    unit: "count",
    of: "day",
    section: "members",
    formula: words(
      "Organisations with a membership on the last day, applicants left out.",
      "Organisationen mit einer Mitgliedschaft am letzten Tag, ohne Bewerber.",
    ),
    source: REGISTRY,
    page: "organisations",
  },
  "members-trend": {
    name: words("Members by month", "Mitglieder nach Monat"),
    shape: "line",
    unit: "count",
    of: "period",
    section: "members",
    formula: words(
      "Organisations with a membership at the end of each month, applicants left out.",
      "Organisationen mit einer Mitgliedschaft am Ende jedes Monats, ohne Bewerber.",
    ),
    source: REGISTRY,
    page: "organisations",
  },
  "members-kinds": {
    name: words("Members by kind", "Mitglieder nach Art"),
    shape: "bars",
    unit: "count",
    of: "day",
    section: "members",
    formula: words(
      "Members on the last day by the kind of organisation.",
      "Mitglieder am letzten Tag nach Art der Organisation.",
    ),
    source: REGISTRY,
    page: "organisations",
  },
  "members-joined": {
    name: words("New members", "Neue Mitglieder"),
    shape: "list",
    unit: "count",
    of: "period",
    section: "members",
    formula: words(
      "Organisations whose membership began in the period and that were none the day before.",
      "Organisationen, deren Mitgliedschaft im Zeitraum begann und die am Tag davor keines waren.",
    ),
    source: REGISTRY,
    page: "organisations",
  },
  "members-left": {
    name: words("Members that left", "Ausgeschiedene Mitglieder"),
    shape: "list",
    unit: "count",
    of: "period",
    section: "members",
    formula: words(
      "Organisations whose membership ended in the period and that are none on its last day.",
      "Organisationen, deren Mitgliedschaft im Zeitraum endete und die am letzten Tag keines sind.",
    ),
    source: REGISTRY,
    page: "organisations",
  },
  links: {
    name: words("Confirmed links", "Bestätigte Verbindungen"),
    shape: "bars",
    unit: "count",
    of: "day",
    section: "network",
    formula: words(
      "Links of the cluster that hold on the last day, by type.",
      "Verbindungen des Clusters, die am letzten Tag bestehen, nach Art.",
    ),
    source: LINKS,
    page: "network",
  },
  "links-new": {
    name: words("New confirmed links", "Neue bestätigte Verbindungen"),
    shape: "bars",
    unit: "count",
    of: "period",
    section: "network",
    formula: words(
      "Links of the cluster that began in the period, by type; without a date of their own they count from their confirmation.",
      "Verbindungen des Clusters, die im Zeitraum begannen, nach Art; ohne eigenes Datum ab ihrer Bestätigung.",
    ),
    source: LINKS,
    page: "network",
  },
  "network-links": {
    name: words("Links between members", "Verbindungen zwischen Mitgliedern"),
    shape: "line",
    unit: "count",
    of: "day",
    section: "network",
    formula: words(
      "Links between today's members, confirmed ones and those that follow from joint projects, by year.",
      "Verbindungen zwischen heutigen Mitgliedern, bestätigte und solche aus gemeinsamen Projekten, nach Jahr.",
    ),
    source: HEALTH,
    page: "observatory/network",
  },
  "network-joined": {
    name: words("Members linked with others", "Mitglieder mit Verbindungen"),
    shape: "number",
    unit: "percent",
    of: "day",
    section: "network",
    formula: words(
      "Members with at least one link to another member ÷ all members × 100.",
      "Mitglieder mit mindestens einer Verbindung zu einem anderen Mitglied ÷ alle Mitglieder × 100.",
    ),
    source: HEALTH,
    page: "observatory/network",
  },
  "network-density": {
    name: words("Density of the network", "Dichte des Netzwerks"),
    shape: "number",
    unit: "percent",
    of: "day",
    section: "network",
    formula: words(
      "Pairs of members that are linked ÷ all pairs of members × 100.",
      "Verbundene Paare von Mitgliedern ÷ alle Paare von Mitgliedern × 100.",
    ),
    source: HEALTH,
    page: "observatory/network",
  },
  "network-reach": {
    name: words("How far links between members reach", "Wie weit Verbindungen zwischen Mitgliedern reichen"),
    shape: "bars",
    unit: "count",
    of: "day",
    section: "network",
    formula: words(
      "Linked pairs of members: within a district, a region, a country, or across borders.",
      "Verbundene Paare von Mitgliedern: im selben Kreis, in der Region, im Land, über Grenzen.",
    ),
    source: HEALTH,
    page: "observatory/network",
  },
  "needs-opened": {
    name: words("Needs opened", "Eröffnete Bedarfe"),
    shape: "bars",
    unit: "count",
    of: "period",
    section: "exchange",
    formula: rule("Needs opened in the period, by kind.", "Im Zeitraum eröffnete Bedarfe nach Art."),
    source: EXCHANGE,
    page: "needs",
  },
  "needs-met": {
    name: words("Needs met", "Erfüllte Bedarfe"),
    shape: "number",
    unit: "count",
    of: "period",
    section: "exchange",
    formula: rule("Needs closed in the period as met.", "Im Zeitraum als erfüllt geschlossene Bedarfe."),
    source: EXCHANGE,
    page: "needs",
  },
  "offers-opened": {
    name: words("Offers opened", "Eröffnete Angebote"),
    shape: "bars",
    unit: "count",
    of: "period",
    section: "exchange",
    formula: rule("Offers opened in the period, by kind.", "Im Zeitraum eröffnete Angebote nach Art."),
    source: EXCHANGE,
    page: "offers",
  },
  introductions: {
    name: words("Introductions", "Vermittlungen"),
    shape: "number",
    unit: "count",
    of: "period",
    section: "exchange",
    formula: rule(
      "Introductions asked for in the period to which both sides said yes.",
      "Im Zeitraum erbetene Vermittlungen, zu denen beide Seiten ja gesagt haben.",
    ),
    source: INTRODUCTIONS,
    page: null,
  },
  outcomes: {
    name: words("What came of introductions", "Was aus Vermittlungen wurde"),
    shape: "bars",
    unit: "count",
    of: "period",
    section: "exchange",
    formula: rule(
      "Outcomes stated in the period by one side and not disputed by the other, by kind.",
      "Im Zeitraum von einer Seite genannte und von der anderen nicht bestrittene Ergebnisse nach Art.",
    ),
    source: INTRODUCTIONS,
    page: null,
  },
  events: {
    name: words("Events held", "Veranstaltungen"),
    shape: "list",
    unit: "count",
    of: "period",
    section: "events",
    formula: words("Events that ended in the period.", "Veranstaltungen, die im Zeitraum endeten."),
    source: EVENTS,
    page: "events",
  },
  "event-guests": {
    name: words("Organisations at events", "Organisationen bei Veranstaltungen"),
    shape: "number",
    unit: "count",
    of: "period",
    section: "events",
    formula: rule(
      "Organisations registered for these events, each counted once.",
      "Für diese Veranstaltungen angemeldete Organisationen, jede einmal gezählt.",
    ),
    source: EVENTS,
    page: "events",
  },
  "projects-begun": {
    name: words("Projects begun", "Begonnene Projekte"),
    shape: "list",
    unit: "count",
    of: "period",
    section: "projects",
    formula: words(
      "Projects with members that began in the period; listed by the public contribution to members.",
      "Projekte mit Mitgliedern, die im Zeitraum begannen; gereiht nach den öffentlichen Mitteln für Mitglieder.",
    ),
    source: PROJECTS,
    page: "projects",
  },
  "projects-funding": {
    name: words(
      "Public funding of these projects to members",
      "Öffentliche Mittel dieser Projekte für Mitglieder",
    ),
    shape: "number",
    unit: "euro",
    of: "period",
    section: "projects",
    formula: words(
      "Sum of the public contributions to members in projects that began in the period.",
      "Summe der öffentlichen Zuwendungen an Mitglieder in Projekten, die im Zeitraum begannen.",
    ),
    source: PROJECTS,
    page: "projects",
  },
  "projects-years": {
    name: words("Projects begun by year", "Begonnene Projekte nach Jahr"),
    shape: "line",
    unit: "count",
    of: "period",
    section: "projects",
    formula: words(
      "Projects with members by the year they began in, ten years up to the last day.",
      "Projekte mit Mitgliedern nach dem Jahr ihres Beginns, zehn Jahre bis zum letzten Tag.",
    ),
    source: PROJECTS,
    page: "projects",
  },
  "potential-index": {
    name: words("Potential of members", "Potenzial der Mitglieder"),
    shape: "bars",
    unit: "points",
    of: "day",
    section: "potential",
    formula: words(
      "Median of the index of members that answered the newest round, and of each of its parts, 0 to 100.",
      "Median des Index der Mitglieder, die in der neuesten Runde geantwortet haben, und jedes Teils, 0 bis 100.",
    ),
    source: POTENTIAL,
    page: "potential",
    levels: ["peers", "cluster"],
  },
  stage: {
    name: words("Stage of the cluster", "Stufe des Clusters"),
    shape: "number",
    unit: "stage",
    of: "day",
    section: "potential",
    formula: words(
      "The highest of five stages whose conditions hold: industrial, innovation-active, innovation-intensive, network, systemic.",
      "Die höchste von fünf Stufen, deren Bedingungen gelten: industriell, innovationsaktiv, innovationsintensiv, Netzwerk, systemisch.",
    ),
    source: POTENTIAL,
    page: "potential/stage",
    levels: ["peers", "cluster"],
  },
  "region-strengths": {
    name: words("Strengths of the region", "Stärken der Region"),
    shape: "bars",
    unit: "times",
    of: "day",
    section: "region",
    formula: words(
      "Location quotient: share of the activity in the region ÷ its share in all regions; the eight greatest.",
      "Lokationsquotient: Anteil der Tätigkeit in der Region ÷ ihr Anteil in allen Regionen; die acht größten.",
    ),
    source: words("official statistics", "amtliche Statistik"),
    page: "observatory/specialisation",
  },
  "cooperating-share": check(
    "Members that cooperate with members",
    "Mitglieder, die mit Mitgliedern kooperieren",
    "Members with a link to another member ÷ all members × 100.",
    "Mitglieder mit einer Verbindung zu einem anderen Mitglied ÷ alle Mitglieder × 100.",
  ),
  "contacted-share": check(
    "Members reached within a year",
    "Innerhalb eines Jahres erreichte Mitglieder",
    "Members that came to an event or answered within twelve months ÷ all members × 100.",
    "Mitglieder, die in zwölf Monaten kamen oder antworteten ÷ alle Mitglieder × 100.",
  ),
  "science-share": check(
    "Enterprises linked with research",
    "Unternehmen mit Verbindung zur Forschung",
    "Member enterprises with a link to research ÷ all member enterprises × 100.",
    "Mitgliedsunternehmen mit einer Verbindung zur Forschung ÷ alle Mitgliedsunternehmen × 100.",
  ),
  retention: check(
    "Members that stayed",
    "Gebliebene Mitglieder",
    "Members of twelve months ago that still are ÷ members of twelve months ago × 100.",
    "Mitglieder von vor zwölf Monaten, die es noch sind ÷ Mitglieder von vor zwölf Monaten × 100.",
  ),
} as const satisfies Record<string, Kind>;

export type FigureKey = keyof typeof CATALOGUE;
export const FIGURE_KEYS = Object.keys(CATALOGUE) as FigureKey[];
export const isFigure = (key: string): key is FigureKey => Object.hasOwn(CATALOGUE, key);
export const kindOf = (key: FigureKey): Kind => CATALOGUE[key];

/** Whether a figure may stand in a report for these readers. */
export const isFor = (key: FigureKey, level: Level): boolean => {
  const { levels } = kindOf(key);
  return levels === undefined || levels.includes(level);
};
