import { formatPercent } from "../../../ui/index.ts";
import { audienceOf } from "../../network/feature.ts";
import type { FindHeadline } from "../headline.ts";
import { sayHealth } from "./messages.ts";
import { partName } from "./parts.ts";
import { countsKept } from "./store.ts";

/** How many of the members are linked at all, of what everybody of the asker's audience sees. */
export const findHealthHeadline: FindHeadline = async (ctx) => {
  const { cluster, actor, locale } = ctx;
  if (!cluster) return null;
  const part = partName("picture", Number(ctx.today().slice(0, 4)));
  const kept = await ctx.read((db) => countsKept(db, cluster.id, audienceOf(actor), part));
  if (!kept || kept.actors === 0) return null;
  const { actors, isolated, components } = kept;
  return {
    figure: formatPercent((actors - isolated) / actors, locale),
    text: sayHealth(locale)("headline", { actors, parts: components }),
    at: kept.computedAt,
  };
};
