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
import type { OwnField } from "../own-fields/rules.ts";
import { nameOf } from "../own-fields/words.ts";
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
  finding,
}: Here & { asked: PageQuery; facets: readonly Facet[]; finding: Finding }) {
  const fields = (finding.team?.fields ?? []).filter((field) => field.kind !== "choice");
  return (
    <>
      <FacetList locale={locale} path={path} query={query} facets={facets} />
      <details class="filters" open={asked.near !== ""}>
        <summary>{sayOfDirectory(locale)("near.title")}</summary>
        <NearForm locale={locale} path={path} query={query} asked={asked} />
      </details>
      {fields.length > 0 ? (
        <details class="filters" open={rangesIn(asked.own, fields).length > 0}>
          <summary>{sayOfDirectory(locale)("own.title")}</summary>
          <OwnForm locale={locale} path={path} query={query} asked={asked} fields={fields} />
        </details>
      ) : null}
    </>
  );
}

const SIGNS = { from: ">=", to: "<=", has: "~" } as const;

/** What the form of ranges asks itself; all else of `own` it carries along. */
const rangesIn = (own: readonly string[], fields: readonly OwnField[]) =>
  own.filter((one) =>
    fields.some((field) => Object.values(SIGNS).some((sign) => one.startsWith(`${field.key}:${sign}`))),
  );

/** From and to for figures and dates, a part for texts. */
function OwnForm({
  locale,
  path,
  query,
  asked,
  fields,
}: Here & { asked: PageQuery; fields: readonly OwnField[] }) {
  const say = sayOfDirectory(locale);
  const own = asked.own.filter((one) => !rangesIn(asked.own, fields).includes(one));
  const input = (field: OwnField, part: keyof typeof SIGNS) => {
    const name = `own.${field.key}.${part}`;
    const start = `${field.key}:${SIGNS[part]}`;
    const value = asked.own.find((one) => one.startsWith(start))?.slice(start.length) ?? "";
    return (
      <div class="field">
        <label for={name}>{say(`own.${part}`, { name: nameOf(field, locale) })}</label>
        <input
          id={name}
          name={name}
          type={field.kind === "date" ? "date" : "text"}
          inputmode={field.kind === "number" ? "decimal" : undefined}
          value={value}
          maxlength={100}
          autocomplete="off"
        />
      </div>
    );
  };
  return (
    <form class="facets" method="get" action={path} aria-label={say("own.title")}>
      {pairsWithout({ ...query, own }, []).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{say("own.title")}</legend>
        {fields.map((field) =>
          field.kind === "text" ? (
            input(field, "has")
          ) : (
            <>
              {input(field, "from")}
              {input(field, "to")}
            </>
          ),
        )}
      </fieldset>
      <div class="form-acts">
        <Button>{say("own.apply")}</Button>
      </div>
    </form>
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
