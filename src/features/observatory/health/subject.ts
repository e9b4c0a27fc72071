import type { Context } from "../../../access/context.ts";
import { clusterSubject } from "../../network/feature.ts";

export const EXAMPLE = { cluster: "aviation" };

/** For routes under a cluster: whoever sees the cluster sees its network, each as far as they may. */
export const networkSubject = async ({ ctx }: { ctx: Context }) =>
  (ctx.cluster && (await ctx.read((db) => clusterSubject(db, ctx.cluster!.id)))) ?? null;
