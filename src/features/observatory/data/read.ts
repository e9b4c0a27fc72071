import type { Context } from "../../../access/context.ts";
import type { PanelHead } from "./panel.ts";
import { type DatasetRow, findDataset, findDatasets, headFor } from "./panel.ts";

/** Every dataset the asker sees here, by title in their language. */
export async function datasetsHere(ctx: Context): Promise<DatasetRow[]> {
  const found = await ctx.read((db) => findDatasets(db, ctx.actor, ctx.cluster!.id));
  // A cluster's own stands before the commons' of the same name, which its address does not reach.
  const own = new Set(found.filter((one) => one.clusterId === ctx.cluster!.id).map((one) => one.slug));
  return found
    .filter((one) => one.clusterId === ctx.cluster!.id || !own.has(one.slug))
    .sort((a, b) => a.title[ctx.locale].localeCompare(b.title[ctx.locale], ctx.locale));
}

export const datasetHere = (ctx: Context, slug: string): Promise<DatasetRow | null> =>
  ctx.read((db) => findDataset(db, ctx.actor, ctx.cluster!.id, slug));

/** The panel behind a dataset that was found: `null` for a table, and while there is no version. */
export const headOf = (ctx: Context, dataset: DatasetRow): Promise<PanelHead | null> =>
  ctx.read((db) => headFor(db, dataset));
