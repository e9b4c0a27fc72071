import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Locale } from "../../../../kernel/locale.ts";
import { projectFile } from "../../../../kernel/project-file.ts";
import { isicOf, naceRows } from "../lists.ts";

type Words = Record<Locale, string>;

export interface ShippedCorrespondence {
  slug: string;
  title: Words;
  text: Words;
  fromList: string;
  toList: string;
  fileName: string;
  source: string;
  sourceUrl: string;
  licence: string;
  credit: string;
  /** From and to. */
  pairs(): [from: string, to: string][];
}

/** What the licences of the lists that come along allow. */
export const SHIPPED_CORRESPONDENCES: readonly ShippedCorrespondence[] = [
  {
    slug: "nace-rev2-isic-4",
    title: {
      en: "Economic activities: NACE Rev. 2 to ISIC Rev. 4",
      de: "Wirtschaftszweige: NACE Rev. 2 zu ISIC Rev. 4",
    },
    text: {
      en: "Sections and divisions are the same in both; each class of NACE is a class of ISIC or a part of one, so that nothing has to be shared.",
      de: "Abschnitte und Abteilungen sind in beiden gleich; jede Klasse der NACE ist eine Klasse der ISIC oder ein Teil davon, sodass nichts geteilt werden muss.",
    },
    fromList: "nace-rev2",
    toList: "isic-4",
    fileName: "nace-rev2.csv.gz",
    source: "Eurostat, NACE Rev. 2",
    sourceUrl: "https://ec.europa.eu/eurostat/web/nace",
    licence: "CC BY 4.0",
    credit: "© European Union, Eurostat",
    pairs: naceToIsic,
  },
  {
    slug: "ags-nuts-2021",
    title: {
      en: "Regions: German districts (AGS) to NUTS 2021",
      de: "Regionen: Kreise (AGS) zu NUTS 2021",
    },
    text: {
      en: "Each district is one region of level 3, but for two that changed since: Hanau is a part of the region of its former district, and the Wartburgkreis, which Eisenach has joined, is shared evenly between the two regions it is made of.",
      de: "Jeder Kreis ist eine Region der Ebene 3, bis auf zwei, die sich seither geändert haben: Hanau gehört zur Region seines früheren Kreises, und der Wartburgkreis, dem Eisenach beigetreten ist, wird zu gleichen Teilen auf die beiden Regionen verteilt, aus denen er besteht.",
    },
    fromList: "ags",
    toList: "nuts-2021",
    fileName: "ags-nuts.csv",
    source: "Eurostat/GISCO, NUTS 2021; names compared with those of the districts",
    sourceUrl: "https://ec.europa.eu/eurostat/web/nuts",
    licence: "CC BY 4.0",
    credit: "© European Union, Eurostat",
    pairs: () => districtsToNuts(),
  },
  {
    slug: "esco-isco-08",
    title: { en: "Occupations: ESCO to ISCO-08", de: "Berufe: ESCO zu ISCO-08" },
    text: {
      en: "Each occupation of ESCO belongs to one unit group of ISCO-08. This service uses the ESCO classification of the European Commission.",
      de: "Jeder Beruf in ESCO gehört zu einer Berufsgattung der ISCO-08. Dieser Dienst nutzt die Klassifikation ESCO der Europäischen Kommission.",
    },
    fromList: "esco",
    toList: "isco-08",
    fileName: "esco-isco.csv.gz",
    source: "European Commission, ESCO v1.0",
    sourceUrl: "https://esco.ec.europa.eu/",
    licence: "Commission Decision 2011/833/EU",
    credit: "This service uses the ESCO classification of the European Commission",
    pairs: () =>
      parsed(gunzipSync(readFileSync(projectFile("demo/regional/esco-isco.csv.gz")))).map(
        ({ esco, isco }) => [esco!, isco!],
      ),
  },
];

const parsed = (bytes: Buffer): Record<string, string>[] => parse(bytes, { columns: true });

function naceToIsic(): [string, string][] {
  let section = "";
  return naceRows().flatMap(({ code = "", level, isic4 = "" }): [string, string][] => {
    if (level === "1") section = code;
    if (level === "1") return [[code, code]];
    // Eurostat writes divisions with the letter of their section before them.
    if (level === "2")
      return [
        [code, code],
        [`${section}${code}`, code],
      ];
    return isic4 === "" ? [] : [[code, isicOf(isic4)[0]]];
  });
}

/** Hanau (06415) has no outline in NUTS 2021: it was a part of the Main-Kinzig-Kreis. */
const HANAU: [string, string] = ["06415", "DE719"];

const districtsToNuts = (): [string, string][] => [
  ...parsed(readFileSync(projectFile("src/features/observatory/specialisation/ags-nuts.csv"))).flatMap(
    ({ ags, nuts }): [string, string][] => (nuts ? [[ags!, nuts]] : []),
  ),
  HANAU,
];
