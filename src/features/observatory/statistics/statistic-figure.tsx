import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  BarChart,
  ChartFrame,
  type Column,
  DataTable,
  type ExportColumn,
  ExportLinks,
  formatDate,
  formatNumber,
  Tabs,
} from "../../../ui/index.ts";
import { statisticsHref } from "./address.ts";
import { type Grid, type GridCell, gridOf, KEPT_BACK, type Row } from "./grid.ts";
import { sayStatistics } from "./messages.ts";
import { RegionMap } from "./region-map.tsx";
import type { ShownCell, Statistic } from "./store.ts";
import { type Topic, topicOf } from "./topics.ts";
import { codeWords } from "./words.ts";

export interface Shown {
  statistic: Statistic;
  cells: ShownCell[];
}

/** A table with its picture: a map where it is by region, bars else. `of` is the column that the map shows, all together unless told. */
export function StatisticFigure({
  ctx,
  shown: { statistic, cells },
  of,
}: {
  ctx: Context;
  shown: Shown;
  of?: string | undefined;
}) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const topic = topicOf(statistic.topic)!;
  const [first, second] = topic.dimensions;
  const grid = gridOf(cells);
  const { rows, columns } = grid;
  if (rows.length === 0) return <p>{say("statistics.shown", { shown: 0 })}</p>;
  const column = first!.name === "region" && of !== undefined && columns.includes(of) ? of : "";
  const text = (value: number | undefined) =>
    value === undefined ? KEPT_BACK : formatNumber(value, locale, 0);
  const name = (dimension: string, code: string | null) =>
    code === null ? say("statistics.total") : codeWords(dimension, code, locale);
  const title = column ? `${topic.title[locale]}: ${name(second!.name, column)}` : topic.title[locale];
  const href = `${statisticsHref(ctx.cluster!)}/${statistic.id}`;
  const table: Column<Row>[] = [
    { key: "code", label: first!.label[locale], value: ({ code }) => name(first!.name, code) },
    ...columns.map(
      (code): Column<Row> => ({
        key: code,
        label: name(second!.name, code),
        align: "end",
        value: (row) => text(row.values.get(code)),
      }),
    ),
    { key: "all", label: say("statistics.total"), align: "end", value: (row) => text(row.values.get("")) },
  ];
  const figures = figuresOf(grid, column, first!.name, locale);
  const files = { csv: `${href}?format=csv`, xlsx: `${href}?format=xlsx` };
  return (
    <ChartFrame
      locale={locale}
      title={title}
      untitled
      sentence={topic.text[locale]}
      source={say("statistics.source", {
        day: formatDate(statistic.day, locale),
        made: formatDate(statistic.madeAt, locale),
      })}
      {...(figures.length > 0
        ? { ...files, download: { chart: statistic.topic, path: href, query: column ? { of: column } : {} } }
        : {})}
    >
      {first!.name === "region" ? (
        <>
          <Tabs
            label={say("map.of")}
            tabs={["", ...columns].map((code) => ({
              label: name(second!.name, code || null),
              href: address(href, code ? { of: code } : {}),
              current: code === column,
            }))}
          />
          <RegionMap locale={locale} label={say("map.label", { title })} figures={figures} />
        </>
      ) : figures.length > 0 ? (
        <BarChart
          locale={locale}
          bars={figures.map((figure) => ({ label: figure.name, value: figure.value }))}
          axis={topic.unit === "euro" ? "€" : undefined}
          format={(value) => formatNumber(value, locale, 0)}
        />
      ) : null}
      <DataTable locale={locale} caption={title} columns={table} rows={rows} />
      <p class="hint">
        {say("statistics.shown", { shown: cells.length })}{" "}
        {say("statistics.dot", { minimum: statistic.minimum })} {say("statistics.unknown")}
      </p>
      {figures.length > 0 ? null : <ExportLinks locale={locale} {...files} />}
    </ChartFrame>
  );
}

/** What one column shows of each code of the first dimension. */
const figuresOf = ({ rows }: Grid, column: string, dimension: string, locale: Locale) =>
  rows.flatMap(({ code, values }) => {
    const value = values.get(column);
    return code === null || value === undefined
      ? []
      : [{ code, name: codeWords(dimension, code, locale), value }];
  });

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
