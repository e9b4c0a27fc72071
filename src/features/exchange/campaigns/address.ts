interface Here {
  slug: string;
}

export const campaignsHref = (cluster: Here) => `/clusters/${cluster.slug}/campaigns`;
export const campaignHref = (cluster: Here, id: string) => `${campaignsHref(cluster)}/${id}`;
/** The questionnaire for somebody signed in; the letter's link needs no sign-in. */
export const answerHref = (cluster: Here, id: string) => `${campaignHref(cluster, id)}/answer`;
