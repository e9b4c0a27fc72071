import type { Locale } from "../../../kernel/locale.ts";
import { KIND_WORDS } from "../../exchange/feature.ts";
import { regionName } from "../../places/feature.ts";
import { kindWords, sizeWords } from "../../registry/feature.ts";

const NAMES: Readonly<Record<string, (locale: Locale, code: string) => string>> = {
  kind: kindWords,
  size: sizeWords,
  need: (locale, code) => (KIND_WORDS as Record<string, Record<Locale, string>>)[code]?.[locale] ?? code,
  region: (_, code) => regionName(code) ?? code,
};

export const codeWords = (dimension: string, code: string, locale: Locale): string =>
  NAMES[dimension]?.(locale, code) ?? code;
