import type { Intent, Kind } from "../src/features/exchange/feature.ts";

const firm = (slug: string) => `${slug}-invented`;
const ELBWERK = firm("elbwerk-schiffstechnik");
const FOERDE = firm("foerde-sensorik");
const DEICHTOR = firm("deichtor-hydraulik");
const LOTSENKAI = firm("lotsenkai-software");
const PRIEL = firm("priel-messtechnik");
const SIELBAU = firm("sielbau-nord");
const NORDLICHT = firm("nordlicht-bootsbau");
const VERBAND = firm("verband-kuestentechnik");

/** A need of the last nine months; all times are told in days before the day of filling. */
export interface PastNeed {
  at: string;
  kind: Kind;
  intent: Intent;
  title: string;
  text: string;
  competences: readonly string[];
  opened: number;
  state: "open" | "in-talks" | "met" | "closed";
  closed?: number;
}

/** What maritime firms looked for, by a name of its own; all under the full ladder. */
export const PAST_NEEDS = {
  cracks: {
    ...{ at: ELBWERK, kind: "technology", intent: "joint-project", opened: 262, state: "met", closed: 120 },
    title: "Sensors that feel fatigue cracks in a steel hull",
    text: "Strain or acoustic sensors that stay on the plating between two dockings and report cracks early.",
    competences: ["Sensors", "Ship refit"],
  },
  winches: {
    ...{ at: ELBWERK, kind: "supplier", intent: "purchase", opened: 236, state: "met", closed: 150 },
    title: "Hydraulic drives for mooring winches",
    text: "Eight drives of 45 kW for two tugs, low noise, delivered in pairs.",
    competences: ["Hydraulics", "Winches"],
  },
  basin: {
    ...{ at: FOERDE, kind: "test-facility", intent: "rent", opened: 205, state: "met", closed: 105 },
    title: "Basin to calibrate underwater sensors",
    text: "Salt water, at least four metres deep, quiet at night; two weeks in all.",
    competences: ["Sensors", "Measurement"],
  },
  silt: {
    ...{ at: SIELBAU, kind: "skill", intent: "advice", opened: 178, state: "closed", closed: 84 },
    title: "Somebody who reckons how a tidal gate silts up",
    text: "A model of sediment in front of two gates, from soundings of six years.",
    competences: ["Measurement", "Coastal engineering"],
  },
  gates: {
    ...{ at: SIELBAU, kind: "supplier", intent: "purchase", opened: 160, state: "met", closed: 58 },
    title: "Steel work for two tidal gates",
    text: "Welding and coating of four leaves, six metres high, with drawings from us.",
    competences: ["Steel construction", "Corrosion tests"],
  },
  berths: {
    ...{ at: NORDLICHT, kind: "technology", intent: "licence", opened: 128, state: "met", closed: 30 },
    title: "Booking of berths that works without a network",
    text: "For a yard harbour with sixty berths and no reception behind the dyke.",
    competences: ["Software", "Measured data"],
  },
  ferries: {
    ...{ at: LOTSENKAI, kind: "customer", intent: "exchange", opened: 66, state: "in-talks" },
    title: "A yard that tries our mooring assistant",
    text: "It shows distance and drift while a ferry moors; we bring the device and stay for a week.",
    competences: ["Software", "Ship refit"],
  },
  batteries: {
    ...{ at: NORDLICHT, kind: "supplier", intent: "purchase", opened: 40, state: "open" },
    title: "Battery boxes for launches below ten metres",
    text: "Twelve boxes of 30 kWh, watertight, with a certificate for passenger boats.",
    competences: ["Battery ferries"],
  },
  windows: {
    ...{ at: FOERDE, kind: "technology", intent: "purchase", opened: 26, state: "open" },
    title: "Pressure housings for sensors, 60 bar",
    text: "Titanium or ceramics, with a window of 20 mm; first ten, later two hundred a year.",
    competences: ["Hydraulics", "Sensors"],
  },
  /** Told in invented-exchange.ts. */
  consumption: { title: "Measured fuel consumption of ferries in coastal service" },
  bench: { title: "Test bench for hydraulic cylinders in salt water" },
} as const satisfies Record<string, PastNeed | { title: string }>;

export type NeedKey = keyof typeof PAST_NEEDS;

type Side = "from" | "to";

export interface InventedOutcome {
  by: Side;
  kind: "nothing" | "talks" | "contract" | "project" | "order";
  said: number;
  /** When the other side confirmed it; else it waits for that. */
  confirmed?: number;
  note?: string;
  euros?: number;
  /** Whether each side lets the value be counted in sums. */
  sums?: readonly [from: boolean, to: boolean];
  /** Who else counts it as a success of their own. */
  claimed?: string;
}

