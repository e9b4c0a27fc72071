import { ok, type Result, refuse } from "../../../kernel/result.ts";

export const FIELD_KINDS = ["text", "number", "choice", "date"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field the team of a cluster made for itself. */
export interface OwnField {
  id: string;
  key: string;
  nameEn: string;
  nameDe: string;
  kind: FieldKind;
  choices: string[];
  position: number;
  /** Nobody is asked for it any more; what it holds is kept. */
  ended: boolean;
}

/** What a field holds for one organisation: a figure, or a text, a choice, a date as `2026-11-24`. */
export type OwnValue = string | number;

export type ValueProblem = "not-a-number" | "not-a-date" | "not-a-choice" | "too-long" | "not-text";

export const MOST_TEXT = 2000;

/**
 * What was typed or stood in a sheet, as the field's kind. `null` where nothing was given: the field is emptied. A figure with one
 * mark and three digits behind it can be read in two ways; the language decides.
 */
export function readOwnValue(
  field: Pick<OwnField, "kind" | "choices">,
  given: unknown,
  locale: "en" | "de" = "en",
  /** What the field holds already stays possible, even where it is no choice any more. */
  before?: OwnValue | null,
): Result<OwnValue | null, ValueProblem> {
  const typed = typeof given === "string" ? given.trim() : given;
  if (typed === null || typed === undefined || typed === "") return ok(null);
  if (field.kind === "number") {
    const figure = typeof typed === "number" ? typed : figureIn(String(typed), locale);
    return figure !== null && Number.isFinite(figure) && Math.abs(figure) < 1e15
      ? ok(figure)
      : refuse("not-a-number");
  }
  if (field.kind === "date") {
    const day = typed instanceof Date ? dayOf(typed) : dateIn(String(typed));
    return day === null ? refuse("not-a-date") : ok(day);
  }
  if (typeof typed !== "string" && typeof typed !== "number" && typeof typed !== "boolean")
    return refuse("not-text");
  const text = String(typed).replaceAll("\u0000", "");
  if (field.kind === "choice") {
    if (text === before) return ok(text);
    const choice =
      field.choices.find((one) => one === text) ?? field.choices.find((one) => folded(one) === folded(text));
    return choice === undefined ? refuse("not-a-choice") : ok(choice);
  }
  return text.length > MOST_TEXT ? refuse("too-long") : ok(text);
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** `1234.5`, `1.234,50`, `1 234,5`, `1'234.50`. */
function figureIn(text: string, locale: "en" | "de"): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, "").replace("−", "-");
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(bare)) return Number(bare.replace(",", "."));
  if (!/^[+-]?\d[\d.,]*$|^[+-]?[.,]\d+$/.test(bare)) return null;
  const points = bare.split(".").length - 1;
  const commas = bare.split(",").length - 1;
  if (points > 0 && commas > 0) {
    const decimal = bare.lastIndexOf(".") > bare.lastIndexOf(",") ? "." : ",";
    const other = decimal === "." ? "," : ".";
    return bare.split(decimal).length > 2 || !grouped(bare.split(decimal)[0]!, other)
      ? null
      : Number(bare.replaceAll(other, "").replace(decimal, "."));
  }
  const mark = points > 0 ? "." : commas > 0 ? "," : null;
  if (mark === null) return Number(bare);
  const groups = grouped(bare, mark);
  if (bare.split(mark).length > 2) return groups ? Number(bare.replaceAll(mark, "")) : null;
  const groupsHere = locale === "de" ? "." : ",";
  return Number(groups && mark === groupsHere ? bare.replace(mark, "") : bare.replace(mark, "."));
}

const grouped = (text: string, mark: string) =>
  new RegExp(`^[+-]?\\d{1,3}(\\${mark}\\d{3})+$`).test(text) && !/^[+-]?0/.test(text);

/** `2026-11-24`, `24.11.2026`, `24/11/2026`. */
function dateIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1, 4) : local ? local.slice(1, 4).reverse() : [];
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same && Number(year) >= 1000 ? dayOf(date) : null;
}

const dayOf = (date: Date) => (Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10));

/** A key out of a name: `Turnover (T€)` is `turnover-t`. */
export function keyFrom(name: string, taken: readonly string[]): string {
  const spelled = name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 34)
    .replace(/-+$/, "");
  const base = spelled || "field";
  for (let nth = 1; ; nth++) {
    const key = nth === 1 ? base : `${base}-${nth}`;
    if (!taken.includes(key)) return key;
  }
}
