import type { Context } from "../../../access/context.ts";
import { ChartFrame, DotChart, Empty, formatNumber, Sheet } from "../../../ui/index.ts";
import { pictureHref, picturePath, pictureState } from "./address.ts";
import { bubbleColumns } from "./columns.ts";
import type { ActivityRow, RegionFigures } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, PictureSource, shortRegion } from "./parts.tsx";
import type { Stage } from "./stage.ts";

/** More bubbles hide each other. */
const LARGEST = 60;

interface Props {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
}

/** Growth upwards, specialisation to the right, the number as the area. */
export function BubbleSheet({ ctx, stage, figures }: Props) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const rows = drawn(figures.rows);
  const { parts } = figures;
  const file = (format: string) => pictureHref(ctx, stage, "specialisation", { format });
  return (
    <Sheet title={say("bubbles.title")} class="c7" id="bubbles">
      {stage.from ? (
        <ChartFrame
          locale={locale}
          title={`${say("bubbles.title")}: ${shortRegion(stage, stage.region, locale)}`}
          untitled
          sentence={say("bubbles.sentence", { count: rows.length })}
          source={<PictureSource ctx={ctx} stage={stage} formula={say("formula.lq")} />}
          table={{ columns: bubbleColumns({ ctx, stage }), rows }}
          csv={file("csv")}
          xlsx={file("xlsx")}
          download={{
            chart: "bubbles",
            path: picturePath(ctx, "specialisation"),
            query: pictureState(stage, "specialisation"),
          }}
        >
          <DotChart
            locale={locale}
            label={say("bubbles.title")}
            axisX={say("axis.quotient")}
            axisY={say("axis.growth", { from: stage.from, period: stage.period })}
            logX
            markX={1}
            markY={parts ? (100 * parts.national) / parts.before : 0}
            height={460}
            formatX={(value) => formatNumber(value, locale, 2)}
            formatY={(value) => formatNumber(value, locale, 1)}
            dots={rows.map((row) => ({
              label: nameOfActivity(stage, row.activity, locale),
              x: row.quotient,
              y: row.growth,
              size: row.amount,
              series: row.quotient >= 1 ? 1 : 6,
              href: pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`),
            }))}
          />
        </ChartFrame>
      ) : (
        <Empty>{say("bubbles.none")}</Empty>
      )}
    </Sheet>
  );
}

function drawn(rows: readonly ActivityRow[]): ActivityRow[] {
  return rows
    .filter((row) => row.quotient > 0 && Number.isFinite(row.growth))
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, LARGEST);
}
