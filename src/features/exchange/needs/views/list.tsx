import type { Context } from "../../../../access/context.ts";
import type { Page } from "../../../../kernel/page.ts";
import {
  address,
  Button,
  ChosenFilters,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  type Facet,
  FacetList,
  formatDate,
  formatMonth,
  ListFoot,
  PageHead,
  type Query,
  SearchBox,
  Tabs,
  Tag,
  Tags,
  ViewSwitch,
} from "../../../../ui/index.ts";
import { INTENT_WORDS, type Intent, KIND_WORDS, type Kind, STATE_WORDS, type State } from "../../words.ts";
import { gatherHref, itemHref, listHref, newHref, organisationHref } from "../address.ts";
import { ENDS, type PageFilter } from "../filter.ts";
import { isNeedsMessage, sayNeeds } from "../messages.ts";
import type { Side } from "../rules.ts";
import type { FacetCount, Item, Teaser } from "../store.ts";
import { beginning, kindAndIntent, nameOf, originWords, TONES, whereWords } from "./words.ts";

export interface ListProps {
  ctx: Context;
  side: Side;
  path: string;
  query: Query;
  filter: PageFilter;
  /** The name of the one organisation asked for. */
  organisation?: string | undefined;
  list: Page<Item>;
  /** Of needs also those without a name, as far as there are any to read. */
  teasers: Page<Teaser> | null;
  counts: readonly FacetCount[];
  mayWrite: boolean;
  mayGather: boolean;
}

