import { LRUCache } from "lru-cache";
import type { Locale } from "../../../kernel/locale.ts";
import { type Facet, formatCountry } from "../../../ui/index.ts";
import { nameOf } from "../own-fields/words.ts";
import type { Finding } from "./actions.ts";
import type { Vocabulary } from "./catalogue.ts";
import { type Counts, regionOfCountry } from "./find.ts";
import { industryCalled } from "./industries.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";
import { regionCalled } from "./regions.ts";
import { BELONGING, type Filter, KINDS, SIZES } from "./schema.ts";

/** A pass over the catalogue may serve many pages, and so may its facets: they go when it goes. */
const kept = new WeakMap<Counts, LRUCache<string, Facet[]>>();

export function facetsOf(finding: Finding, filter: Filter, locale: Locale, inCluster: boolean): Facet[] {
  const { kind, size, industry, country, region, competence, cluster, role, level, belongs, label, own } =
    filter;
  const key = JSON.stringify([
    locale,
    inCluster,
    kind,
    size,
    industry,
    country,
    region,
    competence,
    cluster,
    role,
    level,
    belongs,
    label,
    own,
    finding.clusters,
  ]);
  let known = kept.get(finding.counts);
  if (!known) {
    known = new LRUCache<string, Facet[]>({ max: 20 });
    kept.set(finding.counts, known);
  }
  let facets = known.get(key);
  if (!facets) {
    facets = counted(finding, filter, locale, inCluster);
    known.set(key, facets);
  }
  return facets;
}

