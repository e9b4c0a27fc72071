import type { Locale } from "../../kernel/locale.ts";
import { displayName } from "../../ui/index.ts";

export const nameOf = (named: { nameEn: string; nameDe: string }, locale: Locale): string =>
  locale === "de" ? named.nameDe : named.nameEn;

export const aboutOf = (cluster: { aboutEn: string; aboutDe: string }, locale: Locale): string =>
  (locale === "de" ? cluster.aboutDe || cluster.aboutEn : cluster.aboutEn || cluster.aboutDe).trim();

export function titleOf(term: { titleEn: string; titleDe: string | null }, locale: Locale): string {
  const title = (locale === "de" && term.titleDe) || term.titleEn;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Some coordinators shout their titles too. */
export const projectTitle = (project: { acronym: string | null; title: string }): string => {
  const title = displayName(project.title);
  return project.acronym && project.acronym !== project.title ? `${project.acronym}: ${title}` : title;
};
