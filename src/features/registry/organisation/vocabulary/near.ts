/** One word in one spelling: white space and case put aside, nothing else. The code of a cluster's own word is made from it. */
export const plainWord = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

const ENDINGS = /(?:ies|innen|ien|en|er|es|e|n|s|y)$/;

/**
 * What two spellings of one word have in common: umlauts and accents, hyphens, case and the plainest plurals of both languages are
 * put aside. Meant for offering a word that is there already, never for replacing one.
 */
export function bareWord(text: string): string {
  const bare = plainWord(text)
    .replace(/ä/g, "a")
    .replace(/ö/g, "o")
    .replace(/ü/g, "u")
    .replace(/ß/g, "ss")
    .replace(/ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/ue/g, "u")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return bare
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 4 ? word.replace(ENDINGS, "") : word))
    .join("");
}

/** How much two words are alike by their groups of three letters, from 0 to 1, as PostgreSQL's pg_trgm counts. */
export function alike(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  let shared = 0;
  for (const three of a) if (b.has(three)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of plainWord(text).split(/[^\p{L}\p{N}+#]+/u)) {
    if (!word) continue;
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  }
  return found;
}

const NEAR = 0.55;

/** So alike that a person may have meant the other one. */
export const isNear = (one: string, other: string) =>
  bareWord(one) === bareWord(other) || alike(one, other) >= NEAR;
