import type { Context } from "../../../access/context.ts";
import { Figures } from "../../../ui/index.ts";
import { datasetHref } from "../data/here.ts";
import { pictureHref } from "./address.ts";
import { type RegionFigures, rankOf } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { sayNumber } from "./parts.tsx";
import type { Stage } from "./stage.ts";

interface Props {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
}

export function RegionNumbers({ ctx, stage, figures }: Props) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { total, strengths, known, krugman, eci } = figures.figures;
  const of = figures.others.length;
  const place = (value: number, key: "krugman" | "eci" | "total") =>
    Number.isNaN(value)
      ? undefined
      : say("figure.rank", {
          rank: rankOf(
            value,
            figures.others.map((other) => other[key]),
          ),
          of,
        });
  return (
    <Figures
      figures={[
        {
          value: sayNumber(total, locale),
          label: say("figure.total", {
            measure: stage.measure.label[locale],
            unit: stage.measure.unit[locale],
          }),
          change: `${place(total, "total")}, ${say("figure.secret", { count: figures.secret })}`,
          href: datasetHref(ctx, stage.head.slug),
        },
        {
          value: sayNumber(strengths, locale),
          label: say("figure.strengths"),
          change: say("figure.strengths.of", { known }),
          href: "#table",
        },
        {
          value: sayNumber(krugman, locale, 2),
          label: say("figure.krugman"),
          change: place(krugman, "krugman"),
          href: "#bubbles",
        },
        {
          value: sayNumber(eci, locale, 2),
          label: say("figure.eci"),
          change: place(eci, "eci"),
          href: pictureHref(ctx, stage, "diversification"),
        },
      ]}
    />
  );
}
