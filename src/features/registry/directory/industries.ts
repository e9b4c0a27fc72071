import type { Locale } from "../../../kernel/locale.ts";

/** The sections of NACE Rev. 2 as Eurostat and Destatis call them, shortened where the full title would fill a page. */
const SECTIONS: Record<string, Record<Locale, string>> = {
  A: { en: "Agriculture, forestry, fishing", de: "Land- und Forstwirtschaft, Fischerei" },
  B: { en: "Mining and quarrying", de: "Bergbau, Steine und Erden" },
  C: { en: "Manufacturing", de: "Verarbeitendes Gewerbe" },
  D: { en: "Electricity, gas, steam", de: "Energieversorgung" },
  E: { en: "Water, waste, remediation", de: "Wasser, Abwasser, Abfall" },
  F: { en: "Construction", de: "Baugewerbe" },
  G: { en: "Trade, repair of vehicles", de: "Handel, Kfz-Reparatur" },
  H: { en: "Transport and storage", de: "Verkehr und Lagerei" },
  I: { en: "Accommodation and food", de: "Gastgewerbe" },
  J: { en: "Information and communication", de: "Information und Kommunikation" },
  K: { en: "Finance and insurance", de: "Finanz- und Versicherungsdienste" },
  L: { en: "Real estate", de: "Grundstücks- und Wohnungswesen" },
  M: {
    en: "Professional, scientific, technical",
    de: "Freiberufliche, wissenschaftliche und technische Dienste",
  },
  N: { en: "Administrative and support services", de: "Sonstige wirtschaftliche Dienste" },
  O: { en: "Public administration, defence", de: "Öffentliche Verwaltung, Verteidigung" },
  P: { en: "Education", de: "Erziehung und Unterricht" },
  Q: { en: "Health and social work", de: "Gesundheits- und Sozialwesen" },
  R: { en: "Arts, entertainment, recreation", de: "Kunst, Unterhaltung, Erholung" },
  S: { en: "Other services", de: "Sonstige Dienste" },
  T: { en: "Households as employers", de: "Private Haushalte" },
  U: { en: "Extraterritorial organisations", de: "Exterritoriale Organisationen" },
};

/** A section by its name; anything finer also by its code. */
export function industryCalled(code: string, locale: Locale): string {
  const section = SECTIONS[code[0]!]?.[locale];
  if (section === undefined) return code;
  return code.length === 1 ? section : `${code} (${section})`;
}
