import type { Context } from "../../../access/context.ts";
import { type Column, type ExportColumn, formatNumber, formatPercent } from "../../../ui/index.ts";
import { pictureHref } from "../specialisation/address.ts";
import { nameOfActivity } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import { lacking, type Option } from "./gather.ts";
import { sayDiversification } from "./messages.ts";

export const SORTS = ["density", "complexity", "gain", "chance", "quotient"] as const;
export type Sort = (typeof SORTS)[number];

/** The largest first; what is not defined stands behind. */
export function sorted(options: readonly Option[], by: Sort): Option[] {
  const value = (one: Option) => {
    const found = by === "complexity" ? one.of.pci : one[by];
    return Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found;
  };
  return lacking(options).sort((a, b) => value(b) - value(a));
}

export function optionColumns(ctx: Context, stage: Stage): Column<Option>[] {
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