export interface InventedIntroduction {
  about: NeedKey;
  to: string;
  state: "proposed" | "asked" | "accepted" | "met" | "closed" | "declined" | "expired" | "withdrawn";
  origin: "member" | "team";
  via: "direct" | "team";
  text: string;
  made: number;
  asked?: number;
  answered?: number;
  /** The day of the talk, and of that which is agreed for a day ahead a negative one. */
  talk?: number;
  ended?: { ago: number; by: Side | "house"; reason?: string };
  words?: readonly { by: Side; ago: number; text: string }[];
  outcomes?: readonly InventedOutcome[];
}

const direct = { origin: "member", via: "direct" } as const;
const asked = { origin: "member", via: "team" } as const;
const proposed = { origin: "team", via: "team" } as const;

export const INTRODUCTIONS: readonly InventedIntroduction[] = [
  {
    ...{ about: "cracks", to: FOERDE, state: "closed", ...proposed },
    text: "Their sensors sit in engine rooms already; a hull is the next step.",
    ...{ made: 258, asked: 256, answered: 252, talk: 244, ended: { ago: 120, by: "from" } },
    outcomes: [
      { by: "to", kind: "talks", said: 228, confirmed: 226 },
      {
        ...{ by: "from", kind: "project", said: 150, confirmed: 147, euros: 310_000, sums: [true, true] },
        note: "Two hulls are fitted with forty sensors each.",
        claimed: "Invented programme for small firms at the coast",
      },
    ],
  },
  {
    ...{ about: "cracks", to: LOTSENKAI, state: "expired", ...direct },
    text: "Could your software read the signals of strain sensors?",
    ...{ made: 250, asked: 250, ended: { ago: 236, by: "house" } },
  },
  {
    ...{ about: "winches", to: DEICHTOR, state: "closed", ...direct },
    text: "Eight drives of 45 kW: is that a size you build?",
    ...{ made: 230, asked: 230, answered: 227, talk: 220, ended: { ago: 150, by: "from" } },
    words: [
      { by: "to", ago: 226, text: "We do. Shall we look at the winches together?" },
      { by: "from", ago: 225, text: "Gladly, they stand in hall 3." },
    ],
    outcomes: [{ by: "from", kind: "order", said: 170, confirmed: 168, euros: 84_000, sums: [true, true] }],
  },
  {
    ...{ about: "basin", to: PRIEL, state: "closed", ...direct },
    text: "Is your basin quiet enough for hydrophones at night?",
    ...{ made: 200, asked: 200, answered: 198, talk: 190, ended: { ago: 105, by: "to" } },
    outcomes: [
      {
        ...{ by: "to", kind: "contract", said: 160, confirmed: 155, euros: 18_500 },
        note: "Two weeks in May; the value stays between us.",
      },
    ],
  },
  {
    ...{ about: "silt", to: PRIEL, state: "closed", ...asked },
    text: "You measure in front of the dyke: do you also reckon with what you measure?",
    ...{ made: 172, asked: 170, answered: 163, talk: 150, ended: { ago: 84, by: "from" } },
    outcomes: [
      {
        ...{ by: "from", kind: "nothing", said: 130, confirmed: 128 },
        note: "Priel measures, but models elsewhere.",
      },
    ],
  },
  {
    ...{ about: "silt", to: LOTSENKAI, state: "declined", ...direct },
    text: "Do you build models of sediment, too?",
    ...{ made: 168, asked: 168, answered: 165 },
    ended: { ago: 165, by: "to", reason: "No capacity until autumn, and sediment is new to us." },
  },
  {
    ...{ about: "gates", to: ELBWERK, state: "closed", ...proposed },
    text: "Elbwerk has a free berth in summer and welders for it.",
    ...{ made: 152, asked: 149, answered: 145, talk: 136, ended: { ago: 58, by: "from" } },
    outcomes: [{ by: "to", kind: "order", said: 70, confirmed: 66, euros: 226_000, sums: [true, true] }],
  },
  {
    ...{ about: "berths", to: LOTSENKAI, state: "closed", ...direct },
    text: "Would your assistant also book berths, without a network?",
    ...{ made: 120, asked: 120, answered: 118, talk: 110, ended: { ago: 30, by: "from" } },
    outcomes: [
      { by: "from", kind: "talks", said: 94, confirmed: 92 },
      { by: "to", kind: "order", said: 36, confirmed: 33, euros: 12_400, sums: [true, true] },
    ],
  },
  {
    ...{ about: "ferries", to: ELBWERK, state: "met", ...direct },
    text: "One week on one of your refits would tell us more than a year at the desk.",
    ...{ made: 34, asked: 34, answered: 31, talk: 18 },
    words: [{ by: "from", ago: 17, text: "Thank you for the tour. We send a plan for the week." }],
    outcomes: [{ by: "from", kind: "talks", said: 3 }],
  },
  {
    ...{ about: "consumption", to: LOTSENKAI, state: "accepted", ...direct },
    text: "You have two winters of data, we have the model. Shall we speak?",
    ...{ made: 9, asked: 9, answered: 5, talk: -3 },
    words: [
      { by: "to", ago: 5, text: "Gladly. One of the two ferries is from your yard, I believe." },
      { by: "from", ago: 4, text: "Then you know our hull better than we do." },
    ],
  },
  {
    ...{ about: "batteries", to: ELBWERK, state: "asked", ...direct },
    text: "You have built battery rooms for ferries. Would twelve small boxes be worth your while?",
    ...{ made: 10, asked: 10 },
  },
  {
    ...{ about: "batteries", to: DEICHTOR, state: "withdrawn", ...direct },
    text: "Do you know who builds watertight boxes?",
    ...{ made: 24, asked: 24, ended: { ago: 22, by: "from" } },
  },
  {
    ...{ about: "bench", to: PRIEL, state: "proposed", ...asked },
    text: "We would like to speak with whoever runs the test stand in Büsum.",
    ...{ made: 2 },
  },
  {
    ...{ about: "windows", to: DEICHTOR, state: "proposed", ...proposed },
    text: "Deichtor turns housings for 250 bar; sixty should be easy.",
    ...{ made: 1 },
  },
];

