import type { Context } from "../../../../access/context.ts";
import {
  address,
  BarChart,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  Facts,
  Field,
  Form,
  formatDate,
  formatNumber,
  formatPercent,
  formatTime,
  LineChart,
  Notice,
  PageHead,
  type Query,
  Sheet,
  Tabs,
} from "../../../../ui/index.ts";
import { SCHEDULES } from "../actions.ts";
import { ESTIMATED, SECRET } from "../blocks.ts";
import { cellsIn, coverageByPeriod, shareKnown, sumOf } from "../coverage.ts";
import { originOf } from "../filter.ts";
import { fitsWorkbook, MOST_ROWS } from "../formats/xlsx.ts";
import { dataHref, datasetHref, homeHref, mayKeep } from "../here.ts";
import { codeList } from "../lists.ts";
import { type DataMessage, sayData } from "../messages.ts";
import type { DatasetRow, Measure, PanelHead } from "../panel.ts";
import type { Asked, Cell, PreviewRow, SeriesRow } from "../preview.ts";
import type { ComputedFrom, Keeping, Version } from "../store.ts";

export interface DatasetProps {
  ctx: Context;
  csrf: string;
  path: string;
  query: Query;
  dataset: DatasetRow;
  /** `null` while there is no version. */
  panel: {
    head: PanelHead;
    asked: Asked;
    rows: readonly PreviewRow[];
    total: number;
    /** Instead of them where there is one region. */
    series: readonly SeriesRow[] | null;
  } | null;
  versions: readonly Version[];
  computed: readonly ComputedFrom[];
  keeping: Keeping | null;
  refused: Refused | undefined;
}

/** What was typed into the form about the address, and the sentences about it. */
export interface Refused {
  typed: { address: string; schedule: string };
  problems: Readonly<Record<string, string>>;
}

export function DatasetPage(props: DatasetProps) {
  const { ctx, dataset, panel } = props;
  const { locale } = ctx;
  const say = sayData(locale);
  const sum = sumOf(coverageByPeriod(dataset).map(({ counts }) => counts));
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={homeHref(ctx)}>{say("observatory")}</a> · <a href={dataHref(ctx)}>{say("catalogue")}</a>
          </>
        }
        title={dataset.title[locale]}
        lede={
          panel
            ? say("dataset.lede", {
                regions: panel.head.regions.codes.length,
                activities: panel.head.activities.codes.length,
                from: dataset.periods[0] ?? "",
                to: dataset.periods.at(-1) ?? "",
                known: formatNumber(sum[0] + sum[3], locale),
                cells: formatNumber(cellsIn(sum), locale),
              })
            : say("dataset.none")
        }
      />
      <div class="stack">
        {panel ? (
          panel.series ? (
            <Series {...props} panel={panel} series={panel.series} />
          ) : (
            <Preview {...props} panel={panel} />
          )
        ) : null}
        {panel ? <CoverageSheet {...props} /> : null}
        <About {...props} />
        {panel ? <Downloads {...props} head={panel.head} /> : null}
        <Versions {...props} />
        {panel ? <Computed {...props} /> : null}
        {mayKeep(ctx) && dataset.clusterId === ctx.cluster!.id ? <KeepingSheet {...props} /> : null}
      </div>
    </>
  );
}

const measureOf = (head: DatasetRow | PanelHead, key: string): Measure =>
  head.measures.find((measure) => measure.key === key) ?? head.measures[0]!;

