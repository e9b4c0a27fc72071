import type { Locale } from "../kernel/locale.ts";
import { address, pairsWithout, type Query, toggled, valuesIn } from "./address.ts";
import { formatNumber } from "./format.ts";
import { uiSay } from "./messages.ts";

export interface Facet {
  /** Its name in the address, as `kind`. */
  name: string;
  label: string;
  options: readonly { value: string; label: string; count?: number | undefined }[];
  /** How many options are seen before "more". */
  limit?: number | undefined;
}

export interface FacetListProps {
  locale: Locale;
  path: string;
  query: Query;
  facets: readonly Facet[];
}

/** Filters as check boxes in a GET form: the address is the state, a button applies it, `<filter-form>` presses the button. */
export function FacetList({ locale, path, query, facets }: FacetListProps) {
  const say = uiSay(locale);
  // A value that stands in none of its boxes was asked elsewhere, and stays asked.
  const boxes = new Set(
    facets.flatMap((facet) => facet.options.map((option) => `${facet.name}=${option.value}`)),
  );
  const carried = pairsWithout(query, []).filter(([name, value]) => !boxes.has(`${name}=${value}`));
  return (
    <details class="filters">
      <summary>{say("filters")}</summary>
      <filter-form>
        <form class="facets" method="get" action={path} aria-label={say("filters")}>
          {carried.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {facets.map((facet) => (
            <FacetGroup key={facet.name} locale={locale} query={query} facet={facet} />
          ))}
          <div class="form-acts">
            <button type="submit" class="btn">
              {say("filter.apply")}
            </button>
          </div>
        </form>
      </filter-form>
    </details>
  );
}

function FacetGroup({ locale, query, facet }: { locale: Locale; query: Query; facet: Facet }) {
  const chosen = new Set(valuesIn(query, facet.name));
  const limit = facet.limit ?? 7;
  // What is chosen stays in sight, however small its count.
  const near = facet.options.filter((option, i) => i < limit || chosen.has(option.value));
  const far = facet.options.filter((option, i) => i >= limit && !chosen.has(option.value));
  const box = (option: Facet["options"][number]) => (
    <label class="choice">
      <input type="checkbox" name={facet.name} value={option.value} checked={chosen.has(option.value)} />
      <span>{option.label}</span>
      {option.count === undefined ? null : <i>{formatNumber(option.count, locale)}</i>}
    </label>
  );
  return (
    <fieldset>
      <legend>{facet.label}</legend>
      {near.map(box)}
      {far.length ? (
        <details>
          <summary>{uiSay(locale)("filter.more", { count: far.length })}</summary>
          {far.map(box)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** What is filtered now, each with a link that takes it away. */
export function ChosenFilters({ locale, path, query, facets }: FacetListProps) {
  const say = uiSay(locale);
  const chosen = facets.flatMap((facet) =>
    valuesIn(query, facet.name).map((value) => ({
      name: facet.name,
      value,
      label: facet.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
  if (!chosen.length) return null;
  const none = Object.fromEntries(facets.map((facet) => [facet.name, null]));
  return (
    <ul class="chosen">
      {chosen.map(({ name, value, label }) => (
        <li>
          <a
            class="tag"
            href={address(path, query, toggled(query, name, value))}
            aria-label={say("filter.remove", { label })}
          >
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="tag plain" href={address(path, query, none)}>
          {say("filter.clear")}
        </a>
      </li>
    </ul>
  );
}
