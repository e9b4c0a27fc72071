import type { Context } from "../../access/context.ts";
import type { Visibility, Visible } from "../../kernel/visibility.ts";

/** The cluster one is in, as something that can be seen or not. */
export const clusterSubject = ({ ctx }: { ctx: Context }): Promise<Visible | null> =>
  ctx.read(async (db) => {
    if (!ctx.cluster) return null;
    const found = await db
      .selectFrom("cluster")
      .select(["id", "visibility"])
      .where("id", "=", ctx.cluster.id)
      .executeTakeFirst();
    return found
      ? { clusterId: found.id, visibility: found.visibility as Visibility, owners: [], wall: [] }
      : null;
  });
