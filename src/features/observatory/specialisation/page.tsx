import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  fieldId,
  formatChange,
  formatNumber,
  formatPercent,
  MatrixChart,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { datasetHref } from "../data/here.ts";
import { pictureHref } from "./address.ts";
import { Bubbles, LARGEST } from "./bubbles.tsx";
import { type ActivityRow, type RegionFigures, type RegionRow, rankOf } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import {
  Chooser,
  nameOfActivity,
  PictureLinks,
  PictureSource,
  regionName,
  sayNumber,
  shortRegion,
} from "./parts.tsx";
import { type MapRow, QuotientMap } from "./quotient-map.tsx";
import { MOST_COMPARED } from "./schema.ts";
import { nutsOf, type Stage } from "./stage.ts";

export interface Shown {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
  /** The activity of the map, in all regions. */
  mapped: { activity: number; rows: RegionRow[] } | null;
  /** The region first, then those it is compared with. */
  compared: { region: number; quotients: Float64Array }[];
}

/** So many rows stand on the page; the files hold all. */
const FIRST = 25;

export const strongest = (rows: readonly ActivityRow[]): ActivityRow[] =>
  rows
    .filter((row) => !Number.isNaN(row.quotient))
    .toSorted((a, b) => b.quotient - a.quotient || b.amount - a.amount);

export function SpecialisationPage(shown: Shown) {
  const { ctx, stage, figures, mapped } = shown;
  const { locale } = ctx;
  const say = sayPictures(locale);
  const region = shortRegion(stage, stage.region, locale);
  const path = `/clusters/${ctx.cluster!.slug}/observatory/specialisation`;
  return (
    <>
      <PageHead
        kicker={say("spec.kicker", { title: stage.head.title[locale], period: stage.period })}
        title={say("spec.of", { region })}
        lede={finding(shown)}
        actions={
          <Button href={pictureHref(ctx, stage, `regions/${stage.head.regions.codes[stage.region]!}`)}>
            {region}
          </Button>
        }
      />
      <div class="stack">
        <Chooser ctx={ctx} stage={stage} path={path} ask={["region", "from"]} />
        <RegionNumbers ctx={ctx} stage={stage} figures={figures} />
      </div>
      <div class="grid">
        <Sheet title={say("bubbles.title")} class="c7" id="bubbles">
          <BubbleSheet {...shown} />
        </Sheet>
        <MapSheet ctx={ctx} stage={stage} mapped={mapped} />
      </div>
      <div class="stack">
        <SplitSheet {...shown} />
        <TableSheet {...shown} />
        <CompareSheet {...shown} path={path} />
      </div>
    </>
  );
}

/** What is the case, in a sentence or two. */
export function finding({
  ctx: { locale },
  stage,
  figures,
}: Pick<Shown, "ctx" | "stage" | "figures">): string {
  const say = sayPictures(locale);
  const region = shortRegion(stage, stage.region, locale);
  const regions = stage.level.regions.length;
  const [top] = strongest(figures.rows);
  const words =
    top && figures.figures.strengths > 0
      ? say("spec.finding", {
          strengths: figures.figures.strengths,
          known: figures.figures.known,
          region,
          regions,
          top: nameOfActivity(stage, top.activity, locale),
          times: formatNumber(top.quotient, locale, 1),
        })
      : say("spec.finding.none", { region, regions });
  const { parts } = figures;
  if (!parts || parts.before === 0) return words;
  const percent = (value: number) => `${formatChange((100 * value) / parts.before, locale, 1)} %`;
  return `${words} ${say("spec.growth", {
    from: stage.from!,
    period: stage.period,
    growth: percent(parts.change),
    everywhere: percent(parts.national),
  })}`;
}

export function RegionNumbers({ ctx, stage, figures }: Pick<Shown, "ctx" | "stage" | "figures">) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { total, strengths, known, krugman, eci } = figures.figures;
  const of = figures.others.length;
  const place = (value: number, key: "krugman" | "eci" | "total") =>
    Number.isNaN(value)
      ? undefined
      : say("figure.rank", {
          rank: rankOf(
            value,
            figures.others.map((other) => other[key]),
          ),
          of,
        });
  return (
    <Figures
      figures={[
        {
          value: sayNumber(total, locale),
          label: say("figure.total", {
            measure: stage.measure.label[locale],
            unit: stage.measure.unit[locale],
          }),
          change: `${place(total, "total")}, ${say("figure.secret", { count: figures.secret })}`,
          href: datasetHref(ctx, stage.head.slug),
        },
        {
          value: sayNumber(strengths, locale),
          label: say("figure.strengths"),
          change: say("figure.strengths.of", { known }),
          href: "#table",
        },
        {
          value: sayNumber(krugman, locale, 2),
          label: say("figure.krugman"),
          change: place(krugman, "krugman"),
          href: "#bubbles",
        },
        {
          value: sayNumber(eci, locale, 2),
          label: say("figure.eci"),
          change: place(eci, "eci"),
          href: pictureHref(ctx, stage, "diversification"),
        },
      ]}
    />
  );
}

