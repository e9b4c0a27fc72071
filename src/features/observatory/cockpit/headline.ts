import { can } from "../../../access/can.ts";
import { formatNumber } from "../../../ui/index.ts";
import type { FindHeadline } from "../headline.ts";
import { FIRST_SET } from "./address.ts";
import { sayCockpit } from "./messages.ts";
import { setNow } from "./store.ts";

/** How the first set stands; the team's alone. */
export const findCockpitHeadline: FindHeadline = async (ctx) => {
  const { cluster, actor, locale } = ctx;
  if (!cluster || !can(actor, "cockpit.see", { clusterId: cluster.id })) return null;
  const now = await ctx.read((db) => setNow(db, cluster.id, FIRST_SET));
  if (!now) return null;
  const say = sayCockpit(locale);
  return {
    figure: `${formatNumber(now.reached, locale)} ${say("cockpit.of", { total: now.total })}`,
    text: say("cockpit.headline", { unknown: now.total - now.known }),
    at: now.takenAt,
  };
};
