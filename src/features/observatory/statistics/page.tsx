import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  BarChart,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  Form,
  formatDate,
  formatNumber,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { statisticsHref } from "./address.ts";
import { type GridCell, gridOf, KEPT_BACK, type Row } from "./grid.ts";
import { sayStatistics, type statisticsMessages } from "./messages.ts";
import type { OwnFigure } from "./own.ts";
import type { ShownCell, Statistic } from "./store.ts";
import { TOPIC_NAMES, TOPICS, type Topic, topicOf } from "./topics.ts";
import { codeWords } from "./words.ts";

export interface Shown {
  statistic: Statistic;
  cells: ShownCell[];
}

export interface StatisticsView {
  /** Of each table the newest that is out. */
  newest: Shown[];
  all: Statistic[];
  own: OwnFigure[];
  mayMake: boolean;
}

export function StatisticsPage(props: {
  ctx: Context;
  view: StatisticsView;
  csrf: string;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}) {
  const { ctx, view } = props;
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const out = view.all.filter(({ state }) => state === "out").length;
  return (
    <>
      <PageHead title={say("statistics.title")} lede={say("statistics.lede", { count: out })} />
      <div class="stack">
        {view.newest.length === 0 ? (
          <Empty act={view.mayMake ? { label: say("make.title"), href: "#make" } : undefined}>
            {say("statistics.empty")}
          </Empty>
        ) : (
          view.newest.map((shown) => (
            <Sheet title={topicOf(shown.statistic.topic)!.title[locale]} id={shown.statistic.topic}>
              <Table ctx={ctx} shown={shown} />
            </Sheet>
          ))
        )}
        {view.own.length > 0 ? <Own ctx={ctx} figures={view.own} /> : null}
        {view.mayMake ? <Make {...props} /> : null}
        {view.all.length > 0 ? <History ctx={ctx} all={view.all} /> : null}
      </div>
    </>
  );
}

export function StatisticPage({ ctx, shown }: { ctx: Context; shown: Shown }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const topic = topicOf(shown.statistic.topic)!;
  return (
    <>
      <PageHead
        kicker={<a href={statisticsHref(ctx.cluster!)}>{say("statistics.title")}</a>}
        title={topic.title[locale]}
        lede={say("statistics.as-of", { day: formatDate(shown.statistic.day, locale) })}
      />
      <Sheet title={topic.title[locale]}>
        <Table ctx={ctx} shown={shown} />
      </Sheet>
    </>
  );
}

function Table({ ctx, shown: { statistic, cells } }: { ctx: Context; shown: Shown }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const topic = topicOf(statistic.topic)!;
  const [first, second] = topic.dimensions;
  const { rows, columns } = gridOf(cells);
  const text = (value: number | undefined) =>
    value === undefined ? KEPT_BACK : formatNumber(value, locale, 0);
  const name = (dimension: string, code: string | null) =>
    code === null ? say("statistics.total") : codeWords(dimension, code, locale);
  const href = `${statisticsHref(ctx.cluster!)}/${statistic.id}`;
  const table: Column<Row>[] = [
    { key: "code", label: first!.label[locale], value: ({ code }) => name(first!.name, code) },
    ...columns.map(
      (column): Column<Row> => ({
        key: column,
        label: name(second!.name, column),
        align: "end",
        value: (row) => text(row.values.get(column)),
      }),
    ),
    { key: "all", label: say("statistics.total"), align: "end", value: (row) => text(row.values.get("")) },
  ];
  if (cells.length === 0) return <p>{say("statistics.shown", { shown: 0 })}</p>;
  const bars = rows.flatMap((row) => {
    const value = row.values.get("");
    return row.code === null || value === undefined
      ? []
      : [{ label: name(first!.name, row.code), value, href: undefined }];
  });
  return (
    <ChartFrame
      locale={locale}
      title={topic.title[locale]}
      untitled
      sentence={topic.text[locale]}
      source={say("statistics.source", {
        day: formatDate(statistic.day, locale),
        made: formatDate(statistic.madeAt, locale),
      })}
    >
      <BarChart
        locale={locale}
        bars={bars}
        axis={topic.unit === "euro" ? "€" : undefined}
        format={(value) => formatNumber(value, locale, 0)}
      />
      <DataTable locale={locale} caption={topic.title[locale]} columns={table} rows={rows} />
      <p class="hint">
        {say("statistics.shown", { shown: cells.length })}{" "}
        {say("statistics.dot", { minimum: statistic.minimum })} {say("statistics.unknown")}
      </p>
      <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
    </ChartFrame>
  );
}