function BubbleSheet(shown: Shown) {
  const { ctx, stage, figures } = shown;
  const say = sayPictures(ctx.locale);
  if (!stage.from) return <Empty>{say("bubbles.none")}</Empty>;
  const file = (format: string) => pictureHref(ctx, stage, "specialisation", { format });
  return (
    <>
      <ChartFrame
        locale={ctx.locale}
        title={say("bubbles.title")}
        untitled
        sentence={say("bubbles.sentence", { count: Math.min(LARGEST, figures.rows.length) })}
        source={<PictureSource ctx={ctx} stage={stage} formula={say("formula.lq")} />}
        table={{ columns: columnsOf(shown), rows: strongest(figures.rows).slice(0, LARGEST) }}
        csv={file("csv")}
        xlsx={file("xlsx")}
      >
        <Bubbles ctx={ctx} stage={stage} figures={figures} />
      </ChartFrame>
      <PictureLinks ctx={ctx} stage={stage} page="specialisation" picture="bubbles" />
    </>
  );
}

export function MapSheet({ ctx, stage, mapped }: Pick<Shown, "ctx" | "stage" | "mapped">) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  if (!mapped) return null;
  const activity = nameOfActivity(stage, mapped.activity, locale);
  const map = (
    <QuotientMap
      locale={locale}
      label={say("map.title", { activity })}
      rows={mapRows({ ctx, stage, mapped })}
    />
  );
  const code = stage.head.activities.codes[mapped.activity]!;
  return (
    <Sheet
      title={say("map.title", { activity })}
      class="c5"
      id="map"
      link={{ label: code, href: pictureHref(ctx, stage, `activities/${code}`) }}
    >
      <ChartFrame
        locale={locale}
        title={say("map.title", { activity })}
        untitled
        sentence={say("map.sentence", { region: shortRegion(stage, stage.region, locale) })}
        source={<PictureSource ctx={ctx} stage={stage} />}
        table={{ columns: regionColumns(ctx, stage), rows: topRegions(mapped.rows).slice(0, FIRST) }}
      >
        {map}
      </ChartFrame>
      <PictureLinks ctx={ctx} stage={stage} page="specialisation" picture="map" change={{ activity: code }} />
    </Sheet>
  );
}

export const mapRows = ({ ctx, stage, mapped }: Pick<Shown, "ctx" | "stage" | "mapped">): MapRow[] =>
  mapped!.rows.map(({ region, quotient }) => ({
    nuts: nutsOf(stage.head, region),
    name: regionName(stage, region, ctx.locale),
    quotient,
    href: pictureHref(ctx, stage, "specialisation", {
      region: stage.head.regions.codes[region]!,
      activity: stage.head.activities.codes[mapped!.activity]!,
    }),
    here: region === stage.region,
  }));

export const topRegions = (rows: readonly RegionRow[]): RegionRow[] =>
  rows.filter(({ quotient }) => !Number.isNaN(quotient)).toSorted((a, b) => b.quotient - a.quotient);

