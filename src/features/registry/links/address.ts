interface Here {
  slug: string;
}

export const linksHref = (cluster: Here) => `/clusters/${cluster.slug}/links`;
export const linkHref = (cluster: Here, id: string) => `${linksHref(cluster)}/${id}`;
export const declareHref = (cluster: Here, other?: string) =>
  `${linksHref(cluster)}/new${other ? `?with=${encodeURIComponent(other)}` : ""}`;
