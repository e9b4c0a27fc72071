import type { Actor, ClusterId } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import { isNear, plainWord } from "./near.ts";
import { findSkills, skillOf } from "./skills.ts";
import { competenceOf, findCompetences, usedWords } from "./store.ts";

export interface Offer {
  code: string;
  title: string;
  titleDe: string | null;
  from: "cluster" | "euroscivoc" | "esco";
  /** How many organisations here use it. */
  organisations: number;
}

/** A code of a cluster's own word. Made from the word alone, so that two who keep the same word to themselves learn nothing. */
export const ownCode = (word: string) => `own:${plainWord(word)}`;

const FROM_EACH = 6;

/** Words to say it with: first those the cluster uses, the most used on top, then EuroSciVoc, then ESCO. */
export async function offersFor(
  db: Db,
  { actor, clusterId, today }: { actor: Actor; clusterId: ClusterId; today: string },
  words: string,
): Promise<Offer[]> {
  const wanted = plainWord(words);
  if (wanted === "") return [];
  const used = (await usedWords(db, actor, clusterId, today)).filter(({ title, titleDe, merged }) =>
    [title, titleDe ?? "", ...merged.map(({ name }) => name)].some(
      (name) => name !== "" && (plainWord(name).includes(wanted) || isNear(name, words)),
    ),
  );
  const offers = new Map<string, Offer>();
  for (const { code, title, titleDe, organisations } of used.slice(0, FROM_EACH))
    offers.set(code, { code, title, titleDe, organisations, from: "cluster" });
  for (const term of await findCompetences(db, words, FROM_EACH))
    if (!offers.has(term.code)) offers.set(term.code, { ...term, organisations: 0, from: "euroscivoc" });
  for (const { code, title } of findSkills(words, FROM_EACH))
    if (!offers.has(code)) offers.set(code, { code, title, titleDe: null, organisations: 0, from: "esco" });
  return [...offers.values()];
}

/** Before anything is typed: what others here say of themselves. */
export const mostUsed = async (
  db: Db,
  { actor, clusterId, today }: { actor: Actor; clusterId: ClusterId; today: string },
): Promise<Offer[]> =>
  (await usedWords(db, actor, clusterId, today))
    .slice(0, 12)
    .map(({ code, title, titleDe, organisations }) => ({
      code,
      title,
      titleDe,
      organisations,
      from: "cluster",
    }));

/** The offers that a person who typed this probably means. */
export const meant = (offers: readonly Offer[], word: string) =>
  offers.filter(({ title, titleDe }) => isNear(title, word) || (titleDe !== null && isNear(titleDe, word)));

/** The one that is the same word, but for case and spaces. */
export const same = (offers: readonly Offer[], word: string) =>
  offers.find(
    ({ title, titleDe }) =>
      plainWord(title) === plainWord(word) || (titleDe !== null && plainWord(titleDe) === plainWord(word)),
  );

export interface Word {
  value: string;
  code: string;
}

/**
 * What a person said, as a word of the vocabulary: the code they chose, else a word that is the same, else the cluster's own.
 * `null` for a code that does not exist.
 */
export async function wordFor(
  db: Db,
  about: { actor: Actor; clusterId: ClusterId; today: string },
  { value, code }: { value: string; code?: string | undefined },
): Promise<Word | null> {
  if (code === "own" || code === ownCode(value)) return { value, code: ownCode(value) };
  if (code?.startsWith("own:")) {
    const used = (await usedWords(db, about.actor, about.clusterId, about.today)).find(
      (word) => word.code === code,
    );
    return used ? { value: used.title, code } : null;
  }
  if (code !== undefined) {
    const known = skillOf(code) ?? (await competenceOf(db, code));
    return known ? { value: known.title, code } : null;
  }
  const found = same(await offersFor(db, about, value), value);
  return found ? { value: found.title, code: found.code } : { value, code: ownCode(value) };
}
