import type { Context } from "../../../access/context.ts";
import { type Opened, readAssessment } from "./actions.ts";

const opened = new WeakMap<Context, Opened>();

export const assessmentSubject = async ({
  ctx,
  params,
}: {
  ctx: Context;
  params: { assessment: string };
}) => {
  const found = ctx.cluster ? await readAssessment(ctx, params.assessment) : null;
  if (!found) return null;
  opened.set(ctx, found);
  return found.assessment;
};

export const openedBy = (ctx: Context): Opened => opened.get(ctx)!;
