import type { Locale } from "../../../kernel/locale.ts";
import { isOrganisationMessage, sayOrganisation } from "./messages.ts";

function word(locale: Locale, key: string, otherwise: string): string {
  return isOrganisationMessage(key) ? sayOrganisation(locale)(key) : otherwise;
}

export const kindWords = (locale: Locale, kind: string) => word(locale, `kind.${kind}`, kind);
export const sizeWords = (locale: Locale, size: string | null) =>
  size === null ? "" : word(locale, `size.${size}`, size);
export const memberWords = (locale: Locale, role: string) => word(locale, `member.${role}`, role);
export const partWords = (locale: Locale, role: string) => word(locale, `role.${role}`, role);

/** The vocabulary was translated only in part: what has no German word keeps its English one. */
export const competenceTitle = (locale: Locale, term: { titleEn: string; titleDe: string | null }) =>
  (locale === "de" && term.titleDe) || term.titleEn;

const SOURCES: Record<string, string> = {
  "cordis-he": "CORDIS, Horizon Europe",
  "cordis-h2020": "CORDIS, Horizon 2020",
  "cordis-fp7": "CORDIS, FP7",
};

export const sourceName = (source: string) => SOURCES[source] ?? source;

/** What the demo region marks as such. */
export const INVENTED = "invented for the demonstration";

/** A word in a narrow column that stays in one piece. */
export const unbroken = (text: string) => text.replaceAll(" ", "\u00a0").replaceAll("–", "\u2060–\u2060");
