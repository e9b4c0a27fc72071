import type { Locale } from "../../../kernel/locale.ts";
import { formatDate, formatNumber } from "../../../ui/index.ts";
import { natureKey } from "../../link-words/feature.ts";
import { linkMessages, sayLink } from "./messages.ts";
import type { End } from "./schema.ts";

/** A word of the vocabulary in the reader's language; what an import brought and nobody translated is shown as it is. */
function word(locale: Locale, key: string, otherwise: string): string {
  return key in linkMessages ? sayLink(locale)(key as keyof typeof linkMessages) : otherwise;
}

/** "is supplied by": what stands between the two names when the first is this end of the link. */
export function natureWords(locale: Locale, nature: string, end: End): string {
  const key = natureKey(nature, end === "from" ? "forth" : "back", linkMessages);
  return key ? sayLink(locale)(key) : nature.replaceAll("-", " ");
}
export const typeWords = (locale: Locale, type: string) => word(locale, `type.${type}`, type);
export const issueWords = (locale: Locale, issue: string | null) =>
  issue === null ? "" : word(locale, `issue.${issue}`, issue);
export const digitalWords = (locale: Locale, level: string | null) =>
  level === null ? "" : word(locale, `digital.${level}`, level);
export const originWords = (locale: Locale, origin: string) => word(locale, `origin.${origin}`, origin);

/** A declared strength is a word; one that was reckoned from records is a figure. */
export function strengthWords(locale: Locale, link: { origin: string; strength: number }): string {
  if (link.origin === "derived")
    return sayLink(locale)("strength.derived", { value: formatNumber(link.strength, locale, 2) });
  return word(locale, `strength.${link.strength}`, formatNumber(link.strength, locale, 1));
}

export function timeWords(
  locale: Locale,
  { since, until }: { since: string | null; until: string | null },
): string {
  const say = sayLink(locale);
  const values = {
    since: since ? formatDate(since, locale) : "",
    until: until ? formatDate(until, locale) : "",
  };
  if (since && until) return say("time.both", values);
  if (since) return say("time.since", values);
  return until ? say("time.until", values) : "";
}
