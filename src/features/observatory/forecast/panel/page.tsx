import type { Context } from "../../../../access/context.ts";
import {
  address,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  Form,
  formatChange,
  formatNumber,
  formatPercent,
  formatTime,
  LineChart,
  Notice,
  PageHead,
  type Query,
  Sheet,
} from "../../../../ui/index.ts";
import { dataHref, datasetHref, homeHref } from "../../data/here.ts";
import { sayForecast } from "../messages.ts";
import { ForecastTabs } from "../tabs.tsx";
import { LEVEL, type LevelTest } from "./forecast-level.ts";
import { isActivity } from "./kept.ts";
import { type Expected, type PanelSeen, type Seen, TOGETHER } from "./see.ts";

interface Props {
  ctx: Context;
  seen: Seen;
  query: Query;
}

const SHOWN = 8;

export function PanelPage({ ctx, seen, query }: Props) {
  const say = sayForecast(ctx.locale);
  const { panel } = seen;
  return (
    <>
      <PageHead
        title={say("forecast.panel.title")}
        lede={panel ? ledeOf(ctx, panel) : say("forecast.panel.none")}
      />
      <ForecastTabs ctx={ctx} current="panel" />
      <div class="stack">
        {panel ? (
          <Panel ctx={ctx} seen={seen} panel={panel} query={query} />
        ) : (
          <Empty act={{ label: say("forecast.panel.none.act"), href: dataHref(ctx) }}>
            {say("forecast.panel.none")}
          </Empty>
        )}
      </div>
    </>
  );
}

function Panel({ ctx, seen, panel, query }: Props & { panel: PanelSeen }) {
  return (
    <>
      <Sheet title={subjectOf(ctx, panel)}>
        <div class="stack">
          <Chosen ctx={ctx} seen={seen} panel={panel} query={query} />
          {panel.state === "ready" ? <Line ctx={ctx} panel={panel} /> : <Why ctx={ctx} panel={panel} />}
        </div>
      </Sheet>
      {panel.tests.length > 0 ? <Tests ctx={ctx} panel={panel} /> : null}
      {panel.expected.length > 0 ? <Changes ctx={ctx} seen={seen} panel={panel} query={query} /> : null}
    </>
  );
}

/** Where there is no line, the reason why. */
const Why = ({ ctx, panel }: { ctx: Context; panel: PanelSeen }) => (
  <Notice tone={panel.state === "computing" ? "wait" : "plain"}>
    {sayForecast(ctx.locale)(`forecast.state.${panel.state as Exclude<PanelSeen["state"], "ready">}`)}
  </Notice>
);

function ledeOf(ctx: Context, panel: PanelSeen): string {
  const { locale } = ctx;
  const say = sayForecast(locale);
  const last = panel.history.findLast(({ value }) => value !== null);
  const end = panel.ahead.at(-1);
  if (panel.state !== "ready" || !last || !end)
    return panel.state === "ready" ? say("forecast.state.unknown") : say(`forecast.state.${panel.state}`);
  return say(end.lower === null ? "forecast.panel.lede.open" : "forecast.panel.lede", {
    what: subjectOf(ctx, panel),
    now: formatNumber(last.value!, locale),
    from: last.period,
    later: formatNumber(end.mean, locale),
    to: end.period,
    lower: formatNumber(end.lower ?? 0, locale),
    upper: formatNumber(end.upper ?? 0, locale),
    level: formatPercent(LEVEL, locale),
  });
}

const subjectOf = ({ locale }: Context, { region, activity, measure }: PanelSeen): string => {
  const say = sayForecast(locale);
  const where = region?.name ?? say("forecast.all.regions");
  return `${activity?.name ?? say("forecast.all.activities", { title: measure.label[locale] })}, ${where}`;
};