/** Every cell of the grid as a line, codes beside their words. */
export const cellColumns = (topic: Topic, locale: Locale): ExportColumn<GridCell>[] => {
  const say = sayStatistics(locale);
  return [
    ...topic.dimensions.flatMap(({ name, label }, d): ExportColumn<GridCell>[] => [
      { label: name, value: ({ codes }) => codes[d] ?? "" },
      {
        label: label[locale],
        value: ({ codes }) => (codes[d] ? codeWords(name, codes[d]!, locale) : say("statistics.total")),
      },
    ]),
    { label: topic.unit ?? "organisations", value: ({ value }) => value ?? KEPT_BACK },
  ];
};

function Own({ ctx, figures }: { ctx: Context; figures: OwnFigure[] }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const few = figures.some(({ quartiles }) => quartiles === null);
  const number = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, locale, 1));
  const columns: Column<OwnFigure>[] = [
    { key: "measure", label: say("own.measure"), value: ({ measure }) => say(`own.${measure}`) },
    { key: "own", label: say("own.own"), align: "end", value: ({ own }) => number(own) },
    ...(["low", "middle", "high"] as const).map(
      (key, i): Column<OwnFigure> => ({
        key,
        label: say(`own.${key}`),
        align: "end",
        value: ({ quartiles }) => number(quartiles?.[i]),
      }),
    ),
  ];
  return (
    <Sheet title={say("own.title")} id="own">
      <p>{few ? say("own.few") : say("own.text", { others: figures[0]!.others })}</p>
      <DataTable locale={locale} caption={say("own.title")} columns={columns} rows={figures} />
    </Sheet>
  );
}

function Make({
  ctx,
  csrf,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  return (
    <Sheet title={say("make.title")} id="make">
      <p>{say("make.text")}</p>
      <Form
        locale={locale}
        action={statisticsHref(ctx.cluster!)}
        csrf={csrf}
        fields={[
          {
            name: "topic",
            label: say("make.topic"),
            type: "select",
            required: true,
            choices: TOPIC_NAMES.map((name) => ({ value: name, label: TOPICS[name].title[locale] })),
          },
          {
            name: "minimum",
            label: say("make.minimum"),
            hint: say("make.minimum.hint"),
            type: "number",
            min: 3,
            max: 20,
          },
          {
            name: "visibility",
            label: say("make.visibility"),
            type: "select",
            choices: (["peers", "public"] as const).map((value) => ({
              value,
              label: say(`make.visibility.${value}`),
            })),
          },
        ]}
        values={typed ?? { topic: "members", minimum: 3, visibility: "peers" }}
        problems={problems}
        submit={say("make.submit")}
      />
    </Sheet>
  );
}

function History({ ctx, all }: { ctx: Context; all: Statistic[] }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const href = statisticsHref(ctx.cluster!);
  const columns: Column<Statistic>[] = [
    {
      key: "topic",
      label: say("statistics.table"),
      value: ({ topic }) => topicOf(topic)!.title[locale],
      href: ({ state, id }) => (state === "out" ? `${href}/${id}` : undefined),
    },
    { key: "day", label: say("statistics.day"), value: ({ day }) => formatDate(day, locale) },
    {
      key: "state",
      label: say("statistics.state"),
      value: ({ state }) => say(`state.${state}` as keyof typeof statisticsMessages),
    },
  ];
  return (
    <Sheet title={say("statistics.history")} id="history">
      <DataTable locale={locale} caption={say("statistics.history")} columns={columns} rows={all} />
    </Sheet>
  );
}
