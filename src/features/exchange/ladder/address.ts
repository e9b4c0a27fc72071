interface Here {
  slug: string;
}

/** Everything the organisation acted for asked of others, and others of it. */
export const releasesHref = (cluster: Here) => `/clusters/${cluster.slug}/releases`;
export const needHref = (cluster: Here, need: string) => `/clusters/${cluster.slug}/needs/${need}`;
/** Who knows what of a need. */
export const readersHref = (cluster: Here, need: string) => `${needHref(cluster, need)}/readers`;
export const askHref = (cluster: Here, need: string) => `${needHref(cluster, need)}/ask`;
export const previewHref = (cluster: Here, need: string, as: string) =>
  `${readersHref(cluster, need)}/preview?as=${as}`;
