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
  formatAge,
  formatDate,
  ListFoot,
  PageHead,
  type Query,
  Tabs,
  Tag,
  type Tone,
} from "../../../../ui/index.ts";
import { listHref } from "../../needs/address.ts";
import { KIND_WORDS } from "../../words.ts";
import { askHref, introductionHref, introductionsHref } from "../address.ts";
import { sayIntroduction } from "../messages.ts";
import { isOver, turnOf } from "../rules.ts";
import type { IntroductionFilter } from "../schema.ts";
import type { Introduction } from "../store.ts";
import { hasNews } from "../thread.ts";
import { OUTCOME_WORDS, OUTCOMES, STATE_WORDS, STATES, type State } from "../words.ts";
import { titleOf, turnWords, waitOf } from "./names.ts";

export interface Counts {
  states: Partial<Record<State, number>>;
  waiting: number;
}

export interface ListProps {
  ctx: Context;
  path: string;
  query: Query;
  filter: IntroductionFilter;
  list: Page<Introduction>;
  counts: Counts;
  team: boolean;
  mayAsk: boolean;
  maySet: boolean;
}

export function ListPage(props: ListProps) {
  const { ctx, path, query, filter, list, counts, team, mayAsk } = props;
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const facets = facetsOf(ctx, counts);
  return (
    <>
      <Head {...props} />
      <ViewTabs ctx={ctx} filter={filter} counts={counts} team={team} maySet={props.maySet} />
      <div class="find">
        <aside>
          <FacetList locale={locale} path={path} query={query} facets={facets} />
        </aside>
        <div>
          <ChosenFilters locale={locale} path={path} query={query} facets={facets} />
          {list.items.length === 0 ? (
            <Empty
              act={
                mayAsk || team
                  ? { label: say("list.empty.act"), href: listHref(ctx.cluster!, "need") }
                  : { label: say("list.all"), href: introductionsHref(ctx.cluster!) }
              }
            >
              {say("list.empty")}
            </Empty>
          ) : (
            <>
              <IntroductionTable ctx={ctx} rows={list.items} />
              <ListFoot locale={locale} path={path} query={query} list={list} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

export function Head({ ctx, counts, team, mayAsk }: Pick<ListProps, "ctx" | "counts" | "team" | "mayAsk">) {
  const say = sayIntroduction(ctx.locale);
  const all = Object.entries(counts.states);
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  const open = all.reduce((sum, [state, count]) => sum + (isOver(state as State) ? 0 : count), 0);
  const cluster = ctx.cluster!;
  return (
    <PageHead
      kicker={ctx.locale === "de" ? cluster.nameDe : cluster.nameEn}
      title={say("list.title")}
      lede={say(team ? "list.lede.team" : "list.lede.mine", { total, open, waiting: counts.waiting })}
      actions={
        mayAsk ? (
          <Button kind="main" href={askHref(cluster, {})}>
            {say(team ? "form.title.team" : "act.ask")}
          </Button>
        ) : undefined
      }
    />
  );
}

export function ViewTabs({
  ctx,
  filter,
  counts,
  team,
  maySet,
}: Pick<ListProps, "ctx" | "filter" | "counts" | "team" | "maySet">) {
  const say = sayIntroduction(ctx.locale);
  const here = introductionsHref(ctx.cluster!);
  const board = team && filter.view !== "table" && !filter.waiting;
  return (
    <Tabs
      label={say("list.title")}
      tabs={[
        ...(team ? [{ label: say("list.board"), href: here, current: board }] : []),
        {
          label: say(team ? "list.table" : "list.all"),
          href: team ? address(here, {}, { view: "table" }) : here,
          current: !board && !filter.waiting,
        },
        {
          label: say(team ? "list.waiting.team" : "list.waiting"),
          href: address(here, {}, { waiting: "me" }),
          count: counts.waiting,
          current: filter.waiting === "me",
        },
        ...(team ? [{ label: say("list.outcomes"), href: `${here}/outcomes` }] : []),
        ...(maySet ? [{ label: say("list.settings"), href: `${here}/settings` }] : []),
      ]}
    />
  );
}

export function IntroductionTable({ ctx, rows }: { ctx: Context; rows: readonly Introduction[] }) {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const columns: Column<Introduction>[] = [
    {
      key: "between",
      label: say("column.between"),
      value: (row) => (
        <>
          {titleOf(ctx, row)} {hasNews(ctx, row) ? <Tag tone="wait">{say("new.messages")}</Tag> : null}
        </>
      ),
      href: (row) => introductionHref(ctx.cluster!, row.id),
    },
    { key: "about", label: say("column.about"), value: (row) => aboutOf(ctx, row) },
    { key: "state", label: say("column.state"), value: (row) => <StateTag ctx={ctx} state={row.state} /> },
    {
      key: "turn",
      label: say("column.turn"),
      value: (row) => (
        <>
          {turnWords(ctx, row)} {turnOf(row).length > 1 ? <small>{waitOf(ctx, row)}</small> : null}
        </>
      ),
    },
    {
      key: "outcome",
      label: say("column.outcome"),
      value: (row) => (row.outcome ? OUTCOME_WORDS[row.outcome][locale] : ""),
    },
    {
      key: "moved",
      label: say("column.moved"),
      value: (row) => formatAge(row.movedAt, ctx.now(), locale),
      align: "end",
    },
  ];
  return <DataTable locale={locale} caption={say("list.title")} columns={columns} rows={rows} />;
}

const TONES: Readonly<Record<State, Tone>> = {
  proposed: "wait",
  asked: "wait",
  accepted: "good",
  met: "good",
  closed: "plain",
  declined: "plain",
  expired: "stop",
  withdrawn: "plain",
};

export const StateTag = ({ ctx, state }: { ctx: Context; state: State }) => (
  <Tag tone={TONES[state]}>{STATE_WORDS[state][ctx.locale]}</Tag>
);

export function aboutOf(ctx: Context, row: Introduction): string {
  if (row.needTitle) return row.needTitle;
  if (row.offerTitle) return row.offerTitle;
  if (row.toldText) return row.toldText.length > 90 ? `${row.toldText.slice(0, 89)}…` : row.toldText;
  return row.kind ? KIND_WORDS[row.kind][ctx.locale] : "";
}

const facetsOf = (ctx: Context, counts: Counts): Facet[] => {
  const say = sayIntroduction(ctx.locale);
  return [
    {
      name: "state",
      label: say("list.filter.state"),
      limit: STATES.length,
      options: STATES.map((state) => ({
        value: state,
        label: STATE_WORDS[state][ctx.locale],
        count: counts.states[state] ?? 0,
      })),
    },
    {
      name: "outcome",
      label: say("list.filter.outcome"),
      options: OUTCOMES.map((kind) => ({ value: kind, label: OUTCOME_WORDS[kind][ctx.locale] })),
    },
  ];
};

export function exportColumns(ctx: Context): ExportColumn<Introduction>[] {
  const { locale } = ctx;
  const say = sayIntroduction(locale);
  const name = (value: string | null, id: string | null) =>
    id === null ? say("unnamed") : value === null ? say("somebody") : displayName(value);
  return [
    { label: say("column.from"), value: (row) => name(row.fromName, row.fromId), width: 40 },
    { label: say("column.to"), value: (row) => name(row.toName, row.toId), width: 40 },
    { label: say("column.about"), value: (row) => aboutOf(ctx, row), width: 50 },
    { label: say("column.via"), value: (row) => say(`via.${row.via}`) },
    { label: say("column.state"), value: (row) => STATE_WORDS[row.state][locale] },
    { label: say("column.turn"), value: (row) => turnWords(ctx, row) },
    { label: say("column.until"), value: (row) => (row.expiresAt ? formatDate(row.expiresAt, locale) : "") },
    { label: say("column.asked"), value: (row) => row.askedAt },
    { label: say("column.met"), value: (row) => row.metAt },
    { label: say("column.outcome"), value: (row) => (row.outcome ? OUTCOME_WORDS[row.outcome][locale] : "") },
    { label: say("column.moved"), value: (row) => row.movedAt },
  ];
}
