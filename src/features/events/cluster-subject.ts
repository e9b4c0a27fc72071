import type { Context } from "../../access/context.ts";
import type { Visibility, Visible } from "../../kernel/visibility.ts";

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
