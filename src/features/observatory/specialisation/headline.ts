import { formatNumber } from "../../../ui/index.ts";
import { resultRow } from "../data/results.ts";
import type { FindHeadline } from "../headline.ts";
import { KEPT, paramsOf } from "./kept.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, shortRegion } from "./parts.tsx";
import { staged } from "./show.ts";

/** How many strengths the cluster's own region has, and the greatest of them. */
export const findSpecialisationHeadline: FindHeadline = async (ctx) => {
  const found = await staged(ctx, {}, {}, async (db, stage) => {
    const { head, measure, period, region } = stage;
    const at = paramsOf(measure.key, period);
    const width = head.activities.codes.length;
    return { stage, row: await resultRow(db, head, KEPT.quotients, at, region, width, "cells") };
  });
  if (found.kind !== "ready" || !found.shown.row) return null;
  const { stage, row } = found.shown;
  const { locale } = ctx;
  const strengths = stage.counted.filter((activity) => row[activity]! >= 1).sort((a, b) => row[b]! - row[a]!);
  const [top] = strengths;
  if (top === undefined) return null;
  return {
    figure: formatNumber(strengths.length, locale),
    text: sayPictures(locale)("spec.headline", {
      count: strengths.length,
      region: shortRegion(stage, stage.region, locale),
      top: nameOfActivity(stage, top, locale),
      times: formatNumber(row[top]!, locale, 1),
    }),
    at: stage.computedAt,
  };
};
