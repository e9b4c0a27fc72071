import type { Context } from "../../../../access/context.ts";
import type { Page } from "../../../../kernel/page.ts";
import {
  address,
  Button,
  ChosenFilters,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  type Facet,
  FacetList,
  formatYears,
  ListFoot,
  PageHead,
  type Query,
  Tabs,
  Tag,
} from "../../../../ui/index.ts";
import { LINK_ORIGINS, LINK_TYPES } from "../../../link-words/feature.ts";
import { declareHref, linkHref, linksHref } from "../address.ts";
import { sayLink } from "../messages.ts";
import type { LinkFilter } from "../schema.ts";
import type { LinkRow } from "../store.ts";
import { digitalWords, issueWords, natureWords, originWords, strengthWords, typeWords } from "../words.ts";

export interface LinkListProps {
  ctx: Context;
  path: string;
  query: Query;
  filter: LinkFilter;
  list: Page<LinkRow>;
  mayDeclare: boolean;
  mayAnswer: boolean;
}

export function LinkListPage({ ctx, path, query, filter, list, mayDeclare, mayAnswer }: LinkListProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayLink(locale);
  const name = locale === "de" ? cluster.nameDe : cluster.nameEn;
  const facets = facetsOf(locale);
  const all = linksHref(cluster);
  return (
    <>
      <PageHead
        kicker={name}
        title={say("links.title")}
        lede={say(filter.waiting ? "links.lede.waiting" : "links.lede", { total: list.total })}
        actions={
          mayDeclare ? (
            <Button kind="main" href={declareHref(cluster)}>
              {say("act.declare")}
            </Button>
          ) : null
        }
      />
      {mayAnswer ? (
        <Tabs
          label={say("links.title")}
          tabs={[
            { label: say("links.all"), href: all, current: !filter.waiting },
            {
              label: say("links.waiting"),
              href: address(all, {}, { waiting: "me" }),
              current: filter.waiting === "me",
            },
          ]}
        />
      ) : null}
      <div class="find">
        <aside>
          <FacetList locale={locale} path={path} query={query} facets={facets} />
        </aside>
        <div>
          <ChosenFilters locale={locale} path={path} query={query} facets={facets} />
          {list.items.length === 0 ? (
            <Empty
              act={
                mayDeclare
                  ? { label: say("act.declare"), href: declareHref(cluster) }
                  : { label: say("links.all"), href: all }
              }
            >
              {say("links.empty")}
            </Empty>
          ) : (
            <>
              <LinkTable
                ctx={ctx}
                rows={list.items}
                path={path}
                query={query}
                caption={say("links.title")}
                sort="-strength"
              />
              <ListFoot locale={locale} path={path} query={query} list={list} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

export function LinkTable({
  ctx,
  rows,
  caption,
  path,
  query,
  sort,
}: {
  ctx: Context;
  rows: readonly LinkRow[];
  caption: string;
  path?: string;
  query?: Query;
  sort?: string;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayLink(locale);
  const columns: Column<LinkRow>[] = [
    {
      key: "from",
      label: say("column.from"),
      value: (link) => displayName(link.fromName),
      href: (link) => `/clusters/${cluster.slug}/organisations/${link.fromSlug}`,
    },
    {
      key: "nature",
      label: say("column.nature"),
      value: (link) => <Relation ctx={ctx} link={link} />,
    },
    {
      key: "to",
      label: say("column.to"),
      value: (link) => displayName(link.toName),
      href: (link) => `/clusters/${cluster.slug}/organisations/${link.toSlug}`,
    },
    {
      key: "digital",
      label: say("column.digital"),
      value: (link) => <DigitalLevel locale={locale} level={link.digitalLevel} />,
      wideOnly: true,
    },
    {
      key: "origin",
      label: say("column.origin"),
      value: (link) => <OriginTag locale={locale} link={link} />,
    },
    {
      key: "since",
      label: say("column.time"),
      value: (link) =>
        formatYears(link.since ?? undefined, link.until ?? undefined).replace("–", "\u2060–\u2060"),
      align: "end",
      sortable: path !== undefined,
    },
  ];
  return (
    <DataTable
      locale={locale}
      caption={caption}
      columns={columns}
      rows={rows}
      {...(path === undefined ? {} : { path, query, sort })}
    />
  );
}

/** The link itself, by what it is; below, what it is about and how strong. */
function Relation({ ctx: { locale, cluster }, link }: { ctx: Context; link: LinkRow }) {
  const more = [typeWords(locale, link.type), issueWords(locale, link.issue), strengthWords(locale, link)];
  return (
    <>
      <a href={linkHref(cluster!, link.id)}>{natureWords(locale, link.nature, "from")}</a>{" "}
      <small>{more.filter(Boolean).join(" · ")}</small>
    </>
  );
}

/** The word of one side waits, the word of both is good, and what follows from records is plain. */
export function OriginTag({ locale, link }: { locale: Context["locale"]; link: { origin: string } }) {
  const tone = link.origin === "declared" ? "wait" : link.origin === "confirmed" ? "good" : "plain";
  return <Tag tone={tone}>{originWords(locale, link.origin)}</Tag>;
}

/** A production link that still runs without any data between the two is where digitalisation would begin. */
export function DigitalLevel({ locale, level }: { locale: Context["locale"]; level: string | null }) {
  if (level !== "none") return <>{digitalWords(locale, level)}</>;
  return (
    <>
      {digitalWords(locale, level)} <Tag tone="wait">{sayLink(locale)("digital.wanting")}</Tag>
    </>
  );
}

const facetsOf = (locale: Context["locale"]): Facet[] => [
  {
    name: "type",
    label: sayLink(locale)("column.type"),
    options: LINK_TYPES.map((type) => ({ value: type, label: typeWords(locale, type) })),
  },
  {
    name: "origin",
    label: sayLink(locale)("column.origin"),
    options: LINK_ORIGINS.map((origin) => ({ value: origin, label: originWords(locale, origin) })),
  },
];

export function exportColumns(locale: Context["locale"]): ExportColumn<LinkRow>[] {
  const say = sayLink(locale);
  return [
    { label: say("column.from"), value: (link) => displayName(link.fromName), width: 40 },
    { label: say("column.nature"), value: (link) => natureWords(locale, link.nature, "from"), width: 24 },
    { label: say("column.to"), value: (link) => displayName(link.toName), width: 40 },
    { label: say("column.type"), value: (link) => typeWords(locale, link.type) },
    { label: say("column.issue"), value: (link) => issueWords(locale, link.issue) },
    { label: say("column.since"), value: (link) => link.since },
    { label: say("column.until"), value: (link) => link.until },
    { label: say("column.strength"), value: (link) => link.strength },
    { label: say("column.digital"), value: (link) => digitalWords(locale, link.digitalLevel) },
    { label: say("column.origin"), value: (link) => originWords(locale, link.origin) },
    { label: say("column.evidence"), value: (link) => link.records },
  ];
}
