import type { MembershipRole } from "../src/kernel/actor.ts";

type Both = readonly [en: string, de: string];

export interface InventedLevel {
  key: "sponsor" | "full" | "associate" | "association" | "partner";
  name: Both;
  votesDirect: number;
  votesIndirect: number;
  benefits: readonly string[];
  inherited: readonly string[];
}

const INNER = "inner-space";
const MEETING = "two seats at the autumn meeting";
const STAND = "a place on the joint stand";

/** What membership gives. Each level opens the inner space: nobody in the demonstration stands outside for want of a vote. */
export const LEVELS: readonly InventedLevel[] = [
  {
    key: "sponsor",
    name: ["Sponsoring member", "Förderndes Mitglied"],
    votesDirect: 3,
    votesIndirect: 0,
    benefits: [INNER, MEETING, STAND, "logo on the programme"],
    inherited: [],
  },
  {
    key: "full",
    name: ["Full member", "Vollmitglied"],
    votesDirect: 1,
    votesIndirect: 0,
    benefits: [INNER, MEETING, STAND],
    inherited: [],
  },
  {
    key: "associate",
    name: ["Associate member", "Assoziiertes Mitglied"],
    votesDirect: 0,
    votesIndirect: 0,
    benefits: [INNER, MEETING],
    inherited: [],
  },
  {
    key: "association",
    name: ["Association with its firms", "Verband mit seinen Firmen"],
    votesDirect: 2,
    votesIndirect: 1,
    benefits: [INNER, MEETING],
    inherited: [INNER, MEETING],
  },
  {
    key: "partner",
    name: ["Partner", "Partner"],
    votesDirect: 0,
    votesIndirect: 0,
    benefits: [INNER],
    inherited: [],
  },
];

export interface InventedDues {
  key: "small" | "large" | "public";
  name: Both;
  amountCents: number;
  note: string | null;
}

export const DUES: readonly InventedDues[] = [
  {
    key: "small",
    name: ["Small and medium enterprise", "Kleines und mittleres Unternehmen"],
    amountCents: 75_000,
    note: "up to 249 people",
  },
  {
    key: "large",
    name: ["Large enterprise", "Großunternehmen"],
    amountCents: 250_000,
    note: "250 people and more",
  },
  {
    key: "public",
    name: ["Research, public bodies, associations", "Forschung, öffentliche Stellen, Verbände"],
    amountCents: 50_000,
    note: null,
  },
];

/** Months and days before or after the day of filling. */
type Away = readonly [months: number, days?: number];

export interface InventedMembership {
  cluster: string;
  at: string;
  role: Exclude<MembershipRole, "applicant">;
  level: InventedLevel["key"];
  since: Away;
  renewsOn?: Away;
  ended?: {
    until: Away;
    reason: "own-wish" | "costs" | "no-benefit" | "closed" | "merged" | "moved";
    note: string;
  };
}

export const INVENTED_MEMBERSHIPS: readonly InventedMembership[] = [
  {
    cluster: "maritime",
    at: "elbwerk-schiffstechnik-invented",
    role: "core",
    level: "full",
    since: [-64],
    renewsOn: [0, 20],
  },
  {
    cluster: "maritime",
    at: "verband-kuestentechnik-invented",
    role: "partner",
    level: "association",
    since: [-70],
    renewsOn: [2],
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    role: "core",
    level: "full",
    since: [-38],
    renewsOn: [0, 9],
  },
  {
    cluster: "maritime",
    at: "lotsenkai-software-invented",
    role: "associate",
    level: "associate",
    since: [-60],
    renewsOn: [0, -6],
  },
  { cluster: "maritime", at: "foerde-sensorik-invented", role: "core", level: "full", since: [-26] },
  {
    cluster: "maritime",
    at: "nordlicht-bootsbau-invented",
    role: "associate",
    level: "associate",
    since: [-30],
    renewsOn: [5],
  },
  {
    cluster: "maritime",
    at: "nordlicht-bootsbau-mbh-invented",
    role: "associate",
    level: "associate",
    since: [-4],
  },
  {
    ...{
      cluster: "maritime",
      at: "hafenfunk-systeme-invented",
      role: "associate",
      level: "associate",
      since: [-70],
    },
    ended: {
      until: [-41],
      reason: "costs",
      note: "Second year without a project of its own; would come back for one.",
    },
  },
  {
    ...{
      cluster: "maritime",
      at: "bojenwerk-ruegen-invented",
      role: "associate",
      level: "associate",
      since: [-58],
    },
    ended: { until: [-22], reason: "closed", note: "The owner retired and nobody took over." },
  },
  {
    ...{
      cluster: "maritime",
      at: "seilerei-ahoi-invented",
      role: "associate",
      level: "associate",
      since: [-46],
    },
    ended: { until: [-26], reason: "own-wish", note: "No time for meetings." },
  },
  {
    ...{ cluster: "maritime", at: "kaimauer-consult-invented", role: "core", level: "full", since: [-46] },
    ended: { until: [-8], reason: "no-benefit", note: "Looked for customers and found colleagues." },
  },

  {
    cluster: "aviation",
    at: "kabinenwerft-nord-invented",
    role: "core",
    level: "full",
    since: [-52],
    renewsOn: [0, 12],
  },
  {
    cluster: "aviation",
    at: "verband-leichtbau-nord-invented",
    role: "partner",
    level: "association",
    since: [-58],
    renewsOn: [0, 27],
  },
  {
    cluster: "aviation",
    at: "windkanal-elbe-invented",
    role: "associate",
    level: "associate",
    since: [-34],
    renewsOn: [1, 16],
  },
  {
    cluster: "aviation",
    at: "windkanal-elbe-mbh-invented",
    role: "associate",
    level: "associate",
    since: [-3],
  },
  {
    cluster: "aviation",
    at: "flugfeld-analytik-invented",
    role: "associate",
    level: "associate",
    since: [-50],
    renewsOn: [0, -4],
  },
  {
    ...{
      cluster: "aviation",
      at: "zeppelinhalle-services-invented",
      role: "associate",
      level: "associate",
      since: [-62],
    },
    ended: { until: [-27], reason: "no-benefit", note: "Its customers are elsewhere." },
  },
  {
    ...{
      cluster: "aviation",
      at: "segelflug-elektronik-invented",
      role: "associate",
      level: "associate",
      since: [-50],
    },
    ended: { until: [-14], reason: "moved", note: "Moved to the south." },
  },
  {
    ...{ cluster: "aviation", at: "luftfracht-planung-invented", role: "core", level: "full", since: [-38] },
    ended: { until: [-5], reason: "merged", note: "Taken over by a member." },
  },
];

