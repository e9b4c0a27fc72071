import type { Locale } from "../../../kernel/locale.ts";
import { KIND_WORDS } from "../../exchange/feature.ts";
import { regionName } from "../../places/feature.ts";

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

const KINDS: Words = {
  enterprise: { en: "enterprises", de: "Unternehmen" },
  research: { en: "research", de: "Forschung" },
  authority: { en: "authorities", de: "Behörden" },
  development: { en: "development agencies", de: "Förderer" },
  association: { en: "associations", de: "Verbände" },
  finance: { en: "finance", de: "Finanzierung" },
  service: { en: "services", de: "Dienstleister" },
  inventor: { en: "inventors", de: "Erfinder" },
};

const SIZES: Words = {
  micro: { en: "micro", de: "kleinst" },
  small: { en: "small", de: "klein" },
  medium: { en: "medium", de: "mittel" },
  large: { en: "large", de: "groß" },
  sme: { en: "small or medium", de: "klein oder mittel" },
};

const of = (words: Words) => (code: string, locale: Locale) => words[code]?.[locale] ?? code;

const NAMES: Readonly<Record<string, (code: string, locale: Locale) => string>> = {
  kind: of(KINDS),
  size: of(SIZES),
  need: of(KIND_WORDS),
  region: (code) => regionName(code) ?? code,
};

export const codeWords = (dimension: string, code: string, locale: Locale): string =>
  NAMES[dimension]?.(code, locale) ?? code;
