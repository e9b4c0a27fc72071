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

/** Classes by UTF-16 unit; beyond ASCII 0 where nobody asked yet. */
export const CLASSES = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) CLASSES[code] = classify(code);

/** The class of a UTF-16 unit. Characters outside of the basic plane are gaps. */
export function classOf(code: number): number {
  const known = CLASSES[code]!;
  if (known > 0) return known;
  const found = classify(code);
  CLASSES[code] = found;
  return found;
}

function classify(code: number): number {
  const sign = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return WORD;
  if (/[-‐‑'’&]/.test(sign)) return JOINT;
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(sign)) return HIDDEN;
  return /[.,;:!?()[\]{}"«»„“”|•\n\r]/.test(sign) ? PAUSE : GAP;
}
