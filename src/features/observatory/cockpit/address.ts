import { address } from "../../../ui/index.ts";

interface Here {
  slug: string;
}

/** The set that is shown where none is named. */
export const FIRST_SET = "excellence";

const base = (cluster: Here) => `/clusters/${cluster.slug}/observatory/cockpit`;
const ofSet = (set: string | undefined) => ({ set: set === FIRST_SET ? undefined : set });

export const cockpitHref = (cluster: Here, set?: string) => address(base(cluster), ofSet(set));
export const indicatorHref = (cluster: Here, indicator: string, set?: string) =>
  address(`${base(cluster)}/${indicator}`, ofSet(set));
export const indicatorPath = (cluster: Here, indicator: string) => `${base(cluster)}/${indicator}`;
export const entryHref = (cluster: Here, indicator: string, entry: string) =>
  `${base(cluster)}/${indicator}/entries/${entry}`;
export const computeHref = (cluster: Here) => `${base(cluster)}/compute`;
export const setsHref = (cluster: Here) => `${base(cluster)}/sets`;
export const setHref = (cluster: Here, set: string) => `${base(cluster)}/sets/${set}`;
export const documentsHref = (cluster: Here) => `${base(cluster)}/documents`;
export const documentHref = (cluster: Here, id: string) => `${base(cluster)}/documents/${id}`;
