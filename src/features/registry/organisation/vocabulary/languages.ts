import type { Locale } from "../../../../kernel/locale.ts";
import { plainWord } from "./near.ts";

/** ISO 639-1, the living languages of it. */
const CODES =
  "aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz id ig ii ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wa wo xh yi yo za zh zu".split(
    " ",
  );

const names: Record<Locale, Intl.DisplayNames> = {
  en: new Intl.DisplayNames("en-GB", { type: "language" }),
  de: new Intl.DisplayNames("de-DE", { type: "language" }),
};

export const isLanguage = (code: string) => CODES.includes(code);
export const languageName = (code: string, locale: Locale) => names[locale].of(code) ?? code;

/** All of them by name, as a reader of this language looks for them. */
export const languageChoices = (locale: Locale) =>
  CODES.map((code) => ({ value: code, label: languageName(code, locale) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );

/** A language by its code or by its name in either tongue. */
export function languageCalled(text: string): string | undefined {
  const wanted = plainWord(text);
  return CODES.find(
    (code) =>
      code === wanted ||
      plainWord(languageName(code, "en")) === wanted ||
      plainWord(languageName(code, "de")) === wanted,
  );
}
