/** One spelling for all: case, accents and umlauts as registers write them: München, Muenchen and MUNCHEN are one town. */
export const foldedTown = (name: string) =>
  name
    .toLowerCase()
    .replace(/[ßłøœæđı]/g, (letter) => PLAIN[letter]!)
    .replace(/([aou])e(?=[^aeiou]|$)/g, "$1")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// Letters of their own that no accent can be taken from.
const PLAIN: Readonly<Record<string, string>> = { ß: "ss", ł: "l", ø: "o", œ: "o", æ: "a", đ: "d", ı: "i" };

/**
 * What an address line may mean by a town, the likeliest first: as written; without a delivery code or district ("Paris Cedex 05",
 * "Dublin 2", "Lecce (LE)"); one of several names ("Bruxelles / Brussel", "San Sebastián-Donostia"); its first or last words.
 */
export function townsMeant(written: string): string[] {
  const plain = written
    .replace(/\bcedex\b.*$/i, "")
    .replace(/\(.*?\)/g, " ")
    .replace(/\d+/g, " ")
    .trim();
  const words = plain.split(/[\s-]+/).filter(Boolean);
  const parts = words.slice(1).map((_, at) => at + 1);
  const all = [
    written,
    plain,
    ...plain.split(/\s*[/,;|]\s*|\s+[-–]\s+/),
    ...plain.split("-"),
    plain.replace(/\bst[. ]\s*/i, "Saint "),
    plain.replace(/\bst[. ]\s*/i, "Sankt "),
    ...parts.toReversed().map((at) => words.slice(0, at).join(" ")),
    ...parts.map((at) => words.slice(at).join(" ")),
  ];
  return [...new Set(all.map(foldedTown).filter((name) => name.length > 1))];
}
