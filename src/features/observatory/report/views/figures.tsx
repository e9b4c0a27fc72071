import type { ClusterHere } from "../../../../access/context.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import {
  BarChart,
  ChartFrame,
  type Column,
  DataTable,
  Figures,
  formatDate,
  LineChart,
} from "../../../../ui/index.ts";
import { pageHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import type { Figure, Level, Row } from "../words.ts";
import { numberText, periodText, valueText } from "../words-of.ts";

interface Shown {
  locale: Locale;
  cluster: ClusterHere;
  figure: Figure;
}

/** The few numbers of a section; each opens the records it counts, what it is made of stands at the end of the report. */
export function LargeFigures({
  locale,
  cluster,
  figures,
}: Omit<Shown, "figure"> & { figures: readonly Figure[] }) {
  const say = sayReport(locale);
  if (figures.length === 0) return null;
  return (
    <Figures
      figures={figures.map((figure) => ({
        value: valueText(figure, locale),
        label: figure.name[locale],
        change:
          figure.before === null
            ? undefined
            : say("value.before", { value: numberText(figure.before, figure.unit, locale) }),
        href: figure.page === null ? undefined : pageHref(cluster, figure.page),
      }))}
    />
  );
}

/** A chart or a list, with its sentence, its source and the same as a table. */
export function Picture({ locale, cluster, figure }: Shown) {
  const say = sayReport(locale);
  const { name, value, unit, rows, kept, more, page } = figure;
  const columns: Column<Row>[] = [
    { key: "part", label: say("column.part"), value: (row) => row.label[locale] },
    {
      key: "value",
      label: say(`unit.${unit}`),
      align: "end",
      value: (row) => (row.value === null ? "" : numberText(row.value, unit, locale)),
    },
  ];
  const all = value === null || unit === "times" ? "" : `: ${valueText(figure, locale)}`;
  return (
    <ChartFrame
      locale={locale}
      title={`${name[locale]}${all}`}
      sentence={figure.formula[locale]}
      source={
        <>
          {figure.source[locale]} · {periodText(figure.from, figure.to, locale)} · {figure.coverage[locale]}
          {page === null ? null : (
            <>
              {" · "}
              <a href={pageHref(cluster, page)}>{say("value.records")}</a>
            </>
          )}
        </>
      }
      table={figure.shape === "list" || rows.length === 0 ? undefined : { columns, rows }}
    >
      {kept ? (
        <p class="empty">{say("value.kept.text")}</p>
      ) : rows.length === 0 ? (
        <p class="empty">{say("value.empty")}</p>
      ) : (
        <Drawing locale={locale} cluster={cluster} figure={figure} />
      )}
      {more > 0 ? <p class="hint">{say("value.more", { count: more })}</p> : null}
    </ChartFrame>
  );
}

function Drawing({ locale, cluster, figure }: Shown) {
  const { name, rows, unit, shape } = figure;
  const format = (value: number) => numberText(value, unit, locale);
  if (shape === "list") return <List locale={locale} cluster={cluster} figure={figure} />;
  if (shape === "line" && rows.length > 1) {
    const years = rows.every((row) => /^\d{4}$/.test(row.label.en));
    const x = (row: Row, i: number) => (years ? Number(row.label.en) : i);
    return (
      <LineChart
        locale={locale}
        label={name[locale]}
        lines={[
          { label: name[locale], points: rows.map((row, i) => ({ x: x(row, i), y: row.value })), series: 2 },
        ]}
        formatX={(at) => (years ? String(at) : (rows[at]?.label[locale] ?? ""))}
        formatY={format}
        height={200}
      />
    );
  }
  return (
    <BarChart
      locale={locale}
      bars={rows.map((row) => ({
        label: row.label[locale],
        value: row.value ?? 0,
        href: row.page ? pageHref(cluster, row.page) : undefined,
      }))}
      format={format}
    />
  );
}

function List({ locale, cluster, figure }: Shown) {
  const say = sayReport(locale);
  const valued = figure.rows.some((row) => row.value !== null);
  const columns: Column<Row>[] = [
    {
      key: "name",
      label: figure.name[locale],
      value: (row) => row.label[locale],
      href: (row) => (row.page ? pageHref(cluster, row.page) : undefined),
    },
    { key: "on", label: say("column.day"), value: (row) => (row.on ? formatDate(row.on, locale) : "") },
    ...(valued
      ? [
          {
            key: "value",
            label: say("unit.euro"),
            align: "end" as const,
            value: (row: Row) => (row.value === null ? "" : numberText(row.value, "euro", locale)),
          },
        ]
      : []),
  ];
  return <DataTable locale={locale} caption={figure.name[locale]} columns={columns} rows={figure.rows} />;
}

/** Every figure with what it is made of: the same as the data annex. */
export function Annex({
  locale,
  cluster,
  figures,
  level,
}: Omit<Shown, "figure"> & { figures: readonly Figure[]; level: Level }) {
  const say = sayReport(locale);
  const columns: Column<Figure>[] = [
    {
      key: "figure",
      label: say("column.figure"),
      value: ({ name }) => name[locale],
      href: ({ page }) => (page === null ? undefined : pageHref(cluster, page)),
    },
    {
      key: "value",
      label: say("column.value"),
      align: "end",
      value: (figure) => (figure.unit === "times" ? "" : valueText(figure, locale)),
    },
    { key: "period", label: say("column.period"), value: ({ from, to }) => periodText(from, to, locale) },
    { key: "formula", label: say("column.formula"), value: ({ formula }) => formula[locale] },
    {
      key: "source",
      label: say("column.source"),
      value: ({ source, coverage }) => `${source[locale]}; ${coverage[locale]}`,
    },
  ];
  return (
    <>
      <p>{say("report.annex.text", { readers: say(`level.${level}`) })}</p>
      <DataTable locale={locale} caption={say("report.annex")} columns={columns} rows={figures} />
    </>
  );
}
