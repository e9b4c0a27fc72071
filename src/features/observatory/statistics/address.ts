export const statisticsHref = (cluster: { slug: string }) =>
  `/clusters/${cluster.slug}/observatory/statistics`;
