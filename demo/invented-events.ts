const firm = (slug: string) => `${slug}-invented`;
const ELBWERK = firm("elbwerk-schiffstechnik");
const FOERDE = firm("foerde-sensorik");
const DEICHTOR = firm("deichtor-hydraulik");
const LOTSENKAI = firm("lotsenkai-software");
const PRIEL = firm("priel-messtechnik");
const SIELBAU = firm("sielbau-nord");
const NORDLICHT = firm("nordlicht-bootsbau");
const VERBAND = firm("verband-kuestentechnik");

type Wishes = Readonly<Record<string, "very-gladly" | "gladly" | "not">>;

export interface InventedComer {
  /** The local part of an address at example.org. */
  who: string;
  at: string;
  brings: string;
  seeks: string;
  wishes?: Wishes;
  withdrawn?: string;
}

export interface InventedEvent {
  title: string;
  text: string;
  place: string;
  /** In days from the day of filling. */
  day: number;
  sessions: readonly (readonly [from: string, to: string])[];
  talkMinutes: number;
  pauseMinutes: number;
  tables: number;
  /** In days before it. */
  registerUntil: number;
  wishUntil: number;
  comers: readonly InventedComer[];
  /** Of one that is past: who did not appear. */
  missing?: readonly string[];
}

const comer = (
  who: string,
  at: string,
  [brings, seeks]: readonly [string, string],
  wishes?: Wishes,
): InventedComer => ({ who, at, brings, seeks, ...(wishes ? { wishes } : {}) });

/** Those who come, with what each would say of itself. */
const SAYS = {
  yard: ["A yard with two docks and a free berth in summer.", "Drives, sensors, and somebody for batteries."],
  design: ["Drawings of three ferries that may be shared.", "Measured data of winters at sea."],
  sensors: ["Sensors that find methanol and hear cracks.", "Hulls to try them on."],
  valves: ["Valves and drives in small series.", "Yards that plan with methanol."],
  software: ["An assistant for mooring, and two winters of data.", "Crews that tell us what is missing."],
  stand: ["A salt-water test stand, 250 bar.", "Firms that would share it."],
  gates: ["Tidal gates and their drawings.", "Welders and coaters."],
  boats: ["Launches below ten metres, sixty berths.", "Batteries and booking of berths."],
  association: ["Forty firms along the coast.", "Subjects for joint projects."],
} as const;

export const EVENTS: readonly InventedEvent[] = [
  {
    title: "Hafen trifft Werft (invented)",
    text: "Short talks between yards, suppliers and those who measure, write software or lend a test stand. Register, say whom you would like to meet, and find your schedule here. The day, the place and all who come are invented.",
    place: "Clubraum am Musterkai 12, Hamburg (invented)",
    ...{ day: 21, talkMinutes: 20, pauseMinutes: 5, tables: 6, registerUntil: 7, wishUntil: 4 },
    sessions: [
      ["09:30", "12:00"],
      ["13:00", "15:00"],
    ],
    comers: [
      comer("owner", ELBWERK, SAYS.yard, {
        [DEICHTOR]: "very-gladly",
        [FOERDE]: "gladly",
        [PRIEL]: "gladly",
      }),
      comer("eske", ELBWERK, SAYS.design, { [LOTSENKAI]: "very-gladly", [PRIEL]: "gladly" }),
      comer("professor", FOERDE, SAYS.sensors),
      comer("finja", FOERDE, SAYS.sensors, { [ELBWERK]: "very-gladly", [PRIEL]: "gladly" }),
      comer("deike", DEICHTOR, SAYS.valves, { [ELBWERK]: "very-gladly", [NORDLICHT]: "gladly" }),
      comer("dirk", DEICHTOR, SAYS.valves, { [PRIEL]: "very-gladly", [SIELBAU]: "gladly" }),
      comer("lorenz", LOTSENKAI, SAYS.software, { [ELBWERK]: "very-gladly", [VERBAND]: "gladly" }),
      comer("lale", LOTSENKAI, SAYS.software),
      comer("pia", PRIEL, SAYS.stand, { [DEICHTOR]: "very-gladly", [FOERDE]: "gladly" }),
      comer("peer", PRIEL, SAYS.stand),
      comer("sina", SIELBAU, SAYS.gates, { [ELBWERK]: "gladly", [DEICHTOR]: "gladly" }),
      comer("nils", NORDLICHT, SAYS.boats, { [ELBWERK]: "gladly", [LOTSENKAI]: "very-gladly" }),
      comer("nele", NORDLICHT, SAYS.boats),
      comer("vera", VERBAND, SAYS.association, { [LOTSENKAI]: "gladly", [SIELBAU]: "gladly" }),
    ],
  },
  {
    title: "Measuring at sea: talks at the dyke (invented)",
    text: "An afternoon of short talks between those who measure and those who build. Invented, like all who came.",
    place: "Prüfstand am Musterdeich, Büsum (invented)",
    ...{ day: -43, talkMinutes: 20, pauseMinutes: 5, tables: 4, registerUntil: 7, wishUntil: 4 },
    sessions: [["13:00", "16:00"]],
    comers: [
      comer("owner", ELBWERK, SAYS.yard, {
        [FOERDE]: "very-gladly",
        [LOTSENKAI]: "gladly",
        [PRIEL]: "gladly",
        [NORDLICHT]: "gladly",
      }),
      comer("professor", FOERDE, SAYS.sensors, {
        [ELBWERK]: "very-gladly",
        [PRIEL]: "gladly",
        [SIELBAU]: "very-gladly",
      }),
      comer("deike", DEICHTOR, SAYS.valves, {
        [PRIEL]: "very-gladly",
        [ELBWERK]: "gladly",
        [LOTSENKAI]: "gladly",
      }),
      comer("lorenz", LOTSENKAI, SAYS.software, {
        [ELBWERK]: "gladly",
        [NORDLICHT]: "very-gladly",
        [VERBAND]: "gladly",
      }),
      comer("pia", PRIEL, SAYS.stand, { [DEICHTOR]: "very-gladly", [FOERDE]: "gladly", [SIELBAU]: "gladly" }),
      comer("sina", SIELBAU, SAYS.gates, { [PRIEL]: "very-gladly", [FOERDE]: "gladly" }),
      comer("nils", NORDLICHT, SAYS.boats, { [LOTSENKAI]: "very-gladly", [DEICHTOR]: "gladly" }),
      comer("vera", VERBAND, SAYS.association, { [LOTSENKAI]: "gladly", [SIELBAU]: "gladly" }),
      { ...comer("dirk", DEICHTOR, SAYS.valves), withdrawn: "Fell ill." },
    ],
    missing: ["sina"],
  },
];
