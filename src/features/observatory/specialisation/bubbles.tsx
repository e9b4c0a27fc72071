import type { Context } from "../../../access/context.ts";
import { DotChart, formatNumber } from "../../../ui/index.ts";
import { pictureHref } from "./address.ts";
import type { ActivityRow, RegionFigures } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity } from "./parts.tsx";
import type { Stage } from "./stage.ts";

/** More bubbles hide each other. */
export const LARGEST = 60;
export const BUBBLES_HEIGHT = 460;

function bubbleRows(rows: readonly ActivityRow[]): ActivityRow[] {
  return rows
    .filter((row) => row.quotient > 0 && Number.isFinite(row.growth))
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, LARGEST);
}

/** Growth upwards, specialisation to the right, the number as the area. */
export function Bubbles({ ctx, stage, figures }: { ctx: Context; stage: Stage; figures: RegionFigures }) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { parts } = figures;
  return (
    <DotChart
      locale={locale}
      label={say("bubbles.title")}
      axisX={say("axis.quotient")}
      axisY={say("axis.growth", { from: stage.from!, period: stage.period })}
      logX
      markX={1}
      markY={parts ? (100 * parts.national) / parts.before : 0}
      height={BUBBLES_HEIGHT}
      formatX={(value) => formatNumber(value, locale, 2)}
      formatY={(value) => formatNumber(value, locale, 1)}
      dots={bubbleRows(figures.rows).map((row) => ({
        label: nameOfActivity(stage, row.activity, locale),
        x: row.quotient,
        y: row.growth,
        size: row.amount,
        series: row.quotient >= 1 ? 1 : 6,
        href: pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`),
      }))}
    />
  );
}
