import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Visibility, Visible } from "../../../kernel/visibility.ts";
import { findDataset } from "./panel.ts";

/** A cluster of the demo region, for the walk through every door. */
export const CLUSTER_EXAMPLE = { cluster: "aviation" };

/** The cluster whose pages one is on, as the rule `cluster.see` asks about it. */
export async function clusterSubject({ ctx }: { ctx: Context }): Promise<Visible | null> {
  const { cluster } = ctx;
  if (!cluster) return null;
  const row = await ctx.read((db) =>
    db.selectFrom("cluster").select("visibility").where("id", "=", cluster.id).executeTakeFirst(),
  );
  return row
    ? { clusterId: cluster.id, visibility: row.visibility as Visibility, owners: [], wall: [] }
    : null;
}

/** Whose data one keeps. */
export const keeperSubject = async ({ ctx }: { ctx: Context }) =>
  ctx.cluster ? { clusterId: ctx.cluster.id } : null;

/** A dataset as `dataset.see` asks about it: one that lies in the commons is not seen under the address of a cluster that is not. */
export async function datasetSubject({
  ctx,
  params,
}: {
  ctx: Context;
  params: { dataset: string };
}): Promise<Visible | null> {
  const cluster = await clusterSubject({ ctx });
  if (!cluster || !can(ctx.actor, "cluster.see", cluster)) return null;
  const found = await ctx.read((db) => findDataset(db, ctx.actor, cluster.clusterId, params.dataset));
  return found && { clusterId: found.clusterId, visibility: found.visibility, owners: [], wall: found.wall };
}

export const homeHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/observatory`;
export const dataHref = (ctx: Context) => `${homeHref(ctx)}/data`;
export const datasetHref = (ctx: Context, slug: string) => `${dataHref(ctx)}/${slug}`;
export const mayKeep = (ctx: Context) =>
  ctx.cluster !== null && can(ctx.actor, "dataset.keep", { clusterId: ctx.cluster.id });
