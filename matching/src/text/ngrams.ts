const BASE = 39;
const BOUNDARY = 1;
const OTHER = 38;
const SHORTEST = 3;
const LONGEST = 5;

/**
 * The character n-grams of a lower-case word, 3 to 5 long, with its boundaries as characters: "5g" gives ^5g, 5g$ and ^5g$. Each is a whole
 * number that no other n-gram has. Letters count without their marks, Cyrillic in Latin letters; numbers have no n-grams.
 *
 * What a compound shares with its parts ("Wasserstoffspeicher", "Speicher") shows here, whatever the language.
 */
export function ngramsOf(word: string): number[] {
  if (/^\d+$/.test(word)) return [];
  const plain = fold(word);
  const found: number[] = [];
  const length = plain.length + 2;
  for (let start = 0; start + SHORTEST <= length; start++) {
    let code = codeAt(plain, start) * BASE + codeAt(plain, start + 1);
    const last = Math.min(start + LONGEST, length);
    for (let end = start + 2; end < last; end++) {
      code = code * BASE + codeAt(plain, end);
      found.push(code);
    }
  }
  return found;
}

/** The code of the sign before the n-th letter of a word: a-z as 2..27, 0-9 as 28..37, everything else as one. */
function codeAt(word: string, n: number): number {
  if (n === 0 || n > word.length) return BOUNDARY;
  const code = word.charCodeAt(n - 1);
  if (code >= 97 && code <= 122) return code - 95;
  return code >= 48 && code <= 57 ? code - 20 : OTHER;
}

/** In Latin letters without marks: "łódź" is lodz, "größe" is grosse, "водород" is vodorod. */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]/g, (sign) => LATIN[sign] ?? sign);
}

// Without marks й is и and ё is е.
const LATIN: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  к: "k",
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
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
};

/** The n-gram of a code as text; a boundary is a space. */
export function ngramText(code: number): string {
  let text = "";
  for (let rest = code; rest > 0; rest = Math.floor(rest / BASE)) {
    const sign = rest % BASE;
    if (sign === BOUNDARY) text = ` ${text}`;
    else if (sign === OTHER) text = `?${text}`;
    else text = String.fromCharCode(sign < 28 ? sign + 95 : sign + 20) + text;
  }
  return text;
}
