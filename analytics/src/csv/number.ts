import { checkWords } from "../core/one-of.ts";

/** What statistical offices write into a cell instead of a number. */
export type Marks = {
  /** Texts that say "kept secret": Eurostat's `:c` and `c`, `*`, Germany's `.`. */
  secret?: readonly string[];
  /** Texts that say "not there": nothing, `:`, `NA`, `NaN`, `null`, `n/a`, `x`, `…`. */
  missing?: readonly string[];
  /** Texts that say "none": Germany's `-`, `–`. */
  zero?: readonly string[];
  /** What separates the whole from the fraction: a point (the default) or a comma. */
  decimal?: "." | ",";
};

const SECRET = [".", "*", "c", ":c", ": c"];
const MISSING = ["", ":", "na", "nan", "null", "n/a", "x", "…", "..."];
const ZERO = ["-", "–"];

/**
 * Reads one cell: a number, "secret", "missing", or `undefined` where the text is none of these (the caller says which cell).
 * Thin and no-break spaces and, with a decimal comma, points between groups of three digits are left out.
 *
 * @example
 * readAmount("1 234,5", { decimal: "," }); // 1234.5
 */
export function readAmount(text: string, marks: Marks = {}): number | "secret" | "missing" | undefined {
  checkWords(marks, { decimal: [".", ","] });
  const word = text.trim();
  const low = word.toLowerCase();
  if ((marks.secret ?? SECRET).includes(low)) return "secret";
  if ((marks.missing ?? MISSING).includes(low)) return "missing";
  if ((marks.zero ?? ZERO).includes(low)) return 0;
  const tight = word.replace(/[\s\u00a0\u202f]/g, "");
  const plain = marks.decimal === "," ? tight.replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".") : tight;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
