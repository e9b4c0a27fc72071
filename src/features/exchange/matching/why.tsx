import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatCountry, formatDistance, formatList } from "../../../ui/index.ts";
import { linkWords, natureKey } from "../../link-words/feature.ts";
import type { Match, Named, Why } from "./found.ts";
import { sayMatch } from "./messages.ts";

const MOST_TERMS = 4;
const LEAST_TERM = 0.06;

/** What is suggested: an organisation for a need, or a need for an organisation. */
export type Suggested = "organisation" | "need";

/** One reason as a sentence of its own, with the records it rests on: for lists, files and programs. */
export function whyText(locale: Locale, why: Why, of: Suggested = "organisation"): string {
  const sentence = whySentence(locale, why, of);
  const records = of === "need" && why.signal === "text" ? [] : recordsOf(why);
  const names = [...new Set(records.map((one) => nameOf(locale, one)))];
  return names.length > 0 ? `${sentence}: ${formatList(names, locale)}` : sentence;
}

export const recordsOf = (why: Why): readonly Named[] =>
  why.signal === "text" ? why.documents : why.signal === "network" ? why.via : [];

/** The sentence alone, where the records stand beside it. */
export function whySentence(locale: Locale, why: Why, of: Suggested = "organisation"): string {
  const say = sayMatch(locale);
  switch (why.signal) {
    case "text": {
      const terms = tellingTerms(locale, why.terms);
      if (of === "need")
        return terms.length
          ? say("why.text.shared", { terms: formatList(terms, locale) })
          : say("why.text.shared.plain");
      return terms.length ? say("why.text", { terms: formatList(terms, locale) }) : say("why.text.plain");
    }
    case "circle":
      return say("why.circle", {
        organisations: formatList(
          why.organisations.map((one) => one.name),
          locale,
        ),
      });
    case "network":
      return why.path.length > 2
        ? say("why.network.over", { middle: why.path[1]!.name })
        : say("why.network.direct");
    case "experience":
      return say("why.experience", { documents: why.documents });
    case "freshness":
      return of === "need" ? say("why.freshness.need", { days: why.days }) : freshness(locale, why.days);
    case "place":
      if (why.km !== null) return say("why.place.km", { km: formatDistance(why.km, locale) });
      return say(why.sameRegion ? "why.place.region" : "why.place.country");
    case "size":
      return say("why.size");
    case "availability":
      return say("why.availability");
    case "language":
      return say("why.language", { languages: formatList(why.languages.map(languageIn(locale)), locale) });
    case "complementarity":
      return say("why.complementarity", { count: why.competences.length });
    case "feedback":
      return say(why.poor > why.good ? "why.feedback.poor" : "why.feedback.good");
  }
}

/** The words that make up most; one that began a sentence in English is written small again. */
const tellingTerms = (locale: Locale, terms: readonly { word: string; share: number }[]) =>
  terms
    .filter(({ share }) => share >= LEAST_TERM)
    .slice(0, MOST_TERMS)
    .map(({ word }) => (locale === "en" && /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));

const languageIn = (locale: Locale) => (code: string) =>
  new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;

function freshness(locale: Locale, days: number) {
  const say = sayMatch(locale);
  if (days >= 700) return say("why.freshness.years", { years: Math.round(days / 365) });
  if (days >= 60) return say("why.freshness.months", { months: Math.round(days / 30.4) });
  return say("why.freshness", { days });
}

export function nameOf(locale: Locale, named: Named): string {
  if (named.kind === "profile") return sayMatch(locale)("why.profile");
  if (named.kind !== "link") return named.title ?? "";
  const key = natureKey(named.title ?? "", "forth", linkWords);
  return key ? linkWords[key][locale] : (named.title ?? "");
}

export const placeOf = (locale: Locale, { city, country }: Match["organisation"]) =>
  [city ? displayName(city) : null, country ? formatCountry(country, locale) : null]
    .filter(Boolean)
    .join(", ");
