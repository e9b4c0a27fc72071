import type { Context } from "../../../access/context.ts";
import { ChartFrame, type Column, DotChart, formatNumber, formatPercent, Sheet } from "../../../ui/index.ts";
import { pictureHref, picturePath, pictureState } from "../specialisation/address.ts";
import { nameOfActivity, PictureSource, shortRegion } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import { type DiversificationShown, middleDensity, type Option, open } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { HowSure } from "./parts.tsx";

/** What a region lacks: near to the right, complex up; what is both in red. */
export function OptionsSheet({
  ctx,
  stage,
  options,
  accuracy,
}: DiversificationShown & { options: Option[] }) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const file = (format: string) => pictureHref(ctx, stage, "diversification", { format });
  const region = shortRegion(stage, stage.region, locale);
  const drawn = open(options);
  const middle = middleDensity(options);
  return (
    <Sheet title={say("options.title")} id="options">
      <ChartFrame
        locale={locale}
        title={`${say("options.title")}: ${region}`}
        untitled
        sentence={
          <>
            {say("options.sentence", { region })} <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
          </>
        }
        source={<PictureSource ctx={ctx} stage={stage} formula={say("formula.density")} />}
        table={{ columns: drawnColumns(ctx, stage), rows: drawn.toSorted((a, b) => b.density - a.density) }}
        csv={file("csv")}
        xlsx={file("xlsx")}
        download={{
          chart: "options",
          path: picturePath(ctx, "diversification"),
          query: pictureState(stage, "diversification"),
        }}
      >
        <DotChart
          locale={locale}
          label={say("options.title")}
          axisX={say("axis.density")}
          axisY={say("axis.complexity")}
          markX={middle * 100}
          markY={0}
          height={460}
          formatX={(value) => formatNumber(value, locale, 0)}
          formatY={(value) => formatNumber(value, locale, 1)}
          dots={drawn.map((one) => ({
            label: nameOfActivity(stage, one.activity, locale),
            x: one.density * 100,
            y: one.of.pci,
            size: one.of.total,
            series: one.density > middle && one.of.pci > 0 ? 1 : 6,
            href: pictureHref(ctx, stage, `diversification/${stage.head.activities.codes[one.activity]!}`),
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

/** What a dot shows: to the right, upwards, its area. */
function drawnColumns({ locale }: Context, stage: Stage): Column<Option>[] {
  const say = sayDiversification(locale);
  return [
    {
      key: "activity",
      label: say("column.option"),
      value: (one) => nameOfActivity(stage, one.activity, locale),
    },
    {
      key: "density",
      label: say("column.density"),
      align: "end",
      value: ({ density }) => formatPercent(density, locale, 1),
    },
    {
      key: "complexity",
      label: say("column.complexity"),
      align: "end",
      value: ({ of }) => formatNumber(of.pci, locale, 2),
    },
    {
      key: "everywhere",
      label: say("column.everywhere"),
      align: "end",
      value: ({ of }) => formatNumber(of.total, locale),
    },
  ];
}
