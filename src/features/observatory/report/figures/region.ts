import type { Db } from "../../../../kernel/gateway.ts";
import { regionFigures as figuresOfRegion, strongest } from "../../specialisation/figures.ts";
import { nameOfActivity, shortRegion } from "../../specialisation/parts.tsx";
import { stageFor } from "../../specialisation/stage.ts";
import { readerOf, type Scope } from "../eyes.ts";
import { type Figure, words } from "../words.ts";
import { figure } from "./make.ts";

const SHOWN = 8;

export const regionIsToCome = async (db: Db, scope: Scope): Promise<boolean> =>
  (await stageFor(db, readerOf(db, scope), {})).kind === "computing";

/** What the cluster's own region is strong in, of the dataset that its page on specialisation begins with, as readers see it. */
export async function regionFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const found = await stageFor(db, readerOf(db, scope), {});
  if (found.kind !== "ready") return [];
  const { stage } = found;
  const { rows } = await figuresOfRegion(db, stage);
  const strong = strongest(rows).filter(({ quotient }) => quotient >= 1);
  const { head, period, region } = stage;
  const code = head.regions.codes[region]!;
  return [
    figure("region-strengths", scope, {
      value: null,
      rows: strong.slice(0, SHOWN).map(({ activity, quotient }) => ({
        label: words(nameOfActivity(stage, activity, "en"), nameOfActivity(stage, activity, "de")),
        value: quotient,
        page: `observatory/activities/${encodeURIComponent(head.activities.codes[activity]!)}`,
      })),
      more: Math.max(0, strong.length - SHOWN),
      source: words(
        `${head.source}: ${head.title.en}${head.licence ? ` (${head.licence})` : ""}`,
        `${head.source}: ${head.title.de}${head.licence ? ` (${head.licence})` : ""}`,
      ),
      coverage: words(
        `${shortRegion(stage, region, "en")}, ${stage.measure.label.en}, ${period}: ${rows.length} activities in ${stage.level.regions.length} regions`,
        `${shortRegion(stage, region, "de")}, ${stage.measure.label.de}, ${period}: ${rows.length} Tätigkeiten in ${stage.level.regions.length} Regionen`,
      ),
      page: `observatory/regions/${encodeURIComponent(code)}`,
    }),
  ];
}
