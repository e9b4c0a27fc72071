import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  Button,
  type Facet,
  FacetList,
  formatNumber,
  pairsWithout,
  type Query,
} from "../../../ui/index.ts";
import type { Finding } from "./actions.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";
import { DEFAULT_KM, type PageQuery } from "./schema.ts";

interface Here {
  locale: Locale;
  path: string;
  query: Query;
}

export function Filters({
  locale,
  path,
  query,
  asked,
  facets,
}: Here & { asked: PageQuery; facets: readonly Facet[] }) {
  return (
    <>
      <FacetList locale={locale} path={path} query={query} facets={facets} />
      <details class="filters" open={asked.near !== ""}>
        <summary>{sayOfDirectory(locale)("near.title")}</summary>
        <NearForm locale={locale} path={path} query={query} asked={asked} />
      </details>
    </>
  );
}

const DISTANCES = [10, 25, 50, 100, 250, 500];

function NearForm({ locale, path, query, asked }: Here & { asked: PageQuery }) {
  const say = sayOfDirectory(locale);
  const distances = [...new Set([...DISTANCES, asked.km])].sort((a, b) => a - b);
  return (
    <form class="facets" method="get" action={path} aria-label={say("near.title")}>
      {pairsWithout(query, ["near", "km", "sort"]).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{say("near.title")}</legend>
        <div class="field">
          <label for="near-place">{say("near.place")}</label>
          <input
            id="near-place"
            type="text"
            name="near"
            value={asked.near}
            maxlength={100}
            placeholder="Stade"
            autocomplete="off"
          />
        </div>
        <div class="field">
          <label for="near-km">{say("near.km")}</label>
          <select id="near-km" name="km">
            {distances.map((km) => (
              <option value={String(km)} selected={km === (asked.km || DEFAULT_KM)}>
                {formatNumber(km, locale)} km
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <div class="form-acts">
        <Button>{say("near.apply")}</Button>
      </div>
    </form>
  );
}

/** The orders that make sense for what is asked; the one in use is plain text. */
export function SortLinks({
  locale,
  path,
  query,
  asked,
  finding,
}: Here & { asked: PageQuery; finding: Finding }) {
  const say = sayOfDirectory(locale);
  const orders = [
    ...(asked.query ? ["relevance"] : []),
    ...(finding.place ? ["distance"] : []),
    "-projects",
    "name",
  ];
  return (
    <span class="row">
      <span>{say("sort")}:</span>
      {orders.map((order, i) => (
        <>
          {order === finding.sort ? (
            <b aria-current="true">{wordFor(say, "sort", order)}</b>
          ) : (
            <a href={address(path, query, { sort: i === 0 ? null : order })}>{wordFor(say, "sort", order)}</a>
          )}
        </>
      ))}
    </span>
  );
}
