import type { Context } from "../../../access/context.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { clusterSubject } from "../../network/feature.ts";
import { isOut, versionFor } from "./read.ts";
import type { Version } from "./store.ts";

export const clusterHere = async ({ ctx }: { ctx: Context }) =>
  (ctx.cluster && (await ctx.read((db) => clusterSubject(db, ctx.cluster!.id)))) ?? null;

type Asked = { ctx: Context; params: { report: string }; query?: { version?: number | undefined } };

/** A version as something that is seen: one that is not out is for nobody but the team. */
export async function reportSubject({
  ctx,
  params,
  query,
}: Asked): Promise<(Visible & { version: Version }) | null> {
  if (!ctx.cluster) return null;
  const version = await versionFor(ctx, params.report, query?.version);
  return (
    version && {
      clusterId: version.clusterId,
      visibility: isOut(version) ? version.visibility : "organisation",
      ...{ owners: [], wall: [], version },
    }
  );
}
