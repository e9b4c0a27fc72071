/** Letters that `normalize` does not take apart, in the Latin alphabet as registers write them. */
const LETTERS: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", å: "a", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" },
  ...{
    α: "a",
    β: "v",
    γ: "g",
    δ: "d",
    ε: "e",
    ζ: "z",
    η: "i",
    θ: "th",
    ι: "i",
    κ: "k",
    λ: "l",
    μ: "m",
    ν: "n",
    ξ: "x",
    ο: "o",
  },
  ...{ π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o" },
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    ґ: "g",
    д: "d",
    е: "e",
    є: "ye",
    ж: "zh",
    з: "z",
    и: "i",
    і: "i",
    ї: "yi",
    й: "y",
    к: "k",
  },
  ...{
    л: "l",
    м: "m",
    н: "n",
    о: "o",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
    у: "u",
    ф: "f",
    х: "h",
    ц: "ts",
    ч: "ch",
    ш: "sh",
  },
  ...{
    щ: "sht",
    ъ: "a",
    ы: "y",
    ь: "",
    э: "e",
    ю: "yu",
    я: "ya",
    ј: "j",
    љ: "lj",
    њ: "nj",
    ћ: "c",
    ђ: "dj",
    џ: "dz",
  },
};

/**
 * Letters and figures in one spelling: no case, no accents, Greek and Cyrillic in Latin letters, and umlauts alike whether written
 * `für`, `fuer` or, as registers do, `FUR`.
 */
export function fold(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter);
  return plain
    .replaceAll(/(?<![aeiou])(a|o|u)e(?![aeiou])/g, "$1")
    .replaceAll("&", " ")
    .replaceAll(/['’`´".]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words; letters that stand alone are one word together: "v. v. i." and "e V". */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let alone = "";
  for (const word of fold(text).split(" ").filter(Boolean)) {
    if (word.length === 1 && /\p{L}/u.test(word)) {
      alone += word;
      continue;
    }
    if (alone) words.push(alone);
    alone = "";
    words.push(word);
  }
  if (alone) words.push(alone);
  return words;
}
