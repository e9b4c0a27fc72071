import type { Prepared } from "./prepare.ts";

/** How telling a word is: the natural logarithm of how many names there are for each one that has it. */
export type Rarity = (word: string) => number;

export function countWords(organisations: readonly Prepared[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of organisations)
    for (const word of new Set(names.flatMap((name) => name.words)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** In a small register every word is rare: it is read as if it were a part of a larger one. */
const AT_LEAST = 20_000;

export const rarityOf = (counts: ReadonlyMap<string, number>, total: number): Rarity => {
  const all = Math.max(total, AT_LEAST);
  return (word) => Math.log(all / Math.max(1, counts.get(word) ?? 0));
};
