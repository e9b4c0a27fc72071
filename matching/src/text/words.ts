/** A word as it is written, taken apart. */
export type Parts = {
  /** Lower-case words that stand in the text one after another. */
  sequence: string[];
  /** What they make together, where they are several: "liion" of "Li-Ion". */
  whole: string | undefined;
};

const LONGEST = 40;
const NOTHING: Parts = { sequence: [], whole: undefined };

/**
 * The words in one that is written without a gap. "Li-Ion" is li, ion and liion; "SmartCity" is smartcity, smart, city; "CO₂" is co2;
 * "R&D" and "C++" stay whole; "company's" is company. Single letters, single digits and what is longer than 40 characters are no words.
 */
export function partsOf(written: string): Parts {
  // Nearly every word of a text is one of these.
  if (/^(?:[A-Za-z]?[a-z]+|[A-Z]+)$/.test(written)) return single(written.toLowerCase());
  const plain = written
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[‐‑]/g, "-")
    .replace(/’/g, "'")
    .replace(/'s$/i, "");
  if (/^\p{L}{1,2}&\p{L}{1,2}$/u.test(plain) || /^\p{L}(\+\+|#)$/u.test(plain))
    return { sequence: [plain.toLowerCase()], whole: undefined };

  const pieces = plain.split(/[-'&+#]+/).filter(Boolean);
  if (pieces.length === 1) return camel(pieces[0]!);
  const sequence = pieces.map((piece) => piece.toLowerCase()).filter(isWord);
  const whole = plain.includes("-") && pieces.length <= 3 ? pieces.join("").toLowerCase() : undefined;
  return {
    sequence,
    whole: whole !== undefined && isWord(whole) && sequence[0] !== whole ? whole : undefined,
  };
}

function camel(piece: string): Parts {
  const word = piece.toLowerCase();
  const humps = piece.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (humps.length === 1 || humps.length > 3 || !isWord(word)) return single(word);
  const sequence = humps.map((hump) => hump.toLowerCase()).filter(isWord);
  // "IoT" and "mRNA" are names, and what the hump leaves over is not always a word.
  if (!sequence.some((hump) => hump.length > 2)) return single(word);
  return { sequence, whole: word };
}

const single = (word: string): Parts => (isWord(word) ? { sequence: [word], whole: undefined } : NOTHING);

const isWord = (word: string) => word.length > 1 && word.length <= LONGEST;
