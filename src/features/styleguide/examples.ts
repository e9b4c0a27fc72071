/**
 * What the examples show is real: organisations of the Hamburg Metropolitan Region in Horizon Europe, grants signed before 2025.
 * © European Union, CORDIS. Positions are those of the legal seats; one of them is known by its country only.
 */
export interface Actor {
  name: string;
  city: string;
  kind: "research" | "enterprise";
  projects: number;
  coordinated: number;
  /** Contribution of the Union, in millions of euros. */
  millions: number;
  lat: number;
  lon: number;
}

const row = (
  name: string,
  city: string,
  kind: Actor["kind"],
  [projects, coordinated, millions]: [number, number, number],
  [lat, lon]: [number, number],
): Actor => ({ name, city, kind, projects, coordinated, millions, lat, lon });

export const actors: readonly Actor[] = [
  row("UNIVERSITY OF HAMBURG", "Hamburg", "research", [65, 0.4, 51.7], [53.5641, 9.995]),
  row("CHRISTIAN-ALBRECHTS-UNIVERSITAET ZU KIEL", "Kiel", "research", [48, 0.271, 25.2], [54.3391, 10.1249]),
  row("DEUTSCHES ELEKTRONEN-SYNCHROTRON DESY", "Hamburg", "research", [43, 0.326, 30.1], [53.5765, 9.8809]),
  row("UNIVERSITAETSKLINIKUM HAMBURG-EPPENDORF", "Hamburg", "research", [41, 0.317, 37.6], [53.5922, 9.9756]),
  row("HELMHOLTZ-ZENTRUM HEREON GMBH", "Geesthacht", "research", [38, 0.158, 17.6], [53.4058, 10.4267]),
  row(
    "HELMHOLTZ-ZENTRUM FUR OZEANFORSCHUNG KIEL (GEOMAR)",
    "Kiel",
    "research",
    [35, 0.4, 36.2],
    [54.3274, 10.1824],
  ),
  row("UNIVERSITATSKLINIKUM SCHLESWIG-HOLSTEIN", "Lübeck", "research", [24, 0.292, 25.1], [53.8383, 10.7083]),
  row("UNIVERSITAET ROSTOCK", "Rostock", "research", [22, 0.136, 10.5], [54.088, 12.1333]),
  row("AIRBUS OPERATIONS GMBH", "Hamburg", "enterprise", [21, 0.238, 25.8], [53.538, 9.8466]),
  row("UNIVERSITAET zu LUEBECK", "Lübeck", "research", [20, 0.15, 5.9], [53.8367, 10.7012]),
  row("TECHNISCHE UNIVERSITAT HAMBURG", "Hamburg", "research", [19, 0, 12.1], [53.4627, 9.9694]),
  row(
    "FRIEDRICH LOEFFLER INSTITUT - BUNDESFORSCHUNGSINSTITUT FUER TIERGESUNDHEIT",
    "Greifswald",
    "research",
    [14, 0.214, 11.1],
    [51.0835, 10.4234],
  ),
  row("LEUPHANA UNIVERSITAT LUNEBURG", "Lüneburg", "research", [12, 0.25, 7.6], [53.2279, 10.4007]),
  row("DEUTSCHES KLIMARECHENZENTRUM GMBH", "Hamburg", "research", [12, 0, 6], [53.5669, 9.9766]),
];

export const regions = ["Hamburg", "Schleswig-Holstein", "Mecklenburg-Vorpommern", "Lüneburg"] as const;

/** Projects signed in 2022, 2023 and 2024, by region. */
export const signed: Record<(typeof regions)[number], readonly [number, number, number]> = {
  Hamburg: [134, 108, 91],
  "Schleswig-Holstein": [81, 71, 44],
  "Mecklenburg-Vorpommern": [39, 39, 23],
  Lüneburg: [10, 11, 5],
};

/** Projects in which both regions take part; on the diagonal all of the region's own. */
export const joint: readonly (readonly number[])[] = [
  [334, 32, 10, 2],
  [32, 196, 8, 2],
  [10, 8, 101, 0],
  [2, 2, 0, 26],
];

/** In how many of the region's 606 projects somebody of that country takes part. */
export const partnerCountries: readonly (readonly [code: string, projects: number])[] = [
  ["IT", 323],
  ["FR", 322],
  ["ES", 307],
  ["NL", 286],
  ["BE", 236],
  ["UK", 225],
  ["SE", 166],
  ["CH", 165],
  ["AT", 162],
  ["DK", 154],
];

export const byType = [
  { organisations: 149, participations: 229 },
  { organisations: 21, participations: 294 },
  { organisations: 25, participations: 198 },
  { organisations: 14, participations: 30 },
  { organisations: 19, participations: 46 },
] as const;
