import type { Context } from "../../access/context.ts";
import { api, json, problem, type Reply, type Route } from "../../access/route.ts";
import { decodeCursor, encodeCursor } from "../../kernel/page.ts";
import { type ClusterView, clusterView, clusterViews, reach } from "./overview.ts";
import { seenCluster } from "./pages.tsx";
import { type ClusterAnswer, ClusterDetail, ClusterList, ClusterParams, ClustersQuery } from "./schema.ts";
import { clusterById } from "./store.ts";
import { titleOf } from "./words.ts";

async function listClusters({
  ctx,
  query,
}: {
  ctx: Context;
  query: { limit: number; cursor?: string | undefined };
}): Promise<Reply> {
  const after = query.cursor === undefined ? [""] : decodeCursor(query.cursor, 1);
  if (typeof after?.[0] !== "string")
    return problem("bad-request", undefined, [{ field: "cursor", problem: "not-of-this-list" }]);
  const from = after[0];
  const clusters = await ctx.read((db) => clusterViews(ctx, db));
  const rest = clusters.filter((cluster) => cluster.slug > from);
  const items = rest.slice(0, query.limit);
  const next = rest.length > items.length ? encodeCursor([items.at(-1)!.slug]) : null;
  return json({ items: items.map((cluster) => answerOf(ctx, cluster)), total: clusters.length, next });
}

async function oneCluster({ ctx }: { ctx: Context }): Promise<Reply> {
  const { cluster, figures } = await ctx.read(async (db) => {
    const found = await clusterView(ctx, db, (await clusterById(db, ctx.cluster!.id))!);
    return { cluster: found, figures: await reach(db, found.members) };
  });
  return json({ ...answerOf(ctx, cluster), figures: { members: cluster.members.length, ...figures } });
}

const answerOf = (ctx: Context, cluster: ClusterView): ClusterAnswer => ({
  id: cluster.id,
  slug: cluster.slug,
  nameEn: cluster.nameEn,
  nameDe: cluster.nameDe,
  place: cluster.place,
  aboutEn: cluster.aboutEn,
  aboutDe: cluster.aboutDe,
  regions: cluster.regions,
  industries: cluster.industries,
  url: cluster.url,
  founded: cluster.founded,
  members: cluster.members.length,
  competences: cluster.strengths.map((strength) => ({
    code: strength.code,
    title: titleOf(strength, ctx.locale),
    members: strength.members,
  })),
});

export const apiRoutes: Route[] = [
  api.get("/api/v1/clusters", {
    rule: "everyone",
    summary: "The public clusters with their members counted and what they are good at",
    query: ClustersQuery,
    answer: ClusterList,
    handle: listClusters,
  }),
  api.get("/api/v1/clusters/:cluster", {
    rule: "cluster.see",
    summary: "A cluster with its figures",
    params: ClusterParams,
    answer: ClusterDetail,
    example: { cluster: "aviation" },
    subject: seenCluster,
    handle: oneCluster,
  }),
];
