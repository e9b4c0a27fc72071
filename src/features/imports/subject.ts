import type { Context } from "../../access/context.ts";
import type { Db } from "../../kernel/gateway.ts";
import type { Visibility, Visible } from "../../kernel/visibility.ts";

/** The cluster one is in, as what `can` is asked about. */
export async function clusterVisible(db: Db, ctx: Context): Promise<Visible | null> {
  if (!ctx.cluster) return null;
  const found = await db
    .selectFrom("cluster")
    .select(["id", "visibility"])
    .where("id", "=", ctx.cluster.id)
    .executeTakeFirst();
  return found
    ? { clusterId: found.id, visibility: found.visibility as Visibility, owners: [], wall: [] }
    : null;
}

export const clusterSubject = ({ ctx }: { ctx: Context }): Promise<Visible | null> =>
  ctx.read((db) => clusterVisible(db, ctx));