function Chosen({ ctx, seen, panel, query }: Props & { panel: PanelSeen }) {
  const { locale } = ctx;
  const say = sayForecast(locale);
  const { head, measure, region, activity } = panel;
  const coded = (codes: string[], names: string[]) =>
    codes.map((code, i) => ({ value: code, label: names[i] === code ? code : `${code} ${names[i]}` }));
  return (
    <Form
      locale={locale}
      method="get"
      action={hrefOf(ctx)}
      submit={say("forecast.show")}
      values={{
        dataset: head.slug,
        measure: measure.key,
        region: region?.code ?? "",
        activity: activity?.code ?? "",
      }}
      hidden={typeof query.lang === "string" ? { lang: query.lang } : {}}
      fields={[
        {
          name: "dataset",
          label: say("forecast.dataset"),
          required: true,
          type: "select",
          choices: seen.datasets.map(({ slug, title }) => ({ value: slug, label: title })),
        },
        ...(head.measures.length > 1
          ? [
              {
                name: "measure",
                label: say("forecast.measure"),
                required: true,
                type: "select" as const,
                choices: head.measures.map(({ key, label }) => ({ value: key, label: label[locale] })),
              },
            ]
          : []),
        {
          name: "region",
          label: say("forecast.region"),
          required: true,
          type: "select",
          choices: [
            ...(activity || !region ? [{ value: "", label: say("forecast.all.regions") }] : []),
            ...coded(head.regions.codes, head.regions.names[locale]),
          ],
        },
        {
          name: "activity",
          label: say("forecast.activity"),
          required: true,
          type: "select",
          choices: [
            { value: "", label: say("forecast.all.together") },
            ...coded(head.activities.codes, head.activities.names[locale]).filter(({ value }) =>
              isActivity(value),
            ),
          ],
        },
      ]}
    />
  );
}

interface Point {
  period: string;
  known: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
}

function Line({ ctx, panel }: { ctx: Context; panel: PanelSeen }) {
  const { locale } = ctx;
  const say = sayForecast(locale);
  const { head, history, ahead, measure } = panel;
  const number = (value: number | null) =>
    value === null ? "–" : formatNumber(value, locale, digitsOf(panel));
  const rows: Point[] = [
    ...history.map(({ period, value }) => ({ period, known: value, mean: null, lower: null, upper: null })),
    ...ahead.map(({ period, mean, lower, upper }) => ({ period, known: null, mean, lower, upper })),
  ];
  const isYears = rows.every(({ period }) => /^\d{4}$/.test(period));
  const x = (at: number) => (isYears ? Number(rows[at]!.period) : at);
  const lastKnown = rows.findLastIndex(({ known }) => known !== null);
  const columns: Column<Point>[] = [
    { key: "period", label: say("forecast.period"), value: (row) => row.period, header: true },
    { key: "known", label: say("forecast.known"), align: "end", value: (row) => number(row.known) },
    { key: "mean", label: say("forecast.expected"), align: "end", value: (row) => number(row.mean) },
    { key: "lower", label: say("forecast.lower"), align: "end", value: (row) => number(row.lower) },
    { key: "upper", label: say("forecast.upper"), align: "end", value: (row) => number(row.upper) },
  ];
  const unit = measure.unit[locale] || measure.label[locale];
  return (
    <ChartFrame
      locale={locale}
      title={subjectOf(ctx, panel)}
      untitled
      sentence={say("forecast.line.sentence", {
        level: formatPercent(LEVEL, locale),
        first: history[0]?.period ?? "",
      })}
      source={
        <>
          <a href={datasetHref(ctx, head.slug)}>{head.title[locale]}</a>
          {`, ${head.source}, ${history[0]?.period}–${history.at(-1)?.period}. `}
          {say("forecast.computed", {
            version: head.version,
            on: panel.computedAt ? formatTime(panel.computedAt, locale) : "–",
          })}{" "}
          {say("forecast.formula")}
        </>
      }
      table={{ columns, rows }}
      download={{ chart: "line", path: hrefOf(ctx), query: asChosen(panel) }}
    >
      <LineChart
        locale={locale}
        label={ledeOf(ctx, panel)}
        axis={unit}
        formatX={(at) => (isYears ? String(at) : (rows[at]?.period ?? ""))}
        formatY={(value) => formatNumber(value, locale, digitsOf(panel))}
        fromZero={false}
        lines={[
          {
            label: subjectOf(ctx, panel),
            forecastFrom: lastKnown < 0 ? x(0) : x(lastKnown),
            points: rows.map(({ known, mean, lower, upper }, at) => ({
              x: x(at),
              y: known ?? mean,
              // The band opens at the last fact.
              low: mean !== null ? (lower ?? undefined) : at === lastKnown ? (known ?? undefined) : undefined,
              high:
                mean !== null ? (upper ?? undefined) : at === lastKnown ? (known ?? undefined) : undefined,
            })),
          },
        ]}
      />
    </ChartFrame>
  );
}

