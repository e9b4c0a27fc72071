import { formatNumber } from "../../../ui/index.ts";
import type { FindHeadline } from "../headline.ts";
import { regionFigures } from "../specialisation/figures.ts";
import { nameOfActivity, shortRegion } from "../specialisation/parts.tsx";
import { staged } from "../specialisation/show.ts";
import { fitsOf, optionsFrom, promising } from "./gather.ts";
import { sayDiversification } from "./messages.ts";

/** How many options of the cluster's own region are near and worth it, and the nearest of them. */
export const findDiversificationHeadline: FindHeadline = async (ctx) => {
  const found = await staged(ctx, {}, {}, async (db, stage) => {
    const [{ rows }, fits] = await Promise.all([regionFigures(db, stage), fitsOf(db, stage)]);
    return { stage, options: optionsFrom(rows, fits) };
  });
  if (found.kind !== "ready") return null;
  const { stage, options } = found.shown;
  const { locale } = ctx;
  const near = promising(options);
  if (!near[0]) return null;
  return {
    figure: formatNumber(near.length, locale),
    text: sayDiversification(locale)("div.headline", {
      count: near.length,
      region: shortRegion(stage, stage.region, locale),
      first: nameOfActivity(stage, near[0].activity, locale),
    }),
    at: stage.computedAt,
  };
};
