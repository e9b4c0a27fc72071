import StemmerPl from "@nlpjs/lang-pl/src/stemmer-pl.js";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as russian } from "@orama/stemmers/russian";
import type { Language } from "./language.ts";

let polish: StemmerPl | undefined;

/**
 * The stem of a lower-case word: "batteries" and "battery" have one. Words with digits or signs are names and stay as they are.
 *
 * English by Porter, German and Russian by Snowball (`@orama/stemmers`), Polish by `@nlpjs/lang-pl`.
 */
export function stem(word: string, language: Language): string {
  if (!/^[a-z]+$/.test(word) && !/^\p{L}+$/u.test(word)) return word;
  switch (language) {
    case "en":
      return english(word).toLowerCase();
    case "de":
      return german(word);
    case "ru":
      return russian(word.replaceAll("ё", "е"));
    case "pl":
      polish ??= new StemmerPl();
      // Its `stemWord` remembers each word it ever saw; these three are what it does besides.
      polish.setCurrent(word);
      polish.innerStem();
      return polish.getCurrent();
  }
}
