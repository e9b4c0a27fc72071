import type { Context } from "../../../access/context.ts";
import { BarChart, ChartFrame, type Column, formatChange, formatNumber, Sheet } from "../../../ui/index.ts";
import { pictureHref, picturePath, pictureState } from "./address.ts";
import { activityColumn, numberColumn } from "./columns.ts";
import type { ActivityRow, RegionFigures } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, PictureSource, shortRegion } from "./parts.tsx";
import type { Stage } from "./stage.ts";

interface Props {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
}

/** So many of the best, and of the worst. */
const FIRST = 8;

/** The change of a region in three parts, and who did better or worse here than elsewhere. */
export function ShiftShareSheet({ ctx, stage, figures }: Props) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { parts } = figures;
  const region = shortRegion(stage, stage.region, locale);
  if (!parts || !stage.from) return null;
  const sorted = figures.rows
    .filter((row) => !Number.isNaN(row.regional))
    .sort((a, b) => b.regional - a.regional);
  const half = Math.min(FIRST, Math.floor(sorted.length / 2));
  const best = sorted.slice(0, half);
  const worst = sorted.slice(sorted.length - half).reverse();
  const change = (value: number) => formatChange(value, locale);
  const columns: Column<ActivityRow>[] = [
    activityColumn({ ctx, stage }, false),
    numberColumn("change", say("column.change"), ({ change: value }) => value, change),
    numberColumn("national", say("column.national"), ({ national }) => national, change),
    numberColumn("mix", say("column.mix"), ({ mix }) => mix, change),
    numberColumn("regional", say("column.regional"), ({ regional }) => regional, change),
  ];
  const file = (format: string) => pictureHref(ctx, stage, "specialisation", { format });
  return (
    <Sheet title={say("split.title")} id="shift-share">
      <ChartFrame
        locale={locale}
        title={`${say("split.title")}: ${region}`}
        untitled
        sentence={say("split.sentence", {
          region,
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
        table={{ columns, rows: [...best, ...worst] }}
        csv={file("csv")}
        xlsx={file("xlsx")}
        download={{
          chart: "shift-share",
          path: picturePath(ctx, "specialisation"),
          query: pictureState(stage, "specialisation"),
        }}
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
          <Bars ctx={ctx} stage={stage} title={say("split.best")} rows={best} series={3} />
          <Bars ctx={ctx} stage={stage} title={say("split.worst")} rows={worst} series={1} />
        </div>
      </ChartFrame>
    </Sheet>
  );
}

function Bars({
  ctx,
  stage,
  title,
  rows,
  series,
}: Pick<Props, "ctx" | "stage"> & { title: string; rows: ActivityRow[]; series: 1 | 3 }) {
  return (
    <div class="c6">
      <p>
        <strong>{title}</strong>
      </p>
      <BarChart
        locale={ctx.locale}
        bars={rows.map((row) => ({
          label: nameOfActivity(stage, row.activity, ctx.locale),
          value: row.regional,
          series,
          href: pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`),
        }))}
        format={(value) => formatChange(value, ctx.locale)}
      />
    </div>
  );
}
