import type { Prepared } from "./prepare.ts";
import { countWords, rarityOf } from "./rarity.ts";
import { type Comparison, compare, PERHAPS } from "./rules.ts";

/** A key that so many share brings nothing together. */
const CROWD = 60;
const RARE_WORDS = 4;

export interface Pair extends Comparison {
  a: string;
  b: string;
}

export interface Wanted {
  /** Only pairs with one of these. */
  among?: ReadonlySet<string>;
  from?: number;
}

/** All pairs that may be one. */
export function findPairs(organisations: readonly Prepared[], wanted: Wanted = {}): Pair[] {
  const steps = pairSteps(organisations, wanted);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in small steps, so that others may have the processor in between. Only those are compared that share an identifier, a domain,
 * an address or rare words of their names: that is about n times a few, not n times n.
 */
export function* pairSteps(
  organisations: readonly Prepared[],
  { among, from = PERHAPS }: Wanted = {},
): Generator<void, Pair[]> {
  const counts = countWords(organisations);
  yield;
  const rarity = rarityOf(counts, organisations.length);
  const blocks = new Map<string, number[]>();
  for (const [i, organisation] of organisations.entries()) {
    if (i % 100 === 0) yield;
    for (const key of keysOf(organisation, counts)) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
  }
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > CROWD) continue;
    yield;
    for (const [x, i] of block.entries())
      for (const j of block.slice(x + 1)) {
        const [a, b] = [organisations[i]!, organisations[j]!];
        if (among && !among.has(a.id) && !among.has(b.id)) continue;
        const pair = i * organisations.length + j;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const comparison = compare(a, b, rarity);
        if (comparison.score >= from) pairs.push({ a: a.id, b: b.id, ...comparison });
      }
  }
  return pairs.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}

function keysOf(organisation: Prepared, counts: ReadonlyMap<string, number>): Set<string> {
  const keys = new Set<string>();
  const { country, names } = organisation;
  for (const key of ["vat", "lei", "ror", "pic", "registerNumber", "domain"] as const)
    if (organisation[key] !== null) keys.add(`${key} ${organisation[key]}`);
  if (organisation.street && organisation.house)
    keys.add(`at ${country} ${organisation.city} ${organisation.street.slice(0, 7)} ${organisation.house}`);
  for (const name of names) {
    keys.add(`run ${name.run}`);
    keys.add(`start ${country} ${name.run.slice(0, 10)}`);
    const rare = [...new Set(name.words)]
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, RARE_WORDS);
    for (const [i, word] of rare.entries()) {
      keys.add(`word ${country} ${word}`);
      if (word.length >= 6) keys.add(`stem ${country} ${word.slice(0, 5)} ${organisation.city}`);
      for (const other of rare.slice(i + 1)) keys.add(`words ${country} ${[word, other].sort().join(" ")}`);
    }
  }
  return keys;
}
