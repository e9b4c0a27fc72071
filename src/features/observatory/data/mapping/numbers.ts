export type Decimal = "." | ",";

const PLAIN = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const WITH_COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const GERMAN = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?([eE][+-]?\d+)?$/;

/** The number a text is, in the writing of its file; null where it is none. */
export function numberOf(text: string, decimal: Decimal): number | null {
  if (decimal === ".") {
    if (PLAIN.test(text)) return Number(text);
    const plain = text.replaceAll(/[\s'’]/g, "").replace(/^−/, "-");
    if (PLAIN.test(plain)) return Number(plain);
    return WITH_COMMAS.test(plain) ? Number(plain.replaceAll(",", "")) : null;
  }
  const plain = text.replaceAll(/[\s'’]/g, "").replace(/^−/, "-");
  return GERMAN.test(plain) ? Number(plain.replaceAll(".", "").replace(",", ".")) : null;
}

export interface DecimalFound {
  decimal: Decimal;
  /** A figure that shows it; null where none does. */
  example: string | null;
}

/** How a file writes its numbers: a figure with both signs, or with digits behind one that cannot be thousands, tells. */
export function detectDecimal(figures: Iterable<string>): DecimalFound {
  const votes: Record<Decimal, { count: number; example: string | null }> = {
    ".": { count: 0, example: null },
    ",": { count: 0, example: null },
  };
  for (const text of figures) {
    const vote = voteOf(text.trim());
    if (!vote) continue;
    votes[vote].count += 1;
    votes[vote].example ??= text.trim();
  }
  const decimal = votes[","].count > votes["."].count ? "," : ".";
  return { decimal, example: votes[decimal].example };
}

function voteOf(text: string): Decimal | null {
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return ",";
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return ".";
  if (/^-?\d+,(\d{1,2}|\d{4,})$/.test(text) || /^-?(0|\d{4,}),\d+$/.test(text)) return ",";
  if (/^-?\d+\.(\d{1,2}|\d{4,})$/.test(text) || /^-?(0|\d{4,})\.\d+$/.test(text)) return ".";
  return null;
}
