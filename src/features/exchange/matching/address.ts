interface Here {
  slug: string;
}

export const needHref = (cluster: Here, need: string) => `/clusters/${cluster.slug}/needs/${need}`;
export const matchesHref = (cluster: Here, need: string) => `${needHref(cluster, need)}/matches`;
export const fitsHref = (cluster: Here) => `/clusters/${cluster.slug}/matches`;
export const qualityHref = (cluster: Here) => `/clusters/${cluster.slug}/exchange/quality`;
/** Where a member's word about somebody else's need is sent; `/judge` and `/unjudge` stand behind it. */
export const judgeNeedHref = (cluster: Here, need: string) => `${fitsHref(cluster)}/${need}`;
export const offerMatchesHref = (cluster: Here, offer: string) =>
  `/clusters/${cluster.slug}/offers/${offer}/matches`;
