interface Here {
  slug: string;
}

export const needHref = (cluster: Here, need: string) => `/clusters/${cluster.slug}/needs/${need}`;
export const matchesHref = (cluster: Here, need: string) => `${needHref(cluster, need)}/matches`;
export const fitsHref = (cluster: Here) => `/clusters/${cluster.slug}/matches`;
export const qualityHref = (cluster: Here) => `/clusters/${cluster.slug}/exchange/quality`;

/** The form that asks for an introduction, filled in with what is known. */
export function introductionHref(
  cluster: Here,
  about: { need?: string; organisation?: string; offer?: string },
): string {
  const search = new URLSearchParams(about);
  return `/clusters/${cluster.slug}/introductions/new?${search}`;
}
