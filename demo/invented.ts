import { PICS } from "./people.ts";

/** How everything that no source tells is marked. */
export const INVENTED = "invented for the demonstration";

export interface InventedFact {
  cluster: string;
  at: string;
  field: "description" | "capacity" | "contact" | "interests" | "machines" | "turnover";
  language: "en" | "de";
  value: string;
  visibility: "cluster" | "organisation";
  wall?: readonly string[];
}

/** What invented people say of real organisations stays inside the cluster: nothing of it reaches the public side. */
export const INVENTED_FACTS: readonly InventedFact[] = [
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "description",
    language: "en",
    value:
      "Software for ship design and for planning refits, used from the first sketch to the yard. (Invented for the demonstration.)",
    visibility: "cluster",
  },
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "description",
    language: "de",
    value:
      "Software für den Schiffsentwurf und die Planung von Umbauten, von der ersten Skizze bis zur Werft. (Erfunden für die Vorführung.)",
    visibility: "cluster",
  },
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "capacity",
    language: "en",
    value:
      "Two design teams free from March; hydrodynamic simulation on request. (Invented for the demonstration.)",
    visibility: "cluster",
    wall: [PICS.napa],
  },
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "contact",
    language: "en",
    value: "Jorid Muster, member@example.org (invented)",
    visibility: "cluster",
  },
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "interests",
    language: "en",
    value: "Partners with measured data from ships in service. (Invented for the demonstration.)",
    visibility: "cluster",
  },
  {
    cluster: "maritime",
    at: PICS.atlantec,
    field: "turnover",
    language: "en",
    value: "Known to the house alone. (Invented for the demonstration.)",
    visibility: "organisation",
  },
  {
    cluster: "maritime",
    at: PICS.napa,
    field: "capacity",
    language: "en",
    value: "Voyage optimisation: room for three pilot ships this year. (Invented for the demonstration.)",
    visibility: "cluster",
    wall: [PICS.atlantec],
  },
  {
    cluster: "maritime",
    at: PICS.napa,
    field: "contact",
    language: "en",
    value: "Ragna Probe, rival@example.org (invented)",
    visibility: "cluster",
  },
  {
    cluster: "maritime",
    at: PICS.kiel,
    field: "contact",
    language: "en",
    value: "Prof. Piet Beispiel, professor@example.org (invented)",
    visibility: "cluster",
  },
  {
    cluster: "aviation",
    at: PICS.tuhh,
    field: "machines",
    language: "en",
    value: "Cabin test rig, shared by arrangement. (Invented for the demonstration.)",
    visibility: "cluster",
  },
  {
    cluster: "aviation",
    at: PICS.tuhh,
    field: "contact",
    language: "en",
    value: "Silja Annahme, scientist@example.org (invented)",
    visibility: "cluster",
  },
  {
    cluster: "logistics",
    at: PICS.hamburg,
    field: "interests",
    language: "de",
    value: "Reallabore für automatisierten Güterverkehr in der Stadt. (Erfunden für die Vorführung.)",
    visibility: "cluster",
  },
];
