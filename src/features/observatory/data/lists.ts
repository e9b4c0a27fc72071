import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Locale } from "../../../kernel/locale.ts";
import { projectFile } from "../../../kernel/project-file.ts";
import { formatCountry } from "../../../ui/index.ts";
import { regionName, regionShapes } from "../../places/feature.ts";

type Names = Record<Locale, string>;

/** A list of codes with their names. `known` is null where the whole list does not ship: codes are then taken as they are written. */
export interface CodeList {
  key: string;
  side: "region" | "activity";
  label: Names;
  /** What its codes look like. */
  pattern: RegExp;
  known(): ReadonlyMap<string, Names> | null;
}

const both = (name: string): Names => ({ en: name, de: name });
const once = <T>(read: () => T): (() => T) => {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
};

const rows = (path: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(projectFile(path))), { columns: true });

const named = (path: string) =>
  once(() => new Map(rows(path).map((row) => [row.code!, both(row.name!)] as const)));

const nuts = once(() => {
  const names = new Map<string, Names>();
  for (const level of [1, 2, 3] as const)
    for (const { properties } of regionShapes(level)) {
      names.set(properties.code!, both(properties.name));
      const country = properties.code!.slice(0, 2);
      names.set(country, countryNames(country));
    }
  return names.size > 0 ? names : null;
});

export const countryNames = (code: string): Names => ({
  en: formatCountry(code, "en"),
  de: formatCountry(code, "de"),
});

export const naceRows = () => rows("src/features/registry/organisation/vocabulary/data/nace-rev2.csv.gz");

/** NACE Rev. 2 as Eurostat writes it, its divisions with and without the section's letter. */
const nace = once(() => {
  const names = new Map<string, Names>(NACE_GROUPS.map(([code, en, de]) => [code, { en, de }]));
  let section = "";
  for (const { code = "", level, name = "" } of naceRows()) {
    if (level === "1") section = code;
    if (!names.has(code)) names.set(code, both(sentenceCase(name)));
    if (level !== "1") names.set(`${section}${code}`, both(sentenceCase(name)));
  }
  return names;
});

/** ISIC Rev. 4: its sections and divisions are those of NACE; a class that NACE does not divide further is called as there. */
const isic = once(() => {
  const names = new Map<string, Names>();
  const known = nace();
  for (const { code = "", level, isic4 = "" } of naceRows()) {
    if (level === "1" || level === "2") names.set(code, known.get(code)!);
    const [isicCode, part] = isicOf(isic4);
    if (isicCode !== "") names.set(isicCode, part ? both(isicCode) : known.get(code)!);
  }
  return names;
});

/** The class of ISIC a class of NACE belongs to; a star says that it is a part of it. */
export const isicOf = (said: string): [code: string, part: boolean] => [
  said.replace("*", ""),
  said.endsWith("*"),
];

const sentenceCase = (name: string) =>
  /^[A-Z][a-z]+,? (?:[A-Z]|And)/.test(name) ? name[0] + name.slice(1).toLowerCase() : name;

/** The sections, and what statistics put together of them. */
const NACE_GROUPS: readonly (readonly [string, string, string])[] = [
  ["A", "Agriculture, forestry and fishing", "Land- und Forstwirtschaft, Fischerei"],
  ["B", "Mining and quarrying", "Bergbau und Gewinnung von Steinen und Erden"],
  ["B-E", "Industry without construction", "Produzierendes Gewerbe ohne Bau"],
  ["C", "Manufacturing", "Verarbeitendes Gewerbe"],
  ["D", "Electricity, gas, steam and air conditioning", "Energieversorgung"],
  ["E", "Water supply, sewerage, waste management", "Wasserversorgung, Abwasser und Abfall"],
  ["F", "Construction", "Baugewerbe"],
  ["G", "Wholesale and retail trade, repair of vehicles", "Handel, Reparatur von Kraftfahrzeugen"],
  ["G-I", "Trade, transport, accommodation and food", "Handel, Verkehr, Gastgewerbe"],
  ["H", "Transportation and storage", "Verkehr und Lagerei"],
  ["I", "Accommodation and food services", "Gastgewerbe"],
  ["J", "Information and communication", "Information und Kommunikation"],
  ["K", "Finance and insurance", "Finanz- und Versicherungsdienstleistungen"],
  ["L", "Real estate", "Grundstücks- und Wohnungswesen"],
  ["M", "Professional, scientific and technical services", "Freiberufliche und technische Dienstleistungen"],
  [
    "M_N",
    "Professional, technical and administrative services",
    "Freiberufliche, technische und sonstige wirtschaftliche Dienstleistungen",
  ],
  ["N", "Administrative and support services", "Sonstige wirtschaftliche Dienstleistungen"],
  ["O", "Public administration and defence", "Öffentliche Verwaltung, Verteidigung"],
  [
    "O-Q",
    "Public administration, education, health and social work",
    "Öffentliche Verwaltung, Erziehung, Gesundheit",
  ],
  ["P", "Education", "Erziehung und Unterricht"],
  ["Q", "Health and social work", "Gesundheits- und Sozialwesen"],
  ["R", "Arts, entertainment and recreation", "Kunst, Unterhaltung und Erholung"],
  ["R-U", "Arts, other services, households", "Kunst, sonstige Dienstleistungen, private Haushalte"],
  ["S", "Other services", "Sonstige Dienstleistungen"],
  ["T", "Households as employers", "Private Haushalte"],
  ["U", "Extraterritorial organisations", "Exterritoriale Organisationen"],
];

