// What a character is where a text is cut into words. Up to HIDDEN it belongs to a word.
/** Letters, marks and digits. */
export const WORD = 1;
/** Belongs to a word but is not there: soft hyphens, signs of no width. */
export const HIDDEN = 2;
/** Holds two parts of a word together: hyphens, apostrophes, `&`. */
export const JOINT = 3;
export const GAP = 4;
/** Between two words that are no neighbours: the end of a sentence, brackets. */
export const PAUSE = 5;

/** Classes by UTF-16 unit; 0 where nobody asked yet. */
const classes = new Uint8Array(0x10000);

/** The class of a UTF-16 unit. Characters outside of the basic plane are gaps. */
export function classOf(code: number): number {
  const known = classes[code]!;
  if (known > 0) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

function classify(code: number): number {
  const sign = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return WORD;
  if (/[-‐‑'’&]/.test(sign)) return JOINT;
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(sign)) return HIDDEN;
  return /[.,;:!?()[\]{}"«»„“”|•\n\r]/.test(sign) ? PAUSE : GAP;
}
