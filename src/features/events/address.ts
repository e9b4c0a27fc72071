interface Here {
  slug: string;
}

export const eventsHref = (cluster: Here) => `/clusters/${cluster.slug}/events`;
export const eventHref = (cluster: Here, event: string) => `${eventsHref(cluster)}/${event}`;
export const registrationHref = (cluster: Here, event: string, registration: string) =>
  `${eventHref(cluster, event)}/registrations/${registration}`;
export const wishesHref = (cluster: Here, event: string, registration: string) =>
  `${registrationHref(cluster, event, registration)}/wishes`;
export const planHref = (cluster: Here, event: string) => `${eventHref(cluster, event)}/plan`;
export const scheduleHref = (cluster: Here, event: string) => `${eventHref(cluster, event)}/schedule`;
export const meetingHref = (cluster: Here, event: string, meeting: string) =>
  `${eventHref(cluster, event)}/meetings/${meeting}`;

/** Of the cluster of the demo region, for the walk through every door. */
export const EXAMPLE = { cluster: "aviation" };
