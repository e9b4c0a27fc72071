import type { Context } from "../../../access/context.ts";
import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  DotChart,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatNumber,
  formatPercent,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import type { Track } from "../specialisation/accuracy.ts";
import { pictureHref } from "../specialisation/address.ts";
import { rankOf } from "../specialisation/figures.ts";
import {
  Chooser,
  nameOfActivity,
  PictureLinks,
  PictureSource,
  sayNumber,
  shortRegion,
} from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import {
  type DiversificationShown,
  type Family,
  lacking,
  middleDensity,
  type Option,
  open,
  worthwhile,
} from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { HowSure } from "./parts.tsx";
import { SpaceChart } from "./space-chart.tsx";

const FIRST = 20;
export const OPTIONS_HEIGHT = 460;

export const SORTS = ["density", "complexity", "gain", "chance", "quotient"] as const;
export type Sort = (typeof SORTS)[number];

/** The largest first; what is not defined stands behind. */
export function sorted(options: readonly Option[], by: Sort): Option[] {
  const value = (one: Option) => {
    const found = by === "complexity" ? one.of.pci : one[by];
    return Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found;
  };
  return lacking(options).toSorted((a, b) => value(b) - value(a));
}

type Props = DiversificationShown & { sort: Sort };

export function DiversificationPage(shown: Props) {
  const { ctx, stage } = shown;
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const region = shortRegion(stage, stage.region, locale);
  return (
    <>
      <PageHead
        kicker={`${stage.head.title[locale]} · ${stage.period}`}
        title={say("div.of", { region })}
        lede={finding(shown)}
        actions={
          <Button href={pictureHref(ctx, stage, `regions/${stage.head.regions.codes[stage.region]!}`)}>
            {region}
          </Button>
        }
      />
      <div class="stack">
        <Chooser
          ctx={ctx}
          stage={stage}
          path={`/clusters/${ctx.cluster!.slug}/observatory/diversification`}
          ask={["region"]}
        />
        {shown.options ? (
          <OptionsSheet {...shown} options={shown.options} />
        ) : (
          <Empty>{say("div.no-options", { periods: stage.ready.optionPeriods.join(", ") })}</Empty>
        )}
        <SpaceSheet {...shown} />
        {shown.options ? <OptionTable {...shown} options={shown.options} /> : null}
        <div class="grid">
          <AccuracySheet {...shown} />
          <VarietySheet {...shown} />
        </div>
        <CommonsSheet {...shown} />
      </div>
    </>
  );
}

export function finding({
  ctx: { locale },
  stage,
  figures,
  options,
}: Omit<DiversificationShown, "space" | "accuracy" | "families">): string {
  const say = sayDiversification(locale);
  const values = {
    region: shortRegion(stage, stage.region, locale),
    strengths: figures.figures.strengths,
    all: stage.counted.length,
  };
  const [first, second] = worthwhile(options ?? []);
  if (!first) return say("div.finding.none", values);
  return say("div.finding", {
    ...values,
    first: nameOfActivity(stage, first.activity, locale),
    second: second ? nameOfActivity(stage, second.activity, locale) : "none",
  });
}

function OptionsSheet(shown: Props & { options: Option[] }) {
  const { ctx, stage, accuracy } = shown;
  const say = sayDiversification(ctx.locale);
  const file = (format: string) => pictureHref(ctx, stage, "diversification", { format });
  return (
    <Sheet title={say("options.title")} id="options">
      <ChartFrame
        locale={ctx.locale}
        title={say("options.title")}
        untitled
        sentence={
          <>
            {say("options.sentence", { region: shortRegion(stage, stage.region, ctx.locale) })}{" "}
            <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
          </>
        }
        source={<PictureSource ctx={ctx} stage={stage} formula={say("formula.density")} />}
        table={{ columns: optionColumns(ctx, stage), rows: sorted(shown.options, "density") }}
        csv={file("csv")}
        xlsx={file("xlsx")}
      >
        <OptionsChart {...shown} />
      </ChartFrame>
      <PictureLinks ctx={ctx} stage={stage} page="diversification" picture="options" />
    </Sheet>
  );
}

/** Near to the right, complex up; what is both in red. */
export function OptionsChart({ ctx, stage, options }: { ctx: Context; stage: Stage; options: Option[] }) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const middle = middleDensity(options);
  return (
    <DotChart
      locale={locale}
      label={say("options.title")}
      axisX={say("axis.density")}
      axisY={say("axis.complexity")}
      markX={middle * 100}
      markY={0}
      height={OPTIONS_HEIGHT}
      formatX={(value) => formatNumber(value, locale, 0)}
      formatY={(value) => formatNumber(value, locale, 1)}
      dots={open(options).map((one) => ({
        label: nameOfActivity(stage, one.activity, locale),
        x: one.density * 100,
        y: one.of.pci,
        size: one.of.total,
        series: one.density > middle && one.of.pci > 0 ? 1 : 6,
        href: pictureHref(ctx, stage, `diversification/${stage.head.activities.codes[one.activity]!}`),
      }))}
    />
  );
}

