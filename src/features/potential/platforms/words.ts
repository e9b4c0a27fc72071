import type { Locale } from "../../../kernel/locale.ts";

type Words<K extends string> = Readonly<Record<K, Record<Locale, string>>>;

export const LEVELS = ["process", "operations", "public"] as const;
export type Level = (typeof LEVELS)[number];
export const SCALES = ["local", "national", "global"] as const;
export type Scale = (typeof SCALES)[number];
export const SIDES = ["inner", "outer"] as const;
export type Side = (typeof SIDES)[number];

export const AREAS = [
  "planning",
  "design",
  "customers",
  "collaboration",
  "data-space",
  "marketplace",
  "machines",
  "analysis",
  "learning",
  "security",
  "public-service",
] as const;
export type Area = (typeof AREAS)[number];

/** What an organisation does, from the idea to the service. */
export const PROCESSES = [
  "development",
  "planning",
  "purchasing",
  "production",
  "logistics",
  "sales",
  "service",
  "administration",
  "people",
  "cooperation",
] as const;
export type Process = (typeof PROCESSES)[number];

export const LEVEL_WORDS: Words<Level> = {
  process: { en: "a single process", de: "ein einzelner Prozess" },
  operations: { en: "operations as a whole", de: "der ganze Betrieb" },
  public: { en: "public services", de: "öffentliche Dienste" },
};
export const SCALE_WORDS: Words<Scale> = {
  local: { en: "local", de: "lokal" },
  national: { en: "national", de: "national" },
  global: { en: "global", de: "global" },
};
export const SIDE_WORDS: Words<Side> = {
  inner: { en: "inner environment", de: "innere Umgebung" },
  outer: { en: "outer environment", de: "äußere Umgebung" },
};
export const AREA_WORDS: Words<Area> = {
  planning: { en: "Planning of resources", de: "Ressourcenplanung" },
  design: { en: "Design and product data", de: "Entwurf und Produktdaten" },
  customers: { en: "Customers", de: "Kunden" },
  collaboration: { en: "Working together", de: "Zusammenarbeit" },
  "data-space": { en: "Data space", de: "Datenraum" },
  marketplace: { en: "Marketplace", de: "Marktplatz" },
  machines: { en: "Machines and things", de: "Maschinen und Dinge" },
  analysis: { en: "Analysis", de: "Auswertung" },
  learning: { en: "Learning", de: "Lernen" },
  security: { en: "Security", de: "Sicherheit" },
  "public-service": { en: "Public service", de: "Öffentlicher Dienst" },
};
export const PROCESS_WORDS: Words<Process> = {
  development: { en: "Development", de: "Entwicklung" },
  planning: { en: "Planning", de: "Planung" },
  purchasing: { en: "Purchasing", de: "Einkauf" },
  production: { en: "Production", de: "Fertigung" },
  logistics: { en: "Logistics", de: "Logistik" },
  sales: { en: "Sales", de: "Vertrieb" },
  service: { en: "Service", de: "Service" },
  administration: { en: "Administration", de: "Verwaltung" },
  people: { en: "People", de: "Personal" },
  cooperation: { en: "Cooperation", de: "Kooperation" },
};
