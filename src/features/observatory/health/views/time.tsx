import {
  type Column,
  DataTable,
  type ExportColumn,
  ExportLinks,
  formatDate,
  formatDistance,
  formatNumber,
  formatPercent,
  type Line,
  LineChart,
  Sheet,
} from "../../../../ui/index.ts";
import type { Headline } from "../measures/headline.ts";
import type { HealthSay } from "../messages.ts";
import type { DayFigures } from "../store.ts";
import { HealthChart } from "./health-chart.tsx";
import { HealthPage } from "./page.tsx";
import type { Stage } from "./stage.ts";

export function TimeSection({ stage, history }: { stage: Stage; history: readonly DayFigures[] }) {
  const { say, years, ctx, to } = stage;
  return (
    <HealthPage
      stage={stage}
      lede={ledeOf(stage)}
      formulas={[say("reckon.core"), say("reckon.connected"), say("reckon.rings")]}
    >
      <div class="grid">
        <Sheet title={say("time.pairs")} class="c6">
          <HealthChart
            stage={stage}
            chart="pairs"
            title={say("time.pairs")}
            sentence={say("time.pairs.sentence")}
            table={twinOf(stage, countLines(stage))}
          >
            <LineChart
              locale={ctx.locale}
              label={say("time.pairs")}
              lines={countLines(stage)}
              axis={say("column.actors")}
            />
          </HealthChart>
        </Sheet>
        <Sheet title={say("time.stretch")} class="c6">
          <HealthChart
            stage={stage}
            chart="stretch"
            title={say("time.stretch")}
            sentence={say("time.stretch.sentence")}
            table={twinOf(stage, stretchLines(stage))}
          >
            <LineChart
              locale={ctx.locale}
              label={say("time.stretch")}
              lines={stretchLines(stage)}
              formatY={(km) => `${formatNumber(km, ctx.locale)} km`}
            />
          </HealthChart>
        </Sheet>
      </div>
      <Sheet title={say("time.table")}>
        <DataTable
          locale={ctx.locale}
          caption={say("time.table")}
          columns={columnsOf(stage)}
          rows={years.toReversed()}
        />
        <ExportLinks
          locale={ctx.locale}
          csv={to.here({ format: "csv" })}
          xlsx={to.here({ format: "xlsx" })}
        />
      </Sheet>
      <History stage={stage} history={history} />
    </HealthPage>
  );
}

function ledeOf({ say, years }: Stage): string {
  const [first, last] = [years[0]!, years.at(-1)!];
  const alone = last.isolated - first.isolated;
  return say("lede.time", {
    first: String(first.year),
    last: String(last.year),
    before: first.pairs,
    after: last.pairs,
    change: alone < 0 ? "more" : alone > 0 ? "less" : "same",
  });
}

const countLines = ({ say, years }: Stage): Line[] =>
  (["pairs", "largest", "isolated", "core"] as const).map((key) => ({
    label: say(`time.line.${key}`),
    points: years.map((row) => ({ x: row.year, y: row[key] })),
  }));

function stretchLines({ say, years, health }: Stage): Line[] {
  const outside = health.outside?.years ?? [];
  const lines = [
    {
      label: say("time.line.inside"),
      points: years.map(({ year, reach }) => ({ x: year, y: reach.medianKm })),
    },
    {
      label: say("time.line.outside"),
      points: outside.map(({ year, reach }) => ({ x: year, y: reach.medianKm })),
    },
  ];
  return lines.filter(({ points }) => points.length > 0);
}

/** The lines as a table: a row for each year, a column for each line. */
function twinOf({ say, years, ctx }: Stage, lines: readonly Line[]) {
  const columns: Column<number>[] = [
    { key: "year", label: say("column.year"), value: String },
    ...lines.map(
      ({ label, points }): Column<number> => ({
        key: label,
        label,
        value: (year) => {
          const y = points.find(({ x }) => x === year)?.y ?? null;
          return y === null ? "–" : formatNumber(y, ctx.locale, 1);
        },
        align: "end",
      }),
    ),
  ];
  return { columns, rows: years.map(({ year }) => year) };
}

function columnsOf({ say, ctx, to }: Stage): Column<Headline>[] {
  const count = (value: number) => formatNumber(value, ctx.locale);
  const figure = (
    key: "links" | "pairs" | "components" | "largest" | "isolated" | "core",
  ): Column<Headline> => ({
    key,
    label: say(`column.${key}`),
    value: (row) => count(row[key]),
    align: "end",
  });
  return [
    {
      key: "year",
      label: say("column.year"),
      value: ({ year }) => String(year),
      href: ({ year }) => to.section("health", { year }),
    },
    figure("links"),
    figure("pairs"),
    {
      key: "density",
      label: say("column.density"),
      value: ({ density }) => (density === null ? "–" : formatPercent(density, ctx.locale, 1)),
      align: "end",
    },
    figure("components"),
    figure("largest"),
    figure("isolated"),
    figure("core"),
    {
      key: "clustering",
      label: say("column.clustering"),
      value: ({ clustering }) => (clustering === null ? "–" : formatNumber(clustering, ctx.locale, 2)),
      align: "end",
    },
    {
      key: "km",
      label: say("column.km"),
      value: ({ reach }) => (reach.medianKm === null ? "–" : formatDistance(reach.medianKm, ctx.locale)),
      align: "end",
    },
  ];
}

/** What was found on earlier days, which cannot be reckoned again. */
function History({ stage: { say, ctx }, history }: { stage: Stage; history: readonly DayFigures[] }) {
  const keys = ["actors", "links", "pairs", "components", "isolated"] as const;
  return (
    <Sheet title={say("time.history")}>
      <p>{say("time.history.sentence")}</p>
      {history.length < 2 ? <p>{say("time.history.empty")}</p> : null}
      {history.length > 0 ? (
        <DataTable
          locale={ctx.locale}
          caption={say("time.history")}
          rows={history.toReversed()}
          columns={[
            { key: "day", label: say("column.day"), value: ({ day }) => formatDate(day, ctx.locale) },
            ...keys.map(
              (key): Column<DayFigures> => ({
                key,
                label: say(`column.${key}`),
                value: ({ figures }) => formatNumber(figures[key], ctx.locale),
                align: "end",
              }),
            ),
          ]}
        />
      ) : null}
    </Sheet>
  );
}

export const timeColumns = (say: HealthSay): ExportColumn<Headline>[] => [
  { label: say("column.year"), value: ({ year }) => year },
  { label: say("column.actors"), value: ({ actors }) => actors },
  { label: say("column.links"), value: ({ links }) => links },
  { label: say("column.pairs"), value: ({ pairs }) => pairs },
  { label: say("column.density"), value: ({ density }) => density },
  { label: say("column.components"), value: ({ components }) => components },
  { label: say("column.largest"), value: ({ largest }) => largest },
  { label: say("column.isolated"), value: ({ isolated }) => isolated },
  { label: say("column.core"), value: ({ core }) => core },
  { label: say("column.clustering"), value: ({ clustering }) => clustering },
  { label: say("column.km"), value: ({ reach }) => reach.medianKm },
];
