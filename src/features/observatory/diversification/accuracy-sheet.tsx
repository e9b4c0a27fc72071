import type { Context } from "../../../access/context.ts";
import { type Column, DataTable, Empty, formatNumber, Sheet } from "../../../ui/index.ts";
import type { Accuracy, Track } from "../specialisation/accuracy.ts";
import { PictureSource } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import { sayDiversification } from "./messages.ts";

/** How well relatedness told past entries, beside the quotient alone. */
export function AccuracySheet({
  ctx,
  stage,
  accuracy,
}: {
  ctx: Context;
  stage: Stage;
  accuracy: Accuracy | null;
}) {
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
