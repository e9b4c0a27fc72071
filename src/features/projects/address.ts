interface Here {
  slug: string;
}

const within = (cluster: Here | null) => (cluster ? `/clusters/${cluster.slug}` : "");

/** Inside a cluster the links stay inside it. */
export const projectsHref = (cluster: Here | null) => `${within(cluster)}/projects`;
export const projectHref = (slug: string, cluster: Here | null) => `${projectsHref(cluster)}/${slug}`;
export const organisationHref = (slug: string, cluster: Here | null) =>
  `${within(cluster)}/organisations/${slug}`;
