import type { Context } from "../../../access/context.ts";
import { Figures, Sheet } from "../../../ui/index.ts";
import { type RegionFigures, rankOf } from "../specialisation/figures.ts";
import { PictureSource, sayNumber } from "../specialisation/parts.tsx";
import type { Stage } from "../specialisation/stage.ts";
import { sayDiversification } from "./messages.ts";

/** Between fields and within them. */
export function VarietySheet({
  ctx,
  stage,
  figures,
}: {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
}) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const { unrelated, related, outlook } = figures.figures;
  const figure = (value: number, key: "unrelated" | "related" | "outlook") => ({
    value: sayNumber(value, locale, 2),
    label: say(`variety.${key}`),
    change: Number.isNaN(value)
      ? undefined
      : say("figure.rank", {
          rank: rankOf(
            value,
            figures.others.map((other) => other[key]),
          ),
          of: figures.others.length,
        }),
  });
  return (
    <Sheet title={say("variety.title")} class="c4" id="variety">
      <p>{Number.isNaN(unrelated) ? say("variety.none") : say("variety.sentence")}</p>
      <Figures
        figures={[
          ...(Number.isNaN(unrelated) ? [] : [figure(unrelated, "unrelated"), figure(related, "related")]),
          figure(outlook, "outlook"),
        ]}
      />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.variety")} />
      </p>
    </Sheet>
  );
}
