import type { Context } from "../../../access/context.ts";
import { formatChange, formatNumber } from "../../../ui/index.ts";
import { type RegionFigures, strongest } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, shortRegion } from "./parts.tsx";
import type { Stage } from "./stage.ts";

/** What is the case, in a sentence or two. */
export function finding({ locale }: Context, stage: Stage, figures: RegionFigures): string {
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
