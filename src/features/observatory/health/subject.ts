import type { Context } from "../../../access/context.ts";
import { clusterSubject } from "../../network/feature.ts";
import { seesIntroductions } from "./introduce.ts";

export const EXAMPLE = { cluster: "aviation" };

/** For routes under a cluster: whoever sees the cluster sees its network, each as far as they may. */
export const networkSubject = async ({ ctx }: { ctx: Context }) =>
  (ctx.cluster && (await ctx.read((db) => clusterSubject(db, ctx.cluster!.id)))) ?? null;

/** Whom to introduce is for those who are let into the cluster. */
export const introductionsSubject = async (ask: { ctx: Context }) =>
  seesIntroductions(ask.ctx) ? await networkSubject(ask) : null;
