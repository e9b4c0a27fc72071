interface Here {
  slug: string;
}

export const potentialHref = (cluster: Here) => `/clusters/${cluster.slug}/potential`;
export const questionnaireHref = (cluster: Here, key: string) => `${potentialHref(cluster)}/${key}`;
export const roundHref = (cluster: Here, id: string) => `${potentialHref(cluster)}/rounds/${id}`;
export const assessmentHref = (cluster: Here, id: string) => `${potentialHref(cluster)}/assessments/${id}`;
export const answerHref = (cluster: Here, id: string) => `${assessmentHref(cluster, id)}/answer`;
export const platformsHref = (cluster: Here) => `${potentialHref(cluster)}/platforms`;
export const platformHref = (cluster: Here, id: string) => `${platformsHref(cluster)}/${id}`;
export const stageHref = (cluster: Here) => `${potentialHref(cluster)}/stage`;

/** Words of addresses that a questionnaire may not be called by. */
export const TAKEN = ["rounds", "assessments", "platforms", "stage", "questionnaires"];