function SplitSheet({ ctx, stage, figures }: Shown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { parts } = figures;
  if (!parts || !stage.from) return null;
  const known = figures.rows.filter((row) => !Number.isNaN(row.regional));
  const sorted = known.toSorted((a, b) => b.regional - a.regional);
  const change = (value: number) => formatChange(value, locale);
  const bars = (rows: ActivityRow[], series: 1 | 3) => (
    <BarChart
      locale={locale}
      bars={rows.map((row) => ({
        label: nameOfActivity(stage, row.activity, locale),
        value: row.regional,
        series,
        href: pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`),
      }))}
      format={change}
    />
  );
  const columns: Column<ActivityRow>[] = [
    ...columnsOf({ ctx, stage }).slice(0, 2),
    numberColumn("change", say("column.change"), ({ change: value }) => value, change),
    numberColumn("national", say("column.national"), ({ national }) => national, change),
    numberColumn("mix", say("column.mix"), ({ mix }) => mix, change),
    numberColumn("regional", say("column.regional"), ({ regional }) => regional, change),
  ];
  const half = Math.min(8, Math.floor(sorted.length / 2));
  return (
    <Sheet title={say("split.title")} id="shift-share">
      <ChartFrame
        locale={locale}
        title={say("split.title")}
        untitled
        sentence={say("split.sentence", {
          region: shortRegion(stage, stage.region, locale),
          sign: parts.change >= 0 ? "plus" : "minus",
          change: formatNumber(Math.abs(parts.change), locale),
          unit: stage.measure.unit[locale],
          from: stage.from,
          period: stage.period,
          national: change(parts.national),
          mix: change(parts.mix),
          regional: change(parts.regional),
        })}
        source={
          <PictureSource
            ctx={ctx}
            stage={stage}
            period={`${stage.from}–${stage.period}`}
            formula={say("formula.split")}
          />
        }
        table={{ columns, rows: sorted }}
        csv={pictureHref(ctx, stage, "specialisation", { format: "csv" })}
        xlsx={pictureHref(ctx, stage, "specialisation", { format: "xlsx" })}
      >
        <BarChart
          locale={locale}
          bars={[
            { label: say("split.national"), value: parts.national, series: 6 },
            { label: say("split.mix"), value: parts.mix, series: 2 },
            { label: say("split.regional"), value: parts.regional, series: parts.regional >= 0 ? 3 : 1 },
          ]}
          format={change}
        />
        <div class="grid">
          <div class="c6">
            <h3>{say("split.best")}</h3>
            {bars(sorted.slice(0, half), 3)}
          </div>
          <div class="c6">
            <h3>{say("split.worst")}</h3>
            {bars(sorted.slice(sorted.length - half).toReversed(), 1)}
          </div>
        </div>
      </ChartFrame>
    </Sheet>
  );
}

function TableSheet(shown: Shown) {
  const { ctx, stage, figures } = shown;
  const say = sayPictures(ctx.locale);
  const rows = strongest(figures.rows);
  const file = (format: string) => pictureHref(ctx, stage, "specialisation", { format });
  return (
    <Sheet title={say("table.title")} id="table">
      <p>
        {say("table.first", { count: Math.min(FIRST, rows.length), all: figures.rows.length })}{" "}
        {say("source.secret")}
      </p>
      <DataTable
        locale={ctx.locale}
        caption={say("table.title")}
        columns={columnsOf(shown)}
        rows={rows.slice(0, FIRST)}
      />
      <ExportLinks locale={ctx.locale} csv={file("csv")} xlsx={file("xlsx")} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={`${say("formula.lq")} · ${say("formula.gini")}`} />
      </p>
    </Sheet>
  );
}

function CompareSheet({ ctx, stage, figures, compared, path }: Shown & { path: string }) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const region = shortRegion(stage, stage.region, locale);
  const { head, level } = stage;
  const top = strongest(figures.rows).slice(0, 15);
  const codeOf = (index: number) => head.regions.codes[index]!;
  const chosen = stage.compared.map(codeOf);
  const state = Object.fromEntries(
    new URL(pictureHref(ctx, stage, "specialisation", { with: null }), "http://k").searchParams,
  );
  return (
    <Sheet title={say("compare.title")} id="compare">
      {compared.length < 2 ? (
        <Empty>{say("compare.empty")}</Empty>
      ) : (
        <>
          <p>{say("compare.sentence", { region })}</p>
          <MatrixChart
            locale={locale}
            caption={say("compare.title")}
            rows={top.map((row) => ({
              label: nameOfActivity(stage, row.activity, locale),
              href: pictureHref(ctx, stage, `activities/${head.activities.codes[row.activity]!}`),
            }))}
            columns={compared.map((one) => ({
              label: shortRegion(stage, one.region, locale),
              href: pictureHref(ctx, stage, `regions/${codeOf(one.region)}`),
            }))}
            value={(row, column) => {
              const value = compared[column]!.quotients[top[row]!.activity]!;
              return Number.isNaN(value) ? null : value;
            }}
          />
          <DataTable
            locale={locale}
            caption={say("compare.title")}
            columns={[
              {
                key: "region",
                label: say("column.region"),
                value: (one) => regionName(stage, one.region, locale),
                href: (one) => pictureHref(ctx, stage, `regions/${codeOf(one.region)}`),
              },
              ...(["total", "strengths", "krugman", "eci"] as const).map(
                (key): Column<(typeof compared)[number]> => ({
                  key,
                  label: say(`column.${key}`),
                  align: "end",
                  value: (one) =>
                    sayNumber(
                      figures.others[level.regions.indexOf(one.region)]![key],
                      locale,
                      key === "krugman" || key === "eci" ? 2 : 0,
                    ),
                }),
              ),
              {
                key: "without",
                label: "",
                value: (one) =>
                  one.region === stage.region ? (
                    ""
                  ) : (
                    <a
                      href={`${pictureHref(ctx, stage, "specialisation", { with: chosen.filter((code) => code !== codeOf(one.region)) })}#compare`}
                    >
                      {say("compare.without", { region: shortRegion(stage, one.region, locale) })}
                    </a>
                  ),
              },
            ]}
            rows={compared}
          />
        </>
      )}
      {chosen.length < MOST_COMPARED ? (
        <form class="row" method="get" action={`${path}#compare`}>
          {Object.entries(state).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {chosen.map((code) => (
            <input type="hidden" name="with" value={code} />
          ))}
          <div class="field">
            <label for={fieldId("with")}>{say("compare.add")}</label>
            <select id={fieldId("with")} name="with">
              {level.regions
                .filter((one) => one !== stage.region && !stage.compared.includes(one))
                .map((one) => [codeOf(one), regionName(stage, one, locale)] as const)
                .sort((a, b) => a[1].localeCompare(b[1], locale))
                .map(([code, name]) => (
                  <option value={code}>{name}</option>
                ))}
            </select>
          </div>
          <Button>{say("compare.act")}</Button>
        </form>
      ) : null}
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.lq")} />
      </p>
    </Sheet>
  );
}