type Reason = "other-topic" | "known-already" | "rival" | "too-far" | "wrong-size" | "no-capacity";

/** A firm that was suggested, how well it fitted in words, and what the owner said of it. */
export interface InventedSuggestion {
  firm: string;
  text: number;
  /** How near to one another the two are in the network. */
  network: number;
  said?: "good" | Reason;
}

const shown = (
  slug: string,
  text: number,
  network: number,
  said?: InventedSuggestion["said"],
): InventedSuggestion => ({ firm: slug, text, network, ...(said ? { said } : {}) });

/** Who was suggested for what, the best first. */
export const SUGGESTIONS: Partial<Record<NeedKey, readonly InventedSuggestion[]>> = {
  cracks: [
    shown(FOERDE, 0.71, 0.2, "good"),
    shown(PRIEL, 0.48, 0.5, "other-topic"),
    shown(LOTSENKAI, 0.31, 0.4),
    shown(DEICHTOR, 0.28, 0.7, "other-topic"),
    shown(NORDLICHT, 0.22, 0.3, "other-topic"),
  ],
  winches: [
    shown(DEICHTOR, 0.66, 0.6, "good"),
    shown(PRIEL, 0.39, 0.5, "other-topic"),
    shown(SIELBAU, 0.3, 0.2, "wrong-size"),
    shown(NORDLICHT, 0.21, 0.3),
    shown(VERBAND, 0.18, 0.6, "other-topic"),
  ],
  basin: [
    shown(PRIEL, 0.69, 0.1, "good"),
    shown(DEICHTOR, 0.41, 0.4, "other-topic"),
    shown(ELBWERK, 0.27, 0.5, "wrong-size"),
    shown(LOTSENKAI, 0.22, 0.4),
  ],
  silt: [
    shown(PRIEL, 0.52, 0.6, "good"),
    shown(LOTSENKAI, 0.41, 0.1, "good"),
    shown(VERBAND, 0.35, 0.8, "known-already"),
    shown(FOERDE, 0.3, 0.1),
    shown(DEICHTOR, 0.19, 0.5, "other-topic"),
  ],
  gates: [
    shown(ELBWERK, 0.58, 0.3, "good"),
    shown(DEICHTOR, 0.44, 0.8, "good"),
    shown(NORDLICHT, 0.36, 0.1, "wrong-size"),
    shown(PRIEL, 0.25, 0.6),
  ],
  berths: [
    shown(LOTSENKAI, 0.63, 0.2, "good"),
    shown(PRIEL, 0.28, 0.4, "other-topic"),
    shown(ELBWERK, 0.22, 0.3),
  ],
  ferries: [
    shown(ELBWERK, 0.56, 0.5, "good"),
    shown(NORDLICHT, 0.49, 0.2, "good"),
    shown(SIELBAU, 0.2, 0.1, "too-far"),
    shown(DEICHTOR, 0.17, 0.3),
  ],
  batteries: [shown(ELBWERK, 0.24, 0.3, "good"), shown(DEICHTOR, 0.21, 0.2, "good")],
  windows: [
    shown(DEICHTOR, 0.47, 0.2, "good"),
    shown(PRIEL, 0.38, 0.3, "good"),
    shown(SIELBAU, 0.14, 0.1, "other-topic"),
  ],
};

/** Steps of the ladder for the need that is told by its teaser alone. */
export const RELEASES: readonly {
  to: string;
  state: "asked" | "granted";
  asked: number;
  answered?: number;
  message: string;
}[] = [
  {
    ...{ to: DEICHTOR, state: "asked", asked: 3 },
    message: "We build dual-fuel valves in small series and would like to know who asks.",
  },
  {
    ...{ to: FOERDE, state: "granted", asked: 9, answered: 6 },
    message: "Our sensors sit next to such valves; perhaps there is something to do together.",
  },
];
