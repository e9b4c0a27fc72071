import { IntlMessageFormat } from "intl-messageformat";
import { LRUCache } from "lru-cache";
import type { Locale } from "./locale.ts";

/** ICU messages of one feature: every key in every language, so a missing translation does not compile. */
export type Messages = Record<string, Record<Locale, string>>;
export type Values = Record<string, string | number | Date>;
export type Say<M extends Messages> = (key: keyof M & string, values?: Values) => string;

const formats = new Map<string, IntlMessageFormat>();
/** Sentences said before: lists say the same few again and again, and putting one together takes long. */
const said = new LRUCache<string, string>({ max: 10_000 });

/** `const say = speaker(messages)` once per feature; `say(locale)("key", { count })` where a sentence is needed. */
export function speaker<M extends Messages>(messages: M): (locale: Locale) => Say<M> {
  return (locale) => (key, values) => {
    const text = messages[key]![locale];
    if (!text.includes("{") && !text.includes("'")) return text;
    const id = `${locale}\u0000${text}`;
    const whole = values ? id + JSON.stringify(values) : id;
    const before = said.get(whole);
    if (before !== undefined) return before;
    let format = formats.get(id);
    if (!format) {
      format = new IntlMessageFormat(text, locale === "en" ? "en-GB" : "de-DE", undefined, {
        // A `<` in a sentence is a sign, not the beginning of a tag.
        ignoreTag: true,
      });
      formats.set(id, format);
    }
    const sentence = String(format.format(values));
    said.set(whole, sentence);
    return sentence;
  };
}