/** What is shown, whatever of it was named in the address. */
const asChosen = ({ head, measure, region, activity }: PanelSeen) => ({
  dataset: head.slug,
  measure: measure.key,
  region: region?.code ?? (activity ? TOGETHER : undefined),
  activity: activity?.code,
});

/** Small amounts are told apart by their decimals. */
const digitsOf = ({ history }: PanelSeen): number =>
  history.every(({ value }) => value === null || (value < 100 && !Number.isInteger(value))) ? 1 : 0;

const METHODS = ["ours", "naive", "drift", "dampedDrift", "shiftShare"] as const;

function Tests({ ctx, panel }: { ctx: Context; panel: PanelSeen }) {
  const { locale } = ctx;
  const say = sayForecast(locale);
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : formatPercent(value, locale, 2);
  const own = (test: LevelTest) => panel.own.find(({ ahead }) => ahead === test.ahead);
  const columns: Column<LevelTest>[] = [
    {
      key: "ahead",
      label: say("forecast.test.ahead"),
      value: ({ ahead }) => say("forecast.test.ahead.of", { ahead }),
      header: true,
    },
    ...METHODS.map((method) => ({
      key: method,
      label: say(`forecast.method.${method}`),
      align: "end" as const,
      value: ({ wape }: LevelTest) => percent(wape[method]),
    })),
    {
      key: "coverage",
      label: say("forecast.test.coverage"),
      align: "end",
      value: ({ coverage }) => (coverage === null ? "–" : formatPercent(coverage, locale)),
    },
    { key: "own", label: say("forecast.test.own"), align: "end", value: (test) => percent(own(test)?.ours) },
    {
      key: "ownNaive",
      label: say("forecast.test.own.naive"),
      align: "end",
      value: (test) => percent(own(test)?.naive),
    },
  ];
  const [first] = panel.tests;
  return (
    <Sheet title={say("forecast.test.title")} id="back-test">
      <div class="stack">
        <p>
          {say("forecast.test.sentence", {
            cells: formatNumber(first!.cells, locale),
            origins: first!.origins.length,
            ours: percent(first!.wape.ours),
            naive: percent(first!.wape.naive),
          })}
        </p>
        <DataTable
          locale={locale}
          caption={say("forecast.test.title")}
          columns={columns}
          rows={panel.tests}
        />
        <p class="hint">{say("forecast.test.hint")}</p>
      </div>
    </Sheet>
  );
}

function Changes({ ctx, panel, query }: Props & { panel: PanelSeen }) {
  const { locale } = ctx;
  const say = sayForecast(locale);
  const { expected, ahead, history } = panel;
  const rows =
    expected.length > 2 * SHOWN ? [...expected.slice(0, SHOWN), ...expected.slice(-SHOWN)] : expected;
  const number = (value: number | null) =>
    value === null ? "–" : formatNumber(value, locale, digitsOf(panel));
  const to = (row: Expected) => address(hrefOf(ctx), query, { ...asChosen(panel), activity: row.code });
  const columns: Column<Expected>[] = [
    { key: "name", label: say("forecast.activity"), value: (row) => row.name, href: to, header: true },
    {
      key: "now",
      label: history.at(-1)?.period ?? say("forecast.now"),
      align: "end",
      value: (row) => number(row.now),
    },
    {
      key: "later",
      label: ahead.at(-1)?.period ?? say("forecast.expected"),
      align: "end",
      value: (row) => number(row.later),
    },
    {
      key: "bounds",
      label: say("forecast.bounds", { level: formatPercent(LEVEL, locale) }),
      align: "end",
      value: (row) => (row.lower === null ? "–" : `${number(row.lower)} – ${number(row.upper)}`),
    },
    {
      key: "change",
      label: say("forecast.change"),
      align: "end",
      value: (row) => formatChange(row.change, locale, digitsOf(panel)),
    },
  ];
  const file = (format: string) => address(hrefOf(ctx), query, { format });
  return (
    <Sheet title={say("forecast.changes.title", { region: panel.region!.name })} id="changes">
      <div class="stack">
        <p>{say("forecast.changes.sentence", { shown: rows.length, all: expected.length })}</p>
        <DataTable
          locale={locale}
          caption={say("forecast.changes.title", { region: panel.region!.name })}
          columns={columns}
          rows={rows}
        />
        <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
      </div>
    </Sheet>
  );
}

const hrefOf = (ctx: Context) => `${homeHref(ctx)}/forecast`;