const cpv = once(
  () =>
    new Map(
      rows("demo/regional/cpv-2008.csv.gz").flatMap((row): [string, Names][] => [
        [row.code!, both(row.nameEn!)],
        [row.code!.slice(0, 8), both(row.nameEn!)],
      ]),
    ),
);

export const CODE_LISTS: readonly CodeList[] = [
  {
    key: "ags",
    side: "region",
    label: { en: "German districts (AGS)", de: "Kreise (AGS)" },
    pattern: /^\d{5}$/,
    known: named("demo/regional/de-regions.csv.gz"),
  },
  {
    key: "nuts-2021",
    side: "region",
    label: { en: "NUTS 2021", de: "NUTS 2021" },
    pattern: /^[A-Z]{2}[0-9A-Z]{0,3}$/,
    known: nuts,
  },
  {
    key: "nuts-2013",
    side: "region",
    label: { en: "NUTS 2013", de: "NUTS 2013" },
    pattern: /^[A-Z]{2}[0-9A-Z]{0,3}$/,
    known: () => null,
  },
  {
    key: "kldb-2010",
    side: "activity",
    label: { en: "Occupations (KldB 2010, groups)", de: "Berufe (KldB 2010, Gruppen)" },
    pattern: /^\d{3}$/,
    known: named("demo/regional/de-occupations.csv.gz"),
  },
  {
    key: "nace-rev2",
    side: "activity",
    label: { en: "Economic activities (NACE Rev. 2)", de: "Wirtschaftszweige (NACE Rev. 2)" },
    pattern: /^([A-U]([-_][A-U])?|[A-U]?\d\d(\.\d{1,2})?)$/,
    known: nace,
  },
  {
    key: "isic-4",
    side: "activity",
    label: { en: "Economic activities (ISIC Rev. 4)", de: "Wirtschaftszweige (ISIC Rev. 4)" },
    pattern: /^([A-U]|\d\d|\d{4})$/,
    known: isic,
  },
  {
    key: "isco-08",
    side: "activity",
    label: { en: "Occupations (ISCO-08)", de: "Berufe (ISCO-08)" },
    pattern: /^\d{1,4}$/,
    known: once(
      () => new Map(rows("demo/regional/isco-08.csv.gz").map((row) => [row.code!, both(row.label!)])),
    ),
  },
  {
    key: "cpv-2008",
    side: "activity",
    label: { en: "Procurement vocabulary (CPV 2008)", de: "Beschaffungsvokabular (CPV 2008)" },
    pattern: /^\d{8}(-\d)?$/,
    known: cpv,
  },
  {
    key: "esco",
    side: "activity",
    label: { en: "Skills and occupations (ESCO)", de: "Fähigkeiten und Berufe (ESCO)" },
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    known: () => null,
  },
];

export const codeList = (key: string | null): CodeList | undefined =>
  CODE_LISTS.find((list) => list.key === key);

/** What the lists are called that a correspondence leads from and to. */
export const listWords = (
  { fromList, toList }: { fromList: string | null; toList: string | null },
  locale: Locale,
) => ({
  from: codeList(fromList)?.label[locale] ?? fromList ?? "",
  to: codeList(toList)?.label[locale] ?? toList ?? "",
});

/** What a code is called by its list; where the list is silent, by the file, or by itself. */
export function nameOf(list: CodeList | undefined, code: string, said: Partial<Names> | undefined): Names {
  const known = list?.known()?.get(code);
  if (known) return known;
  if (list?.key === "nuts-2013")
    return code.length === 2 ? countryNames(code) : both(regionName(code) ?? code);
  const any = said?.en ?? said?.de ?? code;
  return { en: said?.en ?? any, de: said?.de ?? any };
}
