import type { Context } from "../../../access/context.ts";
import {
  type Column,
  type ExportColumn,
  formatChange,
  formatNumber,
  formatPercent,
} from "../../../ui/index.ts";
import { pictureHref } from "./address.ts";
import type { ActivityRow, RegionRow } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, regionName, sayNumber } from "./parts.tsx";
import type { Stage } from "./stage.ts";

interface At {
  ctx: Context;
  stage: Stage;
}

export const numberColumn = <T>(
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

/** The name of an activity, with its page where it is worth a link in every row. */
export const activityColumn = ({ ctx, stage }: At, linked = true): Column<ActivityRow> => ({
  key: "activity",
  label: sayPictures(ctx.locale)("column.activity"),
  value: (row) => nameOfActivity(stage, row.activity, ctx.locale),
  href: linked
    ? (row) => pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`)
    : undefined,
});

export function activityColumns(at: At): Column<ActivityRow>[] {
  const { locale } = at.ctx;
  const say = sayPictures(locale);
  return [
    activityColumn(at),
    amountColumn(at),
    numberColumn(
      "share",
      say("column.share"),
      ({ share }) => share,
      (value) => formatPercent(value, locale, 2),
    ),
    quotientColumn(at),
    growthColumn(at),
    numberColumn("gini", say("column.gini"), ({ of }) => of.gini, two(at)),
    numberColumn("pci", say("column.pci"), ({ of }) => of.pci, two(at)),
  ];
}

/** What a bubble shows: to the right, upwards, its area. */
export const bubbleColumns = (at: At): Column<ActivityRow>[] => [
  activityColumn(at, false),
  quotientColumn(at),
  growthColumn(at),
  amountColumn(at),
];

const two =
  ({ ctx }: At) =>
  (value: number) =>
    formatNumber(value, ctx.locale, 2);

const amountColumn = ({ ctx: { locale } }: At): Column<ActivityRow> => ({
  key: "amount",
  label: sayPictures(locale)("column.amount"),
  align: "end",
  value: (row) =>
    row.mark === "value" ? sayNumber(row.amount, locale) : sayPictures(locale)(`mark.${row.mark}`),
});

const quotientColumn = <T extends { quotient: number }>(at: At): Column<T> =>
  numberColumn(
    "quotient",
    sayPictures(at.ctx.locale)("column.quotient"),
    ({ quotient }) => quotient,
    two(at),
  );

const growthColumn = <T extends { growth: number }>({ ctx: { locale } }: At): Column<T> =>
  numberColumn(
    "growth",
    sayPictures(locale)("column.growth"),
    ({ growth }) => growth,
    (value) => formatChange(value, locale, 1),
  );

export function exportColumns({ ctx, stage }: At): ExportColumn<ActivityRow>[] {
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

export function regionColumns(at: At): Column<RegionRow>[] {
  const { ctx, stage } = at;
  const say = sayPictures(ctx.locale);
  return [
    {
      key: "region",
      label: say("column.region"),
      value: (row) => regionName(stage, row.region, ctx.locale),
      href: (row) => pictureHref(ctx, stage, `regions/${stage.head.regions.codes[row.region]!}`),
    },
    numberColumn(
      "amount",
      say("column.amount"),
      ({ amount }) => amount,
      (value) => formatNumber(value, ctx.locale),
    ),
    quotientColumn(at),
    growthColumn(at),
  ];
}

export function regionExportColumns({ ctx, stage }: At): ExportColumn<RegionRow>[] {
  const say = sayPictures(ctx.locale);
  return [
    { label: say("column.code"), value: (row) => stage.head.regions.codes[row.region] },
    { label: say("column.region"), value: (row) => regionName(stage, row.region, ctx.locale) },
    { label: say("column.amount"), value: (row) => row.amount },
    { label: say("column.quotient"), value: (row) => row.quotient },
    { label: say("column.growth"), value: (row) => row.growth },
  ];
}
