import type { Context } from "../../../../access/context.ts";
import {
  address,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  Field,
  formatNumber,
  LineChart,
  type Query,
  Sheet,
  Tabs,
} from "../../../../ui/index.ts";
import { ESTIMATED, SECRET } from "../blocks.ts";
import { sayData } from "../messages.ts";
import type { Measure, PanelHead } from "../panel.ts";
import type { Asked, PreviewRow, SeriesRow } from "../preview.ts";
import type { Cell } from "../totals.ts";

/** What a page shows of a panel. */
export interface PanelShown {
  head: PanelHead;
  asked: Asked;
  rows: readonly PreviewRow[];
  total: number;
  /** Instead of them where there is one region. */
  series: readonly SeriesRow[] | null;
}

interface FiguresProps {
  ctx: Context;
  path: string;
  query: Query;
  panel: PanelShown;
}

/** The figures of a panel by region, or of a series over time. */
export function PanelFigures(props: FiguresProps) {
  const { series } = props.panel;
  return series ? <Series {...props} series={series} /> : <Preview {...props} />;
}

const measureOf = (head: PanelHead, key: string): Measure =>
  head.measures.find((measure) => measure.key === key) ?? head.measures[0]!;

function Preview({ ctx, path, query, panel }: FiguresProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const { head, asked, rows, total } = panel;
  const measure = measureOf(head, asked.measure);
  const activities = head.activities.codes.map((code, i) => ({
    value: code,
    label: `${code} ${head.activities.names[locale][i]}`,
  }));
  const activity = activities.find(({ value }) => value === asked.activity);
  const columns: Column<PreviewRow>[] = [
    { key: "name", label: say("col.region"), value: (row) => row.name, header: true },
    { key: "code", label: say("col.code"), value: (row) => row.code },
    ...head.periods.map((period, i) => ({
      key: period,
      label: period,
      align: "end" as const,
      value: (row: PreviewRow) => (
        <CellText cell={row.cells[i]!} locale={locale} partly={asked.activity === null} />
      ),
    })),
  ];
  const file = (format: string) => address(path, query, { format });
  return (
    <Sheet title={say("preview")} id="figures">
      <div class="stack">
        <form class="form" method="get" action={path}>
          {head.measures.length > 1 ? (
            <Field
              locale={locale}
              name="measure"
              type="select"
              label={say("field.measure")}
              choices={head.measures.map(({ key, label }) => ({ value: key, label: label[locale] }))}
              value={measure.key}
            />
          ) : null}
          {activities.length > 1 ? (
            <Field
              locale={locale}
              name="activity"
              type="select"
              label={say("field.activity")}
              choices={[{ value: "", label: say("field.activity.all") }, ...activities]}
              value={asked.activity ?? ""}
            />
          ) : null}
          <Field
            locale={locale}
            name="region"
            type="search"
            label={say("field.region")}
            value={asked.query ?? ""}
            maxlength={80}
          />
          <div class="form-acts">
            <Button>{say("show")}</Button>
          </div>
        </form>
        <p>
          {say("preview.sentence", {
            measure: measure.label[locale],
            unit: measure.unit[locale],
            activity: activity?.label ?? say("field.activity.all"),
            shown: formatNumber(rows.length, locale),
            total: formatNumber(total, locale),
          })}
        </p>
        {rows.length === 0 ? (
          <Empty act={{ label: say("field.activity.all"), href: path }}>{say("preview.none")}</Empty>
        ) : (
          <DataTable locale={locale} caption={say("preview")} columns={columns} rows={rows} />
        )}
        <More {...{ ctx, path, query }} total={total} shown={rows.length} />
        <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
      </div>
    </Sheet>
  );
}

/** Activities over time, as lines and as a table. */
function Series({ ctx, path, query, panel, series }: FiguresProps & { series: readonly SeriesRow[] }) {
  const { locale } = ctx;
  const say = sayData(locale);
  const { head, asked } = panel;
  const measure = measureOf(head, asked.measure);
  const names = head.activities.names[locale];
  const columns: Column<SeriesRow>[] = [
    { key: "period", label: say("col.period"), value: (row) => row.period, header: true },
    ...names.map((name, i) => ({
      key: head.activities.codes[i]!,
      label: name,
      align: "end" as const,
      value: (row: SeriesRow) => <CellText cell={row.cells[i]!} locale={locale} />,
    })),
  ];
  const oldest = series.toReversed();
  const lines = names
    .map((label, i) => ({ label, points: oldest.map((row, x) => ({ x, y: row.cells[i]!.value })) }))
    .filter(({ points }) => points.some(({ y }) => y !== null && y !== 0));
  const file = (format: string) => address(path, query, { format });
  return (
    <Sheet title={say("preview")} id="figures">
      <div class="stack">
        {head.measures.length > 1 ? (
          <Tabs
            label={say("field.measure")}
            tabs={head.measures.map(({ key, label }) => ({
              label: label[locale],
              href: address(path, query, { measure: key }),
              current: key === measure.key,
            }))}
          />
        ) : null}
        <ChartFrame
          locale={locale}
          title={measure.label[locale]}
          source={head.source}
          table={{ columns, rows: series }}
          csv={file("csv")}
          xlsx={file("xlsx")}
        >
          <LineChart
            locale={locale}
            label={measure.label[locale]}
            lines={lines.slice(0, 6)}
            axis={measure.unit[locale]}
            formatX={(x) => oldest[Math.round(x)]?.period ?? ""}
          />
        </ChartFrame>
      </div>
    </Sheet>
  );
}

const PAGE = 50;

/** The regions after these, and those before. */
function More({
  ctx,
  path,
  query,
  total,
  shown,
}: Pick<FiguresProps, "ctx" | "path" | "query"> & { total: number; shown: number }) {
  const say = sayData(ctx.locale);
  const from = Number(query.from ?? 0) || 0;
  const links = [
    from > 0 ? { label: say("page.before"), to: Math.max(0, from - PAGE) } : null,
    from + shown < total ? { label: say("page.after"), to: from + PAGE } : null,
  ].filter((link) => link !== null);
  return links.length === 0 ? null : (
    <p class="row">
      {links.map(({ label, to }) => (
        <a class="btn" href={`${address(path, query, { from: to || null })}#figures`}>
          {label}
        </a>
      ))}
    </p>
  );
}

/** A figure, or what stands in its place. */
function CellText({
  cell,
  locale,
  partly = false,
}: {
  cell: Cell;
  locale: Context["locale"];
  /** A sum, of which some cells may not be known. */
  partly?: boolean;
}) {
  const say = sayData(locale);
  if (cell.value === null) return <small>{say(cell.mark === SECRET ? "mark.secret" : "mark.missing")}</small>;
  const text = formatNumber(cell.value, locale, 2);
  return cell.mark === ESTIMATED ? (
    <abbr title={say(partly ? "mark.partly" : "mark.estimated")}>{`${text}*`}</abbr>
  ) : (
    <span>{text}</span>
  );
}