function Preview({ ctx, path, query, panel }: DatasetProps & { panel: NonNullable<DatasetProps["panel"]> }) {
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
function Series({
  ctx,
  path,
  query,
  panel,
  series,
}: DatasetProps & { panel: NonNullable<DatasetProps["panel"]>; series: readonly SeriesRow[] }) {
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
}: Pick<DatasetProps, "ctx" | "path" | "query"> & { total: number; shown: number }) {
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

function CoverageSheet({ ctx, dataset }: DatasetProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const rows = coverageByPeriod(dataset);
  const number = (at: 0 | 1 | 2 | 3) => (row: (typeof rows)[number]) => formatNumber(row.counts[at], locale);
  return (
    <Sheet title={say("coverage")} id="coverage">
      <ChartFrame
        locale={locale}
        title={say("coverage")}
        untitled
        sentence={say("coverage.sentence")}
        source={dataset.source || dataset.title[locale]}
        table={{
          columns: [
            { key: "period", label: say("col.period"), value: (row) => row.period },
            { key: "value", label: say("col.value"), value: number(0), align: "end" },
            { key: "estimated", label: say("col.estimated"), value: number(3), align: "end" },
            { key: "secret", label: say("col.secret"), value: number(2), align: "end" },
            { key: "missing", label: say("col.missing"), value: number(1), align: "end" },
            {
              key: "known",
              label: say("col.known"),
              value: (row) => formatPercent(shareKnown(row.counts) ?? 0, locale, 1),
              align: "end",
            },
          ],
          rows,
        }}
      >
        <BarChart
          locale={locale}
          parts={[
            { label: say("col.value"), series: 1 },
            { label: say("col.estimated"), series: 2 },
            { label: say("col.secret"), series: 3 },
            { label: say("col.missing"), series: 4 },
          ]}
          bars={rows.map(({ period, counts }) => {
            const all = cellsIn(counts) || 1;
            return {
              label: period,
              note: formatPercent(shareKnown(counts) ?? 0, locale, 1),
              parts: [counts[0], counts[3], counts[2], counts[1]].map((n) => n / all),
            };
          })}
          format={() => ""}
        />
      </ChartFrame>
    </Sheet>
  );
}

function About({ ctx, dataset }: DatasetProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const list = (key: string | null) => codeList(key)?.label[locale] ?? key;
  return (
    <Sheet title={say("about")}>
      <div class="stack">
        {dataset.text[locale] ? <p>{dataset.text[locale]}</p> : null}
        <Facts
          facts={[
            [
              say("col.source"),
              dataset.sourceUrl ? (
                <a href={dataset.sourceUrl} rel="nofollow noopener">
                  {dataset.source || dataset.sourceUrl}
                </a>
              ) : (
                dataset.source
              ),
            ],
            [say("col.licence"), dataset.licence],
            [say("col.credit"), dataset.credit],
            [say("col.kind"), `${say(`kind.${dataset.kind}`)} · ${say(`origin.${originOf(dataset)}`)}`],
            [say("col.regions"), list(dataset.regionList)],
            [say("col.activities"), list(dataset.activityList)],
            [
              say("level"),
              dataset.visibility in LEVELS ? say(`level.${dataset.visibility}` as DataMessage) : "",
            ],
            [
              say("col.made"),
              dataset.madeAt ? (
                <time datetime={dataset.madeAt.toISOString()}>{formatTime(dataset.madeAt, locale)}</time>
              ) : null,
            ],
          ]}
        />
      </div>
    </Sheet>
  );
}

const LEVELS = { public: true, peers: true, cluster: true };

function Downloads({ ctx, dataset, head }: DatasetProps & { head: PanelHead }) {
  const { locale } = ctx;
  const say = sayData(locale);
  const file = (as: string) => `${datasetHref(ctx, dataset.slug)}/download?as=${as}`;
  const links: [string, string][] = [
    ["CSV", file("csv")],
    ...(fitsWorkbook(head) ? ([["XLSX", file("xlsx")]] as [string, string][]) : []),
    ["SDMX-CSV", file("sdmx")],
    ["JSON-stat", file("jsonstat")],
  ];
  return (
    <Sheet title={say("downloads")}>
      <div class="stack">
        <p class="row">
          {links.map(([label, href]) => (
            <a class="btn" href={href} download="">
              {label}
            </a>
          ))}
        </p>
        <p class="hint">{say("downloads.hint", { most: formatNumber(MOST_ROWS, locale) })}</p>
      </div>
    </Sheet>
  );
}

function Versions({ ctx, dataset, versions }: DatasetProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  if (versions.length === 0) return null;
  const keeps = mayKeep(ctx) && dataset.clusterId === ctx.cluster!.id;
  const number = (n: number | undefined) => (n === undefined ? "" : formatNumber(n, locale));
  const columns: Column<Version>[] = [
    {
      key: "version",
      label: say("col.version"),
      value: (one) => one.version,
      href: (one) => `${datasetHref(ctx, dataset.slug)}/versions/${one.version}`,
      header: true,
    },
    {
      key: "made",
      label: say("col.made"),
      value: (one) => <time datetime={one.madeAt.toISOString()}>{formatDate(one.madeAt, locale)}</time>,
    },
    ...(keeps ? [{ key: "who", label: say("col.who"), value: (one: Version) => one.madeBy ?? "" }] : []),
    { key: "rows", label: say("col.rows"), value: (one) => number(one.rows), align: "end" },
    { key: "changed", label: say("col.changed"), value: (one) => number(one.changes?.changed), align: "end" },
    { key: "added", label: say("col.added"), value: (one) => number(one.changes?.added), align: "end" },
    { key: "gone", label: say("col.gone"), value: (one) => number(one.changes?.gone), align: "end" },
  ];
  return (
    <Sheet title={say("versions")} id="versions">
      <DataTable locale={locale} caption={say("versions")} columns={columns} rows={versions} />
    </Sheet>
  );
}

function Computed({ ctx, computed }: DatasetProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  return (
    <Sheet title={say("computed")} id="computed">
      {computed.length === 0 ? (
        <p>{say("computed.none")}</p>
      ) : (
        <DataTable
          locale={locale}
          caption={say("computed")}
          rows={computed}
          columns={[
            { key: "name", label: say("computed.name"), value: (one) => <code>{one.name}</code> },
            {
              key: "count",
              label: say("computed.count"),
              value: (one) => formatNumber(one.results, locale),
              align: "end",
            },
            {
              key: "at",
              label: say("computed.at"),
              value: (one) => (
                <time datetime={one.computedAt.toISOString()}>{formatTime(one.computedAt, locale)}</time>
              ),
            },
            {
              key: "took",
              label: say("computed.took"),
              value: (one) => `${formatNumber(one.tookMs / 1000, locale, 1)} s`,
              align: "end",
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function KeepingSheet({ ctx, csrf, dataset, keeping, refused }: DatasetProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const href = datasetHref(ctx, dataset.slug);
  if (dataset.derivedFrom)
    return (
      <Sheet title={say("keeping")}>
        <div class="stack">
          <p>{say("own.keeping")}</p>
          <form method="post" action={`${homeHref(ctx)}/own-records`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button>{say("own.count")}</Button>
          </form>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={say("keeping")} id="keeping">
      <div class="stack">
        {keeping?.lastProblem ? (
          <Notice tone="stop">{say("keeping.problem", { problem: keeping.lastProblem })}</Notice>
        ) : null}
        {keeping?.nextAt ? (
          <Facts facts={[[say("keeping.next"), formatTime(keeping.nextAt, locale)]]} />
        ) : null}
        <Form
          locale={locale}
          action={`${href}/keeping`}
          csrf={csrf}
          fields={[
            { name: "address", type: "url", label: say("keeping.from"), maxlength: 1000 },
            {
              name: "schedule",
              type: "select",
              label: say("keeping.schedule"),
              choices: SCHEDULES.map((value) => ({ value, label: say(`schedule.${value}`) })),
            },
          ]}
          values={
            refused?.typed ?? { address: keeping?.address ?? "", schedule: keeping?.schedule ?? "never" }
          }
          problems={refused?.problems}
          submit={say("keeping.save")}
          acts={
            <Button href={`${homeHref(ctx)}/imports?dataset=${dataset.slug}`}>{say("keeping.file")}</Button>
          }
        />
        <form method="post" action={`${href}/remove`}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="stop">{say("remove")}</Button>
        </form>
      </div>
    </Sheet>
  );
}
