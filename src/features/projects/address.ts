import type { Context } from "../../access/context.ts";
import type { Query } from "../../ui/index.ts";
import type { ProjectFilter } from "./schema.ts";

interface Here {
  slug: string;
}

const within = (cluster: Here | null) => (cluster ? `/clusters/${cluster.slug}` : "");

/** Inside a cluster the links stay inside it. */
export const projectsHref = (cluster: Here | null) => `${within(cluster)}/projects`;
export const projectHref = (slug: string, cluster: Here | null) => `${projectsHref(cluster)}/${slug}`;
export const organisationHref = (slug: string, cluster: Here | null) =>
  `${within(cluster)}/organisations/${slug}`;

/** What was understood of the address of a list, as an address again. */
export const projectAddressQuery = (filter: ProjectFilter): Query => ({
  query: filter.query || undefined,
  competence: filter.competence,
  programme: filter.programme,
  year: filter.year.map(String),
  organisation: filter.organisation,
  sort: filter.sort === "-signed" ? undefined : filter.sort,
});

/** The way to saving the list as it is filtered. */
export function saveSearchHref({ cluster }: Pick<Context, "cluster">, filter: ProjectFilter): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(projectAddressQuery(filter)))
    for (const one of [value].flat()) if (one) asked.append(name, one);
  const search = new URLSearchParams({ kind: "projects", query: String(asked) });
  if (cluster) search.set("cluster", cluster.slug);
  return `/searches/new?${search}`;
}
