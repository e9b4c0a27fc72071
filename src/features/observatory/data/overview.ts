import type { Context } from "../../../access/context.ts";
import type { Feature } from "../../../access/feature.ts";
import { formatNumber } from "../../../ui/index.ts";
import { findPotentialHeadline, potential } from "../../potential/feature.ts";
import { findCockpitHeadline } from "../cockpit/headline.ts";
import { cockpitPlate } from "../cockpit/plate.ts";
import { findDiversificationHeadline } from "../diversification/headline.ts";
import { diversificationPlate } from "../diversification/plate.ts";
import { findForecastHeadline } from "../forecast/headline.ts";
import { forecastPlate } from "../forecast/plate.ts";
import type { FindHeadline, Headline } from "../headline.ts";
import { findHealthHeadline } from "../health/headline.ts";
import { healthPlate } from "../health/plate.ts";
import { findReportHeadline } from "../report/headline.ts";
import { reportPlate } from "../report/plate.ts";
import { findSpecialisationHeadline } from "../specialisation/headline.ts";
import { specialisationPlate } from "../specialisation/plate.ts";
import { findStatisticsHeadline } from "../statistics/headline.ts";
import { statisticsPlate } from "../statistics/plate.ts";
import { coverageByPeriod, sumOf } from "./coverage.ts";
import { originOf } from "./filter.ts";
import { dataHref } from "./here.ts";
import { type DataMessage, dataMessages, sayData } from "./messages.ts";
import type { DatasetRow } from "./panel.ts";

/** A part of the observatory on its first page: its figure, or what it is for while it has none. */
export interface OverviewCard {
  title: string;
  href: string;
  text: string;
  headline: Headline | null;
}

interface Part {
  plate: Partial<Feature>;
  find: FindHeadline;
}

const PARTS: readonly Part[] = [
  { plate: specialisationPlate, find: findSpecialisationHeadline },
  { plate: diversificationPlate, find: findDiversificationHeadline },
  { plate: healthPlate, find: findHealthHeadline },
  { plate: potential, find: findPotentialHeadline },
  { plate: forecastPlate, find: findForecastHeadline },
  { plate: cockpitPlate, find: findCockpitHeadline },
  { plate: statisticsPlate, find: findStatisticsHeadline },
  { plate: reportPlate, find: findReportHeadline },
];

/** The data themselves, then what is made of them, as far as the asker may open it. */
export async function overviewCards(ctx: Context, datasets: readonly DatasetRow[]): Promise<OverviewCard[]> {
  const say = sayData(ctx.locale);
  const parts = PARTS.flatMap(({ plate, find }) => {
    const entry = plate.nav?.(ctx).find(({ section }) => section === "observatory");
    return entry ? [{ entry, find }] : [];
  }).sort((a, b) => a.entry.order - b.entry.order);
  // One transaction for all of them: what they ask travels together.
  const headlines = await ctx.read((db) => {
    const together: Context = { ...ctx, read: (work) => work(db) };
    return Promise.all(parts.map(({ find }) => find(together)));
  });
  const others = parts.map(({ entry: { label, href } }, i) => ({
    title: label[ctx.locale],
    href,
    text: textOf(href, say),
    headline: headlines[i]!,
  }));
  return [ofData(ctx, datasets), ...others];
}

function ofData(ctx: Context, datasets: readonly DatasetRow[]): OverviewCard {
  const { locale } = ctx;
  const say = sayData(locale);
  const newest = Math.max(0, ...datasets.map(({ madeAt }) => madeAt?.getTime() ?? 0));
  const [values, , , estimated] = sumOf(
    datasets.flatMap((one) => coverageByPeriod(one).map(({ counts }) => counts)),
  );
  return {
    title: say("card.data"),
    href: dataHref(ctx),
    text: say("newest.none"),
    headline:
      newest === 0
        ? null
        : {
            figure: formatNumber(datasets.length, locale),
            text: say("card.data.text", {
              datasets: datasets.length,
              cells: formatNumber(values + estimated, locale),
              own: datasets.filter((one) => originOf(one) === "own").length,
            }),
            at: new Date(newest),
          },
  };
}

/** Each part in a sentence, by the last word of its address. */
function textOf(href: string, say: ReturnType<typeof sayData>): string {
  const key = `card.${href.split("/").at(-1)}`;
  return key in dataMessages ? say(key as DataMessage) : "";
}
