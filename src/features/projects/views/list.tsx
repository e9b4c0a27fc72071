import type { Context } from "../../../access/context.ts";
import {
  address,
  ChosenFilters,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  type Facet,
  FacetList,
  formatCompactMoney,
  formatDate,
  formatList,
  formatNumber,
  ListFoot,
  Notice,
  PageHead,
  type Query,
  SearchBox,
  Tabs,
} from "../../../ui/index.ts";
import type { ProjectList } from "../actions.ts";
import { projectHref, projectsHref, saveSearchHref } from "../address.ts";
import { say as sayProjects } from "../messages.ts";
import { type ProjectFilter, SORTS } from "../schema.ts";
import type { ProjectHit } from "../search.ts";
import { competenceTitle, programmeWords, unbroken } from "../words.ts";

export interface ProjectListProps {
  ctx: Context;
  path: string;
  query: Query;
  filter: ProjectFilter;
  list: ProjectList;
}

export function ProjectListPage({ ctx, path, query, filter, list }: ProjectListProps) {
  const { locale, cluster } = ctx;
  const say = sayProjects(locale);
  const facets = facetsOf(ctx, list);
  return (
    <>
      <PageHead
        {...(cluster ? { kicker: clusterName(ctx) } : {})}
        title={titleOf(ctx, list)}
        lede={ledeOf(ctx, list)}
      />
      <div class="find">
        <aside>
          <FacetList locale={locale} path={path} query={query} facets={facets} />
        </aside>
        <div>
          <SearchBox
            locale={locale}
            path={path}
            query={query}
            label={say("list.search")}
            placeholder={say("list.search")}
          />
          <ChosenFilters locale={locale} path={path} query={query} facets={facets} />
          {list.fuzzy && list.total > 0 ? (
            <Notice>{say("list.fuzzy", { query: filter.query ?? "" })}</Notice>
          ) : null}
          {list.items.length === 0 ? (
            <Empty act={{ label: say("list.all"), href: projectsHref(cluster) }}>{say("list.empty")}</Empty>
          ) : (
            <>
              <Sorts ctx={ctx} path={path} query={query} filter={filter} />
              <DataTable
                locale={locale}
                caption={say("list.title")}
                columns={columnsOf(ctx)}
                rows={list.items}
              />
              <ListFoot locale={locale} path={path} query={query} list={list} />
              {ctx.identity ? (
                <p>
                  <a href={saveSearchHref(ctx, filter)}>{say("list.save")}</a>
                </p>
              ) : null}
              <p class="src">{say("list.source")}</p>
            </>
          )}
        </div>
      </div>
    </>
  );
}

const clusterName = ({ cluster, locale }: Context) => (locale === "de" ? cluster!.nameDe : cluster!.nameEn);

export function titleOf(ctx: Context, list: ProjectList): string {
  const say = sayProjects(ctx.locale);
  if (list.organisations.length === 0) return say("list.title");
  const names = list.organisations.map(({ name }) => displayName(name));
  return say("list.title.of", { names: formatList(names, ctx.locale) });
}

const ledeOf = (ctx: Context, list: ProjectList) =>
  ctx.cluster
    ? sayProjects(ctx.locale)("list.lede.cluster", { total: list.total })
    : sayProjects(ctx.locale)("list.lede", { total: list.total });

function Sorts({ ctx, path, query, filter }: Pick<ProjectListProps, "ctx" | "path" | "query" | "filter">) {
  const say = sayProjects(ctx.locale);
  return (
    <Tabs
      label={say("sort.label")}
      tabs={SORTS.filter((sort) => sort !== "relevance" || filter.query).map((sort) => ({
        label: say(`sort.${sort}`),
        href: address(path, query, { sort: sort === "-signed" ? null : sort }),
        current: filter.sort === sort,
      }))}
    />
  );
}

function columnsOf({ locale, cluster }: Context): Column<ProjectHit>[] {
  const say = sayProjects(locale);
  return [
    {
      key: "project",
      label: say("column.project"),
      value: ({ acronym, title }) =>
        acronym && acronym !== title ? (
          <>
            {acronym} <small>{title}</small>
          </>
        ) : (
          title
        ),
      href: (project) => projectHref(project.slug, cluster),
    },
    {
      key: "coordinator",
      label: say("column.coordinator"),
      value: ({ coordinator }) => (coordinator ? displayName(coordinator) : ""),
    },
    {
      key: "partners",
      label: say("column.partners"),
      value: ({ organisations }) => formatNumber(organisations, locale),
      align: "end",
    },
    {
      key: "money",
      label: say("column.money"),
      value: ({ contributionCents }) =>
        contributionCents ? formatCompactMoney(contributionCents / 100, locale) : "",
      align: "end",
    },
    {
      key: "signed",
      label: say("column.signed"),
      value: ({ signed }) => (signed ? unbroken(formatDate(signed, locale)) : ""),
      align: "end",
    },
  ];
}

function facetsOf(ctx: Context, list: ProjectList): Facet[] {
  const { locale } = ctx;
  const say = sayProjects(locale);
  const gone = list.chosen.filter(({ code }) => !list.competences.some(({ value }) => value === code));
  return [
    ...(list.organisations.length > 0
      ? [
          {
            name: "organisation",
            label: say("facet.organisation"),
            options: list.organisations.map(({ slug, name }) => ({ value: slug, label: displayName(name) })),
          },
        ]
      : []),
    {
      name: "competence",
      label: say("facet.competence"),
      limit: 10,
      options: [
        ...gone.map((term) => ({ value: term.code, label: competenceTitle(locale, term), count: 0 })),
        ...list.competences.map((term) => ({
          value: term.value,
          label: competenceTitle(locale, term),
          count: term.count,
        })),
      ],
    },
    {
      name: "programme",
      label: say("facet.programme"),
      options: list.programmes.map(({ value, count }) => ({
        value,
        label: programmeWords(locale, value),
        count,
      })),
    },
    {
      name: "year",
      label: say("facet.year"),
      options: list.years.map(({ value, count }) => ({ value, label: value, count })),
    },
  ];
}

export function exportColumns(ctx: Context, publicUrl: string): ExportColumn<ProjectHit>[] {
  const { locale } = ctx;
  const say = sayProjects(locale);
  const euros = (cents: number | null) => (cents === null ? null : cents / 100);
  return [
    { label: say("column.acronym"), value: ({ acronym }) => acronym },
    { label: say("column.title"), value: ({ title }) => title, width: 60 },
    {
      label: say("column.coordinator"),
      value: ({ coordinator }) => (coordinator ? displayName(coordinator) : null),
      width: 40,
    },
    { label: say("column.partners"), value: ({ organisations }) => organisations },
    { label: say("column.programme"), value: ({ programme }) => programme },
    { label: `${say("column.cost")} (EUR)`, value: ({ totalCostCents }) => euros(totalCostCents) },
    { label: `${say("column.money")} (EUR)`, value: ({ contributionCents }) => euros(contributionCents) },
    { label: say("column.signed"), value: ({ signed }) => signed },
    { label: say("column.starts"), value: ({ starts }) => starts },
    { label: say("column.ends"), value: ({ ends }) => ends },
    {
      label: say("column.address"),
      value: ({ slug }) => `${publicUrl}${projectHref(slug, null)}`,
      width: 40,
    },
  ];
}
