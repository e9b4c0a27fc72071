import type { FactField } from "../src/features/registry/feature.ts";
import type { Visibility } from "../src/kernel/visibility.ts";
import { PICS } from "./people.ts";

export interface InventedItem {
  field: FactField;
  item: Record<string, unknown>;
  visibility?: Visibility;
  language?: "en" | "de";
  wall?: readonly string[];
  /** Months and days until a certificate ends. */
  ends?: readonly [months: number, days?: number];
  /** Months since it was said, and since somebody said that it is still true. */
  said?: number;
  checked?: number;
}

export interface InventedProfile {
  cluster: string;
  at: string;
  /** Months since anybody looked after it. */
  touched: number;
  logo?: { hue: number; mark: "waves" | "wing" | "ring" | "steps" };
  items: readonly InventedItem[];
}

const text = (field: FactField, value: string, more: Partial<InventedItem> = {}): InventedItem => ({
  field,
  item: { value },
  language: "en",
  ...more,
});
const code = (field: "industries" | "languages", ...codes: string[]): InventedItem[] =>
  codes.map((one) => ({ field, item: { code: one }, visibility: "public" }));
/** A word of EuroSciVoc becomes that word, any other the cluster's own. */
const can = (...words: string[]): InventedItem[] =>
  words.map((value) => ({ field: "competences", item: { value }, visibility: "public" }));
const product = (value: string, about: string, more: Partial<InventedItem> = {}): InventedItem => ({
  field: "products",
  item: { value, detail: { text: about } },
  visibility: "public",
  ...more,
});

