import type { OwnField } from "../../registry/feature.ts";
import { rowKindOf } from "../rows/words.ts";
import {
  OWN,
  ROW_KIND,
  ROW_KINDS,
  type RowKind,
  type SheetKind,
  type SheetMapping,
  TARGETS,
  targetsOf,
} from "./targets.ts";
import { PEOPLE_WORDS, plain, WORDS } from "./words.ts";

export interface SheetStart {
  name: string;
  /** The first rows as they came, each with its number. */
  rows: readonly { row: number; cells: readonly string[] }[];
}

const HEAD_WITHIN = 10;

/** What a sheet probably holds and its columns mean: by the words above them, then by what stands in them. */
export function guessSheet(sheet: SheetStart, own: readonly OwnField[]): SheetMapping {
  const at = headRow(sheet);
  const head = sheet.rows[at]?.cells ?? [];
  const below = sheet.rows.slice(at + 1);
  const kind = sheetKind(sheet.name, head, below);
  return { kind, head: sheet.rows[at]?.row ?? 1, columns: guessColumns(kind, head, below, own) };
}

/** The first row with words that are known; titles and notes above it are not the table. */
function headRow({ rows }: SheetStart): number {
  const scores = rows
    .slice(0, HEAD_WITHIN)
    .map(({ cells }) => cells.filter((cell) => isKnown(plain(cell))).length);
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  const wide = rows.slice(0, HEAD_WITHIN).findIndex(({ cells }) => cells.filter(Boolean).length > 1);
  return Math.max(0, wide);
}

const known = new Set([...WORDS.values()].flat());
const isKnown = (word: string) => word !== "" && known.has(word);

const SHEET_NAMES: Record<RowKind, RegExp> = {
  organisations: /organi[sz]ation|firm|compan|unternehm|mitglied|member/i,
  people: /people|person|kontakt|contact|ansprech/i,
  links: /link|relation|beziehung|verbindung|network|netz/i,
  notes: /note|notiz|remark|bemerk|comment|kommentar/i,
};

function sheetKind(name: string, head: readonly string[], below: SheetStart["rows"]): SheetKind {
  const kindColumn = head.findIndex((word, i) => fits(ROW_KIND, word) && tellsKinds(below, i));
  if (kindColumn >= 0) return "mixed";
  const scores = ROW_KINDS.map((kind) => ({
    kind,
    score: scoreOf(kind, head) + (SHEET_NAMES[kind].test(name) ? 1.5 : 0),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.kind : "organisations";
}

/** A firm's sheet knows most words, so the others count what they need: both ends, a firm and a text, a firm and a person. */
function scoreOf(kind: RowKind, head: readonly string[]): number {
  const has = (target: string) => head.some((word) => fits(target, word, kind));
  switch (kind) {
    case "links":
      return has("from") && has("to") ? 10 : 0;
    case "notes":
      return has("organisation") &&
        has("text") &&
        head.filter(Boolean).every((word) => TARGETS.notes.some((target) => fits(target, word)))
        ? 5
        : 0;
    case "people":
      return has("organisation") && has("personEmail") && !has("city") && !has("vat") && !has("memberSince")
        ? 5
        : 0;
    default:
      return head.filter((word) => TARGETS.organisations.some((target) => fits(target, word))).length > 0
        ? 2
        : 0;
  }
}

const tellsKinds = (below: SheetStart["rows"], column: number) => {
  const said = below.map(({ cells }) => cells[column] ?? "").filter(Boolean);
  return said.length > 0 && said.filter((text) => rowKindOf(text) !== null).length >= said.length / 2;
};

function fits(target: string, head: string, kind?: SheetKind): boolean {
  const word = plain(head.replace(/\(.*?\)|\*|:$/g, ""));
  if (word === "") return false;
  if (kind === "people" && PEOPLE_WORDS[target]?.includes(word)) return true;
  return WORDS.get(target)?.includes(word) ?? false;
}

/** Each target once; the column that says it most plainly first. */
export function guessColumns(
  kind: SheetKind,
  head: readonly string[],
  below: SheetStart["rows"],
  own: readonly OwnField[],
): (string | null)[] {
  const width = head.length;
  const columns: (string | null)[] = Array.from({ length: width }, () => null);
  const targets = targetsOf(kind, own);
  const free = new Set(targets);
  const give = (i: number, target: string) => {
    columns[i] = target;
    free.delete(target);
  };
  // A key of our own files says it exactly.
  head.forEach((word, i) => {
    const exact = targets.find((target) => target === word.trim() && free.has(target));
    if (exact) give(i, exact);
  });
  head.forEach((word, i) => {
    if (columns[i] !== null) return;
    const named = own.find((field) => free.has(OWN + field.key) && ownFits(field, word));
    const target = targets.find((each) => free.has(each) && fits(each, word, kind));
    if (target) give(i, target);
    else if (named) give(i, OWN + named.key);
  });
  columns.forEach((target, i) => {
    if (target !== null || /\S/.test(head[i] ?? "") === false) return;
    const sniffed = sniff(below.map(({ cells }) => cells[i] ?? "").filter(Boolean));
    if (sniffed && free.has(sniffed)) give(i, sniffed);
  });
  return columns;
}

const ownFits = (field: OwnField, head: string) =>
  [field.key, field.nameEn, field.nameDe].some((name) => plain(name) === plain(head) && plain(head) !== "");

const LOOKS: readonly (readonly [target: string, look: RegExp])[] = [
  ["personEmail", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  [
    "vat",
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)\s?[\dA-Z][\dA-Z .]{6,13}$/,
  ],
  ["url", /^(https?:\/\/|www\.)\S+$/i],
  ["industries", /^[A-U]\d{2}(\.\d{1,2})?$/],
  ["ror", /^https:\/\/ror\.org\//],
  ["country", /^(DE|AT|CH|NL|DK|PL|FR|BE|SE|FI|NO|IT|ES|CZ|GB)$/],
  ["personPhone", /^(\+|0)\d[\d\s/()-]{6,}$/],
];

/** What nearly all of a column looks like. */
function sniff(values: readonly string[]): string | null {
  if (values.length < 2) return null;
  for (const [target, look] of LOOKS)
    if (values.filter((value) => look.test(value.trim())).length >= values.length * 0.9) return target;
  return null;
}
