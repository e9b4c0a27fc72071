import { formatNumber } from "../../../ui/index.ts";
import type { FindHeadline } from "../headline.ts";
import { sayStatistics } from "./messages.ts";
import { tablesSeen } from "./store.ts";

/** How many tables the asker may read here; `null` as long as none is out. */
export const findStatisticsHeadline: FindHeadline = async (ctx) => {
  const { cluster } = ctx;
  const seen = cluster && (await ctx.read((db) => tablesSeen(db, ctx.actor, cluster.id)));
  const count = Number(seen?.tables ?? 0);
  if (count === 0) return null;
  return {
    figure: formatNumber(count, ctx.locale, 0),
    text: sayStatistics(ctx.locale)("statistics.headline", { count }),
    at: seen!.newest,
  };
};
