import { address } from "../../../ui/index.ts";

interface Here {
  slug: string;
}

export const reportsHref = (cluster: Here) => `/clusters/${cluster.slug}/observatory/reports`;
export const reportHref = (cluster: Here, report: string, version?: number) =>
  address(`${reportsHref(cluster)}/${report}`, {
    version: version === undefined ? undefined : String(version),
  });
export const draftHref = (cluster: Here, report: string) => `${reportsHref(cluster)}/${report}/draft`;
export const sectionHref = (cluster: Here, report: string, section: string) =>
  `${draftHref(cluster, report)}/sections/${section}`;
export const storyHref = (cluster: Here, report: string, story: string) =>
  `${draftHref(cluster, report)}/stories/${story}`;
export const versionsHref = (cluster: Here, report: string) => `${reportsHref(cluster)}/${report}/versions`;
export const documentHref = (cluster: Here, report: string, version: number, locale: string) =>
  address(`${reportsHref(cluster)}/${report}/document.pdf`, { version: String(version), locale });
export const annexHref = (cluster: Here, report: string, version: number, format: string) =>
  address(`${reportsHref(cluster)}/${report}/figures`, { version: String(version), format });
/** A page of the cluster, as a figure names it. */
export const pageHref = (cluster: Here, page: string) => `/clusters/${cluster.slug}/${page}`;