function SpaceSheet(shown: Props) {
  const { ctx, stage, figures, space, accuracy } = shown;
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const region = shortRegion(stage, stage.region, locale);
  return (
    <Sheet title={say("space.title")} id="space">
      <ChartFrame
        locale={locale}
        title={say("space.title")}
        untitled
        sentence={
          <>
            {say("space.sentence", { region })} <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
          </>
        }
        source={
          <PictureSource
            ctx={ctx}
            stage={stage}
            formula={`${say("space.source", { period: space.period })}: ${say("formula.proximity")}`}
          />
        }
        table={{
          columns: [
            {
              key: "a",
              label: say("column.option"),
              value: ({ from }) => nameOfActivity(stage, from, locale),
            },
            { key: "b", label: say("column.option"), value: ({ to }) => nameOfActivity(stage, to, locale) },
            {
              key: "weight",
              label: say("column.proximity"),
              align: "end",
              value: ({ weight }) => formatNumber(weight, locale, 2),
            },
          ],
          rows: space.edges,
        }}
      >
        <SpaceChart ctx={ctx} stage={stage} figures={figures} space={space} label={say("space.title")} />
      </ChartFrame>
      <PictureLinks ctx={ctx} stage={stage} page="diversification" picture="space" />
    </Sheet>
  );
}

function OptionTable({ ctx, stage, options, sort, accuracy }: Props & { options: Option[] }) {
  const say = sayDiversification(ctx.locale);
  const rows = sorted(options, sort);
  const file = (format: string) => pictureHref(ctx, stage, "diversification", { format });
  const [path, query] = pictureHref(ctx, stage, "diversification").split("?") as [string, string];
  return (
    <Sheet title={say("options.table")} id="table">
      <p>
        {say("options.first", { count: Math.min(FIRST, rows.length), all: rows.length })}{" "}
        <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
      </p>
      <DataTable
        locale={ctx.locale}
        caption={say("options.table")}
        columns={optionColumns(ctx, stage)}
        rows={rows.slice(0, FIRST)}
        path={path}
        query={{ ...Object.fromEntries(new URLSearchParams(query)), sort: `-${sort}` }}
        sort="-density"
      />
      <ExportLinks locale={ctx.locale} csv={file("csv")} xlsx={file("xlsx")} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.density")} />
      </p>
    </Sheet>
  );
}

function AccuracySheet({ ctx, stage, accuracy }: Props) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  if (!accuracy)
    return (
      <Sheet title={say("accuracy.title")} class="c8" id="accuracy">
        <Empty>{say("accuracy.none")}</Empty>
      </Sheet>
    );
  const three = (value: number) => formatNumber(value, locale, 3);
  return (
    <Sheet title={say("accuracy.title")} class="c8" id="accuracy">
      <p>
        {say("accuracy.sentence", {
          learnedFrom: accuracy.learned[0],
          learnedTo: accuracy.learned[1],
          testedFrom: accuracy.tested[0],
          testedTo: accuracy.tested[1],
        })}
        {accuracy.regions < accuracy.of
          ? ` ${say("accuracy.sample", { regions: accuracy.regions, of: accuracy.of })}`
          : ""}
      </p>
      {accuracy.tracks.map((track) => (
        <>
          <h3>{say("accuracy.below", { below: formatNumber(track.below, locale, 1) })}</h3>
          <p>
            {say("accuracy.verdict", {
              verdict: track.lead.low > 0 ? "lead" : "none",
              lead: three(track.lead.value),
              low: three(track.lead.low),
              high: three(track.lead.high),
            })}
          </p>
          <DataTable
            locale={locale}
            caption={say("accuracy.title")}
            columns={accuracyColumns(ctx, track)}
            rows={["model", "density", "baseline"] as const}
          />
        </>
      ))}
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} />
      </p>
    </Sheet>
  );
}

type WayOfJudging = "model" | "density" | "baseline";

function accuracyColumns({ locale }: Context, track: Track): Column<WayOfJudging>[] {
  const say = sayDiversification(locale);
  return [
    { key: "way", label: say("column.way"), value: (way) => say(`way.${way}`) },
    {
      key: "auc",
      label: say("column.auc"),
      align: "end",
      value: (way) => formatNumber(track[way].areaUnderCurve, locale, 3),
    },
    {
      key: "ap",
      label: say("column.ap"),
      align: "end",
      value: (way) => formatNumber(track[way].averagePrecision, locale, 3),
    },
    {
      key: "entries",
      label: say("column.entries"),
      align: "end",
      value: () => `${formatNumber(track.entries, locale)} / ${formatNumber(track.cells, locale)}`,
    },
  ];
}

