import type { Context } from "../../../access/context.ts";
import { dataHref } from "./here.ts";
import { sayData } from "./messages.ts";
import type { DatasetRow } from "./panel.ts";

/** A part of the observatory on its first page: what it shows, in a sentence with its figures. */
export interface OverviewCard {
  title: string;
  text: string;
  href: string;
  order: number;
}

/** What a part says of itself there; nothing for those who may not open it. */
export type CardMaker = (ctx: Context) => Promise<OverviewCard | null> | OverviewCard | null;

/** The parts beside the data themselves; a part that is not there yet has no card. */
const PARTS: readonly CardMaker[] = [];

export async function overviewCards(ctx: Context, datasets: readonly DatasetRow[]): Promise<OverviewCard[]> {
  const say = sayData(ctx.locale);
  const own: OverviewCard = {
    title: say("card.data"),
    text: say("card.data.text", { datasets: datasets.length }),
    href: dataHref(ctx),
    order: 10,
  };
  const others = await Promise.all(PARTS.map((part) => part(ctx)));
  return [own, ...others.filter((card) => card !== null)].sort((a, b) => a.order - b.order);
}
