/** Words that connect others and are in no name's memory; alone they are searched for all the same ("IT"). */
const CONNECTING = new Set(
  "a an and at by for in of on the to with und oder der die das des dem den ein eine fur fuer im in mit von vom zu zum zur bei et de la le du i y".split(
    " ",
  ),
);

const MOST_WORDS = 12;

/** One word of a question in all its spellings. */
export interface Word {
  spellings: string[];
  /** The last word may be the beginning of one. */
  begun: boolean;
}

/**
 * The words of a question, each with its spellings: registers write "ä" as "ä", "ae" or "a". Letters and figures only, so that
 * nothing in them is an operator to PostgreSQL.
 */
export function searchedWords(text: string): Word[] {
  const typed =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  const telling = typed.filter((word) => !CONNECTING.has(folded(word)));
  const words = (telling.length > 0 ? telling : typed)
    .slice(0, MOST_WORDS)
    .map((word) => ({ spellings: spellings(word), begun: false }))
    .filter((word) => word.spellings.length > 0);
  const last = words.at(-1);
  if (last) last.begun = true;
  return words;
}

const OTHER_LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Case and accents taken away, as the database's own `folded` does it. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => OTHER_LETTERS[letter]!);

function spellings(word: string): string[] {
  const long = word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
  const plain = folded(word).replace(/[^\p{L}\p{Nd}]/gu, "");
  const short = plain.replace(/(?<=[^aeq])ue|ae|oe/g, (pair) => pair[0]!);
  return [...new Set([plain, folded(long), short])].filter((spelling) => spelling !== "");
}
