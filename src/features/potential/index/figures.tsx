import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  ChartFrame,
  type ChartFrameProps,
  type Column,
  DataTable,
  formatNumber,
  Key,
  type Series,
} from "../../../ui/index.ts";
import { sayPotential } from "../messages.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import { Radar, type Ring } from "./radar.tsx";
import type { Quartiles } from "./telling.ts";

export const levelOf = (questionnaire: Questionnaire, index: number, locale: "en" | "de"): string =>
  [...questionnaire.levels].reverse().find(({ from }) => index >= from)!.text[locale];

export const points = (value: number | null | undefined, locale: "en" | "de") =>
  value === null || value === undefined ? "–" : formatNumber(value, locale);

/** A chart's name, its page's address, and the state of that page. */
type Download = NonNullable<ChartFrameProps<never>["download"]>;

interface Row {
  section: string;
  own: number | null;
  before: number | null;
  quartiles: Quartiles | null;
}

interface Shown {
  questionnaire: Questionnaire;
  /** `team`: of the cluster itself. */
  own?: { values: readonly (number | null)[]; team?: boolean } | undefined;
  before?: readonly (number | null)[] | undefined;
  quartiles?: readonly (Quartiles | null)[] | null | undefined;
}

function ringsOf({ own, before, quartiles }: Shown, ctx: Context) {
  const say = sayPotential(ctx.locale);
  const rings: Ring[] = [];
  if (quartiles)
    rings.push({
      label: say("radar.median"),
      values: quartiles.map((one) => one?.median ?? null),
      series: 2,
    });
  if (before) rings.push({ label: say("radar.before"), values: before, series: 6, dashed: true });
  if (own) rings.push({ label: say(own.team ? "radar.team" : "radar.own"), values: own.values, series: 1 });
  const band = quartiles
    ? {
        label: say("radar.band"),
        low: quartiles.map((one) => one?.q1 ?? null),
        high: quartiles.map((one) => one?.q3 ?? null),
      }
    : undefined;
  return { rings, band };
}

/** The parts as a radar, with the same figures as a table. */
export function RadarFigure({
  ctx,
  shown,
  source,
  download,
  xlsx,
}: {
  ctx: Context;
  shown: Shown;
  source: string;
  download: Download;
  xlsx?: string;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { questionnaire, own, before, quartiles } = shown;
  const { rings, band } = ringsOf(shown, ctx);
  const rows: Row[] = questionnaire.sections.map(({ title }, at) => ({
    section: title[locale],
    own: own?.values[at] ?? null,
    before: before?.[at] ?? null,
    quartiles: quartiles?.[at] ?? null,
  }));
  const figure = (key: string, label: string, value: (row: Row) => number | null): Column<Row> => ({
    ...{ key, label, align: "end" },
    value: (row) => points(value(row), locale),
  });
  return (
    <ChartFrame
      locale={locale}
      title={say("radar.title")}
      untitled
      sentence={say(quartiles ? "radar.sentence" : "radar.cluster")}
      source={source}
      download={download}
      xlsx={xlsx}
      table={{
        rows,
        columns: [
          { key: "section", label: say("column.section"), value: (row) => row.section },
          ...(own ? [figure("own", say(own.team ? "column.cluster" : "column.own"), (row) => row.own)] : []),
          ...(before ? [figure("before", say("column.before"), (row) => row.before)] : []),
          ...(quartiles
            ? [
                figure("q1", say("column.q1"), (row) => row.quartiles?.q1 ?? null),
                figure("median", say("column.median"), (row) => row.quartiles?.median ?? null),
                figure("q3", say("column.q3"), (row) => row.quartiles?.q3 ?? null),
              ]
            : []),
        ],
      }}
    >
      <Key
        parts={[
          ...rings.map(({ label, series }) => ({ label, series })),
          ...(band ? [{ label: band.label, series: 2 as Series, band: true }] : []),
        ].filter(({ label }, at, all) => all.findIndex((one) => one.label === label) === at)}
      />
      <Radar
        label={`${questionnaire.title[locale]}: ${questionnaire.sections
          .map(
            ({ title }, at) =>
              `${title[locale]} ${rings.map(({ values }) => points(values[at], locale)).join(", ")}`,
          )
          .join("; ")}`}
        axes={questionnaire.sections.map(({ title }) => title[locale])}
        {...{ rings, band }}
      />
    </ChartFrame>
  );
}

/** How far each part has come, in the questionnaire's own words for it. */
export function Levels({
  ctx,
  questionnaire,
  sections,
}: {
  ctx: Context;
  questionnaire: Questionnaire;
  sections: readonly (number | null | undefined)[];
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  return (
    <DataTable
      locale={locale}
      caption={say("levels.title")}
      rows={questionnaire.sections.map(({ title }, at) => ({ title: title[locale], value: sections[at] }))}
      columns={[
        { key: "section", label: say("column.section"), value: (row) => row.title },
        {
          ...{ key: "level", label: say("column.level") },
          value: ({ value }) =>
            value === null || value === undefined
              ? say("looked.unknown")
              : levelOf(questionnaire, value, locale),
        },
        {
          ...{ key: "points", label: say("column.score"), align: "end" },
          value: (row) => points(row.value, locale),
        },
      ]}
    />
  );
}

/** Weight times score of each part: together the arithmetic index. */
export function Contributions({
  ctx,
  questionnaire,
  sections,
  weights,
  download,
}: {
  ctx: Context;
  questionnaire: Questionnaire;
  sections: readonly (number | null)[];
  weights: readonly number[];
  download: Download;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const rows = questionnaire.sections.map(({ title }, at) => ({
    section: title[locale],
    weight: weights[at]!,
    score: sections[at] ?? null,
    points: (sections[at] ?? 0) * weights[at]!,
  }));
  return (
    <ChartFrame
      locale={locale}
      title={say("contributions.title")}
      untitled
      sentence={say("contributions.sentence")}
      download={download}
      table={{
        rows,
        columns: [
          { key: "section", label: say("column.section"), value: (row) => row.section },
          {
            ...{ key: "weight", label: say("column.weight"), align: "end" },
            value: (row) => formatNumber(row.weight, locale, 3),
          },
          {
            key: "score",
            label: say("column.score"),
            align: "end",
            value: (row) => points(row.score, locale),
          },
          {
            ...{ key: "points", label: say("column.points"), align: "end" },
            value: (row) => formatNumber(row.points, locale, 1),
          },
        ],
      }}
    >
      <BarChart
        locale={locale}
        bars={rows.map((row) => ({ label: row.section, value: Math.round(row.points * 10) / 10, series: 1 }))}
      />
    </ChartFrame>
  );
}
