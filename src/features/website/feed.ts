import type { Context } from "../../access/context.ts";
import { displayName } from "../../ui/index.ts";
import { sayOfWebsite } from "./messages.ts";
import type { ClusterRow, MemberRow, ProjectRow } from "./store.ts";
import { nameOf, projectTitle } from "./words.ts";
import { XML, xmlText } from "./xml.ts";

export interface FeedItem {
  title: string;
  link: string;
  /** The same for ever, so that readers do not show it twice. */
  id: string;
  on: string;
}

const MOST_ITEMS = 50;

export function feedItems(
  ctx: Context,
  publicUrl: string,
  members: readonly MemberRow[],
  projects: readonly ProjectRow[],
  clusters: readonly ClusterRow[],
): FeedItem[] {
  const say = sayOfWebsite(ctx.locale);
  const joined = members.slice(0, MOST_ITEMS).flatMap((member): FeedItem[] => {
    const cluster = clusters.find(({ id }) => id === member.clusterId);
    if (!cluster) return [];
    const link = `${publicUrl}/clusters/${cluster.slug}/organisations/${member.slug}`;
    const title = say("feed.member", {
      organisation: displayName(member.name),
      cluster: nameOf(cluster, ctx.locale),
    });
    return [{ title, link, id: `${link}#${member.since}`, on: member.since }];
  });
  const begun = projects.flatMap((project): FeedItem[] => {
    if (!project.signed) return [];
    const link = `${publicUrl}/projects/${project.slug}`;
    return [
      { title: say("feed.project", { title: projectTitle(project) }), link, id: link, on: project.signed },
    ];
  });
  return [...joined, ...begun].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, MOST_ITEMS);
}

/** RSS 2.0, with the address of the feed itself as its readers want it. */
export function rss(
  channel: { title: string; link: string; self: string; language: string },
  items: readonly FeedItem[],
): string {
  const newest = items[0] ? `<lastBuildDate>${moment(items[0].on)}</lastBuildDate>\n` : "";
  return `${XML}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(channel.title)}</title>
<link>${xmlText(channel.link)}</link>
<atom:link href="${xmlText(channel.self)}" rel="self" type="application/rss+xml"/>
<description>${xmlText(channel.title)}</description>
<language>${channel.language}</language>
${newest}${items.map(item).join("")}</channel>
</rss>
`;
}

const item = ({ title, link, id, on }: FeedItem) => `<item>
<title>${xmlText(title)}</title>
<link>${xmlText(link)}</link>
<guid isPermaLink="${id === link}">${xmlText(id)}</guid>
<pubDate>${moment(on)}</pubDate>
</item>
`;

/** A day as RSS wants it: RFC 822 with a year of four digits. */
const moment = (day: string) => new Date(`${day}T00:00:00Z`).toUTCString();
