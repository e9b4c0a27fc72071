import type { Context } from "../../../access/context.ts";
import type { Fits } from "./fits.ts";
import { noteShown, READ } from "./shown.ts";

/** Keeps which needs were put before an organisation, as `keepShown` does for the other side. */
export async function keepFits(ctx: Context, { items }: Fits): Promise<void> {
  const organisationId = ctx.actor.organisationId;
  if (organisationId === null || items.length === 0) return;
  await ctx.write(({ db }) =>
    noteShown(
      db,
      ctx.now(),
      0,
      items.slice(0, READ).map(({ need, place, fit, reasons }) => ({
        clusterId: need.clusterId,
        needId: need.id,
        organisationId,
        side: "organisation",
        place,
        plainPlace: place,
        score: fit,
        values: Object.fromEntries(reasons.map(({ signal, share }) => [signal, share])),
      })),
    ),
  );
}
