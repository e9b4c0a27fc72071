import type { QueryPart } from "./query.ts";
import type { Explanation } from "./types.ts";

/** Puts together by words what each feature adds. Words that differ by case alone are one, written as they come first. */
export function explanationOf(part: QueryPart, found: Float64Array, divisor: number): Explanation {
  // In the order in which the score was added up, so that it is the same to the last digit.
  const score = found.reduce((sum, x) => sum + x, 0) / divisor;
  const words = new Map<string, { word: string; contribution: number }>();
  for (const [at, word, amount] of part.origins) {
    if (found[at] === 0) continue;
    const key = word.toLowerCase();
    const entry = words.get(key) ?? { word, contribution: 0 };
    entry.contribution += (found[at]! * amount) / part.amounts[at]! / divisor;
    words.set(key, entry);
  }
  const terms = [...words.values()]
    .map(({ word, contribution }) => ({ word, contribution, share: contribution / score }))
    .sort((a, b) => b.contribution - a.contribution || (a.word < b.word ? -1 : 1));
  return { score, terms };
}