export function ListPage(props: ListProps) {
  const { ctx, side, path, query, filter, organisation, list, teasers, counts, mayWrite, mayGather } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayNeeds(locale);
  const unnamed = filter.names === "without" && teasers !== null;
  const facets = facetsOf(props);
  const home = listHref(cluster, side);
  // The team sees no drafts but those that one wrote down oneself, for a member.
  const gathered = counts.find(({ facet, value }) => facet === "state" && value === "draft")?.count ?? 0;
  return (
    <>
      <PageHead
        kicker={locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say(`list.${side}`)}
        lede={
          unnamed
            ? say("lede.teasers", { total: teasers.total })
            : organisation
              ? say(`lede.of.${side}`, { total: list.total, name: organisation })
              : say(`lede.${side}`, { total: list.total })
        }
        actions={
          mayWrite || mayGather ? (
            <>
              {mayGather ? (
                <Button href={gatherHref(cluster, side)}>{say(`act.gather.${side}`)}</Button>
              ) : null}
              {mayWrite ? (
                <Button kind="main" href={newHref(cluster, side)}>
                  {say(`new.${side}`)}
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      {teasers && (teasers.total > 0 || unnamed) && !filter.organisation ? (
        <Tabs
          label={say(`list.${side}`)}
          tabs={[
            {
              label: say("tab.named"),
              href: address(path, query, { names: null, view: null }),
              count: list.total,
              current: !unnamed,
            },
            {
              label: say("tab.teasers"),
              href: address(path, query, { names: "without", state: null, view: null, sort: null }),
              count: teasers.total,
              current: unnamed,
            },
          ]}
        />
      ) : null}
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
          {mayGather && gathered > 0 && !unnamed && filter.state.length === 0 ? (
            <p>
              <a href={`${home}?state=draft&view=table`}>{say("gathered.waiting", { count: gathered })}</a>
            </p>
          ) : null}
          {unnamed ? (
            <Teasers {...props} teasers={teasers} />
          ) : list.items.length === 0 ? (
            <Empty
              act={
                mayWrite
                  ? { label: say(`new.${side}`), href: newHref(cluster, side) }
                  : { label: say("all"), href: home }
              }
            >
              {say(mayWrite ? `empty.${side}` : "empty.reader")}
            </Empty>
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
              <ListFoot locale={locale} path={path} query={query} list={list} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Cards({ ctx, side, path, query, list }: ListProps) {
  const { locale } = ctx;
  return (
    <>
      <h2 class="unseen">{sayNeeds(locale)(`list.${side}`)}</h2>
      <ul class="cards">
        {list.items.map((item) => (
          <li class="card" key={item.id}>
            <p class="kicker">{kindAndIntent(item, locale)}</p>
            <h3>
              <a href={itemHref(ctx.cluster!, item)} lang={item.language}>
                {item.title}
              </a>
            </h3>
            <p lang={item.language}>{beginning(item.text)}</p>
            <Words words={item.competences} codes={item.codes} path={path} query={query} />
            <p>
              <small>
                <a href={organisationHref(ctx.cluster!, item.organisationSlug)}>{nameOf(item)}</a>
                {item.openedAt ? ` · ${formatDate(item.openedAt, locale)}` : ""}
                {item.deadline ? ` – ${formatDate(item.deadline, locale)}` : ""}
              </small>{" "}
              {item.state === "open" ? null : (
                <Tag tone={TONES[item.state]}>{STATE_WORDS[item.state][locale]}</Tag>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_TAGS = 4;

const Words = ({
  words,
  codes,
  path,
  query,
}: {
  words: readonly string[];
  codes: readonly string[];
  path: string;
  query: Query;
}) =>
  words.length === 0 ? null : (
    <Tags
      tags={words.slice(0, MOST_TAGS).map((label, i) => ({
        label,
        href: codes[i] === undefined ? undefined : address(path, query, { competence: [codes[i]] }),
      }))}
    />
  );

function Teasers({ ctx, path, query, teasers }: ListProps & { teasers: Page<Teaser> }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  if (teasers.items.length === 0)
    return (
      <Empty act={{ label: say("tab.named"), href: listHref(ctx.cluster!, "need") }}>
        {say("empty.teasers")}
      </Empty>
    );
  return (
    <>
      <h2 class="unseen">{say("tab.teasers")}</h2>
      <ul class="cards">
        {teasers.items.map((teaser) => (
          <li class="card" key={teaser.needId}>
            <p class="kicker">{kindAndIntent(teaser, locale)}</p>
            <h3>
              <a href={itemHref(ctx.cluster!, { side: "need", id: teaser.needId })} lang={teaser.language}>
                {beginning(teaser.text, 90)}
              </a>
            </h3>
            {teaser.competences.length > 0 ? (
              <Tags tags={teaser.competences.slice(0, MOST_TAGS).map((label) => ({ label }))} />
            ) : null}
            <p>
              <small>
                {formatMonth(teaser.since, locale)}
                {teaser.deadline ? ` – ${formatDate(teaser.deadline, locale)}` : ""}
              </small>
            </p>
          </li>
        ))}
      </ul>
      <ListFoot locale={locale} path={path} query={query} list={teasers} />
    </>
  );
}

function Table({ ctx, side, path, query, list }: ListProps) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const columns: Column<Item>[] = [
    {
      key: "title",
      label: say("col.title"),
      value: (item) => item.title,
      href: (item) => itemHref(ctx.cluster!, item),
      sortable: true,
    },
    {
      key: "organisation",
      label: say("col.organisation"),
      value: nameOf,
      href: (item) => organisationHref(ctx.cluster!, item.organisationSlug),
    },
    { key: "kind", label: say("col.kind"), value: (item) => KIND_WORDS[item.kind][locale] },
    {
      key: "state",
      label: say("col.state"),
      value: (item) => <Tag tone={TONES[item.state]}>{STATE_WORDS[item.state][locale]}</Tag>,
    },
    {
      key: "opened",
      label: say("col.opened"),
      value: (item) => (item.openedAt ? formatDate(item.openedAt, locale) : ""),
      align: "end",
      sortable: true,
    },
    {
      key: "deadline",
      label: say("col.deadline"),
      value: (item) => (item.deadline ? formatDate(item.deadline, locale) : ""),
      align: "end",
      sortable: true,
    },
  ];
  return (
    <DataTable
      locale={locale}
      caption={say(`list.${side}`)}
      columns={columns}
      rows={list.items}
      path={path}
      query={query}
      sort="-opened"
    />
  );
}

function facetsOf({ ctx, filter, counts }: ListProps): Facet[] {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const of = (facet: FacetCount["facet"], label: (count: FacetCount) => string) =>
    counts
      .filter((count) => count.facet === facet)
      .map((count) => ({ value: count.value, label: label(count), count: count.count }));
  const order = (value: string) => ENDS.indexOf(value as (typeof ENDS)[number]);
  const unnamed = filter.names === "without";
  return [
    {
      name: "kind",
      label: say("facet.kind"),
      options: of("kind", ({ value }) => KIND_WORDS[value as Kind][locale]),
    },
    {
      name: "intent",
      label: say("facet.intent"),
      options: of("intent", ({ value }) => INTENT_WORDS[value as Intent][locale]),
    },
    ...(unnamed
      ? []
      : [
          {
            name: "state",
            label: say("facet.state"),
            options: of("state", ({ value }) => STATE_WORDS[value as State][locale]),
          },
        ]),
    {
      name: "competence",
      label: say("facet.competence"),
      options: of("competence", ({ name }) => name),
    },
    {
      name: "ends",
      label: say("facet.ends"),
      options: of("ends", ({ value }) => {
        const key = `ends.${value}`;
        return isNeedsMessage(key) ? say(key) : value;
      }).sort((a, b) => order(a.value) - order(b.value)),
    },
  ].filter((facet) => facet.options.length > 0);
}

export function exportColumns(ctx: Context, publicUrl: string): ExportColumn<Item>[] {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  return [
    { label: say("col.title"), value: (item) => item.title, width: 50 },
    { label: say("col.organisation"), value: (item) => item.organisationName, width: 36 },
    { label: say("col.kind"), value: (item) => KIND_WORDS[item.kind][locale] },
    { label: say("col.intent"), value: (item) => INTENT_WORDS[item.intent][locale] },
    { label: say("col.state"), value: (item) => STATE_WORDS[item.state][locale] },
    { label: say("col.competences"), value: (item) => item.competences.join(", ") },
    { label: say("col.place"), value: (item) => whereWords(item, locale) },
    { label: say("col.opened"), value: (item) => item.openedAt },
    { label: say("col.deadline"), value: (item) => item.deadline },
    { label: say("col.visibility"), value: (item) => say(`visibility.${item.visibility}`) },
    { label: say("col.origin"), value: (item) => originWords(item, locale) },
    { label: say("col.text"), value: (item) => item.text, width: 60 },
    { label: say("col.address"), value: (item) => `${publicUrl}${itemHref(ctx.cluster!, item)}` },
  ];
}

export function teaserColumns(ctx: Context, publicUrl: string): ExportColumn<Teaser>[] {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  return [
    { label: say("col.text"), value: (teaser) => teaser.text, width: 60 },
    { label: say("col.kind"), value: (teaser) => KIND_WORDS[teaser.kind][locale] },
    { label: say("col.intent"), value: (teaser) => INTENT_WORDS[teaser.intent][locale] },
    { label: say("col.competences"), value: (teaser) => teaser.competences.join(", ") },
    { label: say("col.since"), value: (teaser) => teaser.since.slice(0, 7) },
    { label: say("col.deadline"), value: (teaser) => teaser.deadline },
    {
      label: say("col.address"),
      value: (teaser) => `${publicUrl}${itemHref(ctx.cluster!, { side: "need", id: teaser.needId })}`,
    },
  ];
}
