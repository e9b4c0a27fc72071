import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  type FieldSpec,
  Form,
  formatAge,
  PageHead,
} from "../../../ui/index.ts";
import { saySearch } from "./messages.ts";
import { listPath } from "./results.ts";
import { ALERTS, type SavedSearch, type SearchKind } from "./store.ts";

type Texts = Readonly<Record<string, string>>;

/** The way to the form that saves what a list shows now. */
export const saveHref = (kind: SearchKind, cluster: string | null, query: string) =>
  `/searches/new?${new URLSearchParams({ kind, ...(cluster ? { cluster } : {}), ...(query ? { query } : {}) })}`;

export const openHref = ({ kind, clusterSlug, query }: Pick<SavedSearch, "kind" | "clusterSlug" | "query">) =>
  `${listPath(kind, clusterSlug)}${query ? `?${query}` : ""}`;

export function placeWords(search: SavedSearch, locale: Locale): string {
  const cluster = locale === "de" ? search.clusterDe : search.clusterEn;
  return [saySearch(locale)(`what.${search.kind}`), cluster].filter(Boolean).join(" · ");
}

export function alertWords({ alert, paused }: Pick<SavedSearch, "alert" | "paused">, locale: Locale): string {
  const say = saySearch(locale);
  return alert !== "off" && paused
    ? `${say(`alert.${alert}`)} (${say(`paused.${paused}`)})`
    : say(`alert.${alert}`);
}

/** Words and codes of the filter, as far as they say something by themselves. */
export function askedWords(query: string, locale: Locale): string {
  const search = new URLSearchParams(query);
  for (const name of ["sort", "view", "km", "label", "level"]) search.delete(name);
  const words = [...search.values()].filter((value) => !value.startsWith("/"));
  return words.join(", ") || (query ? "…" : saySearch(locale)("search.everything"));
}

export function SearchesPage({
  ctx,
  path,
  searches,
}: {
  ctx: Context;
  path: string;
  searches: readonly SavedSearch[];
}) {
  const { locale } = ctx;
  const say = saySearch(locale);
  const columns: Column<SavedSearch>[] = [
    { key: "name", label: say("search.name"), value: (one) => one.name, href: openHref },
    { key: "what", label: say("search.what"), value: (one) => placeWords(one, locale) },
    {
      key: "filter",
      label: say("search.filter"),
      value: (one) => askedWords(one.query, locale),
      wideOnly: true,
    },
    { key: "alert", label: say("search.alert"), value: (one) => alertWords(one, locale) },
    {
      key: "asked",
      label: say("search.asked"),
      value: (one) => (one.askedAt ? formatAge(one.askedAt, ctx.now(), locale) : ""),
      wideOnly: true,
    },
    {
      key: "change",
      label: say("search.change"),
      value: () => say("search.change"),
      href: (one) => `/searches/${one.id}`,
    },
  ];
  const watched = searches.filter((one) => one.alert !== "off").length;
  return (
    <>
      <PageHead
        title={say("searches.title")}
        lede={
          searches.length === 0
            ? say("searches.lede.none")
            : say("searches.lede", { total: searches.length, watched })
        }
      />
      {searches.length === 0 ? (
        <Empty act={{ label: say("searches.empty.act"), href: "/organisations" }}>
          {say("searches.empty")}
        </Empty>
      ) : (
        <>
          <DataTable locale={locale} columns={columns} rows={searches} caption={say("searches.title")} />
          <p>
            <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
          </p>
        </>
      )}
    </>
  );
}

const fieldsOf = (locale: Locale): FieldSpec[] => {
  const say = saySearch(locale);
  return [
    { name: "name", label: say("search.name"), required: true, maxlength: 120 },
    {
      name: "alert",
      label: say("search.alert"),
      type: "radio",
      required: true,
      hint: say("search.alert.hint"),
      choices: ALERTS.map((alert) => ({ value: alert, label: say(`alert.${alert}`) })),
    },
  ];
};

export function NewSearchPage({
  ctx,
  csrf,
  count,
  hidden,
  back,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  count: number | null;
  hidden: Texts;
  back: string;
  values: Texts;
  problems?: Texts | undefined;
}) {
  const say = saySearch(ctx.locale);
  return (
    <>
      <PageHead
        title={say("search.new")}
        lede={count === null ? undefined : say("search.new.lede", { count })}
      />
      <Form
        locale={ctx.locale}
        csrf={csrf}
        action="/searches"
        fields={fieldsOf(ctx.locale)}
        values={values}
        problems={problems}
        hidden={hidden}
        cancel={{ href: back }}
      />
    </>
  );
}

export function SearchPage({
  ctx,
  csrf,
  search,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  search: SavedSearch;
  values: Texts;
  problems?: Texts | undefined;
}) {
  const { locale } = ctx;
  const say = saySearch(locale);
  return (
    <>
      <PageHead
        kicker={<a href="/searches">{say("searches.title")}</a>}
        title={say("search.edit", { name: search.name })}
        lede={`${placeWords(search, locale)}: ${askedWords(search.query, locale)}.`}
        actions={<Button href={openHref(search)}>{say("search.open")}</Button>}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={`/searches/${search.id}`}
        fields={fieldsOf(locale)}
        values={values}
        problems={problems}
        cancel={{ href: "/searches" }}
        acts={
          <Button kind="stop" formaction={`/searches/${search.id}/remove`}>
            {say("search.remove")}
          </Button>
        }
      />
    </>
  );
}
