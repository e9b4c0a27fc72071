import { Fragment } from "hono/jsx";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatCountry, formatDistance, formatList, formatPercent } from "../../../ui/index.ts";
import { linkWords, natureKey } from "../../link-words/feature.ts";
import type { Match, Named, Why } from "./found.ts";
import { sayMatch } from "./messages.ts";

const MOST_TERMS = 5;

/** One reason as a sentence without links: for letters, files and programs. */
export function whyText(locale: Locale, why: Why): string {
  const say = sayMatch(locale);
  switch (why.signal) {
    case "text": {
      const terms = why.terms.slice(0, MOST_TERMS).map(({ word }) => word);
      const documents = why.documents.map((one) => nameOf(locale, one));
      const about = terms.length
        ? say("why.text", { terms: formatList(terms, locale) })
        : say("why.text.plain");
      return documents.length
        ? `${about} ${say("why.text.in", { documents: formatList(documents, locale) })}`
        : about;
    }
    case "circle":
      return say("why.circle", {
        organisations: formatList(
          why.organisations.map((one) => one.name),
          locale,
        ),
      });
    case "network": {
      const via = formatList([...new Set(why.via.map((one) => nameOf(locale, one)))], locale);
      return why.path.length > 2
        ? say("why.network.over", { middle: why.path[1]!.name, via })
        : say("why.network.direct", { via });
    }
    case "experience":
      return say("why.experience", { documents: why.documents });
    case "freshness":
      return freshness(locale, why.days);
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

/** A reason with its weight and the records behind it: every figure opens what it was made of. */
export function WhyLine({ locale, why }: { locale: Locale; why: Why }) {
  return (
    <li>
      <span class="share">{formatPercent(why.share, locale)}</span> <WhySentence locale={locale} why={why} />
    </li>
  );
}

function WhySentence({ locale, why }: { locale: Locale; why: Why }) {
  const say = sayMatch(locale);
  if (why.signal === "text" && why.documents.length > 0) {
    const terms = why.terms.slice(0, MOST_TERMS).map(({ word }) => word);
    return (
      <span>
        {terms.length ? say("why.text", { terms: formatList(terms, locale) }) : say("why.text.plain")}:{" "}
        <Linked locale={locale} records={why.documents} />
      </span>
    );
  }
  if (why.signal === "network" && why.via.length > 0)
    return (
      <span>
        {whyText(locale, why)} (<Linked locale={locale} records={why.via} />)
      </span>
    );
  return <span>{whyText(locale, why)}</span>;
}

const Linked = ({ locale, records }: { locale: Locale; records: readonly Named[] }) => (
  <>
    {records.map((one, at) => (
      <Fragment key={one.id}>
        {at > 0 ? ", " : ""}
        {one.href ? <a href={one.href}>{nameOf(locale, one)}</a> : nameOf(locale, one)}
        {one.date ? <small> {one.date.slice(0, 4)}</small> : null}
      </Fragment>
    ))}
  </>
);

export const placeOf = (locale: Locale, { city, country }: Match["organisation"]) =>
  [city ? displayName(city) : null, country ? formatCountry(country, locale) : null]
    .filter(Boolean)
    .join(", ");
