interface Here {
  slug: string;
}

export const introductionsHref = (cluster: Here) => `/clusters/${cluster.slug}/introductions`;
export const introductionHref = (cluster: Here, id: string) => `${introductionsHref(cluster)}/${id}`;

export interface AskedAbout {
  need?: string | undefined;
  offer?: string | undefined;
  organisation?: string | undefined;
  /** For whom the team proposes it. */
  for?: string | undefined;
}

/** The form that asks for an introduction: about a need or an offer, to an organisation. */
export function askHref(cluster: Here, about: AskedAbout): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(about)) if (value) search.set(name, value);
  return `${introductionsHref(cluster)}/new${search.size ? `?${search}` : ""}`;
}
