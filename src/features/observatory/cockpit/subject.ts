import type { Context } from "../../../access/context.ts";

/** The cluster one is in, for the rules about its team. */
export const teamOf = ({ ctx }: { ctx: Context }): Promise<{ clusterId: string } | null> =>
  Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null);
