import type { OwnField } from "../../registry/feature.ts";

export const ROW_KINDS = ["organisations", "people", "links", "notes"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What a sheet holds: one kind of rows, several told apart by a column, or nothing that is wanted. */
export const SHEET_KINDS = [...ROW_KINDS, "mixed", "none"] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

const IDENTITY = [
  "name",
  "shortName",
  "organisationKind",
  "sizeClass",
  "industries",
  "street",
  "postal",
  "city",
  "country",
  "nuts",
  "lat",
  "lon",
  "url",
  "vat",
  "lei",
  "ror",
  "pic",
  "registerNumber",
] as const;
const MEMBERSHIP = ["role", "level", "memberSince"] as const;
/** Fields of a profile a sheet can fill; several items stand in one cell. */
export const FACT_TARGETS = [
  "description",
  "products",
  "competences",
  "certificates",
  "machines",
  "languages",
  "capacity",
  "contact",
  "staff",
  "turnover",
  "interests",
] as const;
export type FactTarget = (typeof FACT_TARGETS)[number];
const PERSON = ["personName", "personTitle", "personEmail", "personPhone", "seatRole"] as const;

export const TARGETS: Record<RowKind, readonly string[]> = {
  organisations: [
    "id",
    ...IDENTITY,
    ...MEMBERSHIP,
    ...FACT_TARGETS,
    "certificateUntil",
    ...PERSON,
    "labels",
    "note",
  ],
  people: ["organisation", ...PERSON],
  links: ["from", "to", "nature", "since", "until", "issue", "linkNote"],
  notes: ["organisation", "text", "writtenAt"],
};

/** Own fields of the team are targets of firms: `own:turnover`. */
export const OWN = "own:";
export const ROW_KIND = "rowKind";

/** Everything a column of such a sheet may mean. */
export function targetsOf(kind: SheetKind, own: readonly OwnField[]): string[] {
  if (kind === "none") return [];
  const ownKeys = own.map((field) => OWN + field.key);
  if (kind === "organisations") return [...TARGETS.organisations, ...ownKeys];
  if (kind !== "mixed") return [...TARGETS[kind]];
  return [ROW_KIND, ...new Set([...ROW_KINDS.flatMap((each) => TARGETS[each]), ...ownKeys])];
}

/** What a sheet cannot do without. Either of those in one list is enough. */
export const NEEDED: Record<RowKind, readonly (readonly string[])[]> = {
  organisations: [["name", "id", "vat", "pic"]],
  people: [["organisation"], ["personName", "personEmail"]],
  links: [["from"], ["to"]],
  notes: [["organisation"], ["text"]],
};

export interface SheetMapping {
  kind: SheetKind;
  /** The row with the names of the columns, as the spreadsheet numbers it. */
  head: number;
  /** What each column means; `null` is left aside. */
  columns: (string | null)[];
}
export type Mapping = SheetMapping[];
