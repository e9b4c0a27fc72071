import type { Context } from "../../../access/context.ts";
import type { Feature } from "../../../access/feature.ts";
import { potential } from "../../potential/feature.ts";
import { cockpitPlate } from "../cockpit/plate.ts";
import { diversificationPlate } from "../diversification/plate.ts";
import { forecastPlate } from "../forecast/plate.ts";
import { healthPlate } from "../health/plate.ts";
import { reportPlate } from "../report/plate.ts";
import { specialisationPlate } from "../specialisation/plate.ts";
import { statisticsPlate } from "../statistics/plate.ts";
import { dataHref } from "./here.ts";
import { type DataMessage, dataMessages, sayData } from "./messages.ts";
import type { DatasetRow } from "./panel.ts";

/** A part of the observatory on its first page. */
export interface OverviewCard {
  title: string;
  text: string;
  href: string;
}

const PARTS: readonly Partial<Feature>[] = [
  specialisationPlate,
  diversificationPlate,
  healthPlate,
  potential,
  forecastPlate,
  cockpitPlate,
  statisticsPlate,
  reportPlate,
];

/** The data themselves, then what is made of them, as far as the asker may open it. */
export function overviewCards(ctx: Context, datasets: readonly DatasetRow[]): OverviewCard[] {
  const say = sayData(ctx.locale);
  const own = {
    title: say("card.data"),
    text: say("card.data.text", { datasets: datasets.length }),
    href: dataHref(ctx),
  };
  const others = PARTS.flatMap((part) => part.nav?.(ctx) ?? [])
    .filter(({ section }) => section === "observatory")
    .sort((a, b) => a.order - b.order)
    .map(({ label, href }) => ({ title: label[ctx.locale], text: textOf(href, say), href }));
  return [own, ...others];
}

/** Each part in a sentence, by the last word of its address. */
function textOf(href: string, say: ReturnType<typeof sayData>): string {
  const key = `card.${href.split("/").at(-1)}`;
  return key in dataMessages ? say(key as DataMessage) : "";
}
