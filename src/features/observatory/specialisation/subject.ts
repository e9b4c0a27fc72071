import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { clusterSubject } from "../data/here.ts";
import { findDatasets } from "../data/panel.ts";

/** The panel a page or a program asked for, or any that the asker sees: without one there is no region and no activity. */
export async function panelSubject({
  ctx,
  query,
}: {
  ctx: Context;
  query: { dataset?: string | undefined };
}): Promise<Visible | null> {
  const cluster = await clusterSubject({ ctx });
  if (!cluster || !can(ctx.actor, "cluster.see", cluster)) return null;
  const datasets = await ctx.read((db) => findDatasets(db, ctx.actor, cluster.clusterId));
  const found = datasets.find(
    (one) =>
      one.kind === "panel" && one.version > 0 && (query.dataset === undefined || one.slug === query.dataset),
  );
  return found
    ? { clusterId: found.clusterId, visibility: found.visibility, owners: [], wall: found.wall }
    : null;
}