function VarietySheet({ ctx, stage, figures }: Props) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const { unrelated, related, outlook } = figures.figures;
  const figure = (value: number, key: "unrelated" | "related" | "outlook") => ({
    value: sayNumber(value, locale, 2),
    label: say(`variety.${key}`),
    change: Number.isNaN(value)
      ? undefined
      : say("figure.rank", {
          rank: rankOf(
            value,
            figures.others.map((other) => other[key]),
          ),
          of: figures.others.length,
        }),
  });
  return (
    <Sheet title={say("variety.title")} class="c4" id="variety">
      <p>{Number.isNaN(unrelated) ? say("variety.none") : say("variety.sentence")}</p>
      <Figures
        figures={[
          ...(Number.isNaN(unrelated) ? [] : [figure(unrelated, "unrelated"), figure(related, "related")]),
          figure(outlook, "outlook"),
        ]}
      />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.variety")} />
      </p>
    </Sheet>
  );
}

function CommonsSheet({ ctx, stage, families, accuracy }: Props) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const codeOf = (activity: number) => stage.head.activities.codes[activity]!;
  const columns: Column<Family>[] = [
    {
      key: "family",
      label: say("column.family"),
      value: ({ activities }) =>
        activities
          .slice(0, 3)
          .map((activity) => nameOfActivity(stage, activity, locale))
          .join(" · "),
    },
    {
      key: "has",
      label: say("column.has"),
      align: "end",
      value: ({ has, activities }) => say("column.has.of", { has, of: activities.length }),
    },
    {
      key: "people",
      label: say("column.people"),
      align: "end",
      value: ({ amount }) => formatNumber(amount, locale),
    },
    {
      key: "quotient",
      label: say("column.familyQuotient"),
      align: "end",
      value: ({ quotient }) => sayNumber(quotient, locale, 2),
    },
    {
      key: "lacks",
      label: say("column.lacks"),
      value: ({ lacks }) => (lacks === null ? "" : nameOfActivity(stage, lacks, locale)),
      href: ({ lacks }) =>
        lacks === null ? undefined : pictureHref(ctx, stage, `diversification/${codeOf(lacks)}`),
    },
  ];
  return (
    <Sheet title={say("commons.title")} id="commons">
      <p>
        {say("commons.sentence", { region: shortRegion(stage, stage.region, locale) })}{" "}
        <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
      </p>
      <DataTable locale={locale} caption={say("commons.title")} columns={columns} rows={families} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.commons")} />
      </p>
    </Sheet>
  );
}

function optionColumns(ctx: Context, stage: Stage): Column<Option>[] {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const number = (
    key: string,
    label: string,
    value: (one: Option) => number,
    said: (value: number) => string,
  ): Column<Option> => ({
    key,
    label,
    align: "end",
    sortable: (SORTS as readonly string[]).includes(key),
    value: (one) => (Number.isFinite(value(one)) ? said(value(one)) : "–"),
  });
  const share = (value: number) => formatPercent(value, locale, 1);
  const two = (value: number) => formatNumber(value, locale, 2);
  return [
    {
      key: "activity",
      label: say("column.option"),
      value: (one) => nameOfActivity(stage, one.activity, locale),
      href: (one) => pictureHref(ctx, stage, `diversification/${stage.head.activities.codes[one.activity]!}`),
    },
    number("quotient", say("column.quotient"), (one) => one.quotient, two),
    number("density", say("column.density"), (one) => one.density, share),
    number("complexity", say("column.complexity"), (one) => one.of.pci, two),
    number("gain", say("column.gain"), (one) => one.gain, two),
    number("chance", say("column.chance"), (one) => one.chance, share),
    number("baseline", say("column.baseline"), (one) => one.baseline, share),
  ];
}

export function optionExportColumns(ctx: Context, stage: Stage): ExportColumn<Option>[] {
  const say = sayDiversification(ctx.locale);
  return [
    { label: say("column.code"), value: (one) => stage.head.activities.codes[one.activity] },
    { label: say("column.option"), value: (one) => nameOfActivity(stage, one.activity, ctx.locale) },
    { label: say("column.quotient"), value: (one) => one.quotient },
    { label: say("column.density"), value: (one) => one.density },
    { label: say("column.complexity"), value: (one) => one.of.pci },
    { label: say("column.gain"), value: (one) => one.gain },
    { label: say("column.chance"), value: (one) => one.chance },
    { label: say("column.baseline"), value: (one) => one.baseline },
  ];
}
