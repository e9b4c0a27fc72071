import type { Context } from "../../../../access/context.ts";
import {
  address,
  Button,
  ChosenFilters,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  type Facet,
  FacetList,
  formatDate,
  formatPercent,
  PageHead,
  type Query,
  SearchBox,
  Tag,
  ViewSwitch,
} from "../../../../ui/index.ts";
import { coverageByPeriod, shareKnown, sumOf } from "../coverage.ts";
import { type Filter, KINDS, kindWord, listsOf, matches, ORIGINS, originOf } from "../filter.ts";
import { dataHref, datasetHref, homeHref, mayKeep } from "../here.ts";
import { codeList } from "../lists.ts";
import { type DataMessage, sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";

export interface CatalogueProps {
  ctx: Context;
  path: string;
  query: Query;
  filter: Filter;
  /** Every dataset the asker sees here, and those of them that are looked for. */
  all: readonly DatasetRow[];
  found: readonly DatasetRow[];
}

export function CataloguePage(props: CatalogueProps) {
  const { ctx, path, query, filter, found } = props;
  const { locale } = ctx;
  const say = sayData(locale);
  const facets = facetsOf(props);
  const file = (format: string) => address(path, query, { format });
  return (
    <>
      <PageHead
        kicker={<a href={homeHref(ctx)}>{say("observatory")}</a>}
        title={say("catalogue")}
        lede={say("catalogue.lede", { total: found.length })}
        actions={
          mayKeep(ctx) ? (
            <Button kind="main" href={`${homeHref(ctx)}/imports`}>
              {say("import")}
            </Button>
          ) : null
        }
      />
      <div class="find">
        <aside>
          <FacetList locale={locale} path={path} query={query} facets={facets} />
        </aside>
        <div class="stack">
          <SearchBox
            locale={locale}
            path={path}
            query={query}
            label={say("search")}
            placeholder={say("search")}
          />
          <ChosenFilters locale={locale} path={path} query={query} facets={facets} />
          {found.length === 0 ? (
            <Empty act={{ label: say("all"), href: dataHref(ctx) }}>{say("catalogue.empty")}</Empty>
          ) : (
            <>
              <ViewSwitch
                locale={locale}
                path={path}
                query={query}
                views={["cards", "table"]}
                current={filter.view}
              />
              {filter.view === "table" ? <Table {...props} /> : <Cards {...props} />}
              <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
            </>
          )}
          <p>
            <a href={`${homeHref(ctx)}/catalogue.jsonld`}>{say("dcat")}</a>
          </p>
        </div>
      </div>
    </>
  );
}

const known = (dataset: DatasetRow) =>
  shareKnown(sumOf(coverageByPeriod(dataset).map(({ counts }) => counts)));

export const periodWords = ({ periods }: Pick<DatasetRow, "periods">) =>
  periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : (periods[0] ?? "");

const shareWords = (dataset: DatasetRow, locale: Context["locale"]) => {
  const share = known(dataset);
  return share === null ? "" : formatPercent(share, locale, 1);
};

function Cards({ ctx, found }: CatalogueProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  return (
    <>
      <h2 class="unseen">{say("catalogue")}</h2>
      <ul class="cards">
        {found.map((dataset) => (
          <li class="card" key={dataset.datasetId}>
            <p class="kicker">
              {say(kindWord(dataset))} · {say(`origin.${originOf(dataset)}`)}
            </p>
            <h3>
              <a href={datasetHref(ctx, dataset.slug)}>{dataset.title[locale]}</a>
            </h3>
            <p>{dataset.text[locale]}</p>
            <p>
              <small>
                {[periodWords(dataset), dataset.source, dataset.licence].filter(Boolean).join(" · ")}
                {dataset.madeAt ? (
                  <>
                    {" · "}
                    <time datetime={dataset.madeAt.toISOString()}>{formatDate(dataset.madeAt, locale)}</time>
                  </>
                ) : null}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Table({ ctx, found }: CatalogueProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const columns: Column<DatasetRow>[] = [
    {
      key: "title",
      label: say("col.title"),
      value: (one) => one.title[locale],
      href: (one) => datasetHref(ctx, one.slug),
    },
    { key: "kind", label: say("col.kind"), value: (one) => <Tag>{say(kindWord(one))}</Tag> },
    { key: "source", label: say("col.source"), value: (one) => one.source },
    { key: "licence", label: say("col.licence"), value: (one) => one.licence },
    { key: "period", label: say("col.period"), value: periodWords },
    { key: "coverage", label: say("col.coverage"), value: (one) => shareWords(one, locale), align: "end" },
    { key: "version", label: say("col.version"), value: (one) => one.version || "", align: "end" },
  ];
  return <DataTable locale={locale} caption={say("catalogue")} columns={columns} rows={found} />;
}

function facetsOf({ ctx, filter, all }: CatalogueProps): Facet[] {
  const { locale } = ctx;
  const say = sayData(locale);
  const lists = [...new Set(all.flatMap(listsOf))].sort();
  const count = (facet: "kind" | "origin" | "list", is: (one: DatasetRow) => boolean) =>
    all.filter((one) => is(one) && matches(one, filter, facet)).length;
  return [
    {
      name: "origin",
      label: say("facet.origin"),
      options: ORIGINS.map((value) => ({
        value,
        label: say(`origin.${value}` as DataMessage),
        count: count("origin", (one) => originOf(one) === value),
      })),
    },
    {
      name: "kind",
      label: say("facet.kind"),
      options: KINDS.map((value) => ({
        value,
        label: say(`kind.${value}` as DataMessage),
        count: count("kind", (one) => one.kind === value),
      })),
    },
    {
      name: "list",
      label: say("facet.list"),
      options: lists.map((value) => ({
        value,
        label: codeList(value)?.label[locale] ?? value,
        count: count("list", (one) => listsOf(one).includes(value)),
      })),
    },
  ]
    .map((facet) => ({ ...facet, options: facet.options.filter((one) => one.count > 0) }))
    .filter((facet) => facet.options.length > 0);
}

export function catalogueColumns(ctx: Context, publicUrl: string): ExportColumn<DatasetRow>[] {
  const { locale } = ctx;
  const say = sayData(locale);
  return [
    { label: say("col.title"), value: (one) => one.title[locale], width: 50 },
    { label: say("col.kind"), value: (one) => say(kindWord(one)) },
    { label: say("facet.origin"), value: (one) => say(`origin.${originOf(one)}`) },
    { label: say("col.source"), value: (one) => one.source, width: 40 },
    { label: say("col.licence"), value: (one) => one.licence },
    { label: say("col.credit"), value: (one) => one.credit, width: 40 },
    { label: say("col.period"), value: periodWords },
    { label: say("col.coverage"), value: (one) => known(one) },
    { label: say("col.version"), value: (one) => one.version },
    { label: say("col.made"), value: (one) => one.madeAt },
    { label: say("col.address"), value: (one) => `${publicUrl}${datasetHref(ctx, one.slug)}`, width: 60 },
  ];
}