/** Firms of an association; the first of each is also a member by itself. */
export const NESTED: readonly {
  cluster: string;
  association: string;
  firms: readonly string[];
  since: Away;
}[] = [
  {
    cluster: "maritime",
    association: "verband-kuestentechnik-invented",
    firms: ["deichtor-hydraulik-invented", "priel-messtechnik-invented", "sielbau-nord-invented"],
    since: [-34],
  },
  {
    cluster: "aviation",
    association: "verband-leichtbau-nord-invented",
    firms: ["kabinenwerft-nord-invented", "rotorlabor-stade-invented", "faserform-lueneburg-invented"],
    since: [-28],
  },
];

export interface InventedApplication {
  cluster: string;
  /** The slug of an organisation that is in the registry, with the address of who applies for it, or one that is not. */
  from: { at: string; email: string } | { name: string; city: string; person: string; email: string };
  level: InventedLevel["key"];
  statement: string;
  daysAgo: number;
  question?: string;
}

export const APPLICATIONS: readonly InventedApplication[] = [
  {
    cluster: "renewable-energies",
    from: { at: "foerde-sensorik-invented", email: "professor@example.org" },
    level: "full",
    statement:
      "We build underwater sensors that measure noise where wind turbines are founded, and look for sites that will try them. (Invented for the demonstration.)",
    daysAgo: 3,
  },
  {
    cluster: "maritime",
    from: {
      name: "Tidenhub Anleger GmbH (invented)",
      city: "Cuxhaven",
      person: "Tjark Beispiel",
      email: "tjark@tidenhub.example",
    },
    level: "full",
    statement: "Pontoons that rise with the tide and stay level. (Invented for the demonstration.)",
    daysAgo: 4,
  },
  {
    cluster: "maritime",
    from: {
      name: "Wattenlicht Drohnen GmbH (invented)",
      city: "Husum",
      person: "Wiebke Beispiel",
      email: "wiebke@wattenlicht.example",
    },
    level: "associate",
    statement: "Drones that count seals and find drifting nets. (Invented for the demonstration.)",
    daysAgo: 16,
    question: "Which of your drones fly beyond the line of sight today, and with whose permission?",
  },
  {
    cluster: "aviation",
    from: {
      name: "Wolkenbruch Wetterdaten GmbH (invented)",
      city: "Hamburg",
      person: "Wanja Probe",
      email: "wanja@wolkenbruch.example",
    },
    level: "full",
    statement: "Icing forecasts for small aircraft, by the minute. (Invented for the demonstration.)",
    daysAgo: 5,
  },
  {
    cluster: "aviation",
    from: {
      name: "Hangar Sieben Lackierung GmbH (invented)",
      city: "Stade",
      person: "Hauke Annahme",
      email: "hauke@hangar-sieben.example",
    },
    level: "associate",
    statement: "Paint for fuselages that is stripped without solvents. (Invented for the demonstration.)",
    daysAgo: 12,
    question: "How large a fuselage fits into your hall?",
  },
];