/** Public items say only what an organisation says that does not exist. */
export const INVENTED_PROFILES: readonly InventedProfile[] = [
  {
    cluster: "maritime",
    at: "elbwerk-schiffstechnik-invented",
    touched: 0,
    logo: { hue: 205, mark: "waves" },
    items: [
      text(
        "description",
        "Thrusters, stabilisers and their controls for working ships up to 90 metres, built and repaired in one hall with its own quay. (Invented for the demonstration.)",
        { visibility: "public", said: 14, checked: 1 },
      ),
      text(
        "description",
        "Ruder, Stabilisatoren und ihre Steuerung für Arbeitsschiffe bis 90 Meter, gebaut und repariert in einer Halle mit eigenem Kai. (Erfunden für die Vorführung.)",
        { visibility: "public", language: "de", said: 14, checked: 1 },
      ),
      ...code("industries", "C30.11", "C33.15"),
      ...can("naval engineering", "electric propulsion", "hydraulic engineering", "quiet thrusters"),
      product("Bow thruster ET-40", "Electric, 400 kW, fitted through a hull opening of 1.2 metres.", {
        said: 9,
        checked: 1,
      }),
      product("Fin stabiliser FS-2", "For ships that wait: works at anchor as well.", { said: 9 }),
      product("Quiet propeller study", "Cavitation measured in the tank, noise measured at sea.", {
        visibility: "cluster",
        wall: [PICS.napa],
      }),
      {
        field: "certificates",
        item: { value: "ISO 9001", detail: { number: "QM-0000-1", issuer: "Musterprüf (invented)" } },
        visibility: "public",
        ends: [15],
        said: 7,
      },
      {
        field: "certificates",
        item: { value: "Approval as a welding shop", detail: { issuer: "Musterprüf (invented)" } },
        visibility: "cluster",
        ends: [0, 40],
        said: 23,
        checked: 5,
      },
      {
        field: "certificates",
        item: { value: "ISO 14001", detail: { number: "UM-0000-7" } },
        visibility: "cluster",
        ends: [-2],
        said: 38,
      },
      {
        field: "machines",
        item: {
          value: "Portal milling machine",
          detail: { maker: "Muster", model: "PF 12", count: 1, year: 2018 },
        },
        visibility: "cluster",
        said: 13,
      },
      {
        field: "machines",
        item: { value: "Test tank, 18 metres", detail: { count: 1, year: 2021 } },
        visibility: "peers",
        said: 4,
      },
      {
        field: "people",
        item: {
          value: "Okka Beispiel (invented)",
          detail: { title: "Managing director", email: "okka@elbwerk.example" },
        },
        visibility: "public",
        said: 8,
      },
      {
        field: "people",
        item: {
          value: "Enno Probe (invented)",
          detail: { title: "Head of design", phone: "+49 40 000000-12" },
        },
        visibility: "cluster",
        said: 8,
      },
      ...code("languages", "de", "en", "da"),
      text("capacity", "One slip free in the spring; welders for six weeks from March. (Invented.)", {
        visibility: "cluster",
        wall: [PICS.napa],
        said: 2,
      }),
      text("interests", "A yard that will try a quiet thruster on a ferry. (Invented.)", {
        visibility: "cluster",
        said: 3,
      }),
      text("staff", "142", { visibility: "peers", said: 10 }),
      text("turnover", "21 million euro (invented)", { visibility: "organisation", said: 10 }),
    ],
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    touched: 5,
    logo: { hue: 25, mark: "ring" },
    items: [
      text(
        "description",
        "Cylinders and power packs for lock gates and hatch covers. (Invented for the demonstration.)",
        { visibility: "public", said: 18, checked: 5 },
      ),
      ...code("industries", "C28.12"),
      ...can("hydraulic engineering", "naval engineering"),
      product("Lock gate cylinder", "Up to six metres of stroke, biodegradable oil."),
      { field: "certificates", item: { value: "ISO 9001" }, visibility: "public", ends: [9], said: 5 },
      ...code("languages", "de"),
    ],
  },
  {
    cluster: "maritime",
    at: "lotsenkai-software-invented",
    touched: 26,
    items: [
      text("description", "Planning of pilots' duties. (Invented for the demonstration.)", {
        visibility: "public",
        said: 27,
      }),
      ...code("industries", "J62.01"),
      product("Pilot roster", "Who boards which ship, and when.", { said: 27 }),
    ],
  },
  {
    cluster: "maritime",
    at: "verband-kuestentechnik-invented",
    touched: 3,
    logo: { hue: 150, mark: "steps" },
    items: [
      text(
        "description",
        "Three firms of the coast that build for dykes, locks and harbours. (Invented for the demonstration.)",
        { visibility: "public", said: 3 },
      ),
      ...code("industries", "S94.11"),
      {
        field: "people",
        item: { value: "Hedda Muster (invented)", detail: { title: "Secretary" } },
        visibility: "public",
        said: 3,
      },
    ],
  },
  {
    cluster: "maritime",
    at: "nordlicht-bootsbau-invented",
    touched: 7,
    items: [
      text("description", "Boats of wood and fibre up to 15 metres. (Invented for the demonstration.)", {
        visibility: "public",
        said: 7,
      }),
      ...code("industries", "C30.12"),
      ...can("composites"),
    ],
  },
  {
    cluster: "aviation",
    at: "kabinenwerft-nord-invented",
    touched: 0,
    logo: { hue: 265, mark: "wing" },
    items: [
      text(
        "description",
        "Galleys, partitions and their certification, from the drawing to the aircraft. (Invented for the demonstration.)",
        { visibility: "public", said: 11, checked: 0 },
      ),
      ...code("industries", "C30.30", "C33.16"),
      ...can("aircraft", "composites", "cabin certification"),
      product("Galley G2", "Two aisles, eleven per cent lighter than its predecessor."),
      product("Partition with a hidden door", "For crew rest.", { visibility: "cluster", said: 2 }),
      {
        field: "certificates",
        item: { value: "Part 21 G", detail: { number: "DE.21G.0000 (invented)" } },
        visibility: "public",
        ends: [0, 40],
        said: 20,
        checked: 2,
      },
      { field: "certificates", item: { value: "EN 9100" }, visibility: "cluster", ends: [-3], said: 39 },
      {
        field: "machines",
        item: { value: "Autoclave", detail: { count: 1, year: 2016 } },
        visibility: "cluster",
        said: 15,
      },
      {
        field: "people",
        item: {
          value: "Theda Probe (invented)",
          detail: { title: "Sales", email: "theda@kabinenwerft.example" },
        },
        visibility: "public",
        said: 6,
      },
      ...code("languages", "de", "en", "fr"),
      text("capacity", "Forty partitions a month from June. (Invented.)", { visibility: "cluster", said: 1 }),
      text("turnover", "34 million euro (invented)", { visibility: "organisation", said: 10 }),
    ],
  },
  {
    cluster: "aviation",
    at: "verband-leichtbau-nord-invented",
    touched: 4,
    logo: { hue: 95, mark: "steps" },
    items: [
      text(
        "description",
        "Firms that build light: fibre, foam and what holds them together. (Invented for the demonstration.)",
        { visibility: "public", said: 4 },
      ),
      ...code("industries", "S94.11"),
    ],
  },
  {
    cluster: "aviation",
    at: "flugfeld-analytik-invented",
    touched: 25,
    items: [
      text("description", "Noise and air measured around airfields. (Invented for the demonstration.)", {
        visibility: "public",
        said: 26,
      }),
      ...code("industries", "M71.20"),
      ...can("acoustics"),
    ],
  },
  {
    cluster: "aviation",
    at: "windkanal-elbe-invented",
    touched: 6,
    items: [
      text("description", "A wind tunnel for wings of small drones. (Invented for the demonstration.)", {
        visibility: "public",
        said: 6,
      }),
      ...code("industries", "M71.20"),
      ...can("aerodynamics"),
    ],
  },
];
