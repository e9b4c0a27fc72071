import type { NameForm, Prepared } from "./prepare.ts";
import type { Rarity } from "./rarity.ts";

/** Why two may be one, or may not; each is a sentence in messages.ts. */
export const REASONS = [
  "same-name",
  "similar-name",
  "same-vat",
  "same-lei",
  "same-ror",
  "same-pic",
  "same-register-number",
  "same-domain",
  "same-address",
  "same-street",
  "near",
  "same-city",
  "other-country",
  "far",
  "other-form",
  "other-words",
  "more-words",
  "other-numbers",
  "other-vat",
  "other-lei",
  "other-ror",
  "other-register-number",
  "other-domain",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Comparison {
  /** How sure it is that both are one, 0 to 1. */
  score: number;
  /** What speaks for and against it, the weightiest first. */
  reasons: readonly Reason[];
}

/** From here on a person need hardly look, and from here on a person should look. */
export const SURELY = 0.9;
export const PERHAPS = 0.5;
export type Likelihood = "surely" | "perhaps";
export const likelihood = (score: number): Likelihood | null =>
  score >= SURELY ? "surely" : score >= PERHAPS ? "perhaps" : null;

/** What each observation adds to the log odds. Chosen by hand, with the organisations of CORDIS before one's eyes; bench/duplicates.ts measures. */
const WEIGHT: Record<Exclude<Reason, "same-name" | "similar-name">, number> = {
  "same-vat": 6.6,
  "same-lei": 8,
  "same-ror": 6,
  "same-pic": 8,
  "same-register-number": 5,
  "same-domain": 2,
  "same-address": 2.6,
  "same-street": 1.6,
  near: 1.4,
  "same-city": 0.7,
  "other-country": -6,
  far: -1.6,
  "other-form": -1.6,
  "other-words": -2.2,
  "more-words": -1.7,
  "other-numbers": -2.5,
  "other-vat": -4,
  "other-lei": -6,
  "other-ror": -3,
  "other-register-number": -3.5,
  "other-domain": -0.8,
};
const START = -2.4;
const NAME = 14;
const NAME_LEVEL = 0.72;
/** Two names for one thing need not be alike at all, where an identifier says that it is one. */
const NAME_LEAST = -4;

/** Compares two organisations. Says the same in either order. */
export function compare(a: Prepared, b: Prepared, rarity: Rarity): Comparison {
  const name = bestName(a, b, rarity);
  const told: [Reason, number][] = observations(a, b, name).map((reason) => [reason, WEIGHT[reason]]);
  const fromName = Math.max(NAME_LEAST, NAME * worth(name));
  if (name.similarity > 0.6)
    told.push([name.similarity > 0.97 ? "same-name" : "similar-name", Math.max(0.1, fromName)]);
  const odds = told.reduce(
    (sum, [reason, weight]) => (reason.endsWith("-name") ? sum : sum + weight),
    START + fromName,
  );
  return {
    score: 1 / (1 + Math.exp(-odds)),
    reasons: told
      .sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]) || (x[0] < y[0] ? -1 : 1))
      .map(([reason]) => reason),
  };
}

type Observation = keyof typeof WEIGHT;

function observations(a: Prepared, b: Prepared, name: NameMatch): Observation[] {
  const found: Observation[] = [];
  const both = (key: "lei" | "ror" | "vat" | "registerNumber" | "pic" | "domain") =>
    a[key] !== null && b[key] !== null;
  const same = (key: "lei" | "ror" | "vat" | "registerNumber" | "pic" | "domain") =>
    both(key) && a[key] === b[key];
  const home = a.country !== null && a.country === b.country;

  if (both("lei")) found.push(same("lei") ? "same-lei" : "other-lei");
  if (both("ror")) found.push(same("ror") ? "same-ror" : "other-ror");
  // One body registered twice as a participant has two codes: that is what is looked for.
  if (same("pic")) found.push("same-pic");
  // Abroad a firm has another number, and is none the less itself.
  if (both("vat") && home) found.push(same("vat") ? "same-vat" : "other-vat");
  if (both("registerNumber") && home)
    found.push(same("registerNumber") ? "same-register-number" : "other-register-number");
  if (both("domain")) found.push(same("domain") ? "same-domain" : "other-domain");

  if (a.country !== null && b.country !== null && !home) found.push("other-country");
  else found.push(...placeOf(a, b));

  if (name.similarity > 0.6) {
    if (name.otherForm) found.push("other-form");
    if (name.otherNumbers) found.push("other-numbers");
    else if (name.otherWords) found.push("other-words");
    else if (name.moreWords) found.push("more-words");
  }
  return found;
}

function placeOf(a: Prepared, b: Prepared): Observation[] {
  const road = a.street !== null && b.street !== null && alike(a.street, b.street) > 0.8;
  const town = a.postal !== null && a.postal === b.postal ? true : a.city !== null && a.city === b.city;
  if (road && town) return [a.house === b.house ? "same-address" : "same-street"];
  if (a.place && b.place) {
    const apart = kilometres(a.place, b.place);
    if (apart <= 1) return ["near"];
    if (town) return ["same-city"];
    return apart > 60 ? ["far"] : [];
  }
  return town ? ["same-city"] : [];
}

