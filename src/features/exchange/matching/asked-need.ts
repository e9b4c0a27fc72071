import type { Context } from "../../../access/context.ts";
import { askedItem, askedTeaser } from "../needs/subject.ts";

/** The need a request is about, by its name or by its teaser: its address, and nothing else of it. */
export function askedNeed(ctx: Context): { clusterId: string; id: string } {
  const teaser = askedTeaser(ctx);
  if (teaser) return { clusterId: teaser.clusterId, id: teaser.needId };
  const { clusterId, id } = askedItem(ctx);
  return { clusterId, id };
}
