import type { Context } from "../../../access/context.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { clusterSubject } from "../data/here.ts";
import { isOut, readVersions, versionFor } from "./read.ts";
import type { Version } from "./store.ts";

type Asked = { ctx: Context; params: { report: string }; query?: { version?: number | undefined } };

/** The cluster of a report of which the asker knows a version; there is no report where there are none. */
export async function versionsSubject({
  ctx,
  params,
}: Pick<Asked, "ctx" | "params">): Promise<Visible | null> {
  const cluster = await clusterSubject({ ctx });
  return cluster && (await readVersions(ctx, params.report)) && cluster;
}

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
