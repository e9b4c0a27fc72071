interface Here {
  slug: string;
}

export const membersHref = (cluster: Here) => `/clusters/${cluster.slug}/members`;
export const votesHref = (cluster: Here) => `/clusters/${cluster.slug}/votes`;
export const yearsHref = (cluster: Here) => `${membersHref(cluster)}/years`;
export const staysHref = (cluster: Here, query: Record<string, string | number> = {}) =>
  `${membersHref(cluster)}/stays?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`;
export const levelsHref = (cluster: Here) => `/clusters/${cluster.slug}/levels`;
export const settingsHref = (cluster: Here) => `/clusters/${cluster.slug}/settings`;
export const applyHref = (cluster: Here) => `/clusters/${cluster.slug}/apply`;
export const applicationsHref = (cluster: Here) => `/clusters/${cluster.slug}/applications`;
export const membershipHref = (cluster: Here, organisation: string) =>
  `/clusters/${cluster.slug}/organisations/${organisation}/membership`;