export function kilometres(
  [lat, lon]: readonly [number, number],
  [lat2, lon2]: readonly [number, number],
): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat) * rad) / 2) ** 2 +
    Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

interface NameMatch {
  similarity: number;
  /** How much there is to be alike: an abbreviation or one common word is little. */
  weight: number;
  otherForm: boolean;
  /** Each has a telling word that the other lacks. */
  otherWords: boolean;
  /** One has a telling word that the other lacks: its department, its holding, its spin-off. */
  moreWords: boolean;
  otherNumbers: boolean;
}

const NOTHING: NameMatch = {
  similarity: 0,
  weight: 0,
  otherForm: false,
  otherWords: false,
  moreWords: false,
  otherNumbers: false,
};
/** A group's short name stands for all of its firms: it proves less than the whole name. */
const ONE_SHORT = 0.5;
const BOTH_SHORT = 0.4;

/** The two of their names that are most alike. What the whole names say against it counts, whichever are more alike. */
function bestName(a: Prepared, b: Prepared, rarity: Rarity): NameMatch {
  let best = NOTHING;
  let whole = NOTHING;
  for (const [i, mine] of a.names.entries())
    for (const [j, theirs] of b.names.entries()) {
      const match = nameMatch(mine, theirs, rarity);
      if (i + j === 0) whole = match;
      else match.weight *= i > 0 && j > 0 ? BOTH_SHORT : ONE_SHORT;
      if (worth(match) > worth(best) || best === NOTHING) best = match;
    }
  const { otherForm, otherWords, moreWords, otherNumbers } = whole;
  return whole.similarity > 0.6 ? { ...best, otherForm, otherWords, moreWords, otherNumbers } : best;
}

const worth = ({ similarity, weight }: NameMatch) =>
  (similarity - NAME_LEVEL) * (similarity > NAME_LEVEL ? weight : 1);

function nameMatch(a: NameForm, b: NameForm, rarity: Rarity): NameMatch {
  const words = wordMatch(a, b, rarity);
  const similarity = a.run === b.run ? 1 : Math.max(words.similarity, alikeGrams(a, b) * 0.98);
  return {
    similarity,
    weight: a.brief || b.brief ? 0.25 : Math.min(1, Math.min(words.shared, 14) / 8),
    otherForm: a.form !== null && b.form !== null && a.form !== b.form,
    otherWords: similarity < 0.97 && words.otherWords,
    moreWords: similarity < 0.97 && words.moreWords,
    otherNumbers: words.otherNumbers,
  };
}

/** Words weigh by how rare they are; a word meets its most similar one on the other side, each once. */
function wordMatch(a: NameForm, b: NameForm, rarity: Rarity) {
  // In a fixed order: what is compared must not depend on who is named first.
  const [low, high] = a.run <= b.run ? [a.words, b.words] : [b.words, a.words];
  const pairs: [number, number, number][] = [];
  for (const [i, word] of low.entries())
    for (const [j, other] of high.entries()) {
      const close = word === other ? 1 : similarWords(word, other);
      if (close > 0) pairs.push([close, i, j]);
    }
  pairs.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
  const taken = new Set<number>();
  const given = new Set<number>();
  let shared = 0;
  for (const [close, i, j] of pairs) {
    if (taken.has(i) || given.has(j)) continue;
    taken.add(i);
    given.add(j);
    shared += close * Math.min(rarity(low[i]!), rarity(high[j]!));
  }
  const alone = (words: readonly string[], met: Set<number>) => words.filter((_, i) => !met.has(i));
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + rarity(word), 0);
  const [aloneLow, aloneHigh] = [alone(low, taken), alone(high, given)];
  const [wholeLow, wholeHigh] = [sum(low), sum(high)];
  const telling = (rest: readonly string[]) => rest.some((word) => rarity(word) > 4 && !/\d/.test(word));
  return {
    // All of one in the other is worth something, but a department is not its university.
    similarity:
      Math.min(wholeLow, wholeHigh) === 0
        ? 0
        : 0.75 * ((2 * shared) / (wholeLow + wholeHigh)) + 0.25 * (shared / Math.min(wholeLow, wholeHigh)),
    shared,
    otherWords: telling(aloneLow) && telling(aloneHigh),
    moreWords: telling(aloneLow) !== telling(aloneHigh),
    otherNumbers: aloneLow.some((word) => /\d/.test(word)) && aloneHigh.some((word) => /\d/.test(word)),
  };
}

/** Slips of the pen and endings; short words must be the same, and figures always. */
function similarWords(a: string, b: string): number {
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a + b)) return 0;
  if (Math.abs(a.length - b.length) > 3) return 0;
  const common = prefix(a, b);
  if (common < 2) return 0;
  const close = 1 - edits(a, b) / Math.max(a.length, b.length);
  return close >= 0.75 ? close : 0;
}

function prefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

const alike = (a: string, b: string) => (a === b ? 1 : 1 - edits(a, b) / Math.max(a.length, b.length));

function alikeGrams(a: NameForm, b: NameForm): number {
  let common = 0;
  for (const gram of a.grams) if (b.grams.has(gram)) common++;
  return (2 * common) / (a.grams.size + b.grams.size);
}
