interface Here {
  slug: string;
}

/** Inside a cluster the links stay inside it. */
export const organisationHref = (slug: string, cluster: Here | null) =>
  cluster ? `/clusters/${cluster.slug}/organisations/${slug}` : `/organisations/${slug}`;

/** The projects that all of these organisations take part in, perhaps only those of one competence. */
export function projectsHref(
  organisations: readonly string[],
  cluster: Here | null,
  competence?: string,
): string {
  const search = new URLSearchParams();
  if (competence) search.append("competence", competence);
  for (const slug of organisations) search.append("organisation", slug);
  return `${cluster ? `/clusters/${cluster.slug}` : ""}/projects?${search}`;
}

export const projectHref = (slug: string, cluster: Here | null) =>
  `${cluster ? `/clusters/${cluster.slug}` : ""}/projects/${slug}`;
