import type { Context } from "../../access/context.ts";
import type { NavEntry } from "../../access/feature.ts";
import { websiteMessages } from "./messages.ts";

/** In a cluster every link stays in it. */
export function navigation(ctx: Context): NavEntry[] {
  if (!ctx.cluster)
    return [
      entry("public", "nav.clusters", "/clusters", 10),
      entry("public", "nav.organisations", "/organisations", 20),
      entry("public", "nav.projects", "/projects", 40),
    ];
  const home = `/clusters/${ctx.cluster.slug}`;
  return [
    entry("public", "nav.members", `${home}/organisations`, 20),
    entry("public", "nav.projects", `${home}/projects`, 40),
    entry("cluster", "nav.registry", `${home}/organisations`, 20),
    entry("cluster", "nav.projects", `${home}/projects`, 40),
    entry("cluster", "nav.site", home, 90),
  ];
}

const entry = (
  section: NavEntry["section"],
  key: keyof typeof websiteMessages,
  href: string,
  order: number,
): NavEntry => ({
  section,
  label: websiteMessages[key],
  href,
  order,
});