/** The facets of a finding: only values that would bring something, and those chosen. */
function counted(finding: Finding, filter: Filter, locale: Locale, inCluster: boolean): Facet[] {
  const say = sayOfDirectory(locale);
  const { counts, clusters } = finding;
  const closed = (
    name: "kind" | "size" | "role",
    values: readonly string[],
    of: ReadonlyMap<string, number>,
  ): Facet => ({
    name,
    label: say(`facet.${name}`),
    options: values
      .map((value) => ({ value, label: wordFor(say, name, value), count: of.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || filter[name].includes(value)),
  });
  const facets: Facet[] = [
    closed("kind", KINDS, counts.kind),
    closed("size", SIZES, counts.size),
    {
      name: "industry",
      label: say("facet.industry"),
      options: [...new Set([...filter.industry, ...counts.industry.keys()])]
        .sort()
        .map((value) => ({ value, label: industryCalled(value, locale), count: counts.industry.get(value) })),
    },
    {
      name: "competence",
      label: say("facet.competence"),
      options: competenceOptions(finding, filter, locale),
      limit: 8,
    },
    inCluster
      ? closed("role", ["anchor", "core", "associate", "partner", "applicant"], counts.group)
      : {
          name: "cluster",
          label: say("facet.cluster"),
          options: clusters
            .map((cluster) => ({
              value: cluster.slug,
              label: locale === "de" ? cluster.nameDe : cluster.nameEn,
              count: counts.group.get(cluster.slug) ?? 0,
            }))
            .filter(({ value, count }) => count > 0 || filter.cluster.includes(value)),
          limit: 8,
        },
    ...(inCluster ? memberFacets(finding, filter, locale) : []),
    { name: "country", label: say("facet.country"), options: countryOptions(finding, filter, locale) },
    { name: "region", label: say("facet.region"), options: regionOptions(finding, filter), limit: 8 },
  ];
  return facets.filter((facet) => facet.options.length > 0);
}

/** How members belong, and what the team keeps about them. */
function memberFacets(finding: Finding, filter: Filter, locale: Locale): Facet[] {
  const say = sayOfDirectory(locale);
  const { levels, nested, team, counts } = finding;
  const countOf = (name: string, value: string) => counts.extra.get(name)?.get(value) ?? 0;
  const shown = (
    name: "level" | "belongs" | "label",
    options: { value: string; label: string }[],
  ): Facet => ({
    name,
    label: say(`facet.${name}`),
    options: options
      .map((option) => ({ ...option, count: countOf(name, option.value) }))
      .filter(({ value, count }) => count > 0 || (filter[name] as readonly string[]).includes(value)),
  });
  return [
    shown(
      "level",
      levels.map((one) => ({ value: one.id, label: locale === "de" ? one.nameDe : one.nameEn })),
    ),
    ...(nested
      ? [
          shown(
            "belongs",
            BELONGING.map((value) => ({ value, label: say(`belongs.${value}`) })),
          ),
        ]
      : []),
    ...(team
      ? [
          shown(
            "label",
            team.labels.map(({ id, name }) => ({ value: id, label: name })),
          ),
          ...team.fields.flatMap((field) => {
            if (field.kind !== "choice") return [];
            const held = counts.extra.get(`own.${field.key}`) ?? new Map<string, number>();
            const values = new Set([
              ...field.choices.map((choice) => `${field.key}:${choice}`),
              ...held.keys(),
            ]);
            const options = [...values]
              .map((value) => ({
                value,
                label: value.slice(field.key.length + 1) || say("own.none"),
                count: held.get(value) ?? 0,
              }))
              .filter(({ value, count }) => count > 0 || filter.own.includes(value));
            // That nothing is filled in says something only beside what is.
            return options.some(({ value }) => value !== `${field.key}:`)
              ? [{ name: "own", label: nameOf(field, locale), options }]
              : [];
          }),
        ]
      : []),
  ];
}

/** What is asked of the team's own fields beyond choices, as words for the list of chosen filters. */
export function ownFilterWords({ team }: Finding, filter: Filter, locale: Locale): Facet["options"] {
  const say = sayOfDirectory(locale);
  return filter.own.map((value) => {
    const [key, asked] = [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)];
    const field = team?.fields.find((one) => one.key === key);
    const name = field ? nameOf(field, locale) : key;
    const what = asked === "" ? say("own.none") : asked === "*" ? say("own.any") : asked;
    const words = what
      .replace(/^>=/, "≥ ")
      .replace(/^<=/, "≤ ")
      .replace(/^~(.*)$/, "“$1”");
    return { value, label: `${name}: ${words}` };
  });
}

const inOrder = { en: new Intl.Collator("en"), de: new Intl.Collator("de") };

function countryOptions({ counts }: Finding, filter: Filter, locale: Locale) {
  const codes = new Set([...counts.country.keys(), ...filter.country]);
  return [...codes]
    .map((value) => ({ value, label: formatCountry(value, locale), count: counts.country.get(value) ?? 0 }))
    .sort((a, b) => b.count - a.count || inOrder[locale].compare(a.label, b.label));
}

/** The regions of the countries chosen, and below a chosen region its parts. */
function regionOptions({ counts }: Finding, filter: Filter) {
  // Where all are in one country, its regions need no asking for.
  const [only, ...others] = counts.country.keys();
  const opened = new Set([
    ...(only && others.length === 0 ? [regionOfCountry(only)] : []),
    ...filter.country.map(regionOfCountry),
    ...filter.region.flatMap((code) => [code.slice(0, 2), ...(code.length < 5 ? [code] : [])]),
  ]);
  if (opened.size === 0) return [];
  const sums = new Map<string, number>(filter.region.map((code) => [code, 0]));
  for (const [code, count] of counts.region) {
    for (let length = 3; length <= code.length; length++) {
      const prefix = code.slice(0, length);
      if (opened.has(code.slice(0, length - 1)) || filter.region.includes(prefix))
        sums.set(prefix, (sums.get(prefix) ?? 0) + count);
    }
  }
  return [...sums]
    .map(([value, count]) => ({ value, label: regionCalled(value), count }))
    .sort(
      (a, b) =>
        Number(filter.region.includes(b.value)) - Number(filter.region.includes(a.value)) ||
        b.count - a.count,
    );
}

/** The broad fields first; below a chosen field its parts, so that one narrows step by step. */
function competenceOptions({ catalogue: { vocabulary }, counts }: Finding, filter: Filter, locale: Locale) {
  const chosen = filter.competence.flatMap((code) => vocabulary.position.get(code) ?? []);
  const parts = chosen.flatMap((at) => vocabulary.children.get(vocabulary.terms[at]!.code) ?? []);
  const broad = vocabulary.children.get(null) ?? [];
  const byCount = (list: readonly number[]) =>
    list.toSorted((a, b) => counts.competence[b]! - counts.competence[a]!);
  return [...new Set([...chosen, ...byCount(parts), ...byCount(broad)])]
    .filter((at) => counts.competence[at]! > 0 || chosen.includes(at))
    .map((at) => ({
      value: vocabulary.terms[at]!.code,
      label: competenceTitle(vocabulary, at, locale),
      count: counts.competence[at]!,
    }));
}

export function competenceTitle(vocabulary: Vocabulary, at: number, locale: Locale): string {
  const term = vocabulary.terms[at]!;
  const title = (locale === "de" && term.titleDe) || term.titleEn;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

export const titleOfCode = (vocabulary: Vocabulary, code: string, locale: Locale): string => {
  const at = vocabulary.position.get(code);
  return at === undefined ? code : competenceTitle(vocabulary, at, locale);
};
