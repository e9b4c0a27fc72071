import { factShape } from "../../registry/feature.ts";
import { plain } from "../mapping/words.ts";

/** Each turns what stands in a cell into what the house keeps; `null` where it cannot be that. */

export function dateOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const local = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(text);
  if (local) return dayOf(local[3]!, local[2]!, local[1]!);
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (month) return dayOf(month[2]!, month[1]!, "1");
  if (/^(19|20)\d{2}$/.test(text)) return `${text}-01-01`;
  // A spreadsheet's own count of days, where a column lost its format.
  if (/^\d{5}$/.test(text))
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same && Number(year) >= 1000 ? date.toISOString().slice(0, 10) : null;
}

export function countryOf(text: string): string | null {
  const upper = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(upper))
    return COUNTRIES.has(upper) || ["EL", "UK", "XK"].includes(upper) ? upper : null;
  return NAMES.get(plain(text)) ?? null;
}

const regions = (["en", "de"] as const).map(
  (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
);
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
const COUNTRIES = new Set(
  letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => regions[0]!.of(code) !== undefined),
);
const NAMES = new Map([
  ...[...COUNTRIES].flatMap((code) => regions.map((names) => [plain(names.of(code)!), code] as const)),
  ...([
    ["d", "DE"],
    ["ger", "DE"],
    ["deu", "DE"],
    ["brd", "DE"],
    ["a", "AT"],
    ["aut", "AT"],
    ["che", "CH"],
    ["usa", "US"],
    ["england", "GB"],
    ["holland", "NL"],
    ["czechrepublic", "CZ"],
    ["tschechischerepublik", "CZ"],
  ] as const),
]);

export function urlOf(text: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && hostname.includes(".") && whole.length <= 500 ? whole : null;
}

export const emailOf = (text: string): string | null => {
  const bare = text.replace(/^mailto:/i, "").trim();
  return /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(bare) && bare.length <= 254
    ? bare.toLowerCase()
    : null;
};

/** VAT numbers of the Union, of the United Kingdom, Norway and Switzerland: letters of the country, then up to twelve signs. */
export function vatOf(text: string): string | null {
  const bare = text.toUpperCase().replace(/[^A-Z0-9+*]/g, "");
  return /^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(bare) || /^CHE\d{9}(MWST|TVA|IVA)?$/.test(bare) ? bare : null;
}

export const looksLikeVat = (text: string) =>
  /^[A-Z]{2}[ .]?[A-Z0-9 .]{6,15}$/.test(text) && /\d{5}/.test(text.replace(/[ .]/g, ""));

/** `C25.62`; the section's letter follows from the number, so `25.62` says the same. Only what NACE Rev. 2 has. */
export function naceOf(text: string): string | null {
  const code = naceWritten(text);
  return code !== null && factShape("industries").safeParse({ code }).success ? code : null;
}

function naceWritten(text: string): string | null {
  const bare = text.trim().toUpperCase().replace(/\s/g, "");
  const lettered = /^([A-U])(\d{2}(?:\.\d{1,2})?)$/.exec(bare);
  if (lettered) return bare;
  if (/^[A-U]$/.test(bare)) return bare;
  const number = /^(\d{2})(?:\.?(\d{1,2}))?$/.exec(bare);
  const section = number && sectionOf(Number(number[1]));
  return section ? `${section}${number[1]}${number[2] ? `.${number[2]}` : ""}` : null;
}

/** The last division of each section of NACE Rev. 2. */
const SECTIONS: readonly (readonly [string, number])[] = [
  ["A", 3],
  ["B", 9],
  ["C", 33],
  ["D", 35],
  ["E", 39],
  ["F", 43],
  ["G", 47],
  ["H", 53],
  ["I", 56],
  ["J", 63],
  ["K", 66],
  ["L", 68],
  ["M", 75],
  ["N", 82],
  ["O", 84],
  ["P", 85],
  ["Q", 88],
  ["R", 93],
  ["S", 96],
  ["T", 98],
  ["U", 99],
];
const sectionOf = (division: number) =>
  division > 0 ? SECTIONS.find(([, last]) => division <= last)?.[0] : undefined;

/** Items of one cell: by line, semicolon or bar; by comma only where an item is a word or two. */
export function itemsOf(text: string, byComma = false): string[] {
  const separator = /[\n;|]/.test(text) ? /[\n;|]+/ : byComma ? /,/ : null;
  const items = separator ? text.split(separator) : [text];
  return [...new Set(items.map((item) => item.trim()).filter(Boolean))];
}

export function degreesOf(text: string, most: number): number | null {
  const value = Number(text.replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && Math.abs(value) <= most ? value : null;
}
