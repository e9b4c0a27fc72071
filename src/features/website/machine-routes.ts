import { z } from "zod";
import type { Context } from "../../access/context.ts";
import { get, problem, type Reply, type Route } from "../../access/route.ts";
import { faviconSvg } from "../../ui/index.ts";
import { feedItems, rss } from "./feed.ts";
import { sayOfWebsite } from "./messages.ts";
import { countsSeen } from "./overview.ts";
import { seenCluster } from "./pages.tsx";
import { ClusterParams } from "./schema.ts";
import { entryOf, PART, partNames, type SitemapEntry, sitemapIndex, urlSet } from "./sitemap.ts";
import {
  clusterById,
  membersSeen,
  newestProjects,
  organisationListing,
  projectListing,
  publicClusters,
} from "./store.ts";
import { nameOf } from "./words.ts";

interface PublicAsk {
  ctx: Context;
  publicUrl: string;
}

const HOUR = 3600;
const text = (name: string, type: string, body: string, maxAge = HOUR): Reply => ({
  kind: "file",
  name,
  type,
  body,
  inline: true,
  maxAge,
});
const xml = (name: string, body: string) => text(name, "application/xml; charset=utf-8", body);
const feed = (body: string) => text("feed.xml", "application/rss+xml; charset=utf-8", body);

const NEWEST_PROJECTS = 30;

async function regionFeed({ ctx, publicUrl }: PublicAsk): Promise<Reply> {
  const items = await ctx.read(async (db) => {
    const clusters = await publicClusters(db);
    const members = await membersSeen(db, ctx.actor, ctx.today());
    const ids = [...new Set(members.map((member) => member.organisationId))];
    return feedItems(
      ctx,
      publicUrl,
      members,
      await newestProjects(db, ctx.actor, ids, NEWEST_PROJECTS),
      clusters,
    );
  });
  const title = sayOfWebsite(ctx.locale)("feed.region");
  return feed(
    rss({ title, link: `${publicUrl}/`, self: `${publicUrl}/feed.xml`, language: ctx.locale }, items),
  );
}

async function clusterFeed({ ctx, publicUrl }: PublicAsk): Promise<Reply> {
  const { cluster, items } = await ctx.read(async (db) => {
    const found = (await clusterById(db, ctx.cluster!.id))!;
    const members = await membersSeen(db, ctx.actor, ctx.today(), found.id);
    const ids = members.map((member) => member.organisationId);
    const projects = await newestProjects(db, ctx.actor, ids, NEWEST_PROJECTS);
    return { cluster: found, items: feedItems(ctx, publicUrl, members, projects, [found]) };
  });
  const home = `${publicUrl}/clusters/${cluster.slug}`;
  const title = sayOfWebsite(ctx.locale)("feed.cluster", { cluster: nameOf(cluster, ctx.locale) });
  return feed(rss({ title, link: home, self: `${home}/feed.xml`, language: ctx.locale }, items));
}

async function sitemap({ ctx, publicUrl }: PublicAsk): Promise<Reply> {
  const { clusters, counts, entries } = await ctx.read(async (db) => {
    const counted = await countsSeen(ctx, db);
    const large = counted.organisations + counted.projects > PART;
    return {
      clusters: await publicClusters(db),
      counts: counted,
      entries: large
        ? null
        : [
            ...(await organisationListing(db, ctx.actor, 0, PART)).map((row) =>
              entryOf(`${publicUrl}/organisations`, row),
            ),
            ...(await projectListing(db, ctx.actor, 0, PART)).map((row) =>
              entryOf(`${publicUrl}/projects`, row),
            ),
          ],
    };
  });
  if (entries) return xml("sitemap.xml", urlSet([...doors(publicUrl, clusters), ...entries]));
  const parts = [
    "doors.xml",
    ...partNames("organisations", counts.organisations),
    ...partNames("projects", counts.projects),
  ];
  return xml("sitemap.xml", sitemapIndex(parts.map((part) => `${publicUrl}/sitemaps/${part}`)));
}

const Part = z.object({ part: z.string().regex(/^(doors|(organisations|projects)-[1-9]\d{0,3})\.xml$/) });

async function sitemapPart({
  ctx,
  publicUrl,
  params,
}: PublicAsk & { params: { part: string } }): Promise<Reply> {
  const { part } = params;
  if (part === "doors.xml") return xml(part, urlSet(doors(publicUrl, await ctx.read(publicClusters))));
  const [kind, nth] = part.slice(0, -".xml".length).split("-");
  const list = kind === "projects" ? projectListing : organisationListing;
  const rows = await ctx.read((db) => list(db, ctx.actor, (Number(nth) - 1) * PART, PART));
  if (rows.length === 0) return problem("not-found");
  return xml(part, urlSet(rows.map((row) => entryOf(`${publicUrl}/${kind}`, row))));
}

/** The pages that are not one record each. */
const doors = (publicUrl: string, clusters: readonly { slug: string }[]): SitemapEntry[] =>
  [
    "/",
    "/clusters",
    "/organisations",
    "/projects",
    "/accessibility",
    ...clusters.flatMap(({ slug }) =>
      ["", "/organisations", "/projects", "/network"].map((path) => `/clusters/${slug}${path}`),
    ),
  ].map((path) => ({ address: publicUrl + path }));

/** Lists have endless addresses; each record has one of its own and is in the sitemap. */
const robots = (publicUrl: string) => `User-agent: *
Disallow: /api/
Disallow: /today
Disallow: /*?*cursor=
Disallow: /*?*format=
Disallow: /*?*sort=
Disallow: /*?*view=

Sitemap: ${publicUrl}/sitemap.xml
`;

export const machineRoutes: Route[] = [
  get("/feed.xml", {
    rule: "everyone",
    summary: "New members and projects of all clusters (RSS)",
    handle: regionFeed,
  }),
  get("/clusters/:cluster/feed.xml", {
    rule: "cluster.see",
    summary: "New members and projects of a cluster (RSS)",
    params: ClusterParams,
    example: { cluster: "aviation" },
    subject: seenCluster,
    handle: clusterFeed,
  }),
  get("/sitemap.xml", {
    rule: "everyone",
    summary: "Every public address, or the list of its parts",
    handle: sitemap,
  }),
  get("/sitemaps/:part", {
    rule: "everyone",
    summary: "A part of the sitemap",
    params: Part,
    example: { part: "doors.xml" },
    handle: sitemapPart,
  }),
  get("/robots.txt", {
    rule: "everyone",
    summary: "What search engines are asked to leave out",
    handle: ({ publicUrl }) => text("robots.txt", "text/plain; charset=utf-8", robots(publicUrl)),
  }),
  get("/favicon.svg", {
    rule: "everyone",
    summary: "The sign of the house",
    handle: () => text("favicon.svg", "image/svg+xml", faviconSvg, 24 * HOUR),
  }),
];
