import type { Locale } from "../../kernel/locale.ts";
import { type ExportColumn, toCsv } from "../../ui/index.ts";
import type { OwnField } from "../registry/feature.ts";
import { OWN, ROW_KINDS, type RowKind, TARGETS } from "./mapping/targets.ts";
import { HEAD_WORDS } from "./mapping/words.ts";
import { say } from "./messages.ts";
import { targetWord } from "./words.ts";

/** An invented firm and its neighbour, so that each column shows what belongs in it. */
const EXAMPLES: Record<RowKind, Record<Locale, Record<string, string>>> = {
  organisations: {
    en: {
      name: "Example Precision Ltd",
      organisationKind: "enterprise",
      sizeClass: "small",
      industries: "C25.62; C28.41",
      street: "Quay 1",
      postal: "20457",
      city: "Hamburg",
      country: "DE",
      url: "https://www.example.com",
      vat: "DE123456789",
      role: "core",
      memberSince: "2024-01-01",
      description: "Turned and milled parts for ship engines.",
      products: "valve bodies; shafts",
      competences: "CNC turning; quality assurance",
      certificates: "ISO 9001 (2027-05-31)",
      machines: "five-axis mill",
      languages: "de, en",
      personName: "Erika Example",
      personTitle: "Managing director",
      personEmail: "erika@example.com",
      personPhone: "+49 40 000000",
      seatRole: "owner",
      labels: "metal, export",
      note: "Met at the fair.",
    },
    de: {
      name: "Beispiel Präzision GmbH",
      organisationKind: "Unternehmen",
      sizeClass: "klein",
      industries: "C25.62; C28.41",
      street: "Kai 1",
      postal: "20457",
      city: "Hamburg",
      country: "Deutschland",
      url: "https://www.example.com",
      vat: "DE123456789",
      role: "Kernmitglied",
      memberSince: "01.01.2024",
      description: "Dreh- und Frästeile für Schiffsmotoren.",
      products: "Ventilgehäuse; Wellen",
      competences: "CNC-Drehen; Qualitätssicherung",
      certificates: "ISO 9001 (31.05.2027)",
      machines: "Fünf-Achs-Fräse",
      languages: "de, en",
      personName: "Erika Beispiel",
      personTitle: "Geschäftsführerin",
      personEmail: "erika@example.com",
      personPhone: "+49 40 000000",
      seatRole: "Inhaber",
      labels: "Metall, Export",
      note: "Auf der Messe kennengelernt.",
    },
  },
  people: {
    en: {
      organisation: "Example Precision Ltd",
      personName: "Max Example",
      personTitle: "Sales",
      personEmail: "max@example.com",
      seatRole: "reader",
    },
    de: {
      organisation: "Beispiel Präzision GmbH",
      personName: "Max Beispiel",
      personTitle: "Vertrieb",
      personEmail: "max@example.com",
      seatRole: "Leser",
    },
  },
  links: {
    en: {
      from: "Example Precision Ltd",
      to: "Example Shipyard Ltd",
      nature: "supplies",
      since: "2020-01-01",
    },
    de: {
      from: "Beispiel Präzision GmbH",
      to: "Beispiel Werft GmbH",
      nature: "beliefert",
      since: "01.01.2020",
    },
  },
  notes: {
    en: { organisation: "Example Precision Ltd", text: "Wants to export.", writtenAt: "2026-01-15" },
    de: { organisation: "Beispiel Präzision GmbH", text: "Möchte exportieren.", writtenAt: "15.01.2026" },
  },
};

/** Names of columns that the guess understands, in the reader's language. */
const headsOf = (kind: RowKind, own: readonly OwnField[], locale: Locale) => {
  const targets = TARGETS[kind].filter((target) => !RARE.has(target));
  const named = targets.map((target) => ({ target, label: headWord(target, locale) }));
  return kind === "organisations"
    ? [
        ...named,
        ...own.map((field) => ({ target: OWN + field.key, label: targetWord(OWN + field.key, own, locale) })),
      ]
    : named;
};

const RARE = new Set(["id", "lei", "ror", "pic", "lat", "lon", "nuts", "capacity", "contact", "interests"]);

/** The first German word of a target begins where its English ones end. */
const GERMAN: Readonly<Record<string, string>> = {
  name: "Firma",
  shortName: "Kurzname",
  organisationKind: "Organisationsart",
  sizeClass: "Größenklasse",
  industries: "NACE-Code",
  street: "Straße",
  postal: "PLZ",
  city: "Ort",
  country: "Land",
  url: "Webseite",
  vat: "USt-IdNr",
  registerNumber: "Registernummer",
  role: "Rolle",
  level: "Stufe",
  memberSince: "Mitglied seit",
  description: "Beschreibung",
  products: "Produkte",
  competences: "Kompetenzen",
  certificates: "Zertifikate",
  certificateUntil: "Zertifikat bis",
  machines: "Maschinen",
  languages: "Sprachen",
  staff: "Mitarbeiterzahl",
  turnover: "Umsatz",
  personName: "Ansprechpartner",
  personTitle: "Funktion",
  personEmail: "E-Mail",
  personPhone: "Telefon",
  seatRole: "Zugang",
  labels: "Etiketten",
  note: "Notiz",
  organisation: "Firma",
  from: "Von",
  to: "An",
  nature: "Beziehung",
  since: "Seit",
  until: "Bis",
  issue: "Gegenstand",
  linkNote: "Bemerkung",
  text: "Notiz",
  writtenAt: "Datum",
};
const ENGLISH: Readonly<Record<string, string>> = {
  organisationKind: "organisation kind",
  memberSince: "member since",
  personName: "contact person",
  nature: "relation",
  linkNote: "remark",
  sizeClass: "size class",
  postal: "postal code",
};

export const headWord = (target: string, locale: Locale): string =>
  locale === "de"
    ? (GERMAN[target] ?? target)
    : (ENGLISH[target] ?? HEAD_WORDS[target]?.split("|")[0] ?? target);

const columnsOf = (
  kind: RowKind,
  own: readonly OwnField[],
  locale: Locale,
): ExportColumn<Record<string, string>>[] =>
  headsOf(kind, own, locale).map(({ target, label }) => ({ label, value: (row) => row[target] }));

export const csvTemplate = (own: readonly OwnField[], locale: Locale): string =>
  toCsv(columnsOf("organisations", own, locale), [EXAMPLES.organisations[locale]]);

/** A workbook with a sheet for each kind of rows. */
export async function xlsxTemplate(
  own: readonly OwnField[],
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  for (const kind of ROW_KINDS) {
    const name = say(locale)(`kind.${kind}`);
    const sheet = book.addWorksheet(name[0]!.toUpperCase() + name.slice(1), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    const heads = headsOf(kind, own, locale);
    sheet.columns = heads.map(({ label }) => ({ header: label, width: Math.max(14, label.length + 4) }));
    sheet.getRow(1).font = { bold: true };
    const rows =
      kind === "organisations"
        ? [EXAMPLES[kind][locale], { name: EXAMPLES.links[locale].to!, city: "Hamburg", country: "DE" }]
        : [EXAMPLES[kind][locale]];
    for (const row of rows)
      sheet.addRow(heads.map(({ target }) => (row as Record<string, string>)[target] ?? null));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
