import type { Context } from "../../access/context.ts";
import { forStrangers } from "../../access/for-strangers.ts";
import { type Frame, get, page, type Reply, type Route } from "../../access/route.ts";
import { AccessibilityPage } from "./accessibility-page.tsx";
import { ClusterPage } from "./cluster-page.tsx";
import { ClustersPage, clustersFile } from "./clusters-page.tsx";
import { clusterJsonLd, clusterList, regionJsonLd } from "./json-ld.ts";
import { sayOfWebsite } from "./messages.ts";
import { clusterView, clusterViews, countsSeen, reach } from "./overview.ts";
import { RegionPage } from "./region-page.tsx";
import { ClusterParams, ListQuery } from "./schema.ts";
import { clusterById, clusterSubject, newestProjects, regionName, usesCordis } from "./store.ts";
import { aboutOf, nameOf } from "./words.ts";

const NEWEST = 6;

export const seenCluster = ({ ctx }: { ctx: Context }) =>
  ctx.read((db) => clusterSubject(db, ctx.cluster!.id));

interface PageAsk {
  ctx: Context;
  publicUrl: string;
  path: string;
}

const keptFor =
  (draw: (ask: PageAsk) => Promise<Reply>) =>
  (ask: PageAsk): Promise<Reply> =>
    forStrangers(ask.ctx, ask.publicUrl + ask.path, () => draw(ask));

async function regionPage({ ctx, publicUrl }: PageAsk): Promise<Reply> {
  const say = sayOfWebsite(ctx.locale);
  const shown = await ctx.read(async (db) => {
    const clusters = await clusterViews(ctx, db);
    const members = clusters.flatMap((cluster) => cluster.members);
    const ids = [...new Set(members.map((member) => member.organisationId))];
    return {
      clusters,
      region: await regionName(db),
      counts: await countsSeen(ctx, db),
      projects: await newestProjects(db, ctx.actor, ids, NEWEST),
      fromCordis: await usesCordis(db),
    };
  });
  const { clusters, region } = shown;
  const organisations = new Set(
    clusters.flatMap((cluster) => cluster.members.map((member) => member.organisationId)),
  ).size;
  const frame: Frame = {
    title: region ? nameOf(region, ctx.locale) : say("home.title"),
    description: say("home.lede", { clusters: clusters.length, organisations }),
    jsonLd: regionJsonLd(ctx, publicUrl, region, clusters),
    feed: { href: "/feed.xml", title: say("feed.region") },
  };
  return page(frame, <RegionPage ctx={ctx} {...shown} />);
}

async function clustersPage(
  ask: PageAsk & { query: { format?: "csv" | "xlsx" | undefined } },
): Promise<Reply> {
  const { ctx, query, publicUrl } = ask;
  if (!query.format) return keptFor(drawnClusters)(ask);
  return clustersFile(ctx, await ctx.read((db) => clusterViews(ctx, db)), query.format, publicUrl);
}

async function drawnClusters({ ctx, publicUrl }: PageAsk): Promise<Reply> {
  const say = sayOfWebsite(ctx.locale);
  const clusters = await ctx.read((db) => clusterViews(ctx, db));
  const frame: Frame = {
    title: say("clusters.title"),
    description: say("clusters.lede", { count: clusters.length }),
    jsonLd: { "@context": "https://schema.org", ...clusterList(ctx, publicUrl, clusters) },
    feed: { href: "/feed.xml", title: say("feed.region") },
  };
  return page(frame, <ClustersPage ctx={ctx} clusters={clusters} />);
}

async function clusterPage({ ctx, publicUrl }: PageAsk): Promise<Reply> {
  const say = sayOfWebsite(ctx.locale);
  const shown = await ctx.read(async (db) => {
    const cluster = await clusterView(ctx, db, (await clusterById(db, ctx.cluster!.id))!);
    const ids = cluster.members.map((member) => member.organisationId);
    return {
      cluster,
      figures: await reach(db, cluster.members),
      projects: await newestProjects(db, ctx.actor, ids, NEWEST),
      fromCordis: await usesCordis(db),
    };
  });
  const name = nameOf(shown.cluster, ctx.locale);
  const about = aboutOf(shown.cluster, ctx.locale);
  const frame: Frame = {
    title: name,
    description: about.slice(0, 300) || name,
    jsonLd: clusterJsonLd(ctx, publicUrl, shown.cluster, shown.fromCordis),
    feed: { href: `/clusters/${shown.cluster.slug}/feed.xml`, title: say("feed.cluster", { cluster: name }) },
  };
  return page(frame, <ClusterPage ctx={ctx} {...shown} />);
}

export const pageRoutes: Route[] = [
  get("/", {
    rule: "everyone",
    summary: "The region: its clusters, what they are good at, and a search over everybody",
    handle: keptFor(regionPage),
  }),
  get("/clusters", {
    rule: "everyone",
    summary: "The public clusters",
    query: ListQuery,
    handle: clustersPage,
  }),
  get("/clusters/:cluster", {
    rule: "cluster.see",
    summary: "A cluster's own site",
    params: ClusterParams,
    example: { cluster: "aviation" },
    subject: seenCluster,
    handle: keptFor(clusterPage),
  }),
  get("/accessibility", {
    rule: "everyone",
    summary: "What is done so that everybody can use the pages",
    handle: ({ ctx }) =>
      page({ title: sayOfWebsite(ctx.locale)("accessibility.title") }, <AccessibilityPage ctx={ctx} />),
  }),
];
