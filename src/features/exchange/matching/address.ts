interface Here {
  slug: string;
}

export const needHref = (cluster: Here, need: string) => `/clusters/${cluster.slug}/needs/${need}`;
export const matchesHref = (cluster: Here, need: string) => `${needHref(cluster, need)}/matches`;
export const fitsHref = (cluster: Here) => `/clusters/${cluster.slug}/matches`;
export const qualityHref = (cluster: Here) => `/clusters/${cluster.slug}/exchange/quality`;