const numberColumn = <T,>(
  key: string,
  label: string,
  value: (row: T) => number,
  say: (value: number) => string,
): Column<T> => ({
  key,
  label,
  align: "end",
  value: (row) => (Number.isFinite(value(row)) ? say(value(row)) : "–"),
});

export function columnsOf({ ctx, stage }: Pick<Shown, "ctx" | "stage">): Column<ActivityRow>[] {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const codeOf = (row: ActivityRow) => stage.head.activities.codes[row.activity]!;
  const number = (digits: number) => (value: number) => formatNumber(value, locale, digits);
  return [
    {
      key: "activity",
      label: say("column.activity"),
      value: (row) => nameOfActivity(stage, row.activity, locale),
      href: (row) => pictureHref(ctx, stage, `activities/${codeOf(row)}`),
    },
    {
      key: "amount",
      label: say("column.amount"),
      align: "end",
      value: (row) => (row.mark === "value" ? sayNumber(row.amount, locale) : say(`mark.${row.mark}`)),
    },
    numberColumn(
      "share",
      say("column.share"),
      ({ share }) => share,
      (value) => formatPercent(value, locale, 2),
    ),
    numberColumn("quotient", say("column.quotient"), ({ quotient }) => quotient, number(2)),
    numberColumn(
      "growth",
      say("column.growth"),
      ({ growth }) => growth,
      (value) => formatChange(value, locale, 1),
    ),
    numberColumn("gini", say("column.gini"), ({ of }) => of.gini, number(2)),
    numberColumn("pci", say("column.pci"), ({ of }) => of.pci, number(2)),
  ];
}

export function exportColumns({ ctx, stage }: Pick<Shown, "ctx" | "stage">): ExportColumn<ActivityRow>[] {
  const { locale } = ctx;
  const say = sayPictures(locale);
  return [
    { label: say("column.code"), value: (row) => stage.head.activities.codes[row.activity] },
    { label: say("column.activity"), value: (row) => nameOfActivity(stage, row.activity, locale) },
    { label: say("column.amount"), value: (row) => row.amount },
    { label: say("column.mark"), value: (row) => say(`mark.${row.mark}`) },
    { label: say("column.share"), value: (row) => row.share },
    { label: say("column.quotient"), value: (row) => row.quotient },
    { label: say("column.growth"), value: (row) => row.growth },
    { label: say("column.change"), value: (row) => row.change },
    { label: say("column.national"), value: (row) => row.national },
    { label: say("column.mix"), value: (row) => row.mix },
    { label: say("column.regional"), value: (row) => row.regional },
    { label: say("column.gini"), value: (row) => row.of.gini },
    { label: say("column.pci"), value: (row) => row.of.pci },
  ];
}

export function regionColumns(ctx: Context, stage: Stage): Column<RegionRow>[] {
  const { locale } = ctx;
  const say = sayPictures(locale);
  return [
    {
      key: "region",
      label: say("column.region"),
      value: (row) => regionName(stage, row.region, locale),
      href: (row) => pictureHref(ctx, stage, `regions/${stage.head.regions.codes[row.region]!}`),
    },
    numberColumn(
      "amount",
      say("column.amount"),
      ({ amount }) => amount,
      (value) => formatNumber(value, locale),
    ),
    numberColumn(
      "quotient",
      say("column.quotient"),
      ({ quotient }) => quotient,
      (value) => formatNumber(value, locale, 2),
    ),
    numberColumn(
      "growth",
      say("column.growth"),
      ({ growth }) => growth,
      (value) => formatChange(value, locale, 1),
    ),
  ];
}

export function regionExportColumns(ctx: Context, stage: Stage): ExportColumn<RegionRow>[] {
  const say = sayPictures(ctx.locale);
  return [
    { label: say("column.code"), value: (row) => stage.head.regions.codes[row.region] },
    { label: say("column.region"), value: (row) => regionName(stage, row.region, ctx.locale) },
    { label: say("column.amount"), value: (row) => row.amount },
    { label: say("column.quotient"), value: (row) => row.quotient },
    { label: say("column.growth"), value: (row) => row.growth },
  ];
}
