import { STOP_WORDS } from "./stop-words.ts";

/** The languages with a stemmer and stop words: English, German, Polish, Russian. */
export type Language = "en" | "de" | "pl" | "ru";

export const LANGUAGES: readonly Language[] = ["en", "de", "pl", "ru"];

/** How much a word says for each language, as small counts in the order of {@link LANGUAGES}. */
export type Hint = readonly [en: number, de: number, pl: number, ru: number];

export const NO_HINT: Hint = [0, 0, 0, 0];

/**
 * What a lower-case word says about the language of its text: a stop word speaks for each language that has it, a letter that
 * only one of the four writes speaks for that one.
 */
export function hintOf(word: string): Hint {
  const stop = STOP_WORDS.get(word) ?? 0;
  if (stop === 0 && /^[a-z0-9]*$/.test(word)) return NO_HINT;
  const german = ((stop >> 1) & 1) + Number(/[äöüß]/.test(word));
  const polish = ((stop >> 2) & 1) + Number(/[ąćęłńśźż]/.test(word));
  const russian = ((stop >> 3) & 1) + Number(/[а-яё]/.test(word));
  return [stop & 1, german, polish, russian];
}

/** The language most words speak for; `undefined` where none is ahead by `lead`. */
export function ahead(votes: ArrayLike<number>, lead = 1): Language | undefined {
  let best = 0;
  for (let i = 1; i < LANGUAGES.length; i++) if (votes[i]! > votes[best]!) best = i;
  for (let i = 0; i < LANGUAGES.length; i++) {
    if (i !== best && votes[best]! - votes[i]! < lead) return undefined;
  }
  return LANGUAGES[best];
}
